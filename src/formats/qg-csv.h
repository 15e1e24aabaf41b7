/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgCsv: a table of comma-separated values as spreadsheets write it: apart by comma, semicolon or tab, quoted
 * where needed, lines ended in any way. It stands on one row at a time, at first on that of the names, so
 * that a large table takes no more room than its text. One thread. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* So many cells of a row are kept, and one more. */
#define QG_CSV_MAX_COLUMNS 256u
#define QG_CSV_MAX_CELLS 50000000u

typedef struct
{
  guint line, column; /* where it begins; columns in characters */
} QgCsvPlace;

typedef struct
{
  /* read only */
  char separator;
  guint line;        /* where the row begins; 0 where there is none (any more) */
  guint n;           /* cells of the row that are kept */
  QgCsvPlace bad;    /* where a quotation mark is never closed; line 0 where none has been found yet */
  gboolean too_many; /* more cells than are read */

  /* private */
  char *cells[QG_CSV_MAX_COLUMNS + 1]; /* in @text */
  QgCsvPlace places[QG_CSV_MAX_COLUMNS + 1];
  char *text, *in, *out;
  QgCsvPlace at;
  guint n_cells;
} QgCsv;

/* Copies @text and stands on its first row. */
QgCsv *qg_csv_new (const char *text, gsize length);
void qg_csv_free (QgCsv *csv);

/* Goes to the next row; lines with nothing in them are none. FALSE at the end, and where the table is no good
 * from there on (bad, too_many). What qg_csv_get() gave stays as it is. */
gboolean qg_csv_next (QgCsv *csv);
const char *qg_csv_get (const QgCsv *csv, guint column); /* NULL where the row has not so many */
/* The row's where it has not so many. */
QgCsvPlace qg_csv_get_place (const QgCsv *csv, guint column);
void qg_csv_write_cell (GString *out, const char *value, gboolean first);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QgCsv, qg_csv_free)

G_END_DECLS
