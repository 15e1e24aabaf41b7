# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Qogam contributors

"""The language changes by key wherever the keyboard is, in every menu, popover and dialog, which stays open and speaks
the other language; and from a menu of views the keyboard comes to the picture. Arguments: qogam, the bundled map."""

import gettext
import json
import os
import sys

from exploring import begin, press, search, title_is, walk_to
from journey import Journey, expect

LANGUAGES = ('kk', 'ru', 'en')


def catalogues(qogam):
    found = {}
    for language in LANGUAGES:
        name = os.path.join(os.path.dirname(qogam), '..', 'po', language, 'LC_MESSAGES', 'qogam.mo')
        with open(name, 'rb') as file:
            found[language] = gettext.GNUTranslations(file).gettext
    return found


def focused(journey, role):
    return journey.find(role=role, state='focused')


def main(qogam, map_file):
    with open(map_file, encoding='utf-8') as file:
        data = json.load(file)
    views = data['views']
    citizens = next(entity['name'] for entity in data['entities'] if entity['id'] == 'citizens')
    words = catalogues(qogam)
    tour, steps = data['tours'][0]['title'], len(data['tours'][0]['steps'])
    titles = {language: views[1]['title'][language] for language in LANGUAGES}

    def says(journey, text, role=None):
        return next((n for n in journey.find_all(name=text) if role is None or role in n.role), None)

    def around(journey, text, role=None):
        """What is open says @text, in one language after the other."""
        for language in ('ru', 'kk', 'en'):
            journey.key(f'ctrl+{LANGUAGES.index(language) + 1}')
            said = text[language] if isinstance(text, dict) else words[language](text)
            journey.wait(lambda: says(journey, said, role), f'{language}: {said}')

    def opened(journey, act, text, role=None):
        first = text['en'] if isinstance(text, dict) else text
        if isinstance(act, str):
            press(journey, act, lambda: says(journey, first, role))
        else:
            act()
        journey.wait(lambda: says(journey, first, role), first)
        journey.focus_window()
        around(journey, text, role)
        journey.key('Escape')
        journey.wait(lambda: not says(journey, first, role), f'the end of {first}')
        journey.focus_window()

    with Journey('anywhere', [qogam], {'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'en'}) as journey:
        with journey.step('a view is chosen in the menu, and the keyboard is in the picture'):
            begin(journey)
            press(journey, 'Choose a View', lambda: says(journey, titles['en'], 'menu item'))
            journey.key('Down', 'Return')
            title_is(journey, titles['en'])
            journey.wait(lambda: focused(journey, 'list item'), 'the keyboard in the picture')
        with journey.step('the menu of views'):
            opened(journey, 'Choose a View',
                   {language: views[2]['title'][language] for language in LANGUAGES}, 'menu item')
        with journey.step('the main menu'):
            opened(journey, lambda: journey.key('F10'), 'Keyboard Shortcuts', 'menu item')
        with journey.step('a page of the main menu'):
            def page():
                journey.key('F10')
                journey.wait(lambda: says(journey, 'Appearance', 'menu item'), 'the menu')
                journey.wait(lambda: focused(journey, 'menu item') or journey.key('Down'), 'the keyboard in the menu')
                walk_to(journey, lambda j: getattr(focused(j, 'menu item'), 'name', ''), 'Appearance')
                journey.key('Return')
            opened(journey, page, 'As the Desktop', 'menu item')
        with journey.step('the menu of an entity'):
            search(journey, citizens['en'])
            title_is(journey, citizens['en'])
            journey.wait(lambda: journey.find(role='list item', name=lambda name: name.startswith(citizens['en'] + ','), state='focused'),
                         'the entity')
            opened(journey, lambda: journey.key('Menu'), 'Show Neighborhood', 'menu item')
        with journey.step('the search'):
            opened(journey, lambda: journey.key('ctrl+f'), 'What was found')
        with journey.step('the filter'):
            opened(journey, 'Filter by importance and source', 'Importance')
        with journey.step('the window for exports'):
            opened(journey, lambda: journey.key('ctrl+e'), 'Second Language')
        with journey.step('the window of keyboard shortcuts'):
            opened(journey, lambda: journey.key('ctrl+question'), 'Open a map')
        with journey.step('the presentation'):
            journey.key('shift+F5')
            journey.wait(lambda: len(list(journey.find_all(role='frame'))) > 1, 'the screen')
            journey.focus_window()
            around(journey, citizens)
            journey.key('Escape')
            journey.wait(lambda: len(list(journey.find_all(role='frame'))) == 1, 'the end')
        with journey.step('a tour stays at its step'):
            journey.focus_window()
            title_is(journey, citizens['en'])
            search(journey, tour['en'])
            journey.wait(lambda: journey.find(role='label', name=f"{tour['en']} · 1 / {steps}"), 'the first step')
            journey.focus_window()
            journey.key('Page_Down')
            second = {language: f'{tour[language]} · 2 / {steps}' for language in LANGUAGES}
            journey.wait(lambda: journey.find(role='label', name=second['en']), 'the second step')
            around(journey, second)
        with journey.step('the program goes on'):
            expect(journey.process.poll() is None, 'it ended')


if __name__ == '__main__':
    main(os.path.abspath(sys.argv[1]), sys.argv[2])
