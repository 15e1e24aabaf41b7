# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Qogam contributors

"""A small window to drag files out of, as a file manager has it. Arguments: addresses of files. Each thing that happens
is a line on standard output: ready (it can be dragged out of), begun (a drag), taken or refused (by what is below the
pointer), cancelled, dropped; with the last it ends."""

import sys

import gi

gi.require_version('Gtk', '4.0')
gi.require_version('Gdk', '4.0')
from gi.repository import Gdk, GLib, Gtk  # noqa: E402 pylint: disable=wrong-import-position


def main(addresses):
    loop = GLib.MainLoop()
    window = Gtk.Window(title='files to drag', default_width=120, default_height=90, decorated=False)
    label = Gtk.Label(label='files', hexpand=True, vexpand=True)
    source = Gtk.DragSource(actions=Gdk.DragAction.COPY)
    lines = ''.join(address + '\r\n' for address in addresses).encode()
    source.set_content(Gdk.ContentProvider.new_for_bytes('text/uri-list', GLib.Bytes.new(lines)))
    label.add_controller(source)
    window.set_child(label)

    def say(word):
        print(word, flush=True)
        if word == 'dropped':
            loop.quit()

    def begin(_, drag):
        drag.connect('notify::selected-action', lambda *_: say('taken' if drag.get_selected_action() else 'refused'))
        drag.connect('cancel', lambda *_: say('cancelled'))
        drag.connect('dnd-finished', lambda *_: say('dropped'))
        say('begun')

    def painted(clock):
        clock.disconnect(first)
        say('ready')
    source.connect('drag-begin', begin)
    window.present()
    first = window.get_frame_clock().connect('after-paint', painted)
    loop.run()


if __name__ == '__main__':
    main(sys.argv[1:])
