# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Qogam contributors

"""What journeys that explore the map have in common."""

import contextlib
import json
import re
import subprocess

from journey import Failure


def load(name, what='entities'):
    with open(name, encoding='utf-8') as file:
        data = json.load(file)
    return {thing['id']: thing for thing in data[what]}


def focused(journey):
    """What the keyboard is on."""
    return journey.find(state='focused')


def walk_to(journey, where, start, key='Down'):
    """Presses @key until what @where says begins with @start, one step after the other."""
    for _ in range(500):
        now = journey.wait(lambda: where(journey), f'a place on the way to {start}')
        if now.startswith(start):
            return
        journey.key(key)
        journey.wait(lambda before=now: where(journey) not in ('', before), f'the next of {now}')
    raise Failure(f'{key} does not lead to {start}')


def choose(journey, name):
    """In the menu that opens, by the arrow keys."""
    def item(journey):
        node = focused(journey)
        return node.name if node is not None and node.role == 'menu item' else ''
    journey.wait(lambda: journey.find(role='menu item', name=name), f'the menu with {name}')
    journey.wait(lambda: item(journey) or journey.key('Down'), 'the keyboard in the menu')
    walk_to(journey, item, name)
    journey.key('Return')
    journey.wait(lambda: not journey.find(role='menu item', name=name), 'the end of the menu')


def clipboard():
    done = subprocess.run(['xclip', '-selection', 'clipboard', '-o', '-t', 'UTF8_STRING'], stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, timeout=20, check=False)
    return done.stdout.decode('utf-8', 'replace')


def label(journey, text):
    return journey.wait(lambda: journey.find(role='label', name=text), f"the words '{text}'")


def zoom_of(journey):
    for node in journey.find_all(role='push button'):
        match = re.match(r'^(\d+)\s?%$', node.text)
        if match:
            return int(match[1])
    return None


def search(journey, text):
    journey.key('ctrl+f')
    journey.wait(lambda: journey.find(role=('text', 'entry').__contains__, state='focused'), 'an entry to type in')
    journey.type(text)
    journey.wait(lambda: journey.find(role='list item', name=lambda name: name.lower().startswith(text.lower())),
                 f'something found for {text}')
    journey.key('Return')


def title_is(journey, name):
    journey.wait(lambda: journey.find(role='frame') is not None and
                 journey.find(role='frame').name.startswith(f'{name} — '), f"the title '{name}'")


def spoken(journey):
    """What a screen reader is told of what happens elsewhere than where the keyboard is."""
    return [node.text for node in journey.find_all(role='alert', hidden=True)] + journey.announced


def names_in_picture(journey):
    """How many names are in the picture, as a screen reader is told."""
    node = journey.find(role='list', name=lambda name: ', map, ' in name)
    return int(re.search(r', map, (\d+) names?$', node.name)[1]) if node is not None else None


def picture_is_there(journey):
    """Waits until no other picture is on its way: until then Escape would call that off, and the old one is seen."""
    def is_there():
        node = journey.find(role='list', name=lambda name: ', map, ' in name)
        return node is not None and not node.has_state('busy')
    journey.wait(is_there, 'the picture')


def hidden(journey):
    """The button that says how much is hidden and brings it back."""
    return journey.find(role='push button', name=re.compile(r'^\d+ (names?|relations?) hidden · Show All$').match)


def press(journey, name, opens):
    """Buttons with a menu have no act that AT-SPI knows. Without a window manager X refuses a menu the pointer now and
    then, and it closes at once: so the click is made again until @opens is true."""
    button = next(n for n in journey.find_all(name=name) if n.extents[0] >= 0)

    def is_open():
        journey.click(button)
        with contextlib.suppress(Failure):
            return journey.wait(opens, name, 3)
    journey.wait(is_open, f'what {name} opens')


def begin(journey):
    """Waits for the first picture; its title."""
    journey.wait_for(role='frame')
    overview = journey.wait(lambda: (journey.find(role='frame').name or '').split(' — ')[0] or None, 'a title')
    journey.wait(lambda: zoom_of(journey), 'a picture')
    journey.focus_window()
    return overview
