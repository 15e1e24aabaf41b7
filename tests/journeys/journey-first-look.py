# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Qogam contributors

"""A first look at the map: start, click an entity, read about it, follow a relation, zoom, fit, change the language,
close. Arguments: qogam, the bundled map."""

import json
import os
import re
import sys

from journey import Journey, expect

LANGUAGES = (('kk', 'Қазақша'), ('ru', 'Русский'), ('en', 'English'))


class Map:
    """What the map says, to compare the window with."""

    def __init__(self, name):
        with open(name, encoding='utf-8') as file:
            self.data = json.load(file)
        self.entities = {entity['id']: entity for entity in self.data['entities']}

    def view_title(self, language):
        return self.data['views'][0]['title'][language]

    def entity_named(self, name, language):
        return next((e for e in self.data['entities'] if e['name'][language] == name), None)

    def relations_at(self, entity):
        return [r for r in self.data['relations'] if entity in (r['from'], r['to'])]


def canvas(journey):
    """The picture: the list beside the outline."""
    return journey.wait(lambda: max(journey.find_all(role='list'), key=lambda n: n.extents[0], default=None), 'the picture')


def entities_of(journey, the_map, language):
    """The entities that can be found in the picture by a screen reader: [(entity, node)]."""
    found = []
    for node in journey.find_all(role='list item', within=canvas(journey)):
        entity = the_map.entity_named(node.name.split(',')[0], language)
        if entity is not None and node.name.count(',') >= 2:
            found.append((entity, node))
    return found


def zoom_of(journey):
    for node in journey.find_all(role='push button'):
        match = re.match(r'^(\d+)\s?%$', node.text)
        if match:
            return int(match[1])
    return None


def details(journey):
    """The panel at the side of the window where the words about what is selected are: it has the largest x."""
    def panes():
        return [n for n in journey.find_all(role='scroll pane') if n.extents[2] > 200 and n.extents[3] > 300]
    return journey.wait(lambda: max(panes(), key=lambda n: n.extents[0], default=None), 'the panel of details')


def button(journey, *names):
    # A button that stays down is one of its own kind from GTK 4.10 on.
    return journey.wait(lambda: journey.find(role=('push button', 'toggle button').__contains__, name=names.__contains__),
                        f'a button {names}')


def main(qogam, map_file):
    the_map = Map(map_file)
    with Journey('first-look', [qogam], {'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'kk'}) as journey:
        with journey.step('the window opens with the overview, in Kazakh'):
            journey.wait_for(role='frame')
            journey.wait_for(role='label', text=the_map.view_title('kk'))
        with journey.step('the picture is there'):
            shown = journey.wait(lambda: entities_of(journey, the_map, 'kk'), 'an entity in the picture')
        with journey.step('a click on an entity tells about it'):
            entity, node = shown[0]
            journey.click(node)
            name = entity['name']['kk']
            journey.wait(lambda: journey.find(role='label', name=name, within=details(journey)), f'the name {name}')
        with journey.step('its relations are told as sentences, with their sources'):
            words = ' '.join(journey.words(details(journey)))
            relations = the_map.relations_at(entity['id'])
            expect(relations, f'{entity["id"]} has no relations to read')
            for relation in relations[:3]:
                other = the_map.entities[relation['to'] if relation['from'] == entity['id'] else relation['from']]
                root = other['name']['kk'][:4].lower()
                expect(root in words.lower(), f'nothing is said about {other["name"]["kk"]}')
        with journey.step('a relation is followed to what it says, and from there to the other entity'):
            more = next(n for n in journey.find_all(role='push button', within=details(journey))
                        if ':' in n.name and len(n.name) > 20)
            more.act()
            sentence = more.name.split(':', 1)[1].strip()
            journey.wait(lambda: journey.find(role='label', text=sentence, within=details(journey)), sentence)
        with journey.step('back leads to the entity again'):
            journey.focus_window()
            journey.key('alt+Left')
            journey.wait(lambda: journey.find(role='label', name=name, within=details(journey)), name)
        with journey.step('zooming in, out, and fitting'):
            journey.key('ctrl+0')
            fitted = journey.wait_until_settled(lambda: zoom_of(journey), 'the zoom')
            journey.key('ctrl+plus')
            journey.wait(lambda: zoom_of(journey) > fitted, 'a larger picture')
            journey.wait_until_settled(lambda: zoom_of(journey), 'the zoom')
            x, y, width, height = canvas(journey).extents
            now = zoom_of(journey)
            journey.scroll(x + width / 2, y + height / 2, 2, control=True)
            journey.wait(lambda: zoom_of(journey) > now, 'a still larger picture')
            larger = journey.wait_until_settled(lambda: zoom_of(journey), 'the zoom')
            journey.drag(x + width / 2, y + height / 2, x + width / 2 - 80, y + height / 2 - 60)
            expect(zoom_of(journey) == larger, 'dragging changed the zoom')
            journey.key('ctrl+0')
            journey.wait(lambda: zoom_of(journey) == fitted, 'the whole picture again')
        for language, label in LANGUAGES[1:] + LANGUAGES[:1]:
            with journey.step(f'the language becomes {label}'):
                button(journey, label).act()
                title = the_map.view_title(language)
                journey.wait(lambda: title in (journey.find(role='frame') or canvas(journey)).name, f'the title {title}')
                journey.wait(lambda: journey.find(role='label', name=entity['name'][language], within=details(journey)),
                             entity['name'][language])
                journey.wait(lambda: any(e['id'] == entity['id'] for e, _ in entities_of(journey, the_map, language)),
                             'the entity in the picture')
                others = [code for code, _ in LANGUAGES if code != language]
                words = set(journey.words())
                for other in others:
                    kinds = {k['name'][other] for k in the_map.data['kinds']} - \
                        {k['name'][language] for k in the_map.data['kinds']}
                    expect(not kinds & words, f'{kinds & words} is left of {other}')
                journey.screenshot(f'first-look-{language}')
        with journey.step('the language is remembered'):
            journey.key('ctrl+2')
            journey.wait(lambda: the_map.view_title('ru') in journey.find(role='frame').name, 'the Russian title')
            journey.key('ctrl+q')
            expect(journey.wait_until_gone() == 0, f'it ended with {journey.process.returncode}')
            journey.start()
            journey.wait(lambda: journey.find(role='frame') and the_map.view_title('ru') in
                         journey.find(role='frame').name, 'the Russian title')
        with journey.step('the window closes'):
            journey.wait(lambda: entities_of(journey, the_map, 'ru'), 'an entity in the picture')
            journey.focus_window()
            journey.key('ctrl+w')
            expect(journey.wait_until_gone() == 0, f'it ended with {journey.process.returncode}')


if __name__ == '__main__':
    main(os.path.abspath(sys.argv[1]), sys.argv[2])
