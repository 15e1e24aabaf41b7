# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Qogam contributors

"""What the checks share: results in the Test Anything Protocol, the files of the project, running a program."""

import os
import subprocess
import sys

TOP = os.environ.get('QOGAM_SOURCE_DIR') or os.path.abspath(os.path.join(os.path.dirname(__file__), '..', '..'))


class Tap:
    """Prints one line for each check; what is wrong is told on standard error, which meson shows."""

    def __init__(self):
        self.count = 0
        self.failed = 0

    def check(self, name, problems):
        self.count += 1
        problems = list(problems)
        print(f"{'not ok' if problems else 'ok'} {self.count} - {name}")
        for problem in problems:
            print(problem, file=sys.stderr)
        self.failed += bool(problems)
        sys.stdout.flush()

    def end(self):
        print(f'1..{self.count}')
        sys.exit(1 if self.failed else 0)


def path(*parts):
    return os.path.join(TOP, *parts)


def read(name):
    with open(path(name), encoding='utf-8') as file:
        return file.read()


def files():
    """All files of the project, relative to its top folder: what git tracks or would, else all but build folders."""
    listed = subprocess.run(['git', '-C', TOP, 'ls-files', '-z', '--cached', '--others', '--exclude-standard'],
                            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False) \
        if os.path.exists(path('.git')) else None
    if listed is not None and listed.returncode == 0 and listed.stdout:
        names = listed.stdout.decode('utf-8').split('\0')
        return sorted({name for name in names if name and os.path.isfile(path(name))})
    found = []
    for folder, folders, names in os.walk(TOP):
        folders[:] = [f for f in folders if not f.startswith(('_build', '.git', '__pycache__')) and f != 'build']
        found += [os.path.relpath(os.path.join(folder, name), TOP) for name in names]
    return sorted(found)


def run(*command, **options):
    """The command's status and all that it said."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, text=True,
                          encoding='utf-8', errors='replace', cwd=options.pop('cwd', TOP), **options)
    return done.returncode, done.stdout


def complaints(*command, **options):
    """What a validator said where it was not content; nothing where it was."""
    status, said = run(*command, **options)
    return [] if status == 0 else [said.strip() or f'{command[0]} ended with status {status}']
