# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Qogam contributors

"""What a person keeps: views under names of his own, hidden entities, and a copy of the map with them. Arguments:
qogam, the bundled map."""

import contextlib
import json
import os
import re
import subprocess
import sys

from exploring import begin, hidden, load, search, title_is
from journey import Failure, Journey, expect


def own_files(journey):
    """What is kept, and of which map; the files that are no longer in use have none."""
    folder = os.path.join(journey.folder, 'data', 'qogam', 'own')
    for name in os.listdir(folder) if os.path.isdir(folder) else []:
        path = os.path.join(folder, name)
        if name.endswith('.json'):
            with open(path, encoding='utf-8') as file:
                yield path, json.load(file)
        else:
            yield path, {'map': ''}


def stored(journey):
    return next((what for _, what in own_files(journey) if what['map'].startswith('bundled:')), {})


def give_name(journey, name):
    journey.wait(lambda: journey.find(role='push button', name=re.compile(r'^(Keep|Rename)$').match), 'the dialog')
    journey.focus_window()
    journey.key('ctrl+a')
    journey.type(name)
    journey.key('Return')


def in_menu(journey, name):
    """Opens the menu of views. A click is made again where X refused the menu the pointer."""
    button = journey.wait(lambda: next((n for n in journey.find_all(name='Choose a View') if n.extents[0] >= 0), None),
                          'the title')

    def opened():
        journey.click(button)
        with contextlib.suppress(Failure):
            return journey.wait(lambda: journey.find(role='menu item', name=name), name, 3)
    journey.wait(opened, 'the menu of views').act()


def keep(journey, entities):
    citizens = entities['citizens']['name']['en']
    with journey.step('what is shown is kept as a view'):
        begin(journey)
        search(journey, citizens)
        journey.focus_window()
        journey.key('Return')
        title_is(journey, citizens)
        journey.key('ctrl+d')
        give_name(journey, 'My citizens')
        title_is(journey, 'My citizens')
        journey.wait(lambda: [view['title'] for view in stored(journey).get('views', [])] == ['My citizens'], 'a file')
        journey.focus_window()
    with journey.step('it is found by search'):
        journey.key('alt+Left')
        title_is(journey, citizens)
        search(journey, 'My cit')
        title_is(journey, 'My citizens')
        journey.focus_window()
    with journey.step('a hidden entity is kept hidden'):
        search(journey, citizens)
        journey.focus_window()
        journey.key('Menu')
        journey.wait(lambda: journey.find(role='menu item', name='Hide'), 'the menu').act()
        journey.wait(lambda: hidden(journey), 'what is hidden')
        journey.wait(lambda: stored(journey).get('hidden_entities') == ['citizens'], 'it in the file')


def again(journey):
    with journey.step('all of it is there in the next session, also in one that begins afresh'):
        journey.key('ctrl+q')
        expect(journey.wait_until_gone() == 0, 'the program ended with an error')
        journey.start('--new')
        begin(journey)
        journey.wait(lambda: hidden(journey), 'what is hidden')
        search(journey, 'My cit')
        title_is(journey, 'My citizens')
        journey.focus_window()


def change(journey):
    with journey.step('it is renamed in the menu of views'):
        in_menu(journey, 'Rename…')
        give_name(journey, 'Our citizens')
        title_is(journey, 'Our citizens')
        journey.wait(lambda: [view['title'] for view in stored(journey).get('views', [])] == ['Our citizens'],
                     'the new name in the file')
        journey.focus_window()


def copy(journey, qogam_file):
    target = os.path.join(journey.folder, 'copy.json')
    with journey.step('a copy of the map has the view'):
        journey.key('ctrl+shift+s')
        journey.wait(lambda: journey.find(role='label', name='Name:'), 'the dialog')
        journey.focus_window()
        journey.key('ctrl+a')
        journey.type(target)
        journey.key('Return')
        journey.wait(lambda: os.path.exists(target), 'the copy')
        with open(target, encoding='utf-8') as file, open(qogam_file, encoding='utf-8') as original:
            written, given = json.load(file), json.load(original)
        expect(len(written['views']) == len(given['views']) + 1, 'the view is not in the copy')
        view = written['views'][-1]
        expect('citizens' not in view['entities'], 'what is hidden is in the view')
        expect(len(written['entities']) == len(given['entities']), 'the copy lacks entities')
        journey.focus_window()
    with journey.step('a name typed over the one that is proposed has its ending once'):
        journey.key('ctrl+shift+s')
        journey.wait(lambda: journey.find(role='label', name='Name:'), 'the dialog')
        journey.focus_window()
        # Nothing is selected by us: the dialog selects the proposal without its ending.
        journey.type(os.path.join(journey.folder, 'typed.json'))
        journey.key('Return')
        journey.wait(lambda: os.path.exists(os.path.join(journey.folder, 'typed.json')), 'the file')
        journey.focus_window()
    with journey.step('the copy, saved a second time, is the same byte for byte'):
        second = os.path.join(journey.folder, 'second.json')
        subprocess.run([*journey.command, 'convert', target, second], check=True, stdout=subprocess.DEVNULL)
        with open(target, 'rb') as file, open(second, 'rb') as other:
            expect(file.read() == other.read(), 'it is not')


def delete(journey):
    with journey.step('it is deleted, and that is undone'):
        in_menu(journey, 'Delete the View')
        journey.wait(lambda: stored(journey).get('views') == [], 'the end of the view')
        journey.wait(lambda: journey.find(role='push button', name=re.compile(r'^Undo').match), 'the way back').act()
        journey.wait(lambda: len(stored(journey).get('views', [])) == 1, 'the view again')
        title_is(journey, 'Our citizens')
        journey.focus_window()
    with journey.step('what is said of it is said in the language of the moment, and its way back stays'):
        in_menu(journey, 'Delete the View')
        journey.wait(lambda: stored(journey).get('views') == [], 'the end of the view')
        # Under the pointer it stays.
        told = journey.wait(lambda: journey.find(role='label', name='The view “Our citizens” is deleted'), 'what is said')
        x, y, width, height = told.extents
        journey.move(x + width / 2, y + height / 2)
        for key, undo, said in (('ctrl+2', 'Отменить', 'Вид «Our citizens» удалён'), ('ctrl+1', 'Болдырмау', '«Our citizens» көрінісі жойылды'),
                                ('ctrl+3', 'Undo', 'The view “Our citizens” is deleted')):
            journey.focus_window()
            journey.key(key)
            journey.wait(lambda said=said: journey.find(role='label', name=said), said)
            journey.wait(lambda undo=undo: journey.find(role='push button', name=lambda name: name.startswith(undo)), undo)
    with journey.step('Ctrl+Z takes the last thing back: a hiding, then the end of the view'):
        before = hidden(journey)
        journey.focus_window()
        journey.key('ctrl+z')
        journey.wait(lambda: len(stored(journey).get('views', [])) == 1, 'the view again')
        title_is(journey, 'Our citizens')
        expect(hidden(journey) is not None and hidden(journey).name == before.name, 'another hiding is taken back')
        journey.wait(lambda: journey.find(role='push button', name=lambda name: name.startswith('Undo')) is None, 'the end of what was said')
    with journey.step('what is hidden is brought back'):
        journey.wait(lambda: hidden(journey), 'what is hidden').act()
        journey.wait(lambda: stored(journey).get('hidden_entities') == [], 'nothing hidden in the file')


def damaged(journey):
    with journey.step('a damaged file is put aside and said in the log'):
        journey.focus_window()
        journey.key('ctrl+q')
        expect(journey.wait_until_gone() == 0, 'the program ended with an error')
        path = next(path for path, what in own_files(journey) if what['map'].startswith('bundled:'))
        with open(path, 'w', encoding='utf-8') as file:
            file.write('{"own": 1, "views": [')
        journey.start('--new')
        begin(journey)
        expect(os.path.exists(f'{path}.damaged-1') and not os.path.exists(path), 'the damaged file is gone')
        with open(journey.log, encoding='utf-8') as log:
            expect('is damaged' in log.read(), 'nothing is said')


def unread(journey, entities):
    citizens = entities['citizens']['name']['en']
    with journey.step('a file that cannot be read is not written over, and that is said'):
        path = next(path for path, what in own_files(journey) if path.endswith('.damaged-1'))[:-len('.damaged-1')]
        journey.focus_window()
        journey.key('ctrl+q')
        expect(journey.wait_until_gone() == 0, 'the program ended with an error')
        # Whoever runs the tests may be allowed to read every file, but nobody a folder.
        os.mkdir(path)
        journey.start('--new')
        begin(journey)
        search(journey, citizens)
        journey.focus_window()
        journey.key('Return')
        title_is(journey, citizens)
        journey.key('ctrl+d')
        give_name(journey, 'Not kept')
        journey.wait(lambda: journey.find(role='label', text='could not be kept. This is a folder'), 'the notice')
        expect(os.path.isdir(path) and not os.listdir(path), 'the file is written over')
        expect(not os.path.exists(f'{path}.damaged-2'), 'the file is put aside')
    with journey.step('two notices at once are one'):
        search(journey, citizens)
        journey.focus_window()
        journey.key('Menu')
        journey.wait(lambda: journey.find(role='menu item', name='Hide'), 'the menu').act()
        journey.wait(lambda: journey.find(role='label', text='Hidden until you bring it back'), 'the notice')
        journey.wait(lambda: journey.find(role='push button', name=re.compile(r'^Undo').match), 'the way back')
        expect(not journey.find(role='label', text='could not be kept'), 'both notices are there')
        journey.key('ctrl+z')
        journey.wait(lambda: not journey.find(role='label', text='Hidden until you bring it back'), 'the end of it')


def main(qogam, map_file):
    with Journey('own', [qogam], {'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'en', 'GTK_USE_PORTAL': '0'}) as journey:
        entities = load(map_file)
        keep(journey, entities)
        again(journey)
        change(journey)
        copy(journey, map_file)
        delete(journey)
        damaged(journey)
        unread(journey, entities)


if __name__ == '__main__':
    main(os.path.abspath(sys.argv[1]), sys.argv[2])
