/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#pragma once

#include "qg-layout.h"

G_BEGIN_DECLS

/* What an engine makes of a map, with Graphviz's name for those who know it; in the interface's language. */
const char *qg_engine_get_label (QgEngine engine);

G_END_DECLS
