# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Qogam contributors

"""Every layout, chosen in the menu: the picture is another one each time; what was chosen is remembered for each view, over
other views, back and forward, and the next session. Arguments: qogam, the bundled map."""

import os
import re
import sys

from exploring import begin, load, search, title_is
from journey import Journey, expect

ENGINES = ('Hierarchy (dot)', 'Springs (neato)', 'Springs with Groups (fdp)', 'Large Maps (sfdp)',
           'Rings Round the Focus (twopi)', 'Circle (circo)', 'Side by Side (osage)')
CIRCLE, SPRINGS = 'Circle (circo)', 'Springs (neato)'
OTHER = 'Money and property'


def items(canvas):
    """Where the entities are that a screen reader finds in the picture."""
    return tuple((n.name, n.extents) for n in canvas.children() if re.search(r', \d+ relations?$', n.name))


def open_layouts(journey):
    """The menu of layouts in the main menu: its items."""
    journey.key('F10')
    journey.wait(lambda: journey.find(role='menu item', name='Layout'), 'the main menu').act()

    def offered():
        found = journey.find_all(role=lambda role: 'menu item' in role, name=ENGINES.__contains__)
        return found if len(found) == len(ENGINES) else None
    return journey.wait(offered, 'the layouts')


def choose(journey, engine, before):
    """Chooses @engine in the menu, which says that @before is chosen now."""
    offered = open_layouts(journey)
    names = [n.name for n in offered if n.has_state('checked')]
    expect(names == [before], f'{names} is chosen, not {before}')
    next(n for n in offered if n.name == engine).act()
    journey.wait(lambda: not journey.find(name=ENGINES[0]) or journey.key('Escape'), 'the end of the menu')
    journey.focus_window()


def find_canvas(journey):
    return journey.wait(lambda: next((n for n in journey.find_all(role='list') if n.name != 'Outline' and items(n)), None),
                        'the picture')


def main(qogam, map_file):
    views = load(map_file, 'views')
    labels = {name.split('(')[1][:-1]: name for name in ENGINES}

    def own(title):
        view = next(view for view in views.values() if view['title']['en'] == title)
        return labels[view.get('layout', {}).get('engine', 'dot')]
    with Journey('layouts', [qogam], {'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'en'}) as journey:
        overview = begin(journey)
        now, canvas = own(overview), find_canvas(journey)
        for engine in [name for name in ENGINES if name != now] + [CIRCLE]:
            if engine == now:
                continue
            with journey.step(engine):
                before = journey.wait_until_settled(lambda: items(canvas), 'the picture')
                choose(journey, engine, now)
                journey.wait(lambda before=before: items(canvas) and items(canvas) != before, 'another picture')
                now = engine
        with journey.step('another view has its own; back in the first it is the chosen one'):
            search(journey, OTHER)
            title_is(journey, OTHER)
            journey.focus_window()
            choose(journey, SPRINGS, own(OTHER))
            journey.key('alt+Left')
            title_is(journey, overview)
            choose(journey, CIRCLE, CIRCLE)
        with journey.step('so it is in the next session'):
            journey.key('ctrl+q')
            expect(journey.wait_until_gone() == 0, f'it ended with {journey.process.returncode}')
            journey.start()
            expect(begin(journey) == overview, 'another view')
            choose(journey, CIRCLE, CIRCLE)
            search(journey, OTHER)
            title_is(journey, OTHER)
            journey.focus_window()
            choose(journey, SPRINGS, SPRINGS)


if __name__ == '__main__':
    main(os.path.abspath(sys.argv[1]), sys.argv[2])
