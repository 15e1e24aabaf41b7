# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Qogam contributors

"""What happens when the system fails, or the program is killed, in the middle of loading, converting, saving and
exporting.

Arguments: qogam, the preloaded library (fail.c), a map; then a part: 'calls' makes every n-th call fail in turn, 'kills'
kills the program at moments chosen from a fixed number.

Must hold each time: the program ends by itself with 0 or 1; when it says 0 the files are the whole new ones; when it says 1
it names an error and the old files are untouched (of a pair of tables the first may be new, for each is written for
itself); a killed one leaves the old or the new, and no helper that runs on; nothing is left lying beside them.

QOGAM_FAULTS says how many calls of a kind are made to fail in each job, and QOGAM_KILLS how many kills there are of saves,
and as many of exports.
"""

import collections
import contextlib
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
GRAPH = 'digraph { a -> b [label="Әә"]; b -> c; subgraph cluster_x { label=X; a; b } }\n'
WATCHDOG = 120

# What is run (MAP, GRAPH and OUT stand for files), what it writes, which calls there have to be for a proof.
Job = collections.namedtuple('Job', 'name arguments targets calls')
LOADS = [Job('load', ('check', 'MAP'), (), ('open', 'read')),
         Job('load DOT', ('check', 'GRAPH'), (), ('open', 'read', 'spawn'))]
WRITES = ('open', 'read', 'write', 'sync', 'rename')
SAVES = [Job('save', ('export', '--map=MAP', '--whole', '-o', 'OUT/copy.json'), ('copy.json',), WRITES),
         Job('convert', ('convert', 'MAP', 'OUT/map.graphml'), ('map.graphml',), WRITES),
         Job('convert to tables', ('convert', '--force', 'MAP', 'OUT/map.csv'), ('map-entities.csv', 'map-relations.csv'), WRITES),
         Job('convert from DOT', ('convert', 'GRAPH', 'OUT/graph.json'), ('graph.json',), WRITES + ('spawn',))]
EXPORTS = [Job(f'export {ending}', ('export', '--map=MAP', '-o', f'OUT/overview.{ending}'), (f'overview.{ending}',), CALLS)
           for ending in ('svg', 'pdf', 'png')]


class Scene:
    """A folder with the map, targets that are to be replaced, and the program's own folders."""

    def __init__(self, qogam, library, map_file):
        self.qogam = qogam
        self.library = library
        self.map_file = map_file

    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix='qogam-faults-')
        self.inside = os.path.join(self.folder, 'inside')
        self.out = os.path.join(self.inside, 'out')
        self.count = os.path.join(self.folder, 'count')
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder, ignore_errors=True)

    def prepare(self, job):
        shutil.rmtree(self.inside, ignore_errors=True)
        os.makedirs(self.out)
        shutil.copy(self.map_file, os.path.join(self.inside, 'map.json'))
        with open(os.path.join(self.inside, 'graph.gv'), 'w', encoding='utf-8') as file:
            file.write(GRAPH)
        for target in job.targets:
            with open(os.path.join(self.out, target), 'wb') as file:
                file.write(OLD)

    def command(self, job):
        places = {'MAP': os.path.join(self.inside, 'map.json'), 'GRAPH': os.path.join(self.inside, 'graph.gv'),
                  'OUT': self.out}
        command = [self.qogam]
        for argument in job.arguments:
            for word, place in places.items():
                argument = argument.replace(word, place)
            command.append(argument)
        return command

    def environment(self, call=None, number=0):
        environment = dict(os.environ, LC_ALL='C.UTF-8', LANGUAGE='en')
        for key in ('CONFIG', 'DATA', 'CACHE', 'STATE'):
            environment[f'XDG_{key}_HOME'] = os.path.join(self.inside, key.lower())
        if call:
            environment.update(LD_PRELOAD=self.library, QOGAM_FAIL=f'{call}:{number}',
                               QOGAM_FAIL_FOLDER=self.inside, QOGAM_FAIL_COUNT=self.count)
        return environment

    def run(self, job, call, number):
        self.prepare(job)
        return subprocess.run(self.command(job), env=self.environment(call, number), check=False,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              timeout=WATCHDOG)

    def results(self, job):
        found = []
        for target in job.targets:
            with open(os.path.join(self.out, target), 'rb') as file:
                found.append(file.read())
        return found

    def left_behind(self, job):
        return sorted(set(os.listdir(self.out)) - set(job.targets))

    def counted(self):
        with open(self.count, encoding='ascii') as file:
            return int(file.read())


def chosen(count, most):
    """At most @most of the numbers 1 to @count, the first and the last among them."""
    if count <= most:
        return list(range(1, count + 1))
    return sorted({1 + round(i * (count - 1) / (most - 1)) for i in range(most)})


def wrong_with(scene, job, done, good):
    """What is wrong after a run in which something failed."""
    # What `check` finds out is its result, so it says it on standard output.
    said = (done.stderr + done.stdout[:65536]).decode('utf-8', 'replace')
    left = scene.left_behind(job)
    if done.returncode not in (0, 1):
        return f'ended with {done.returncode}: {said[-300:]}'
    if done.returncode == 1 and 'error:' not in said:
        return f'said no error: {said[-300:]!r}'
    if left:
        return f'left {left}'
    now = scene.results(job)
    # The files of a pair are replaced in their order.
    allowed = [good] if done.returncode == 0 else \
        [good[:n] + [OLD] * (len(good) - n) for n in range(max(1, len(good)))]
    if now not in allowed:
        return f'status {done.returncode}, but the files are neither: {[len(content) for content in now]} bytes'
    return None


def fail_every_call(scene, tap, job, most):
    done = scene.run(job, None, 0)
    good = scene.results(job)
    tap.check(f'{job.name}: works where nothing fails',
              [] if done.returncode == 0 and OLD not in good else [done.stderr.decode('utf-8', 'replace')])
    if done.returncode != 0:
        return
    for call in CALLS:
        scene.run(job, call, 0)
        count = scene.counted()
        problems = ['is never called: nothing was tried'] if call in job.calls and count == 0 else []
        for number in chosen(count, most):
            wrong = wrong_with(scene, job, scene.run(job, call, number), good)
            if wrong:
                problems.append(f'{call} {number} of {count}: {wrong}')
        tap.check(f'{job.name}: {call} fails ({count} calls)', problems)


def children_of(process):
    """[(process, when it was started)]: a number alone may be given away again."""
    found = []
    for thread in os.listdir(f'/proc/{process}/task'):
        # A thread may end meanwhile; its children go to another one.
        with contextlib.suppress(OSError), open(f'/proc/{process}/task/{thread}/children', encoding='ascii') as file:
            found += [(child, started(child)) for child in file.read().split()]
    return found


def started(process):
    """When a process was started; None when it has ended."""
    try:
        with open(f'/proc/{process}/stat', encoding='utf-8', errors='replace') as file:
            fields = file.read().rsplit(')', 1)[1].split()
    except OSError:
        return None
    return None if fields[0] in 'ZX' else fields[19]


def still_running(children):
    end = time.monotonic() + WATCHDOG
    while children and time.monotonic() < end:
        children = [(child, when) for child, when in children if when is not None and started(child) == when]
        time.sleep(0 if not children else 0.002)
    return children


def kill_at_any_moment(scene, tap, job, kills):
    begun = time.monotonic()
    scene.run(job, None, 0)
    lasts = time.monotonic() - begun
    good = scene.results(job)
    chance = random.Random(1991)
    seen = collections.Counter()
    problems = []
    for number in range(kills):
        scene.prepare(job)
        process = subprocess.Popen(scene.command(job), env=scene.environment(),
                                   stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        # Files are written at the end: every other kill is near it.
        moment = lasts * (chance.uniform(0, 1.1) if number % 2 else chance.uniform(0.85, 1.05))
        try:
            process.wait(moment)
            seen['too late'] += 1
        except subprocess.TimeoutExpired:
            children = children_of(process.pid)
            process.kill()
            process.wait()
            seen['with a helper'] += bool(children)
            children = still_running(children)
            if children:
                problems.append(f'killed after {moment:.3f} s: {children} runs on')
        for now, new in zip(scene.results(job), good):
            seen['old'] += now == OLD
            seen['new'] += now == new
            if now not in (OLD, new):
                problems.append(f'killed after {moment:.3f} s: a file has {len(now)} bytes and is neither')
    tap.check(f'{job.name}: {kills} kills, ' + ', '.join(f'{what} {n}' for what, n in sorted(seen.items())), problems)


def main(qogam, library, map_file, part):
    tap = Tap()
    with Scene(qogam, library, map_file) as scene:
        if part == 'calls':
            most = int(os.environ.get('QOGAM_FAULTS', '4'))
            for job in LOADS + SAVES + EXPORTS:
                fail_every_call(scene, tap, job, most)
        else:
            kills = int(os.environ.get('QOGAM_KILLS', '24'))
            for jobs in (SAVES, EXPORTS):
                for job in jobs:
                    kill_at_any_moment(scene, tap, job, -(-kills // len(jobs)))
    tap.end()


if __name__ == '__main__':
    main(*sys.argv[1:])
