# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Qogam contributors

"""Can each view of the bundled map be read from the last row? On its page, with title and legend, in every language of
the map: no text under 12 pt on a slide or 7 pt on a poster, and on a slide nothing cut off or over anything else (on the poster
of all, ways pass behind boxes, and a few words have no room). Nor are the numbers of its sources, which cover no arrowhead
either. Arguments: qogam, the map."""

import json
import os
import subprocess
import sys
import tempfile

from tap import Tap

LEAST = {'16:9': 12, '4:3': 12}
POSTER = 7


def report(qogam, view, language, picture, *options):
    said = subprocess.run([qogam, 'export', f'--view={view}', f'--lang={language}', '--legend', '--report', '-o', picture,
                           *options],
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True,
                          env=dict(os.environ, LC_ALL='C.UTF-8', LANGUAGE='en')).stdout
    return json.loads(said)


def main(qogam, name):
    with open(name, encoding='utf-8') as file:
        data = json.load(file)
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        for view in data['views']:
            least = LEAST.get(view.get('page', '16:9'), POSTER)
            wrong = []
            for language in data['languages']:
                got = report(qogam, view['id'], language, os.path.join(folder, 'view.svg'))
                if got['smallest_text_pt'] < least:
                    wrong.append(f"{language}: {got['smallest_text_pt']} pt")
                if least > POSTER and (got['clipped'] or got['overlaps']):
                    wrong.append(f"{language}: {got['overlaps']} overlaps, {got['clipped']} cut off")
                if least > POSTER:
                    got = report(qogam, view['id'], language, os.path.join(folder, 'view.svg'), '--sources')
                    if got['clipped'] or got['overlaps']:
                        wrong.append(f"{language}, with sources: {got['overlaps']} overlaps, {got['clipped']} cut off")
            tap.check(f"view {view['id']}: at least {least} pt, nothing in the way", wrong)
    sizes = {view['id']: len(view['entities']) for view in data['views']}
    tap.check('the overview has 25 to 35 entities', [] if 25 <= sizes['overview'] <= 35 else [sizes['overview']])
    tap.check('the other views have 8 to 20', [f'{view}: {n}' for view, n in sizes.items()
                                               if view not in ('overview', 'whole') and not 8 <= n <= 20])
    tap.end()


if __name__ == '__main__':
    main(os.path.abspath(sys.argv[1]), sys.argv[2])
