# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Qogam contributors

"""A map too large for the layout that its view asks for: another one is shown, the window says which, why, and how long
the wished one would take; that can be had all the same, and cancelled. Arguments: qogam, the bundled map (not used)."""

import json
import os
import sys
import tempfile

from exploring import names_in_picture, search, title_is
from helper import Build
from journey import Journey, expect

SIZE = 1500
# The question, and the button that means yes.
LANGUAGES = (('ctrl+1', 'шамамен', 'Бәрібір орналастыру'), ('ctrl+2', 'займёт около', 'Всё равно построить'),
             ('ctrl+3', 'takes about', 'Arrange Anyway'))
MENUS = {'ctrl+1': 'Басты мәзір', 'ctrl+2': 'Главное меню', 'ctrl+3': 'Main Menu'}
MAP = {
    'qogam-map': 1, 'id': 'large', 'title': 'Large', 'languages': ['en'],
    'kinds': [{'id': 'k', 'name': 'Kind', 'color': 'blue', 'symbol': 'circle'}],
    'verbs': [{'id': 'v', 'label': 'has', 'inverse': 'is of'}],
    'entities': [{'id': f'e{n}', 'kind': 'k', 'name': f'E{n}'} for n in range(SIZE)],
    'relations': [{'id': f'r{n}', 'from': f'e{n}', 'to': f'e{(n * 7 + 1) % SIZE}', 'verb': 'v'} for n in range(SIZE)],
    'views': [{'id': 'all', 'title': 'All', 'entities': ['*'], 'layout': {'engine': 'circo'}},
              {'id': 'few', 'title': 'Few', 'entities': ['e0', 'e1', 'e7', 'e8']}],
}


def choose_layout(journey, layout):
    """In the main menu."""
    journey.focus_window()
    journey.key('F10')
    journey.wait(lambda: journey.find(role='menu item', name='Layout'), 'the main menu').act()
    journey.wait(lambda: next((n for n in journey.find_all(name=layout) if 'menu item' in n.role), None),
                 'the layouts').act()


def ask(journey):
    """Chooses one that takes long."""
    choose_layout(journey, 'Springs with Groups (fdp)')
    journey.wait_for(role='label', text='takes about')


def press(journey, name, beside):
    """The button @name of the line over the picture, which has the button @beside."""
    def find():
        for bar in journey.find_all(role='alert'):
            if journey.find(role='push button', name=beside, within=bar):
                return journey.find(role='push button', name=name, within=bar)
        return None
    journey.wait(find, f'the button {name}').act()
    journey.wait(lambda: not journey.find(role='push button', name=beside), f'the end of {beside}')


def elsewhere(build, journey):
    """Questions and work that are about another view than the one that is asked for."""
    def working():
        return journey.find(role='label', text='Arranging the picture')
    with journey.step('a question about one view is not asked of another, whose layout may take long'):
        ask(journey)
        build.become('late')
        journey.focus_window()
        search(journey, 'Few')
        title_is(journey, 'Few')
        expect(not journey.find(role='label', text='takes about'), 'it still asks about the view before')
        journey.wait(working, 'the word that it works')
    with journey.step('what was asked while another layout is made waits for its answer, also in another language'):
        journey.focus_window()
        journey.key('alt+Left')
        journey.wait(lambda: not working(), 'the picture before, which is there')
        expect(not journey.find(role='label', text='Arranging'), 'a layout that was cancelled begins again')
        choose_layout(journey, 'Rings Round the Focus (twopi)')
        journey.wait(working, 'the word that it works')
        ask(journey)
        for key, words, button in LANGUAGES:
            journey.focus_window()
            journey.key(key)
            journey.wait(lambda text=words: journey.find(role='label', text=text), f'the question: {words}')
            journey.wait_for(role='push button', name=button)
    with journey.step('closed, it gives way to what is worked on, which can be cancelled'):
        press(journey, 'Close', 'Arrange Anyway')
        journey.wait(working, 'the word that it works')
        build.become('real')
        press(journey, 'Cancel', 'Cancel')
        journey.wait(lambda: not working(), 'the end of the work')


def presented(build, journey):
    """A talk begins before there is a picture."""
    def drawing():
        return journey.find(role='label', text='Drawing the picture')
    with journey.step('a talk without a picture says that it is being drawn'):
        journey.focus_window()
        search(journey, 'Few')
        title_is(journey, 'Few')
        journey.wait(lambda: names_in_picture(journey) == 4, 'the view')
        layouts = os.path.join(journey.folder, 'cache', 'qogam', 'layouts')
        for name in journey.wait_until_settled(lambda: tuple(os.listdir(layouts)), 'the layouts that are kept'):
            os.remove(os.path.join(layouts, name))
        build.become('late')
        journey.focus_window()
        journey.key('shift+F5')
        journey.wait(drawing, 'the word that it is drawn')
        journey.screenshot('large-presented')
        build.become('real')
        journey.wait(lambda: not drawing(), 'the picture')
        journey.focus_window()
        journey.key('Escape')
        journey.wait(lambda: len(list(journey.application().children())) == 1, 'the end of the talk')
        journey.focus_window()


def main(qogam):
    with tempfile.TemporaryDirectory(prefix='qogam-large-') as folder, Build(qogam) as build:
        build.become('real')
        name = os.path.join(folder, 'large.json')
        with open(name, 'w', encoding='utf-8') as file:
            json.dump(MAP, file)
        with Journey('large', [build.qogam, name], {'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'en'}) as journey:
            def said():
                return journey.find(role='label', text='would take about')
            with journey.step('another layout stands in, and the window says for which and why'):
                text = journey.wait(said, 'what stands in').text
                expect('Circle (circo)' in text and 'Large Maps (sfdp)' in text and ' min ' in text, f'it says {text}')
                journey.screenshot('large-replaced')
            with journey.step('the wished one begins all the same, and says how long it takes'):
                journey.find(role='push button', name='Arrange Anyway').act()
                journey.wait(lambda: journey.find(role='label', text='Arranging the picture: about'), 'how long it takes')
            with journey.step('it is cancelled, and what was shown stays'):
                journey.wait_for(role='push button', name='Cancel').act()
                journey.wait(lambda: not journey.find(role='label', text='Arranging the picture'), 'the end of it')
                expect(not said(), 'it is said again of the layout that was chosen')
            with journey.step('before a slow layout it asks, and the question goes with the language until it is closed'):
                ask(journey)
                for key, words, button in LANGUAGES:
                    journey.focus_window()
                    journey.key(key)
                    journey.wait(lambda text=words: journey.find(role='label', text=text), f'the question: {words}')
                    journey.wait_for(role='push button', name=button)
                    journey.screenshot(f'large-slow-{key}')
                search(journey, 'E5')
                journey.wait(lambda: journey.find(role='list item', name=lambda name: name.startswith('E5,')), 'what was found')
                journey.focus_window()
                press(journey, 'Close', 'Arrange Anyway')
                for key, words, _ in LANGUAGES:
                    journey.key(key)
                    journey.wait(lambda there=key: journey.find(name=MENUS[there]), 'the language')
                    expect(not journey.find(role='label', text=words), 'it asks again')
                expect(not journey.find(role='label', text='Click a name'), 'there is a hint though a name is selected')
            elsewhere(build, journey)
            presented(build, journey)
            with journey.step('the export window says so of what it arranges itself'):
                journey.focus_window()
                journey.key('ctrl+e')
                window = journey.wait(lambda: next((n for n in journey.application().children() if n.name == 'Export'), None),
                                      'the export window')
                journey.wait_for(text='Smallest text', within=window)
                journey.focus_window()
                # The last of what can be exported: all views.
                journey.key('Tab', 'space', 'End', 'Return')
                journey.wait_for(text='has arranged it', within=window)
                journey.screenshot('large-export')
                journey.key('Escape')
                journey.wait(lambda: len(list(journey.application().children())) == 1, 'the end of the export window')
                journey.focus_window()
            with journey.step('the program has warned of nothing'):
                with open(journey.log, encoding='utf-8', errors='replace') as log:
                    warnings = [line for line in log if 'actionhelper' in line]
                expect(not warnings, f'it said {warnings}')


if __name__ == '__main__':
    main(os.path.abspath(sys.argv[1]))
