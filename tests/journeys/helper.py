# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Qogam contributors

"""A program whose helper does what a journey wants: it crashes, lies, hangs, or waits until it is let go."""

import os
import shutil
import tempfile

# Does what the file beside it says; 'late' until that says something else, and then that which the program asked for.
HELPER = '''#!/bin/sh
mode=$(cat '{mode}')
case $mode in
  crash) kill -SEGV $$ ;;
  killed) head -c 40 /dev/zero; kill -KILL $$ ;;
  memory) exit 3 ;;
  garbage) head -c 5000 /dev/urandom ;;
  endless) exec cat /dev/zero ;;
  hang) trap '' TERM HUP INT; while :; do sleep 0.1; done ;;
  late) while [ "$(cat '{mode}')" = late ]; do sleep 0.05; done; exec '{real}' ;;
  *) exec '{real}' ;;
esac
'''


class Build:
    """The program as built, with another helper: it finds what belongs to it by where it lies."""

    def __init__(self, qogam):
        self.build = os.path.join(os.path.dirname(qogam), '..')
        self.folder = tempfile.mkdtemp(prefix='qogam-helper-')
        self.real = os.path.abspath(os.path.join(self.build, 'src/graphviz/helper/qogam-graphviz'))
        self.qogam = os.path.join(self.folder, 'src/qogam')
        self.helper = os.path.join(self.folder, 'src/graphviz/helper/qogam-graphviz')
        self.seen = set()

    def __enter__(self):
        os.makedirs(os.path.dirname(self.helper))
        shutil.copy(os.path.join(self.build, 'src/qogam'), self.qogam)
        shutil.copy(os.path.join(self.build, 'qg-config.h'), self.folder)
        for name in ('data', 'po'):
            os.symlink(os.path.abspath(os.path.join(self.build, name)), os.path.join(self.folder, name))
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder)

    def become(self, mode):
        """What the next helper does, and one that is late from now on."""
        name = os.path.join(self.folder, 'mode')
        with open(name, 'w', encoding='ascii') as file:
            file.write(mode)
        if mode == 'missing':
            os.remove(self.helper)
        elif not os.path.exists(self.helper):
            with open(self.helper, 'w', encoding='utf-8') as file:
                file.write(HELPER.format(mode=name, real=self.real))
            os.chmod(self.helper, 0o755)


def helpers(build):
    """The helpers that run, of this journey alone."""
    found = []
    for process in filter(str.isdigit, os.listdir('/proc')):
        try:
            with open(f'/proc/{process}/cmdline', 'rb') as file:
                command = file.read()
            with open(f'/proc/{process}/stat', encoding='utf-8', errors='replace') as file:
                state = file.read().rsplit(')', 1)[1].split()[0]
        except OSError:
            continue
        if (build.helper.encode() in command or int(process) in build.seen) and state not in 'ZX':
            found.append(int(process))
            # It may become the real one, under another name.
            build.seen.add(int(process))
    return found
