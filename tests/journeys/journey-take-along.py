# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Qogam contributors

"""What one takes along: a PDF with its words, a picture on the clipboard, a lecture that goes on where it was left.
Arguments: qogam, the bundled map (not used: the small map of the export tests has a tour)."""

import os
import re
import shutil
import struct
import subprocess
import sys
import time

from exploring import spoken
from helper import Build, helpers
from journey import Journey, expect

LETTERS = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'export', 'letters.qogam.json')

PLACE_OF_B = '56'  # as X numbers keys


def clipboard(kind):
    """What the clipboard holds as @kind; a reader of its own, as another program would be."""
    done = subprocess.run(['xclip', '-selection', 'clipboard', '-o', '-t', kind], stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, timeout=20, check=False)
    return done.stdout


def entity(journey):
    """An entity in the picture, as a screen reader finds it."""
    return journey.find(role='list item', name=lambda name: name.count(',') >= 2)


def copy(journey):
    journey.wait_for(role='list')
    journey.focus_window()
    journey.key('ctrl+c')


def export(journey):
    with journey.step('the export window shows what will be written'):
        journey.focus_window()
        journey.key('ctrl+e')
        journey.wait_for(name='Экспорттау')
        journey.wait_for(text='Ең ұсақ жазу')
        journey.screenshot('take-along-export')
    with journey.step('it writes a PDF whose words can be searched'):
        journey.focus_window()
        target = os.path.join(journey.folder, 'out.pdf')
        write(journey, export_window(journey), target)
        journey.wait(lambda: os.path.exists(target), 'the file')
        text = subprocess.run(['pdftotext', target, '-'], stdout=subprocess.PIPE, text=True, check=True).stdout
        expect('Ұғым 4' in text, f'the words are not in the file: {text!r}')
        journey.wait_for(text='out.pdf')
        journey.wait_for(role='push button', name='Бумада көрсету')


def export_window(journey):
    """The main window has a button of that name, too."""
    return journey.wait(lambda: next((node for node in journey.application().children() if node.name == 'Экспорттау'),
                                     None), 'the export window')


def write(journey, window, target):
    journey.find(role='push button', name='Экспорттау…', within=window).act()
    journey.wait_for(role='label', text='Аты:')
    journey.focus_window()
    journey.key('ctrl+a')
    journey.type(target)
    journey.key('Return')


def export_typed(journey):
    with journey.step('a name typed over the one that is proposed has its ending once'):
        open_export(journey)
        journey.find(role='push button', name='Экспорттау…', within=export_window(journey)).act()
        journey.wait_for(role='label', text='Аты:')
        journey.focus_window()
        # Nothing is selected by us: the dialog selects the proposal without its ending.
        journey.type('typed.pdf')
        journey.key('Return')
        journey.wait(lambda: os.path.exists(os.path.join(journey.folder, 'typed.pdf')), 'the file')


def export_views(journey, target, before=lambda: None):
    """Opens the export window, chooses the last of what can be exported: all views; and writes them."""
    journey.focus_window()
    journey.key('ctrl+e')
    window = export_window(journey)
    journey.wait_for(text='Ең ұсақ жазу', within=window)
    journey.focus_window()
    journey.key('Tab', 'space', 'End', 'Return')
    journey.wait_for(role='label', text='1 / 4', within=window)
    before()
    write(journey, window, target)
    return window


def export_again(journey):
    """Numbered files that are there already."""
    target = os.path.join(journey.folder, 'view.png')
    first, second = (os.path.join(journey.folder, f'view-0{n}.png') for n in (1, 2))
    with open(second, 'wb') as file:
        file.write(b'mine')
    with journey.step('numbered files that are there already are asked about, and kept meanwhile'):
        window = export_views(journey, target)
        journey.wait_for(text='view-02.png', within=window)
        replace = journey.wait_for(role='push button', name='Ауыстыру', within=window)
        with open(second, 'rb') as file:
            expect(file.read() == b'mine' and not os.path.exists(first), 'something was written')
    with journey.step('and replaced when that is said'):
        replace.act()
        journey.wait(lambda: os.path.exists(first), 'the first picture')

        def is_picture():
            with open(second, 'rb') as file:
                return file.read(4) == b'\x89PNG'
        journey.wait(is_picture, 'the second picture')
        journey.wait_for(text='2 файл')


def read(path):
    with open(path, 'rb') as file:
        return file.read()


def export_late(journey, build, target, begin):
    """Exports all views to a name that is chosen by @begin. When it is chosen, another program writes there; only then
    the pages can be made."""
    window = begin(target)
    journey.wait(lambda: helpers(build), 'the work on the pages')
    with open(target, 'wb') as file:
        file.write(b'theirs')
    build.become('real')
    question = journey.wait_for(text=os.path.basename(target), within=window)
    replace = journey.wait_for(role='push button', name='Ауыстыру', within=window)
    return window, question.text, replace


def export_while_written(journey, build):
    """A name that was free when it was chosen, and one that was asked about then, but not about what is there now."""
    target = os.path.join(journey.folder, 'views.pdf')

    def forget_layouts():
        """So that the pages cannot be made without the helper."""
        shutil.rmtree(os.path.join(journey.folder, 'cache'))
        build.become('late')

    def choose(target):
        return export_views(journey, target, forget_layouts)

    def choose_to_replace(target):
        window = choose(target)
        journey.wait(lambda: len(list(journey.application().children())) == 4, 'the question of the file dialog')
        journey.focus_window()
        journey.key('Return')
        return window
    with journey.step('a file that another program writes after its name was chosen is asked about, and kept'):
        window, question, _ = export_late(journey, build, target, choose)
        expect('енді бар' in question, f'it says: {question}')
        expect(read(target) == b'theirs', 'the file was replaced')
        journey.screenshot('take-along-meanwhile')
        journey.find(role='push button', name='Бас тарту', within=window).act()
        journey.wait(lambda: len(list(journey.application().children())) == 1, 'the end of the export window')
        expect(read(target) == b'theirs', 'the file was replaced')
    with journey.step('so is one that was to be replaced, when it changes once more; and it is when that is said'):
        _, question, replace = export_late(journey, build, target, choose_to_replace)
        expect('өзгертті' in question, f'it says: {question}')
        expect(read(target) == b'theirs', 'the file was replaced')
        replace.act()
        journey.wait(lambda: read(target).startswith(b'%PDF'), 'the PDF')
        journey.wait_for(text='views.pdf')


def open_export(journey):
    journey.focus_window()
    journey.key('ctrl+e')
    window = export_window(journey)
    journey.wait_for(text='Ең ұсақ жазу', within=window)
    journey.focus_window()
    return window


def get_pixels(path):
    with open(path, 'rb') as file:
        return struct.unpack('>II', file.read(24)[16:])


def export_custom(journey):
    """A page and margins of one's own, and a picture that is so many pixels wide."""
    pdf, page, wide = (os.path.join(journey.folder, name) for name in ('custom.pdf', 'page.png', 'wide.png'))

    def spin(name, text):
        return journey.wait_for(role='spin button', name=name, text=text)
    with journey.step('a page has the size that is asked for'):
        open_export(journey)
        journey.key('Tab', 'Tab', 'Tab', 'space', 'End', 'Return')
        spin('Биіктігі', '200,0')
        # Each number is in a row that the Tab key comes to first.
        journey.key('Tab', 'Tab', 'ctrl+a')
        journey.type('240,0')
        journey.key('Tab', 'Tab', 'ctrl+a')
        journey.type('127,0')
        journey.key('Tab')
        spin('Ені', '240')
        spin('Биіктігі', '127')
        write(journey, export_window(journey), pdf)
        # The name is in the dialog, too.
        journey.wait(lambda: os.path.exists(pdf), 'custom.pdf')
        said = subprocess.run(['pdfinfo', pdf], stdout=subprocess.PIPE, text=True, check=True).stdout
        expect('680.315 x 360 pts' in said, f'the page has another size: {said}')
    with journey.step('it is remembered; in pixels it is as large, and a PNG has exactly these'):
        open_export(journey)
        spin('Ені', '240')
        journey.key('Tab', 'Tab', 'space', 'End', 'Return')
        journey.wait_for(role='spin button', name='Дюймдегі пиксель саны')
        journey.key(*['Tab'] * 6, 'space', 'End', 'Return')
        spin('Ені', '907')
        spin('Биіктігі', '480')
        journey.wait(lambda: not journey.find(role='spin button', name='Дюймдегі пиксель саны'), 'what is not asked to go')
        journey.screenshot('take-along-custom')
        write(journey, export_window(journey), page)
        # The name is in the dialog, too.
        journey.wait(lambda: os.path.exists(page), 'page.png')
        expect(get_pixels(page) == (907, 480), f'the picture has {get_pixels(page)}')
    with journey.step('margins of one\'s own, and a picture that is so many pixels wide'):
        open_export(journey)
        journey.key('Tab', 'Tab', 'Tab', 'space', 'Home', 'Return')
        journey.wait(lambda: not journey.find(role='spin button', name='Ені'), 'the size of one\'s own to go')
        journey.key('Tab', 'Tab', 'space')
        spin('Шет өрістері', '10,0')
        journey.key('Tab', 'Tab', 'ctrl+a')
        journey.type('0')
        journey.key('Tab')
        journey.find(role='check box', name='Енін қолмен орнату').act()
        spin('Ені, пиксельмен', '1920')
        journey.wait_for(role='label', text=lambda text: text.split()[:5] == ['1', '920', '×', '1', '080'])
        spin('Шет өрістері', '0,0')
        journey.screenshot('take-along-wide')
        write(journey, export_window(journey), wide)
        journey.wait(lambda: os.path.exists(wide), 'wide.png')
        expect(get_pixels(wide) == (1920, 1080), f'the picture has {get_pixels(wide)}')


def brightness(x, y):
    """Of some points of the screen, the brightest: a line or a letter may be there, too; 0 to 255."""
    said = subprocess.run(['import', '-window', 'root', '-crop', f'60x60+{x - 30}+{y - 30}', '-format', '%[fx:int(255*maxima)]', 'info:-'],
                          check=True, stdout=subprocess.PIPE, text=True).stdout
    return int(said)


def is_black():
    """Whether the screen is dark all over."""
    done = subprocess.run(['import', '-window', 'root', '-resize', '1x1!', '-depth', '8', 'gray:-'],
                          stdout=subprocess.PIPE, check=True)
    return done.stdout[0] < 40


def take_copy(journey):
    with journey.step('Ctrl+C puts the picture on the clipboard, as PNG and as SVG'):
        copy(journey)
        journey.wait(lambda: clipboard('image/png').startswith(b'\x89PNG'), 'a PNG on the clipboard')
        size = struct.unpack('>II', clipboard('image/png')[16:24])
        expect(max(size) >= 1920, f'the picture would not fill a slide: {size[0]} × {size[1]} pixels')
        svg = clipboard('image/svg+xml')
        expect(b'<text' in svg and 'Ұғым 4'.encode() in svg, 'the SVG has no words')
        expect(not clipboard('UTF8_STRING'), 'there is text though nothing is selected')
    with journey.step('and what is selected as text with its source'):
        node = journey.wait(lambda: entity(journey), 'a name')
        name = node.name.split(',')[0]
        journey.click(node)
        copy(journey)
        journey.wait(lambda: name in clipboard('UTF8_STRING').decode(), 'the text on the clipboard')
        expect(clipboard('image/png').startswith(b'\x89PNG'), 'the picture went away')


def clocks(journey):
    """What the speaker's window says of the time of day, and of the time since the first step."""
    return [node.text for node in journey.find_all(role='label', name=re.compile(r'^\d\d:\d\d:\d\d$').match)]


def restart_clock(journey, name):
    """However long it takes until the clock is read: it then says no more than the time since it was restarted."""
    button = journey.wait_for(role='push button', name=name)

    def seconds():
        label = journey.wait(lambda: journey.find(role='label', within=button), 'the time on the button')
        hours, minutes, rest = label.text.split(':')
        return int(hours) * 3600 + int(minutes) * 60 + int(rest)
    journey.wait(lambda: seconds() >= 3, 'some seconds on the clock')
    begun = time.monotonic()
    button.act()
    journey.wait(lambda: seconds() <= time.monotonic() - begun, 'the clock from zero')


def present(journey):
    with journey.step('F5 presents the tour, with its first step'):
        journey.focus_window()
        journey.key('F5')
        journey.wait_for(role='label', name='1 / 5')
        journey.wait_for(role='label', name='Қадам 1')
        journey.wait(lambda: 'Қадам 1. Бұл — 1-қадамда айтылатын сөз.' in spoken(journey), 'the step read aloud')
        journey.wait(lambda: journey.find(role='list', name=re.compile(r'^.+, карта, \d+ атау$').match), 'a name of the picture')
    with journey.step('the clock of the speaker waits for the first step'):
        journey.key('s')
        journey.wait_for(name='Баяндамашы терезесі')
        begun = next(clock for clock in clocks(journey) if clock != '00:00:00')
        journey.wait(lambda: begun not in clocks(journey) and len(clocks(journey)) == 2, 'a second')
        expect('00:00:00' in clocks(journey), f'the clock runs already: {clocks(journey)}')
        journey.focus_window()
        journey.key('s')
        journey.wait(lambda: not clocks(journey), 'the end of the window')
    with journey.step('keys go on and back'):
        journey.focus_window()
        journey.key('Right')
        journey.wait_for(role='label', name='2 / 5')
        journey.key('Page_Down', 'space')
        journey.wait_for(role='label', name='4 / 5')
        journey.key('Left')
        journey.wait_for(role='label', name='Қадам 3')
        journey.wait(lambda: 'Қадам 3. Бұл — 3-қадамда айтылатын сөз.' in spoken(journey), 'the step read aloud')
    with journey.step('a presenter’s remote and a click go on and back'):
        journey.key('Page_Up')
        journey.wait_for(role='label', name='2 / 5')
        journey.click_at(640, 500)
        journey.wait_for(role='label', name='3 / 5')
    with journey.step('the spotlight follows the pointer and leaves the rest in the dark'):
        journey.move(900, 300)
        journey.key('l')
        journey.wait(lambda: brightness(900, 300) - brightness(100, 500) > 100, 'the light')
        journey.move(100, 500)
        journey.wait(lambda: brightness(100, 500) - brightness(900, 300) > 100, 'the light elsewhere')
        journey.key('l')
        journey.wait(lambda: abs(brightness(100, 500) - brightness(900, 300)) < 50, 'the end of the light')
    with journey.step('the words come when they are asked for, in the language of the moment'):
        journey.key('n')
        journey.wait_for(role='label', name='Бұл — 3-қадамда айтылатын сөз.')
        journey.wait(lambda: 'Бұл — 3-қадамда айтылатын сөз.' in spoken(journey), 'the words read aloud')
        journey.key('ctrl+2')
        journey.wait_for(role='label', name='Это слова, которые говорят на шаге 3.')
        expect(journey.find(role='label', name='3 / 5'), 'the step changed with the language')
        journey.screenshot('take-along-present')
    with journey.step('B makes the screen black, by its place on Kazakh and Russian keyboards as well'):
        for layout in ('kz', 'ru', 'us'):
            subprocess.run(['setxkbmap', layout], check=True)
            journey.key(PLACE_OF_B)
            journey.wait(is_black, f'a black screen ({layout})')
            journey.key(PLACE_OF_B)
            journey.wait(lambda: not is_black(), f'the picture ({layout})')
    with journey.step('the speaker has a window with what comes next'):
        journey.key('s')
        journey.wait_for(name='Окно докладчика')
        journey.wait_for(role='label', name='Шаг 4')
        journey.focus_window()
        journey.key('Right')
        journey.wait_for(role='label', name='Шаг 5')
        journey.wait(lambda: len(clocks(journey)) == 2 and '00:00:00' not in clocks(journey), 'the clock')
        restart_clock(journey, 'Время с первого шага вперёд; щелчок начинает отсчёт заново')
    with journey.step('Esc leaves, and F5 returns to the same step'):
        journey.key('Escape')
        journey.wait(lambda: not journey.find(role='label', name='4 / 5'), 'the end of the presentation')
        journey.focus_window()
        journey.key('F5')
        journey.wait_for(role='label', name='4 / 5')
        journey.focus_window()
        journey.key('Escape')
        journey.wait(lambda: not journey.find(role='label', name='4 / 5'), 'the end of the presentation')


def main(qogam):
    with Build(qogam) as build:
        build.become('real')
        with Journey('take-along', [build.qogam, LETTERS], {'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'kk'}) as journey:
            with journey.step('the small map is there'):
                journey.wait(lambda: entity(journey), 'the picture')
            take_copy(journey)
            export(journey)
            export_typed(journey)
            export_again(journey)
            export_while_written(journey, build)
            export_custom(journey)
            present(journey)


if __name__ == '__main__':
    main(os.path.abspath(sys.argv[1]))
