# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Qogam contributors

"""From every format into every other: ids, names, kinds, places, verbs and directions stay. And what others make of the data that are written: GraphML and GEXF against schemas (xmllint), DOT by Graphviz, JSON Canvas by
what its specification says. Arguments: qogam, maps."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, '..', 'check'))
from tap import Tap  # noqa: E402 pylint: disable=wrong-import-position


def run(*command):
    done = subprocess.run(command, check=False, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          timeout=100)
    return done.returncode, done.stdout.decode('utf-8', 'replace'), done.stderr.decode('utf-8', 'replace')


def references(path, name, uses):
    """Whatever is referred to is there: @uses are attributes of elements, and where what they name is."""
    root = xml.etree.ElementTree.parse(path).getroot()
    space = root.tag[:root.tag.index('}') + 1]
    problems = []
    for element, attribute, target in uses:
        known = {node.get('id') for node in root.iter(space + target)}
        problems += [f'{name}: {element} {attribute}={node.get(attribute)}' for node in root.iter(space + element)
                     if node.get(attribute) not in known]
    return problems


def canvas_problems(canvas, count):
    problems = [] if set(canvas) <= {'nodes', 'edges'} and len(canvas['nodes']) >= count else ['no canvas']
    ids = [thing['id'] for thing in canvas['nodes'] + canvas['edges']]
    problems += [] if len(set(ids)) == len(ids) else ['ids are there twice']
    for node in canvas['nodes']:
        if node['type'] not in ('text', 'file', 'link', 'group') or not all(
                isinstance(node[key], int) for key in ('x', 'y', 'width', 'height')) or \
                (node['type'] == 'text' and not isinstance(node['text'], str)):
            problems.append(node)
    nodes = {node['id'] for node in canvas['nodes']}
    sides = (None, 'top', 'right', 'bottom', 'left')
    for edge in canvas['edges']:
        if edge['fromNode'] not in nodes or edge['toNode'] not in nodes or edge.get('fromSide') not in sides or \
                edge.get('toSide') not in sides or edge.get('toEnd') not in (None, 'none', 'arrow'):
            problems.append(edge)
    return problems


def try_map(tap, qogam, path, folder):
    name = os.path.basename(path)
    with open(path, encoding='utf-8') as file:
        data = json.load(file)
    written = {}
    for ending in ('graphml', 'gexf', 'gv', 'canvas'):
        written[ending] = os.path.join(folder, f'{name}.{ending}')
        status, _, wrong = run(qogam, 'convert', path, written[ending])
        tap.check(f'{name}: written as {ending}', [] if status == 0 else [wrong])
    for ending, uses in (('graphml', (('edge', 'source', 'node'), ('edge', 'target', 'node'), ('data', 'key', 'key'))),
                         ('gexf', (('edge', 'source', 'node'), ('edge', 'target', 'node'), ('attvalue', 'for', 'attribute')))):
        status, _, wrong = run('xmllint', '--noout', '--nonet', '--relaxng', os.path.join(HERE, ending + '.rng'),
                               written[ending])
        tap.check(f'{name}: {ending} is what its schema says', [] if status == 0 else wrong.splitlines()[:5])
        tap.check(f'{name}: {ending} names nothing that is not there', references(written[ending], name, uses))
    status, said, wrong = run('dot', '-Tplain', '-Gnslimit=1', '-Gsplines=line', '-Kosage', written['gv'])
    lines = said.splitlines()
    counts = [sum(line.startswith(word) for line in lines) for word in ('node ', 'edge ')]
    tap.check(f'{name}: Graphviz finds all of DOT', [] if status == 0 and counts ==
              [len(data['entities']), len(data['relations'])] else [counts, wrong[:300]])
    with open(written['canvas'], encoding='utf-8') as file:
        tap.check(f'{name}: JSON Canvas is what is specified', canvas_problems(json.load(file), len(data['entities'])))
    places = {entity['id']: entity['place'] for entity in data['entities'] if 'place' in entity}
    if len(places) == len(data['entities']):
        tap.check(f'{name}: Graphviz, Gephi and Obsidian find the places', [
            f'{program}: {found}' for program, found in found_places(written) if not is_same_arrangement(places, found)])


def found_places(written):
    """Where programs find what was written, y down."""
    said = run('neato', '-n2', '-Tplain', written['gv'])[1]
    yield 'Graphviz', {line.split()[1].strip('"'): (float(line.split()[2]), -float(line.split()[3]))
                       for line in said.splitlines() if line.startswith('node ')}
    viz = '{http://gexf.net/1.3/viz}position'
    yield 'Gephi', {node.get('id'): (float(node.find(viz).get('x')), -float(node.find(viz).get('y')))
                    for node in xml.etree.ElementTree.parse(written['gexf']).getroot().iter('{http://gexf.net/1.3}node')}
    with open(written['canvas'], encoding='utf-8') as file:
        yield 'Obsidian', {node['id']: (node['x'], node['y']) for node in json.load(file)['nodes'] if node['type'] == 'text'}


def is_same_arrangement(places, found):
    """But for a shift, a factor, and what rounding takes."""
    def normal(points):
        ends = [(min(p[axis] for p in points.values()), max(p[axis] for p in points.values())) for axis in (0, 1)]
        return {name: [(p[axis] - ends[axis][0]) / (ends[axis][1] - ends[axis][0]) for axis in (0, 1)] for name, p in points.items()}
    if set(places) != set(found):
        return False
    one, other = normal(places), normal(found)
    return all(abs(one[name][axis] - other[name][axis]) < 1e-3 for name in one for axis in (0, 1))


READABLE = {'json': '.json', 'dot': '.gv', 'graphml': '.graphml', 'csv': '-entities.csv', 'cxl': '.cxl'}


def content(qogam, path, folder):
    """What every format keeps: entities with name, kind and place, relations with verb and direction."""
    back = os.path.join(folder, 'back.json')
    status, _, wrong = run(qogam, 'convert', path, back)
    if status != 0:
        return wrong
    with open(back, encoding='utf-8') as file:
        data = json.load(file)

    def text(value):
        return value if isinstance(value, str) else value.get('kk') or next(iter(value.values()))
    kinds = {kind['id']: text(kind['name']) for kind in data.get('kinds', [])}
    verbs = {verb['id']: text(verb['label']) for verb in data['verbs']}
    return (sorted((e['id'], text(e['name']), kinds.get(e.get('kind'), ''), e.get('place', '')) for e in data['entities']),
            sorted((r['from'], verbs[r['verb']], r['to']) for r in data['relations']))


def try_pairs(tap, qogam, path, folder):
    name = os.path.basename(path)
    whole = content(qogam, path, folder)
    for first, ending in READABLE.items():
        one = os.path.join(folder, f'{first}{ending}')
        status, _, wrong = run(qogam, 'convert', '--force', path, one)
        problems = [] if status == 0 else [wrong]
        for second, other_ending in READABLE.items():
            two = os.path.join(folder, f'{first}-{second}{other_ending}')
            status, _, wrong = run(qogam, 'convert', '--force', one, two)
            found = content(qogam, two, folder) if status == 0 else wrong
            problems += [] if found == whole else [f'{second}: {found[:200] if isinstance(found, str) else difference(whole, found)}']
        tap.check(f'{name}: from {first} into every format, nothing changes', problems)


def difference(whole, found):
    return [thing for before, after in zip(whole, found) for thing in before + after if thing not in before or thing not in after][:4]


def main(qogam, *maps):
    tap = Tap()
    folder = tempfile.mkdtemp(prefix='qogam-others-')
    try:
        for path in maps:
            try_map(tap, os.path.abspath(qogam), path, folder)
            try_pairs(tap, os.path.abspath(qogam), path, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    tap.end()


if __name__ == '__main__':
    main(*sys.argv[1:])
