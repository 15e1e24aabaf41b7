# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Qogam contributors

"""What is selected as a file of its own: it holds just that, whatever else is on screen. Arguments: qogam, the bundled map."""

import os
import subprocess
import sys

from exploring import begin, focused, load, search
from journey import Journey, expect

CHOSEN = ('citizens', 'state-power', 'political-parties')


def select(journey, names):
    """With the pointer: the first by a click, the others by Ctrl and a click."""
    def item(name):
        return journey.wait(lambda: journey.find(role='list item', name=lambda said: said.startswith(f'{name}, ')), name)
    search(journey, names[0])
    for name in names:
        item(name)
    journey.key('Escape')
    for number, name in enumerate(names):
        journey.wait_until_settled(lambda name=name: item(name).extents, 'the picture')
        if number > 0:
            journey.xdotool('keydown', 'ctrl')
        journey.click(item(name))
        if number > 0:
            journey.xdotool('keyup', 'ctrl')


def export_window(journey):
    return journey.wait(lambda: next((node for node in journey.application().children() if node.name == 'Export'), None),
                        'the export window')


def choose_selection(journey):
    """In the export window the second of what can be exported, after what is on screen."""
    journey.focus_window()
    journey.key('ctrl+e')
    window = export_window(journey)
    journey.wait_for(text='Smallest text', within=window)
    journey.focus_window()

    def on_what():
        node = focused(journey)
        return node is not None and (node.name.startswith('What') or journey.find(text='What Is on Screen', within=node))
    # Before it are the buttons that turn the pages of the preview.
    journey.wait(lambda: on_what() or journey.key('Tab'), 'the keyboard on what is exported')
    # A row that opens under the pointer would be the chosen one.
    journey.xdotool('mousemove', '2', '790')
    journey.key('space')
    journey.wait_for(text='3 Selected Entities')
    journey.key('Home', 'Down', 'Return')
    journey.wait_for(text='3 Selected Entities', within=window)
    return window


def write(journey, window, target):
    journey.find(role='push button', name='Export…', within=window).act()
    journey.wait_for(role='label', text='Name:')
    journey.focus_window()
    journey.key('ctrl+a')
    journey.type(target)
    journey.key('Return')


def words_of(target):
    done = subprocess.run(['pdftotext', target, '-'], stdout=subprocess.PIPE, text=True, check=True)
    return ' '.join(done.stdout.split())


def export(journey, entities, on_screen):
    target = os.path.join(journey.folder, 'chosen.pdf')
    names = [entities[name]['name']['en'] for name in CHOSEN]
    with journey.step('three entities are selected'):
        begin(journey)
        select(journey, names)
    with journey.step('they are offered as a picture of their own'):
        window = choose_selection(journey)
        journey.screenshot('selection-export')
    with journey.step('the file holds them, and nothing else that is on screen'):
        write(journey, window, target)
        journey.wait(lambda: os.path.exists(target), 'the file')
        # Sources and footer have words of their own.
        found = words_of(target).split('Source article')[0]
        for entity in on_screen:
            label = entity.get('label', entity['name'])['en']
            if entity['id'] in CHOSEN:
                expect(label in found, f'{label} is not in the file: {found}')
            elif not any(label in name for name in names):
                expect(label not in found, f'{label} is in the file: {found}')


def main(qogam, map_file):
    with Journey('selection', [qogam], {'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'en'}) as journey:
        entities = load(map_file)
        export(journey, entities, [entities[name] for name in load(map_file, 'views')['overview']['entities']])


if __name__ == '__main__':
    main(os.path.abspath(sys.argv[1]), sys.argv[2])
