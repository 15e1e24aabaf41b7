/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "bench-map.h"

#include "qg-map-builder.h"

#define COMMUNITY 40u
#define N_KINDS 8u
#define N_VERBS 12u

static const char *const words[] = { "мәслихат",   "қоғам",   "ұйым",   "кеңес",  "азаматтар", "бюджет",
                                     "өкілеттік",  "заң",     "сайлау", "партия", "әкім",      "реформа",
                                     "жергілікті", "басқару", "құқық",  "билік" };

static QgText *
make_name (GRand *rand, guint n)
{
  const char *a = words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))];
  const char *b = words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))];
  g_autofree char *name = g_strdup_printf ("%s %s %u", a, b, n);

  return qg_text_new_single (QG_LANG_KK, name);
}

static void
add_kinds_and_verbs (QgMapBuilder *builder, GRand *rand)
{
  for (guint i = 0; i < N_KINDS; i++)
    {
      g_autofree char *id = g_strdup_printf ("k%u", i);
      g_autoptr (QgText) name = make_name (rand, i);
      const QgKind kind = { .id = id, .name = name, .hue = (QgHue) (i + 1), .symbol = (QgSymbol) (i + 3) };

      qg_map_builder_add_kind (builder, &kind);
    }
  for (guint i = 0; i < N_VERBS; i++)
    {
      g_autofree char *id = g_strdup_printf ("v%u", i);
      g_autoptr (QgText) label = qg_text_new_single (QG_LANG_KK, words[i]);
      const QgVerb verb = { .id = id, .label = label, .inverse = label };

      qg_map_builder_add_verb (builder, &verb);
    }
}

static guint
other_end (GRand *rand, guint from, guint n_nodes)
{
  guint first = from / COMMUNITY * COMMUNITY, to;

  if (g_rand_double (rand) < 0.9)
    to = first + (guint) g_rand_int_range (rand, 0, (gint32) MIN (COMMUNITY, n_nodes - first));
  else
    to = (guint) g_rand_int_range (rand, 0, (gint32) n_nodes);
  return to == from ? (from + 1) % n_nodes : to;
}

QgMap *
bench_map_new (guint n_nodes, guint seed)
{
  const QgLang lang = QG_LANG_KK;
  GRand *rand = g_rand_new_with_seed (seed);
  g_autoptr (QgText) title = qg_text_new_single (QG_LANG_KK, "bench");
  QgView view = { .id = "all", .title = title, .whole_map = TRUE };
  QgMapBuilder *builder = qg_map_builder_new ("bench", title, &lang, 1);

  add_kinds_and_verbs (builder, rand);
  for (guint i = 0; i < n_nodes; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i);
      g_autoptr (QgText) name = make_name (rand, i);
      const QgEntity entity = { .id = id,
                                .kind = (guint) g_rand_int_range (rand, 0, N_KINDS),
                                .name = name,
                                .label = name,
                                .importance = i % COMMUNITY == 0 ? 3 : (i % 5 == 0 ? 2 : 1) };

      qg_map_builder_add_entity (builder, &entity);
    }
  for (guint i = 0; i < 2 * n_nodes; i++)
    {
      g_autofree char *id = g_strdup_printf ("r%u", i);
      guint from = i / 2;
      const QgRelation relation = { .id = id,
                                    .from = from,
                                    .to = other_end (rand, from, n_nodes),
                                    .verb = (guint) g_rand_int_range (rand, 0, N_VERBS),
                                    .statement = (QgStatement) g_rand_int_range (rand, 0, QG_N_STATEMENTS) };

      qg_map_builder_add_relation (builder, &relation);
    }
  g_rand_free (rand);
  /* A view of all, by an engine that is made for this many. */
  qg_layout_options_init (&view.layout);
  view.layout.engine = QG_ENGINE_SFDP;
  qg_map_builder_add_view (builder, &view);
  return qg_map_builder_end (builder);
}

static void
write_node (GString *dot, guint i, const QgRect *r, const char *label)
{
  char number[4][G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (number[0], G_ASCII_DTOSTR_BUF_SIZE, "%.2f", r->x + r->width / 2);
  g_ascii_formatd (number[1], G_ASCII_DTOSTR_BUF_SIZE, "%.2f", -(r->y + r->height / 2));
  g_ascii_formatd (number[2], G_ASCII_DTOSTR_BUF_SIZE, "%.4f", r->width / 72);
  g_ascii_formatd (number[3], G_ASCII_DTOSTR_BUF_SIZE, "%.4f", r->height / 72);
  g_string_append_printf (dot, "  n%u [pos=\"%s,%s\", width=%s, height=%s, label=\"", i, number[0], number[1],
                          number[2], number[3]);
  for (const char *p = label; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_c (dot, '\\');
      g_string_append_c (dot, *p);
    }
  g_string_append (dot, "\"];\n");
}

void
bench_write_dot (const QgScene *scene, const char *path)
{
  QgPart *part = qg_scene_get_part (scene);
  const QgMap *map = qg_part_get_map (part);
  GString *dot =
      g_string_new ("digraph bench {\n  node [shape=box, style=rounded, fixedsize=true, fontsize=10];\n");
  QgNumbers entities = qg_part_get_entities (part), relations = qg_part_get_relations (part);

  for (guint i = 0; i < entities.n; i++)
    {
      const QgRect r = qg_scene_get_node_rect (scene, i);

      write_node (dot, i, &r,
                  qg_text_pick (qg_map_get_entity (map, entities.items[i])->label, QG_LANG_KK, NULL));
    }
  for (guint i = 0; i < relations.n; i++)
    {
      const QgRelation *r = qg_map_get_relation (map, relations.items[i]);

      g_string_append_printf (dot, "  n%u -> n%u;\n", qg_part_index_of_entity (part, r->from),
                              qg_part_index_of_entity (part, r->to));
    }
  g_string_append (dot, "}\n");
  if (!g_file_set_contents (path, dot->str, (gssize) dot->len, NULL))
    g_printerr ("%s cannot be written\n", path);
  g_string_free (dot, TRUE);
}
