/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-own.h"

#include "qg-latin.h"
#include "qg-map-builder.h"

struct _QgOwn
{
  GObject parent_instance;

  GPtrArray *views; /* QgOwnView */
  GStrv entities, relations;
  GError *unread;
};

enum
{
  VIEWS_CHANGED,
  HIDDEN_CHANGED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (QgOwn, qg_own, G_TYPE_OBJECT)

static GStrv
new_strv (void)
{
  return g_new0 (char *, 1);
}

QgOwnView *
qg_own_view_new (const char *id, const char *title)
{
  QgOwnView *view = g_new0 (QgOwnView, 1);

  view->id = g_strdup (id);
  view->title = g_strdup (title);
  view->entities = new_strv ();
  view->without = new_strv ();
  view->collapsed = new_strv ();
  view->levels = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  qg_layout_options_init (&view->layout);
  return view;
}

void
qg_own_view_free (QgOwnView *view)
{
  g_free (view->id);
  g_free (view->title);
  g_free (view->page);
  g_strfreev (view->entities);
  g_strfreev (view->without);
  g_strfreev (view->collapsed);
  g_ptr_array_unref (view->levels);
  g_free (view);
}

/* The ids of those of @numbers that @wanted (nullable) has marked. */
static GStrv
dup_entity_ids (const QgMap *map, QgNumbers numbers, const guint8 *wanted)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < numbers.n; i++)
    if (wanted == NULL || wanted[numbers.items[i]])
      g_strv_builder_add (ids, qg_map_get_entity (map, numbers.items[i])->id);
  return g_strv_builder_end (ids);
}

static GStrv
dup_relation_ids (const QgMap *map, QgNumbers numbers)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < numbers.n; i++)
    g_strv_builder_add (ids, qg_map_get_relation (map, numbers.items[i])->id);
  return g_strv_builder_end (ids);
}

QgOwnView *
qg_own_view_new_from (const QgMap *map, const char *title, QgNumbers entities, QgNumbers relations,
                      const QgLayoutOptions *options, QgEngine engine)
{
  QgOwnView *view = qg_own_view_new (NULL, title);
  g_autofree guint8 *inside = g_new0 (guint8, (gsize) qg_map_get_n_entities (map) + 1);
  g_autofree guint8 *seen = g_new0 (guint8, (gsize) qg_map_get_n_relations (map) + 1);
  g_autoptr (GArray) without = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < entities.n; i++)
    inside[entities.items[i]] = TRUE;
  for (guint i = 0; i < relations.n; i++)
    seen[relations.items[i]] = TRUE;
  for (guint i = 0; i < qg_map_get_n_relations (map); i++)
    {
      const QgRelation *relation = qg_map_get_relation (map, i);

      if (!seen[i] && inside[relation->from] && inside[relation->to])
        g_array_append_val (without, i);
    }
  g_strfreev (view->entities);
  view->entities = dup_entity_ids (map, entities, NULL);
  g_strfreev (view->without);
  view->without = dup_relation_ids (map, (QgNumbers){ without->len, (const guint *) without->data });
  view->layout = *options;
  view->layout.engine = engine;
  view->layout.n_levels = 0;
  view->layout.levels = NULL;
  for (guint i = 0; i < options->n_levels; i++)
    {
      GStrv level = dup_entity_ids (map, options->levels[i], inside);

      if (level[0] != NULL)
        g_ptr_array_add (view->levels, level);
      else
        g_strfreev (level);
    }
  return view;
}

static void
qg_own_finalize (GObject *object)
{
  QgOwn *self = QG_OWN (object);

  g_ptr_array_unref (self->views);
  g_strfreev (self->entities);
  g_strfreev (self->relations);
  g_clear_error (&self->unread);
  G_OBJECT_CLASS (qg_own_parent_class)->finalize (object);
}

static void
qg_own_class_init (QgOwnClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qg_own_finalize;
  signals[VIEWS_CHANGED] =
      g_signal_new ("views-changed", QG_TYPE_OWN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[HIDDEN_CHANGED] =
      g_signal_new ("hidden-changed", QG_TYPE_OWN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
qg_own_init (QgOwn *self)
{
  self->views = g_ptr_array_new_with_free_func ((GDestroyNotify) qg_own_view_free);
  self->entities = new_strv ();
  self->relations = new_strv ();
}

QgOwn *
qg_own_new (void)
{
  return g_object_new (QG_TYPE_OWN, NULL);
}

guint
qg_own_get_n_views (QgOwn *self)
{
  return self->views->len;
}

const QgOwnView *
qg_own_get_view (QgOwn *self, guint n)
{
  g_return_val_if_fail (n < self->views->len, NULL);
  return g_ptr_array_index (self->views, n);
}

guint
qg_own_find_view (QgOwn *self, const char *id)
{
  for (guint i = 0; i < self->views->len; i++)
    if (g_str_equal (qg_own_get_view (self, i)->id, id))
      return i;
  return QG_NONE;
}

static char *
new_id (QgOwn *self, QgMap *map)
{
  for (guint i = 1;; i++)
    {
      g_autofree char *id = g_strdup_printf ("own-%u", i);

      if (qg_own_find_view (self, id) == QG_NONE && (map == NULL || qg_map_find_view (map, id) == QG_NONE))
        return g_steal_pointer (&id);
    }
}

const char *
qg_own_add_view (QgOwn *self, QgMap *map, QgOwnView *view, guint n)
{
  if (view->id == NULL)
    view->id = new_id (self, map);
  g_ptr_array_insert (self->views, (int) MIN (n, self->views->len), view);
  g_signal_emit (self, signals[VIEWS_CHANGED], 0);
  return view->id;
}

void
qg_own_rename_view (QgOwn *self, guint n, const char *title)
{
  QgOwnView *view;

  g_return_if_fail (n < self->views->len);
  view = g_ptr_array_index (self->views, n);
  g_free (view->title);
  view->title = g_strdup (title);
  g_signal_emit (self, signals[VIEWS_CHANGED], 0);
}

QgOwnView *
qg_own_steal_view (QgOwn *self, guint n)
{
  QgOwnView *view;

  g_return_val_if_fail (n < self->views->len, NULL);
  view = g_ptr_array_steal_index (self->views, n);
  g_signal_emit (self, signals[VIEWS_CHANGED], 0);
  return view;
}

const char *const *
qg_own_get_hidden_entities (QgOwn *self)
{
  return (const char *const *) self->entities;
}

const char *const *
qg_own_get_hidden_relations (QgOwn *self)
{
  return (const char *const *) self->relations;
}

gboolean
qg_own_set_hidden (QgOwn *self, const char *const *entities, const char *const *relations)
{
  GStrv old_entities = self->entities, old_relations = self->relations;
  gboolean same = g_strv_equal ((const char *const *) old_entities, entities) &&
                  g_strv_equal ((const char *const *) old_relations, relations);

  if (same)
    return FALSE;
  self->entities = g_strdupv ((GStrv) entities);
  self->relations = g_strdupv ((GStrv) relations);
  g_strfreev (old_entities);
  g_strfreev (old_relations);
  g_signal_emit (self, signals[HIDDEN_CHANGED], 0);
  return TRUE;
}

/* @shown, and behind them those of @before that @map does not know. */
static GStrv
join_unknown (const QgMap *map, GStrv shown, GStrv before, guint (*find) (const QgMap *, const char *))
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  g_strv_builder_addv (ids, (const char **) shown);
  for (guint i = 0; before[i] != NULL; i++)
    if (find (map, before[i]) == QG_NONE)
      g_strv_builder_add (ids, before[i]);
  return g_strv_builder_end (ids);
}

gboolean
qg_own_set_hidden_numbers (QgOwn *self, const QgMap *map, QgNumbers entities, QgNumbers relations)
{
  g_auto (GStrv) known_entities = dup_entity_ids (map, entities, NULL);
  g_auto (GStrv) known_relations = dup_relation_ids (map, relations);
  g_auto (GStrv) all_entities = join_unknown (map, known_entities, self->entities, qg_map_find_entity);
  g_auto (GStrv) all_relations = join_unknown (map, known_relations, self->relations, qg_map_find_relation);

  return qg_own_set_hidden (self, (const char *const *) all_entities, (const char *const *) all_relations);
}

/* As views of the map */

typedef struct
{
  QgMap *map;
  GHashTable *hidden; /* ids of entities that are not to be in it */
  GPtrArray *numbers; /* GArray of guint: what views have of them */
} Copy;

static QgNumbers
find_all (Copy *c, GStrv ids, guint (*find) (const QgMap *, const char *))
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));

  g_ptr_array_add (c->numbers, found);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      guint number = find (c->map, ids[i]);

      if (number != QG_NONE && !(find == qg_map_find_entity && g_hash_table_contains (c->hidden, ids[i])))
        g_array_append_val (found, number);
    }
  return (QgNumbers){ found->len, (const guint *) (gpointer) found->data };
}

#define ARROW " → "

/* Whether @text is @length bytes of @title in one of its languages. */
static gboolean
is_said (const QgText *text, const char *title, gsize length)
{
  for (guint i = 0; text != NULL && i < qg_text_get_n (text); i++)
    {
      const char *value = qg_text_get_nth (text, i, NULL);

      if (strlen (value) == length && strncmp (value, title, length) == 0)
        return TRUE;
    }
  return FALSE;
}

/* (nullable): the name of one of @entities that is @length bytes of @title */
static const QgText *
find_name (QgMap *map, QgNumbers entities, const char *title, gsize length)
{
  for (guint i = 0; i < entities.n; i++)
    if (is_said (qg_map_get_entity (map, entities.items[i])->name, title, length))
      return qg_map_get_entity (map, entities.items[i])->name;
  return NULL;
}

/* What the first @length bytes of @title are a title of: (nullable): the words of the map, and where they
 * are those of the ways between two (nullable) also the other end's. */
static const QgText *
find_words (QgMap *map, QgNumbers entities, const char *title, gsize length, const QgText **to)
{
  const char *arrow = g_strstr_len (title, (gssize) length, ARROW), *end;
  const QgText *from;

  *to = NULL;
  for (guint i = 0; i < qg_map_get_n_views (map); i++)
    if (is_said (qg_map_get_view (map, i)->title, title, length))
      return qg_map_get_view (map, i)->title;
  if (is_said (qg_map_get_title (map), title, length))
    return qg_map_get_title (map);
  from = find_name (map, entities, title, length);
  if (from != NULL || arrow == NULL)
    return from;
  end = arrow + strlen (ARROW);
  from = find_name (map, entities, title, (gsize) (arrow - title));
  *to = from != NULL ? find_name (map, entities, end, length - (gsize) (end - title)) : NULL;
  return *to != NULL ? from : NULL;
}

/* How long @title is without a number in brackets at its end; 0 where it has none. */
static gsize
cut_number (const char *title, gsize length)
{
  gsize n = length;

  if (n == 0 || title[--n] != ')' || n == 0 || !g_ascii_isdigit (title[n - 1]))
    return 0;
  while (n > 0 && g_ascii_isdigit (title[n - 1]))
    n--;
  return n > 2 && title[n - 1] == '(' && title[n - 2] == ' ' ? n - 2 : 0;
}

/* (transfer full) (nullable): of what is called as the map calls what is in it, the words of the map in every
 * language, with the number that makes it another one */
static QgText *
new_title_of_map (QgMap *map, QgNumbers entities, const char *title)
{
  guint n;
  g_autofree QgLang *langs = qg_map_new_shown_languages (map, &n);
  g_auto (GStrv) values = g_new0 (char *, n + 1);
  const QgText *words = NULL, *to = NULL;
  gsize length = strlen (title);

  while ((words = find_words (map, entities, title, length, &to)) == NULL)
    if ((length = cut_number (title, length)) == 0)
      return NULL;
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *value =
          g_strconcat (qg_text_pick (words, langs[i], NULL), to != NULL ? ARROW : "",
                       to != NULL ? qg_text_pick (to, langs[i], NULL) : "", title + length, NULL);

      values[i] = langs[i] == QG_LANG_KK_LATN ? qg_latin_from_cyrillic (value) : g_steal_pointer (&value);
    }
  return qg_text_new (langs, (const char *const *) values, n);
}

/* The same words in every language of the map: a name is a name. One that was proposed and left so is that of
 * the map, in each of them its own. */
static QgText *
new_title (QgMap *map, QgNumbers entities, const char *title)
{
  QgText *of_map = new_title_of_map (map, entities, title);
  guint n;
  g_autofree QgLang *langs = qg_map_new_shown_languages (map, &n);
  g_autofree const char **values = g_new (const char *, n);
  g_autofree char *latin = NULL;

  if (of_map != NULL)
    return of_map;
  latin = qg_latin_from_cyrillic (title);
  for (guint i = 0; i < n; i++)
    values[i] = langs[i] == QG_LANG_KK_LATN ? latin : title;
  return qg_text_new (langs, values, n);
}

/* FALSE where nothing of it is on the map. */
static gboolean
fill_view (Copy *c, const QgOwnView *own, QgView *view)
{
  g_autoptr (GArray) levels = g_array_new (FALSE, FALSE, sizeof (QgNumbers));

  *view = (QgView){ .id = own->id, .page = own->page, .layout = own->layout };
  view->entities = find_all (c, own->entities, qg_map_find_entity);
  if (view->entities.n == 0 || qg_map_find_view (c->map, own->id) != QG_NONE)
    return FALSE;
  view->title = new_title (c->map, view->entities, own->title);
  view->without = find_all (c, own->without, qg_map_find_relation);
  view->collapsed = find_all (c, own->collapsed, qg_map_find_kind);
  for (guint i = 0; i < own->levels->len; i++)
    {
      QgNumbers level = find_all (c, g_ptr_array_index (own->levels, i), qg_map_find_entity);

      if (level.n > 0)
        g_array_append_val (levels, level);
    }
  view->layout.n_levels = levels->len;
  view->layout.levels = g_memdup2 (levels->data, sizeof (QgNumbers) * levels->len);
  return TRUE;
}

void
qg_own_set_unread (QgOwn *self, const GError *why)
{
  g_clear_error (&self->unread);
  if (why != NULL)
    self->unread = g_error_copy (why);
}

const GError *
qg_own_get_unread (QgOwn *self)
{
  return self->unread;
}

QgMap *
qg_own_dup_map (QgOwn *self, QgMap *map, gboolean seen_alone)
{
  g_autoptr (GHashTable) hidden = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) numbers = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (GArray) views = g_array_new (FALSE, FALSE, sizeof (QgView));
  Copy c = { qg_map_get_base (map), hidden, numbers };
  QgMap *varied;

  for (guint i = 0; seen_alone && self->entities[i] != NULL; i++)
    g_hash_table_add (hidden, self->entities[i]);
  for (guint i = 0; i < self->views->len; i++)
    {
      QgView view;

      if (fill_view (&c, qg_own_get_view (self, i), &view))
        g_array_append_val (views, view);
    }
  varied = qg_map_new_with_views (map, (const QgView *) (gpointer) views->data, views->len);
  for (guint i = 0; i < views->len; i++)
    {
      QgView *view = &g_array_index (views, QgView, i);

      qg_text_unref (view->title);
      g_free ((gpointer) view->layout.levels);
    }
  return varied;
}
