/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-map-builder.h"
#include "qg-ways.h"

static QgMap *
new_map (guint n_entities, const guint (*relations)[2], guint n_relations)
{
  const QgLang langs[] = { QG_LANG_EN };
  g_autoptr (QgText) name = qg_text_new_single (QG_LANG_EN, "name");
  QgMapBuilder *builder = qg_map_builder_new ("test", name, langs, 1);

  for (guint i = 0; i < n_entities; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i);

      qg_map_builder_add_entity (builder, &(QgEntity){ .id = id, .name = name });
    }
  for (guint i = 0; i < n_relations; i++)
    {
      g_autofree char *id = g_strdup_printf ("r%u", i);

      qg_map_builder_add_relation (builder,
                                   &(QgRelation){ .id = id, .from = relations[i][0], .to = relations[i][1] });
    }
  return qg_map_builder_end (builder);
}

static char *
dup_ways (const QgMap *map, guint from, guint to)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QgWays) ways = qg_ways_find (map, from, to, NULL, &error);
  GString *string = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < qg_ways_get_n (ways); i++)
    {
      const QgWay *way = qg_ways_get (ways, i);

      g_string_append (string, i > 0 ? "; " : "");
      for (guint j = 0; j < way->n_entities; j++)
        {
          if (j > 0)
            g_string_append_printf (string, " r%u ", way->relations[j - 1]);
          g_string_append_printf (string, "%u", way->entities[j]);
        }
    }
  if (qg_ways_has_more (ways))
    g_string_append (string, " …");
  return g_string_free (string, FALSE);
}

static void
assert_ways (const QgMap *map, guint from, guint to, const char *expected)
{
  g_autofree char *ways = dup_ways (map, from, to);

  g_assert_cmpstr (ways, ==, expected);
}

/* 0 → 1 → 2, 3 → 0, 3 → 2, 0 → 4 → 5 → 6 → 2, 7 alone; 1 and 2 twice. */
static const guint small[][2] = { { 0, 1 }, { 1, 2 }, { 3, 0 }, { 3, 2 }, { 0, 4 },
                                  { 4, 5 }, { 5, 6 }, { 6, 2 }, { 2, 1 }, { 1, 1 } };

static void
test_small (void)
{
  g_autoptr (QgMap) map = new_map (8, small, G_N_ELEMENTS (small));

  assert_ways (map, 0, 1, "0 r0 1; 0 r2 3 r3 2 r8 1");
  assert_ways (map, 0, 2, "0 r0 1 r1 2; 0 r2 3 r3 2; 0 r4 4 r5 5 r6 6 r7 2");
  assert_ways (map, 2, 0, "2 r8 1 r0 0; 2 r3 3 r2 0; 2 r7 6 r6 5 r5 4 r4 0");
  assert_ways (map, 0, 7, "");
  assert_ways (map, 0, 0, "");
}

static void
test_entities (void)
{
  g_autoptr (QgMap) map = new_map (8, small, G_N_ELEMENTS (small));
  g_autoptr (QgWays) ways = qg_ways_find (map, 0, 1, NULL, NULL);
  g_autoptr (GArray) all = qg_ways_dup_entities (ways);

  g_assert_cmpuint (all->len, ==, 4);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpuint (g_array_index (all, guint, i), ==, i);
}

/* 0 to 2: two ways of two relations, one of four. */
static void
test_near (void)
{
  g_autoptr (QgMap) map = new_map (8, small, G_N_ELEMENTS (small));
  g_autoptr (QgWays) ways = qg_ways_find (map, 0, 2, NULL, NULL);
  const struct
  {
    guint chosen, most, n, last;
  } cases[] = { { 0, 0, 3, 2 }, { 1, 0, 3, 3 }, { 0, 4, 4, 3 },
                { 2, 5, 5, 6 }, { 2, 6, 6, 6 }, { 0, 99, 7, 6 } };

  g_assert_cmpuint (qg_ways_get_end_of_length (ways, 0), ==, 2);
  g_assert_cmpuint (qg_ways_get_end_of_length (ways, 1), ==, 2);
  g_assert_cmpuint (qg_ways_get_end_of_length (ways, 2), ==, 3);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) near = qg_ways_dup_entities_near (ways, cases[i].chosen, cases[i].most);

      g_assert_cmpuint (near->len, ==, cases[i].n);
      g_assert_cmpuint (g_array_index (near, guint, 0), ==, 0);
      g_assert_cmpuint (g_array_index (near, guint, near->len - 1), ==, cases[i].last);
    }
}

/* From 0 over each of 2 … 61 to 1: sixty ways of the same length. */
static void
test_many (void)
{
  guint relations[120][2];
  g_autoptr (QgMap) map = NULL;
  g_autoptr (QgWays) ways = NULL;

  for (guint i = 0; i < 60; i++)
    {
      relations[2 * i][0] = 0;
      relations[2 * i][1] = relations[2 * i + 1][1] = i + 2;
      relations[2 * i + 1][0] = 1;
    }
  map = new_map (62, relations, 120);
  ways = qg_ways_find (map, 0, 1, NULL, NULL);
  g_assert_cmpuint (qg_ways_get_n (ways), ==, QG_WAYS_MAX);
  g_assert_true (qg_ways_has_more (ways));
  g_assert_cmpuint (qg_ways_get (ways, 49)->entities[1], ==, 51);
}

/* Exactly fifty are no more than fifty. */
static void
test_exactly_fifty (void)
{
  guint relations[100][2];
  g_autoptr (QgMap) map = NULL;
  g_autoptr (QgWays) ways = NULL;

  for (guint i = 0; i < 50; i++)
    {
      relations[2 * i][0] = 0;
      relations[2 * i][1] = relations[2 * i + 1][0] = i + 2;
      relations[2 * i + 1][1] = 1;
    }
  map = new_map (52, relations, 100);
  ways = qg_ways_find (map, 0, 1, NULL, NULL);
  g_assert_cmpuint (qg_ways_get_n (ways), ==, 50);
  g_assert_false (qg_ways_has_more (ways));
}

static void
test_cancelled (void)
{
  g_autoptr (QgMap) map = new_map (8, small, G_N_ELEMENTS (small));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (qg_ways_find (map, 0, 2, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Every way in a large map is one: tied together, no entity twice, none twice, shortest first. */
static void
test_large (void)
{
  const guint n = 20000;
  g_autofree guint (*relations)[2] = g_malloc (sizeof (guint[2]) * 2 * n);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (QgMap) map = NULL;
  g_autofree char *first = NULL, *second = NULL;
  g_autoptr (QgWays) ways = NULL;
  guint last = 0;

  for (guint i = 0; i < 2 * n; i++)
    {
      relations[i][0] = (guint) g_rand_int_range (rand, 0, (gint32) n);
      /* Half of all lead to one of ten hubs. */
      relations[i][1] = (guint) g_rand_int_range (rand, 0, i % 2 == 0 ? 10 : (gint32) n);
    }
  map = new_map (n, (const guint (*)[2]) relations, 2 * n);
  first = dup_ways (map, 11, 4711);
  second = dup_ways (map, 11, 4711);
  g_assert_cmpstr (first, ==, second);
  ways = qg_ways_find (map, 11, 4711, NULL, NULL);
  g_assert_cmpuint (qg_ways_get_n (ways), >, 0);
  for (guint i = 0; i < qg_ways_get_n (ways); i++)
    {
      const QgWay *way = qg_ways_get (ways, i);
      g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

      g_assert_cmpuint (way->n_entities, >=, last);
      last = way->n_entities;
      g_assert_cmpuint (way->entities[0], ==, 11);
      g_assert_cmpuint (way->entities[way->n_entities - 1], ==, 4711);
      for (guint j = 0; j < way->n_entities; j++)
        g_assert_true (g_hash_table_add (seen, GUINT_TO_POINTER (way->entities[j])));
      for (guint j = 0; j + 1 < way->n_entities; j++)
        {
          const QgRelation *r = qg_map_get_relation (map, way->relations[j]);

          g_assert_true ((r->from == way->entities[j] && r->to == way->entities[j + 1]) ||
                         (r->to == way->entities[j] && r->from == way->entities[j + 1]));
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map/ways/small", test_small);
  g_test_add_func ("/map/ways/entities", test_entities);
  g_test_add_func ("/map/ways/near", test_near);
  g_test_add_func ("/map/ways/many", test_many);
  g_test_add_func ("/map/ways/exactly-fifty", test_exactly_fifty);
  g_test_add_func ("/map/ways/cancelled", test_cancelled);
  g_test_add_func ("/map/ways/large", test_large);
  return g_test_run ();
}
