/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgWayfinder: the ways between two entities that a person asked for, and the one of them that is lit up on
 * the map. They are looked for beside, since a large map has many. Main thread. */

#pragma once

#include "qg-explorer.h"
#include "qg-ways.h"

G_BEGIN_DECLS

#define QG_TYPE_WAYFINDER (qg_wayfinder_get_type ())
G_DECLARE_FINAL_TYPE (QgWayfinder, qg_wayfinder, QG, WAYFINDER, GObject)

/* Signals: opened (): other ways were asked for; changed (): found, chosen, or closed. */
QgWayfinder *qg_wayfinder_new (QgExplorer *explorer);
void qg_wayfinder_find (QgWayfinder *self, guint from, guint to);
void qg_wayfinder_close (QgWayfinder *self);
gboolean qg_wayfinder_is_open (QgWayfinder *self);
void qg_wayfinder_get_ends (QgWayfinder *self, guint *from, guint *to);
const QgWays *qg_wayfinder_get_ways (QgWayfinder *self); /* nullable: while they are looked for */
guint qg_wayfinder_get_chosen (QgWayfinder *self);       /* QG_NONE: none */
/* Lights the way up; where the picture lacks some of it, a picture of all the ways takes its place. */
void qg_wayfinder_choose (QgWayfinder *self, guint way);
/* A picture of the chosen way alone. */
void qg_wayfinder_show_as_view (QgWayfinder *self);
/* Whether the explorer is changing at this object's wish. */
gboolean qg_wayfinder_is_acting (QgWayfinder *self);
/* Whether @hop of @way is read against the direction of its relation. */
gboolean qg_wayfinder_is_inverse (QgWayfinder *self, const QgWay *way, guint hop);

G_END_DECLS
