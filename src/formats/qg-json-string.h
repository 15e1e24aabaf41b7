/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* What a string of JSON says that qg_json_check() has found correct. Private to formats/. */

#pragma once

#include "qg-arena.h"

G_BEGIN_DECLS

const char *qg_json_string_copy (QgArena *arena, const char *at);

G_END_DECLS
