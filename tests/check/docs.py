# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Qogam contributors

"""Are the documents true: do their links lead somewhere, do their commands and options work? Argument: qogam."""

import os
import re
import shlex
import subprocess
import sys
import tempfile

from tap import Tap, files, path, read

LINK = re.compile(r'\]\(([^)#\s]+)[^)]*\)|src="([^"]+)"')
PROOF = re.compile(r'`([a-z]+/[a-z-]+): ([^`]+)`')
COMMAND = re.compile(r'^    \./tools/run ((?:check|list|search|path|export|convert)\b.*?)(?:   +.*)?$', re.MULTILINE)
OPTION = re.compile(r'`(--[a-z]+=[^`]+)`')


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


def failing_options(qogam):
    options = OPTION.findall(read('docs/export.md'))
    if not options:
        yield 'docs/export.md: no option found'
    with tempfile.TemporaryDirectory() as folder:
        for option in options:
            done = subprocess.run([qogam, 'export', option, '-o', 'picture.svg'], cwd=folder, stdin=subprocess.DEVNULL,
                                  check=False, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=100)
            if done.returncode != 0 or 'error:' in done.stderr:
                yield f'qogam export {option}: status {done.returncode}: {done.stderr[-300:]}'


def map_docs_behind():
    done = subprocess.run([path('tools', 'map-docs'), '--check'], stdout=subprocess.PIPE, text=True, check=False)
    yield from done.stdout.splitlines()
    if done.returncode != 0 and not done.stdout:
        yield f'tools/map-docs: status {done.returncode}'


def missing_proofs():
    """Is every test there that docs/reliability.md names, and has every case one?"""
    cases = [line for line in read('docs/reliability.md').splitlines() if line.count(' | ') >= 2 and PROOF.search(line)]
    if len(cases) < 30:
        yield f'docs/reliability.md: only {len(cases)} cases have a proof'
    for row in read('docs/reliability.md').split('## Cases')[1].split('##')[0].splitlines()[4:]:
        if row.startswith('|') and not PROOF.search(row):
            yield f'docs/reliability.md: no proof: {row[:60]}'
    for name, words in sorted({match.groups() for case in cases for match in PROOF.finditer(case)}):
        file = next((f'tests/{name}{ending}' for ending in ('.c', '.py') if os.path.exists(path('tests', name + ending))), None)
        if file is None:
            yield f'docs/reliability.md: tests/{name} is not there'
        # A case of GLib's tests is named whole or, in a table of them, by its last part.
        elif not (re.search(rf'"(/[^"]*/)?{re.escape(words)}"', read(file)) if file.endswith('.c') and ' ' not in words and
                  not words.startswith('LLVM') else words in read(file)):
            yield f'docs/reliability.md: {file} has no {words!r}'


def main(qogam):
    tap = Tap()
    tap.check('coverage and glossary are what the map says', map_docs_behind())
    tap.check('links in documents lead somewhere', dead_links([n for n in files() if n.endswith('.md')]))
    tap.check('the tests that prove what may go wrong are there', missing_proofs())
    tap.check('the commands in the README work', failing_commands(qogam))
    tap.check('the options in docs/export.md work', failing_options(qogam))
    tap.end()


if __name__ == '__main__':
    main(os.path.abspath(sys.argv[1]))
