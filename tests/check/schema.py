#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Qogam contributors

"""The JSON Schema of maps agrees with the bundled map, with the fields that the reader knows, and refuses what it should.
Arguments: the schema, the map, the folder of the reader's sources."""

import copy
import json
import pathlib
import re
import sys

import jsonschema

from tap import Tap

schema = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
bundled = json.loads(pathlib.Path(sys.argv[2]).read_text(encoding="utf-8"))
sources = pathlib.Path(sys.argv[3])
tap = Tap()

validator = jsonschema.Draft202012Validator(schema)
jsonschema.Draft202012Validator.check_schema(schema)
tap.check("the bundled map", [f"{list(e.absolute_path)}: {e.message[:200]}" for e in validator.iter_errors(bundled)])


def refuses(name, change):
    changed = copy.deepcopy(bundled)
    change(changed)
    tap.check("refuses " + name, [] if any(validator.iter_errors(changed)) else ["was let pass"])


refuses("an unknown field", lambda m: m["entities"][0].update(colour="red"))
refuses("a missing name", lambda m: m["entities"][0].pop("name"))
refuses("a wrong type", lambda m: m["entities"][0].update(importance="3"))
refuses("importance 4", lambda m: m["entities"][0].update(importance=4))
refuses("half a place", lambda m: m["entities"][0].update(place=[1]))
refuses("a place far off", lambda m: m["entities"][0].update(place=[1, 1e7]))
refuses("an id with a capital", lambda m: m["entities"][0].update(id="Entity"))
refuses("a kind of statement that is none", lambda m: m["relations"][0].update(statement="law"))
refuses("a sentence without its names", lambda m: m["relations"][0].update(sentence={"kk": "сөйлем"}))
refuses("a sentence with a name twice",
        lambda m: m["relations"][0].update(sentence={"kk": "{from|а} {from|а} {to|б}"}))
refuses("an engine that is none", lambda m: m["views"][0].update(layout={"engine": "../x"}))
refuses("a factor of 5", lambda m: m["views"][0].update(layout={"spacing": 5}))
refuses("a step with view and focus", lambda m: m.update(tours=[{"id": "t", "title": {"kk": "т"}, "steps": [
            {"id": "s", "title": {"kk": "т"}, "text": {"kk": "т"}, "view": "overview", "focus": "citizens"}]}]))
refuses("an address with javascript", lambda m: m["sources"][0].update(url="javascript:alert(1)"))
refuses("an empty text", lambda m: m.update(title={"kk": ""}))
refuses("no languages", lambda m: m.update(languages=[]))

# Every field that the reader knows is in the schema, and the other way round.
known = set()
for source in sorted(sources.glob("qg-map-json-read*.c")):
    known |= set(re.findall(r'\{ "([a-z_-]+)", (?:TRUE|FALSE), QG_JSON_', source.read_text(encoding="utf-8")))
described = set()


def walk(node):
    if isinstance(node, dict):
        properties = node.get("properties")
        if isinstance(properties, dict):
            described.update(properties)
        for value in node.values():
            walk(value)
    elif isinstance(node, list):
        for value in node:
            walk(value)


walk(schema)
tap.check("the reader's fields are in the schema", sorted(known - described))
tap.check("the schema's fields are in the reader", sorted(described - known))

tap.end()
