# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Qogam contributors

"""Kazakh joins endings to a stem one after another; the dictionary of hunspell knows the stems but few of the chains.

stems(word) gives the stems that a word could have when what follows them is a chain of regular endings in the vowel
harmony of the stem. Where a dictionary knows one of them, the word is spelled right. The endings are those that any
school grammar lists: number, possession, case, person; participles, converbs and verbal nouns.
"""

import re

BACK, FRONT = 'аоұыя', 'әөүіеэ'
# Where the last vowel is one of these, either harmony may be right: саясиға, лимитке.
EITHER = 'иё'

# How an ending begins depends on the letter before it.
VOWEL = BACK + FRONT + EITHER + 'ую'
VOICELESS = 'пфкқтсшщчцхһбвгд'
NASAL = 'мнң'

# In the endings below A is а or е, I ы or і, K қ or к, and these letters change with the one before:
CHANGING = {
    'L': (('л', VOWEL + 'рйль'), ('д', NASAL + 'лзжь'), ('т', VOICELESS)),
    'D': (('д', VOWEL + NASAL + 'рлйзжь'), ('т', VOICELESS)),
    'N': (('н', VOWEL + NASAL), ('д', 'рлйузжиюь'), ('т', VOICELESS)),  # of
    'C': (('н', VOWEL), ('д', NASAL + 'рлйузжиюь'), ('т', VOICELESS)),  # the object
    'G': (('Г', VOWEL + NASAL + 'рлйзжь'), ('K', VOICELESS)),
    'M': (('м', VOWEL + 'рлйь'), ('б', NASAL + 'зж'), ('п', VOICELESS)),  # not
    'B': (('м', VOWEL + NASAL + 'рлйь'), ('б', 'зж'), ('п', VOICELESS)),  # with
}

# The endings that any school grammar lists. 'V' before an ending: after a vowel only; 'H': after a vowel or nasal. One that
# begins with a vowel itself stands after a consonant (у counts as one).
DERIVED = 'LIK LI сIз шI шA IрAK VрAK'
PLURAL = 'LAр'
CASE = 'NIң GA CI DA DAн HнAн Bен шA DAй сIз'
POSSESSED = 'Iм Vм Iң Vң IмIз VмIз IңIз VңIз'
POSSESSED_CASE = 'NIң A CI DA нAн Bен шA DAй'
OWNED = 'I VсI'  # his, her, its
OWNED_CASE = 'н нA ндA ндAн нAн NIң мен шA ншA ндAй нсIз'
RELATED = 'DAGI GI Nікі'
OWNED_RELATED = 'ндAGI Nікі'
VERB_FROM_NOUN = 'LAн LAс'
VOICE = 'Iл Vл Iн Vн Iс Vс DIр GIз Vт'
NEGATED = 'MA'
NOUN_FROM_VERB = 'у GAн AтIн VйтIн Aр Vр MA MAс'
FINITE = 'DI DIK DIм DIңIз AдI VйдI сA сIн Iп Vп A Vй GAлI IңIз VңIз VйIK'


def ending_pattern(ending, back):
    """@ending as a regular expression in the harmony of @back vowels."""
    where = {'V': f'(?<=[{VOWEL}])', 'H': f'(?<=[{VOWEL + NASAL}])', 'I': f'(?<![{BACK + FRONT}])',
             'A': f'(?<![{BACK + FRONT}])', 'у': '(?<![ыіуию])'}.get(ending[0], '')
    if ending[0] in 'VH':
        ending = ending[1:]
    plain = {'A': 'а' if back else 'е', 'I': 'ы' if back else 'і', 'Г': 'ғ' if back else 'г', 'K': 'қ' if back else 'к'}
    made = ''
    for letter in ending:
        if letter in CHANGING:
            made += '(?:' + '|'.join(f'(?<=[{before}]){plain.get(one, one)}' for one, before in CHANGING[letter]) + ')'
        else:
            made += plain.get(letter, letter)
    # қ and к soften before a vowel: тәуелсіздік, тәуелсіздігі.
    if ending.endswith('K'):
        made = made[:-1] + f"(?:{plain['K']}(?![{BACK + FRONT}])|{plain['Г']}(?=[{plain['I']}]))"
    return where + made


def pattern_pair(back):
    """What may follow a noun, and what may follow a verb."""
    def any_of(endings):
        some = sorted(endings.split(), key=len, reverse=True)
        return '(?:' + '|'.join(ending_pattern(ending, back) for ending in some) + ')'
    inflected = (f'{any_of(PLURAL)}?(?:{any_of(OWNED)}{any_of(OWNED_CASE)}?|{any_of(POSSESSED)}{any_of(POSSESSED_CASE)}?|'
                 f'{any_of(CASE)}?)')
    noun = (f'{any_of(DERIVED)}{{0,2}}(?:{inflected}|{any_of(PLURAL)}?(?:{any_of(RELATED)}|{any_of(OWNED)}'
            f'{any_of(OWNED_RELATED)}){inflected})')
    verb = f'{any_of(VOICE)}{{0,3}}{any_of(NEGATED)}?(?:{any_of(FINITE)}|{any_of(NOUN_FROM_VERB)}{noun})'
    return re.compile(f'{noun}|{any_of(DERIVED)}{any_of(VERB_FROM_NOUN)}{verb}'), re.compile(verb)


BACK_PAIR, FRONT_PAIR = pattern_pair(True), pattern_pair(False)
# Where a short vowel falls out before an ending: халық, халқы; орын, орны; ерік, еркі; көңіл, көңлі.
DROPPED = ('рн', 'йн', 'лғ', 'рғ', 'рг', 'лг', 'лқ', 'рқ', 'рк', 'лк', 'ңл', 'рп')
SOFTENED = {'ғ': 'қ', 'г': 'к', 'б': 'п'}


def pairs(stem):
    body = stem[:-1] if stem[-1] in 'ую' else stem  # the vowel of a verbal noun is that of its verb
    last = next((letter for letter in reversed(body) if letter in VOWEL), 'у')
    return (BACK_PAIR,) if last in BACK else (FRONT_PAIR,) if last in FRONT else (BACK_PAIR, FRONT_PAIR)


def nouns(stem):
    """How a noun may be written without endings: құқығ- is құқық, халқ- is халық, бөліг- is бөлік."""
    yield stem
    if stem[-1] in SOFTENED:
        yield stem[:-1] + SOFTENED[stem[-1]]
    if len(stem) > 2 and stem[-2:] in DROPPED:
        yield stem[:-1] + ('ы' if pairs(stem)[0] is BACK_PAIR else 'і') + SOFTENED.get(stem[-1], stem[-1])


def verbs(stem):
    """A verb stands in the dictionary as its verbal noun: бар- is бару, оқы- is оқу, нығай- is нығаю."""
    yield stem  # a command is the stem alone
    if stem[-1] == 'й':
        yield stem[:-1] + 'ю'
    elif stem[-1] in 'ыі':
        yield stem[:-1] + 'у'
    else:
        yield stem.translate(str.maketrans('қкп', 'ғгб'))[-1:].join((stem[:-1], 'у'))


def stems(word):
    """The stems that @word could have, written as they stand in a dictionary."""
    word = word.lower()
    if 'йа' in word or 'йу' in word:  # always я, ю
        return
    # я, ю and и are written for йа, йу and ый, ій where an ending begins: нығай + ады is нығаяды, оқы + йтын оқитын.
    spelled_out = re.sub(f'(?<=[{VOWEL}])я', 'йа', re.sub(f'(?<=[{VOWEL}])ю', 'йу', word))
    forms = (word, spelled_out, re.sub('и(?=тын|ды|ық)', 'ый', word), re.sub('и(?=тін|ді|ік)', 'ій', word))
    for form in dict.fromkeys(forms):
        for length in range(2, len(form)):
            stem, following = form[:length], form[length]
            # қ and к soften before a vowel, but not where another fell out
            hard = stem[-1] in 'қк' and following in BACK + FRONT and stem[-2:] not in DROPPED
            for noun, verb in pairs(stem):
                if not hard and noun.fullmatch(form, length):
                    yield from nouns(stem)
                if not hard and verb.fullmatch(form, length):
                    yield from verbs(stem)
