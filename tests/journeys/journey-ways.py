# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Qogam contributors

"""Ways between two, and the filter, with the keyboard and through accessible acts. Arguments: qogam, the bundled map."""

import os
import re
import sys

from exploring import begin, hidden, load, search, title_is
from journey import Journey, expect


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


def main(qogam, map_file):
    with Journey('ways', [qogam], {'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'en'}) as journey:
        explore(journey, load(map_file))


if __name__ == '__main__':
    main(os.path.abspath(sys.argv[1]), sys.argv[2])
