# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Qogam contributors

"""A walk on the canvas as a screen reader hears it, outline folded, without a mouse: from 'citizens' along their
relations to 'state power'. Then the window is closed and comes back as it was; with --new it does not. Arguments: qogam,
the bundled map."""

import json
import os
import re
import sys

from journey import Journey, expect

STATEMENTS = ('definition', 'fact', 'norm', 'claim', 'theory')


def heard(journey):
    """What a screen reader says: the name of what has the keyboard."""
    node = journey.find(role='list item', state='focused')
    return node.name if node is not None else None


def title(journey):
    frame = journey.find(role='frame')
    return frame.name.split(' — ')[0] if frame is not None else None


def main(qogam, map_file):
    with open(map_file, encoding='utf-8') as file:
        data = json.load(file)
    names = {entity['id']: entity['name']['en'] for entity in data['entities']}
    overview = data['views'][0]['title']['en']
    with Journey('walk', [qogam], {'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'en'}) as journey:
        with journey.step('the picture is there, and the outline is folded'):
            journey.wait(lambda: title(journey) == overview, 'the overview')
            journey.wait(lambda: list(journey.find_all(role='list item', name=re.compile(r'.*, \d+ relations?$').match)),
                         'the picture')
            journey.focus_window()
            outlines = [n for n in journey.find_all(role='list', name='Outline') if n.extents[0] > -20]
            expect(not outlines, 'the outline is open')
        with journey.step('citizens are found by typing, and heard with kind and number of relations'):
            journey.key('ctrl+f')
            journey.wait(lambda: journey.find(role='list', name='What was found') or
                         journey.find(role='label', text='either alphabet'), 'the search')
            journey.type('citizens')
            journey.wait(lambda: journey.find(role='list item', name=names['citizens']), 'citizens found')
            journey.key('Return')
            journey.wait(lambda: re.match(rf'{names["citizens"]}, [^,]+, \d+ relations', heard(journey) or ''),
                         'citizens heard')
        with journey.step('Tab walks along the relations; each is heard with its statement and its source'):
            relations = int(re.search(r'(\d+) relations', heard(journey))[1])
            found, said = False, heard(journey)
            for _ in range(relations):
                journey.key('Tab')
                said = journey.wait(lambda before=said: heard(journey) if heard(journey) != before else None,
                                    'the next relation')
                expect(any(f'. {word}' in said for word in STATEMENTS), f'no statement in: {said}')
                expect(re.search(r'par\. \d+|art\. \d+', said), f'no source in: {said}')
                if names['state-power'].lower() in said.split('. ')[0].lower():
                    found = True
                    break
            expect(found, 'no relation leads to state power')
        with journey.step('Enter follows it to state power'):
            journey.key('Return')
            journey.wait(lambda: re.match(rf'{names["state-power"]}, [^,]+, \d+ relation', heard(journey) or ''),
                         'state power heard')
        with journey.step('closed and started again, it is where it was left'):
            journey.key('Return')
            journey.wait(lambda: title(journey) == names['state-power'], 'the neighborhood of state power')
            journey.key('ctrl+q')
            expect(journey.wait_until_gone() == 0, f'it ended with {journey.process.returncode}')
            journey.start()
            journey.wait(lambda: title(journey) == names['state-power'], 'the neighborhood again')
            journey.wait(lambda: journey.find(role='label', name=names['state-power']), 'what was selected')
        with journey.step('with --new it starts afresh'):
            journey.focus_window()
            journey.key('ctrl+q')
            expect(journey.wait_until_gone() == 0, f'it ended with {journey.process.returncode}')
            journey.start('--new')
            journey.wait(lambda: title(journey) == overview, 'the overview')
        with journey.step('a damaged state is left aside'):
            journey.focus_window()
            journey.key('ctrl+q')
            expect(journey.wait_until_gone() == 0, f'it ended with {journey.process.returncode}')
            with open(os.path.join(journey.folder, 'state', 'qogam', 'last-window'), 'w', encoding='utf-8') as file:
                file.write('{"explorer": <{"view": <"no such')
            journey.start()
            journey.wait(lambda: title(journey) == overview, 'the overview')


if __name__ == '__main__':
    main(os.path.abspath(sys.argv[1]), sys.argv[2])
