/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Maps for tests: a small one in three languages with every kind of statement, and large made-up ones. */

#pragma once

#include "qg-layouter.h"
#include "qg-measure.h"
#include "qg-scene.h"

/* 20 entities; view 0 is laid out by dot with groups, view 1 by neato, view 2 by dot without groups. */
QgMap *sample_map_new (void);
/* @n entities with a relation each to an earlier one; one language; equal for equal @n. */
QgMap *sample_map_new_large (guint n);

typedef struct
{
  QgPart *part;
  QgLayoutRequest *request;
  QgLayout *layout;
} Sample;

/* Measured, and laid out by the helper. */
void sample_init (Sample *sample, QgMap *map, guint view, const QgMeasureOptions *options);
/* Measured, on places that are kept in tests/picture/references, so that another version of Graphviz changes
 * no picture; @update writes them anew. */
void sample_init_fixed (Sample *sample, QgMap *map, guint view, gboolean update);
/* The whole of @map on provisional places: no engine, ways straight. */
void sample_init_provisional (Sample *sample, QgMap *map);
void sample_clear (Sample *sample);
QgScene *sample_new_scene (const Sample *sample, QgLang lang, QgLang second);

/* The small map with one of its views as a scene in Kazakh, for g_test_add(); the data is the view's number.
 */
typedef struct
{
  QgMap *map;
  Sample sample;
  QgScene *scene;
} SceneFixture;

void scene_fixture_set_up (SceneFixture *f, gconstpointer view);
void scene_fixture_tear_down (SceneFixture *f, gconstpointer view);
