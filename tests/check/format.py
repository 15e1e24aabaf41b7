# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Qogam contributors

"""Is all code formatted as .clang-format says? Argument: clang-format, of the version that the file is written for."""

import re
import sys

from tap import Tap, files, run


def main(clang_format):
    code = [name for name in files() if name.endswith(('.c', '.h'))]
    _, said = run(clang_format, '--dry-run', '-Werror', *code)
    wrong = {match[1] for match in re.finditer(r'^([^:\n]+):\d+:\d+: (?:error|warning)', said, re.MULTILINE)}
    tap = Tap()
    tap.check('there is code', [] if code else ['none found'])
    tap.check('all code is formatted', [f'{name}: run clang-format-14 -i on it' for name in sorted(wrong)] or
              ([said] if 'error' in said else []))
    tap.end()


if __name__ == '__main__':
    main(sys.argv[1])
