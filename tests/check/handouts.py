# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Qogam contributors

"""Can the handouts of the bundled map's tours be read? Four steps on a sheet of A4: no word of a picture much under 7 pt,
nothing cut off or over anything else. Before each place had a picture of its own they came to 4 pt. Arguments: qogam, the
map."""

import json
import os
import subprocess
import sys
import tempfile

from tap import Tap

LEAST = 6.7


def main(qogam, name):
    with open(name, encoding='utf-8') as file:
        tours = [tour['id'] for tour in json.load(file)['tours']]
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        for tour in tours:
            said = subprocess.run([qogam, 'export', f'--tour={tour}', '--handout=4', '--report', '-o',
                                   os.path.join(folder, 'handout.pdf')], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                                  check=True, env=dict(os.environ, LC_ALL='C.UTF-8', LANGUAGE='en')).stdout
            got = json.loads(said)
            tap.check(f'tour {tour}: four steps on a sheet', [] if got['smallest_text_pt'] >= LEAST and
                      not got['overlaps'] and not got['clipped'] else [got])
    tap.end()


if __name__ == '__main__':
    main(os.path.abspath(sys.argv[1]), sys.argv[2])
