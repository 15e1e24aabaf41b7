/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgPrint: what is on screen, on paper: fitted to a sheet, or as a poster of several sheets with marks to cut
 * along. The pages are those of an export, for the size of the paper. Main thread. */

#pragma once

#include <gtk/gtk.h>

#include "qg-export-choice.h"

G_BEGIN_DECLS

#define QG_TYPE_PRINT (qg_print_get_type ())
G_DECLARE_FINAL_TYPE (QgPrint, qg_print, QG, PRINT, GtkPrintOperation)

/* Prints what @explorer shows; poster and number of sheets as they were chosen last. Ready to be run. */
GtkPrintOperation *qg_print_new (QgExplorer *explorer, QgLayouter *layouter);
/* Instead of what was chosen last; @sheets: side by side, 1 for no poster. */
void qg_print_set_sheets (QgPrint *self, guint sheets);
/* (nullable): why nothing could be printed. */
const GError *qg_print_get_error (QgPrint *self);

G_END_DECLS
