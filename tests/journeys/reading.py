# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Qogam contributors

"""Reads all the words of a window at once.

libatspi asks about one thing of one node at a time and waits for each answer; a window has some hundred nodes. Here the
same questions go out for all nodes of a level before the first answer is waited for, which takes a tenth of the time.
"""

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, Gio, GLib  # noqa: E402 pylint: disable=wrong-import-position

ROOT = '/org/a11y/atspi/accessible/root'
ACCESSIBLE = 'org.a11y.atspi.Accessible'
WAIT = 10000  # milliseconds


class Reading:
    """The connection to the accessibility bus, and the name of a program on it."""

    def __init__(self, process):
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address = session.call_sync('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress', None, None,
                                    Gio.DBusCallFlags.NONE, WAIT, None)[0]
        self.bus = Gio.DBusConnection.new_for_address_sync(
            address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION)
        self.program, self.root = next(
            (name, path) for name, path in self.ask('org.a11y.atspi.Registry', [(ROOT, ACCESSIBLE, 'GetChildren')])[0][0]
            if self.process_of(name) == process)

    def process_of(self, name):
        return self.bus.call_sync('org.freedesktop.DBus', '/', 'org.freedesktop.DBus', 'GetConnectionUnixProcessID',
                                  GLib.Variant('(s)', (name,)), None, Gio.DBusCallFlags.NONE, WAIT, None)[0]

    def ask(self, program, questions):
        """The answers to all questions (path, interface, method, arguments…) in their order; None where there is none:
        what is asked about may be gone by now."""
        answers = [None] * len(questions)
        left = len(questions)

        def answered(bus, result, number):
            nonlocal left
            left -= 1
            try:
                answers[number] = bus.call_finish(result).unpack()
            except GLib.Error:
                pass
        for number, (path, interface, method, *arguments) in enumerate(questions):
            self.bus.call(program, path, interface, method, arguments[0] if arguments else None, None,
                          Gio.DBusCallFlags.NONE, WAIT, None, answered, number)
        while left > 0:
            GLib.MainContext.default().iteration(True)
        return answers

    def words(self):
        """What can be read, or is read aloud, of what is shown: names, texts and descriptions."""
        words = set()
        level = [child for child in (self.ask(self.program, [(self.root, ACCESSIBLE, 'GetChildren')])[0] or [()])[0]]
        while level:
            paths = [path for _, path in level]
            about = self._ask_about(paths)
            shown = [(path, name, what) for path, (states, box, name, what) in zip(paths, about)
                     if states and states[0][0] >> Atspi.StateType.VISIBLE & 1 and
                     ((box and box[0][2] > 0) or (name and name[0] == 'GtkStackPage'))]
            words |= {text[0].strip() for _, *texts in shown for text in texts if text}
            below = self.ask(self.program, [question for path, *_ in shown for question in (
                (path, ACCESSIBLE, 'GetChildren'),
                (path, 'org.a11y.atspi.Text', 'GetText', GLib.Variant('(ii)', (0, -1))))])
            words |= {text[0].strip() for text in below[1::2] if text}
            level = [child for children in below[::2] if children for child in children[0]]
        return words - {''}

    def _ask_about(self, paths):
        """For each: its states, its place, its name, its description."""
        questions = []
        for path in paths:
            questions += [
                (path, ACCESSIBLE, 'GetState'),
                (path, 'org.a11y.atspi.Component', 'GetExtents', GLib.Variant('(u)', (Atspi.CoordType.WINDOW,))),
                (path, 'org.freedesktop.DBus.Properties', 'Get', GLib.Variant('(ss)', (ACCESSIBLE, 'Name'))),
                (path, 'org.freedesktop.DBus.Properties', 'Get', GLib.Variant('(ss)', (ACCESSIBLE, 'Description')))]
        answers = self.ask(self.program, questions)
        return zip(*(answers[first::4] for first in range(4)))
