# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Qogam contributors

"""Fonts without the letters of Kazakh, for tests: real fonts of which fontconfig is told that they lack them."""

import os
import subprocess

KAZAKH = 'ӘәҒғҚқҢңӨөҰұҮүҺһІі'
CONFIG = '''<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
<dir>{folder}/fonts</dir>
<cachedir>{folder}/cache</cachedir>
{rules}
</fontconfig>
'''
RULE = '''<match target="scan">
<test name="family"><string>{family}</string></test>
<edit name="charset" mode="assign"><minus><name>charset</name><charset>{letters}</charset></minus></edit>
</match>'''


def fonts(folder, families, lacking=()):
    """Makes @folder a place with these families alone, of which those @lacking have no Kazakh letters. The environment
    that a program sees them in."""
    os.makedirs(os.path.join(folder, 'fonts'))
    for family in families:
        found = subprocess.run(['fc-list', f':family={family}', 'file'], stdout=subprocess.PIPE, text=True, check=True).stdout
        # The plain, bold and slanted ones; other weights are families of their own to some.
        for line in found.splitlines():
            path = line.rstrip(': ')
            if 'Condensed' not in path and os.path.basename(path).split('.')[0].replace('-', '').endswith(('Sans', 'Regular', 'Bold', 'Italic', 'Oblique')):
                os.symlink(path, os.path.join(folder, 'fonts', os.path.basename(path)))
    letters = ''.join(f'<int>{ord(letter)}</int>' for letter in KAZAKH)
    rules = '\n'.join(RULE.format(family=family, letters=letters) for family in lacking)
    config = os.path.join(folder, 'fonts.conf')
    with open(config, 'w', encoding='utf-8') as file:
        file.write(CONFIG.format(folder=folder, rules=rules))
    return {'FONTCONFIG_FILE': config}
