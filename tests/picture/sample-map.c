/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "sample-map.h"

#include "qg-map-builder.h"

static const struct
{
  const char *id, *kk, *ru, *en, *kk_plural, *ru_plural, *en_plural;
  QgHue hue;
  QgSymbol symbol;
  gboolean quiet;
} kinds[] = {
  { "state", "мемлекеттік орган", "государственный орган", "state body", "мемлекеттік органдар",
    "государственные органы", "state bodies", QG_HUE_BLUE, QG_SYMBOL_COLUMNS, FALSE },
  { "self-government", "жергілікті өзін-өзі басқару", "местное самоуправление", "local self-government",
    "жергілікті өзін-өзі басқару", "местное самоуправление", "local self-government", QG_HUE_GREEN,
    QG_SYMBOL_HOUSE, FALSE },
  { "party", "саяси партия", "политическая партия", "political party", "саяси партиялар",
    "политические партии", "political parties", QG_HUE_RED, QG_SYMBOL_FLAG, FALSE },
  { "ngo", "үкіметтік емес ұйым", "неправительственная организация", "non-governmental organisation",
    "үкіметтік емес ұйымдар", "неправительственные организации", "non-governmental organisations",
    QG_HUE_PURPLE, QG_SYMBOL_HANDS, FALSE },
  { "citizens", "азаматтар", "граждане", "citizens", "азаматтар", "граждане", "citizens", QG_HUE_AMBER,
    QG_SYMBOL_PERSON, FALSE },
  { "law", "құжат", "документ", "document", "құжаттар", "документы", "documents", QG_HUE_SLATE,
    QG_SYMBOL_PAGE, TRUE },
  { "idea", "қағида", "принцип", "principle", "қағидалар", "принципы", "principles", QG_HUE_TEAL,
    QG_SYMBOL_BULB, TRUE },
  { "resource", "ресурс", "ресурс", "resource", "ресурстар", "ресурсы", "resources", QG_HUE_BROWN,
    QG_SYMBOL_COIN, TRUE },
};

static const struct
{
  const char *id, *kk, *ru, *en, *kk_inverse, *ru_inverse, *en_inverse;
} verbs[] = {
  { "elect", "сайлайды", "избирают", "elect", "сайланатыны", "избирается", "is elected by" },
  { "approves", "бекітеді", "утверждает", "approves", "бекітетіні", "утверждается", "is approved by" },
  { "has", "құрамында бар", "включает", "includes", "құрамына кіреді", "входит в", "is part of" },
  { "has-no", "дербес иеленбейді", "не имеет собственного", "has no own", "иеленбейтіні", "не имеется у",
    "is lacked by" },
  { "accountable", "есеп береді", "подотчётен", "is accountable to", "есеп алады", "контролирует",
    "holds to account" },
  { "regulates", "реттейді", "регулирует", "regulates", "реттеледі", "регулируется", "is regulated by" },
  { "represents", "мүддесін білдіреді", "выражает интересы", "represents", "мүддесі білдіріледі",
    "представляется", "is represented by" },
  { "needs", "негізделуге тиіс", "должно опираться на", "should rest on", "негізі", "основа",
    "is the basis of" },
};

static const struct
{
  const char *id, *kk, *ru, *en;
  guint kind, importance;
} entities[] = {
  { "parliament", "Парламент", "Парламент", "Parliament", 0, 3 },
  { "government", "Үкімет", "Правительство", "Government", 0, 3 },
  { "akim", "Облыс әкімі", "Аким области", "Akim of a region", 0, 2 },
  { "district-akim", "Аудандық маңызы бар қала, ауыл, кент әкімі",
    "Аким города районного значения, села, посёлка", "Akim of a town, village or settlement", 0, 1 },
  { "self-government", "Жергілікті өзін-өзі басқару", "Местное самоуправление", "Local self-government", 1,
    3 },
  { "maslikhat", "Мәслихат", "Маслихат", "Maslikhat", 1, 2 },
  { "gathering", "Жергілікті қоғамдастық жиналысы", "Собрание местного сообщества",
    "Local community assembly", 1, 1 },
  { "council", "Қоғамдық кеңес", "Общественный совет", "Public council", 1, 1 },
  { "party", "Саяси партиялар", "Политические партии", "Political parties", 2, 3 },
  { "amanat", "«Нұр Отан» партиясының қоғамдық қабылдауы", "Общественная приёмная партии «Нур Отан»",
    "Reception room of the Nur Otan party", 2, 1 },
  { "ngo", "Үкіметтік емес ұйымдар", "Неправительственные организации", "Non-governmental organisations", 3,
    3 },
  { "unions", "Кәсіптік одақтар", "Профессиональные союзы", "Trade unions", 3, 1 },
  { "citizens", "Азаматтар", "Граждане", "Citizens", 4, 3 },
  { "voters", "Сайлаушылар", "Избиратели", "Voters", 4, 1 },
  { "constitution", "Конституция", "Конституция", "Constitution", 5, 2 },
  { "law", "«Жергілікті мемлекеттік басқару және өзін-өзі басқару туралы» заң",
    "Закон «О местном государственном управлении и самоуправлении»",
    "Law on local public administration and self-government", 5, 1 },
  { "decentralisation", "Орталықсыздандыру", "Децентрализация", "Decentralisation", 6, 1 },
  { "responsibility", "Жауапкершілік және өзара сенім", "Ответственность и взаимное доверие",
    "Responsibility and mutual trust", 6, 1 },
  { "budget", "Жергілікті бюджет", "Местный бюджет", "Local budget", 7, 2 },
  { "property", "Коммуналдық меншік", "Коммунальная собственность", "Communal property", 7, 1 },
};

static const struct
{
  guint from, to, verb;
  QgStatement statement;
  gboolean denial;
} relations[] = {
  { 12, 0, 0, QG_STATEMENT_FACT, FALSE },        { 12, 5, 0, QG_STATEMENT_FACT, FALSE },
  { 5, 18, 1, QG_STATEMENT_NORM, FALSE },        { 4, 5, 2, QG_STATEMENT_DEFINITION, FALSE },
  { 4, 6, 2, QG_STATEMENT_DEFINITION, FALSE },   { 4, 7, 2, QG_STATEMENT_DEFINITION, FALSE },
  { 4, 18, 3, QG_STATEMENT_CLAIM, TRUE },        { 3, 2, 4, QG_STATEMENT_NORM, FALSE },
  { 2, 1, 4, QG_STATEMENT_NORM, FALSE },         { 1, 0, 4, QG_STATEMENT_FACT, FALSE },
  { 14, 0, 5, QG_STATEMENT_NORM, FALSE },        { 15, 4, 5, QG_STATEMENT_NORM, FALSE },
  { 14, 4, 5, QG_STATEMENT_NORM, FALSE },        { 8, 12, 6, QG_STATEMENT_CLAIM, FALSE },
  { 10, 12, 6, QG_STATEMENT_CLAIM, FALSE },      { 8, 9, 2, QG_STATEMENT_FACT, FALSE },
  { 10, 11, 2, QG_STATEMENT_DEFINITION, FALSE }, { 4, 16, 7, QG_STATEMENT_THEORY, FALSE },
  { 4, 17, 7, QG_STATEMENT_THEORY, FALSE },      { 12, 13, 2, QG_STATEMENT_UNSTATED, FALSE },
  { 4, 19, 2, QG_STATEMENT_UNSTATED, FALSE },    { 7, 2, 4, QG_STATEMENT_CLAIM, TRUE },
};

static QgText *
text (const char *kk, const char *ru, const char *en)
{
  const QgLang langs[] = { QG_LANG_KK, QG_LANG_RU, QG_LANG_EN };
  const char *const values[] = { kk, ru, en };

  return qg_text_new (langs, values, 3);
}

static void
add_view (QgMapBuilder *builder, const char *id, QgEngine engine, gboolean groups)
{
  static const guint all[] = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19 };
  g_autoptr (QgText) title = text ("Барлығы", "Всё", "All");
  QgView view = { .id = id, .title = title, .page = "16:9", .whole_map = TRUE };

  view.entities = (QgNumbers){ G_N_ELEMENTS (all), all };
  qg_layout_options_init (&view.layout);
  view.layout.engine = engine;
  view.layout.groups_by_kind = groups;
  qg_map_builder_add_view (builder, &view);
}

static void
add_tables (QgMapBuilder *builder)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (QgText) name = text (kinds[i].kk, kinds[i].ru, kinds[i].en);
      g_autoptr (QgText) plural = text (kinds[i].kk_plural, kinds[i].ru_plural, kinds[i].en_plural);

      qg_map_builder_add_kind (builder, &(QgKind){ .id = kinds[i].id,
                                                   .name = name,
                                                   .plural = plural,
                                                   .hue = kinds[i].hue,
                                                   .symbol = kinds[i].symbol,
                                                   .quiet = kinds[i].quiet });
    }
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_autoptr (QgText) label = text (verbs[i].kk, verbs[i].ru, verbs[i].en);
      g_autoptr (QgText) inverse = text (verbs[i].kk_inverse, verbs[i].ru_inverse, verbs[i].en_inverse);

      qg_map_builder_add_verb (builder, &(QgVerb){ .id = verbs[i].id, .label = label, .inverse = inverse });
    }
}

QgMap *
sample_map_new (void)
{
  const QgLang langs[] = { QG_LANG_KK, QG_LANG_RU, QG_LANG_EN };
  g_autoptr (QgText) title = text ("Үлгі", "Образец", "Sample");
  QgMapBuilder *builder = qg_map_builder_new ("sample", title, langs, 3);

  add_tables (builder);
  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    {
      g_autoptr (QgText) name = text (entities[i].kk, entities[i].ru, entities[i].en);

      qg_map_builder_add_entity (builder, &(QgEntity){ .id = entities[i].id,
                                                       .kind = entities[i].kind,
                                                       .name = name,
                                                       .label = name,
                                                       .importance = entities[i].importance });
    }
  for (guint i = 0; i < G_N_ELEMENTS (relations); i++)
    {
      g_autofree char *id = g_strdup_printf ("r%u", i);

      qg_map_builder_add_relation (builder, &(QgRelation){ .id = id,
                                                           .from = relations[i].from,
                                                           .to = relations[i].to,
                                                           .verb = relations[i].verb,
                                                           .statement = relations[i].statement,
                                                           .denial = relations[i].denial });
    }
  add_view (builder, "groups", QG_ENGINE_DOT, TRUE);
  add_view (builder, "neato", QG_ENGINE_NEATO, FALSE);
  add_view (builder, "plain", QG_ENGINE_DOT, FALSE);
  return qg_map_builder_end (builder);
}

QgMap *
sample_map_new_large (guint n)
{
  const QgLang lang = QG_LANG_EN;
  g_autoptr (QgText) title = qg_text_new_single (lang, "Large");
  g_autoptr (QgText) word = qg_text_new_single (lang, "leads to");
  QgMapBuilder *builder = qg_map_builder_new ("large", title, &lang, 1);
  g_autoptr (GRand) rand = g_rand_new_with_seed (n);

  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *id = g_strdup_printf ("k%u", i);

      qg_map_builder_add_kind (
          builder,
          &(QgKind){ .id = id, .name = title, .hue = QG_HUE_BLUE + i, .symbol = QG_SYMBOL_COLUMNS + i });
    }
  qg_map_builder_add_verb (builder, &(QgVerb){ .id = "v", .label = word, .inverse = word });
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i);
      g_autofree char *label = g_strdup_printf ("Entity number %u", i);
      g_autoptr (QgText) name = qg_text_new_single (lang, label);

      qg_map_builder_add_entity (builder, &(QgEntity){ .id = id,
                                                       .kind = i % 5,
                                                       .name = name,
                                                       .label = name,
                                                       .importance = 1 + (i % 7 == 0) + (i % 49 == 0) });
    }
  for (guint i = 1; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("r%u", i);

      qg_map_builder_add_relation (builder,
                                   &(QgRelation){ .id = id,
                                                  .from = (guint) g_rand_int_range (rand, 0, (gint32) i),
                                                  .to = i,
                                                  .statement = (QgStatement) (i % QG_N_STATEMENTS),
                                                  .denial = i % 11 == 0 });
    }
  return qg_map_builder_end (builder);
}

void
sample_init (Sample *sample, QgMap *map, guint view, const QgMeasureOptions *options)
{
  g_autoptr (QgLayouter) layouter = qg_layouter_new (NULL, NULL);
  g_autoptr (GError) error = NULL;

  sample->part = qg_part_new_view (map, view);
  sample->request = qg_measure_part (sample->part, options, NULL);
  sample->layout = qg_layouter_run (layouter, sample->request, NULL, &error);
  g_assert_no_error (error);
}

/* Numbers of a file, one after the other. */
static double
next_number (char **p)
{
  return g_ascii_strtod (*p, p);
}

static void
read_rects (char **p, QgRect *rects, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      rects[i].x = next_number (p);
      rects[i].y = next_number (p);
      rects[i].width = next_number (p);
      rects[i].height = next_number (p);
    }
}

static QgLayout *
read_layout (const QgLayoutRequest *r, char *p)
{
  QgLayout l = {
    .n_nodes = r->n_nodes, .n_edges = r->n_edges, .n_labels = r->n_labels, .n_groups = r->n_groups
  };
  g_autofree QgRect *nodes = g_new (QgRect, l.n_nodes), *labels = g_new (QgRect, l.n_labels);
  g_autofree QgRect *groups = g_new (QgRect, l.n_groups);
  g_autofree QgLayoutPath *paths = g_new (QgLayoutPath, l.n_edges);
  g_autofree QgPoint *points = NULL;

  read_rects (&p, &l.bounds, 1);
  read_rects (&p, nodes, l.n_nodes);
  read_rects (&p, labels, l.n_labels);
  read_rects (&p, groups, l.n_groups);
  for (guint i = 0; i < l.n_edges; i++)
    {
      paths[i].first = (guint) next_number (&p);
      paths[i].n = (guint) next_number (&p);
      paths[i].label_at = (guint) next_number (&p);
    }
  l.n_points = (guint) next_number (&p);
  points = g_new (QgPoint, l.n_points);
  for (guint i = 0; i < l.n_points; i++)
    {
      points[i].x = next_number (&p);
      points[i].y = next_number (&p);
    }
  g_strchug (p);
  g_assert_cmpstr (p, ==, "");
  l.nodes = nodes;
  l.labels = labels;
  l.groups = groups;
  l.paths = paths;
  l.points = points;
  return qg_layout_new (&l);
}

static void
write_rects (GString *text, const QgRect *rects, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%.2f %.2f %.2f %.2f\n", rects[i].x, rects[i].y, rects[i].width,
                            rects[i].height);
}

static void
write_layout (const QgLayout *l, const char *file)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  write_rects (text, &l->bounds, 1);
  write_rects (text, l->nodes, l->n_nodes);
  write_rects (text, l->labels, l->n_labels);
  write_rects (text, l->groups, l->n_groups);
  for (guint i = 0; i < l->n_edges; i++)
    g_string_append_printf (text, "%u %u %u\n", l->paths[i].first, l->paths[i].n, l->paths[i].label_at);
  g_string_append_printf (text, "%u\n", l->n_points);
  for (guint i = 0; i < l->n_points; i++)
    g_string_append_printf (text, "%.2f %.2f\n", l->points[i].x, l->points[i].y);
  g_file_set_contents (file, text->str, -1, &error);
  g_assert_no_error (error);
}

void
sample_init_fixed (Sample *sample, QgMap *map, guint view, gboolean update)
{
  g_autofree char *name = g_strdup_printf ("layout-%u.txt", view);
  g_autofree char *file = g_test_build_filename (G_TEST_DIST, "picture", "references", name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (update)
    {
      sample_init (sample, map, view, NULL);
      write_layout (sample->layout, file);
      sample_clear (sample);
    }
  sample->part = qg_part_new_view (map, view);
  sample->request = qg_measure_part (sample->part, NULL, NULL);
  g_file_get_contents (file, &text, NULL, &error);
  g_assert_no_error (error);
  sample->layout = read_layout (sample->request, text);
}

void
sample_init_provisional (Sample *sample, QgMap *map)
{
  sample->part = qg_part_new_whole (map);
  sample->request = qg_measure_part (sample->part, NULL, NULL);
  sample->layout = qg_layout_new_provisional (sample->request);
}

void
sample_clear (Sample *sample)
{
  g_clear_pointer (&sample->layout, qg_layout_unref);
  g_clear_pointer (&sample->request, qg_layout_request_unref);
  g_clear_pointer (&sample->part, qg_part_unref);
}

QgScene *
sample_new_scene (const Sample *sample, QgLang lang, QgLang second)
{
  QgScene *scene = qg_scene_new (sample->part, sample->request, sample->layout, lang, second, NULL);

  g_assert_nonnull (scene);
  return scene;
}

void
scene_fixture_set_up (SceneFixture *f, gconstpointer view)
{
  f->map = sample_map_new ();
  sample_init (&f->sample, f->map, GPOINTER_TO_UINT (view), NULL);
  f->scene = sample_new_scene (&f->sample, QG_LANG_KK, NULL);
}

void
scene_fixture_tear_down (SceneFixture *f, gconstpointer view)
{
  qg_scene_unref (f->scene);
  sample_clear (&f->sample);
  qg_map_unref (f->map);
}
