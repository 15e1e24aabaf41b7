/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* The words that files use for the values of the map's enumerations. */

#pragma once

#include "qg-map.h"

G_BEGIN_DECLS

const char *qg_statement_to_id (QgStatement statement);
const char *qg_certainty_to_id (QgCertainty certainty);
const char *qg_symbol_to_id (QgSymbol symbol);
const char *qg_hue_to_id (QgHue hue);
const char *qg_engine_to_id (QgEngine engine);
const char *qg_direction_to_id (QgDirection direction);
const char *qg_locator_kind_to_id (QgLocatorKind kind);

/* FALSE where @id is no such word; @value is untouched then. */
gboolean qg_statement_from_id (const char *id, QgStatement *value);
gboolean qg_certainty_from_id (const char *id, QgCertainty *value);
gboolean qg_symbol_from_id (const char *id, QgSymbol *value);
gboolean qg_hue_from_id (const char *id, QgHue *value);
gboolean qg_engine_from_id (const char *id, QgEngine *value);
gboolean qg_direction_from_id (const char *id, QgDirection *value);
gboolean qg_locator_kind_from_id (const char *id, QgLocatorKind *value);

G_END_DECLS
