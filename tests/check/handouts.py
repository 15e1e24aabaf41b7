# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Qogam contributors

"""Can the handouts of the bundled map's tours, and their pages, be read, and do they show what the screen shows? With what
is said to a step on it, all words of its page have 12 pt on a slide, 9 pt on paper; a page that has less is all of what the
step shows, before one of that step that can be read. No entity that a tour's steps show is missing in the file, on
16:9, 4:3 and A4, with words and without. Four steps on a sheet of A4: no word of a picture much under 7 pt, nothing cut
off or over anything else. Before each place had a picture of its own they came to 4 pt. Arguments: qogam, the map."""

import json
import os
import subprocess
import sys
import tempfile

from tap import Tap

LEAST = 6.7
LEAST_ON = {'16:9': 12, '4:3': 12, 'a4': 9}


def report(qogam, *arguments):
    said = subprocess.run([qogam, 'export', '--report', *arguments], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                          check=True, env=dict(os.environ, LC_ALL='C.UTF-8', LANGUAGE='en')).stdout
    return json.loads(said)


def data_of(qogam, *arguments):
    said = subprocess.run([qogam, 'export', '--format=json', '-o', '-', *arguments], stdout=subprocess.PIPE, check=True).stdout
    return json.loads(said)


def entities_on_screen(qogam, step, known):
    """The ids of what a step shows, by the data of its view or its focus; kept in known."""
    chosen = (f"--view={step['view']}",) if 'view' in step else (f"--focus={step['focus']}", f"--depth={step.get('depth', 1)}")
    if chosen not in known:
        known[chosen] = {entity['id'] for entity in data_of(qogam, *chosen)['entities']}
    return known[chosen]


def find_faults(got, steps, least, shown):
    """What is wrong with the pages of a tour with words."""
    texts = [text for text in got['page_text_pt'] if text]
    small = [n for n, text in enumerate(texts) if text < least - 0.05]
    faults = [f'page {n + 1} of the pictures has {texts[n]} pt' for n in small if n + 1 in small or n + 1 == len(texts)]
    if len(texts) - len(small) < steps:
        faults.append(f'{len(texts) - len(small)} pages that can be read for {steps} steps')
    if not small and got['smallest_note_pt'] < least - 0.05:
        faults.append(f"legend, sources or footer have {got['smallest_note_pt']} pt")
    faults += [f'{got[key]} {key}' for key in ('overlaps', 'clipped') if got[key]]
    return faults + ([f"{got['entities']} entities of {shown}"] if got['entities'] != shown else [])


def main(qogam, name):
    with open(name, encoding='utf-8') as file:
        data = json.load(file)
    tap = Tap()
    known = {}
    with tempfile.TemporaryDirectory() as folder:
        pages = os.path.join(folder, 'pages.pdf')
        for tour in data['tours']:
            chosen = f"--tour={tour['id']}"
            shown = len(set.union(*(entities_on_screen(qogam, step, known) for step in tour['steps'])))
            got = report(qogam, chosen, '--handout=4', '-o', os.path.join(folder, 'handout.pdf'))
            tap.check(f'{chosen}: four steps on a sheet', [] if got['smallest_text_pt'] >= LEAST and
                      not got['overlaps'] and not got['clipped'] else [got])
            for page, least in LEAST_ON.items():
                for language in data['languages'] if page == '16:9' else data['languages'][:1]:
                    got = report(qogam, chosen, f'--page={page}', f'--lang={language}', '-o', pages)
                    tap.check(f'{chosen}: pages of {page} in {language}', find_faults(got, len(tour['steps']), least, shown))
            got = report(qogam, chosen, '--page=4:3', '--no-words', '-o', pages)
            tap.check(f'{chosen}: without words', [] if got['entities'] == shown else [got])
    tap.end()


if __name__ == '__main__':
    main(os.path.abspath(sys.argv[1]), sys.argv[2])
