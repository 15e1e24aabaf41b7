# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Qogam contributors

"""A file with hundreds of kinds, views, tours, sources and places: no menu and no panel has a row for each of them, what is
left out is counted, and views are found by searching. Arguments: qogam, the bundled map (not used)."""

import json
import os
import sys
import tempfile

from exploring import press, search
from journey import Journey, expect

MANY = 300
REST = 'And 200 more'
CITATIONS = [{'source': f's{n}'} for n in range(MANY)]
MAP = {
    'qogam-map': 1, 'id': 'many', 'title': 'Many', 'languages': ['en'],
    'kinds': [{'id': f'k{n}', 'name': f'Kind {n}', 'color': 'blue', 'symbol': 'circle'} for n in range(MANY)],
    'verbs': [{'id': 'v', 'label': 'has', 'inverse': 'is of'}],
    'sources': [{'id': f's{n}', 'title': f'Source {n}'} for n in range(MANY)],
    'entities': [{'id': f'e{n}', 'kind': f'k{n}', 'name': f'E{n}', 'sources': CITATIONS if n == 0 else []} for n in range(MANY)],
    'relations': [{'id': 'r', 'from': 'e0', 'to': 'e1', 'verb': 'v', 'statement': 'fact', 'sources': CITATIONS}],
    'lists': [{'id': f'l{n}', 'title': f'List {n}', 'about': 'e0', 'members': [{'entity': 'e1'}]} for n in range(MANY)],
    'views': [{'id': f'w{n}', 'title': f'View {n}', 'entities': ['*'] if n == 0 else ['e0', 'e1']} for n in range(MANY)],
    'tours': [{'id': f't{n}', 'title': f'Tour {n}', 'steps': [{'id': 'p', 'title': 'Step', 'view': 'w1', 'text': 'Words'}]}
              for n in range(MANY)],
}


def rests(journey):
    return len(list(journey.find_all(role='label', name=REST)))


def item(journey, name):
    return next((node for node in journey.find_all(name=name) if 'menu item' in node.role), None)


def main(qogam):
    with tempfile.TemporaryDirectory(prefix='qogam-many-') as folder:
        name = os.path.join(folder, 'many.json')
        with open(name, 'w', encoding='utf-8') as file:
            json.dump(MAP, file)
        with Journey('many', [qogam, name], {'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'en'}) as journey:
            with journey.step('the legend counts the kinds that it leaves out'):
                journey.wait_for(role='label', name='And 260 more')
                expect(journey.find(role='label', name='Kind 39'), 'the fortieth kind is not in the legend')
                expect(not journey.find(role='label', name='Kind 40', hidden=True), 'more than forty are')
            with journey.step('so do the sources of the filter'):
                press(journey, 'Filter by importance and source', lambda: rests(journey))
                journey.screenshot('many-filter')
                journey.key('Escape')
            with journey.step('and the panel, of places and of lists'):
                journey.wait(lambda: not rests(journey), 'the end of the filter')
                journey.focus_window()
                search(journey, 'E0')
                journey.wait(lambda: rests(journey) > 1, 'what the panel leaves out')
                journey.screenshot('many-details')
            with journey.step('the other views are found by searching'):
                press(journey, 'Choose a View', lambda: item(journey, REST))
                expect(item(journey, 'View 99') and not item(journey, 'View 100'), 'not a hundred views are in the menu')
                item(journey, REST).act()
                journey.wait(lambda: not item(journey, REST), 'the end of the menu')
                journey.type('View 250')
                journey.wait(lambda: journey.find(role='list item', text='View 250'), 'the view')
                journey.key('Return')
                journey.wait(lambda: journey.find(role='frame').name.startswith('View 250'), 'the view that was found')


if __name__ == '__main__':
    main(os.path.abspath(sys.argv[1]))
