# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Qogam contributors

"""What who cannot see hears while searching, while a picture is on its way, and on asking for ways. The helper that lays
out waits as long as the journey wants. Arguments: qogam, the bundled map."""

import json
import os
import re
import shutil
import sys
import tempfile

from exploring import begin, load, spoken, title_is
from journey import Atspi, GLib, Journey, expect

HELPER = '''#!/bin/sh
while [ -e '{hold}' ]; do sleep 0.05; done
exec '{real}'
'''


class Tree:
    """The program as built, with a helper that can be held back: it finds what belongs to it by where it lies."""

    def __init__(self, qogam):
        self.build = os.path.join(os.path.dirname(qogam), '..')
        self.folder = tempfile.mkdtemp(prefix='qogam-hearing-')
        self.qogam = os.path.join(self.folder, 'src/qogam')
        self.hold_file = os.path.join(self.folder, 'hold')

    def __enter__(self):
        helper = os.path.join(self.folder, 'src/graphviz/helper/qogam-graphviz')
        os.makedirs(os.path.dirname(helper))
        shutil.copy(os.path.join(self.build, 'src/qogam'), self.qogam)
        shutil.copy(os.path.join(self.build, 'qg-config.h'), self.folder)
        for name in ('data', 'po'):
            os.symlink(os.path.abspath(os.path.join(self.build, name)), os.path.join(self.folder, name))
        with open(helper, 'w', encoding='utf-8') as file:
            real = os.path.abspath(os.path.join(self.build, 'src/graphviz/helper/qogam-graphviz'))
            file.write(HELPER.format(hold=self.hold_file, real=real))
        os.chmod(helper, 0o755)
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder)

    def hold(self):
        with open(self.hold_file, 'w', encoding='ascii'):
            pass

    def let_go(self):
        os.remove(self.hold_file)


class Ear:
    """What is told to have got the keyboard: [(role, name)], in order."""

    def __init__(self):
        self.heard = []
        self.listener = Atspi.EventListener.new(self.told)
        self.listener.register('object:state-changed:focused')

    def told(self, event, *_):
        if event.detail1:
            try:
                self.heard.append((event.source.get_role_name(), event.source.get_name()))
            except GLib.Error:
                pass

    def listen(self):
        while GLib.MainContext.default().iteration(False):
            pass
        return self.heard


def focused(journey):
    """Role and name of what has the keyboard."""
    node = journey.find(state='focused')
    return (node.role, node.name) if node is not None else (None, None)


def look_up(journey, name):
    """Types @name into the search; what is read aloud while it is marked."""
    journey.key('ctrl+f')
    journey.wait(lambda: focused(journey)[0] in ('text', 'entry'), 'an entry to type in')
    journey.type(name)
    marked = re.compile(rf'^{re.escape(name)}, .+, 1 of \d+$')
    journey.wait(lambda: any(marked.match(text) for text in spoken(journey)), f'{name} read aloud')


def find_elsewhere(map_file, entities):
    """The English name of what the overview lacks, and of which no other name is a part."""
    with open(map_file, encoding='utf-8') as file:
        overview = set(json.load(file)['views'][0]['entities'])
    names = [entity['name']['en'].lower() for entity in entities.values()]
    return next(entity['name']['en'] for key, entity in entities.items() if key not in overview and
                re.fullmatch(r'[A-Za-z ]{6,24}', entity['name']['en']) and
                sum(entity['name']['en'].lower() in name for name in names) == 1)


def explore(journey, tree, map_file):
    entities = load(map_file)
    citizens, power = entities['citizens']['name']['en'], entities['state-power']['name']['en']
    elsewhere = find_elsewhere(map_file, entities)
    with journey.step('the picture has a name, and says how much it has'):
        overview = begin(journey)
        journey.wait(lambda: journey.find(role='list', name=re.compile(rf'^{re.escape(overview)}, map, \d+ names$').match),
                     'the name of the picture')
    with journey.step('what is marked among what was found is read aloud, with its place'):
        look_up(journey, citizens)
        journey.key('Down')
        journey.wait(lambda: any(re.search(r', 2 of \d+$', text) for text in spoken(journey)), 'the second one read aloud')
        journey.key('Escape')
    with journey.step('no name of the picture that goes gets the keyboard, and keys are not for it'):
        look_up(journey, elsewhere)
        ear = Ear()
        tree.hold()
        journey.key('Return')
        journey.wait(lambda: ear.listen() and journey.find(role='label', text='Arranging the picture'), 'what is waited for')
        journey.wait(lambda: ear.listen() and focused(journey) == ('list', journey.find(
            role='list', name=lambda name: name.startswith(f'{elsewhere}, map, ')).name), 'the picture with the keyboard')
        journey.key('Right', 'Return', 'Menu')
        journey.wait(lambda: ear.listen() and journey.find(role='menu item', name='Whole Picture'), 'the menu of the picture')
        journey.key('Escape')
        journey.wait(lambda: ear.listen() and not journey.find(role='menu item', name='Whole Picture'), 'the end of the menu')
        tree.let_go()
        title_is(journey, elsewhere)
    with journey.step('the name that was found has the keyboard when its picture is there'):
        journey.wait(lambda: ear.listen() and not journey.find(role='label', text='Arranging the picture'), 'the picture')
        journey.wait(lambda: ear.listen() and focused(journey)[0] == 'list item', 'a name with the keyboard')
        name = focused(journey)[1]
        expect(name.startswith(f'{elsewhere}, '), f'the keyboard is on {name}')
        wrong = [name for role, name in ear.listen() if role == 'list item' and not name.startswith(f'{elsewhere}, ')]
        expect(not wrong, f'heard: {wrong}')
    with journey.step('ways are asked for with the keyboard, counted aloud, and walked through'):
        look_up(journey, citizens)
        journey.key('Return')
        journey.wait(lambda: focused(journey)[1].startswith(f'{citizens}, '), 'citizens')
        journey.key('Menu')
        journey.wait(lambda: journey.find(role='menu item', name='Ways to…'), 'the menu').act()
        journey.wait(lambda: journey.find(role='label', text='Where should the ways from'), 'the question where to')
        journey.type(power)
        journey.wait(lambda: journey.find(role='list item', name=power), 'the other end')
        journey.key('Return')
        journey.wait(lambda: focused(journey)[0] == 'push button' and focused(journey)[1].startswith(f'{citizens} → '),
                     'a way with the keyboard')
        expect(any(re.match(r'^\d+ ways? between “.+” and “.+”$', text) for text in spoken(journey)),
               f'heard: {spoken(journey)}')
        first = focused(journey)
        journey.key('Tab')
        journey.wait(lambda: focused(journey) != first and journey.find(role='push button', name='Close the Ways'),
                     'what comes next')
    with journey.step('Escape leads from the way to the list of ways, and from there back to the picture'):
        journey.key('Escape')
        journey.wait(lambda: not journey.find(role='push button', name='Show as a View'), 'the list of ways alone')
        journey.wait(lambda: focused(journey) == first, 'the keyboard on the way')
        journey.key('Escape')
        journey.wait(lambda: focused(journey)[0] == 'list item' and focused(journey)[1].startswith(f'{citizens}, '),
                     'citizens in the picture')
        expect(not journey.find(role='push button', name='Close the Ways'), 'the ways are there still')


def main(qogam, map_file):
    with Tree(qogam) as tree, Journey('hearing', [tree.qogam], {'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'en'}) as journey:
        explore(journey, tree, map_file)


if __name__ == '__main__':
    main(os.path.abspath(sys.argv[1]), sys.argv[2])
