/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* The shapes of yEd and Graphviz, which our pictures do not have: what each is called, and which symbol comes
 * near it. Any thread. */

#pragma once

#include "qg-map.h"

G_BEGIN_DECLS

typedef struct
{
  const char *names[6]; /* that files use, the usual one first; up to the first NULL */
  const char *kk, *ru, *en;
  QgSymbol symbol;
  gboolean is_box; /* as all of ours are */
} QgShape;

/* (nullable): NULL for one that is not known. Figures of flowcharts in yEd are taken for the shape they have.
 */
const QgShape *qg_shape_find (const char *name);
/* yEd's name of the shape that comes near @symbol. */
const char *qg_shape_of_symbol (QgSymbol symbol);

G_END_DECLS
