# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Qogam contributors

"""Is every word of the bundled map and of the catalogues spelled as a dictionary says?

Arguments: the map. With --list it only prints the unknown words, the most frequent first, each with its places.

hunspell knows kk, ru and en (as written in the United States); kazakh.py adds the regular endings of Kazakh. What they do
not know has to be in words-LANGUAGE.txt beside this file, one entry a line:

    маслихат: маслихата маслихату маслихатов    the base, then its other forms as they occur (in Kazakh only irregular
                                                ones: a base takes the regular endings)
    name Вако                                   the name of a person, place, work or organisation
    interface Ctrl                              a word of the program alone

A base without a mark has to be a word of a name, label or other name in the map (or of a kind, verb or picture), or a word
that the dictionary knows, whose forms begin as it does; 'interface' words are allowed in the catalogues alone; an entry that
excuses nothing has to go. So the list cannot hide a slip of the keyboard for long.
"""

import gettext
import json
import os
import re
import subprocess
import sys
import tempfile

import kazakh
from tap import Tap, path

DICTIONARIES = {'kk': 'kk_KZ', 'ru': 'ru_RU', 'en': 'en_US'}
# What the check itself is held to: slips that have to be found, and regular forms that have to be known.
SLIPS = {
    'kk': 'мемлекеттк азаматтк азаматтарге мемлекетлар құқықке бюджетға партиягы қоғамде органлар заңти халықдың '
          'билікны сайлауте ұйымтар өкілеттіктарды мәслиxат басқарудін жергіліктi конституцыя әкімдар тиімділікті'
          'н шешімні бірлестіклер елне',
    'ru': 'самоупровление гражданна кониституция масслихат общевственный выборовы неправительствинный акимамм',
    'en': 'goverment citizins organisation colour centre constitutionel akimms judgement recieve',
}
REGULAR = {
    'kk': 'мемлекеттерде азаматтарына құқықтарымен бюджетінен партиялардың қоғамдағы органдарының заңнан халықтың билікті '
          'сайлаудан ұйымдардікі тиімдірек нығаяды анықталғаннан күткеннен әкімдіктеріміздің',
}
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*(?:-[^\W\d_]+(?:['’][^\W\d_]+)*)*")
ROMAN = re.compile(r'^[IVXLCDM]+$')
LATIN = re.compile(r'^[A-Za-z]')
# What is no prose: addresses, placeholders, markup, keys, names of formats in angle brackets.
NO_PROSE = re.compile(r'https?://\S+|\S+@\S+\.\S+|<[^>]*>|%\d*\$?[-+0-9.]*[a-zA-Z]+|\{(?:from|to)\||[{}|]|&[a-z]+;|--[a-z-]+')
NAMES = ('name', 'label', 'plural', 'other_names', 'inverse', 'title')


def texts_of_map(node, place=''):
    """Every text for people: (language, text, place, whether it names something)."""
    if isinstance(node, list):
        for number, child in enumerate(node):
            mark = child.get('id', number) if isinstance(child, dict) else number
            yield from texts_of_map(child, f'{place}[{mark}]')
    elif isinstance(node, dict):
        for key, child in node.items():
            if key in DICTIONARIES and not isinstance(child, dict):
                field = place.rsplit('.', 1)[-1]
                for text in child if isinstance(child, list) else [child]:
                    yield key, text, place, field in NAMES
            elif key != 'words':
                yield from texts_of_map(child, f'{place}.{key}'.lstrip('.'))


def texts_of_catalogue(language):
    """The translations of a catalogue; the untranslated texts for English."""
    with tempfile.TemporaryDirectory() as folder:
        compiled = os.path.join(folder, 'qogam.mo')
        subprocess.run(['msgfmt', '-o', compiled, path('po', 'ru.po' if language == 'en' else f'{language}.po')],
                       check=True)
        with open(compiled, 'rb') as file:
            catalogue = gettext.GNUTranslations(file)._catalog  # pylint: disable=protected-access
    for key, translated in catalogue.items():
        source = key[0] if isinstance(key, tuple) else key
        text = source.split('\x04')[-1] if language == 'en' else translated
        if source and text and not source.startswith('tag of the language'):
            yield language, re.sub(r'_(?=\w)', '', text), 'interface', False


def texts_of_pictures():
    """The words inside pictures: rows of four strings, Kazakh, Russian, English and Kazakh in the Latin alphabet."""
    with open(path('src', 'picture', 'qg-words.c'), encoding='utf-8') as file:
        source = re.sub(r'"\s*\n\s*"', '', file.read())
    string = r'"((?:[^"\\]|\\.)*)"'
    for row in re.finditer(r'\{\s*' + r',\s*'.join([string] * 4) + r'\s*\}', source):
        for language, text in zip(('kk', 'ru', 'en'), row.groups()):
            yield language, text, 'picture', True


def words_of(text):
    for match in WORD.finditer(NO_PROSE.sub(' ', text).replace('\u0301', '')):
        word = match[0].replace('’', "'")
        if len(word) > 1 and not ROMAN.match(word):
            yield word


def unknown_to(dictionary, words):
    if not words:
        return set()
    done = subprocess.run(['hunspell', '-i', 'UTF-8', '-d', dictionary, '-l'], input='\n'.join(words) + '\n',
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding='utf-8', check=False,
                          env=dict(os.environ, LC_ALL='C.UTF-8'))
    if done.returncode != 0 or "Can't open" in done.stderr:
        sys.exit(f'hunspell -d {dictionary}: {done.stderr.strip() or done.returncode}')
    return set(done.stdout.split('\n')) - {''}


def regular_kazakh(words):
    """Of @words, which the dictionary does not know, those made of a stem that it knows and regular endings."""
    stems = {word: set(kazakh.stems(word)) for word in words}
    every = {stem for some in stems.values() for stem in some if len(stem) > 1}
    known = every - unknown_to(DICTIONARIES['kk'], sorted(every))
    return {word for word, some in stems.items() if some & known}


def with_kazakh_endings(words, forms):
    """Of @words those made of a base in @forms (of the word list) and regular endings: {word: form}."""
    found = {}
    for word in words:
        base = next((stem for stem in kazakh.stems(word) if stem in forms), None)
        if base is not None:
            found[word] = base
    return found


def misspelled(language, words):
    """Of @words those that no dictionary knows; a word with hyphens is known when each of its parts is. Latin letters
    in a Kazakh or Russian text are read as English."""
    unknown = set()
    own = {word for word in words if language == 'en' or not LATIN.match(word)}
    for dictionary, group in ((DICTIONARIES[language], own), (DICTIONARIES['en'], set(words) - own)):
        parts = {part for word in group for part in word.split('-') if len(part) > 1} | group
        bad = unknown_to(dictionary, sorted(parts))
        if dictionary == DICTIONARIES['kk']:
            bad -= regular_kazakh(bad)
        unknown |= {word for word in group if word in bad and
                    ('-' not in word or any(part in bad for part in word.split('-')))}
    return unknown


def read_list(language):
    """{form in small letters: (base, mark)} and the problems of the file."""
    forms, problems = {}, []
    name = path('tests', 'check', f'words-{language}.txt')
    if os.path.exists(name):
        with open(name, encoding='utf-8') as file:
            for number, line in enumerate(file, 1):
                line = line.split('#')[0].strip()
                if not line:
                    continue
                match = re.match(r'^(?:(name|interface) )?([^:\s]+)(?:\s*:\s*(.*))?$', line)
                if not match:
                    problems.append(f'words-{language}.txt:{number}: no entry: {line}')
                    continue
                mark, base, others = match[1] or '', match[2].lower(), (match[3] or '').lower().split()
                for form in (base, *others):
                    forms[form.replace('’', "'")] = (base, mark)
    return forms, problems


def check_language(language, texts):
    """(unknown words with their places, problems of the word list)."""
    places, named = {}, set()
    for text_language, text, place, is_name in texts:
        if text_language != language:
            continue
        for word in words_of(text):
            places.setdefault(word, []).append(place)
            if is_name:
                named.add(word.lower())
                named.update(word.lower().split('-'))
    forms, problems = read_list(language)
    unknown, used = {}, set()
    strangers = misspelled(language, set(places))
    inflected = with_kazakh_endings(strangers, forms) if language == 'kk' else {}
    for word in strangers:
        base, mark = forms.get(word.lower(), forms.get(inflected.get(word), (None, '')))
        excused = base is not None and (mark != 'interface' or set(places[word]) == {'interface'})
        if excused:
            used.add(base)
        else:
            unknown[word] = places[word]
    if language == 'kk':
        named.update(with_kazakh_endings(named, forms).values())
    unmarked = {base for base, mark in forms.values() if not mark and base not in named}
    strange = misspelled(language, unmarked)
    for base, mark in sorted(set(forms.values())):
        if base not in used:
            problems.append(f'words-{language}.txt: {base}: excuses nothing')
        elif not mark and base in strange:
            problems.append(f'words-{language}.txt: {base}: is in no name of the map and no dictionary; '
                            'mark a proper name with "name"')
    for form, (base, _) in forms.items():
        if not form.startswith(base[:max(2, len(base) - 2)]):
            problems.append(f'words-{language}.txt: {form}: is no form of {base}')
    return unknown, problems


def failures_of_the_check():
    """What the check does not find though it is wrong, or holds for wrong though it is right."""
    for language, slips in SLIPS.items():
        forms = read_list(language)[0]
        words = set(slips.split())
        found = misspelled(language, words)
        if language == 'kk':
            found -= set(with_kazakh_endings(found, forms))
        for word in sorted(words - found):
            yield f'{language}: {word}: passes for right'
    for language, regular in REGULAR.items():
        for word in sorted(misspelled(language, set(regular.split()))):
            yield f'{language}: {word}: passes for wrong'


def report(unknown, most_places=4):
    for word, places in sorted(unknown.items(), key=lambda item: (-len(item[1]), item[0].lower())):
        shown = sorted(set(places))
        more = f' … {len(shown)} in all' if len(shown) > most_places else ''
        yield f"{word} ({len(places)}): {', '.join(shown[:most_places])}{more}"


def main(arguments):
    only_list = '--list' in arguments
    with open([a for a in arguments if a != '--list'][0], encoding='utf-8') as file:
        texts = list(texts_of_map(json.load(file)))
    texts += texts_of_pictures()
    tap = Tap()
    for language in DICTIONARIES:
        unknown, problems = check_language(language, texts + list(texts_of_catalogue(language)))
        if only_list:
            print(f'== {language}: {len(unknown)} unknown words')
            print('\n'.join(report(unknown)))
        else:
            tap.check(f'every word is known: {language}', report(unknown))
            tap.check(f'the word list has nothing needless: {language}', problems)
    if not only_list:
        tap.check('slips are found, regular forms are known', failures_of_the_check())
        tap.end()


if __name__ == '__main__':
    main(sys.argv[1:])
