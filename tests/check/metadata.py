# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Qogam contributors

"""What the desktop reads: is it valid, and is it in three languages? Argument: the project's version."""

import configparser
import sys
import xml.etree.ElementTree as ElementTree

from tap import Tap, complaints, files, path, run

APP = 'data/io.github.qogam.Qogam'
XML_LANG = '{http://www.w3.org/XML/1998/namespace}lang'
LANGUAGES = {'kk', 'ru'}


def untranslated_keys():
    entry = configparser.ConfigParser(interpolation=None, delimiters=('=',))
    entry.optionxform = str
    entry.read(path(f'{APP}.desktop'), encoding='utf-8')
    for section in entry.sections():
        for key in ('Name', 'GenericName', 'Comment', 'Keywords'):
            for language in sorted(LANGUAGES):
                if key in entry[section] and f'{key}[{language}]' not in entry[section]:
                    yield f'[{section}] {key}[{language}] is missing'


def untranslated_elements(name, tags):
    """Elements with words whose siblings do not say the same in the other languages right after it."""
    for parent in ElementTree.parse(path(name)).iter():
        children = list(parent)
        for number, child in enumerate(children):
            if child.tag.split('}')[-1] not in tags or child.get(XML_LANG):
                continue
            following = set()
            for other in children[number + 1:]:
                if other.tag != child.tag or not other.get(XML_LANG):
                    break
                following.add(other.get(XML_LANG))
            if following != LANGUAGES:
                yield f"{name}: '{(child.text or '').strip()}' is translated into {sorted(following)}"


def broken_xml(names):
    for name in names:
        try:
            ElementTree.parse(path(name))
        except ElementTree.ParseError as error:
            yield f'{name}: {error}'


def wrong_version(version):
    releases = [r.get('version') for r in ElementTree.parse(path(f'{APP}.metainfo.xml')).iter('release')]
    if releases[:1] != [version]:
        yield f'the first release is {releases[:1]}, the project is {version}'


def faults_of_metainfo():
    """What appstreamcli complains about; but the project has no page of its own on the web that could be named."""
    status, said = run('appstreamcli', 'validate', '--no-net', f'{APP}.metainfo.xml')
    faults = [line for line in said.splitlines() if line.startswith(('E:', 'W:')) and 'url-homepage-missing' not in line]
    return faults or ([said] if status != 0 and 'url-homepage-missing' not in said else [])


def main(version):
    names = files()
    xml = [name for name in names if name.endswith(('.xml', '.svg', '.ui')) and name.startswith(('data/', 'src/', 'ui/'))]
    tap = Tap()
    tap.check('the XML files are well-formed', broken_xml(xml))
    tap.check('the desktop entry is valid', complaints('desktop-file-validate', f'{APP}.desktop'))
    tap.check('the desktop entry is in three languages', untranslated_keys())
    tap.check('the metainfo is valid', faults_of_metainfo())
    tap.check('the metainfo is in three languages',
              untranslated_elements(f'{APP}.metainfo.xml', ('name', 'summary', 'p', 'li')))
    tap.check('the metainfo names this version', wrong_version(version))
    tap.check('the MIME type is in three languages', untranslated_elements(f'{APP}.mime.xml', ('comment',)))
    tap.check('the settings schema compiles',
              complaints('glib-compile-schemas', '--strict', '--dry-run', 'data'))
    tap.end()


if __name__ == '__main__':
    main(sys.argv[1])
