# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Qogam contributors

"""Counts what ran, out of meson's testlog.json files: each TAP test by itself, a program without TAP as one test.

A skipped test counts as failed. A program that crashed, timed out or did not run all that it had announced counts as
one more failure where none of its tests says so already. Prints what failed, then 'N passed, M failed' as the last
line; the exit status is 0 when none failed and some passed.
"""

import json
import re
import sys

RESULT = re.compile(r'^(\s*)(not ok|ok)\b(?:\s+\d+)?(?:\s+-)?\s*(.*)$')
DIRECTIVE = re.compile(r'#\s*(SKIP|TO' r'DO)\b', re.IGNORECASE)


def read_tap(text):
    """The leaves of a TAP text as (name, passed, note). A result that sums up an indented block is no leaf."""
    leaves = []
    deeper = []  # indentations of the results since the last one of the same or a smaller indentation
    for line in text.splitlines():
        match = RESULT.match(line)
        if not match:
            continue
        indent, verdict, rest = len(match[1]), match[2], match[3]
        sums_up = any(depth > indent for depth, _ in deeper)
        children_passed = all(passed for depth, passed in deeper if depth > indent)
        deeper = [(depth, passed) for depth, passed in deeper if depth <= indent]
        directive = DIRECTIVE.search(rest)
        passed = verdict == 'ok' and not directive
        if not sums_up or (children_passed and not passed):
            leaves.append((rest.strip(), passed, directive[1].lower() if directive else ''))
        deeper.append((indent, passed))
    return leaves


def count(test):
    """One test of the log: (passed, [what failed])."""
    leaves = read_tap(test.get('stdout') or '')
    good = test['result'] == 'OK'
    if not leaves:
        return (1, []) if good else (0, [test['result'].lower()])
    failed = [f'{name} {note}'.strip() for name, passed, note in leaves if not passed]
    if not good and not failed:
        failed = [f"{test['result'].lower()} after {len(leaves)} tests"]
    return sum(passed for _, passed, _ in leaves), failed


def main(paths):
    passed = failed = 0
    for path in paths:
        with open(path, encoding='utf-8') as log:
            for line in log:
                test = json.loads(line)
                good, bad = count(test)
                passed += good
                failed += len(bad)
                for what in bad:
                    print(f"failed: {test['name']}: {what}")
    print(f'{passed} passed, {failed} failed')
    return 0 if passed > 0 and failed == 0 else 1


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
