# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Qogam contributors

"""Ways between two, and the filter, with the keyboard and through accessible acts. Arguments: qogam, the bundled map."""

import os
import re
import subprocess
import sys

from exploring import begin, clipboard, focused, hidden, load, names_in_picture, picture_is_there, search, title_is, zoom_of
from journey import Journey, expect

ACCENT = '#0b62c4'  # of what is selected and lit up


def explore(journey, entities):
    citizens, power = entities['citizens']['name'], entities['state-power']['name']
    with journey.step('the overview is there'):
        overview = begin(journey)
    with journey.step('the ways to another entity are told, hop by hop, and one can become a view'):
        search(journey, citizens['en'])
        button = journey.wait(lambda: journey.find(role='push button', name='Ways to…'), 'the offer of ways')
        button.act()
        journey.wait(lambda: journey.find(role='label', text='Where should the ways from'), 'the question where to')
        journey.type(power['en'])
        journey.wait(lambda: journey.find(role='list item', name=power['en']), 'the other end')
        journey.key('Return')
        journey.wait(lambda: journey.find(role='label', name=re.compile(r'^\d+ ways?( |$)').match), 'the number of ways')
        ways = journey.wait(lambda: list(journey.find_all(role='push button', name=lambda n: n.startswith(
            citizens['en'] + ' → '))), 'ways')
        expect(all(way.name.endswith(power['en']) for way in ways), 'a way leads elsewhere')
        journey.find(role='push button', name='Show as a View').act()
        title_is(journey, f"{citizens['en']} → {power['en']}")
    with journey.step('closed they are gone, the history goes back to them, and past them'):
        journey.find(role='push button', name='Close the Ways').act()
        journey.wait(lambda: not journey.find(role='push button', name='Close the Ways'), 'the end of the ways')
        journey.focus_window()
        journey.key('alt+Left')
        journey.wait(lambda: journey.find(role='push button', name='Close the Ways'), 'the ways again')
        title_is(journey, f"{citizens['en']} → {power['en']}")
        journey.key('alt+Left', 'alt+Left')
        title_is(journey, overview)
        journey.wait(lambda: not journey.find(role='push button', name='Close the Ways'), 'the end of the ways')


def lengths(journey):
    """The lengths of ways with how many there are, as listed: [(node, relations, ways)]."""
    found = [(node, re.match(r'^(\d+) relations?: (\d+) ways?$', node.name)) for node in journey.find_all(role='push button')]
    return [(node, int(match[1]), int(match[2])) for node, match in found if match]


def listed(journey, start):
    return [node for node in journey.find_all(role='push button', name=lambda name: name.startswith(start + ' → '))]


def explore_many(journey, entities):
    """Between these two there are more ways than can be shown at once."""
    citizens, maslikhat = entities['citizens']['name']['en'], entities['maslikhat']['name']['en']
    before = journey.find(role='frame').name.split(' — ')[0]
    with journey.step('of many ways the shortest are listed and drawn, and can be read'):
        search(journey, citizens)
        journey.wait(lambda: journey.find(role='push button', name='Ways to…'), 'the offer of ways').act()
        journey.wait(lambda: journey.find(role='label', text='Where should the ways from'), 'the question where to')
        journey.type(maslikhat)
        journey.wait(lambda: journey.find(role='list item', name=maslikhat), 'the other end')
        journey.key('Return')
        groups = journey.wait(lambda: lengths(journey), 'the lengths of the ways')
        expect(len(groups) > 1 and [g[1] for g in groups] == sorted(g[1] for g in groups), f'lengths: {groups}')
        expect(len(listed(journey, citizens)) == groups[0][2], 'not the shortest ways are listed')
        names = journey.wait(lambda: names_in_picture(journey), 'the number of names')
        expect(names <= 14, f'{names} names are in the picture')
        journey.wait(lambda: zoom_of(journey), 'the picture')
        journey.screenshot('ways-shortest')
    with journey.step('longer ones are listed, and all are drawn, when that is asked for'):
        lengths(journey)[1][0].act()
        journey.wait(lambda: len(listed(journey, citizens)) == groups[0][2] + groups[1][2], 'the longer ways')
        picture_is_there(journey)
        journey.focus_window()
        journey.key('Escape')
        journey.wait(lambda: not journey.find(role='push button', name='Show as a View'), 'the list of ways alone')
        journey.find(role='push button', name='All Ways in the Picture').act()
        journey.wait(lambda: names_in_picture(journey) > names, 'all ways')
        journey.wait(lambda: not journey.find(role='push button', name='All Ways in the Picture'), 'no more of them')
        expect(not journey.find(role='push button', name='Show as a View'), 'one of them was chosen')
        listed(journey, citizens)[0].act()
        journey.wait(lambda: journey.find(role='push button', name='Show as a View'), 'the chosen way')
        expect(names_in_picture(journey) > names, 'all ways are gone from the picture')
    with journey.step('what is on the way is read about, and the ways wait; anything else ends them'):
        journey.wait(lambda: journey.find(role='push button', name=lambda name: name.startswith('More about: ')),
                     'a relation of the way').act()
        back = journey.wait(lambda: journey.find(role='push button', name=lambda name: name.startswith('Ways: ')),
                            'the way back to the ways')
        back.act()
        journey.wait(lambda: listed(journey, citizens), 'the ways again')
        journey.focus_window()
        search(journey, entities['political-parties']['name']['en'] if 'political-parties' in entities else 'Constitution')
        journey.wait(lambda: not journey.find(role='push button', name='Close the Ways') and not
                     journey.find(role='push button', name=lambda name: name.startswith('Ways: ')), 'the end of the ways')
        journey.focus_window()
        journey.key('alt+Left')
        journey.wait(lambda: listed(journey, citizens), 'the ways by going back')
    with journey.step('Escape leads from the way to the list, and from the list to what was before'):
        picture_is_there(journey)
        journey.key('Escape')
        journey.wait(lambda: not journey.find(role='push button', name='Show as a View'), 'the list of ways alone')
        expect(listed(journey, citizens), 'the list has gone')
        journey.key('Escape')
        journey.wait(lambda: not journey.find(role='push button', name='Close the Ways'), 'the end of the ways')
        title_is(journey, before)
    with journey.step('with the list folded away it is one step'):
        journey.key('alt+Left')
        journey.wait(lambda: journey.find(role='push button', name='Close the Ways'), 'the ways by going back')
        journey.key('shift+F9')
        width = journey.find(role='frame').extents[2]
        journey.wait(lambda: all(n.extents[0] >= width for n in journey.find_all(role='push button', name='Close the Ways')),
                     'the picture alone')
        journey.focus_window()
        journey.key('Escape')
        title_is(journey, before)


def hide(journey):
    with journey.step('the legend hides a kind, says how much is hidden, and brings all back'):
        toggle = journey.wait(lambda: journey.find(name=re.compile(r'^Political party, \d+$').match), 'the legend')
        toggle.act()
        shown = journey.wait(lambda: hidden(journey), 'what is hidden')
        counted = int(toggle.name.rsplit(' ', 1)[1])
        expect(shown.name.startswith(f'{counted} name'), f'{counted} names are hidden, but it says {shown.name}')
        shown.act()
        journey.wait(lambda: not hidden(journey), 'all again')
        journey.focus_window()
        journey.key('ctrl+z')
        journey.wait(lambda: hidden(journey), 'the hiding again')
        journey.key('ctrl+z')
        journey.wait(lambda: not hidden(journey), 'all again')


def several(journey):
    """Whether the legend has a line that nobody left unsaid."""
    return journey.find(name=re.compile(r'^kind not stated, \d+$').match)


def merge(journey):
    with journey.step('what stands for statements of several kinds is not one whose kind is not stated'):
        n = names_in_picture(journey)
        expect(not several(journey), 'the overview has statements whose kind is not stated')
        journey.focus_window()
        journey.key('ctrl+shift+g')
        journey.wait(lambda: (names_in_picture(journey) or n) < n and
                     journey.find(name=re.compile(r'^claim, \d+$').match), 'the groups')
        expect(not several(journey), 'the legend counts what stands for several')
        journey.key('ctrl+shift+g')
        journey.wait(lambda: names_in_picture(journey) == n, 'the names')
        journey.focus_window()


def see_only(journey):
    def seen():
        return {node.name for node in journey.find_all(name=re.compile(r'^[^,]+, \d+$').match, state='pressed')}

    with journey.step('with Shift the legend shows one of its sort alone, in one step, and the others again'):
        entry = journey.wait(lambda: journey.find(name=re.compile(r'^fact, \d+$').match), 'the legend')
        whole = seen()
        kinds = {name for name in whole if name[0].isupper()}
        alone = kinds | {entry.name}
        journey.xdotool('keydown', 'shift')
        journey.click(entry)
        journey.xdotool('keyup', 'shift')
        journey.wait(lambda: seen() == alone, 'only facts, and all kinds')
        journey.focus_window()
        journey.key('ctrl+z')
        journey.wait(lambda: seen() == whole and not hidden(journey), 'all again')
        journey.click(entry)
        journey.wait(lambda: seen() == whole - {entry.name}, 'all but facts')
        journey.key('shift+Return')
        journey.wait(lambda: seen() == alone, 'only facts, by the keyboard')
        journey.key('shift+Return')
        journey.wait(lambda: seen() == whole and not hidden(journey), 'the others again')
    with journey.step('the menu of an entry says the same'):
        journey.click(entry, button=3)
        journey.wait(lambda: journey.find(role='menu item', name='Only This'), 'the menu').act()
        journey.wait(lambda: seen() == alone, 'only facts')
        journey.click(entry, button=3)
        journey.wait(lambda: journey.find(role='menu item', name='The Others Again'), 'the way back').act()
        journey.wait(lambda: seen() == whole and not hidden(journey), 'the others again')


def take_back(journey):
    with journey.step('what says that something was hidden goes when it is taken back elsewhere'):
        def item():
            return journey.find(role='list item', name=lambda said: said.startswith('Political parties, '))

        search(journey, 'Political parties')
        journey.wait(item, 'the name')
        journey.wait_until_settled(lambda: item().extents, 'the picture')
        journey.click(item(), button=3)
        journey.wait(lambda: journey.find(role='menu item', name='Hide'), 'the menu').act()
        journey.wait(lambda: journey.find(text='Hidden until you bring it back'), 'what was done')
        journey.focus_window()
        journey.key('ctrl+z')
        journey.wait(lambda: not hidden(journey), 'all again')
        journey.wait(lambda: not journey.find(text='Hidden until you bring it back'), 'the end of the news', seconds=6)


def lit(journey):
    """Which pixels of the picture have the colour of what is lit up, once it has come to rest: {(x, y)}."""
    picture = os.path.join(journey.folder, 'lit.png')
    x, y, width, height = max((n for n in journey.find_all(role='list')), key=lambda n: n.extents[2]).extents
    x, width = x + 20, width - 20

    def marked():
        subprocess.run(['import', '-window', 'root', picture], check=True)
        return subprocess.run(['convert', picture, '-crop', f'{width}x{height}+{x}+{y}', '+repage', '-fill', 'black', '+opaque',
                               ACCENT, '-fill', 'white', '-opaque', ACCENT, '-depth', '8', 'gray:-'], check=True,
                              stdout=subprocess.PIPE).stdout
    pixels = journey.wait_until_settled(marked, 'what is lit up')
    return {(x + i % width, y + i // width) for i, value in enumerate(pixels) if value}


def around(pixels, node):
    """How many of them are at a name of the picture, where relations come to it."""
    left, top, width, height = node.extents
    return sum(left - 24 <= x < left + width + 24 and top - 24 <= y < top + height + 24 for x, y in pixels)


def chosen(journey, start):
    """The name of the way whose hops are listed under it: the last one before their acts."""
    name = None
    for node in journey.find_all(role='push button'):
        if node.name == 'Show as a View':
            return name
        if node.name.startswith(f'{start} → '):
            name = node.name
    return None


def read_beside(journey):
    """Tab from a selected entity along its relations, over into the panel, and back."""
    def sentence():
        node = focused(journey)
        return node.name.split('. ')[0] if node is not None and node.role == 'list item' and '. ' in node.name else None

    def read(words):
        return journey.find(role='label', name='Read the other way') and \
            any(words in text for text in journey.words()) and not journey.find(role='push button', name='Ways Between Them')
    journey.focus_window()
    journey.key('Tab')
    first = journey.wait(sentence, 'a relation under the keyboard')
    journey.wait(lambda: read(first), f'{first} in the panel')
    journey.key('Tab')
    second = journey.wait(lambda: sentence() != first and sentence(), 'the next relation')
    journey.wait(lambda: read(second), f'{second} in the panel')
    journey.click(journey.find(role='push button', name='Copy'), down=0.8)
    # Read from where one stands, copied as the map has it.
    journey.wait(lambda: clipboard().split(' (')[0] in journey.words(), 'what is read on the clipboard')
    journey.wait(lambda: read(second), f'{second} in the panel still')
    journey.focus_window()
    journey.key('Escape')
    journey.wait(lambda: not journey.find(role='label', name='Read the other way'), 'what is selected')


def point(journey, entities):
    citizens, power = entities['citizens']['name']['en'], entities['state-power']['name']['en']

    def named(name):
        return next((n for n in journey.find_all(role='list item') if n.name.startswith(f'{name}, ')), None)

    def item(name):
        return journey.wait(lambda: named(name), f'{name} in the picture')
    with journey.step('two are selected with the pointer, and the ways between them are offered'):
        search(journey, citizens)
        item(power)
        journey.key('Escape')
        journey.wait_until_settled(lambda: item(citizens).extents, 'the picture')
        before = lit(journey)
        journey.click(item(citizens))
        journey.wait_until_settled(lambda: item(power).extents, 'the picture')
        journey.xdotool('keydown', 'ctrl')
        journey.click(item(power))
        journey.xdotool('keyup', 'ctrl')
        offer = journey.wait(lambda: journey.find(role='push button', name='Ways Between Them'), 'the offer of ways')
    with journey.step('Tab along the relations of one of them: the panel has what the keyboard is on'):
        read_beside(journey)
    with journey.step('the ways between them are asked for'):
        offer = journey.wait(lambda: journey.find(role='push button', name='Ways Between Them'), 'the offer of ways')
        journey.click(offer, down=0.8)
        journey.wait(lambda: journey.find(role='label', name=re.compile(r'^\d+ ways$').match), 'the number of ways')
    with journey.step('the chosen way is lit up in the picture, and another one in its place'):
        first = journey.wait(lambda: chosen(journey, citizens), 'a chosen way')
        one = journey.wait(lambda: next((now for now in (lit(journey),) if len(now) > len(before) + 500), None),
                           f'a way that is lit up: there were {len(before)} pixels before')
        journey.click(lengths(journey)[1][0], down=0.8)
        other = journey.wait(lambda: journey.find(role='push button', name=re.compile(
            rf'^{citizens} → [^→]+ → {power}$').match), 'a longer way')
        name = other.name
        middle = name.split(' → ')[1]
        expect(name != first and middle not in first, f'{name} is no other way than {first}')
        there = named(middle)
        beside = around(one, there) if there is not None else 0
        journey.click(other, down=0.8)
        journey.wait(lambda: chosen(journey, citizens) == name, 'another chosen way')
        item(middle)
        two = lit(journey)
        expect(len(two - one) > 500, f'only {len(two - one)} pixels are lit up anew')
        found = around(two, item(middle))
        expect(found > beside + 20, f'{middle} is not lit up: {beside} pixels, then {found}')
    with journey.step('it becomes a view, and is kept under a title of its own'):
        journey.click(journey.wait(lambda: journey.find(role='push button', name='Show as a View'), 'the act'), down=0.8)
        title_is(journey, f'{citizens} → {power}')
        # The act has gone with its page: the keyboard is on the way that it was about.
        journey.wait(lambda: focused(journey) is not None and focused(journey).name == name, 'the keyboard on the chosen way')
        journey.focus_window()
        journey.key('ctrl+d')
        journey.wait(lambda: journey.find(role='push button', name='Keep'), 'the dialog')
        journey.focus_window()
        journey.key('ctrl+a')
        journey.type('From citizens to power')
        journey.key('Return')
        title_is(journey, 'From citizens to power')


def main(qogam, map_file):
    with Journey('ways', [qogam], {'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'en'}) as journey:
        entities = load(map_file)
        explore(journey, entities)
        hide(journey)
        merge(journey)
        see_only(journey)
        take_back(journey)
        point(journey, entities)
        explore_many(journey, entities)


if __name__ == '__main__':
    main(os.path.abspath(sys.argv[1]), sys.argv[2])
