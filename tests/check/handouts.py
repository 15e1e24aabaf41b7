# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Qogam contributors

"""Can the handouts of the bundled map's tours, and their slides, be read? On slides, in every language of the map, all words
have 12 pt, with what is said to a step on it. Four steps on a sheet of A4: no word of a picture much under 7 pt,
nothing cut off or over anything else. Before each place had a picture of its own they came to 4 pt. Arguments: qogam, the
map."""

import json
import os
import subprocess
import sys
import tempfile

from tap import Tap

LEAST = 6.7
LEAST_ON_SLIDE = 12


def report(qogam, *arguments):
    said = subprocess.run([qogam, 'export', '--report', *arguments], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                          check=True, env=dict(os.environ, LC_ALL='C.UTF-8', LANGUAGE='en')).stdout
    return json.loads(said)


def main(qogam, name):
    with open(name, encoding='utf-8') as file:
        data = json.load(file)
    tours = [tour['id'] for tour in data['tours']]
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        for tour in tours:
            got = report(qogam, f'--tour={tour}', '--handout=4', '-o', os.path.join(folder, 'handout.pdf'))
            tap.check(f'tour {tour}: four steps on a sheet', [] if got['smallest_text_pt'] >= LEAST and
                      not got['overlaps'] and not got['clipped'] else [got])
            for language in data['languages']:
                got = report(qogam, f'--tour={tour}', '--page=16:9', f'--lang={language}', '-o', os.path.join(folder, 'slides.pdf'))
                tap.check(f'tour {tour}: slides in {language}', [] if
                          min(got['smallest_text_pt'], got['smallest_note_pt']) >= LEAST_ON_SLIDE - 0.05 and
                          not got['overlaps'] and not got['clipped'] else [got])
    tap.end()


if __name__ == '__main__':
    main(os.path.abspath(sys.argv[1]), sys.argv[2])
