# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Qogam contributors

"""Ways to a map: one of several graphs in a file, dropped files. Arguments: qogam, the bundled map (not used)."""

import os
import re
import subprocess
import sys
from pathlib import Path

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


def windows(journey):
    """The titles of all windows with a map; of later ones GTK does not say that they are frames."""
    application = journey.application()
    return [child.name for child in application.children() if ' — ' in child.name] if application else []


def shows(journey, title):
    """A picture of the map with this title is there."""
    journey.wait(lambda: any(name.endswith(f' — {title}') for name in windows(journey)), f"the map '{title}'")
    journey.wait(lambda: zoom_of(journey), 'a picture')


def question(journey):
    """What is said of the file while the question is there."""
    return journey.find(role='label', name=re.compile('^“several.gv” has (3 graphs|no graph “.*” any more)\\.$').match)


def choose(journey, name):
    journey.wait(lambda: question(journey), 'the question')
    row = journey.wait_for(role='label', name=name)
    journey.wait_until_settled(lambda: row.extents, 'the page')
    journey.click(row)


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


def drop(journey, *addresses):
    """Drags @addresses out of another window into the picture, as from a file manager."""
    tool = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'dragging.py')
    with subprocess.Popen([sys.executable, tool, *addresses], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                          env=dict(os.environ, GDK_BACKEND='x11', GSK_RENDERER='cairo')) as source:
        try:
            def window():
                found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--name', 'files to drag'],
                                       stdout=subprocess.PIPE, text=True, check=False).stdout.split()
                return found[0] if found else None
            place = journey.wait(window, 'the files to drag')
            journey.xdotool('windowraise', place)
            journey.xdotool('mousemove', '--window', place, 60, 45)
            journey.xdotool('mousedown', 1)
            for x in range(70, 640, 30):
                journey.xdotool('mousemove', x, 45 + x // 2)
            journey.xdotool('mouseup', 1)
            journey.wait(lambda: source.poll() is not None, 'the end of the drag')
        finally:
            if source.poll() is None:
                source.kill()


def address(path):
    return Path(path).as_uri()


def dropped(journey, folder):
    plain, entities, relations = (os.path.join(folder, name) for name in ('plain.gv', 'pair-entities.csv', 'pair-relations.csv'))
    write(plain, 'digraph dropped { a -> b }\n')
    write(entities, 'id,name\nhill,Hill\nriver,River\n')
    write(relations, 'from,verb,to\nriver,rises on,hill\n')
    with journey.step('a file that is dropped on the window is opened'):
        drop(journey, address(plain))
        shows(journey, 'dropped')
    with journey.step('a file that is not on this computer is said to be so; what is shown stays'):
        drop(journey, 'https://example.org/map.json')
        journey.wait_for(role='label', text='the file is not on this computer')
        journey.focus_window()
        journey.key('Escape')
        journey.wait(lambda: not journey.find(role='label', text='the file is not on this computer'), 'the end of that')
        shows(journey, 'dropped')
    with journey.step('two tables that are dropped together are one map'):
        drop(journey, address(relations), address(entities))
        shows(journey, 'pair')
        expect(len(windows(journey)) == 1, 'there is another window')
    with journey.step('of several files each has a window'):
        drop(journey, address(plain), address(entities))
        shows(journey, 'dropped')
        shows(journey, 'pair')
        expect(len(windows(journey)) == 2, 'there are not two windows')


def main(qogam):
    with Journey('opening', [qogam], {'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'en'}) as journey:
        path = os.path.join(journey.folder, 'several.gv')
        write(path, SEVERAL)
        journey.process.kill()
        journey.process.wait()
        journey.start(path)
        graphs(journey, path)
        dropped(journey, journey.folder)


if __name__ == '__main__':
    main(os.path.abspath(sys.argv[1]))
