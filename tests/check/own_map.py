# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Qogam contributors

"""Does docs/own-map.md hold? Its files are written as they stand there, its commands are run in its order, and what comes
out has to be a map without a fault. Argument: qogam."""

import json
import os
import re
import shlex
import subprocess
import sys
import tempfile

from tap import Tap, read

FILE = re.compile(r'<!-- file: (\S+) -->\n```\w+\n(.*?)```\n', re.DOTALL)
RUN = re.compile(r'<!-- run -->\n((?:    qogam .*\n)+)')


def run(qogam, folder, command):
    done = subprocess.run([qogam, *shlex.split(command)], cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, text=True, timeout=100, check=False)
    faults = [line for line in (done.stdout + done.stderr).splitlines() if 'error:' in line or 'warning:' in line]
    return faults + ([] if done.returncode == 0 else [f'status {done.returncode}'])


def main(qogam):
    tap = Tap()
    text = read('docs/own-map.md')
    files = FILE.findall(text)
    commands = [line.strip()[len('qogam '):] for block in RUN.findall(text) for line in block.splitlines()]
    tap.check('it has tables in three languages and a map', [] if len(files) == 7 and len(commands) >= 9 else [len(files)])
    with tempfile.TemporaryDirectory() as folder:
        for name, content in files:
            with open(os.path.join(folder, name), 'w', encoding='utf-8') as file:
                file.write(content)
        for command in commands:
            tap.check('qogam ' + command, run(qogam, folder, command))
        for name, lang, entity in (('club', 'en', 'Club'), ('uiirme', 'kk', 'Үйірме'), ('kruzhok', 'ru', 'Кружок')):
            with open(os.path.join(folder, name + '.qogam.json'), encoding='utf-8') as file:
                made = json.load(file)
            tap.check(f'{name}: what became of the tables', [] if made['languages'] == [lang] and
                      made['entities'][0]['name'] == entity and len(made['kinds']) == 3 and
                      len(made['relations']) == 3 and len(made['verbs']) == 3 else [made])
            tap.check(f'{name}: without a fault', run(qogam, folder, f'check {name}.qogam.json'))
    tap.end()


if __name__ == '__main__':
    main(os.path.abspath(sys.argv[1]))
