/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "bench-map.h"

#include <math.h>

#include "qg-map-builder.h"

#define COMMUNITY 40u
#define N_KINDS 8u
#define N_VERBS 12u
/* How long an arrowhead of the rival is, in points. */
#define HEAD 10.0

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
append_number (GString *dot, const char *format, double value)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (dot, g_ascii_formatd (number, sizeof number, format, value));
}

/* Upwards, as the rival has it. */
static void
append_point (GString *dot, double x, double y)
{
  append_number (dot, "%.2f", x);
  g_string_append_c (dot, ',');
  append_number (dot, "%.2f", -y);
}

static void
append_label (GString *dot, const QgText *text)
{
  g_string_append (dot, "label=\"");
  for (const char *p = qg_text_pick (text, QG_LANG_KK, NULL); *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_c (dot, '\\');
      g_string_append_c (dot, *p);
    }
  g_string_append_c (dot, '"');
}

static void
write_node (GString *dot, guint i, const QgRect *r, const QgText *label)
{
  g_string_append_printf (dot, "  n%u [pos=\"", i);
  append_point (dot, r->x + r->width / 2, r->y + r->height / 2);
  g_string_append (dot, "\", width=");
  append_number (dot, "%.4f", r->width / 72);
  g_string_append (dot, ", height=");
  append_number (dot, "%.4f", r->height / 72);
  g_string_append (dot, ", ");
  append_label (dot, label);
  g_string_append (dot, "];\n");
}

/* The way's own curve, so that the rival need not lead it; it ends where the rival's arrowhead begins. */
static void
append_way (GString *dot, const QgPoint *points, guint n)
{
  QgPoint tip = points[n - 1], end = tip;
  double dx = tip.x - points[n - 2].x, dy = tip.y - points[n - 2].y, length = hypot (dx, dy);

  if (length > HEAD)
    end = (QgPoint){ tip.x - dx / length * HEAD, tip.y - dy / length * HEAD };
  g_string_append (dot, "pos=\"e,");
  append_point (dot, tip.x, tip.y);
  for (guint i = 0; i < n; i++)
    {
      g_string_append_c (dot, ' ');
      append_point (dot, i + 1 < n ? points[i].x : end.x, i + 1 < n ? points[i].y : end.y);
    }
  g_string_append_c (dot, '"');
}

/* With its word where ours stands; none where ours found no room. */
static void
write_edge (GString *dot, const QgScene *scene, guint edge)
{
  const QgLayout *layout = qg_scene_get_layout (scene);
  QgPart *part = qg_scene_get_part (scene);
  const QgMap *map = qg_part_get_map (part);
  const QgRelation *r = qg_map_get_relation (map, qg_part_get_relations (part).items[edge]);
  const QgLayoutPath *path = &layout->paths[edge];
  const QgRect verb = qg_scene_get_verb_rect (scene, edge);

  g_string_append_printf (dot, "  n%u -> n%u [", qg_part_index_of_entity (part, r->from),
                          qg_part_index_of_entity (part, r->to));
  if (path->n >= 4)
    append_way (dot, layout->points + path->first, path->n - (path->n - 1) % 3);
  if (verb.width > 0)
    {
      g_string_append (dot, ", lp=\"");
      append_point (dot, verb.x + verb.width / 2, verb.y + verb.height / 2);
      g_string_append (dot, "\", ");
      append_label (dot, qg_map_get_verb (map, r->verb)->label);
    }
  g_string_append (dot, "];\n");
}

void
bench_write_dot (const QgScene *scene, const char *path)
{
  QgPart *part = qg_scene_get_part (scene);
  const QgMap *map = qg_part_get_map (part);
  GString *dot =
      g_string_new ("digraph bench {\n  node [shape=box, style=rounded, fixedsize=true, fontsize=10];\n"
                    "  edge [fontsize=10];\n");
  QgNumbers entities = qg_part_get_entities (part), relations = qg_part_get_relations (part);

  for (guint i = 0; i < entities.n; i++)
    {
      const QgRect r = qg_scene_get_node_rect (scene, i);

      write_node (dot, i, &r, qg_map_get_entity (map, entities.items[i])->label);
    }
  for (guint i = 0; i < relations.n; i++)
    write_edge (dot, scene, i);
  g_string_append (dot, "}\n");
  if (!g_file_set_contents (path, dot->str, (gssize) dot->len, NULL))
    g_printerr ("%s cannot be written\n", path);
  g_string_free (dot, TRUE);
}
