# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Qogam contributors

"""Ways between two, and the filter, with the keyboard and through accessible acts. Arguments: qogam, the bundled map."""

import os
import re
import subprocess
import sys

from exploring import begin, hidden, load, search, title_is
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
    with journey.step('back from the ways'):
        journey.find(role='push button', name='Close the Ways').act()
        journey.wait(lambda: not journey.find(role='push button', name='Close the Ways'), 'the end of the ways')
        journey.focus_window()
        journey.key('alt+Left')
        title_is(journey, overview)
    with journey.step('the legend hides a kind, says how much is hidden, and brings all back'):
        toggle = journey.wait(lambda: journey.find(name=re.compile(r'^Political party, \d+$').match), 'the legend')
        toggle.act()
        shown = journey.wait(lambda: hidden(journey), 'what is hidden')
        shown.act()
        journey.wait(lambda: not hidden(journey), 'all again')
        journey.focus_window()
        journey.key('ctrl+z')
        journey.wait(lambda: hidden(journey), 'the hiding again')
        journey.key('ctrl+z')
        journey.wait(lambda: not hidden(journey), 'all again')


def lit(journey, folder):
    """How many pixels of the picture have the colour of what is lit up."""
    picture = os.path.join(folder, 'lit.png')
    subprocess.run(['import', '-window', 'root', picture], check=True)
    x, y, width, height = max((n for n in journey.find_all(role='list')), key=lambda n: n.extents[2]).extents
    counted = subprocess.run(['convert', picture, '-crop', f'{width - 20}x{height}+{x + 20}+{y}', '-fill', 'black', '+opaque', ACCENT,
                              '-fill', 'white', '-opaque', ACCENT, '-format', '%[fx:int(mean*w*h+0.5)]', 'info:'], check=True,
                             stdout=subprocess.PIPE, encoding='ascii')
    return int(counted.stdout)


def point(journey, entities):
    citizens, power = entities['citizens']['name']['en'], entities['state-power']['name']['en']

    def item(name):
        return journey.wait(lambda: next((n for n in journey.find_all(role='list item') if n.name.startswith(f'{name}, ')), None),
                            f'{name} in the picture')
    with journey.step('two are selected with the pointer, and the ways between them are offered'):
        search(journey, citizens)
        item(power)
        journey.key('Escape')
        journey.wait_until_settled(lambda: item(citizens).extents, 'the picture')
        before = lit(journey, journey.folder)
        journey.click(item(citizens))
        journey.wait_until_settled(lambda: item(power).extents, 'the picture')
        journey.xdotool('keydown', 'ctrl')
        journey.click(item(power))
        journey.xdotool('keyup', 'ctrl')
        offer = journey.wait(lambda: journey.find(role='push button', name='Ways Between Them'), 'the offer of ways')
        journey.click(offer)
        journey.wait(lambda: journey.find(role='label', name=re.compile(r'^\d+ ways$').match), 'the number of ways')
    with journey.step('the chosen way is lit up in the picture, and another one in its place'):
        one = journey.wait(lambda: lit(journey, journey.folder) > before + 500 and lit(journey, journey.folder), 'a way lit up')
        other = journey.wait(lambda: journey.find(role='push button', name=re.compile(
            rf'^{citizens} → [^→]+ → {power}$').match), 'a longer way')
        journey.click(other)
        journey.wait(lambda: lit(journey, journey.folder) not in (one, before), 'another way lit up')
    with journey.step('it becomes a view, and is kept under a title of its own'):
        journey.click(journey.wait(lambda: journey.find(role='push button', name='Show as a View'), 'the act'))
        title_is(journey, f'{citizens} → {power}')
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
        point(journey, entities)


if __name__ == '__main__':
    main(os.path.abspath(sys.argv[1]), sys.argv[2])
