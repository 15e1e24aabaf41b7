/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#pragma once

#include "qg-layout.h"

G_BEGIN_DECLS

/* What an engine makes of a map, with Graphviz's name for those who know it; in the interface's language. */
const char *qg_engine_get_label (QgEngine engine);
/* What is said where @wanted would take too long, and @shown stands in. Returns (transfer full): all of the
 * one, then the other. */
char *qg_engine_dup_replaced_text (QgEngine wanted, double seconds, QgEngine shown);
/* What is said before @slow begins. @other: a quicker one; @slow itself where there is none */
char *qg_engine_dup_slow_text (QgEngine slow, double seconds, QgEngine other, double other_seconds);

G_END_DECLS
