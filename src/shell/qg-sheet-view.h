/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgSheetView: a page as a sheet on a table: as large as there is room, with its edge. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QG_TYPE_SHEET_VIEW (qg_sheet_view_get_type ())
G_DECLARE_FINAL_TYPE (QgSheetView, qg_sheet_view, QG, SHEET_VIEW, GtkWidget)

/* @page: (nullable): no sheet. @stale: a newer one is on its way; this one steps back. */
void qg_sheet_view_set_page (QgSheetView *self, GdkTexture *page);
void qg_sheet_view_set_stale (QgSheetView *self, gboolean stale);

G_END_DECLS
