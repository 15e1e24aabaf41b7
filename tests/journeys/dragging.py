# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Qogam contributors

"""A small window to drag files out of, as a file manager has it. Arguments: addresses of files."""

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
    source.connect('drag-end', lambda *_: loop.quit())
    window.present()
    loop.run()


if __name__ == '__main__':
    main(sys.argv[1:])
