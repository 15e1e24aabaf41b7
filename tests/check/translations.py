# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Qogam contributors

"""Are the catalogues whole: every text of the sources translated, nothing fuzzy, plural forms right?"""

import os
import re
import tempfile

from tap import Tap, complaints, path, read, run

LANGUAGES = ('kk', 'ru')
PLURALS = {
    'kk': 'nplurals=2; plural=(n != 1);',
    'ru': 'nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);',
}
# What meson's preset 'glib' looks for, and the functions with an explicit domain.
KEYWORDS = ('_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'ngettext:1,2', 'g_dgettext:2', 'g_dcgettext:2', 'g_dngettext:2,3',
            'g_dpgettext:2g', 'g_dpgettext2:2c,3')


def extract(template):
    """Writes what the sources say now into @template."""
    return complaints('xgettext', '--from-code=UTF-8', '--add-comments', '--files-from=po/POTFILES.in',
                      *[f'--keyword={keyword}' for keyword in KEYWORDS], f'--output={template}')


def plural_form(text):
    match = re.search(r'"Plural-Forms:\s*(.*?)\\n', text.replace('"\n"Plural', '"Plural').replace('"\n"', ''))
    return re.sub(r'\s+', '', match[1]) if match else ''


def untranslated(language, template):
    status, said = run('msgcmp', path('po', f'{language}.po'), template)
    return [] if status == 0 else [said.strip()]


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        template = os.path.join(folder, 'qogam.pot')
        tap.check('the texts of the sources can be collected', extract(template))
        for language in (*LANGUAGES, 'en'):
            name = f'po/{language}.po'
            tap.check(f'{name} is well-formed',
                      complaints('msgfmt', '--check', '--check-accelerators=_', '-o', os.devnull, name))
            _, fuzzy = run('msgattrib', '--only-fuzzy', '--no-obsolete', name)
            tap.check(f'{name} has nothing fuzzy', [fuzzy] if fuzzy.strip() else [])
        for language in LANGUAGES:
            text = read(f'po/{language}.po')
            tap.check(f'po/{language}.po has every text of the sources', untranslated(language, template))
            wanted = re.sub(r'\s+', '', PLURALS[language])
            tap.check(f'po/{language}.po has the right plural forms',
                      [] if plural_form(text) == wanted else [f'expected {PLURALS[language]}'])
    listed = [line for line in read('po/LINGUAS').split() if not line.startswith('#')]
    tap.check('LINGUAS names the catalogues', [] if {'kk', 'ru', 'en'} <= set(listed) else listed)
    tap.end()


if __name__ == '__main__':
    main()
