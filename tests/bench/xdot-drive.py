#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Qogam contributors

"""xdot, driven as bench-frames drives the canvas.

   xdot-drive.py start FILE.xdot            seconds from the start of the process to the first frame with the graph
   xdot-drive.py frames FILE.xdot FRAMES    what frames cost, in milliseconds; then the memory, in MB
"""

import math
import os
import sys
import time

import gi
gi.require_version('Gtk', '3.0')
from gi.repository import GLib, Gtk
import xdot.ui

WIDTH, HEIGHT = 1280, 800
WARM_UP = 3


def since_start():
    with open('/proc/self/stat', encoding='utf-8') as stat:
        ticks = float(stat.read().rpartition(')')[2].split()[19])
    return time.clock_gettime(time.CLOCK_BOOTTIME) - ticks / os.sysconf('SC_CLK_TCK')


def resident():
    with open('/proc/self/status', encoding='utf-8') as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith('VmRSS'))


def read(name):
    with open(name, 'rb') as file:
        return file.read()


def start(name):
    window = xdot.ui.DotWindow(width=WIDTH, height=HEIGHT)
    window.dotwidget.set_xdotcode(read(name))
    window.dotwidget.zoom_to_fit()
    window.show_all()
    drawn = []
    window.dotwidget.connect_after('draw', lambda *_: drawn.append(True))

    def painted(_clock):
        if drawn:
            print(f'start\t{since_start():.4f}', flush=True)
            Gtk.main_quit()
    window.dotwidget.get_frame_clock().connect('after-paint', painted)
    Gtk.main()


class Frames:
    """A mode after the other, each for so many frames."""

    def __init__(self, name, n_frames):
        self.n_frames = n_frames
        self.window = Gtk.Window()
        self.window.set_default_size(WIDTH, HEIGHT)
        self.widget = xdot.ui.DotWidget()
        self.widget.set_xdotcode(read(name))
        self.window.add(self.widget)
        self.window.show_all()
        self.modes = ['pan-all', 'pan-100', 'zoom']
        self.frame, self.wall, self.cpu = 0, [], []
        clock = self.widget.get_frame_clock()
        clock.connect('before-paint', self.before)
        clock.connect('after-paint', self.after)
        GLib.idle_add(self.begin)

    def begin(self):
        self.widget.zoom_to_fit()
        self.fit = self.widget.zoom_ratio
        self.middle = self.widget.get_current_pos()
        self.widget.add_tick_callback(self.step)
        return False

    def step(self, _widget, _clock):
        phase = self.frame / 60 * math.pi
        x, y = self.middle
        if self.modes[0] == 'pan-all':
            self.widget.zoom_ratio = self.fit
            x, y = x + math.sin(phase) * 100 / self.fit, y + math.cos(phase) * 60 / self.fit
        elif self.modes[0] == 'pan-100':
            scale = self.widget.zoom_ratio = 96 / 72
            x, y = x + math.sin(phase / 4) * 1200 / scale, y + math.cos(phase / 4) * 700 / scale
        else:
            self.widget.zoom_ratio = self.fit * max(96 / 72 / self.fit, 2) ** ((1 - math.cos(phase / 2)) / 2)
        self.widget.set_current_pos(x, y)
        return True

    def before(self, _clock):
        self.started = time.monotonic(), time.thread_time()

    def after(self, _clock):
        if self.frame >= WARM_UP:
            self.wall.append((time.monotonic() - self.started[0]) * 1000)
            self.cpu.append((time.thread_time() - self.started[1]) * 1000)
        self.frame += 1
        if self.frame < WARM_UP + self.n_frames:
            return
        print('\t'.join(['frames', self.modes.pop(0)] + [f'{value:.2f}' for numbers in (self.wall, self.cpu)
              for value in (sum(numbers) / len(numbers), sorted(numbers)[int(0.99 * len(numbers))])]), flush=True)
        self.frame, self.wall, self.cpu = 0, [], []
        if not self.modes:
            print(f'memory\t{resident():.1f}', flush=True)
            Gtk.main_quit()


if sys.argv[1] == 'start':
    start(sys.argv[2])
else:
    Frames(sys.argv[2], int(sys.argv[3]))
    Gtk.main()
