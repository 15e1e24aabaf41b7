# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Qogam contributors

"""Maps from elsewhere, that have neither views nor tours: what is on screen is presented, messages about them fit a narrow
window, a layout that is cancelled leaves no false words. Arguments: qogam, the bundled map (not used)."""

import os
import sys
import tempfile

from exploring import begin, title_is
from journey import Journey, expect

ENTITIES = 'атауы;түрі\nСот;орган\nАдвокат;маман\nПрокурор;маман\nАзамат;адам\n'
SETTINGS = '[io/github/qogam/Qogam]\nhint-seen=true\n'
SIZE = 5000


def settle(journey, text):
    folder = os.path.join(journey.folder, 'config', 'glib-2.0', 'settings')
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, 'keyfile'), 'w', encoding='utf-8') as file:
        file.write(SETTINGS + text)


def again(journey, text):
    """Starts again with these settings."""
    journey.focus_window()
    journey.key('ctrl+q')
    expect(journey.wait_until_gone() == 0, f'it ended with {journey.process.returncode}')
    settle(journey, text)
    journey.start()
    journey.wait(lambda: journey.find(role='frame', text=' — '), 'the map')
    journey.focus_window()


def frames(journey):
    return list(journey.find_all(role='frame'))


def present(journey, key):
    journey.key(key)
    journey.wait(lambda: len(frames(journey)) > 1, 'the screen')
    journey.wait(lambda: journey.find(role='label', name='1 / 1'), 'its only step')
    journey.focus_window()


def leave(journey):
    journey.key('Escape')
    journey.wait(lambda: len(frames(journey)) == 1, 'the end of it')
    journey.focus_window()


def tables(journey):
    with journey.step('F5 presents the whole map where it has no views'):
        whole = begin(journey)
        present(journey, 'F5')
        expect(any(one.name == whole for one in frames(journey)), f'the screen has other titles: {frames(journey)}')
        journey.screenshot('tables-presented')
        leave(journey)
    with journey.step('Shift+F5 presents the neighborhood that is shown'):
        journey.key('Home', 'Return')
        journey.wait(lambda: not frames(journey)[0].name.startswith(whole), 'a neighborhood')
        around = frames(journey)[0].name.split(' — ')[0]
        present(journey, 'shift+F5')
        expect(any(one.name == around for one in frames(journey)), f'the screen has other titles: {frames(journey)}')
        leave(journey)
        title_is(journey, around)
    with journey.step('at 360 pixels the message about the file fits the window'):
        again(journey, "language='ru'\nwindow-width=360\nwindow-height=640\n")
        journey.screenshot('tables-narrow')
        button = journey.wait_for(role='push button', name=lambda name: name.startswith('Показать'))
        box = journey.wait_until_settled(lambda: button.extents, 'the message')
        journey.screenshot('tables-message')
        expect(0 < box[0] < box[0] + box[2] < 330, f'its button is at {box}')
        words = journey.find(role='label', text='предупреждение').extents
        expect(0 < words[0], f'its words are at {words}')
    with journey.step('the title of the window for a name has one line in Kazakh'):
        again(journey, "language='kk'\nwindow-width=1000\nwindow-height=700\n")
        journey.key('ctrl+d')
        title = journey.wait_for(role='label', name='Көрініс етіп сақтау')
        box = journey.wait_until_settled(lambda: title.extents, 'the window')
        expect(box[2] > 110, f'the title is at {box}')
        journey.focus_window()
        journey.key('Escape')


def cancelled(journey, path):
    with open(path, 'w', encoding='utf-8') as file:
        lines = [f'  n{n} -> n{(n * 7 + 1) % SIZE}; n{n} -> n{(n * 13 + 5) % SIZE};' for n in range(SIZE)]
        file.write('\n'.join(['digraph {', *lines, '}']))
    with journey.step('a layout that is cancelled leaves provisional places, and the window says so'):
        journey.command = [journey.command[0], path]
        again(journey, "language='en'\n")
        journey.wait_for(role='push button', name='Cancel').act()
        text = journey.wait(lambda: journey.find(role='label', text='provisional places'), 'what is shown')
        expect(not journey.find(role='label', text='This is'), f'besides {text.text} it names a layout')
        journey.screenshot('tables-cancelled')
    with journey.step('from there it can begin again'):
        journey.wait_for(role='push button', name='Arrange').act()
        journey.wait_for(role='label', text='Arranging the picture')


def main(qogam):
    with tempfile.TemporaryDirectory(prefix='qogam-tables-') as folder:
        path = os.path.join(folder, 'court-entities.csv')
        with open(path, 'w', encoding='utf-8') as file:
            file.write(ENTITIES)
        with Journey('tables', [qogam, path], {'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'en'}) as journey:
            tables(journey)
            cancelled(journey, os.path.join(folder, 'large.gv'))


if __name__ == '__main__':
    main(os.path.abspath(sys.argv[1]))
