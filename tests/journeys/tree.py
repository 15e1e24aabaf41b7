# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Qogam contributors

"""The tree of a program's accessibles, as a screen reader sees it.

libatspi asks about one thing of one node at a time and waits for each answer; a window has some hundred nodes. Here the
same questions go out for all nodes of a level before the first answer is waited for, which takes a tenth of the time.
"""

import collections

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, Gio, GLib  # noqa: E402 pylint: disable=wrong-import-position

ROOT = '/org/a11y/atspi/accessible/root'
ACCESSIBLE = 'org.a11y.atspi.Accessible'
ACTION = 'org.a11y.atspi.Action'
COMPONENT = 'org.a11y.atspi.Component'
EDITABLE = 'org.a11y.atspi.EditableText'
TEXT = 'org.a11y.atspi.Text'
WAIT = 10000  # milliseconds

# What was asked of a node; role and name are '' where they were not.
Seen = collections.namedtuple('Seen', 'path states box role name description')


class Failure(Exception):
    """What was expected did not come about."""


def role_name(role):
    """By its name of old: from 2.56 on AT-SPI calls a push button a button."""
    name = Atspi.role_get_name(Atspi.Role(role))
    return 'push button' if name == 'button' else name


def spaces(value):
    """A text with every space as it is typed: whether a line may break there is not what a person reads."""
    return value.replace('\u00a0', ' ') if isinstance(value, str) else value


def has_states(words, names):
    """Whether all states are in the answer to GetState: two words of 32 bits."""
    bits = words[0] | words[1] << 32 if words else 0
    return all(bits >> int(getattr(Atspi.StateType, name.upper())) & 1 for name in names)


class Node:
    """One accessible: a widget as a screen reader sees it. What it is asked for is as it is then; of one that has gone
    meanwhile role and name are what they were when it was found."""

    def __init__(self, tree, path, seen=None):
        self.tree = tree
        self.path = path
        self.seen = seen

    def ask(self, interface, method, *arguments):
        """None where what is asked about is gone by now."""
        return self.tree.ask([(self.path, interface, method, *arguments)])[0]

    def _property(self, name):
        answer = self.ask('org.freedesktop.DBus.Properties', 'Get', GLib.Variant('(ss)', (ACCESSIBLE, name)))
        return answer[0] if answer else None

    @property
    def name(self):
        name = self._property('Name')
        return name if name is not None else self.seen.name if self.seen else ''

    @property
    def description(self):
        return self._property('Description') or ''

    @property
    def role(self):
        answer = self.ask(ACCESSIBLE, 'GetRole')
        return role_name(answer[0]) if answer else self.seen.role if self.seen else ''

    @property
    def text(self):
        """What it says: the text of a label or an entry, else its name."""
        return self.tree.read_texts([self.path])[0] or self.name

    @property
    def chosen(self):
        """The part of its text that is selected."""
        count = self.ask(TEXT, 'GetNSelections')
        part = self.ask(TEXT, 'GetSelection', GLib.Variant('(i)', (0,))) if count and count[0] else None
        answer = self.ask(TEXT, 'GetText', GLib.Variant('(ii)', tuple(part))) if part else None
        return answer[0] if answer else ''

    @property
    def text_attributes(self):
        answer = self.ask(TEXT, 'GetDefaultAttributes')
        return answer[0] if answer else {}

    def set_text(self, text):
        """As an assistive technology does it: the keyboard of the display may lack the letters."""
        self.ask(EDITABLE, 'SetTextContents', GLib.Variant('(s)', (text,)))

    def has_state(self, *names):
        answer = self.ask(ACCESSIBLE, 'GetState')
        return answer is not None and has_states(answer[0], names)

    def children(self):
        answer = self.ask(ACCESSIBLE, 'GetChildren')
        return [Node(self.tree, path) for _, path in answer[0]] if answer else []

    @property
    def extents(self):
        """(x, y, width, height) in the window's pixels."""
        answer = self.ask(COMPONENT, 'GetExtents', GLib.Variant('(u)', (Atspi.CoordType.WINDOW,)))
        return answer[0] if answer else (0, 0, 0, 0)

    def act(self):
        """Its first action: a button is pressed, a row activated."""
        answer = self.ask(ACTION, 'DoAction', GLib.Variant('(i)', (0,)))
        if not answer or not answer[0]:
            raise Failure(f'{self} has no action')

    def __str__(self):
        return f"{self.role} '{self.name}'"


class Tree:
    """The connection to the accessibility bus, and a program on it."""

    def __init__(self):
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address = session.call_sync('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress', None, None,
                                    Gio.DBusCallFlags.NONE, WAIT, None)[0]
        self.bus = Gio.DBusConnection.new_for_address_sync(
            address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION)
        self.process = self.program = self.root = None

    def find_program(self, process):
        """The root of the program that runs as @process, None as long as it is not there; from now on the tree is its."""
        if self.process != process:
            self.process, self.program, self.root = process, None, None
        if self.program is None:
            found = self.ask([(ROOT, ACCESSIBLE, 'GetChildren')], 'org.a11y.atspi.Registry')[0]
            for name, path in found[0] if found else ():
                answer = self.ask([('/', 'org.freedesktop.DBus', 'GetConnectionUnixProcessID', GLib.Variant('(s)', (name,)))],
                                  'org.freedesktop.DBus')[0]
                if answer and answer[0] == self.process:
                    self.program, self.root = name, path
        return Node(self, self.root) if self.program is not None else None

    def ask(self, questions, program=None):
        """The answers to all questions (path, interface, method, arguments…) in their order; None where there is none:
        what is asked about may be gone by now."""
        answers = [None] * len(questions)
        left = len(questions)

        def answered(bus, result, number):
            nonlocal left
            left -= 1
            try:
                answers[number] = tuple(map(spaces, bus.call_finish(result).unpack()))
            except GLib.Error:
                pass
        for number, (path, interface, method, *arguments) in enumerate(questions):
            self.bus.call(program or self.program, path, interface, method, arguments[0] if arguments else None, None,
                          Gio.DBusCallFlags.NONE, WAIT, None, answered, number)
        while left > 0:
            GLib.MainContext.default().iteration(True)
        return answers

    def walk(self, start, hidden=False, role=False, name=False, description=False):
        """All that is in the node @start, itself first, in the order of the window: [Seen]; with @hidden also what is not
        shown. GTK marks windows alone as showing before 4.12; a widget without room is not seen either. The pages of a
        stack are no widgets and have no place of their own."""
        seen, below = {}, {}
        level = [start]
        while level:
            asked = self._ask_about(level, role, name, description)
            pages = iter(self._names([one.path for one, _ in asked if has_states(one.states, ['visible']) and one.box[2] <= 0]))
            following = []
            for one, children in asked:
                visible = has_states(one.states, ['visible'])
                shown = visible and (one.box[2] > 0 or next(pages) == 'GtkStackPage')
                if not (shown or hidden or one.path == self.root):
                    continue
                seen[one.path] = one
                below[one.path] = [child for child in children if child not in seen]
                following += below[one.path]
            level = following
        return self._in_order(start, seen, below)

    @staticmethod
    def _in_order(start, seen, below):
        order, left = [], [start]
        while left:
            path = left.pop()
            if path in seen:
                order.append(seen[path])
                left += reversed(below[path])
        return order

    def _names(self, paths):
        answers = self.ask([(path, 'org.freedesktop.DBus.Properties', 'Get', GLib.Variant('(ss)', (ACCESSIBLE, 'Name')))
                            for path in paths])
        return [answer[0] if answer else '' for answer in answers]

    def _ask_about(self, paths, role, name, description):
        """For each: what is seen of it, and its children."""
        kinds = [(ACCESSIBLE, 'GetState'), (COMPONENT, 'GetExtents', GLib.Variant('(u)', (Atspi.CoordType.WINDOW,))),
                 (ACCESSIBLE, 'GetChildren')]
        if role:
            kinds.append((ACCESSIBLE, 'GetRole'))
        for wanted, what in ((name, 'Name'), (description, 'Description')):
            if wanted:
                kinds.append(('org.freedesktop.DBus.Properties', 'Get', GLib.Variant('(ss)', (ACCESSIBLE, what))))
        answers = iter(self.ask([(path, *kind) for path in paths for kind in kinds]))
        about = []
        for path in paths:
            states, box, children, *others = [next(answers) for _ in kinds]
            others = iter([answer[0] if answer else '' for answer in others])
            about.append((Seen(path, states[0] if states else None, box[0] if box else (0, 0, 0, 0),
                               role_name(next(others) or 0) if role else '', next(others) if name else '',
                               next(others) if description else ''), [child for _, child in children[0]] if children else []))
        return about

    def read_texts(self, paths):
        """The text of each, '' where it is none. What GTK says when asked up to the end, -1, depends on its version."""
        counts = self.ask([(path, 'org.freedesktop.DBus.Properties', 'Get', GLib.Variant('(ss)', (TEXT, 'CharacterCount')))
                           for path in paths])
        have = [(path, count[0]) for path, count in zip(paths, counts) if count and count[0]]
        answers = self.ask([(path, TEXT, 'GetText', GLib.Variant('(ii)', (0, count))) for path, count in have])
        texts = {path: answer[0] for (path, _), answer in zip(have, answers) if answer}
        return [texts.get(path, '') for path in paths]

    def texts(self, seen):
        """What each says: the text of a label or an entry, else its name."""
        return [text or one.name for text, one in zip(self.read_texts([one.path for one in seen]), seen)]

    def words(self):
        """What can be read, or is read aloud, of what is shown: names, texts and descriptions."""
        if self.program is None:
            return set()
        seen = [one for one in self.walk(self.root, name=True, description=True) if one.path != self.root]
        words = {word.strip() for one, text in zip(seen, self.texts(seen)) for word in (one.name, one.description, text)}
        return words - {''}
