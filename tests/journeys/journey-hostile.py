# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Qogam contributors

"""A map that means harm, and a helper that crashes, hangs and lies: the window stays, says what happened and knows a way
on; nothing runs on behind it. Arguments: qogam, the bundled map (not used)."""

import json
import os
import re
import signal
import sys
import time

from helper import Build, helpers
from journey import Journey, expect

MARKS = re.compile('[\u202a-\u202e\u2066-\u2069\u200e\u200f]')
NAME = "<b>Bold</b> &amp; <span size='99'>x</span> live"
LONG = 'word ' * 200000
MAP = {
    'qogam-map': 1, 'id': 'hostile', 'title': '<b>Title</b> \u202egnp.exe', 'languages': ['en'],
    'kinds': [{'id': 'k', 'name': '<i>Kind</i>', 'plural': '\u202eKinds', 'color': 'blue', 'symbol': 'circle'}],
    'verbs': [{'id': 'v', 'label': '<u>has</u>\u202e', 'inverse': 'is of'}],
    'entities': [{'id': 'a', 'kind': 'k', 'name': NAME.replace('live', '\u202elive'),
                  'description': '<a href="file:///etc/passwd">press</a> \u2066', 'sources': [{'source': 's'}, {'source': 't'}]},
                 {'id': 'b', 'kind': 'k', 'name': LONG},
                 {'id': 'c', 'kind': 'k', 'name': 'C'}],
    'sources': [{'id': 's', 'title': 'Source', 'url': 'https://\u0430pple.example/%\u202egnp.exe;touch$IFS'},
                {'id': 't', 'title': 'Other', 'url': 'https://good.example@bad.example/'}],
    'relations': [{'id': 'r', 'from': 'a', 'to': 'b', 'verb': 'v'}, {'id': 'q', 'from': 'a', 'to': 'c', 'verb': 'v'}],
}
ADDRESS = 'https://xn--pple-43d.example/%gnp.exe;touch$IFS'
SAID = {'crash': 'ended unexpectedly', 'killed': 'ended unexpectedly', 'memory': 'memory', 'garbage': 'cannot be used',
        'endless': 'cannot be used', 'missing': 'could not be started'}


def trouble(journey, word):
    """The words differ from one case to the next, so that what is still said of the one before is not taken for it."""
    return journey.wait(lambda: journey.find(role='label', text=lambda t: t.startswith('The layout stopped') and word in t),
                        f'trouble that says {word}')


def entity(journey, name):
    return journey.wait(lambda: journey.find(role='list item', name=lambda n: n.startswith(name + ', ')), f'the entity {name}')


def click(journey, name):
    """On an entity, when the picture has come to rest."""
    journey.wait_until_settled(lambda: entity(journey, name).extents, f'the entity {name}')
    journey.click(entity(journey, name))


def press(journey, name):
    journey.wait(lambda: journey.find(role='push button', name=name), f'a button {name}').act()


def show_trouble(build, journey):
    with journey.step('a helper that crashes is trouble with a way on, and the map is open'):
        trouble(journey, SAID['crash'])
        expect('<b>Title</b> gnp.exe' in journey.find(role='frame').name, f"it is called {journey.find(role='frame').name}")
        expect(journey.find(role='push button', name='Another Layout'), 'no other layout is offered')
        journey.screenshot('hostile-trouble')
    for mode in ('memory', 'garbage', 'killed', 'endless', 'missing'):
        with journey.step(f'and so is one that is {mode}'):
            build.become(mode)
            press(journey, 'Try Again')
            trouble(journey, SAID[mode])
    with journey.step('another layout is there at once where the helper works'):
        build.become('real')
        press(journey, 'Another Layout')
        entity(journey, NAME)
        journey.wait(lambda: not journey.find(role='label', text='The layout stopped'), 'the end of the trouble')
        journey.wait(lambda: not helpers(build), 'no helper')


def read(journey):
    with journey.step('markup is text, and nothing reads otherwise than it is written'):
        journey.focus_window()
        click(journey, NAME)
        journey.wait(lambda: journey.find(role='label', text='<a href="file:///etc/passwd">press</a>'), 'the description')
        turned = [text for text in journey.words() if MARKS.search(text)]
        expect(not turned, f'marks are left: {turned}')
        longest = max(len(text) for text in journey.words())
        expect(longest < 20000, f'a text of {longest} characters is shown')
        journey.screenshot('hostile-words')
    with journey.step('a link shows where it leads, and leads there'):
        opened = catch_links(journey)
        expect(not any('bad.example' in text for text in journey.words()), 'an address with a name before it is offered')
        expect(journey.find(role='label', name=ADDRESS), 'the address is not shown')
        journey.wait(lambda: journey.find(role='push button', text=ADDRESS), 'the link').act()
        journey.wait(lambda: os.path.exists(opened), 'the address in the browser')
        with open(opened, encoding='utf-8') as file:
            expect(file.read() == ADDRESS, 'another address was opened')


def catch_links(journey):
    """A browser that writes down what it is to open; the file's name."""
    opened = os.path.join(journey.folder, 'opened')
    browser = os.path.join(journey.folder, 'browser')
    folder = os.path.join(journey.folder, 'data', 'applications')
    with open(browser, 'w', encoding='utf-8') as file:
        file.write(f'#!/bin/sh\nprintf %s "$1" > "{opened}.new"\nmv "{opened}.new" "{opened}"\n')
    os.chmod(browser, 0o755)
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, 'browser.desktop'), 'w', encoding='utf-8') as file:
        file.write(f'[Desktop Entry]\nType=Application\nName=Browser\nExec={browser} %u\n'
                   'MimeType=x-scheme-handler/https;\n')
    with open(os.path.join(folder, 'mimeapps.list'), 'w', encoding='utf-8') as file:
        file.write('[Default Applications]\nx-scheme-handler/https=browser.desktop\n')
    return opened


def hang(build, journey):
    with journey.step('one that hangs leaves the window alive, and can be cancelled'):
        build.become('hang')
        journey.key('Return')
        journey.wait(lambda: journey.find(role='label', text='Arranging the picture'), 'the word that it works')
        expect(helpers(build), 'no helper runs')
        journey.key('F9')
        journey.wait(lambda: journey.find(role='list', name='Outline'), 'the outline while it hangs')
        press(journey, 'Cancel')
        # The helper is gone within 0.2 s; this waits ten times as long.
        begun = time.monotonic()
        journey.wait(lambda: not helpers(build), 'no helper')
        expect(time.monotonic() - begun < 2, f'it took {time.monotonic() - begun:.2f} s until the helper was gone')
        journey.wait(lambda: not journey.find(role='label', text='Arranging the picture'), 'the end of the work')
        entity(journey, NAME)
    with journey.step('the next layout works'):
        build.become('real')
        journey.focus_window()
        journey.key('F9', 'ctrl+0')
        click(journey, 'C')
        journey.key('Return')
        journey.wait(lambda: journey.find(role='frame').name.startswith('C — '), 'the neighborhood')
    with journey.step('where the window is killed, no helper runs on'):
        # The real one, which begins only when the window is gone. One in the midst of its work: tests/faults.
        build.become('late')
        journey.key('alt+Up')
        journey.wait(lambda: helpers(build), 'a helper')
        journey.process.send_signal(signal.SIGKILL)
        journey.process.wait()
        build.become('real')
        end = time.monotonic() + 30
        while helpers(build) and time.monotonic() < end:
            time.sleep(0.02)
        expect(not helpers(build), 'a helper runs on')


def main(qogam):
    with Build(qogam) as build:
        build.become('crash')
        name = os.path.join(build.folder, 'map.json')
        with open(name, 'w', encoding='utf-8') as file:
            json.dump(MAP, file)
        with Journey('hostile', [build.qogam, name], {'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'en'}) as journey:
            show_trouble(build, journey)
            read(journey)
            hang(build, journey)


if __name__ == '__main__':
    main(os.path.abspath(sys.argv[1]))
