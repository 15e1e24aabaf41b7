# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Qogam contributors

"""Kazakh joins endings to a stem one after another; the dictionary of hunspell knows the stems but few of the chains.

stems(word) gives the stems that a word could have when what follows them is a chain of regular endings in the vowel
harmony of the stem. Where a dictionary knows one of them, the word is spelled right. The endings are those that any
school grammar lists: number, possession, case, person; participles, converbs and verbal nouns.
"""

import re

BACK, FRONT = 'аоұыу', 'әөүіе'

# A for а/е, I for ы/і, G for ғ/г/қ/к, L for л/д/т, D for д/т, N for н/д/т; 'Q' for қ/к at the end. [] is optional.
ENDINGS = (
    # nouns: plural, possession, case
    'LAr', 'I', 'sI', 'Im', 'm', 'ImIz', 'mIz', 'N Iң', 'ның?', 'GA', 'A', 'nA', 'N I', 'n', 'DA', 'ndA', 'DAn', 'nAn',
    'ndAn', 'мен', 'бен', 'пен', 'DAGI', 'ndAGI', 'GI', 'shA', 'DAй', 'Iндай',
    # words from nouns
    'LIQ', 'LI', 'sIз', 'shI', 'LAс',
    # verbs: noun, participles, converbs, tenses, negation, voices
    'u', 'ю', 'GAн', 'AтIн', 'йтIн', 'Iп', 'п', 'AдI', 'йдI', 'A', 'й', 'MA', 'MAу', 'DI', 'sA', 'sIн', 'Iл', 'л', 'Iн',
    'н', 'Is', 'с', 'DIр', 'Iлу', 'Ар', 'р', 'GAлI', 'MAй', 'лA', 'Iлғ',
)


# These follow a vowel only.
AFTER_VOWEL = ('m', 'mIz', 'n', 'sI', 'п', 'йдI', 'й', 'йтIн', 'р', 'с', 'л', 'н', 'nA', 'nAn', 'ndA', 'ndAn', 'ndAGI', 'ю')


def pattern(vowels):
    a, i = vowels
    classes = {'A': a, 'I': i, 'G': '[ғқ]' if a == 'а' else '[гк]', 'L': '[лдт]', 'D': '[дт]', 'N': '[ндт]', 'M': '[мбп]',
               'Q': '[қғ]' if a == 'а' else '[кг]', 'n': 'н', 's': 'с', 'm': 'м', 'u': 'у', 'sh': 'ш'}
    made = []
    for ending in ENDINGS:
        text = ending.replace(' ', '').replace('sh', 'ш')
        before = '(?<=[аәоөұүыіеиуюя])' if ending in AFTER_VOWEL else ''
        made.append(before + ''.join(classes.get(letter, letter) for letter in text))
    return re.compile('(?:' + '|'.join(sorted(set(made), key=len, reverse=True)) + ')+')


BACK_CHAIN, FRONT_CHAIN = pattern('аы'), pattern('еі')
# Words from Russian and Arabic may take either: their last vowel says too little.
EITHER = 'иоуэяюёы'


def chains(stem):
    last = next((letter for letter in reversed(stem) if letter in BACK + FRONT + 'иэяюё'), '')
    if last in FRONT:
        return (FRONT_CHAIN,)
    if last in EITHER or last == '':
        return BACK_CHAIN, FRONT_CHAIN
    return (BACK_CHAIN,)


def written_alone(stem):
    """How a stem may be written without endings: құқығ- is құқық, халқ- is халық, бөліг- is бөлік."""
    yield stem
    softened = {'ғ': 'қ', 'г': 'к', 'б': 'п'}
    if stem[-1] in softened:
        yield stem[:-1] + softened[stem[-1]]
    yield stem + 'у'  # a verb stands in the dictionary as its verbal noun
    if len(stem) > 2 and stem[-1] not in BACK + FRONT and stem[-2] not in BACK + FRONT:
        yield stem[:-1] + ('ы' if chains(stem)[0] is BACK_CHAIN else 'і') + stem[-1]


def stems(word):
    word = word.lower()
    for length in range(2, len(word)):
        stem = word[:length]
        if any(chain.fullmatch(word, length) for chain in chains(stem)):
            yield from written_alone(stem)
