/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* The legend: what each colour, symbol and line means, of what is in a part. The window shows it as a filter,
 * an export draws it at the edge. */

#pragma once

#include "qg-part.h"
#include "qg-painter.h"

G_BEGIN_DECLS

typedef enum
{
  QG_LEGEND_KIND,
  QG_LEGEND_STATEMENT,
  QG_LEGEND_DENIAL,
} QgLegendRole;

typedef struct
{
  QgLegendRole role;
  guint value; /* the kind, or the QgStatement */
  guint count; /* of entities or relations in the part */
} QgLegendEntry;

/* (transfer full): QgLegendEntry elements, in the order of the map's kinds, then statements; only what is
 * there. */
GArray *qg_legend_new_entries (const QgPart *part);
char *qg_legend_dup_name (const QgMap *map, const QgLegendEntry *entry, QgLang lang);
/* A swatch of the entry (box with symbol, line) in @box. */
void qg_legend_paint_swatch (const QgMap *map, const QgLegendEntry *entry, const QgTheme *theme,
                             QgBackend *backend, const QgRect *box);
/* The whole legend as a block not wider than @width, drawn with its upper left corner at @x,
 * @y. */
void qg_legend_paint (const QgPart *part, QgLang lang, const QgTheme *theme, QgBackend *backend, double x,
                      double y, double width, double font_size);

/* How large it is there: of one part, for who tries many widths; each is measured once. In one thread at a
 * time. */
typedef struct _QgLegendSizes QgLegendSizes;
QgLegendSizes *qg_legend_sizes_new (QgPart *part, QgLang lang);
void qg_legend_sizes_free (QgLegendSizes *sizes);
QgSize qg_legend_sizes_get (QgLegendSizes *sizes, double width, double font_size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QgLegendSizes, qg_legend_sizes_free)

G_END_DECLS
