# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Qogam contributors

"""The window where there is nothing but a display: no session bus, no accessibility bus, no home that can be written. Nothing
can be asked about it then, so the screen itself is looked at. Arguments: qogam, the bundled map (not used)."""

import os
import subprocess
import sys
import time

NOWHERE = '/dev/null/x'
WATCHDOG = 60


def colors():
    """How many colors are on the screen: a drawn map has many."""
    picture = subprocess.run(['import', '-window', 'root', 'png:-'], stdout=subprocess.PIPE, check=True).stdout
    said = subprocess.run(['identify', '-format', '%k', 'png:-'], input=picture, stdout=subprocess.PIPE, check=True).stdout
    return int(said)


def wait(condition, process):
    end = time.monotonic() + WATCHDOG
    while time.monotonic() < end and process.poll() is None:
        if condition():
            return True
        time.sleep(0.1)
    return False


def main(qogam):
    environment = dict(os.environ, HOME='/dev/null', XDG_RUNTIME_DIR=NOWHERE, DBUS_SESSION_BUS_ADDRESS='disabled:',
                       GTK_A11Y='none', GDK_BACKEND='x11', LC_ALL='C', G_DEBUG='fatal-criticals')
    environment.update({f'XDG_{key}_HOME': NOWHERE for key in ('CONFIG', 'DATA', 'CACHE', 'STATE')})
    environment.pop('AT_SPI_BUS_ADDRESS', None)
    process = subprocess.Popen([qogam], env=environment, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE)
    drawn = wait(lambda: colors() > 300, process)
    print('ok 1 - the map is drawn' if drawn else 'not ok 1 - the map is drawn')
    if drawn:
        windows = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(process.pid)], stdout=subprocess.PIPE,
                                 text=True, check=True).stdout.split()
        subprocess.run(['xdotool', 'windowfocus', '--sync', windows[-1], 'key', '--clearmodifiers', 'ctrl+q'], check=True)
        wait(lambda: False, process)
    ended = process.poll() == 0
    print('ok 2 - it closes' if ended else f'not ok 2 - it closes: {process.poll()}')
    print('1..2')
    process.kill()
    said = process.communicate()[1].decode('utf-8', 'replace')
    if not (drawn and ended):
        print(said, file=sys.stderr)
        sys.exit(1)


if __name__ == '__main__':
    main(os.path.abspath(sys.argv[1]))
