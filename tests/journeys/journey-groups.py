# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Qogam contributors

"""Groups collapsed to one node and opened again, with keys, menus, the outline and a click on the title of an area.
Arguments: qogam, the bundled map (not used)."""

import contextlib
import os
import re
import sys

from exploring import begin, press, search, spoken
from journey import Failure, Journey, expect

CLUSTERS, MEMBERS = 4, 6


def write_map(path):
    """Clusters of as many nodes, each with relations within and to the next."""
    lines = ['digraph big {', 'graph [layout=dot];']
    for cluster in range(CLUSTERS):
        lines.append(f'subgraph cluster_{cluster} {{ label="Team {cluster}";')
        lines.extend(f'n{cluster}_{i} [label="Member {cluster}{i}"];' for i in range(MEMBERS))
        lines.append('}')
    for cluster in range(CLUSTERS):
        lines.extend(f'n{cluster}_{i} -> n{cluster}_{(i + 1) % MEMBERS};' for i in range(MEMBERS))
    for cluster in range(CLUSTERS - 1):
        lines.extend(f'n{cluster}_{i} -> n{cluster + 1}_{i};' for i in range(3))
    lines.append('}')
    with open(path, 'w', encoding='utf-8') as file:
        file.write('\n'.join(lines))


def item(journey, start):
    return journey.find(role='list item', name=lambda name: name.startswith(start))


def stands_on(journey, start):
    found = item(journey, start)
    return found is not None and found.has_state('focused')


def counts(journey):
    """The numbers of the legend: entities of each kind that are in the picture."""
    found = {}
    for node in journey.find_all(name=re.compile(r'^Team \d, \d+$').match):
        kind, number = node.name.split(', ')
        found[kind] = int(number)
    return found


def legend_is(journey, *numbers):
    wanted = {f'Team {i}': number for i, number in enumerate(numbers)}
    journey.wait(lambda: counts(journey) == wanted, f'a legend of {wanted}')


def explore(journey):
    with journey.step('the clusters of the file are groups'):
        begin(journey)
        legend_is(journey, *[MEMBERS] * CLUSTERS)
    with journey.step('the filter of a map without sources says nothing of them'):
        press(journey, 'Filter by importance and source', lambda: journey.find(role='label', name='Importance'))
        expect(not journey.find(role='label', name='Sources'), 'there is a heading with nothing beneath')
        journey.key('Escape')
        journey.wait(lambda: not journey.find(role='label', name='Importance'), 'the end of the filter')
        journey.focus_window()
    with journey.step('all are collapsed by a key, and read aloud with name and number'):
        journey.key('ctrl+shift+g')
        legend_is(journey, *[1] * CLUSTERS)
        journey.wait(lambda: f'{CLUSTERS} entities' in spoken(journey), 'how many are left, read aloud')
        journey.key('Right')
        journey.wait(lambda: item(journey, f'Team 0 · {MEMBERS}') or item(journey, f'Team 1 · {MEMBERS}'), 'a group')
        journey.key('Tab')
        journey.wait(lambda: journey.find(role='list item', name=lambda name: '3 relations' in name), 'their relations')
    with journey.step('back and forward know it'):
        journey.key('Escape')
        journey.key('alt+Left')
        journey.wait(lambda: counts(journey) == {f'Team {i}': MEMBERS for i in range(CLUSTERS)} or
                     journey.key('alt+Left'), 'all names again')
        journey.key('alt+Right')
        legend_is(journey, *[1] * CLUSTERS)
    with journey.step('what lies in a group is found, and its group opens'):
        search(journey, 'Member 21')
        legend_is(journey, 1, 1, MEMBERS, 1)
        journey.focus_window()
        journey.wait(lambda: item(journey, 'Member 21,'), 'the member')
    with journey.step('a key collapses its group, Enter opens it again'):
        journey.key('ctrl+g')
        legend_is(journey, *[1] * CLUSTERS)
        journey.wait(lambda: stands_on(journey, f'Team 2 · {MEMBERS},'), 'the group')
        journey.key('Return')
        legend_is(journey, 1, 1, MEMBERS, 1)
        journey.wait(lambda: stands_on(journey, 'Member 20,'), 'the first of the group')
    with journey.step('all of it is expanded in the menu'):
        search(journey, 'Member 21')
        journey.focus_window()
        journey.key('ctrl+shift+g')
        legend_is(journey, *[MEMBERS] * CLUSTERS)
        journey.key('Menu')
        journey.wait(lambda: journey.find(role='menu item', name='Collapse the Group'), 'the menu').act()
        legend_is(journey, MEMBERS, MEMBERS, 1, MEMBERS)
    with journey.step('the outline collapses a group and expands it'):
        journey.focus_window()
        journey.key('F9')
        for name, number in (('Collapse the Group', 1), ('Expand the Group', MEMBERS)):
            row = journey.wait(lambda: next((node for node in journey.find_all(role='label', name='Team 0')
                                             if 0 < node.extents[0] < 200 and node.extents[1] < 600), None), 'the kind')

            def opened(row=row, name=name):
                journey.click(row, button=3)
                with contextlib.suppress(Failure):
                    return journey.wait(lambda: journey.find(role='menu item', name=name), name, 3)
            journey.wait(opened, 'the menu of the kind').act()
            legend_is(journey, number, MEMBERS, 1, MEMBERS)
            journey.focus_window()
    with journey.step('it is so in the next session'):
        journey.focus_window()
        journey.key('ctrl+q')
        expect(journey.wait_until_gone() == 0, 'the program ended with an error')
        journey.command = journey.command[:1]
        journey.start()
        begin(journey)
        legend_is(journey, MEMBERS, MEMBERS, 1, MEMBERS)


def main(qogam):
    path = os.path.join(os.environ.get('TMPDIR', '/tmp'), f'qogam-groups-{os.getpid()}.gv')
    write_map(path)
    try:
        with Journey('groups', [qogam, path], {'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'en'}) as journey:
            explore(journey)
    finally:
        os.unlink(path)


if __name__ == '__main__':
    main(os.path.abspath(sys.argv[1]))
