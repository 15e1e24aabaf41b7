/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* The parts that every page has in common. */

#pragma once

#include "qg-compose.h"

G_BEGIN_DECLS

/* The page's type, with the margin that was asked for. */
QgPageType qg_compose_get_type (const QgExportOptions *options, const QgPage *page);
/* The same, but what stands around a picture has at least the size that can be read on such a page. */
QgPageType qg_compose_get_readable_type (const QgPageType *type, const QgPage *page);
/* Height of a title of at most two lines with the room below it; 0 where there is none. */
double qg_compose_measure_title (const char *title, const QgPageType *type, double width);
void qg_compose_add_title (QgSheet *sheet, const char *title, const QgPageType *type);
/* The map's name, version, date and licence; @place at the right end. */
double qg_compose_measure_footer (const QgMap *map, const QgExportOptions *options, const char *place,
                                  const QgPageType *type, double width);
void qg_compose_add_footer (QgSheet *sheet, const QgMap *map, const QgExportOptions *options,
                            const char *place, const QgPageType *type);
/* The largest scale at which a picture's letters do not look out of place on such a page. */
double qg_compose_get_max_scale (QgScene *scene, const QgPage *page);

G_END_DECLS
