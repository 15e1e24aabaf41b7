#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Qogam contributors

"""Measures Qogam beside its rivals, one after the other in turns, and prints one table of medians; called by tools/bench.

   bench.py BUILD MAP.json [--pairs=N] [--minutes=N] [PART…]
"""

import datetime
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
MARK = re.compile(r'^qogam-profile (\S+) ([0-9.]+) ([0-9.]+)$', re.MULTILINE)
MODES = {'pan-all': 'panning, all visible', 'pan-100': 'panning at 100 %', 'zoom': 'zooming'}


class Row:
    """What was measured, ours and the rival's, and the most that the ratio may be."""

    def __init__(self, what, rival, aim, unit='ms'):
        self.what, self.rival, self.aim, self.unit = what, rival, aim, unit
        self.ours, self.theirs, self.stopped = [], [], False

    def cells(self):
        ours = statistics.median(self.ours)
        if not self.theirs:
            holds = '' if self.aim is None else 'yes' if ours <= self.aim else 'no'
            return [self.what, f'{ours:.4g} {self.unit}', '', '', '' if self.aim is None else f'≤ {self.aim:g} {self.unit}', holds]
        theirs = statistics.median(self.theirs)
        ratio = ours / theirs if theirs else float('inf')
        return [self.what, f'{ours:.4g} {self.unit}', f'{self.rival} {"over " if self.stopped else ""}{theirs:.4g} {self.unit}', f'{ratio:.3f}',
                '' if self.aim is None else f'≤ {self.aim:g}', '' if self.aim is None else 'yes' if ratio <= self.aim else 'no']


class Shown:
    """A window of the program, with its marks, to be used by keys."""

    def __init__(self, log, *command):
        self.log = log
        with open(log, 'w', encoding='utf-8') as out:
            self.process = subprocess.Popen(command, stdout=out, stderr=out, stdin=subprocess.DEVNULL,
                                            env={**os.environ, 'QOGAM_PROFILE': '1'})
        with open(f'/proc/{self.process.pid}/stat', encoding='utf-8') as stat:
            self.start = int(stat.read().rsplit(')', 1)[1].split()[19]) / os.sysconf('SC_CLK_TCK')
        self.wait(lambda found: any(name == 'drawn' for name, *_ in found))
        window = subprocess.run(['xdotool', 'search', '--sync', '--onlyvisible', '--pid', str(self.process.pid)], check=True,
                                stdout=subprocess.PIPE, encoding='ascii').stdout.split()[-1]
        subprocess.run(['xdotool', 'windowfocus', '--sync', window], check=True)

    def marks(self):
        with open(self.log, encoding='utf-8') as text:
            return [(name, float(at), float(cpu)) for name, at, cpu in MARK.findall(text.read())]

    def wait(self, done):
        end = time.monotonic() + 120
        while not done(self.marks()):
            if self.process.poll() is not None or time.monotonic() > end:
                raise SystemExit('the window did not answer')
            time.sleep(0.02)

    def now(self):
        """On the clock of the marks."""
        return time.clock_gettime(time.CLOCK_BOOTTIME) - self.start

    def key(self, key):
        subprocess.run(['xdotool', 'key', key], check=True)

    def end(self):
        self.process.terminate()
        self.process.wait()


class Bench:
    def __init__(self, build, bundled, pairs, minutes, folder):
        self.build, self.bundled, self.pairs, self.folder = build, bundled, pairs, folder
        self.end = time.monotonic() + minutes * 60
        self.cache = os.path.join(os.environ['XDG_CACHE_HOME'], 'qogam', 'layouts')
        self.rows, self.flat = [], {}

    def turns(self, n):
        """Up to @n turns, at least one, no other once the time is over."""
        for i in range(n):
            if i > 0 and time.monotonic() > self.end:
                return
            yield i

    def row(self, *arguments):
        self.rows.append(Row(*arguments))
        return self.rows[-1]

    def program(self, name):
        return os.path.join(self.build, 'tests', 'bench', name)

    def file(self, name):
        return os.path.join(self.folder, name)

    def lines(self, *command):
        text = subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding='utf-8').stdout
        return [line.split('\t') for line in text.splitlines()]

    def took(self, *command, row=None):
        """Milliseconds; a rival that takes longer than a minute is stopped and counts as a minute, which the row says."""
        begin = time.monotonic()
        try:
            subprocess.run(command, check=True, timeout=60, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        except subprocess.TimeoutExpired:
            if row is not None:
                row.stopped = True
        return (time.monotonic() - begin) * 1000

    def work(self, *arguments):
        return self.lines(self.program('bench-work'), *map(str, arguments))

    def made_map(self, n):
        path = self.file(f'made-{n}.json')
        if not os.path.exists(path):
            self.work('map', n, path)
        return path

    def marks(self, program, *arguments, until='drawn', limit=120, then=0.0):
        """The marks up to one, in seconds, then the peak and the present memory in MB, and the longest stop of the main loop."""
        log = self.file('marks')
        with open(log, 'w', encoding='utf-8') as out:
            process = subprocess.Popen([program, *arguments], stdout=out, stderr=out, stdin=subprocess.DEVNULL,
                                       env={**os.environ, 'QOGAM_PROFILE': '1'})
        marks, end = {}, time.monotonic() + limit
        while until not in marks and process.poll() is None and time.monotonic() < end:
            time.sleep(0.02)
            with open(log, encoding='utf-8') as text:
                marks = {name: float(seconds) for name, seconds, _ in MARK.findall(text.read())}
        if process.poll() is None:
            time.sleep(then)
            with open(f'/proc/{process.pid}/status', encoding='utf-8') as status:
                for line in status:
                    if line.startswith(('VmHWM', 'VmRSS')):
                        marks[line.split(':')[0]] = int(line.split()[1]) / 1024
            process.terminate()
        process.wait()
        with open(log, encoding='utf-8') as text:
            stops = [float(cpu) for name, _, cpu in MARK.findall(text.read()) if name == 'stop']
        marks['stop'] = max(stops, default=0)
        if until not in marks:
            raise SystemExit(f'{program} {" ".join(arguments)}: no mark “{until}”')
        return marks

    def xdot_file(self, source, name):
        """The places of a map as the program shows it, as xdot reads it; the layout is cached from then on."""
        dot, xdot = self.file(name + '.dot'), self.file(name + '.xdot')
        if not os.path.exists(xdot):
            self.work('places', self.cache, source, dot)
            with open(xdot, 'wb') as out:
                subprocess.run(['neato', '-n2', '-Txdot', dot], check=True, stdout=out, stderr=subprocess.DEVNULL)
        return xdot

    def drive_xdot(self, *arguments):
        return self.lines('/usr/bin/python3', os.path.join(HERE, 'xdot-drive.py'), *map(str, arguments))

    # The parts

    def start(self):
        qogam = os.path.join(self.build, 'src', 'qogam')
        blank, xdot = (self.row('start to drawn overview', 'empty window', 1.5), self.row('start to drawn overview', 'xdot', 1))
        picture = self.xdot_file(self.bundled, 'overview')
        for _ in self.turns(self.pairs + 1):  # the first of all warms up
            theirs = self.marks(self.program('bench-blank'))['drawn'] * 1000
            ours = self.marks(qogam, '--new')['drawn'] * 1000
            blank.theirs.append(theirs)
            blank.ours.append(ours)
            xdot.ours.append(ours)
            xdot.theirs.append(float(self.drive_xdot('start', picture)[0][1]) * 1000)
        for row in (blank, xdot):
            if len(row.ours) > 1:
                del row.ours[0], row.theirs[0]
        for n, aim in ((150, 0.75), (1000, 0.3), (10000, 0.06)):
            row, source = self.row(f'start to drawn map, {n:,} nodes', 'xdot', aim), self.made_map(n)
            memory = self.row('memory, 10,000 nodes', 'xdot', 0.8, 'MB') if n == 10000 else None
            picture = self.xdot_file(source, str(n))
            self.marks(qogam, source, limit=600)
            for _ in self.turns(self.pairs if n < 10000 else 3):
                ours = self.marks(qogam, source, then=0.5 if memory else 0)
                row.ours.append(ours['drawn'] * 1000)
                row.theirs.append(float(self.drive_xdot('start', picture)[0][1]) * 1000)
                if memory:
                    memory.ours.append(ours['VmRSS'])
            if memory:
                memory.theirs.append(float(self.drive_xdot('frames', picture, 4)[-1][1]))

    def frames(self):
        ours, theirs = {}, {}
        for n, xdot_frames in ((150, 60), (1000, 60), (10000, 12), (100000, 0)):
            dot = self.file(f'frames-{n}.dot')
            for turn in self.turns(3):
                for line in self.lines(self.program('bench-frames'), '--cache=' + self.file('layouts'), '--dot=' + dot, str(n)):
                    key = (n, line[2]) if line[0] == 'frames' else (n, 'sharp')
                    ours.setdefault(key, []).append([float(value) for value in line[3 if line[0] == 'frames' else 2:]])
                if not xdot_frames or turn > 1:
                    continue
                with open(self.file('frames.xdot'), 'wb') as out:
                    subprocess.run(['neato', '-n2', '-Txdot', dot], check=True, stdout=out, stderr=subprocess.DEVNULL)
                for line in self.drive_xdot('frames', self.file('frames.xdot'), xdot_frames):
                    if line[0] == 'frames':
                        theirs.setdefault((n, line[1]), []).append([float(value) for value in line[2:]])
        self.frame_rows(ours, theirs)

    def frame_rows(self, ours, theirs):
        def row(what, rival, aim, a, b, unit='ms'):
            made = self.row(what, rival, aim, unit)
            made.ours, made.theirs = a, b

        def column(table, n, mode, place):
            return [values[place] for values in table[(n, mode)]]
        aims = {(10000, 'pan-all', 0): 0.02, (10000, 'pan-100', 1): 0.15, (10000, 'zoom', 1): 0.05}
        for n in (150, 1000, 10000):
            for mode, words in MODES.items():
                for place, which in ((0, 'mean'), (1, 'p99')):
                    row(f'frame, {n:,} nodes, {words}, {which}', 'xdot', aims.get((n, mode, place)),
                        column(ours, n, mode, place), column(theirs, n, mode, place))
        row('frame, 10,000 nodes, panning, all visible, mean', 'flat repaint', 1.25, column(ours, 10000, 'pan-all', 0),
            column(ours, 10000, 'flat', 0))
        for mode in ('pan-all', 'pan-100'):
            row(f'main thread, 10,000 nodes, {MODES[mode]}, p99', 'flat repaint', 1.3, column(ours, 10000, mode, 3),
                column(ours, 10000, 'flat', 3))
        row('frame mean, panning, 100,000 nodes', '1,000 nodes', 1.2, column(ours, 100000, 'pan-all', 0), column(ours, 1000, 'pan-all', 0))
        for n in (1000, 10000, 100000):
            row(f'empty tiles, {n:,} nodes, worst mode', '', 0, [max(max(column(ours, n, mode, 4)) for mode in MODES)], [], '')
            row(f'tiles of another level, {n:,} nodes, zooming', '', None, column(ours, n, 'zoom', 5), [], '')
            row(f'until sharp, {n:,} nodes, after a jump to 100 %', '', {1000: 250, 10000: 500}.get(n), column(ours, n, 'sharp', 1), [])

    def layout(self):
        for n, engine in ((1000, 'sfdp'), (10000, 'sfdp')):
            row, source, dot = self.row(f'layout, {n:,} nodes, {engine}', engine, 1.05), self.made_map(n), self.file('graph.dot')
            self.work('graph', source, engine, dot)
            for _ in self.turns(min(self.pairs, 3) if n == 10000 else self.pairs):
                row.ours.append(float(self.work('layout', source, engine)[0][1]))
                row.theirs.append(self.took(engine, '-Tdot', '-o', os.devnull, dot, row=row))

    def export(self):
        source = self.made_map(1000)
        self.xdot_file(source, '1000')
        dot, rival = self.file('1000.dot'), self.file('rival')
        for kind, aim in (('svg', 0.25), ('pdf', 0.65), ('png', 0.4)):
            row, width = self.row(f'export, 1,000 nodes, {kind.upper()}', 'neato -n2', aim), 0
            for _ in self.turns(self.pairs):
                row.theirs.append(self.took('neato', '-n2', '-T' + kind, '-o', rival, dot))
                if kind == 'png':  # equal in pixels: the width stands at byte 16
                    with open(rival, 'rb') as image:
                        width = int.from_bytes(image.read(20)[16:20], 'big')
                row.ours.append(float(self.work('export', self.cache, source, kind, width, self.file('ours'))[0][1]))
        opened = self.row('known map opened again, 1,000 nodes', 'dot -Tpdf', 0.03)
        self.work('graph', source, 'dot', self.file('graph.dot'))
        for turn in self.turns(min(self.pairs, 3)):
            opened.ours.append(float(self.work('again', self.cache, source)[0][1]))
            if turn == 0 or not opened.stopped:  # a minute once is enough
                opened.theirs.append(self.took('dot', '-Tpdf', '-o', rival, self.file('graph.dot'), row=opened))
        self.command(rival)

    def command(self, rival):
        """The whole command, start of the program and all, its layout being known; and dot, which lays the same graph out."""
        row, dot = self.row('whole command, overview as PDF, warm cache', 'dot -Tpdf', 4), self.file('overview-graph.dot')
        ours = [os.path.join(self.build, 'src', 'qogam'), 'export', '-o', self.file('overview.pdf')]
        self.work('places', self.cache, self.bundled, dot)
        self.took(*ours)
        for _ in self.turns(self.pairs):
            row.ours.append(self.took(*ours))
            row.theirs.append(self.took('dot', '-Tpdf', '-o', rival, dot))

    def open(self):
        marks = self.marks(os.path.join(self.build, 'src', 'qogam'), self.made_map(100000), limit=120, then=1)
        for what, value, aim, unit in (('first picture, 100,000 nodes and 200,000 edges', marks['drawn'], 3, 's'),
                                       ('peak memory meanwhile', marks['VmHWM'], 1024, 'MB'),
                                       ('longest work of the main loop in one go meanwhile', marks['stop'] * 1000, 50, 'ms')):
            self.row(what, '', aim, unit).ours.append(value)

    def typed(self, path, words):
        """Types @words into the search of the window, letter by letter: the milliseconds of each keystroke from its coming
        to the list being filled, and the longest that the main loop then worked in one go."""
        window = Shown(self.file('typed'), os.path.join(self.build, 'src', 'qogam'), path)
        window.key('ctrl+f')
        time.sleep(1)
        first = len(window.marks())
        for i, letter in enumerate(words):
            window.key('space' if letter == ' ' else letter)
            window.wait(lambda found, i=i: sum(name == 'search-end' for name, *_ in found[first:]) > i)
        time.sleep(0.5)
        window.end()
        found = window.marks()[first:]
        begun = [at for name, at, _ in found if name == 'search-begin']
        ended = [at for name, at, _ in found if name == 'search-end']
        return ([(end - begin) * 1000 for begin, end in zip(begun, ended)],
                max([cpu for name, _, cpu in found if name == 'stop'], default=0) * 1000)

    def switch(self):
        """From before the key is sent, which takes some milliseconds itself, to the end of the frame in the other language."""
        took = self.row('change of language, overview, from the key to the frame', '', 200)
        work = self.row('the same, work of the main thread', '', None)
        window = Shown(self.file('switch'), os.path.join(self.build, 'src', 'qogam'), '--new')
        time.sleep(2)
        for _ in self.turns(3 * self.pairs):
            for key in ('ctrl+2', 'ctrl+3', 'ctrl+1'):
                first, begin = len(window.marks()), window.now()
                window.key(key)
                window.wait(lambda found, first=first: any(name == 'let-go' for name, *_ in found[first:]))
                marks = {name: (at, cpu) for name, at, cpu in window.marks()[first:]}
                took.ours.append((marks['let-go'][0] - begin) * 1000)
                work.ours.append((marks['let-go'][1] - marks['switch'][1]) * 1000)
                time.sleep(0.3)
        window.end()

    def questions(self):
        rows = [self.row('longest keystroke in the search of the window, 10,000 nodes', '', 20),
                self.row('median keystroke in the search of the window, 10,000 nodes', '', 20),
                self.row('longest work of the main loop in one go meanwhile', '', 50)]
        for _ in self.turns(min(self.pairs, 5)):
            strokes, stop = self.typed(self.made_map(10000), 'maslihat kenes')
            rows[0].ours.append(max(strokes))
            rows[1].ours.append(statistics.median(strokes))
            rows[2].ours.append(stop)
        for n, aims in ((10000, {'search': 20, 'search with a slip': 20}), (100000, {})):
            rows = {}
            for _ in self.turns(min(self.pairs, 5)):
                for what, took in self.lines(self.program('bench-questions'), self.made_map(n)):
                    if what not in rows:
                        rows[what] = self.row(f'longest answer, {what}, {n:,} nodes', '', aims.get(what, 50))
                    rows[what].ours.append(float(took))


def main():
    parts = [name for name in sys.argv[3:] if not name.startswith('--')] or ['start', 'switch', 'frames', 'layout', 'export', 'open', 'questions']
    pairs = next((int(name.split('=')[1]) for name in sys.argv[3:] if name.startswith('--pairs=')), 7)
    minutes = next((float(name.split('=')[1]) for name in sys.argv[3:] if name.startswith('--minutes=')), 600)
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(sys.argv[1], sys.argv[2], pairs, minutes, folder)
        for part in parts:
            print(f'{part} …', file=sys.stderr, flush=True)
            try:
                getattr(bench, part)()
            except (subprocess.CalledProcessError, SystemExit) as failure:
                print(f'error: {part}: {failure}', file=sys.stderr)
    cells = [['what', 'ours', 'rival', 'ratio', 'aim', 'holds']] + [row.cells() for row in bench.rows if row.ours]
    print(f'{datetime.date.today()}, {os.cpu_count()} cores, load {os.getloadavg()[1]:.1f}, medians\n')
    for i, line in enumerate(cells):
        print('| ' + ' | '.join(line) + ' |')
        if i == 0:
            print('|' + '---|' * len(line))


main()
