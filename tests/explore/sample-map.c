/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "sample-map.h"

#include "qg-map-builder.h"

static QgText *
make_text (const char *format, guint n)
{
  const QgLang langs[] = { QG_LANG_KK, QG_LANG_RU, QG_LANG_EN };
  g_autofree char *base = g_strdup_printf ("%s %u", format, n);
  g_autofree char *kk = g_strconcat (base, " қз", NULL), *ru = g_strconcat (base, " ру", NULL);
  g_autofree char *en = g_strconcat (base, " en", NULL);
  const char *values[] = { kk, ru, en };

  return qg_text_new (langs, values, 3);
}

static void
add_relation (QgMapBuilder *builder, guint n, guint from, guint to, QgStatement statement, guint source)
{
  g_autofree char *id = g_strdup_printf ("r%u", n);
  const QgCitation citation = { source, QG_NONE };
  const QgRelation relation = {
    .id = id, .from = from, .to = to, .verb = 0, .statement = statement, .citations = { 1, &citation }
  };

  qg_map_builder_add_relation (builder, &relation);
}

static void
add_view (QgMapBuilder *builder, const char *id, guint n)
{
  g_autoptr (QgText) title = make_text (id, 0);
  guint entities[SAMPLE_N];
  QgView view = { .id = id, .title = title, .entities = { n, entities } };

  for (guint i = 0; i < n; i++)
    entities[i] = i;
  qg_layout_options_init (&view.layout);
  qg_map_builder_add_view (builder, &view);
}

QgMap *
sample_map_new (const char *id, gboolean without_left)
{
  const QgLang langs[] = { QG_LANG_KK, QG_LANG_RU, QG_LANG_EN };
  g_autoptr (QgText) title = make_text ("map", 0);
  QgMapBuilder *builder = qg_map_builder_new (id, title, langs, 3);
  g_autoptr (QgText) label = make_text ("verb", 0);
  g_autoptr (QgText) inverse = make_text ("inverse", 0);
  const QgVerb verb = { .id = "v", .label = label, .inverse = inverse };

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *kind_id = g_strdup_printf ("k%u", i), *source_id = g_strdup_printf ("s%u", i);
      g_autoptr (QgText) name = make_text ("kind", i);
      const QgKind kind = { .id = kind_id, .name = name, .hue = QG_HUE_BLUE };
      const QgSource source = { .id = source_id, .title = name, .listed = TRUE };

      qg_map_builder_add_kind (builder, &kind);
      qg_map_builder_add_source (builder, &source);
    }
  qg_map_builder_add_verb (builder, &verb);
  for (guint i = 0; i < SAMPLE_N; i++)
    {
      g_autofree char *entity_id = g_strdup_printf ("e%u", i);
      g_autoptr (QgText) name = make_text ("entity", i);
      const QgCitation citation = { i == 1, QG_NONE };
      const QgEntity entity = { .id = entity_id,
                                .kind = i % 2,
                                .name = name,
                                .label = name,
                                .importance = 3 - i % 3,
                                .citations = { 1, &citation } };

      qg_map_builder_add_entity (builder, &entity);
    }
  for (guint i = 0; i + 1 < SAMPLE_N; i++)
    add_relation (builder, i, i, i + 1, QG_STATEMENT_FACT, i == 1);
  add_relation (builder, SAMPLE_N - 1, 0, 4, QG_STATEMENT_NORM, 0);
  add_view (builder, "all", SAMPLE_N);
  if (!without_left)
    add_view (builder, "left", 4);
  return qg_map_builder_end (builder);
}

void
sample_wait (QgExplorer *explorer)
{
  g_autoptr (GError) error = NULL;

  qg_explorer_wait (explorer, &error);
  g_assert_no_error (error);
}

void
sample_set_up (SampleFixture *f, gconstpointer data)
{
  f->layouter = qg_layouter_new (NULL, NULL);
  f->explorer = qg_explorer_new (f->layouter);
  f->map = sample_map_new ("m", FALSE);
  qg_explorer_set_map (f->explorer, f->map);
  sample_wait (f->explorer);
}

void
sample_tear_down (SampleFixture *f, gconstpointer data)
{
  sample_wait (f->explorer);
  g_object_unref (f->explorer);
  g_object_unref (f->layouter);
  qg_map_unref (f->map);
}
