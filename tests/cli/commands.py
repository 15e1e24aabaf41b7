#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Qogam contributors

"""The commands of the real program, without a display: results, files, exit status. Called with the program's path."""

import json
import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import xml.dom.minidom

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'check'))
from tap import Tap  # noqa: E402

QOGAM = os.path.abspath(sys.argv[1])
LETTERS = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), 'export', 'letters.qogam.json')
KAZAKH = 'ӘәҒғҚқҢңӨөҰұҮүҺһІі'
tap = Tap()
home = tempfile.mkdtemp(prefix='qogam-cli-')
out = os.path.join(home, 'out')
os.mkdir(out)


def qogam(*arguments, **environment):
    """Status, standard output and standard error of the program in surroundings that have nothing."""
    surroundings = {'PATH': os.environ['PATH'], 'HOME': home, 'XDG_CACHE_HOME': os.path.join(home, 'cache'),
                    'G_DEBUG': 'fatal-warnings', 'LC_ALL': 'C'}
    for name in ('ASAN_OPTIONS', 'LSAN_OPTIONS', 'UBSAN_OPTIONS'):
        if name in os.environ:
            surroundings[name] = os.environ[name]
    surroundings.update(environment)
    done = subprocess.run([QOGAM, *arguments], env=surroundings, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, check=False, timeout=100)
    return done.returncode, done.stdout, done.stderr.decode('utf-8')


def export(name, *arguments, **environment):
    path = os.path.join(out, name)
    status, said, wrong = qogam('export', '--map=' + LETTERS, '-o', path, *arguments, **environment)
    return path, [] if status == 0 else [f'{arguments}: status {status}: {wrong}']


def expect(status, *arguments, word='', **environment):
    """Problems where the program does not end with @status, or does not say @word as an error."""
    got, said, wrong = qogam(*arguments, **environment)
    problems = [] if got == status else [f'{arguments}: status {got}, expected {status}: {said} {wrong}']
    if word and word not in wrong:
        problems.append(f'{arguments}: {word!r} is not in {wrong!r}')
    return problems


def read(path):
    with open(path, 'rb') as file:
        return file.read()


def tool(*command):
    return subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout.decode('utf-8')


def check_commands():
    status, said, _ = qogam('check', LETTERS)
    tap.check('check: a map without faults', [] if status == 0 and said.decode().startswith(LETTERS) else [said])
    tap.check('check: the map that comes with it has no error', expect(0, 'check'))

    broken = os.path.join(home, 'broken.json')
    with open(LETTERS, encoding='utf-8') as file:
        text = file.read()
    with open(broken, 'w', encoding='utf-8') as file:
        file.write(text.replace('"kind": "state"', '"kind": "stat"').replace('"importance": 3', '"importance": 9'))
    status, said, _ = qogam('check', broken)
    faults = re.findall(r'^' + re.escape(broken) + r':\d+:\d+: error: ', said.decode(), re.M)
    tap.check('check: every fault has its place', [] if status == 1 and len(faults) == 6 else [status, said.decode()])
    tap.check('check: one bad file among good ones', expect(1, 'check', LETTERS, broken))
    for name, content in (('near.gv', 'digraph { a -> b c -> }'), ('end.gv', 'digraph { a -> b'), ('none.gv', '// a comment'),
                          ('end.graphml', '<graphml><graph><node id="n"/></graph>'), ('tags.graphml', '<graphml><graph></graphml>'),
                          ('value.graphml', '<graphml><graph edgedefault=directed/></graphml>'),
                          ('twice.cxl', '<cmap a="1" a="2"></cmap>'), ('what.graphml', '<graphml><!DOCTYPE x></graphml>')):
        path = os.path.join(home, name)
        with open(path, 'w', encoding='utf-8') as file:
            file.write(content)
        status, said, _ = qogam('check', path)
        first = said.decode().splitlines()[0]
        words = re.sub('DOT|XML|GraphML|CXL|«.*»', '', first.split(': error: ')[-1])
        tap.check(f'check: {name}: no word of another program, or language',
                  [] if status == 1 and words != first and not re.search('[A-Za-z]', words) else [status, first])
    for name in ('/nowhere.json', '/', '/dev/null'):
        tap.check(f'check: {name}', expect(1, 'check', name))
    tap.check('a command on a broken map', expect(1, 'list', '--map=' + broken, word='error:'))


def check_lists():
    for what, least in (('entities', 8), ('relations', 7), ('views', 2), ('tours', 1), ('sources', 1), ('lists', 0),
                        ('kinds', 2), ('verbs', 1)):
        status, said, wrong = qogam('list', '--map=' + LETTERS, '--what=' + what, '--json')
        things = json.loads(said) if status == 0 else []
        lines = qogam('list', '--map=' + LETTERS, '--what=' + what)[1].decode().splitlines()
        tap.check(f'list {what}', [] if status == 0 and len(things) == least == len(lines) else [said, wrong, lines])
    status, said, _ = qogam('list', '--map=' + LETTERS, '--what=views', '--lang=ru')
    tap.check('list in a language', [] if 'Обзор' in said.decode() else [said])
    status, said, _ = qogam('list', '--map=' + LETTERS, '--what=views')
    tap.check('without a language it is Kazakh', [] if 'Шолу' in said.decode() else [said])
    status, said, _ = qogam('list', '--map=' + LETTERS, '--what=views', LANGUAGE='ru', LC_ALL='', LANG='ru_RU.UTF-8')
    tap.check('else the surroundings\' language', [] if 'Обзор' in said.decode() else [said])


def check_finding():
    status, said, _ = qogam('search', '--map=' + LETTERS, '--json', 'ұғым', '4')
    hits = json.loads(said)
    tap.check('search', [] if status == 0 and hits[0]['id'] == 'e4' else [said])
    tap.check('search: nothing', expect(1, 'search', '--map=' + LETTERS, 'xkcdwvxkcd', word='error:'))
    status, said, wrong = qogam('search', '--map=' + LETTERS, 'ұғымxkcdwv', LANGUAGE='en')
    near = [line for line in wrong.splitlines() if line.count('\t') == 3]
    tap.check('search: nothing but what is near', [] if status == 1 and not said and 'This is near it:' in wrong and near and
              all('ғым' in line for line in near) else [status, said, wrong])
    status, said, wrong = qogam('search', '--map=' + LETTERS, '--json', 'ұғымxkcdwv')
    tap.check('search: what is near is no hit', [] if status == 0 and json.loads(said) == [] and wrong.count('\t') >= 3 else
              [status, said, wrong])
    status, said, _ = qogam('path', '--map=' + LETTERS, '--json', 'letters-1', 'e8')
    ways = json.loads(said)
    tap.check('path', [] if status == 0 and ways['ways'][0]['entities'][0] == 'letters-1' and
              all('sentence' in hop for hop in ways['ways'][0]['relations']) else [said])
    status, said, _ = qogam('path', '--map=' + LETTERS, 'letters-1', 'e8', '--lang=kk', LANGUAGE='en')
    said = said.decode('utf-8')
    ways, _, sources = said.partition('\nДереккөздер\n')
    titles = [line.partition('. ')[2] for line in sources.splitlines()]
    tap.check('path: each source once, by number', [] if status == 0 and titles and
              all(said.count(title) == 1 for title in titles) and '; 1' in ways else [said])
    lengths = [line.count(' → ') for line in ways.splitlines() if re.match(r'\d+\. ', line)]
    told = {int(length): int(n) for length, n in re.findall(r'^(\d+) байланыс: (\d+) жол$', ways, re.M)}
    tap.check('path: by length, the shortest first', [] if lengths == sorted(lengths) and
              told == {n: lengths.count(n) for n in lengths} else [said])
    tap.check('path by names', expect(0, 'path', '--map=' + LETTERS, 'Ұғым 4', 'Ұғым 8'))


def check_one_language():
    """What is printed of a map is in one language, whatever the interface speaks."""
    calls = [('path', 'letters-1', 'e8'), ('path', 'letters-1', 'e8', '--json'), ('search', '4'), ('search', '4', '--json')]
    calls += [('list', '--what=' + what, *more) for more in ((), ('--json',)) for what in
              ('entities', 'relations', 'views', 'tours', 'sources', 'lists', 'kinds', 'verbs')]
    for lang, words in (('en', '2 relations: 1 way'), ('ru', '2 связи: 1 путь'), ('kk', '2 байланыс: 1 жол'),
                        ('kk-Latn', '2 bailanys: 1 jol')):
        problems = []
        for call in calls:
            said = [qogam(*call, '--map=' + LETTERS, '--lang=' + lang, LANGUAGE=interface)[:2] for interface in ('kk', 'ru', 'en')]
            problems += [] if said[0] == said[1] == said[2] and said[0][0] == 0 else [call, said]
        _, said, _ = qogam('path', '--map=' + LETTERS, 'letters-1', 'e4', '--lang=' + lang, LANGUAGE='ru')
        tap.check('one language: ' + lang, problems + ([] if words in said.decode('utf-8') else [said.decode('utf-8')]))


def check_calls():
    for arguments in (('chek',), ('export',), ('export', '-o', 'x.jpg'), ('export', '-o', 'x'), ('export', '-o', 'x.svg', 'y'),
                      ('export', '-o', 'x.svg', '--page=a9'), ('export', '-o', 'x.svg', '--theme=pink'),
                      ('export', '-o', 'x.svg', '--view=nothing'), ('export', '-o', 'x.svg', '--lang=fr'),
                      ('export', '-o', 'x.svg', '--second-lang=kk', '--lang=kk'),
                      ('export', '-o', 'x.svg', '--whole', '--all-views'), ('export', '-o', 'x.pdf', '--handout=3'),
                      ('export', '-o', 'x.pdf', '--handout=2'), ('export', '-o', 'x.svg', '--depth=0'),
                      ('export', '-o', 'x.svg', '--path=state'), ('export', '-o', '-', '--format=svg', '--report'),
                      ('export', '--nonsense'), ('list', '--what=nothing'), ('list', 'entities'), ('search',),
                      ('path', 'one'), ('path', 'no-such', 'thing'), ('list', '--lang=xx'), ('convert', 'x.json'), ('convert', 'x.json', 'y.z'),
                      ('convert', '--from=png', 'x', 'y.json'), ('export', '-o', 'x.dot', '--all-views')):
        tap.check(' '.join(arguments), expect(2, *arguments, word='error:'))
    status, said, _ = qogam('export', '--help', LANGUAGE='en')
    told = re.search(r'svg, pdf, png, or of data ([a-z, ]+), whatever', said.decode('utf-8'))
    wanted = ['svg', 'pdf', 'png'] + told[1].split(', ')
    for lang in ('kk', 'ru', 'en'):
        _, _, wrong = qogam('export', '-o', 'x.xyz', LANGUAGE=lang)
        tap.check(f'export: an unknown ending, {lang}', [] if re.findall(r'\.([a-z]+)(?=[,; ])', wrong.partition('x.xyz')[2]) == wanted
                  else [wanted, wrong])
    for arguments in (('--help',), ('--version',), ('check', '--help'), ('list', '--help'), ('search', '--help'),
                      ('path', '--help'), ('export', '--help'), ('convert', '--help')):
        tap.check(' '.join(arguments), expect(0, *arguments))


def check_lines():
    """A definition is a double line on every page, as on screen: the second stroke is of the ground's colour."""
    with open(LETTERS, encoding='utf-8') as file:
        data = json.load(file)
    for relation in data['relations']:
        relation['statement'] = 'definition'
    path = os.path.join(out, 'defined.json')
    with open(path, 'w', encoding='utf-8') as file:
        json.dump(data, file, ensure_ascii=False)
    for theme, ground in (('light', '#ffffff'), ('dark', '#1b1e23'), ('print', '#ffffff')):
        picture = os.path.join(out, f'defined-{theme}.svg')
        problems = expect(0, 'export', '--map=' + path, '-o', picture, f'--theme={theme}')
        ways = re.findall(r'fill="none" stroke="([^"]+)" stroke-width="([0-9.]+)"', read(picture).decode())
        outer = [i for i, (_, width) in enumerate(ways) if width == '3.6']
        tap.check(f'a definition is a double line: {theme}', problems + ([] if outer and all(
            ways[i + 1][0] == ground and float(ways[i + 1][1]) < 3.6 for i in outer) else [ways]))


def check_pdf():
    path, problems = export('letters.pdf', '--sources')
    tap.check('pdf', problems)
    text = tool('pdftotext', path, '-')
    tap.check('pdf: every Kazakh letter is found', [f'{c} is missing' for c in KAZAKH if c not in text])
    fonts = [line.split() for line in tool('pdffonts', path).splitlines()[2:]]
    tap.check('pdf: fonts are embedded', [font for font in fonts if font[-5] != 'yes'] or ([] if fonts else ['no font']))
    about = tool('pdfinfo', path)
    tap.check('pdf: it says what it is', [word for word in ('Шолу', 'А. Автор', '960 x 540', 'Nov 22') if word not in about])
    tap.check('pdf: its objects are where its table says', objects_astray(path))
    tap.check('pdf: its language', [] if b'/Lang (kk)' in read(path) else ['no /Lang'])
    tap.check('pdf: links on sources', [] if b'https://example.org/a' in read(path) else ['no link'])

    path, problems = export('tour.pdf', '--tour=walk', '--lang=ru')
    tap.check('tour: its objects are where its table says', objects_astray(path))
    about = tool('pdfinfo', path)
    text = tool('pdftotext', path, '-')
    tap.check('tour: outline, steps, sources', problems + ([] if re.search(r'Pages: +7\n', about) else [about]) +
              [word for word in ('Прогулка', '5. Шаг 5', 'Это слова, которые говорят на шаге 3.', 'Источники')
               if word not in text])
    for handout, pages in ((1, 7), (2, 5), (4, 4), (6, 3)):
        path, problems = export(f'handout{handout}.pdf', '--tour=walk', f'--handout={handout}')
        about = tool('pdfinfo', path)
        tap.check(f'handout {handout}', problems + ([] if re.search(rf'Pages: +{pages}\n', about) else [about]))


def objects_astray(path):
    """Numbers of objects that a PDF's table says to be where they are not."""
    data = read(path)
    wrong = []
    for table in re.finditer(rb'\nxref\n(\d+) (\d+)\n((?:\d{10} \d{5} [nf] \n)+)', data):
        entries = table.group(3).splitlines()
        first = int(table.group(1))
        wrong += [first + n for n, entry in enumerate(entries) if entry[17:18] == b'n' and
                  not data[int(entry[:10]):].startswith(b'%d 0 obj' % (first + n))]
        wrong += [] if len(entries) == int(table.group(2)) else ['the table itself']
    return wrong


def check_svg():
    path, problems = export('letters.svg')
    tap.check('svg', problems)
    tree = xml.dom.minidom.parse(path)
    texts = ' '.join(''.join(node.data for node in text.childNodes if node.nodeType == node.TEXT_NODE)
                     for name in ('text', 'tspan') for text in tree.getElementsByTagName(name))
    tap.check('svg: every Kazakh letter is text', [f'{c} is missing' for c in KAZAKH if c not in texts])
    tap.check('svg: markup in names is text', [] if '</svg>' in texts else [texts])
    path, problems = export('outlines.svg', '--outlines')
    tree = xml.dom.minidom.parse(path)
    tap.check('svg: outlines', problems + ([] if not tree.getElementsByTagName('text') else ['it has text']))
    tap.check('svg: read by librsvg', [] if tool('rsvg-convert', '--format=png', '-o', os.path.join(out, 'r.png'),
                                                 os.path.join(out, 'letters.svg')) == '' else ['rsvg'])


    for more, shown in ((('--tour=walk', '--handout=4'), True), ((), False)):
        path, problems = export('ids.svg', *more, '--force')
        first = next(os.path.join(out, name) for name in ('ids-1.svg', 'ids-01.svg', 'ids.svg') if os.path.exists(os.path.join(out, name)))
        ids = re.findall(r' id="([^"]*)"', read(first).decode())
        tap.check(f'svg: an id is there once {more}', problems + ([] if len(set(ids)) == len(ids) and 'letters-1' in ids and
                                                                  (len(ids) > 8) == shown else [ids]))
        os.remove(first)
    for outlines in ((), ('--outlines',)):
        path, problems = export('screen.svg', '--page=1920x1080px', '--width=700', *outlines)
        root = xml.dom.minidom.parse(path).documentElement
        tap.check(f'svg: a page in pixels {outlines}', problems + (
            [] if [re.sub(r'\.0+|px', '', root.getAttribute(name)) for name in ('width', 'height')] == ['1920', '1080'] else
            [root.getAttribute('width')]))


def check_shared_words():
    """Where two subjects share a word, each line to it has a head: one on the object's side would read as an object."""
    source = os.path.join(home, 'shared.gv')
    with open(source, 'w', encoding='utf-8') as file:
        file.write('digraph { a [label="Адвокат"]; b [label="Прокурор"]; c [label="Сот"]; a -> c [label="сөйлейді"]; b -> c [label="сөйлейді"] }')
    path = os.path.join(out, 'shared.svg')
    status, _, wrong = qogam('export', f'--map={source}', '-o', path)
    text = read(path).decode('utf-8') if status == 0 else ''
    heads = re.findall(r'<path d="M[^C"]*Z" fill="[^"]*" fill-rule="evenodd"', text)
    tap.check('svg: subjects that share a word lead to it', [] if len(heads) == 3 and text.count('сөйлейді') == 1 else
              [f'{len(heads)} heads, {text.count("сөйлейді")} words; {wrong}'])


def check_places():
    """What yEd has beside and above each other stays so."""
    places = {'a': (300, 10), 'b': (-50, 40), 'c': (120, 500), 'd': (125, -300)}
    path = os.path.join(home, 'placed.graphml')
    with open(path, 'w', encoding='utf-8') as file:
        file.write('<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">'
                   '<key id="d" for="node" yfiles.type="nodegraphics"/><graph edgedefault="directed">' + ''.join(
                       f'<node id="{name}"><data key="d"><y:ShapeNode><y:Geometry x="{x}" y="{y}" width="30" height="30"/>'
                       f'<y:NodeLabel>{name}</y:NodeLabel></y:ShapeNode></data></node>' for name, (x, y) in places.items()) +
                   '<edge source="a" target="b"/><edge source="b" target="c"/></graph></graphml>')
    for engine in ('', '--engine=given'):
        status, said, wrong = qogam('export', '--map=' + path, '-o', '-', '--format=svg', *([engine] if engine else []))
        boxes = [(float(x), float(y)) for x, y in re.findall(r'<g id="[a-d]">\s*<rect x="([-\d.]+)" y="([-\d.]+)"', said.decode('utf-8'))]
        orders = [[sorted(range(len(points)), key=lambda i: points[i][axis]) for axis in (0, 1)]  # pylint: disable=cell-var-from-loop
                  for points in (list(places.values()), boxes)]
        tap.check(f'places of a file are kept {engine}', [] if status == 0 and orders[0] == orders[1] else [boxes, wrong])


def ink(path):
    """(left, top, right, bottom): how far the outermost of what is drawn is from the edges of a PNG, in pixels."""
    width, height = struct.unpack('>II', read(path)[16:24])
    box = tool('convert', path, '-background', 'white', '-alpha', 'remove', '-fuzz', '2%', '-trim', '-format', '%w %h %X %Y',
               'info:')
    w, h, x, y = (int(number) for number in box.split())
    return x, y, width - x - w, height - y - h


def check_margins():
    """Nothing is drawn in the margin, in any format, and what is drawn comes up to it."""
    for margin in (0, 5, 20):
        for ending in ('png', 'svg', 'pdf'):
            path, problems = export(f'margin.{ending}', '--page=200x120mm', f'--margin={margin}', '--theme=print', '--dpi=127',
                                    '--sources')
            picture = os.path.join(out, 'margin.png')
            if ending == 'svg':
                tool('rsvg-convert', '-d', '127', '-p', '127', '-o', picture, path)
            elif ending == 'pdf':
                tool('pdftoppm', '-r', '127', '-png', '-singlefile', path, picture[:-4])
            # 127 pixels to the inch are 5 to the millimeter; letters have a little room of their own.
            edges = ink(picture)
            tap.check(f'a margin of {margin} mm: {ending}', problems + (
                [] if min(edges) >= margin * 5 - 2 and max(edges[:2]) <= margin * 5 + 25 else [edges]))


def check_png():
    path, problems = export('letters.png', '--dpi=72')
    tap.check('png: by dpi', problems + ([] if struct.unpack('>II', read(path)[16:24]) == (960, 540) else ['size']))
    path, problems = export('letters.png', '--width=500', '--transparent')
    tap.check('png: by width', problems + ([] if struct.unpack('>II', read(path)[16:24]) == (500, 282) else
                                           [struct.unpack('>II', read(path)[16:24])]))
    tap.check('png: with alpha', [] if read(path)[25] == 6 else ['no alpha'])
    path, problems = export('screen.png', '--page=1920x1080px')
    tap.check('png: a page in pixels', problems + ([] if struct.unpack('>II', read(path)[16:24]) == (1920, 1080) else ['size']))
    path, problems = export('screen.png', '--page=1920x1080px', '--width=960')
    tap.check('png: a page in pixels, and a width', problems + ([] if struct.unpack('>II', read(path)[16:24]) == (960, 540)
                                                                else ['size']))
    status, said, wrong = qogam('export', '--map=' + LETTERS, '-o', os.path.join(out, 'huge.png'), '--page=a0', '--dpi=4000')
    tap.check('png: too large', [] if status == 1 and '--dpi' in wrong and not os.path.exists(
        os.path.join(out, 'huge.png')) else [wrong])
    path, problems = export('steps.png', '--tour=walk', '--width=320')
    tap.check('png: numbered', problems + [n for n in range(1, 6) if not os.path.exists(
        os.path.join(out, f'steps-{n:02}.png'))])
    with open(os.path.join(out, 'steps-02.png'), 'wb') as file:
        file.write(b'mine')
    os.remove(os.path.join(out, 'steps-05.png'))
    target = os.path.join(out, 'steps.png')
    call = ('export', '--map=' + LETTERS, '-o', target, '--tour=walk', '--width=320')
    tap.check('png: numbered files that are there are kept', expect(1, *call, word='steps-01.png') +
              expect(1, *call, word='--force') + ([] if read(os.path.join(out, 'steps-02.png')) == b'mine' else ['replaced']) +
              (['a part was written'] if os.path.exists(os.path.join(out, 'steps-05.png')) else []))
    tap.check('png: --force replaces them', expect(0, *call, '--force') +
              ([] if read(os.path.join(out, 'steps-02.png')).startswith(b'\x89PNG') else ['kept']) +
              ([] if os.path.exists(os.path.join(out, 'steps-05.png')) else ['not written']))


def check_same():
    for ending, more in (('pdf', ()), ('svg', ()), ('png', ()), ('svg', ('--outlines',)), ('pdf', ('--tour=walk',))):
        first, problems = export('first.' + ending, *more)
        second, others = export('second.' + ending, *more, XDG_CACHE_HOME=os.path.join(home, 'other-cache'))
        tap.check(f'equal bytes: {ending} {more}', problems + others + ([] if read(first) == read(second) else ['differ']))


def check_choices():
    path, problems = export('entities.json', '--entities=e8,letters-1, e8')
    data = json.loads(read(path))
    tap.check('a selection: just these', problems + ([] if sorted(e['id'] for e in data['entities']) == ['e8', 'letters-1']
                                                     else [data['entities']]))
    path, problems = export('entities.pdf', '--entities=e8,letters-1', '--lang=ru')
    names = {e['id']: (e.get('label') or e['name'])['ru'] for e in json.loads(read(LETTERS))['entities']}
    tap.check('a selection: it is called by its names', problems + (
        [] if f'{names["letters-1"]} и {names["e8"]}' in tool('pdfinfo', path) else [tool('pdfinfo', path)]))
    for wrong in ('--entities=', '--entities=e8,nobody', '--entities=e8,'):
        tap.check('a selection: ' + wrong, expect(2, 'export', '--map=' + LETTERS, '-o', os.path.join(out, 'x.svg'), wrong))
    for arguments in (('--view=small',), ('--focus=letters-1', '--depth=2'), ('--path=letters-1,e8',), ('--all-views',),
                      ('--whole', '--page=fit'), ('--second-lang=ru',), ('--lang=kk-Latn',), ('--theme=dark',),
                      ('--theme=print', '--page=a4', '--portrait'), ('--no-title', '--no-legend', '--no-footer'),
                      ('--page=200x100mm', '--margin=5', '--sources')):
        tap.check(' '.join(arguments), export('choice.pdf', *arguments)[1])
    status, said, _ = qogam('export', '--map=' + LETTERS, '-o', os.path.join(out, 'r.svg'), '--report')
    report = json.loads(said)
    tap.check('report', [] if report['entities'] == 8 and report['relations'] == 7 and report['pages'] == 1 and
              report['bytes'] == os.path.getsize(os.path.join(out, 'r.svg')) and report['overlaps'] == 0 and
              report['smallest_text_pt'] > 5 else [said])
    status, said, wrong = qogam('export', '--map=' + LETTERS, '-o', '-', '--format=svg')
    tap.check('standard output', [] if status == 0 and said.startswith(b'<?xml') and said.endswith(b'</svg>\n') else [wrong])
    for page, medium in (('160x120px', 'on a slide'), ('60x40mm', 'on paper'), ('600x20mm', 'on a poster')):
        status, _, wrong = qogam('export', '--map=' + LETTERS, '-o', os.path.join(out, 'r.svg'), '--page=' + page,
                                 LANGUAGE='en', LC_ALL='C.UTF-8')
        tap.check(f'{page} is read {medium}', [] if status == 0 and medium in wrong else [wrong])
    status, _, wrong = qogam('export', '--map=' + LETTERS, '-o', os.path.join(out, 'r.svg'), '--page=60x40mm')
    tap.check('small text is warned about', [] if status == 0 and wrong.startswith('warning: ') else [wrong])


def check_engines():
    """A map too tangled for its engine is arranged by a quick one, as in the window, unless the engine is named."""
    path = os.path.join(out, 'tangle.svg')

    def write_tangle(name, nodes, ways):
        """Ways from each to so many others, most of them far off."""
        with open(os.path.join(home, name), 'w', encoding='utf-8') as file:
            ends = ((i, (i * 37 + k * 61) % nodes) for i in range(nodes) for k in range(1, ways + 1))
            file.write('digraph { ' + ''.join(f'n{a} -> n{b};' for a, b in ends) + '}')
        return file.name

    # Minutes for dot, which may be waited for, and days, after which it would have been stopped.
    tangle = write_tangle('tangle.gv', 120, 3)
    for name, way, other in ((tangle, '--engine=dot', '--view'), (write_tangle('knot.gv', 300, 11), '--view', '--engine=dot')):
        for language, words in (('en', 'has arranged it'), ('kk', 'түрінде орналастырылды'), ('ru', 'она расположена')):
            status, _, wrong = qogam('export', '--map=' + name, '-o', path, '--page=a0', LANGUAGE=language, LC_ALL='C.UTF-8')
            told = [line for line in wrong.splitlines() if words in line]
            tap.check(f'{os.path.basename(name)} is arranged by another engine, which is said in {language}', [] if status == 0 and
                      told and told[0].startswith('warning: ') and way in told[0] and other not in told[0] and
                      'sfdp' in told[0] else [status, wrong])
    status, _, wrong = qogam('export', '--map=' + tangle, '-o', path, '--page=a0', '--engine=twopi', LANGUAGE='en')
    tap.check('an engine that is named is taken', [] if status == 0 and '--engine=' not in wrong else [status, wrong])
    drawn = {engine: read(export(f'engine-{engine}.svg', '--engine=' + engine)[0]) for engine in ('dot', 'circo', 'osage')}
    for engine, some in (('osage', True), ('dot', False)):
        status, said, wrong = qogam('export', '--view=state-power', '-o', path, '--lang=ru', '--engine=' + engine, '--report',
                                    LANGUAGE='en', LC_ALL='C.UTF-8')
        told = re.findall(r'warning: (\d+) words? on the arrows', wrong)
        clipped = json.loads(said)['clipped']
        tap.check(f'words that have no room are counted: {engine}', [] if status == 0 and (clipped > 0) == some and
                  told == ([str(clipped)] if some else []) else [clipped, wrong])
    tap.check('engines differ', [] if len(set(drawn.values())) == 3 else [len(set(drawn.values()))])
    tap.check('an engine that there is not', expect(2, 'export', '--map=' + LETTERS, '-o', path, '--engine=spring', word='osage'))


def width_in_pixels(path):
    data = read(path)
    if data.startswith(b'\x89PNG'):
        return struct.unpack('>I', data[16:20])[0]
    return round(float(re.search(rb' width="([0-9.]+)px"', data).group(1)))


def check_readable():
    """On a slide all that is written has 12 pt; a view that cannot be read on one has a page of its own."""
    # Two languages leave the picture no room to give to its sources.
    said = json.loads(qogam('export', '-o', os.path.join(out, 'two.pdf'), '--lang=ru', '--second-lang=kk', '--page=16:9',
                            '--sources', '--report')[1])
    tap.check('sources go where they take nothing from small words', [] if said['pages'] > 1 else [said])
    sizes = said['page_text_pt']
    tap.check('a page without a picture has no text in one', [] if len(sizes) == said['pages'] and sizes[0] > 0 and
              sizes[-1] is None else [sizes])
    path, problems = export('slide.pdf', '--page=16:9', '--sources', '--report')
    said = qogam('export', '--map=' + LETTERS, '-o', path, '--page=16:9', '--sources', '--report')[1]
    report = json.loads(said)
    for name, told in (('crowded.png', True), ('crowded.svg', True), ('crowded.pdf', False)):
        status, _, wrong = qogam('export', '-o', os.path.join(out, name), '--page=16:9', '--sources', LANGUAGE='en', LC_ALL='C.UTF-8')
        tap.check(f'{name}: what the sources take is said', [] if status == 0 and ('in a PDF' in wrong) == told else [wrong])
    # A narrow page makes the picture small, and has room below it that nothing else needs.
    path = os.path.join(out, 'narrow.svg')
    status, _, wrong = qogam('export', '--map=' + LETTERS, '-o', path, '--page=40x200mm', '--sources', LANGUAGE='en', LC_ALL='C.UTF-8')
    tap.check('no PDF is named where it would help nothing', [] if status == 0 and 'smallest text' in wrong and
              'in a PDF' not in wrong and 'par.\u00a07'.encode() in read(path) else [wrong])
    tap.check('a slide is read from the last row', problems + (
        [] if min(report['smallest_text_pt'], report['smallest_note_pt']) >= 12 else [report]))
    with open(LETTERS, encoding='utf-8') as file:
        data = json.load(file)
    entity = data['entities'][0]
    data['entities'] += [dict(entity, id=f'more-{n}') for n in range(150)]
    data['views'].append(dict(data['views'][0], id='crowd', entities=[e['id'] for e in data['entities']]))
    data['views'][-1].pop('page', None)
    crowd = os.path.join(home, 'crowd.json')
    with open(crowd, 'w', encoding='utf-8') as file:
        json.dump(data, file)
    problems = expect(0, 'export', '--map=' + crowd, '-o', os.path.join(out, 'views.pdf'), '--all-views', '--page=16:9')
    sizes = re.findall(r'Page +\d+ size: +(\d+)', tool('pdfinfo', '-f', '1', '-l', '9', os.path.join(out, 'views.pdf')))
    tap.check('all views: each on a page on which it can be read', problems + (
        [] if sizes.count('960') == len(sizes) - 1 and max(map(int, sizes)) > 1100 else [sizes]))
    for ending, more, told in (('png', (), True), ('svg', (), True), ('png', ('--width=900',), False)):
        said = json.loads(qogam('export', '--map=' + crowd, '-o', os.path.join(out, 'px.' + ending), '--all-views', '--force',
                                '--page=1920x1080px', '--report', *more)[1])
        widths = [width_in_pixels(os.path.join(out, name)) for name in said['files']]
        tap.check(f'all views: a larger page has more pixels: {ending} {more}', [] if
                  (widths.count(1920) == len(widths) - 1 and max(widths) > 2200 if told else set(widths) == {900}) else [widths])


def check_nothing_lost():
    target = os.path.join(out, 'kept.svg')
    with open(target, 'w', encoding='utf-8') as file:
        file.write('old')
    before = sorted(os.listdir(out))
    for path in ('/dev/full', os.path.join(out, 'gone', 'x.svg'), os.path.join(target, 'x.svg'), '/proc/x.svg',
                 os.path.join(out, 'x' * 300 + '.svg'), out):
        tap.check('refused: ' + path[-40:], expect(1, 'export', '--map=' + LETTERS, '--format=svg', '-o', path, word='error:'))
    tap.check('nothing is left over', [] if sorted(os.listdir(out)) == before else [os.listdir(out)])
    link = os.path.join(out, 'link.svg')
    os.symlink('kept.svg', link)
    tap.check('a link is followed', export('link.svg')[1] + ([] if os.path.islink(link) and read(target) != b'old' else
                                                            ['not followed']))


def check_names():
    """A name with a colon is a name; what begins with file:// is an address."""
    before = os.getcwd()
    os.chdir(out)
    for name in ('lecture:b.dot', 'a:b:c.json', 'http:x.graphml', 'файл: екі.csv', 'b:c.svg'):
        tap.check('export to ' + name, expect(0, 'export', '--map=' + LETTERS, '-o', name))
        if name.endswith('.svg'):
            continue
        there = name.replace('.csv', '-entities.csv')
        tap.check(f'{name} is there', [] if os.path.exists(there) else os.listdir('.'))
        tap.check('check ' + there, expect(0, 'check', there))
        tap.check('list of ' + there, expect(0, 'list', '--map=' + there))
        tap.check('convert from ' + there, expect(0, 'convert', there, 'out:' + name))
        tap.check('convert to ' + name, expect(0, 'convert', LETTERS, name, '--force'))
    os.chdir(before)
    path = os.path.join(out, 'by address.dot')
    address = 'file://' + path.replace(' ', '%20')
    tap.check('export to an address', expect(0, 'export', '--map=file://' + os.path.abspath(LETTERS), '-o', address))
    tap.check('the file is there', [] if os.path.exists(path) else os.listdir(out))
    tap.check('convert to an address', expect(0, 'convert', address, address.replace('.dot', '.json')))


def check_reports():
    """Data have a report as well; and a name that is not UTF-8 makes none that is no JSON."""
    for name, files in (('r.dot', ['r.dot']), ('r.csv', ['r-entities.csv', 'r-relations.csv']), ('r.json', ['r.json'])):
        status, said, wrong = qogam('export', '--map=' + LETTERS, '-o', os.path.join(out, name), '--report')
        files = [os.path.join(out, file) for file in files]
        tap.check('report of ' + name, [] if status == 0 and json.loads(said or '{}') == {
            'files': files, 'entities': 8, 'relations': 7, 'bytes': sum(map(os.path.getsize, files))} else [status, said, wrong])
    folder = os.path.join(os.fsencode(out), b'caf\xe9')
    os.mkdir(folder)
    for name in (b'p.svg', b'p.dot', b'\xff.csv'):
        status, said, wrong = qogam('export', '--map=' + LETTERS, '-o', os.path.join(folder, name), '--report')
        try:
            files = json.loads(said.decode('utf-8'))['files']
        except ValueError as problem:
            files = [str(problem)]
        tap.check(f'report: {name} is no UTF-8', [] if status == 0 and all('caf\ufffd' in file for file in files) else [said, wrong])


def check_pair_is_kept():
    """Of a pair of tables the names are made: what is there under one that nobody wrote is not replaced."""
    tables = [os.path.join(out, f'mine-{what}.csv') for what in ('entities', 'relations')]
    for call in (('export', '--map=' + LETTERS, '-o'), ('convert', LETTERS)):
        for target, kept in (('mine.csv', tables[0]), ('mine.csv', tables[1]), ('mine-entities.csv', tables[1])):
            for path in tables:
                if os.path.exists(path):
                    os.remove(path)
            with open(kept, 'w', encoding='utf-8') as file:
                file.write('mine')
            other = tables[1 - tables.index(kept)]
            name = f'{call[0]} to {target}: {os.path.basename(kept)}'
            tap.check(name + ' is kept', expect(1, *call, os.path.join(out, target), word='--force') + (
                [] if read(kept) == b'mine' and not os.path.exists(other) else ['written']))
            tap.check(name + ' is replaced with --force', expect(0, *call, os.path.join(out, target), '--force') + (
                [] if read(kept) != b'mine' and os.path.exists(other) else ['not written']))
        os.remove(tables[1])
        tap.check(f'{call[0]}: a table that was named is replaced', expect(0, *call, tables[0]))


def check_convert():
    ways = [('letters.gv',), ('letters.graphml',), ('letters-entities.csv',), ('letters.cxl',)]
    for name, in ways:
        there, back = os.path.join(out, name), os.path.join(out, name + '.json')
        tap.check('convert to ' + name, expect(0, 'convert', LETTERS, there))
        tap.check('convert back from ' + name, expect(0, 'convert', there, back))
        old, new = json.loads(read(LETTERS)), json.loads(read(back))
        tap.check('kept: ' + name, [] if {e['id']: e['name'] for e in old['entities']} ==
                  {e['id']: e['name'] for e in new['entities']} and
                  {(r['from'], r['verb'], r['to']) for r in old['relations']} ==
                  {(r['from'], r['verb'], r['to']) for r in new['relations']} else ['differs'])
    check_names()
    check_reports()
    check_pair_is_kept()
    for name in ('letters.gexf', 'letters.canvas'):
        tap.check('convert to ' + name, expect(0, 'convert', LETTERS, os.path.join(out, name)))
        for lang in ('kk', 'ru', 'en'):
            status, _, wrong = qogam('convert', os.path.join(out, name), os.path.join(out, 'z.json'), LANGUAGE=lang)
            tap.check(f'convert from {name}: one line, {lang}', [] if status == 1 and wrong.count('\n') == 1 and
                      {'letters.gexf': 'GEXF', 'letters.canvas': 'JSON Canvas'}[name] in wrong else [wrong])
    xml.dom.minidom.parse(os.path.join(out, 'letters.gexf'))
    canvas = json.loads(read(os.path.join(out, 'letters.canvas')))
    tap.check('canvas: its edges have ends', [e for e in canvas['edges'] if not {e['fromNode'], e['toNode']} <=
                                              {n['id'] for n in canvas['nodes']}])
    pair = [os.path.join(home, f'pair-{what}.csv') for what in ('entities', 'relations')]
    for path, text in zip(pair, ('id,name\na,Alpha\nb,Beta\n', 'from,verb,to\na,knows,b\na,knows,Gamma\n')):
        with open(path, 'w', encoding='utf-8') as file:
            file.write(text)
    for path in pair:
        _, said, _ = qogam('check', path)
        tap.check('check: a pair of files, asked of ' + os.path.basename(path),
                  [] if said.decode().startswith(pair[1] + ':3:9: warning: ') else [said])
    two = os.path.join(home, 'two.gv')
    with open(two, 'w', encoding='utf-8') as file:
        file.write('digraph one { a } digraph two { b; c }')
    status, _, wrong = qogam('convert', two, os.path.join(out, 'two.json'))
    tap.check('convert: other graphs are listed', [] if status == 0 and '--graph=2  two' in wrong else [wrong])
    tap.check('convert: one of them', expect(0, 'convert', '--graph=two', two, os.path.join(out, 'two.json')))
    tap.check('convert: it is that', [] if len(json.loads(read(os.path.join(out, 'two.json')))['entities']) == 2 else ['no'])
    tap.check('convert: no such graph', expect(1, 'convert', '--graph=9', two, os.path.join(out, 'two.json'), word='error:'))
    status, _, wrong = qogam('search', '--map=' + two, 'a')
    tap.check('search: other graphs are listed', [] if status == 0 and wrong.startswith('warning: ') and '--graph=2  two' in wrong
              else [wrong])
    status, said, wrong = qogam('list', '--what=entities', '--map=' + two, '--graph=two')
    tap.check('list: one of them', [] if status == 0 and len(said.splitlines()) == 2 and not wrong else [said, wrong])
    tap.check('path: one of them', expect(1, 'path', '--map=' + two, '--graph=2', 'b', 'c'))
    tap.check('export: one of them', expect(0, 'export', '--map=' + two, '--graph=2', '-o', os.path.join(out, 'two.gv')))
    tap.check('export: it is that', [] if b'"c"' in read(os.path.join(out, 'two.gv')) else ['no'])
    status, _, wrong = qogam('export', '--map=' + two, '--graph=9', '-o', os.path.join(out, 'two.gv'))
    tap.check('export: no such graph', [] if status == 1 and 'error:' in wrong and '--graph=2  two' in wrong else [wrong])
    status, said, _ = qogam('check', '--graph=two', two)
    tap.check('check: one of them', [] if status == 0 and b'graphs' not in said else [said])
    tap.check('check: no such graph', expect(1, 'check', '--graph=9', two))
    tap.check('a map without graphs', expect(1, 'search', '--map=' + LETTERS, '--graph=1', 'a', word='error:'))
    tap.check('convert: nothing to read', expect(1, 'convert', '/nowhere.gv', os.path.join(out, 'x.json'), word='error:'))
    for name in ('part.dot', 'part.graphml', 'part.json'):
        tap.check('export of data: ' + name, export(name, '--view=small')[1] +
                  expect(0, 'check', os.path.join(out, name)))
    tap.check('export of data: Graphviz reads it', [] if tool('dot', '-Tplain', os.path.join(out, 'part.dot')) else ['no'])
    status, said, _ = qogam('export', '--map=' + LETTERS, '-o', '-', '--format=dot', '--focus=e8')
    tap.check('export of data: standard output', [] if status == 0 and said.startswith(b'digraph') else [said])


def check_bare():
    """Where there is next to nothing: no home that can be written, one font that is not ours, no display, no bus."""
    nowhere = {f'XDG_{key}_HOME': '/dev/null/x' for key in ('CONFIG', 'DATA', 'CACHE', 'STATE')}
    nowhere.update(HOME='/dev/null', XDG_RUNTIME_DIR='/dev/null/x', DBUS_SESSION_BUS_ADDRESS='disabled:')
    one = next(line.split(':')[0] for line in tool('fc-list', ':scalable=true:lang=en', 'file').splitlines()
               if 'NotoSans-' not in line)
    fonts = os.path.join(home, 'fonts')
    os.mkdir(fonts)
    shutil.copy(one, fonts)
    config = os.path.join(home, 'fonts.conf')
    with open(config, 'w', encoding='utf-8') as file:
        file.write('<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
                   f'<dir>{fonts}</dir><cachedir>{home}/fontcache</cachedir></fontconfig>')
    for ending in ('pdf', 'svg', 'png'):
        tap.check(f'without a home that can be written: {ending}', export(f'homeless.{ending}', **nowhere)[1])
        # What stands in for the font is said, which is a warning.
        tap.check(f'with one font: {ending}', export(f'one-font.{ending}', FONTCONFIG_FILE=config, G_DEBUG='')[1])
        tap.check(f'with one font: {ending} has something in it',
                  [] if os.path.getsize(os.path.join(out, f'one-font.{ending}')) > 1000 else ['nothing'])
    tap.check('check without a home', expect(0, 'check', LETTERS, **nowhere))
    status, _, wrong = qogam(LANGUAGE='en', LC_ALL='C.UTF-8', **nowhere)
    lines = [line for line in wrong.splitlines() if line.strip()]
    tap.check('without a display it is said in a line', [] if status == 1 and len(lines) == 1 and
              lines[0].startswith('error: there is no display') else [status, wrong])


def check_marks():
    """What the map does not have in the language is said in another one, with that language's tag; for programs bare."""
    lacking = os.path.join(home, 'lacking.json')
    with open(LETTERS, encoding='utf-8') as file:
        the_map = json.load(file)
    the_map['description'] = {'kk': 'Картаның сипаттамасы.', 'ru': 'Описание карты.', 'en': 'What it is.'}
    for thing in (the_map['views'][0]['title'], the_map['entities'][3]['name'], the_map['verbs'][0]['inverse'],
                  the_map['description'], the_map['tours'][0]['description']):
        del thing['kk']
    with open(lacking, 'w', encoding='utf-8') as file:
        json.dump(the_map, file, ensure_ascii=False)
    said = qogam('check', lacking, LANGUAGE='en')[1].decode()
    tap.check('what is missing in a language is counted', [] if said.count('no text in the language “kk”') == 5 and
              '0 errors, 5 warnings' in said else [said])
    path = os.path.join(out, 'lacking.pdf')
    for what, thing in (('--tour=walk', the_map['tours'][0]['description']), ('--all-views', the_map['description'])):
        problems = expect(0, 'export', '--map=' + lacking, '-o', path, what, '--lang=kk')
        said = ' '.join(tool('pdftotext', '-l', '1', path, '-').replace('\u00a0', ' ').split())
        tap.check(f'{what}: its description is marked by its language', problems + (
            [] if f"{thing['ru']} [ru]" in said else [said]))
    russian = the_map['entities'][3]['name']['ru']
    for arguments, word in ((('list', '--what=views'), '\tОбзор [ru]\n'), (('list', '--what=entities'), f'{russian} [ru]\n'),
                            (('list', '--what=verbs'), 'есть у [ru]\n'), (('search', '4'), f'\t{russian} [ru]\t'),
                            (('path', 'letters-1', 'e4'), f'{russian} [ru]'), (('search', '4', '--json'), f'"{russian}"')):
        status, said, _ = qogam(*arguments, '--map=' + lacking, '--lang=kk')
        said = said.decode().replace('\u00a0', ' ')
        tap.check(f"{' '.join(arguments)}: marked by its language", [] if status == 0 and word in said else [said])


def english_of(text):
    """Words of another language than a Kazakh or Russian text is in: names of files, options and values aside."""
    text = re.sub('«[^»]*»|“[^”]*”|\\S*[/=.:|-]\\S*', ' ', text)
    known = {'qogam', 'Qogam', 'JSON', 'GraphML', 'GEXF', 'UTF'}
    return [word for word in re.findall('[A-Za-z]{4,}', text) if word not in known]


def check_languages():
    """Nothing that a command says of itself is left in English: GLib's own words have no Kazakh everywhere."""
    commands = ('check', 'list', 'search', 'path', 'export', 'convert')
    wrong_calls = [('--nonsense',), ('--new', '--nonsense'), ('--graph',), ('nonsense',), *((name, '--nonsense') for name in commands),
                   ('list', '--map'), ('export', '-o'), ('export', '-o', 'x.png', '--dpi=many'), ('search', '--max=x'),
                   ('search', 'a', '--max=99999999999999999999'), ('export', '-o', '/nowhere/x.svg'),
                   ('export', '-o', os.path.join(home, 'a' * 300 + '.svg')), ('export', '-o', '/proc/x.svg'),
                   ('export', '-o', '/nowhere/x.json'), ('convert', LETTERS, '/nowhere/x.json'),
                   ('convert', LETTERS, out, '--to=json'), ('list', '--map=/nowhere'), ('list', '--what=nothing')]
    for language in ('kk', 'ru'):
        for arguments in (('--help',), ('--help-all',), *((name, '--help') for name in commands)):
            status, said, wrong = qogam(*arguments, LANGUAGE=language)
            lines = [line for line in said.decode().splitlines()
                     if english_of(line) and not re.search('[а-яёА-ЯЁ]{3}', line)]
            tap.check(f"{' '.join(arguments)} in {language}", lines if status == 0 and not wrong else [status, wrong])
        for arguments in wrong_calls:
            status, _, wrong = qogam(*arguments, LANGUAGE=language)
            left = english_of(re.sub('^error: ', '', wrong, flags=re.M).replace('error:', ''))
            tap.check(f"{' '.join(arguments)[:40]} fails in {language}", [wrong] if status == 0 or left else [])


COMMANDS = ('check', 'list', 'search', 'path', 'export', 'convert')


def options_of_help(command):
    """Of each option that --help tells of, by its long name: its letter, or '', and whether it takes a value."""
    said = qogam(*([command] if command else []), '--help', LC_ALL='C.UTF-8', LANGUAGE='en')[1].decode()
    return {name: (letter, bool(value)) for letter, name, value in re.findall(r'^ +(?:-(\w), )?--([a-z-]+)(=?)', said, re.M)}


def options_of_bash(text, command):
    first = re.search(r"local options='([^']*)'", text)[1]
    if command:
        own = re.search(rf'^    {command}\)(.*?);;', text[text.index('local options='):], re.M | re.S)[1]
    else:
        own, first = re.search(r'compgen -W "\$commands ([^"]*)"', text)[1], ''
    return {name: bool(value) for name, value in re.findall(r'--([a-z-]+)(=?)', first + own)}


def options_of_zsh(text, command):
    common = re.search(r'common=\((.*)\)', text)[1]
    if not command:
        own = re.search(r'compadd check (.*)', text)[1]
    else:
        own = re.search(rf'^    {command}\)(.*?);;', text, re.M | re.S)[1].replace('$common', common)
    own = re.sub(r"'\([^)]*\)'", '', own)
    return {name: bool(value) for name, value in re.findall(r"[{',\s]--([a-z-]+)(=?)", ' ' + own)}


def options_of_fish(text, command):
    commands = re.search(r'set -l commands (.*)', text)[1]
    text = text.replace('$export', "'__fish_seen_subcommand_from export'").replace('$commands', commands)
    found = {}
    for line in text.splitlines():
        match = re.search(r"^complete -c qogam(?: -n ['\"]([^'\"]*)['\"])?.* -l ([a-z-]+)(.*)", line)
        if not match:
            continue
        condition = (match[1] or '').split()
        here = not condition or (command in condition and condition[0] != 'not') or (not command and condition[0] == 'not')
        if here:
            found[match[2]] = (re.search(r' -s (\w)', line) or ['', ''])[1], ' -x' in match[3] or ' -r' in match[3]
    return found


def values_of(text, option, *forms):
    """The words that are offered behind an option."""
    return next((set(match[1].replace('\\:', ':').split()) for form in forms for match in re.finditer(form % re.escape(option), text)), set())


def check_documents():
    """Help, man pages and completions of three shells tell of the same options, letters and values, and of no others."""
    data = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'data')
    texts = {name: read(os.path.join(data, name)).decode('utf-8').replace('\\-', '-')
             for name in ('man/qogam.1', 'man/kk/qogam.1', 'man/ru/qogam.1', 'completions/qogam',
                          'completions/_qogam', 'completions/qogam.fish')}
    bash, zsh, fish = (texts['completions/' + name] for name in ('qogam', '_qogam', 'qogam.fish'))
    known = {}
    for command in ('', *COMMANDS):
        known[command] = helped = options_of_help(command)
        takes = {name: value for name, (_, value) in helped.items()}
        for shell, found in (('bash', options_of_bash(bash, command)), ('zsh', options_of_zsh(zsh, command)),
                             ('fish', {name: value for name, (_, value) in options_of_fish(fish, command).items()})):
            tap.check(f'{shell}: the options of qogam {command}', [f'{name}: {found.get(name)}, in --help {takes.get(name)}'
                      for name in sorted(set(found) | set(takes)) if found.get(name) != takes.get(name)])
        letters = {name: letter for name, (letter, _) in options_of_fish(fish, command).items()}
        tap.check(f'fish: the letters of qogam {command}', [name for name, (letter, _) in helped.items()
                                                            if name != 'help' and letters.get(name) != letter])
    everything = {name: letter for options in known.values() for name, (letter, _) in options.items()}
    for name, text in texts.items():
        if not name.startswith('man/'):
            continue
        said = set(re.findall(r'--([a-z][a-z-]*[a-z])(?!-?…)', text))
        tap.check(f'{name}: every option and no other', sorted(said ^ set(everything)))
        bare = re.sub(r'\\f[BIR]', '', text)
        tap.check(f'{name}: the letter of every option', [option for option, letter in everything.items()
                                                          if letter and f'-{letter}, --{option}' not in bare])
        tap.check(f'{name}: every command', [one for one in COMMANDS if not re.search(rf'^\\fB{one}\\fR', text, re.M)])
        export = next(block for block in re.split(r'^\.TP$', text, flags=re.M) if block.startswith('\n\\fBexport'))
        tap.check(f'{name}: every format', [one for one in ('SVG', 'PDF', 'PNG', 'JSON', 'DOT', 'GraphML', 'CSV', 'CXL', 'GEXF',
                                                            'JSON Canvas') if one not in export])
    for option in ('format', 'from', 'to', 'theme', 'engine', 'handout', 'page', 'depth', 'what', 'lang'):
        offered = [values_of(bash, option, r"--%s\).*?compgen -W '([^']*)'", r"--%s \|.*?compgen -W '([^']*)'"),
                   values_of(zsh, option, r"--%s=:[^:']*:\(([^)]*)\)"),
                   values_of(fish.replace('"$languages"', "'kk kk-Latn ru en'"), option, r"-l %s -x -a '([^']*)'")]
        tap.check(f'--{option}: all shells offer the same', [] if offered[0] and offered[0] == offered[1] == offered[2] else offered)
        helped = ' '.join(qogam(command, '--help', LC_ALL='C.UTF-8', LANGUAGE='en')[1].decode() for command in COMMANDS)
        wanted = offered[0] - {'a3', 'a2', 'a1'} if option != 'depth' else set()
        tap.check(f'--{option}: what is offered is in --help and in the man page', [
            word for word in wanted for text in (helped, texts['man/qogam.1']) if not re.search(rf'(?<!\w){re.escape(word)}(?!\w)', text)])
    # What one page says, the others say too.
    marks = {name: re.findall(r'^\.(?:SH|TP|I .*|EX)', text, re.M) for name, text in texts.items() if name.startswith('man/')}
    for name, found in marks.items():
        tap.check(f'{name}: as many entries as the others', [] if found == marks['man/qogam.1'] else found)


try:
    check_languages()
    check_marks()
    check_documents()
    check_commands()
    check_bare()
    check_lists()
    check_finding()
    check_one_language()
    check_calls()
    check_lines()
    check_pdf()
    check_svg()
    check_shared_words()
    check_places()
    check_margins()
    check_png()
    check_same()
    check_choices()
    check_engines()
    check_readable()
    check_nothing_lost()
    check_convert()
finally:
    shutil.rmtree(home, ignore_errors=True)
tap.end()
