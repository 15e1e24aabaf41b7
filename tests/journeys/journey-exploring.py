# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Qogam contributors

"""Exploring with the keyboard alone: search, focus, history, language. Arguments: qogam, the bundled map."""

import os
import re
import sys

from exploring import begin, clipboard, focused, label, load, picture_is_there, search, spoken, title_is, zoom_of
from journey import Journey, expect


def heard(journey):
    """The name of what the keyboard is on, where that is in the picture."""
    node = journey.find(role='list item', state='focused')
    return node.name if node is not None else None


def explore(journey, entities):
    citizens = entities['citizens']['name']
    with journey.step('the overview is there'):
        overview = begin(journey)
    with journey.step('with nothing selected there is nothing to copy, which is said'):
        journey.key('ctrl+shift+c')
        words = 'Nothing is selected: first choose a name or a line in the picture.'
        label(journey, words)
        journey.wait(lambda: words in spoken(journey), 'the words aloud')
    with journey.step('search goes to an entity, and the keyboard is on it'):
        search(journey, citizens['en'])
        label(journey, citizens['en'])
        journey.wait(lambda: journey.find(role='label', name=re.compile(r', par\. \d+$').search), 'the place of a source')
        journey.wait(lambda: (heard(journey) or '').startswith(citizens['en'] + ','), 'the entity under the keyboard')
    with journey.step('a relation has a menu of its own; the keyboard comes back to it, and it is copied'):
        journey.key('Tab')
        sentence = journey.wait(lambda: (heard(journey) or '').count('. ') > 1 and heard(journey), 'a relation heard')
        journey.key('Menu')
        journey.wait(lambda: journey.find(role='menu item', name='Copy with Source'), 'the menu')
        expect(not journey.find(role='menu item', name='Show Neighborhood'), 'it is the menu of the entity')
        journey.key('Escape')
        journey.wait(lambda: heard(journey) == sentence, 'the keyboard on the relation again')
        journey.key('ctrl+shift+c')
        journey.wait(lambda: clipboard().startswith(sentence.split('. ')[0] + ' ('), 'the relation with its source')
        journey.key('Menu')
        journey.wait(lambda: journey.find(role='menu item', name='Copy with Source'), 'the menu')
        journey.key('Escape')
        journey.wait(lambda: heard(journey) == sentence, 'the keyboard on the relation once more')
        journey.key('Escape')
        journey.wait(lambda: (heard(journey) or '').startswith(citizens['en'] + ','), 'the entity heard')
    with journey.step('Enter shows its neighborhood; it is widened and narrowed by key'):
        journey.key('Return')
        title_is(journey, citizens['en'])
        label(journey, '1 step')
        journey.key('alt+Up')
        label(journey, '2 steps')
        journey.key('alt+Down')
        label(journey, '1 step')
    with journey.step('Escape leads back to the overview'):
        picture_is_there(journey)
        journey.key('Escape')
        title_is(journey, overview)
        expect(not journey.find(role='label', name='1 step'), 'the bar of the neighborhood is still there')
    with journey.step('back and forward lead through what was seen'):
        journey.key('alt+Left')
        title_is(journey, citizens['en'])
        journey.key('alt+Right')
        title_is(journey, overview)
    with journey.step('so do the buttons at the side of the mouse, in the picture and beside it'):
        panels = [n.extents for n in journey.find_all(role='label', name=citizens['en'])]
        x, y, width, height = max(panels)
        for at in ((x - 300, y + 200), (x + width / 2, y + height / 2)):
            journey.click_at(*at, button=8)
            title_is(journey, citizens['en'])
            journey.click_at(*at, button=9)
            title_is(journey, overview)
    with journey.step('search goes to a view by its title, and the keyboard is in the picture'):
        search(journey, 'Money')
        title_is(journey, 'Money and property')
        journey.wait(lambda: journey.find(role=('list', 'list item').__contains__, state='focused'),
                     'the keyboard in the picture')
        journey.key('alt+Left')
        title_is(journey, overview)
    with journey.step('another language leaves the selection and the zoom'):
        journey.key('ctrl+plus')
        zoom = journey.wait_until_settled(lambda: zoom_of(journey), 'the zoom')
        journey.key('ctrl+1')
        label(journey, citizens['kk'])
        expect(journey.wait_until_settled(lambda: zoom_of(journey), 'the zoom') == zoom, 'the zoom changed')
        journey.key('ctrl+3')
        label(journey, citizens['en'])


def in_outline(journey, start):
    """Whether the keyboard is in the outline, on a row whose words begin so."""
    node = focused(journey)
    return node is not None and 0 <= node.extents[0] < 300 and any(word.startswith(start) for word in journey.words(node))


def explore_outline(journey, entities):
    citizens = entities['citizens']['name']['en']
    with journey.step('the keyboard enters the outline at what is selected, and a relation is heard with its statement'):
        search(journey, citizens)
        journey.wait(lambda: (heard(journey) or '').startswith(citizens + ','), 'the entity in the picture')
        journey.key('F9')
        journey.wait(lambda: in_outline(journey, citizens), 'the row of the entity')
        journey.key('F9')
        journey.wait(lambda: (heard(journey) or '').startswith(citizens + ','), 'the entity in the picture again')
        journey.key('F9')
        journey.wait(lambda: in_outline(journey, citizens), 'the row of the entity')
        journey.key('Right', 'Right')
        journey.wait(lambda: in_outline(journey, 'Citizens have the right to take part in managing state affairs. norm.'),
                     'the row of a relation')
        journey.key('Left')
        journey.wait(lambda: in_outline(journey, citizens), 'the row of the entity again')
    with journey.step('Enter, wider, narrower and Escape do there what they do in the picture'):
        before = journey.find(role='frame').name.split(' — ')[0]
        journey.key('Return')
        title_is(journey, citizens)
        journey.key('alt+Up')
        label(journey, '2 steps')
        journey.key('alt+Down')
        label(journey, '1 step')
        picture_is_there(journey)
        journey.key('Escape')
        title_is(journey, before)
        journey.wait(lambda: in_outline(journey, citizens), 'the row of the entity after that')


def main(qogam, map_file):
    with Journey('exploring', [qogam], {'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'en'}) as journey:
        entities = load(map_file)
        explore(journey, entities)
        explore_outline(journey, entities)


if __name__ == '__main__':
    main(os.path.abspath(sys.argv[1]), sys.argv[2])
