# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Qogam contributors

"""Places that cannot be written to: a full disk, a folder that is read-only or gone, too long a name, links.

Arguments: qogam, a map. Each time the error names the file and says what to do, the old file is untouched and nothing is
left beside it.
"""

import os
import resource
import shutil
import signal
import stat
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'check'))
from tap import Tap  # noqa: E402 pylint: disable=wrong-import-position

OLD = b'what was here before\n'
ENDINGS = ('pdf', 'svg', 'png', 'json', 'graphml', 'dot')


class Places:
    def __init__(self, qogam, map_file, tap):
        self.qogam = qogam
        self.map_file = map_file
        self.tap = tap

    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix='qogam-places-')
        os.chmod(self.folder, 0o755)
        self.home = os.path.join(self.folder, 'home')
        os.mkdir(self.home)
        os.chmod(self.home, 0o777)
        self.map_file = shutil.copy(self.map_file, os.path.join(self.folder, 'map.json'))
        os.chmod(self.map_file, 0o644)
        return self

    def __exit__(self, *_):
        for path, folders, _files in os.walk(self.folder):
            for folder in folders:
                os.chmod(os.path.join(path, folder), 0o755)
        shutil.rmtree(self.folder, ignore_errors=True)

    def new_folder(self, name):
        path = os.path.join(self.folder, name)
        os.mkdir(path)
        os.chmod(path, 0o777)
        return path

    def export(self, target, before=(), *, format=None, language='en', **options):
        environment = dict(os.environ, LC_ALL='C.UTF-8', LANGUAGE=language, HOME=self.home, XDG_CACHE_HOME=self.home)
        command = [*before, self.qogam, 'export', '--map=' + self.map_file, '-o', target]
        command += [f'--format={format}'] if format else []
        return subprocess.run(command, env=environment, check=False, stdin=subprocess.DEVNULL, cwd=self.folder,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120, **options)

    def refused(self, what, target, words, before=(), **options):
        """Checks one refusal: @words are what is said to be done."""
        folder = os.path.dirname(target)
        there = sorted(os.listdir(folder)) if os.path.isdir(folder) else None
        done = self.export(target, before, **options)
        said = done.stderr.decode('utf-8', 'replace')
        problems = [] if done.returncode == 1 else [f'status {done.returncode}']
        problems += [f'{word!r} is not said: {said!r}' for word in ('error:', words) if word not in said]
        if os.path.isfile(target):
            with open(target, 'rb') as file:
                problems += [] if file.read() == OLD else ['the old file was changed']
        if there is not None and sorted(os.listdir(folder)) != there:
            problems.append(f'left over: {os.listdir(folder)}')
        self.tap.check(what, problems)


def write_old(path):
    with open(path, 'wb') as file:
        file.write(OLD)
    os.chmod(path, 0o666)
    return path


def full_disk(places):
    """A limit on the size of files, for a disk of one's own needs rights that not everybody has; where one has them, one
    that the old file fills."""
    folder = places.new_folder('limited')

    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (2048, 2048))
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    for ending in ENDINGS:
        target = write_old(os.path.join(folder, 'picture.' + ending))
        places.refused(f'no room: {ending}', target, 'picture.' + ending, preexec_fn=limit, restore_signals=False)
    disk = places.new_folder('disk')
    mount = ['unshare', '--user', '--map-root-user', '--mount', 'sh', '-c']
    fill = f'mount -t tmpfs -o size=4k none {disk} && printf "what was here before\\n" > {disk}/picture.$0 && '
    if subprocess.run([*mount, fill + 'true', 'x'], check=False, stderr=subprocess.DEVNULL).returncode != 0:
        return
    for ending in ENDINGS:
        after = f'; status=$?; ls -A {disk} >&2; cat {disk}/picture.$0 >&2; exit $status'
        done = places.export(f'{disk}/picture.{ending}', [*mount, fill + '"$@"' + after, ending])
        said = done.stderr.decode('utf-8', 'replace')
        good = done.returncode == 1 and 'Make room on the disk' in said and \
            said.endswith(f'\npicture.{ending}\nwhat was here before\n')
        places.tap.check(f'a full disk: {ending}', [] if good else [done.returncode, said])


def read_only(places):
    folder = places.new_folder('locked')
    target = write_old(os.path.join(folder, 'old.svg'))
    os.chmod(folder, 0o555)
    # The one who may do everything is refused nothing.
    humble = ['setpriv', '--bounding-set=-dac_override,-dac_read_search', '--inh-caps=-all'] if os.geteuid() == 0 else []
    new = os.path.join(folder, 'new.pdf')
    places.refused('a read-only folder: a new file', new, 'Choose another folder', humble)
    places.refused('a read-only folder: an old file', target, 'Choose another folder', humble)
    os.chmod(folder, 0o755)
    os.chmod(target, 0o444)
    places.refused('a read-only file', target, 'Choose another folder', humble)
    data = write_old(os.path.join(folder, 'old.json'))
    os.chmod(data, 0o444)
    places.refused('a read-only file of data', data, 'Choose another folder', humble)


def names(places):
    folder = places.new_folder('names')
    places.refused('too long a name', os.path.join(folder, 'Ғ' * 200 + '.svg'), 'Choose a shorter one')
    places.refused('a folder that is gone', os.path.join(folder, 'gone', 'x.pdf'), 'The folder is not there')
    places.refused('a file where a folder should be', os.path.join(write_old(os.path.join(folder, 'file')), 'x.png'),
                   'The folder is not there')
    os.mkdir(os.path.join(folder, 'folder.svg'))
    places.refused('the name of a folder', os.path.join(folder, 'folder.svg'), 'Add the name of a file')


def languages(places):
    """What is said is in the language of the interface, the reason too."""
    folder = places.new_folder('languages')
    os.mkdir(os.path.join(folder, 'a.svg'))
    os.symlink('b.svg', os.path.join(folder, 'b.svg'))
    for language in ('kk', 'ru'):
        for target in ('/dev/full', os.path.join(folder, 'gone', 'x'), os.path.join(folder, 'x' * 300),
                       os.path.join(folder, 'a.svg'), os.path.join(folder, 'b.svg'), '/proc/x'):
            for kind in ('svg', 'json'):
                # Of a device there is nothing to be replaced by data.
                path = target if target == '/dev/full' or target.endswith('.svg') else f'{target}.{kind}'
                if kind == 'json' and path.endswith('.svg') and path.endswith('b.svg'):
                    continue
                done = places.export(path, format=kind, language=language)
                said = done.stderr.decode('utf-8', 'replace')
                rest = said.replace(path, '').replace('error:', '')
                places.tap.check(f'{language}: {kind} to {path[-12:]}', [] if done.returncode == 1 and said.count('\n') == 1 and
                                 not any('a' <= letter.lower() <= 'z' for letter in rest) and len(rest) > 30 else [said])


def links(places):
    folder, elsewhere = places.new_folder('links'), places.new_folder('elsewhere')
    target, link = write_old(os.path.join(elsewhere, 'real.svg')), os.path.join(folder, 'link.svg')
    os.chmod(target, 0o640)
    os.symlink('../elsewhere/real.svg', link)
    done = places.export(link)
    with open(target, 'rb') as file:
        new = file.read()
    places.tap.check('a link stays one, and what it leads to is replaced with its rights', [] if
                     done.returncode == 0 and os.path.islink(link) and new.startswith(b'<?xml') and
                     stat.S_IMODE(os.stat(target).st_mode) == 0o640 and os.listdir(folder) == ['link.svg'] and
                     os.listdir(elsewhere) == ['real.svg'] else [done.stderr])
    os.symlink('../elsewhere/new.svg', os.path.join(folder, 'ahead.svg'))
    done = places.export(os.path.join(folder, 'ahead.svg'))
    places.tap.check('a link to what is not there yet', [] if done.returncode == 0 and
                     os.path.isfile(os.path.join(elsewhere, 'new.svg')) else [done.stderr])
    os.symlink('circle.svg', os.path.join(folder, 'circle.svg'))
    places.refused('a link that leads to itself', os.path.join(folder, 'circle.svg'), 'Choose another place')


def main(qogam, map_file):
    tap = Tap()
    with Places(os.path.abspath(qogam), map_file, tap) as places:
        for part in (full_disk, read_only, names, languages, links):
            part(places)
    tap.end()


if __name__ == '__main__':
    main(*sys.argv[1:])
