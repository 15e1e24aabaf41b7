# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Qogam contributors

"""The search: what the window finds, in three languages and both alphabets, is what the command finds, in the same order;
what is near where nothing is found; and where the keyboard is before and after. Arguments: qogam, the bundled map."""

import json
import os
import subprocess
import sys

from exploring import begin, focused, load, title_is
from journey import Journey, expect

MOST = 30  # that the window shows
WORDS = ('кала', 'қала', 'qala', 'kenes', 'кеңес', 'maslihat', 'мәслихат', 'маслихат', 'мслихат', 'бюджет', 'budjet', 'budget',
         'азамат', 'azamattyq', 'гражданин', 'citizen', 'совет', 'власть', 'money', 'reform билік', 'шолу')


def command(qogam, folder, *arguments):
    """What the command prints, and what it says beside."""
    environment = {'PATH': os.environ['PATH'], 'HOME': folder, 'XDG_CACHE_HOME': os.path.join(folder, 'cli'), 'LC_ALL': 'C.UTF-8',
                   'LANGUAGE': 'en'}
    done = subprocess.run([qogam, 'search', '--lang=en', *arguments], env=environment, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding='utf-8', timeout=60, check=False)
    return done.stdout, done.stderr


def hits(journey):
    """What the window has found: the names of the rows."""
    found = journey.find(role='list', name='What was found') or journey.find(role='list box', name='What was found')
    return [n.name for n in journey.find_all(role='list item', within=found)] if found is not None else []


def entry(journey):
    node = focused(journey)
    return node if node is not None and node.role in ('entry', 'text') else None


def ask(journey, text):
    """Puts @text into the search as an assistive technology does: the keyboard of the display has no Kazakh letters."""
    entry(journey).set_text(text)


def in_picture(journey):
    node = focused(journey)
    return node is not None and node.role == 'list item' and node.name.count(',') >= 2


def compare(journey, qogam):
    journey.key('ctrl+f')
    journey.wait(lambda: entry(journey), 'an entry to type in')
    for word in WORDS:
        with journey.step(f'{word}: the same hits in the same order'):
            wanted = [hit['name'] for hit in json.loads(command(qogam, journey.folder, '--json', f'--max={MOST}', word)[0])]
            expect(wanted, 'the command finds nothing')
            ask(journey, word)
            journey.wait(lambda wanted=wanted: hits(journey) == wanted, f'{wanted} in the window')
    with journey.step('nothing is found, and both say what is near'):
        ask(journey, 'мәслихатxkcdw')
        journey.wait(lambda: journey.find(role='label', text='This is near it'), 'the words that say so')
        printed, said = command(qogam, journey.folder, 'мәслихатxkcdw')
        near = [line.split('\t')[2] for line in said.splitlines() if line.count('\t') == 3]
        expect(not printed and 'This is near it:' in said and near, f'the command says {printed} and {said}')
        expect(hits(journey) == near, f'{hits(journey)} in the window, {near} of the command')
        expect(json.loads(command(qogam, journey.folder, '--json', 'мәслихатxkcdw')[0]) == [], 'what is near is printed as a hit')
    with journey.step('nothing is near either'):
        ask(journey, 'xkcdxk')
        journey.wait(lambda: journey.find(role='label', text='Try a part of the word'), 'what to do')
        expect(not hits(journey), 'something is offered')


def keyboard(journey, entities):
    citizens = entities['citizens']['name']['en']
    with journey.step('Escape gives the keyboard back to the picture, and arrows move in it'):
        journey.key('Escape')
        journey.wait(lambda: in_picture(journey), 'the keyboard in the picture')
        before = focused(journey).name
        journey.wait(lambda: focused(journey).name != before or journey.key('Right'), 'another entity')
    with journey.step('letters typed in the picture are those of the search; Enter goes to what is found'):
        journey.type('citizens')
        journey.wait(lambda: entry(journey) is not None and entry(journey).text == 'citizens', 'the letters in the entry')
        journey.wait(lambda: citizens in hits(journey), 'citizens found')
        journey.key('Return')
        journey.wait(lambda: in_picture(journey) and focused(journey).name.startswith(citizens + ','), 'citizens')
        before = focused(journey).name
        journey.wait(lambda: focused(journey).name != before or journey.key('Right'), 'another entity')
    with journey.step('opened with the pointer and left by Escape, the keyboard is in the picture'):
        button = journey.wait(lambda: next((n for n in journey.find_all(name='Search') if n.extents[2] > 0), None), 'the button')
        journey.wait(lambda: entry(journey) or journey.click(button), 'the search')
        journey.key('Escape')
        journey.wait(lambda: in_picture(journey), 'the keyboard in the picture')
    with journey.step('a view is chosen by its title, and arrows move in it'):
        journey.type('money')
        journey.wait(lambda: 'Money and property' in hits(journey), 'the view')
        journey.wait(lambda: hits(journey)[0] == 'Money and property', 'it first')
        journey.key('Return')
        title_is(journey, 'Money and property')
        journey.wait(lambda: in_picture(journey), 'the keyboard in the picture')
        before = focused(journey).name
        journey.wait(lambda: focused(journey).name != before or journey.key('Left', 'Down'), 'another entity')


def main(qogam, map_file):
    with Journey('search', [qogam], {'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'en'}) as journey:
        with journey.step('the picture is there'):
            begin(journey)
        compare(journey, qogam)
        keyboard(journey, load(map_file))


if __name__ == '__main__':
    main(os.path.abspath(sys.argv[1]), sys.argv[2])
