# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Qogam contributors

"""What a change of language leaves as it was: zoom, selection, filter, history, the step of a tour; and the languages of the
interface and of the map are set apart where a person has set them so; and letters are of one font. Arguments: qogam, the bundled map."""

import json
import os
import shutil
import sys
import tempfile

from exploring import title_is, walk_to, zoom_of
from journey import Journey, expect

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'check'))
from lacking import fonts  # noqa: E402 pylint: disable=wrong-import-position

LETTERS = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'export', 'letters.qogam.json')
SETTINGS = '[io/github/qogam/Qogam]\n'
OF_KEYS = {'kk': 'ctrl+1', 'ru': 'ctrl+2', 'en': 'ctrl+3'}
KIND = 'ұғым'
HIDDEN = {'kk': 'жасырылған', 'ru': 'скрыт', 'en': 'hidden'}
MENU = {'kk': 'Басты мәзір', 'ru': 'Главное меню', 'en': 'Main Menu'}


def set_keys(journey, text):
    """Starts again with these settings."""
    journey.focus_window()
    journey.key('ctrl+q')
    expect(journey.wait_until_gone() == 0, f'it ended with {journey.process.returncode}')
    folder = os.path.join(journey.folder, 'config', 'glib-2.0', 'settings')
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, 'keyfile'), 'w', encoding='utf-8') as file:
        file.write(SETTINGS + text)
    journey.start()
    journey.wait(lambda: journey.find(role='frame', text=' — '), 'the map')
    journey.focus_window()


def change(journey, language):
    journey.focus_window()
    journey.key(OF_KEYS[language])
    journey.wait(lambda: journey.find(name=MENU[language]) is not None, f'the interface in {language}')


def pick(journey, typed, name):
    """Searches for an entity and selects it; the keyboard is in the picture then."""
    journey.key('ctrl+f')
    journey.type(typed)
    journey.wait(lambda: journey.find(role='list item', text=name), 'what was found')
    journey.key('Return')
    journey.wait(lambda: journey.find(role='label', text=f'{name} — '), f'what is said about {name}')


class State:
    """What is looked at, whatever it is called."""

    def __init__(self, the_map):
        self.ids = {language: {entity['name'][language]: entity['id'] for entity in the_map['entities']}
                    for language in OF_KEYS}

    def __call__(self, journey, language):
        picture = max(journey.find_all(role='list'), key=lambda node: node.extents[0])
        places = {}
        for node in journey.find_all(role='list item', within=picture):
            name = next((name for name in self.ids[language] if node.name.startswith(name + ', ')), None)
            if name is not None:
                places[self.ids[language][name]] = node.extents
        texts = journey.words(roles=('label', 'push button'))
        # The sentences of what is selected begin with its name.
        chosen = next((self.ids[language][name] for name in self.ids[language]
                       if any(text.startswith(f'{name} — ') for text in texts)), None)
        hidden = next((text for text in texts if HIDDEN[language] in text and text[0].isdigit()), '')
        zoom = next((text for text in texts if text.endswith('%')), '')
        return tuple(''.join(c for c in text if c.isdigit()) for text in (zoom, hidden)) + (chosen, tuple(sorted(places.items())))


def find_picture(journey):
    return journey.find(role='list', name=lambda name: ', карта, ' in name)


def keep_state(journey, the_map):
    state = State(the_map)
    with journey.step('zoom, selection and filter are as they were, and no entity has moved'):
        pick(journey, 'ugym 4', 'Ұғым 4')
        journey.key('ctrl+minus', 'ctrl+minus')
        journey.click(journey.wait(lambda: max(journey.find_all(name=lambda name: name.startswith(f'{KIND}, ')),
                                               key=lambda node: node.extents[1], default=None), 'the legend'))
        before = journey.wait_until_settled(lambda: state(journey, 'kk'), 'the picture')
        expect(before[0] and before[1] and before[2] == 'e4' and before[3], f'nothing to compare with: {before}')
        for language in ('ru', 'en', 'kk'):
            change(journey, language)
            journey.wait(lambda there=language: state(journey, there) == before, f'the same picture in {language}')
    with journey.step('back leads to where one was, and forward here again'):
        view = the_map['views'][0]['title']
        name = next(entity['name'] for entity in the_map['entities'] if entity['id'] == 'e4')
        pick(journey, 'ugym 4', 'Ұғым 4')
        journey.key('Return')
        title_is(journey, name['kk'])
        change(journey, 'ru')
        title_is(journey, name['ru'])
        journey.key('alt+Left')
        title_is(journey, view['ru'])
        change(journey, 'en')
        journey.key('alt+Right')
        title_is(journey, name['en'])
        change(journey, 'kk')
        title_is(journey, name['kk'])


def in_menu(journey):
    """The item of a menu that the keyboard is on."""
    node = journey.find(role=lambda role: 'menu item' in role, state='focused')
    return node.name if node is not None else ''


def talk_at_once(journey):
    with journey.step('F5 on the heels of a second language, chosen in the menu, begins the talk'):
        for language in ('Русский', 'Жоқ'):
            journey.focus_window()
            journey.key('F10')
            journey.wait(lambda: in_menu(journey) or journey.key('Down'), 'the keyboard in the menu')
            walk_to(journey, in_menu, 'Екінші тіл')
            journey.key('Return')
            journey.key('Down')
            walk_to(journey, in_menu, language)
            # Without a moment in between.
            journey.xdotool('key', 'Return', 'key', 'F5')
            journey.wait_for(role='label', name='1 / 5')
            journey.focus_window()
            journey.key('Escape')
            journey.wait(lambda: not journey.find(role='label', name='1 / 5'), 'the end of the presentation')


def set_apart(journey, the_map):
    steps = the_map['tours'][0]['steps']
    with journey.step('a Kazakh map stays Kazakh in a Russian and an English window, in a presentation as well'):
        set_keys(journey, "map-language='kk'\nsecond-language='ru'\n")
        view = the_map['views'][0]['title']['kk']
        change(journey, 'ru')
        title_is(journey, view)
        # The picture is not there yet: the talk begins when it is.
        journey.key('F5')
        journey.wait_for(role='label', name='1 / 5')
        journey.focus_window()
        journey.key('Right', 'Right')
        journey.wait_for(role='label', name='3 / 5')
        for language in ('en', 'kk', 'ru'):
            journey.key(OF_KEYS[language])
            journey.wait(lambda there=language: journey.find(name=MENU[there]) is not None, f'the interface in {language}')
            expect(journey.find(role='label', name='3 / 5') is not None, 'the step changed with the language')
            journey.wait_for(role='label', name=steps[2]['title']['kk'])
        journey.key('Escape')
        journey.wait(lambda: not journey.find(role='label', name='3 / 5'), 'the end of the presentation')
    with journey.step('and an English map in a Kazakh window'):
        set_keys(journey, "language='kk'\nmap-language='en'\n")
        journey.wait(lambda: journey.find(name=MENU['kk']), 'a Kazakh window')
        title_is(journey, the_map['views'][0]['title']['en'])


def fonts_of_interface(journey):
    """The families that labels are written in."""
    found = set()
    for node in journey.find_all(role='label'):
        found.add(node.text_attributes.get('family-name', '').split(',')[0])
    return found - {''}


def patched(journey):
    chosen = os.path.join(journey.folder, 'config', 'gtk-4.0', 'settings.ini')
    os.makedirs(os.path.dirname(chosen), exist_ok=True)
    with open(chosen, 'w', encoding='utf-8') as file:
        file.write('[Settings]\ngtk-font-name=DejaVu Sans 11\n')
    with journey.step('a font of the desktop that has all letters is that of the interface'):
        set_keys(journey, "language='kk'\n")
        journey.wait(lambda: fonts_of_interface(journey) == {'DejaVu Sans'}, 'DejaVu Sans')
    with journey.step('one without the letters of Kazakh is used for none of the others either'):
        journey.environment.update(fonts(os.path.join(journey.folder, 'fonts'), ('Noto Sans', 'DejaVu Sans'), ('DejaVu Sans',)))
        set_keys(journey, "language='kk'\n")
        journey.wait(lambda: fonts_of_interface(journey) == {'Noto Sans'}, 'Noto Sans')
        journey.screenshot('language-keeps-font')
    del journey.environment['FONTCONFIG_FILE']
    os.remove(chosen)


def narrow(journey, path):
    with journey.step('at 360 pixels a message has all of its words'):
        set_keys(journey, "language='kk'\nwindow-width=360\nwindow-height=640\n")
        journey.wait(lambda: find_picture(journey), 'the picture')
        journey.key('ctrl+d')
        journey.wait_for(name='Көріністің аты')
        journey.focus_window()
        journey.key('Return')
        message = journey.wait_for(role='label', text='болып сақталды')
        box = journey.wait_until_settled(lambda: message.extents, 'the message')
        expect(box[0] + box[2] < 340, f'the words of the message are at {box}')
        journey.focus_window()
    with journey.step('at 360 pixels a notice fits the window in every language'):
        with open(path, 'r+', encoding='utf-8') as file:
            file.truncate(os.path.getsize(path) - 300)
        notice = journey.wait(lambda: journey.find(role='label', text='language-keeps.json'), 'the notice')
        for language in ('ru', 'en', 'kk'):
            change(journey, language)
            box = journey.wait_until_settled(lambda: notice.extents, 'the notice')
            expect(0 < box[0] < box[0] + box[2] < 360 and box[2] > 120, f'{language}: the words of the notice are at {box}')


def main(qogam):
    with open(LETTERS, encoding='utf-8') as file:
        the_map = json.load(file)
    with tempfile.TemporaryDirectory() as folder:
        path = shutil.copy(LETTERS, os.path.join(folder, 'language-keeps.json'))
        journey_through(qogam, path, the_map)


def journey_through(qogam, path, the_map):
    with Journey('language-keeps', [qogam, path], {'LC_ALL': 'C', 'LANGUAGE': 'kk'}) as journey:
        with journey.step('the small map is there, in Kazakh'):
            journey.wait(lambda: zoom_of(journey), 'a picture')
            title_is(journey, the_map['views'][0]['title']['kk'])
            journey.focus_window()
        keep_state(journey, the_map)
        talk_at_once(journey)
        set_apart(journey, the_map)
        patched(journey)
        narrow(journey, path)


if __name__ == '__main__':
    main(os.path.abspath(sys.argv[1]))
