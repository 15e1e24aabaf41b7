/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Dates as people write them, by an explicit language, and the date of what is exported. Any thread but for
 * qg_date_dup_of_export(). */

#pragma once

#include "qg-map.h"

G_BEGIN_DECLS

/* "2026-11-22" as «2026 ж. 22 қараша», «22 ноября 2026 г.», "22 November 2026", and "2026-11" without the
 * day; what is no such date comes back as it is. (transfer full) */
char *qg_date_dup_words (const char *date, QgLang lang);
/* The date that an export bears: SOURCE_DATE_EPOCH (reproducible-builds.org) where it is set, else the map's;
 * NULL where there is neither. YYYY-MM-DD, UTC. Reads the environment: main thread. (transfer full) */
char *qg_date_dup_of_export (const QgMap *map);

G_END_DECLS
