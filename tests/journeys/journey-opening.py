# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Qogam contributors

"""Ways to a map: one of several graphs in a file, dropped files, recent
maps. Arguments: qogam, the bundled map (not used)."""

import contextlib
import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path

from exploring import names_in_picture, press, zoom_of
from helper import Build, helpers
from journey import Failure, Journey, expect

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
    """The titles of all windows with a map, the first and later ones: a screen reader is told that they are windows."""
    return [window.name for window in journey.find_all(role='frame') if ' — ' in window.name]


def shows(journey, title):
    """A picture of the map with this title is there."""
    journey.wait(lambda: any(name.endswith(f' — {title}') for name in windows(journey)), f"the map '{title}'")
    journey.wait(lambda: zoom_of(journey), 'a picture')


def question(journey):
    """What is said of the file while the question is there."""
    return journey.find(role='label', name=re.compile('^“several.gv” has (3 graphs|no graph “.*” any more)\\.$').match)


def walk(journey, role, is_it, what):
    """Goes down with the keyboard to the row or item that is meant, and takes it. A key is pressed when the one before has
    come to something: slow answers would have it go too far."""
    before = [None]

    def is_there():
        here = journey.find(role=lambda said: role in said, state='focused')
        if here is not None and is_it(here):
            return True
        place = here and here.extents
        if place is None or place != before[0]:
            journey.key('Down')
        before[0] = place
        return False
    journey.wait(is_there, what)
    journey.key('Return')


def choose(journey, name):
    """By the keyboard: of what lies in something with padding, later versions of GTK tell another place than its own."""
    journey.wait(lambda: question(journey), 'the question')
    journey.wait_for(role='label', name=name)
    journey.focus_window()
    walk(journey, 'list item', lambda row: journey.find(role='label', name=name, within=row), f'the row of {name}')


def choose_in_menu(journey, name):
    def items():
        return [node.name for node in journey.find_all(role=lambda role: 'menu item' in role)]
    press(journey, 'Choose a View', lambda: name in items())
    journey.key(*['Down'] * items().index(name), 'Return')


def menu_items(journey):
    return [node.name for node in journey.find_all(role=lambda role: 'menu item' in role)]


def walk_to(journey, name):
    """Goes down an open menu to @name and takes it."""
    walk(journey, 'menu item', lambda item: item.name == name, f'{name} in the menu')


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
        walk_to(journey, 'Choose a Graph…')
        journey.wait(lambda: question(journey), 'the question')
        journey.key('Escape')
        journey.wait(lambda: not question(journey), 'the end of the question')
        shows(journey, 'club')
        choose_in_menu(journey, 'town_hall')
        shows(journey, 'town_hall')
    with journey.step('a changed file is read again: the same graph'):
        write(path, 'digraph before { a }\n' + SEVERAL.replace('clerk -> mayor', 'clerk -> mayor -> porter'))
        journey.wait(lambda: names_in_picture(journey) == 4, 'the fourth name')
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
    """Drags @addresses out of another window into the picture, as from a file manager. A hand follows what it sees: it lets go
    when what is dragged would be taken. Faster than both windows tell each other of the drag, it would be none."""
    tool = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'dragging.py')
    with subprocess.Popen([sys.executable, tool, *addresses], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                          env=dict(os.environ, GDK_BACKEND='x11', GSK_RENDERER='cairo')) as source:
        os.set_blocking(source.stdout.fileno(), False)
        said = []

        def last_said():
            said.extend((source.stdout.read() or b'').decode().split())
            return said[-1] if said else None

        def move_about(x, y, words, *where):
            """Moves the pointer there and about until one of @words is said: a drag goes on by what moves."""
            def is_said():
                for step in range(1, 4):
                    journey.xdotool('mousemove', *where, x + step * 8, y + step * 6)
                return last_said() in words
            journey.wait(is_said, f'a drag that is {words[0]}')

        def window():
            found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--name', 'files to drag'],
                                   stdout=subprocess.PIPE, text=True, check=False).stdout.split()
            return found[0] if found else None
        try:
            journey.wait(lambda: last_said() == 'ready', 'the files to drag')
            place = journey.wait(window, 'the window with the files')
            journey.xdotool('windowraise', place)
            journey.xdotool('mousemove', '--window', place, 60, 45)
            journey.xdotool('mousedown', 1)
            move_about(60, 45, ('begun', 'refused', 'taken'), '--window', place)
            move_about(600, 300, ('taken',))
            journey.xdotool('mouseup', 1)
            journey.wait(lambda: last_said() == 'dropped', 'the end of the drag')
            journey.wait(lambda: source.poll() is not None, 'the end of the window with the files')
        finally:
            journey.xdotool('mouseup', 1)
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


def open_recent(journey):
    """The list of recent maps in the main menu; what is in it."""
    def is_open():
        """A key that comes while the last menu closes is lost."""
        journey.focus_window()
        journey.key('F10')
        with contextlib.suppress(Failure):
            return journey.wait(lambda: 'Keyboard Shortcuts' in menu_items(journey), 'the main menu', 3)
    journey.wait(is_open, 'the main menu')
    walk_to(journey, 'Open Recent')
    journey.wait(lambda: 'Show the Bundled Map' in menu_items(journey), 'the list')
    return menu_items(journey)


def recent(journey, folder):
    with journey.step('maps that were opened are in the main menu, the newest first'):
        journey.process.kill()
        journey.process.wait()
        journey.start(os.path.join(folder, 'plain.gv'))
        shows(journey, 'dropped')
        journey.wait(lambda: listed(folder)[0].endswith('plain.gv'), 'the list')
        names = [name for name in open_recent(journey) if name.endswith(('.gv', '.csv'))]
        expect(names[0] == 'plain.gv' and set(names[1:]) == {'pair-entities.csv', 'several.gv'}, f'there are {names}')
        walk_to(journey, 'pair-entities.csv')
        shows(journey, 'pair')
    with journey.step('of several graphs in a recent file the one that was shown comes, without a question'):
        open_recent(journey)
        walk_to(journey, 'several.gv')
        shows(journey, 'club')
        expect(question(journey) is None, 'it asks')
        open_recent(journey)
        walk_to(journey, 'pair-entities.csv')
        shows(journey, 'pair')
    with journey.step('one that is gone is said, and is off the list'):
        os.remove(os.path.join(folder, 'several.gv'))
        open_recent(journey)
        walk_to(journey, 'several.gv')
        journey.wait_for(role='label', text='it was taken off the list of recent maps')
        shows(journey, 'pair')
        journey.wait(lambda: len(listed(folder)) == 2, 'a shorter list')
        expect('several.gv' not in open_recent(journey), 'it is still there')
    with journey.step('the list can be cleared'):
        walk_to(journey, 'Clear the List')
        journey.wait_for(role='label', text='The list of recent maps is empty now')
        names = open_recent(journey)
        expect(not [name for name in names if name.endswith(('.gv', '.csv'))], f'there are {names}')
        journey.key('Escape')
    with journey.step('where nothing is open, what is said of a file that is gone goes with the language'):
        journey.process.kill()
        journey.process.wait()
        gone, broken = os.path.join(folder, 'plain.gv'), os.path.join(folder, 'broken.json')
        journey.start(gone)
        journey.wait(lambda: [name.rsplit('/', 1)[1] for name in listed(folder)] == ['plain.gv'], 'it in the list')
        journey.process.kill()
        journey.process.wait()
        os.remove(gone)
        write(broken, '{')
        journey.start(broken)
        journey.wait(lambda: journey.find(role='push button', name='Copy the List'), 'the faults')
        journey.focus_window()
        journey.key('Escape')
        journey.wait(lambda: not journey.find(role='push button', name='Copy the List'), 'the end of the faults')
        open_recent(journey)
        walk_to(journey, 'plain.gv')
        journey.wait_for(role='label', text='it was taken off the list of recent maps')
        for key, words in (('ctrl+1', 'тізімінен алынды'), ('ctrl+2', 'убран из списка'), ('ctrl+3', 'taken off the list')):
            journey.focus_window()
            journey.key(key)
            journey.wait_for(role='label', text=words)


def keep_view(journey, path, title, *entities):
    """As it was kept when the file had one graph."""
    folder = os.path.join(journey.folder, 'data', 'qogam', 'own')
    os.makedirs(folder, exist_ok=True)
    own = {'own': 1, 'map': path, 'views': [{
        'id': 'own-1', 'title': title, 'entities': entities, 'without': [],
        'layout': {'engine': 'dot', 'direction': 'down', 'spacing': 1, 'rank_spacing': 1, 'wrap': 1, 'levels': []}}],
        'hidden_entities': [], 'hidden_relations': []}
    with open(os.path.join(folder, hashlib.sha256(path.encode()).hexdigest() + '.json'), 'w', encoding='utf-8') as file:
        json.dump(own, file)


def wished(journey, path):
    journey.process.kill()
    journey.process.wait()
    keep_view(journey, path, 'Those who decide', 'mayor', 'council')
    with journey.step('--graph says which graph of a file is opened'):
        journey.start('--graph=2', path)
        shows(journey, 'city')
        expect(question(journey) is None, 'it asks')
    with journey.step('a view that was kept when the file had one graph is there still'):
        choose_in_menu(journey, 'Those who decide')
        shows(journey, 'city')
        journey.wait(lambda: names_in_picture(journey) == 2, 'its two names')
        journey.key('shift+F9')
        journey.wait_for(role='label', name='2 entities · 1 relation')
        journey.key('shift+F9')
    with journey.step('it is the same where the program runs already'):
        first = journey.process
        journey.start('--graph', 'club', path)
        second, journey.process = journey.process, first
        journey.wait(lambda: second.poll() is not None, 'the end of the second start')
        expect(second.returncode == 0, f'it ended with {second.returncode}')
        journey.wait(lambda: len(windows(journey)) == 2, 'another window')
        shows(journey, 'club')
        shows(journey, 'city')
    with journey.step('it needs a file'):
        journey.start('--graph=2')
        alone, journey.process = journey.process, first
        journey.wait(lambda: alone.poll() is not None, 'the end of it')
        expect(alone.returncode == 2, f'it ended with {alone.returncode}')


def listed(folder):
    """The addresses in the list, without the graphs behind them. A list that was cleared is no file."""
    if not os.path.exists(os.path.join(folder, 'state', 'qogam', 'recent')):
        return []
    with open(os.path.join(folder, 'state', 'qogam', 'recent'), encoding='utf-8') as file:
        return [line.split(' ')[0] for line in file.read().splitlines()]


def given_up(build, journey, folder):
    """The helper that reads a file is late: until it is let go, or ended."""
    late = os.path.join(folder, 'late.gv')
    write(late, 'digraph late { a -> b }\n')

    def opening():
        return journey.find(role='label', text='Opening “late.gv”')

    def begin():
        journey.wait(opening, 'what is being opened')
        journey.wait(lambda: helpers(build), 'the helper')
        journey.wait_for(role='push button', name='Cancel')
        journey.focus_window()

    def is_over():
        journey.wait(lambda: not opening(), 'the end of it')
        journey.wait(lambda: not helpers(build), 'the end of the helper')
        journey.wait(lambda: journey.find(role='push button', name='Cancel') is None, 'the end of the button')
    with journey.step('where nothing is open, what is opened has a name and can be given up'):
        journey.process.kill()
        journey.process.wait()
        build.become('late')
        journey.start(late)
        begin()
        journey.find(role='push button', name='Cancel').act()
        is_over()
        journey.wait_for(role='push button', name='Show the Bundled Map')
        expect(journey.find(role='label', text='Could Not Be Opened') is None, 'it is said to have failed')
    with journey.step('so it can where another is shown, which stays; by key, too'):
        build.become('real')
        drop(journey, address(os.path.join(folder, 'pair-entities.csv')))
        shows(journey, 'pair')
        build.become('late')
        drop(journey, address(late))
        begin()
        journey.key('Escape')
        is_over()
        shows(journey, 'pair')
        drop(journey, address(late))
        begin()
        journey.find(role='push button', name='Cancel').act()
        is_over()
        shows(journey, 'pair')
    with journey.step('what is not given up comes, and what is given up is not on the list of recent maps'):
        expect(not [name for name in listed(folder) if name.endswith('late.gv')], 'it is on the list')
        drop(journey, address(late))
        begin()
        build.become('real')
        shows(journey, 'late')
        journey.wait(lambda: not opening(), 'the end of it')


def main(qogam):
    with Build(qogam) as build, Journey('opening', [build.qogam], {'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'en'}) as journey:
        build.become('real')
        path = os.path.join(journey.folder, 'several.gv')
        write(path, SEVERAL)
        journey.process.kill()
        journey.process.wait()
        journey.start(path)
        graphs(journey, path)
        dropped(journey, journey.folder)
        wished(journey, path)
        recent(journey, journey.folder)
        given_up(build, journey, journey.folder)


if __name__ == '__main__':
    main(os.path.abspath(sys.argv[1]))
