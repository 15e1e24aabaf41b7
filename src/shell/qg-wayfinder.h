/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgWayfinder: finds the ways between two entities that the explorer says are looked at, and the pictures for
 * them. They are looked for beside, since a large map has many. Main thread. */

#pragma once

#include "qg-explorer.h"
#include "qg-ways.h"

G_BEGIN_DECLS

#define QG_TYPE_WAYFINDER (qg_wayfinder_get_type ())
G_DECLARE_FINAL_TYPE (QgWayfinder, qg_wayfinder, QG, WAYFINDER, GObject)

/* Signals: opened (): other ways are looked for; found (): they are there; changed (): opened, found, chosen,
 * listed, closed. */
QgWayfinder *qg_wayfinder_new (QgExplorer *explorer);
void qg_wayfinder_find (QgWayfinder *self, guint from, guint to);
void qg_wayfinder_close (QgWayfinder *self);
gboolean qg_wayfinder_is_open (QgWayfinder *self);
gboolean qg_wayfinder_is_aside (QgWayfinder *self); /* something on the way is read about meanwhile */
void qg_wayfinder_get_ends (QgWayfinder *self, guint *from, guint *to);
const QgWays *qg_wayfinder_get_ways (QgWayfinder *self); /* nullable: while they are looked for */
guint qg_wayfinder_get_chosen (QgWayfinder *self);       /* QG_NONE: none */
/* Lights the way up; where the picture lacks some of it, or is too large for it to be found, a picture of
 * this way and of the shortest ones takes its place. */
void qg_wayfinder_choose (QgWayfinder *self, guint way);
/* A picture of the chosen way alone; one of all ways, however many names that has. */
void qg_wayfinder_show_as_view (QgWayfinder *self);
void qg_wayfinder_show_all (QgWayfinder *self);
gboolean qg_wayfinder_shows_all (QgWayfinder *self);
/* Whether the ways as long as @way are listed: at first the shortest are. */
gboolean qg_wayfinder_get_listed (QgWayfinder *self, guint way);
void qg_wayfinder_toggle_listed (QgWayfinder *self, guint way);
/* Whether @hop of @way is read against the direction of its relation. */
gboolean qg_wayfinder_is_inverse (QgWayfinder *self, const QgWay *way, guint hop);

G_END_DECLS
