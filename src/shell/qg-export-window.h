/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgExportWindow: what is exported, how, and what it will look like: the preview is made by the export
 * itself. Signal exported (GStrv): the files that were written. */

#pragma once

#include <adwaita.h>

#include "qg-explorer.h"

G_BEGIN_DECLS

#define QG_TYPE_EXPORT_WINDOW (qg_export_window_get_type ())
G_DECLARE_FINAL_TYPE (QgExportWindow, qg_export_window, QG, EXPORT_WINDOW, AdwWindow)

GtkWindow *qg_export_window_new (GtkWindow *parent, QgExplorer *explorer, QgLayouter *layouter);
void qg_export_window_update_texts (QgExportWindow *self);

G_END_DECLS
