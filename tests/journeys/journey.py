# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Qogam contributors

"""Drives a real window as a person does: looks through AT-SPI, the way a screen reader looks, and acts with the
pointer and the keyboard of an X display (xdotool) or through accessible actions.

A journey runs under an X display and a session bus that belong to it alone (tools/test starts both). Waiting never
relies on a clock: a condition is asked for again and again until it holds, with a watchdog for when it never does.

    with Journey('name', [program, argument]) as journey:
        with journey.step('the window is there'):
            journey.wait(lambda: journey.find(role='frame'), 'the window')
"""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402 pylint: disable=wrong-import-position

from tree import Failure, Node, Tree, has_states, spaces  # noqa: E402 pylint: disable=wrong-import-position

WATCHDOG = 30  # seconds; ten times what the slowest step is allowed


class Stop(Exception):
    """The journey ends here, and what failed has been told."""


class Journey:
    """A running program and the eyes and hands to use it; one TAP line for each step."""

    def __init__(self, name, command, environment=None):
        self.name = name
        self.command = command
        self.environment = environment or {}
        self.steps = 0
        self.process = None

    # Start and end

    def __enter__(self):
        if not os.environ.get('DISPLAY'):
            sys.exit('a journey needs a display of its own: run it with tools/test')
        self.folder = tempfile.mkdtemp(prefix='qogam-journey-')
        self.log = os.path.join(self.folder, 'log')
        Atspi.init()
        Atspi.set_timeout(2000, 5000)
        self.tree = Tree()
        # From 4.14 on GTK tells what is to be read aloud by an event of its own.
        self.announced = []
        self.listener = Atspi.EventListener.new(lambda event, *_: self.announced.append(spaces(str(event.any_data))))
        self.listener.register('object:announcement')
        self.start()
        return self

    def start(self, *arguments):
        """Starts the program; also again, after it was closed, with the settings that it left."""
        environment = dict(os.environ, GTK_A11Y='atspi', GSK_RENDERER='cairo', GDK_BACKEND='x11',
                           G_DEBUG='fatal-criticals')
        for key in ('CONFIG', 'DATA', 'CACHE', 'STATE'):
            environment[f'XDG_{key}_HOME'] = os.path.join(self.folder, key.lower())
            os.makedirs(environment[f'XDG_{key}_HOME'], exist_ok=True)
        environment.update(self.environment)
        # Where the last window left the pointer, the tooltip of what is now below it would come up.
        self.xdotool('mousemove', 1, 1)
        with open(self.log, 'ab') as log:
            self.process = subprocess.Popen([*self.command, *arguments], env=environment, stdin=subprocess.DEVNULL,
                                            stdout=log, stderr=subprocess.STDOUT)

    def __exit__(self, kind, error, trace):
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()
        warnings = self.warnings() if kind is None else []
        shutil.rmtree(self.folder, ignore_errors=True)
        if kind is None:
            self.steps += 1
            print(f"{'not ok' if warnings else 'ok'} {self.steps} - nothing was wrong with the program's use of its libraries")
            for line in warnings[:10]:
                print(f'  said: {line}', file=sys.stderr)
        print(f'1..{self.steps}')
        sys.stdout.flush()
        if kind is Stop or warnings:
            sys.exit(1)
        return False

    def warnings(self):
        """What GLib, GTK and the like warned of."""
        with open(self.log, encoding='utf-8', errors='replace') as log:
            return [line.rstrip() for line in log if '-WARNING **' in line or '-CRITICAL **' in line]

    @contextlib.contextmanager
    def step(self, what):
        """One line of the result. A step that fails is the journey's last: later ones stand on it."""
        self.steps += 1
        try:
            yield
        except (Failure, GLib.Error, subprocess.CalledProcessError) as failure:
            print(f'not ok {self.steps} - {what}')
            self.tell(failure)
            raise Stop from failure
        print(f'ok {self.steps} - {what}')
        sys.stdout.flush()

    def tell(self, failure):
        """What failed, what was on the screen, what the program said: to standard error, and a picture."""
        print(f'{self.name}: {failure}', file=sys.stderr)
        status = self.process.poll()
        if status is not None:
            print(f'the program has ended with status {status}', file=sys.stderr)
        with open(self.log, encoding='utf-8', errors='replace') as log:
            for line in log.readlines()[-20:]:
                print(f'  said: {line.rstrip()}', file=sys.stderr)
        if status is None:
            seen = [text[:80] for text in self.words(roles=('frame', 'label', 'alert'))]
            print(f"  seen: {' | '.join(seen)}", file=sys.stderr)
        self.screenshot(f'{self.name}-failed')

    def screenshot(self, name):
        """A picture of the screen in the folder QOGAM_SCREENSHOTS; none without it."""
        folder = os.environ.get('QOGAM_SCREENSHOTS')
        if folder:
            os.makedirs(folder, exist_ok=True)
            picture = os.path.join(folder, f'{name}.png')
            subprocess.run(['import', '-window', 'root', picture], check=False)
            print(f'  picture: {picture}', file=sys.stderr)

    # Eyes

    def application(self):
        """The root of the program; which one that is may have changed since it was last asked for."""
        return self.tree.find_program(self.process.pid)

    def find_all(self, role=None, name=None, text=None, within=None, hidden=False, state=None):
        """The nodes with this role, this name, this part of their text, this state. A role, name or text may be a
        function."""
        def fits(wanted, value, exact):
            if callable(wanted):
                return bool(wanted(value))
            return wanted is None or (wanted == value if exact else wanted in value)
        start = within or self.application()
        if start is None:
            return []
        seen = [one for one in self.tree.walk(start.path, hidden, role is not None, name is not None or text is not None)
                if (state is None or has_states(one.states, [state])) and fits(role, one.role, True) and
                fits(name, one.name, True)]
        if text is not None:
            seen = [one for one, said in zip(seen, self.tree.texts(seen)) if fits(text, said, False)]
        return [Node(self.tree, one.path, one) for one in seen]

    def find(self, role=None, name=None, text=None, within=None, hidden=False, state=None):
        return next(iter(self.find_all(role, name, text, within, hidden, state)), None)

    def words(self, within=None, roles=None):
        """All that can be read in the window or in a part of it, or what of it has one of these roles."""
        start = within or self.application()
        seen = self.tree.walk(start.path, role=roles is not None, name=True) if start is not None else []
        seen = [one for one in seen if roles is None or one.role in roles]
        return [text.strip() for text in self.tree.texts(seen) if text.strip()]

    def wait(self, condition, what, seconds=WATCHDOG):
        """Waits until @condition gives something true, and gives that back."""
        end = time.monotonic() + seconds
        while True:
            with contextlib.suppress(GLib.Error):
                found = condition()
                if found:
                    return found
            if self.process.poll() is not None:
                raise Failure(f'the program ended while waiting for {what}')
            if time.monotonic() > end:
                raise Failure(f'waited in vain for {what}')
            time.sleep(0.05)

    def wait_until_settled(self, question, what, times=5):
        """Waits until @question has the same answer @times in a row: what moves has come to rest. Gives it back."""
        answers = []

        def is_settled():
            answers.append(question())
            return len(answers) >= times and len(set(answers[-times:])) == 1
        self.wait(is_settled, f'{what} to come to rest')
        return answers[-1]

    def wait_for(self, role=None, name=None, text=None, within=None):
        return self.wait(lambda: self.find(role, name, text, within), f'{role or "something"} {name or text or ""}')

    def wait_until_gone(self, seconds=WATCHDOG):
        """Waits for the end of the program; its exit status."""
        try:
            return self.process.wait(seconds)
        except subprocess.TimeoutExpired as expired:
            raise Failure('the program did not end') from expired

    # Hands

    def window_id(self):
        """The X id of the program's newest window. Tooltips and menus are windows of X, too; they alone have the name of
        the program, and neither the keyboard nor the pointer is meant for them."""
        def ask(*question):
            return subprocess.run(['xdotool', *question], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
                                  check=False).stdout.strip()
        def newest():
            """xdotool gives up, and finds nothing, where a window goes while it looks."""
            found = ask('search', '--onlyvisible', '--pid', str(self.process.pid)).split()
            return next((window for window in reversed(found) if ask('getwindowname', window) not in ('', 'qogam')), None)
        return self.wait(newest, 'a window on the display')

    def xdotool(self, *arguments):
        subprocess.run(['xdotool', *map(str, arguments)], check=True, stdout=subprocess.DEVNULL)

    def border(self):
        """What has to be added to extents for the pointer. It counts from the outside of the border that the window
        draws around itself; extents from the inside, or, in later versions of GTK, from as far again to the right. What
        is certain is where the window's content begins: as far from the left as it ends from the right."""
        content = self.wait(lambda: next(iter(self.find(role='frame').children()), None), 'what is in the window')
        said = subprocess.run(['xdotool', 'getwindowgeometry', '--shell', self.window_id()], stdout=subprocess.PIPE,
                              text=True, check=True).stdout
        size = dict(line.split('=', 1) for line in said.split())
        x, y, width, height = content.extents
        return (int(size['WIDTH']) - width) // 2 - x, (int(size['HEIGHT']) - height) // 2 - y

    def focus_window(self):
        """There is no window manager: the keyboard has to be handed over. To the next window, where one goes meanwhile."""
        def has_keyboard():
            done = subprocess.run(['xdotool', 'windowfocus', '--sync', self.window_id()], stdout=subprocess.DEVNULL,
                                  stderr=subprocess.DEVNULL, check=False)
            return done.returncode == 0
        self.wait(has_keyboard, 'a window that takes the keyboard')

    def key(self, *keys):
        for key in keys:
            self.xdotool('key', '--clearmodifiers', key)

    def type(self, text):
        self.xdotool('type', '--delay', 20, text)

    def move(self, x, y):
        """Moves the pointer to a place in the window, counted as extents are."""
        left, top = self.border()
        self.xdotool('mousemove', '--window', self.window_id(), int(x + left), int(y + top))

    def click_at(self, x, y, button=1, times=1):
        self.move(x, y)
        self.xdotool('click', '--repeat', times, '--delay', 60, button)

    def click(self, node, down=0.5, **options):
        """Clicks in the middle of what is seen of @node, or, with @down, lower: of what lies in something with padding later
        versions of GTK tell a place that is that padding too high and too far to the left."""
        x, y, width, height = self.wait(lambda: node.extents if node.extents[2] > 0 else None, f'a place of {node}')
        self.click_at(x + width / 2, y + height * down, **options)

    def drag(self, x, y, to_x, to_y, steps=8):
        self.move(x, y)
        self.xdotool('mousedown', 1)
        for step in range(1, steps + 1):
            self.move(x + (to_x - x) * step / steps, y + (to_y - y) * step / steps)
        self.xdotool('mouseup', 1)

    def scroll(self, x, y, clicks, control=False):
        """Turns the wheel; up where @clicks is positive."""
        self.move(x, y)
        if control:
            self.xdotool('keydown', 'ctrl')
        self.xdotool('click', '--repeat', abs(clicks), '--delay', 30, 4 if clicks > 0 else 5)
        if control:
            self.xdotool('keyup', 'ctrl')


def expect(condition, what):
    if not condition:
        raise Failure(what)
