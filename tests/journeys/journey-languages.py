# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Qogam contributors

"""The language is changed with this and that open: nothing is left of the language before, and nothing moves. No locale
but C is set. Arguments: qogam, the bundled map."""

import gettext
import json
import os
import re
import sys

from exploring import press
from journey import Failure, Journey, expect

LANGUAGES = ('kk', 'ru', 'en')
# What languages call themselves is the same everywhere, and so is what a source says word for word.
OWN_NAMES = {'Қазақша', 'Русский', 'English', 'Qazaqşa', 'қаз', 'рус', 'eng', 'Qogam', 'Qogam contributors'}
QUOTED = re.compile(r'\([«„“].*?[»“”]\)|«[^»]*»|\[(kk|ru|en)\]')
KAZAKH_LETTERS = re.compile('[ӘәҒғҚқҢңӨөҰұҮүҺһІі]')
CYRILLIC = re.compile('[а-яА-ЯёЁ]')


def catalogue(qogam, language):
    """What the interface and GTK itself say in this language, as far as it has no number in it."""
    name = os.path.join(os.path.dirname(qogam), '..', 'po', language, 'LC_MESSAGES', 'qogam.mo')
    found = set()
    for name in (name, f'/usr/share/locale/{language}/LC_MESSAGES/gtk40.mo'):
        if os.path.exists(name):
            with open(name, 'rb') as file:
                texts = gettext.GNUTranslations(file)._catalog  # pylint: disable=protected-access
            found |= {text for text in texts.values() if len(text) > 3 and '%' not in text}
    return found


def texts_of(thing, language):
    """Every text of the map in this language."""
    if isinstance(thing, dict):
        if set(thing) & set(LANGUAGES):
            text = thing.get(language)
            if isinstance(text, str):
                yield re.sub(r'\{(?:from|to)\|([^}]*)\}', r'\1', text)
            return
        thing = thing.values()
    if not isinstance(thing, (str, int, float, bool, type(None))):
        for part in thing:
            yield from texts_of(part, language)


class Words:
    """What may be read in which language."""

    def __init__(self, qogam, the_map):
        self.texts = {language: catalogue(qogam, language) | set(texts_of(the_map, language)) for language in LANGUAGES}
        # GTK has no English catalogue, and some words of others are English: names of keys.
        self.texts['en'] |= {text for other in LANGUAGES for text in self.texts[other] if text.isascii()}

    def foreign(self, language, said):
        """What of @said is in another language than @language."""
        found = set()
        others = set().union(*(self.texts[other] for other in LANGUAGES if other != language)) - self.texts[language]
        for text in said:
            text = re.sub(r' \(Ctrl\+\d\)$', '', text)
            bare = QUOTED.sub('', text)
            if text in OWN_NAMES or text in self.texts[language]:
                continue
            if text in others or (language == 'en' and CYRILLIC.search(bare)) or \
                    (language == 'ru' and KAZAKH_LETTERS.search(bare)):
                found.add(text)
        return found - OWN_NAMES


def canvas(journey):
    """The picture: the list beside the outline."""
    return journey.wait(lambda: max(journey.find_all(role='list'), key=lambda n: n.extents[0], default=None), 'the picture')


def places(journey, the_map, language):
    """Where the entities stand that a screen reader can find: id → extents."""
    ids = {entity['name'][language]: entity['id'] for entity in the_map['entities']}
    found = {}
    for node in journey.find_all(role='list item', within=canvas(journey)):
        entity = next((ids[name] for name in ids if node.name.startswith(name + ', ')), None)
        if entity is not None:
            found[entity] = node.extents
    return found


def main(qogam, map_file):
    with open(map_file, encoding='utf-8') as file:
        the_map = json.load(file)
    words = Words(qogam, the_map)
    titles = {language: the_map['views'][0]['title'][language] for language in LANGUAGES}
    # LANGUAGE is set to nothing, as where it is not set at all.
    surroundings = {'LC_ALL': 'C', 'LANG': 'C', 'LANGUAGE': ''}

    def expect_only(journey, reading, language, what):
        """All that is on screen or read aloud is in @language, and has come to rest so."""
        seen = [None]

        def is_clean():
            # A clock, as the one who speaks has it, never rests.
            seen.append({word for word in reading.words() if not re.fullmatch(r'[\d:]+', word)})
            return seen[-1] == seen[-2] and not words.foreign(language, seen[-1])
        try:
            journey.wait(is_clean, f'{what} in {language} alone')
        except Failure as failure:
            left = sorted(words.foreign(language, seen[-1]))
            raise Failure(f'{language}, {what}: left of another language: {left[:6]}' if left else str(failure)) from failure

    def change(journey, reading, language, what):
        journey.key(f'ctrl+{LANGUAGES.index(language) + 1}')
        journey.wait(lambda: journey.find(role='frame', text=titles[language]), f'the title in {language}')
        expect_only(journey, reading, language, what)
        journey.screenshot(f'languages-{what}-{language}')

    def around(journey, reading, what):
        for language in ('ru', 'en', 'kk'):
            change(journey, reading, language, what)

    with Journey('languages', [qogam], surroundings) as journey:
        with journey.step('with no language set it starts in Kazakh'):
            journey.wait_for(role='frame', text=titles['kk'])
            journey.wait(lambda: places(journey, the_map, 'kk'), 'an entity in the picture')
            reading = journey.tree
            expect_only(journey, reading, 'kk', 'start')
            journey.focus_window()
            # Which entities a screen reader can find depends on where the keyboard is.
            journey.wait(lambda: journey.find(role='list item', state='focused'), 'the keyboard in the picture')
            before = dict(journey.wait_until_settled(lambda: tuple(places(journey, the_map, 'kk').items()), 'the picture'))
        with journey.step('the window changes its language, and no entity its place'):
            compared = set()
            for language in ('ru', 'en', 'kk'):
                change(journey, reading, language, 'window')
                now = journey.wait(lambda there=language: places(journey, the_map, there), f'entities in {language}')
                common = now.keys() & before.keys()
                moved = [entity for entity in common if now[entity] != before[entity]]
                expect(not moved, f'{language}: {moved[:5]} moved')
                compared |= common
                # Where the middle of the window lies, and so which of them can be found, depends on the legend's lines.
                before = {**now, **before}
            expect(len(compared) >= 3, f'no more than {compared} could be compared')
        with journey.step('so does what is said about a selected entity'):
            at_first = len(reading.words())
            x, y, width, height = next(iter(before.values()))
            journey.click_at(x + width / 2, y + height / 2)
            journey.wait(lambda: len(reading.words()) > at_first, 'the details')
            around(journey, reading, 'details')
        with journey.step('an open menu stays open, in the other language'):
            journey.key('F10')
            journey.wait(lambda: journey.find(role='menu') or journey.find(role='menu item'), 'the menu')
            around(journey, reading, 'menu')
            expect(journey.find(role='menu item') is not None, 'the menu is gone')
            journey.key('Escape')
        with journey.step('the search and what it found'):
            journey.key('ctrl+f')
            journey.type('a')
            around(journey, reading, 'search')
            journey.key('Escape')
        with journey.step('the list of views and the filter, in their popovers'):
            for name, role, what in (('Көріністі таңдау', 'menu item', 'views'),
                                     ('Маңыздылығы мен дереккөзі бойынша сүзгі', 'check box', 'filter')):
                def is_open(wanted=role):
                    return journey.find(role=wanted) or journey.find(role='radio menu item') or \
                        journey.find(role='radio button')
                journey.focus_window()
                press(journey, name, is_open)
                journey.move(1, 1)
                around(journey, reading, what)
                expect(is_open(), f'{what}: the popover is gone')
                journey.key('Escape')
                journey.wait(lambda gone=is_open: not gone(), 'the popover to close')
        with journey.step('the export window'):
            journey.focus_window()
            journey.key('ctrl+e')
            journey.wait_for(name='Бас тарту')
            journey.focus_window()
            around(journey, reading, 'export')
            journey.key('Escape')
            journey.wait(lambda: journey.find(name='Бас тарту') is None, 'the end of the window')
        with journey.step('the window that names a view, and the name that it proposes, until the person writes another one'):
            def written(wanted):
                return lambda: journey.find(role=('text', 'entry').__contains__, text=wanted.__eq__) is not None
            journey.focus_window()
            journey.key('ctrl+d')
            # The bundled view has the title itself.
            proposed = {language: f'{title} (2)' for language, title in titles.items()}
            journey.wait(written(proposed['kk']), 'the name of what is shown')
            journey.focus_window()
            for language in ('ru', 'en', 'kk'):
                change(journey, reading, language, 'naming')
                journey.wait(written(proposed[language]), f'the name in {language}')
            # What is typed takes its place, as when the window opened, however often the language was changed.
            entry = journey.find(role=('text', 'entry').__contains__, text=proposed['kk'].__eq__)
            for language in ('ru', 'en', 'kk') * 6:
                journey.key(f'ctrl+{LANGUAGES.index(language) + 1}')
                journey.wait(lambda there=language: entry.text == entry.chosen == proposed[there], f'{language}, selected')
            journey.type('2026')
            journey.wait(written('2026'), 'what was typed')
            for language in ('ru', 'kk'):
                change(journey, reading, language, 'naming')
                expect(written('2026')(), f'{language}: what was typed is gone')
            journey.key('Escape')
            journey.wait(lambda: not written('2026')(), 'the end of the window')
        with journey.step('a presentation, its words and the window of the one who speaks: all stay at their step'):
            journey.focus_window()
            journey.key('F5')
            journey.wait_for(role='label', text='1 / ')
            journey.focus_window()
            journey.key('Right', 'n')
            journey.wait_for(role='label', text='2 / ')
            around(journey, reading, 'presentation')
            journey.key('s')
            journey.wait_for(name='Баяндамашы терезесі')
            journey.focus_window()
            around(journey, reading, 'speaker')
            expect(len(list(journey.find_all(role='label', text='2 / '))) == 2, 'the step is another one')
            journey.key('Escape')
            journey.wait(lambda: journey.find(role='label', text='2 / ') is None, 'the end of the presentation')
        with journey.step('the window of keyboard shortcuts'):
            journey.key('ctrl+question')
            journey.wait(lambda: len(list(journey.find_all(role='frame'))) > 1 or journey.find(role='dialog'), 'the window')
            journey.focus_window()
            around(journey, reading, 'shortcuts')
            journey.key('Escape')
        with journey.step('the window about the program'):
            journey.focus_window()
            journey.key('F10', 'Up', 'Return')
            journey.wait_for(role='label', name='Qogam')
            journey.focus_window()
            around(journey, reading, 'about')
            journey.key('Escape')
            journey.wait(lambda: not journey.find(role='label', name='Qogam'), 'the end of the window')
        with journey.step('the next start speaks what was spoken last, with no locale at all'):
            journey.focus_window()
            change(journey, reading, 'ru', 'last')
            journey.key('ctrl+q')
            expect(journey.wait_until_gone() == 0, f'it ended with {journey.process.returncode}')
            journey.start()
            journey.wait_for(role='frame', text=titles['ru'])
            journey.wait(lambda: places(journey, the_map, 'ru'), 'an entity in the picture')
            expect_only(journey, journey.tree, 'ru', 'next start')


if __name__ == '__main__':
    main(os.path.abspath(sys.argv[1]), sys.argv[2])
