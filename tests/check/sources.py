# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Qogam contributors

"""Habits of the house that a compiler does not see."""

import os
import re

from tap import Tap, files, path, read

# Which rooms a room may include from; see docs/architecture.md. Each may include from itself.
ROOMS = {
    'base': '',
    'map': 'base',
    'job': 'base',
    'graphviz': 'base job',
    'formats': 'base map job graphviz',
    'layout': 'base map job graphviz',
    'picture': 'base map layout',
    'export': 'base map layout picture',
    'explore': 'base map job graphviz formats layout picture',
    'canvas': 'base map layout picture explore',
    'cli': 'base map job formats layout picture export explore',
    'shell': 'base map job formats layout picture export explore canvas',
}
WITH_GTK = ('canvas', 'shell')
MOST_LINES = 600

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)
TOOLKIT = re.compile(r'^(gtk|gdk|gsk)/|^adwaita\.h$')
GRAPHVIZ = re.compile(r'^(graphviz/)?(cgraph|gvc|gvcext|gvplugin|types|cdt)\.h$')
MARKS = re.compile(r'\b(' + '|'.join(['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X', 'HA' + 'CK']) + r')\b')
TRANSLATED = re.compile(
    r'(?<![A-Za-z0-9_])(?:_|N_|C_|NC_|Q_|ngettext|g_dngettext|g_dgettext|g_dpgettext2?) ?\(\s*"|translatable="')
TEXT_ENDINGS = ('.c', '.h', '.py', '.sh', '.build', '.ui', '.xml', '.css', '.md', '.desktop', '.json', '.in', '.po')
HEADED = ('.c', '.h', '.py', '.sh', '.build', '.ui', '.xml', '.css', '.svg')


def room_of(name):
    """The room that a file of src/ lies in; '' for src/main.c."""
    parts = name.split('/')
    return parts[1] if len(parts) > 2 else ''


def forbidden_includes(sources):
    where = {os.path.basename(name): room_of(name) for name in sources if name.endswith('.h')}
    for name in sources:
        room = room_of(name)
        if not room:
            continue
        if room not in ROOMS:
            yield f'{name}: the room {room} is not in the table of tests/check/sources.py'
            continue
        allowed = ROOMS[room].split() + [room]
        for _, header in INCLUDE.findall(read(name)):
            other = where.get(os.path.basename(header))
            if other is not None and other not in allowed:
                yield f'{name}: {room} may not include {header} from {other}'


def foreign_includes(sources, pattern, is_allowed):
    for name in sources:
        for _, header in INCLUDE.findall(read(name)):
            if pattern.match(header) and not is_allowed(name):
                yield f'{name}: may not include {header}'


def unregistered_tests(names):
    """Test programs and scripts that no meson.build beside or above them names."""
    for name in names:
        folder, base = os.path.split(name)
        stem, ending = os.path.splitext(base)
        if not re.match(r'^(test|fuzz|journey|bench)-', base) or ending not in ('.c', '.py', '.sh'):
            continue
        tables = ''
        while folder:
            table = os.path.join(folder, 'meson.build')
            if table in names:
                tables += read(table)
            folder = os.path.dirname(folder)
        if f"'{stem}'" not in tables and f"'{base}'" not in tables and f"{base}'" not in tables:
            yield f'{name}: is in no meson.build'


def missing_from_potfiles(names):
    listed = [line for line in read('po/POTFILES.in').split('\n') if line and not line.startswith('#')]
    for name in names:
        if name.startswith('src/') and name.endswith(('.c', '.h', '.ui')) and name not in listed \
                and TRANSLATED.search(read(name)):
            yield f'{name}: has words for people but is not in po/POTFILES.in'
    for name in listed:
        if name not in names:
            yield f'po/POTFILES.in: {name} is not there'
    if len(set(listed)) != len(listed):
        yield 'po/POTFILES.in: names a file twice'


def is_script(name):
    with open(path(name), 'rb') as file:
        return file.read(2) == b'#!'


def without_licence(names):
    for name in names:
        if name.endswith(HEADED) or ('.' not in os.path.basename(name) and is_script(name)):
            head = '\n'.join(read(name).split('\n')[:6])
            if 'SPDX-License-Identifier:' not in head:
                yield f'{name}: no SPDX-License-Identifier in its first lines'
            elif name.endswith(('.c', '.h', '.py')) and 'SPDX-FileCopyrightText:' not in head:
                yield f'{name}: no SPDX-FileCopyrightText in its first lines'


def main():
    names = files()
    sources = [name for name in names if name.startswith('src/') and name.endswith(('.c', '.h'))]
    code = [name for name in names if name.endswith(('.c', '.h'))]
    tap = Tap()
    tap.check('there are sources', [] if sources else ['none found'])
    tap.check('includes go down the rooms', forbidden_includes(sources))
    tap.check('GTK is seen by canvas/ and shell/ alone',
              foreign_includes(sources, TOOLKIT, lambda name: room_of(name) in WITH_GTK))
    tap.check('Graphviz is seen by the helper alone',
              foreign_includes(sources, GRAPHVIZ, lambda name: name.startswith('src/graphviz/helper/')))
    tap.check(f'no file of code is longer than {MOST_LINES} lines',
              (f'{name}: {lines} lines' for name in code
               if (lines := read(name).count('\n')) > MOST_LINES))
    tap.check('every test is registered', unregistered_tests([n for n in names if n.startswith('tests/')]))
    tap.check('POTFILES is whole', missing_from_potfiles(names))
    tap.check('every file names its licence', without_licence(names))
    tap.check('nothing is left for later',
              (f'{name}: {found[0]}' for name in names
               if name.endswith(TEXT_ENDINGS) or name.startswith(('tools/', '.ci/'))
               if (found := MARKS.search(read(name)))))
    tap.end()


if __name__ == '__main__':
    main()
