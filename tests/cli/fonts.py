#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Qogam contributors

"""Pictures where the font that they should have lacks letters of Kazakh: another one is taken for all of the text, never
for single letters. Called with the program's path."""

import os
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'check'))
from lacking import KAZAKH, fonts  # noqa: E402
from tap import Tap  # noqa: E402

QOGAM = sys.argv[1]
LETTERS = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'export', 'letters.qogam.json')
FULL, OTHER = 'Noto Sans', 'DejaVu Sans'


class Place:
    """Surroundings with some fonts, and what the program writes there."""

    def __init__(self, folder, families, lacking=()):
        self.folder = folder
        self.environment = {'PATH': os.environ['PATH'], 'HOME': folder, 'XDG_CACHE_HOME': os.path.join(folder, 'own'),
                            'LC_ALL': 'C', **fonts(folder, families, lacking)}
        for name in ('ASAN_OPTIONS', 'LSAN_OPTIONS', 'UBSAN_OPTIONS'):
            if name in os.environ:
                self.environment[name] = os.environ[name]

    def letters(self, family):
        """What of Kazakh fontconfig says that the family has."""
        said = subprocess.run(['fc-list', f':family={family}:charset={ord("ә"):x}', 'family'], env=self.environment,
                              stdout=subprocess.PIPE, text=True, check=True).stdout
        return said.strip()

    def export(self, ending):
        path = os.path.join(self.folder, f'picture.{ending}')
        done = subprocess.run([QOGAM, 'export', f'--map={LETTERS}', '--lang=kk', '-o', path], env=self.environment,
                              stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, check=True, timeout=100)
        with open(path, 'rb') as file:
            return path, file.read(), done.stderr.decode('utf-8')


def check_all(tap, folder):
    patched = Place(os.path.join(folder, 'patched'), (FULL, OTHER), (FULL,))
    whole = Place(os.path.join(folder, 'whole'), (OTHER,))
    tap.check('the fonts are such as they should be',
              [] if not patched.letters(FULL) and patched.letters(OTHER) and whole.letters(OTHER) else [patched.letters(FULL)])
    path, _, said = patched.export('pdf')
    used = {line.split()[0].split('+')[-1] for line in
            subprocess.run(['pdffonts', path], stdout=subprocess.PIPE, text=True, check=True).stdout.splitlines()[2:]}
    tap.check('PDF: all of the text is in the font that has all letters',
              [] if used and all(name.startswith('DejaVu') for name in used) else [used])
    text = subprocess.run(['pdftotext', path, '-'], stdout=subprocess.PIPE, text=True, check=True).stdout
    tap.check('PDF: and all letters are in it', set(KAZAKH) - set(text))
    tap.check('it is said which font is used instead', [] if OTHER in said else [said])
    families = set(re.findall(r'font-family[:=]\s*"?([^";>]+)', patched.export('svg')[1].decode('utf-8').replace('&apos;', "'")))
    tap.check('SVG: that font is the first that is asked for',
              [] if families and all(family.lstrip("'").startswith(OTHER) for family in families) else [families])
    tap.check('PNG: the picture is the same as where there is no other font',
              [] if patched.export('png')[1] == whole.export('png')[1] else ['it is not'])


def main():
    tap = Tap()
    folder = tempfile.mkdtemp(prefix='qogam-fonts-')
    try:
        check_all(tap, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    tap.end()


if __name__ == '__main__':
    main()
