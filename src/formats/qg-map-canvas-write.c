/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Writing JSON Canvas 1.0, which Obsidian and others read: each kind a group around its entities. */

#include "qg-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "qg-losses.h"
#include "qg-map-formats-private.h"
#include "qg-map-write.h"

#define WIDTH 260
#define HEIGHT 80
#define GAP 40

typedef struct
{
  int x, y;
} Spot;

/* The entities by their kinds: those of kind k are from begins[k] on, before begins[k + 1]. */
typedef struct
{
  guint *begins, *entities;
} ByKind;

typedef struct
{
  GString *out;
  QgMap *map;
  QgLang lang;
  const ByKind *by_kind;
  const Spot *spots;
  gboolean first;
} Writer;

static void
by_kind_init (ByKind *by_kind, QgMap *map)
{
  guint n_kinds = qg_map_get_n_kinds (map), n = qg_map_get_n_entities (map);
  g_autofree guint *next = g_new (guint, n_kinds + 1);

  by_kind->begins = g_new0 (guint, n_kinds + 1);
  by_kind->entities = g_new (guint, n + 1);
  for (guint e = 0; e < n; e++)
    by_kind->begins[qg_map_get_entity (map, e)->kind + 1]++;
  for (guint k = 0; k < n_kinds; k++)
    {
      next[k] = by_kind->begins[k];
      by_kind->begins[k + 1] += by_kind->begins[k];
    }
  for (guint e = 0; e < n; e++)
    by_kind->entities[next[qg_map_get_entity (map, e)->kind]++] = e;
}

static void
by_kind_clear (ByKind *by_kind)
{
  g_free (by_kind->begins);
  g_free (by_kind->entities);
}

static void
begin_item (Writer *w)
{
  g_string_append (w->out, w->first ? "\n    {" : ",\n    {");
  w->first = FALSE;
}

static void
write_place (Writer *w, int x, int y, int width, int height)
{
  g_string_append_printf (w->out, ", \"x\": %d, \"y\": %d, \"width\": %d, \"height\": %d", x, y, width,
                          height);
}

static void
write_color (Writer *w, const QgKind *kind)
{
  char color[8];

  g_string_append_printf (w->out, ", \"color\": \"%s\"}", qg_kind_format_color (kind, color));
}

/* Text there is Markdown: a name must not become a heading or a link. */
static void
write_name (Writer *w, const QgEntity *entity)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (const char *p = qg_text_pick (entity->name, w->lang, NULL); *p != '\0'; p++)
    {
      if (g_ascii_ispunct (*p) && *p != '-' && *p != ',' && *p != '.' && *p != '(' && *p != ')' && *p != '/')
        g_string_append_c (text, '\\');
      g_string_append_c (text, *p);
    }
  qg_write_json (w->out, text->str);
}

/* ── Where things stand ── */

/* Nine boxes of ten have room between those that follow next to the right and downwards; more nobody could
 * see anyway. */
#define SHARE 0.9
#define NEIGHBORS 30u
#define MOST_FACTOR 1000.0

static int
by_x (gconstpointer a, gconstpointer b, gpointer data)
{
  QgMap *map = data;
  double x = qg_map_get_entity (map, *(const guint *) a)->place.x,
         y = qg_map_get_entity (map, *(const guint *) b)->place.x;

  return x < y ? -1 : x > y;
}

static int
by_value (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

/* Boxes here are of one size, and places may be those of smaller ones, or be counted from 0 to 1. */
static double
find_factor (QgMap *map)
{
  guint n = qg_map_get_n_entities (map);
  g_autofree guint *order = g_new (guint, n + 1);
  g_autofree double *needs = g_new0 (double, n + 1);

  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) n, sizeof *order, by_x, map);
  for (guint i = 0; i < n; i++)
    for (guint k = i + 1; k < n && k <= i + NEIGHBORS; k++)
      {
        QgPoint a = qg_map_get_entity (map, order[i])->place, b = qg_map_get_entity (map, order[k])->place;
        double need = fmin ((WIDTH + GAP) / fabs (a.x - b.x), (HEIGHT + GAP) / fabs (a.y - b.y));

        /* Where two stand in one place nothing helps. */
        if (!isfinite (need))
          continue;
        needs[i] = fmax (needs[i], need);
        needs[k] = fmax (needs[k], need);
      }
  qsort (needs, n, sizeof *needs, by_value);
  return n < 2 ? 1 : CLAMP (needs[(guint) ((n - 1) * SHARE)], 1, MOST_FACTOR);
}

/* Each kind a square of its own, one below the other. */
static void
place_by_kind (const ByKind *by_kind, guint n_kinds, Spot *spots)
{
  int top = 0;

  for (guint k = 0; k < n_kinds; k++)
    {
      guint begin = by_kind->begins[k], n = by_kind->begins[k + 1] - begin;
      guint columns = (guint) ceil (sqrt (n));

      for (guint i = 0; i < n; i++)
        spots[by_kind->entities[begin + i]] = (Spot){ GAP + (int) (i % columns) * (WIDTH + GAP),
                                                      top + GAP + (int) (i / columns) * (HEIGHT + GAP) };
      if (n > 0)
        top += 2 * GAP + (int) ((n + columns - 1) / columns) * (HEIGHT + GAP);
    }
}

/* The upper left corners. */
static Spot *
new_spots (QgMap *map, const ByKind *by_kind, guint n_placed)
{
  guint n = qg_map_get_n_entities (map);
  Spot *spots = g_new (Spot, n + 1);
  double factor;

  if (n_placed < n)
    {
      place_by_kind (by_kind, qg_map_get_n_kinds (map), spots);
      return spots;
    }
  factor = find_factor (map);
  for (guint i = 0; i < n; i++)
    {
      QgPoint place = qg_map_get_entity (map, i)->place;

      spots[i] =
          (Spot){ (int) rint (place.x * factor) - WIDTH / 2, (int) rint (place.y * factor) - HEIGHT / 2 };
    }
  return spots;
}

/* ── The file ── */

/* Around the members; FALSE where there are none. */
static gboolean
begin_kind (Writer *w, const QgKind *kind, guint number)
{
  Spot least = { G_MAXINT, G_MAXINT }, most = { G_MININT, G_MININT };

  for (guint i = w->by_kind->begins[number]; i < w->by_kind->begins[number + 1]; i++)
    {
      const Spot *spot = &w->spots[w->by_kind->entities[i]];

      least = (Spot){ MIN (least.x, spot->x), MIN (least.y, spot->y) };
      most = (Spot){ MAX (most.x, spot->x), MAX (most.y, spot->y) };
    }
  if (least.x > most.x)
    return FALSE;
  begin_item (w);
  g_string_append_printf (w->out, "\"id\": \"kind:%s\", \"type\": \"group\", \"label\": ", kind->id);
  qg_write_json (w->out, qg_text_pick (kind->plural != NULL ? kind->plural : kind->name, w->lang, NULL));
  write_place (w, least.x - GAP, least.y - GAP, most.x - least.x + WIDTH + 2 * GAP,
               most.y - least.y + HEIGHT + 2 * GAP);
  write_color (w, kind);
  return TRUE;
}

/* The ids of entities and of groups are kept apart by a prefix that no id has. */
static void
write_kind (Writer *w, guint number)
{
  const QgKind *kind = qg_map_get_kind (w->map, number);

  if (!begin_kind (w, kind, number))
    return;
  for (guint i = w->by_kind->begins[number]; i < w->by_kind->begins[number + 1]; i++)
    {
      guint e = w->by_kind->entities[i];
      const QgEntity *entity = qg_map_get_entity (w->map, e);

      begin_item (w);
      g_string_append_printf (w->out, "\"id\": \"%s\", \"type\": \"text\", \"text\": ", entity->id);
      write_name (w, entity);
      write_place (w, w->spots[e].x, w->spots[e].y, WIDTH, HEIGHT);
      write_color (w, kind);
    }
}

static void
write_relation (Writer *w, const QgRelation *relation)
{
  begin_item (w);
  g_string_append_printf (
      w->out, "\"id\": \"relation:%s\", \"fromNode\": \"%s\", \"toNode\": \"%s\", \"label\": ", relation->id,
      qg_map_get_entity (w->map, relation->from)->id, qg_map_get_entity (w->map, relation->to)->id);
  qg_write_json (w->out, qg_text_pick (qg_map_get_verb (w->map, relation->verb)->label, w->lang, NULL));
  g_string_append_c (w->out, '}');
}

static guint
count_placed (QgMap *map)
{
  guint n = 0;

  for (guint i = 0; i < qg_map_get_n_entities (map); i++)
    n += qg_map_get_entity (map, i)->is_placed;
  return n;
}

static GBytes *
write_map (QgMap *map, const QgMapWriteOptions *options, QgProblems *losses, GError **error)
{
  guint n_placed = count_placed (map);
  g_autofree Spot *spots = NULL;
  g_autoptr (QgLosses) lost = qg_losses_new ();
  ByKind by_kind;
  Writer w = { g_string_new ("{\n  \"nodes\": ["), map, qg_write_lang (map, options), &by_kind, NULL, TRUE };

  by_kind_init (&by_kind, map);
  w.spots = spots = new_spots (map, &by_kind, n_placed);
  for (guint k = 0; k < qg_map_get_n_kinds (map); k++)
    write_kind (&w, k);
  g_string_append (w.out, "\n  ],\n  \"edges\": [");
  w.first = TRUE;
  for (guint i = 0; i < qg_map_get_n_relations (map); i++)
    write_relation (&w, qg_map_get_relation (map, i));
  g_string_append (w.out, "\n  ]\n}\n");
  by_kind_clear (&by_kind);
  qg_write_losses (map, QG_KEEPS_KINDS, losses);
  /* Some of them among others that have none would lie on those. */
  if (n_placed < qg_map_get_n_entities (map))
    qg_losses_add_many (lost, N_ ("not kept: positions (%s)"), NULL, n_placed);
  if (losses != NULL)
    qg_losses_tell (lost, losses);
  return g_string_free_to_bytes (w.out);
}

/* ── Telling it from other JSON ── */

static const char *
skip_space (const char *p)
{
  return p + strspn (p, " \t\r\n");
}

/* From a quotation mark to what stands behind the string; NULL where it is not closed. */
static const char *
skip_string (const char *p)
{
  for (p++; *p != '"'; p++)
    {
      p += *p == '\\';
      if (*p == '\0')
        return NULL;
    }
  return p + 1;
}

/* To the comma behind a value of the whole, or the end of the whole; NULL where there is none. */
static const char *
skip_value (const char *p)
{
  guint depth = 0;

  while (p != NULL && *p != '\0' && (depth > 0 || (*p != ',' && *p != '}')))
    if (*p == '"')
      p = skip_string (p);
    else
      {
        if (*p == '{' || *p == '[')
          depth++;
        else if ((*p == '}' || *p == ']') && depth-- == 0)
          return NULL;
        p++;
      }
  return p == NULL || *p == '\0' ? NULL : p;
}

/* An object that has nodes or edges, and is no map of our own; other programs say "links" for edges. */
static guint
sniff (const char *text, gsize length)
{
  const char *p = skip_space (g_str_has_prefix (text, "\xEF\xBB\xBF") ? text + 3 : text);
  gboolean found = FALSE;

  if (*p != '{')
    return 0;
  do
    {
      const char *name = skip_space (p + 1), *value = *name == '"' ? skip_string (name) : NULL;

      if (value == NULL || g_str_has_prefix (name, "\"qogam-map\"") || g_str_has_prefix (name, "\"links\""))
        return 0;
      value = skip_space (value);
      if (*value != ':')
        return 0;
      value = skip_space (value + 1);
      found = found || (*value == '[' &&
                        (g_str_has_prefix (name, "\"nodes\"") || g_str_has_prefix (name, "\"edges\"")));
      p = skip_value (value);
    }
  while (p != NULL && *p == ',');
  /* Others have nodes and edges, too, and other names for what these lead from. */
  found = found && strstr (text, "\"source\"") == NULL && strstr (text, "\"from\"") == NULL;
  return p != NULL && found ? 70 : 0;
}

static const char *const endings[] = { ".canvas", NULL };

const QgMapFormat qg_map_format_canvas = {
  .id = "canvas",
  .name = N_ ("JSON Canvas"),
  .mime_type = "application/json",
  .endings = endings,
  .sniff = sniff,
  .write = write_map,
};
