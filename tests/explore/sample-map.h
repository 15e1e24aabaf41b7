/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* A small map for tests: e0 → e1 → … → e7 in a chain, e0 → e4 besides; kinds k0 (even) and k1 (odd);
 * importance 3, 2, 1, 3 …; all relations are facts but the last, a norm; e1 and r1 rest on source s1, all
 * else on s0. Views 'all' (everything) and 'left' (e0 … e3). Texts in kk, ru and en. */

#pragma once

#include "qg-explorer.h"

#define SAMPLE_N 8u

QgMap *sample_map_new (const char *id, gboolean without_left);
/* Waits, and asserts that the layout went well. */
void sample_wait (QgExplorer *explorer);

/* An explorer that shows the sample. */
typedef struct
{
  QgLayouter *layouter;
  QgExplorer *explorer;
  QgMap *map;
} SampleFixture;

void sample_set_up (SampleFixture *f, gconstpointer data);
void sample_tear_down (SampleFixture *f, gconstpointer data);
