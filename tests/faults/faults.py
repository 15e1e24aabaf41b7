# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Qogam contributors

"""What happens when the system fails, or the program is killed, in the middle of reading, exporting and converting.

Arguments: qogam, the preloaded library (fail.c), a map; then a part: 'calls' makes every n-th call fail in turn, 'kills'
kills the program at moments chosen from a fixed number.

Must hold each time: the program ends by itself with 0 or 1; when it says 0 the file is the whole new one; when it says 1
it names an error and the old file is untouched; a killed one leaves the old or the new; nothing is left lying beside it.

QOGAM_FAULTS says how many calls of a kind are made to fail, and QOGAM_KILLS how many kills there are.
"""

import os
import random
import shutil
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'check'))
from tap import Tap  # noqa: E402 pylint: disable=wrong-import-position

CALLS = ('open', 'read', 'write', 'sync', 'rename', 'spawn')
OLD = b'what was here before\n'
WATCHDOG = 120


class Scene:
    """A folder with the map, a target that is to be replaced, and the program's own folders."""

    def __init__(self, qogam, library, map_file):
        self.qogam = qogam
        self.library = library
        self.map_file = map_file

    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix='qogam-faults-')
        self.inside = os.path.join(self.folder, 'inside')
        self.count = os.path.join(self.folder, 'count')
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder, ignore_errors=True)

    def prepare(self, target):
        shutil.rmtree(self.inside, ignore_errors=True)
        os.makedirs(os.path.join(self.inside, 'out'))
        shutil.copy(self.map_file, os.path.join(self.inside, 'map.json'))
        with open(self.target(target), 'wb') as file:
            file.write(OLD)

    def target(self, name):
        return os.path.join(self.inside, 'out', name)

    def command(self, arguments, target):
        places = {'MAP': os.path.join(self.inside, 'map.json'), 'OUT': self.target(target)}
        return [self.qogam] + [places.get(a, a.replace('=MAP', '=' + places['MAP'])) for a in arguments]

    def environment(self, call=None, number=0):
        environment = dict(os.environ, LC_ALL='C.UTF-8', LANGUAGE='en')
        for key in ('CONFIG', 'DATA', 'CACHE', 'STATE'):
            environment[f'XDG_{key}_HOME'] = os.path.join(self.inside, key.lower())
        if call:
            environment.update(LD_PRELOAD=self.library, QOGAM_FAIL=f'{call}:{number}',
                               QOGAM_FAIL_FOLDER=self.inside, QOGAM_FAIL_COUNT=self.count)
        return environment

    def run(self, arguments, target, call, number):
        self.prepare(target)
        return subprocess.run(self.command(arguments, target), env=self.environment(call, number), check=False,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              timeout=WATCHDOG)

    def result(self, target):
        with open(self.target(target), 'rb') as file:
            return file.read()

    def left_behind(self, target):
        return sorted(set(os.listdir(os.path.join(self.inside, 'out'))) - {target})

    def counted(self):
        with open(self.count, encoding='ascii') as file:
            return int(file.read())


def chosen(count, most):
    """At most @most of the numbers 1 to @count, the first and the last among them."""
    if count <= most:
        return list(range(1, count + 1))
    return sorted({1 + round(i * (count - 1) / (most - 1)) for i in range(most)})


def wrong_with(scene, done, target, good, writes):
    """What is wrong after a run in which something failed."""
    # What `check` finds out is its result, so it says it on standard output.
    said = (done.stderr + done.stdout[:65536]).decode('utf-8', 'replace')
    left = scene.left_behind(target)
    if done.returncode not in (0, 1):
        return f'ended with {done.returncode}: {said[-300:]}'
    if done.returncode == 1 and 'error:' not in said:
        return f'said no error: {said[-300:]!r}'
    if left:
        return f'left {left}'
    wanted = good if writes and done.returncode == 0 else OLD
    if scene.result(target) != wanted:
        return f'status {done.returncode}, but the file is neither: {len(scene.result(target))} bytes'
    return None


def fail_every_call(scene, tap, name, arguments, target, most):
    done = scene.run(arguments, target, None, 0)
    writes = 'OUT' in arguments
    good = scene.result(target)
    tap.check(f'{name}: works where nothing fails',
              [] if done.returncode == 0 and (good != OLD) == writes else [done.stderr.decode('utf-8', 'replace')])
    if done.returncode != 0:
        return
    for call in CALLS:
        scene.run(arguments, target, call, 0)
        count = scene.counted()
        expected = call in ('open', 'read') or writes
        problems = ['is never called: nothing was tried'] if expected and count == 0 else []
        for number in chosen(count, most):
            wrong = wrong_with(scene, scene.run(arguments, target, call, number), target, good, writes)
            if wrong:
                problems.append(f'{call} {number} of {count}: {wrong}')
        tap.check(f'{name}: {call} fails ({count} calls)', problems)


def kill_at_any_moment(scene, tap, name, arguments, target, kills):
    begun = time.monotonic()
    scene.run(arguments, target, None, 0)
    lasts = time.monotonic() - begun
    good = scene.result(target)
    chance = random.Random(1991)
    seen = {'old': 0, 'new': 0}
    problems = []
    for number in range(kills):
        scene.prepare(target)
        process = subprocess.Popen(scene.command(arguments, target), env=scene.environment(),
                                   stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        # Files are written at the end: every other kill is near it.
        moment = lasts * (chance.uniform(0, 1.1) if number % 2 else chance.uniform(0.85, 1.05))
        try:
            process.wait(moment)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        now = scene.result(target)
        seen['old'] += now == OLD
        seen['new'] += now == good
        if now not in (OLD, good):
            problems.append(f'killed after {moment:.3f} s: the file has {len(now)} bytes and is neither')
    tap.check(f"{name}: {kills} kills left the old file {seen['old']} times, the new one {seen['new']} times", problems)


def main(qogam, library, map_file, part):
    tap = Tap()
    jobs = [(f'export {ending}', ('export', '--map=MAP', '-o', 'OUT'), f'overview.{ending}')
            for ending in ('svg', 'pdf', 'png')]
    with Scene(qogam, library, map_file) as scene:
        if part == 'calls':
            most = int(os.environ.get('QOGAM_FAULTS', '6'))
            fail_every_call(scene, tap, 'check', ('check', 'MAP'), 'nothing', most)
            for job in jobs:
                fail_every_call(scene, tap, *job, most)
        else:
            kills = int(os.environ.get('QOGAM_KILLS', '50')) // len(jobs) + 1
            for job in jobs:
                kill_at_any_moment(scene, tap, *job, kills)
    tap.end()


if __name__ == '__main__':
    main(*sys.argv[1:])
