# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Qogam contributors

"""Is the bundled map without a fault? Arguments: qogam, the map."""

import os
import sys

from tap import Tap, run


def main(qogam, name):
    environment = dict(os.environ, LC_ALL='C.UTF-8', LANGUAGE='en')
    status, said = run(qogam, 'check', name, env=environment)
    wrong = [line for line in said.splitlines() if 'error:' in line or 'warning:' in line]
    tap = Tap()
    tap.check('qogam check ends with 0', [] if status == 0 else [f'status {status}', said])
    tap.check('qogam check has no error and no warning', wrong[:50] + ([f'… {len(wrong)} in all'] if wrong else []))
    tap.end()


if __name__ == '__main__':
    main(os.path.abspath(sys.argv[1]), sys.argv[2])
