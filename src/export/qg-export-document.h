/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* From a plan whose pictures are all laid out to the finished pages, in their order: outline, pictures or
 * handouts, sources. Any thread. */

#pragma once

#include "qg-export-plan.h"
#include "qg-sheet.h"

G_BEGIN_DECLS

/* (transfer full): QgSheet elements. A format with one page a file gets the pictures alone. */
GPtrArray *qg_export_document_new_sheets (const QgExportPlan *plan);

G_END_DECLS
