# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Qogam contributors

"""Ways to a map: one of several graphs in a file. Arguments: qogam, the bundled map (not used)."""

import os
import re
import sys

from exploring import press, zoom_of
from journey import Journey, expect

SEVERAL = '''digraph club { members -> circle [label=found] }
digraph town_hall { mayor -> council; council -> clerk; clerk -> mayor }
digraph { lonely }
'''


def write(path, text):
    """As editors save: written beside, then renamed."""
    with open(path + '~', 'w', encoding='utf-8') as file:
        file.write(text)
    os.rename(path + '~', path)


def restart(journey, *arguments):
    journey.focus_window()
    journey.key('ctrl+q')
    expect(journey.wait_until_gone() == 0, f'it ended with {journey.process.returncode}')
    journey.start(*arguments)


def shows(journey, title):
    """A picture of the map with this title is there."""
    journey.wait(lambda: journey.find(role='frame', name=lambda name: name.endswith(f' — {title}')), f"the map '{title}'")
    journey.wait(lambda: zoom_of(journey), 'a picture')


def question(journey):
    """What is said of the file while the question is there."""
    return journey.find(role='label', name=re.compile('^“several.gv” has (3 graphs|no graph “.*” any more)\\.$').match)


def choose(journey, name):
    journey.wait(lambda: question(journey), 'the question')
    journey.click(journey.wait_for(role='label', name=name))


def choose_in_menu(journey, name):
    def items():
        return [node.name for node in journey.find_all() if 'menu item' in node.role]
    press(journey, 'Choose a View', lambda: name in items())
    journey.key(*['Down'] * items().index(name), 'Return')


def graphs(journey, path):
    with journey.step('a file with several graphs asks which to show, with names and counts'):
        journey.wait(lambda: question(journey), 'the question')
        for words in ('club', '2 entities, 1 relation', 'town_hall', '3 entities, 3 relations', '3', '1 entity, 0 relations'):
            journey.wait_for(role='label', name=words)
        journey.wait_for(role='label', name='“several.gv” has 3 graphs.')
        expect(journey.find(role='push button', name='Cancel') is None, 'there is nothing to go back to')
    with journey.step('the one that is chosen is shown'):
        choose(journey, 'town_hall')
        shows(journey, 'town_hall')
        expect(question(journey) is None, 'it still asks')
    with journey.step('another is chosen from the list of views'):
        choose_in_menu(journey, 'club')
        shows(journey, 'club')
    with journey.step('the choice can be seen again, and left as it is'):
        journey.focus_window()
        journey.key('F10')
        journey.wait_for(role='menu item', name='Choose a Graph…')
        journey.key('Down', 'Down', 'Return')
        journey.wait(lambda: question(journey), 'the question')
        journey.key('Escape')
        journey.wait(lambda: not question(journey), 'the end of the question')
        shows(journey, 'club')
        choose_in_menu(journey, 'town_hall')
        shows(journey, 'town_hall')
    with journey.step('a changed file is read again: the same graph'):
        write(path, 'digraph before { a }\n' + SEVERAL.replace('clerk -> mayor', 'clerk -> mayor -> porter'))
        journey.wait_for(role='label', name='4 entities · 4 relations')
        shows(journey, 'town_hall')
    with journey.step('started again, it is where it was'):
        restart(journey)
        shows(journey, 'town_hall')
        expect(question(journey) is None, 'it asks again')
    with journey.step('a graph that is gone is said, with a way to the others'):
        write(path, SEVERAL.replace('town_hall', 'city'))
        journey.wait(lambda: journey.find(role='label', text='has no graph “town_hall” any more'), 'that it is gone')
        shows(journey, 'town_hall')
        journey.wait_for(role='push button', name='Choose a Graph…').act()
        choose(journey, 'city')
        shows(journey, 'city')


def main(qogam):
    with Journey('opening', [qogam], {'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'en'}) as journey:
        path = os.path.join(journey.folder, 'several.gv')
        write(path, SEVERAL)
        journey.process.kill()
        journey.process.wait()
        journey.start(path)
        graphs(journey, path)


if __name__ == '__main__':
    main(os.path.abspath(sys.argv[1]))
