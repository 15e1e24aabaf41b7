/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgCsv: a table of comma-separated values as spreadsheets write it: apart by comma, semicolon or tab, quoted
 * where needed, lines ended in any way. One thread. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char separator;
  GPtrArray *cells;  /* const char *: of all rows, one after the other */
  GArray *places;    /* QgCsvPlace: of each cell */
  GArray *rows;      /* QgCsvRow; lines with nothing in them are none */
  guint bad_line;    /* where a quotation mark is never closed; 0 where all are */
  gboolean too_many; /* more cells than are read */
  char *text;        /* private: what the cells lie in */
} QgCsv;

typedef struct
{
  guint line, first, n; /* where it begins, its cells */
} QgCsvRow;

typedef struct
{
  guint line, column; /* where it begins; columns in characters */
} QgCsvPlace;

#define QG_CSV_MAX_CELLS 50000000

QgCsv *qg_csv_new (const char *text, gsize length);
void qg_csv_free (QgCsv *csv);
const char *qg_csv_get (const QgCsv *csv, guint row, guint column); /* NULL where the row has not so many */
QgCsvPlace qg_csv_get_place (const QgCsv *csv, guint row,
                             guint column); /* the row's where it has not so many */
void qg_csv_write_cell (GString *out, const char *value, gboolean first);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QgCsv, qg_csv_free)

G_END_DECLS
