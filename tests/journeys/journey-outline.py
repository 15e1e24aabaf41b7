# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Qogam contributors

"""All that can be done in the picture, done in the outline, with the keyboard alone: going about in the tree, reading,
copying, hiding, groups, ways, the neighborhood, own views, the search; and with Ctrl and a click. Arguments: qogam, the
bundled map."""

import os
import re
import sys

from exploring import begin, choose, clipboard, focused, hidden, label, load, picture_is_there, title_is, walk_to
from journey import Journey, expect


def row(journey):
    """The words of the row in the outline that the keyboard is on; nothing where it is elsewhere."""
    node = focused(journey)
    if node is None or not 0 <= node.extents[0] < 300 or node.extents[1] < 30:
        return ''
    return ' '.join(journey.words(node))


def is_beside(node):
    """Whether it is where it is seen, rather than folded away to the left. Later versions of GTK count from the right of the
    border."""
    return node is not None and node.extents[0] > -20


def on_row(journey, start):
    journey.wait(lambda: row(journey).startswith(start), f'the row {start}, not {row(journey)}')


def menu(journey, name):
    journey.key('Menu')
    choose(journey, name)


def walk(journey, entities, kinds):
    citizens = entities['citizens']
    kind = kinds[citizens['kind']]
    with journey.step('the outline opens, and the keyboard comes to its first row'):
        begin(journey)
        journey.key('F9')
        journey.wait(lambda: is_beside(journey.find(role='list', name='Outline')), 'the outline')
        journey.wait_until_settled(lambda: next(n for n in journey.find_all(role='label', name='Views')).extents, 'the outline')
        on_row(journey, 'Views')
    with journey.step('closed by the key it gives the keyboard to the picture, opened by the button it leaves it there'):
        journey.key('F9')
        journey.wait(lambda: (focused(journey) or journey.find(role='frame')).role == 'list item', 'the keyboard in the picture')
        button = next(n for n in journey.find_all(name='Views and Outline') if is_beside(n))
        journey.wait_until_settled(lambda: focused(journey).extents, 'the picture')
        name = focused(journey).name
        journey.click(button)
        journey.wait_until_settled(lambda: next(n for n in journey.find_all(role='label', name='Views')).extents, 'the outline')
        journey.wait(lambda: not row(journey), 'the keyboard elsewhere')
        journey.focus_window()
        journey.key('F9')
        journey.wait(lambda: focused(journey).name == name or focused(journey).name == 'Views and Outline', 'the keyboard as it was')
        journey.key('F9')
        on_row(journey, 'Views')
    with journey.step('F6 leads from it to the picture, and out of the picture'):
        journey.key('F6')
        journey.wait(lambda: (focused(journey) or journey.find(role='frame')).role == 'list item' and not row(journey),
                     'the keyboard in the picture')
        journey.key('F6')
        journey.wait(lambda: (focused(journey) or journey.find(role='frame')).role != 'list item', 'the keyboard elsewhere')
        journey.key('F6')
        journey.wait(lambda: (focused(journey) or journey.find(role='frame')).role == 'list item' and not row(journey),
                     'the keyboard in the picture again')
        journey.key('F9', 'F9')
        on_row(journey, 'Views')
    with journey.step('Left closes, Right opens and leads in, Left leads out'):
        journey.key('Left', 'Down')
        on_row(journey, 'Tours')
        journey.key('Left', 'Down')
        on_row(journey, 'Contents')
        journey.key('Right')
        first = journey.wait(lambda: row(journey) if not row(journey).startswith('Contents') else None, 'the first kind')
        journey.key('Left')
        on_row(journey, 'Contents')
        journey.key('Right')
        on_row(journey, first)
    with journey.step('an entity is reached, its relation is read, and back out of it'):
        walk_to(journey, row, kind)
        journey.key('Right', 'Right')
        walk_to(journey, row, citizens['name']['en'])
        journey.key('Right', 'Right')
        on_row(journey, 'Citizens have the right to take part in managing state affairs. norm.')
        journey.key('Right')
        on_row(journey, 'Citizens have the right to take part in managing state affairs. norm.')
        journey.key('Left')
        on_row(journey, citizens['name']['en'])


def act(journey, entities):
    citizens, power = entities['citizens']['name']['en'], entities['state-power']['name']['en']
    with journey.step('the menu copies an entity, and a relation, with its source'):
        menu(journey, 'Copy with Source')
        journey.wait(lambda: clipboard().startswith(f'{citizens}: '), 'the entity with its source')
        on_row(journey, citizens)
        journey.key('Right')
        on_row(journey, 'Citizens have the right')
        menu(journey, 'Copy with Source')
        journey.wait(lambda: clipboard().startswith('Citizens have the right to take part in managing state affairs ('),
                     'the relation with its source')
        on_row(journey, 'Citizens have the right')
        journey.key('Left')
        on_row(journey, citizens)
    with journey.step('the menu hides an entity, and a key brings it back'):
        menu(journey, 'Hide')
        journey.wait(lambda: hidden(journey), 'what is hidden')
        on_row(journey, citizens)
        journey.key('ctrl+z')
        journey.wait(lambda: not hidden(journey), 'all again')
    with journey.step('Enter chooses, Enter again shows the neighborhood, the menu widens it, Escape leads back'):
        before = journey.find(role='frame').name.split(' — ')[0]
        journey.key('Return')
        label(journey, citizens)
        journey.key('Return')
        title_is(journey, citizens)
        menu(journey, 'Wider')
        label(journey, '2 steps')
        picture_is_there(journey)
        on_row(journey, citizens)
        journey.key('Escape')
        title_is(journey, before)
        on_row(journey, citizens)
    with journey.step('the menu asks for the ways to another entity; the keyboard reads them, and comes back'):
        menu(journey, 'Ways to…')
        journey.wait(lambda: journey.find(role='label', text='Where should the ways from'), 'the question where to')
        journey.type(power)
        journey.wait(lambda: journey.find(role='list item', name=power), 'the other end')
        journey.key('Return')
        journey.wait(lambda: journey.find(role='push button', name=lambda n: n.startswith(citizens + ' → ')), 'ways')
        journey.wait(lambda: (focused(journey) or journey.find(role='frame')).name.startswith(citizens + ' → '),
                     'the keyboard on a way')
        way = focused(journey).name
        journey.key('Escape')
        journey.wait(lambda: not journey.find(role='push button', name='Show as a View'), 'the list of ways alone')
        journey.wait(lambda: (focused(journey) or journey.find(role='frame')).name == way, 'the keyboard on the way still')
        journey.key('Escape')
        journey.wait(lambda: not journey.find(role='push button', name='Close the Ways'), 'the end of the ways')
        title_is(journey, before)
        on_row(journey, citizens)


def groups(journey, entities, kinds):
    kind = kinds[entities['citizens']['kind']]

    def count():
        found = journey.find(name=re.compile(r'^Citizens, \d+$').match)
        return found.name if found else ''
    with journey.step('the menu of a kind collapses it to one node, a key opens it again'):
        journey.key('Left')
        walk_to(journey, row, kind, 'Left')
        many = journey.wait(count, 'the legend')
        menu(journey, 'Collapse the Group')
        journey.wait(lambda: count() != many and count().endswith(', 1'), 'one node')
        on_row(journey, kind)
        journey.key('ctrl+g')
        journey.wait(lambda: count() == many, 'all of its nodes')
        on_row(journey, kind)


def own(journey, kind):
    with journey.step('what is shown is kept as a view, which is renamed and deleted in the outline'):
        journey.key('ctrl+d')
        journey.wait(lambda: journey.find(role='push button', name='Keep'), 'the dialog')
        journey.focus_window()
        journey.key('ctrl+a')
        journey.type('Mine')
        journey.key('Return')
        title_is(journey, 'Mine')
        journey.focus_window()
        on_row(journey, kind)
        journey.key('Home')
        on_row(journey, 'Views')
        journey.key('Right')
        walk_to(journey, row, 'Own Views')
        walk_to(journey, row, 'Mine')
        journey.key('F2')
        journey.wait(lambda: journey.find(role='push button', name='Rename'), 'the dialog')
        journey.focus_window()
        journey.key('ctrl+a')
        journey.type('Ours')
        journey.key('Return')
        title_is(journey, 'Ours')
        journey.focus_window()
        on_row(journey, 'Ours')
        journey.key('Delete')
        journey.wait(lambda: not list(journey.find_all(role='label', name='Ours')), 'the end of the view')
        journey.wait(lambda: row(journey), 'the keyboard in the outline still')
    with journey.step('taken back, the view is in sight there again'):
        journey.key('ctrl+z')
        title_is(journey, 'Ours')
        journey.wait(lambda: any(is_beside(n) and n.extents[1] > 0 for n in journey.find_all(role='label', name='Ours')), 'its row')


def views(journey):
    """The labels of the outline that name views, from the first one down."""
    return [n for n in journey.find_all(role='label') if is_beside(n) and n.extents[0] < 300 and n.extents[1] > 30]


def clicks(journey):
    def top(node):
        return journey.wait_until_settled(lambda: node.extents, 'the outline')
    with journey.step('a view opens by a click at the very edge of its row, and no row moves'):
        journey.key('Home')
        on_row(journey, 'Views')
        given = [view['title']['en'] for view in load(sys.argv[2], 'views').values()][:4]
        labels = {name: next(n for n in views(journey) if n.name == name) for name in given}
        before = {name: top(node) for name, node in labels.items()}
        for name in given[1:] + given[:1]:
            x, y, width, height = before[name]
            for edge in (y - 4, y + height + 3):
                other = next(one for one in given if one != name)
                journey.click_at(before[other][0] + 20, before[other][1] + before[other][3] / 2)
                title_is(journey, other)
                journey.click_at(x + 20, edge)
                title_is(journey, name)
                now = {one: top(node) for one, node in labels.items()}
                # The list may scroll by a pixel for the row to be seen whole.
                moved = [now[one][1] - before[one][1] for one in given]
                expect(set(moved) <= {moved[0]} and abs(moved[0]) < 3, f'the rows have moved from {before} to {now}')
        journey.screenshot('outline-current')


def find(journey, entities):
    parties = entities['political-parties']['name']['en']
    with journey.step('letters typed there begin a search; Escape gives the keyboard back'):
        journey.key('Home')
        on_row(journey, 'Views')
        journey.type('pol')
        journey.wait(lambda: focused(journey) is not None and focused(journey).text == 'pol', 'the letters in the search')
        journey.key('Escape')
        on_row(journey, 'Views')
    with journey.step('what is found is gone to in the outline'):
        journey.type(parties.lower())
        journey.wait(lambda: journey.find(role='list item', name=parties), 'what was found')
        journey.key('Return')
        on_row(journey, parties)
    with journey.step('two are selected with Ctrl and a click, and the ways between them are offered'):
        journey.key('Up')
        journey.wait(lambda: row(journey) and not row(journey).startswith(parties), 'its neighbour')
        other = journey.find(role='label', within=focused(journey))
        journey.key('Down')
        on_row(journey, parties)
        journey.xdotool('keydown', 'ctrl')
        journey.click(other)
        journey.xdotool('keyup', 'ctrl')
        journey.wait(lambda: journey.find(role='push button', name='Ways Between Them'), 'the offer of ways')


def main(qogam, map_file):
    with Journey('outline', [qogam], {'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'en'}) as journey:
        entities, kinds = load(map_file), load(map_file, 'kinds')
        kinds = {name: kind.get('plural', kind['name'])['en'] for name, kind in kinds.items()}
        walk(journey, entities, kinds)
        act(journey, entities)
        groups(journey, entities, kinds)
        own(journey, kinds[entities['citizens']['kind']])
        clicks(journey)
        find(journey, entities)


if __name__ == '__main__':
    main(os.path.abspath(sys.argv[1]), sys.argv[2])
