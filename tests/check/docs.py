# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Qogam contributors

"""Are the documents true: do their links lead somewhere, do the commands in the README work? Argument: qogam."""

import os
import re
import shlex
import subprocess
import sys
import tempfile

from tap import Tap, files, path, read

LINK = re.compile(r'\]\(([^)#\s]+)[^)]*\)|src="([^"]+)"')
COMMAND = re.compile(r'^    \./tools/run ((?:check|list|search|path|export|convert)\b.*?)(?:   +.*)?$', re.MULTILINE)


def dead_links(names):
    for name in names:
        for match in LINK.finditer(read(name)):
            target = match[1] or match[2]
            if '://' not in target and not os.path.exists(path(os.path.dirname(name), target)):
                yield f'{name}: {target} is not there'


def failing_commands(qogam):
    commands = [match[1] for match in COMMAND.finditer(read('README.md'))]
    if not commands:
        yield 'README.md: no command found'
    with tempfile.TemporaryDirectory() as folder:
        for command in commands:
            done = subprocess.run([qogam, *shlex.split(command)], cwd=folder, stdin=subprocess.DEVNULL, check=False,
                                  stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=100)
            if done.returncode != 0 or 'error:' in done.stderr:
                yield f'qogam {command}: status {done.returncode}: {done.stderr[-300:]}'


def map_docs_behind():
    done = subprocess.run([path('tools', 'map-docs'), '--check'], stdout=subprocess.PIPE, text=True, check=False)
    yield from done.stdout.splitlines()
    if done.returncode != 0 and not done.stdout:
        yield f'tools/map-docs: status {done.returncode}'


def main(qogam):
    tap = Tap()
    tap.check('coverage and glossary are what the map says', map_docs_behind())
    tap.check('links in documents lead somewhere', dead_links([n for n in files() if n.endswith('.md')]))
    tap.check('the commands in the README work', failing_commands(qogam))
    tap.end()


if __name__ == '__main__':
    main(os.path.abspath(sys.argv[1]))
