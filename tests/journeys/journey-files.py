# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Qogam contributors

"""A map that somebody works on in an editor while it is shown: it follows the file, survives its faults and its going,
and asks first where that is wished. Arguments: qogam, the bundled map (not used)."""

import json
import os
import re
import sys

from exploring import begin, label, search, zoom_of
from journey import Journey, expect

CLUB = {
    'qogam-map': 1, 'id': 'club', 'title': 'Club', 'languages': ['en'],
    'kinds': [{'id': 'people', 'name': 'Group of people'}],
    'verbs': [{'id': 'found', 'label': 'found', 'inverse': 'is founded by'}],
    'entities': [{'id': 'members', 'kind': 'people', 'name': 'Members'}, {'id': 'circle', 'kind': 'people', 'name': 'Circle'}],
    'relations': [{'id': 'members-found-circle', 'from': 'members', 'to': 'circle', 'verb': 'found'}],
}


def with_entity(name):
    club = json.loads(json.dumps(CLUB))
    club['entities'].append({'id': name.lower(), 'kind': 'people', 'name': name})
    club['relations'].append({'id': f'members-found-{name.lower()}', 'from': 'members', 'to': name.lower(), 'verb': 'found'})
    return json.dumps(club)


def write(path, text):
    """As editors save: written beside, then renamed."""
    with open(path + '~', 'w', encoding='utf-8') as file:
        file.write(text)
    os.rename(path + '~', path)


def write_over_backup(path, text):
    """As other editors do: what was there is renamed, then a file is written anew."""
    os.rename(path, path + '~')
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text)


def write_in_place(path, text):
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text)


def entity(journey, name):
    return journey.find(role='list item', name=re.compile(rf'^{name}, ').match)


def legend_count(journey):
    node = journey.find(name=re.compile(r'^Group of people, \d+$').match)
    return int(node.name.rsplit(' ', 1)[1]) if node else None


def alert(journey, text):
    return journey.wait(lambda: journey.find(role='label', text=text), f"the words '{text}'")


def button(journey, name):
    return journey.wait(lambda: journey.find(role='push button', name=name), f'the button {name}')


def follow(journey, path):
    with journey.step('a map of one\'s own is opened and something is chosen'):
        begin(journey)
        search(journey, 'Members')
        label(journey, 'Members')
        journey.key('ctrl+plus')
        zoom = journey.wait_until_settled(lambda: zoom_of(journey), 'the zoom')
        expect(legend_count(journey) == 2, f'{legend_count(journey)} people')
    with journey.step('saved elsewhere, it is read again: zoom and selection stay'):
        write(path, with_entity('Library'))
        journey.wait(lambda: legend_count(journey) == 3, 'the third entity')
        label(journey, 'Members')
        expect(journey.wait_until_settled(lambda: zoom_of(journey), 'the zoom') == zoom, 'the zoom changed')
    with journey.step('so it is when the editor keeps what was there, and writes a file anew'):
        write_over_backup(path, json.dumps(CLUB))
        journey.wait(lambda: legend_count(journey) == 2, 'two entities')
        write_over_backup(path, with_entity('Library'))
        journey.wait(lambda: legend_count(journey) == 3, 'the third entity')
        label(journey, 'Members')
        expect(journey.wait_until_settled(lambda: zoom_of(journey), 'the zoom') == zoom, 'the zoom changed')
    with journey.step('a half-written file is said, and the last good picture stays'):
        write_in_place(path, with_entity('Library')[:-40])
        alert(journey, 'has errors now')
        expect(legend_count(journey) == 3, 'the picture is gone')
        button(journey, 'Show the Problems').act()
        journey.wait(lambda: journey.find(role='label', text='Line 1, column'), 'the place of the fault')
    with journey.step('mended, it is shown, and nothing is said any more'):
        write_in_place(path, with_entity('Hall'))
        journey.wait(lambda: not journey.find(role='label', text='has errors now'), 'the end of the notice')
        journey.wait(lambda: not journey.find(role='label', text='Line 1, column'), 'the end of the list of faults')
        expect(legend_count(journey) == 3, 'not three people')
    with journey.step('taken away, it is said; what is shown stays; come back, it is read'):
        os.rename(path, path + '.away')
        alert(journey, 'no longer there')
        expect(legend_count(journey) == 3, 'the picture is gone')
        write(path, json.dumps(CLUB))
        journey.wait(lambda: legend_count(journey) == 2, 'the file that came back')
        journey.wait(lambda: not journey.find(role='label', text='no longer there'), 'the end of the notice')


def save_copy_as(journey, path):
    """Over a file that is there: GTK asks whether to replace it, and it is told so."""
    journey.key('ctrl+shift+s')
    journey.wait(lambda: journey.find(role='label', name='Name:'), 'the dialog')
    journey.focus_window()
    journey.key('ctrl+a')
    journey.type(path)
    journey.key('Return')
    journey.wait_for(role='label', text='already exists')
    journey.focus_window()
    journey.key('alt+r')


def ask_first(journey, path):
    with journey.step('where it is wished, the person is asked first'):
        begin(journey)
        write(path, with_entity('Hall'))
        alert(journey, 'was changed outside')
        expect(legend_count(journey) == 2, 'it was read without asking')
    with journey.step('a copy does not take its place unread'):
        before = os.stat(path)
        save_copy_as(journey, path)
        alert(journey, 'was changed outside and stays as it is')
        with open(path, encoding='utf-8') as file:
            expect(file.read() == with_entity('Hall'), 'it was replaced')
        expect(os.stat(path).st_ino == before.st_ino, 'it is another file')
    with journey.step('read again, it is shown'):
        button(journey, 'Read Again').act()
        journey.wait(lambda: legend_count(journey) == 3, 'the third entity')
        journey.wait(lambda: not journey.find(role='label', text='was changed outside'), 'the end of the notice')


def main(qogam):
    with Journey('files', [qogam], {'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'en'}) as journey:
        path = os.path.join(journey.folder, 'club.json')
        write(path, json.dumps(CLUB))
        journey.process.kill()
        journey.process.wait()
        journey.start(path)
        follow(journey, path)
        journey.process.kill()
        journey.process.wait()
        settings = os.path.join(journey.folder, 'config', 'glib-2.0', 'settings')
        os.makedirs(settings, exist_ok=True)
        with open(os.path.join(settings, 'keyfile'), 'w', encoding='utf-8') as file:
            file.write('[io/github/qogam/Qogam]\nfollow-file=false\n')
        journey.start(path)
        ask_first(journey, path)


if __name__ == '__main__':
    main(os.path.abspath(sys.argv[1]))
