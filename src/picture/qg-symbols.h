/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* The symbols of kinds: small flat shapes, drawn for 10 to 16 pixels. */

#pragma once

#include "qg-backend.h"

G_BEGIN_DECLS

/* The symbol in a square of @size with its upper left corner at @x, @y. */
void qg_symbol_paint (QgBackend *backend, QgSymbol symbol, double x, double y, double size, QgColor color);

G_END_DECLS
