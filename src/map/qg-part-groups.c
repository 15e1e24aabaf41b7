/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Groups collapsed to one node each. What stands for a group, and for the relations that lead to one, are
 * entities and relations of a varied map behind its own: to all who draw, measure and read they are like
 * others. They are never taken away again, so that the parts of a history stay good. */

#include "qg-map-private.h"
#include "qg-map-vary.h"
#include "qg-part-private.h"

#include <string.h>

/* Between a verb and its number, which no line separates. */
#define VERB_DOT "\u00a0·\u00a0"

typedef struct
{
  QgPart *origin;
  QgMap *map; /* the varied one that is made */
  const guint8 *collapsed;
  QgCountWords words;
  guint *groups; /* for each kind */
  GCancellable *cancellable;
} Collapse;

/* Between two nodes. */
typedef struct
{
  guint from, to, n;
  guint one;          /* the first relation of the map between them */
  gboolean mixed;     /* statements of several kinds */
  gboolean same_verb; /* and all or none of them denials */
} Bundle;

void
qg_map_groups_unref (QgMapGroups *groups)
{
  if (!g_atomic_ref_count_dec (&groups->ref_count))
    return;
  g_array_unref (groups->entities);
  g_array_unref (groups->relations);
  g_array_unref (groups->verbs);
  g_array_unref (groups->sizes);
  g_array_unref (groups->merged);
  g_hash_table_unref (groups->known);
  g_ptr_array_unref (groups->texts);
  qg_arena_free (groups->arena);
  g_free (groups);
}

static QgText *
keep_text (QgMapGroups *groups, QgText *text)
{
  if (text != NULL)
    g_ptr_array_add (groups->texts, text);
  return text;
}

/* A copy with all that was there, to which more is added before anybody else sees it. */
static QgMapGroups *
groups_copy (const QgMapGroups *old)
{
  QgMapGroups *groups = g_new0 (QgMapGroups, 1);
  GHashTableIter iter;
  gpointer key, value;

  g_atomic_ref_count_init (&groups->ref_count);
  groups->arena = qg_arena_new ();
  groups->texts = g_ptr_array_new_with_free_func ((GDestroyNotify) qg_text_unref);
  groups->known = g_hash_table_new (g_str_hash, g_str_equal);
  groups->entities = g_array_new (FALSE, FALSE, sizeof (QgEntity));
  groups->relations = g_array_new (FALSE, FALSE, sizeof (QgRelation));
  groups->verbs = g_array_new (FALSE, FALSE, sizeof (QgVerb));
  groups->sizes = g_array_new (FALSE, FALSE, sizeof (guint));
  groups->merged = g_array_new (FALSE, FALSE, sizeof (QgMerged));
  if (old == NULL)
    return groups;
  for (guint i = 0; i < old->texts->len; i++)
    keep_text (groups, qg_text_ref (g_ptr_array_index (old->texts, i)));
  g_array_append_vals (groups->entities, old->entities->data, old->entities->len);
  g_array_append_vals (groups->relations, old->relations->data, old->relations->len);
  g_array_append_vals (groups->verbs, old->verbs->data, old->verbs->len);
  g_array_append_vals (groups->sizes, old->sizes->data, old->sizes->len);
  g_array_append_vals (groups->merged, old->merged->data, old->merged->len);
  for (guint i = 0; i < groups->entities->len; i++)
    {
      QgEntity *entity = &g_array_index (groups->entities, QgEntity, i);

      entity->id = qg_arena_copy_string (groups->arena, entity->id);
    }
  for (guint i = 0; i < groups->relations->len; i++)
    {
      QgRelation *relation = &g_array_index (groups->relations, QgRelation, i);

      relation->id = qg_arena_copy_string (groups->arena, relation->id);
    }
  for (guint i = 0; i < groups->verbs->len; i++)
    {
      QgVerb *verb = &g_array_index (groups->verbs, QgVerb, i);

      verb->id = qg_arena_copy_string (groups->arena, verb->id);
    }
  g_hash_table_iter_init (&iter, old->known);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (groups->known, (gpointer) qg_arena_copy_string (groups->arena, key), value);
  return groups;
}

/* Whether @key is there already: its number goes to @number. */
static gboolean
is_known (const QgMapGroups *groups, const char *key, guint *number)
{
  gpointer value;

  if (!g_hash_table_lookup_extended (groups->known, key, NULL, &value))
    return FALSE;
  *number = GPOINTER_TO_UINT (value);
  return TRUE;
}

static const char *
know (QgMapGroups *groups, const char *key, guint number)
{
  const char *kept = qg_arena_copy_string (groups->arena, key);

  g_hash_table_insert (groups->known, (gpointer) kept, GUINT_TO_POINTER (number));
  return kept;
}

/* @text, @dot and @n in each language that has words for it, NULL where none has; where @text is NULL, words
 * for @n relations. Kazakh in Latin letters is among the languages. @all: with marked words of others where a
 * language has none. */
static QgText *
new_words (const Collapse *c, const QgText *text, const char *dot, guint n, gboolean all)
{
  guint n_shown, n_langs = 0;
  g_autofree QgLang *langs = qg_map_new_shown_languages (c->map, &n_shown);
  g_auto (GStrv) values = g_new0 (char *, n_shown + 1);

  for (guint i = 0; i < n_shown; i++)
    {
      g_autofree char *shown = text != NULL ? qg_text_dup_marked (text, langs[i]) : NULL;

      if (text != NULL && !all && qg_text_get (text, langs[i]) == NULL)
        continue;
      values[n_langs] = text != NULL ? g_strdup_printf ("%s%s%u", shown, dot, n) : c->words (n, langs[i]);
      langs[n_langs++] = langs[i];
    }
  return n_langs > 0 ? qg_text_new (langs, (const char *const *) values, n_langs) : NULL;
}

static guint
find_group (Collapse *c, guint kind, guint n_members)
{
  QgMapGroups *groups = c->map->groups;
  guint first = qg_map_get_n_entities (c->map), number;
  const QgKind *k = qg_map_get_kind (c->map, kind);
  g_autofree char *key = g_strdup_printf ("group-%s-%u", k->id, n_members);
  /* Verbs after its name are those for several, in every language. */
  QgEntity entity = { .kind = kind, .importance = 3, .plural = G_MAXUINT32 };

  if (is_known (groups, key, &number))
    return first + number;
  entity.id = know (groups, key, groups->entities->len);
  entity.name = entity.label =
      keep_text (groups, new_words (c, k->plural != NULL ? k->plural : k->name, " · ", n_members, TRUE));
  g_array_append_val (groups->entities, entity);
  g_array_append_val (groups->sizes, n_members);
  return first + groups->entities->len - 1;
}

static gboolean
has_words (const QgText *text)
{
  return text != NULL && *qg_text_pick (text, QG_LANG_EN, NULL) != '\0';
}

static QgText *
new_number (const Collapse *c, guint n)
{
  guint n_langs;
  g_autofree QgLang *langs = qg_map_new_shown_languages (c->map, &n_langs);
  g_auto (GStrv) values = g_new0 (char *, n_langs + 1);

  for (guint i = 0; i < n_langs; i++)
    values[i] = g_strdup_printf ("%u", n);
  return qg_text_new (langs, (const char *const *) values, n_langs);
}

/* '3' for relations that say nothing but where they lead; one of them alone goes on saying nothing. */
static void
number_arrows (const Collapse *c, const Bundle *bundle, const QgVerb *one, QgVerb *verb)
{
  if (bundle->n > 1)
    verb->label = verb->inverse = keep_text (c->map->groups, new_number (c, bundle->n));
  else
    {
      verb->label = keep_text (c->map->groups, qg_text_ref (one->label));
      verb->inverse =
          one->inverse != NULL ? keep_text (c->map->groups, qg_text_ref (one->inverse)) : verb->label;
    }
}

static void
count_words (const Collapse *c, const Bundle *bundle, const QgVerb *one, gboolean named, QgVerb *verb)
{
  QgMapGroups *groups = c->map->groups;

  verb->label = verb->inverse =
      keep_text (groups, new_words (c, named ? one->label : NULL, VERB_DOT, bundle->n, TRUE));
  if (named && has_words (one->inverse))
    verb->inverse = keep_text (groups, new_words (c, one->inverse, VERB_DOT, bundle->n, TRUE));
  if (named && one->plural != NULL)
    verb->plural = keep_text (groups, new_words (c, one->plural, VERB_DOT, bundle->n, FALSE));
}

/* 'elect · 3' where all relations have that verb, else '5 relations'. */
static guint
find_verb (Collapse *c, const Bundle *bundle)
{
  QgMapGroups *groups = c->map->groups;
  guint number_of_verb = qg_map_get_relation (c->map, bundle->one)->verb, number;
  const QgVerb *one = qg_map_get_verb (c->map, number_of_verb);
  gboolean named = bundle->same_verb && has_words (one->label);
  g_autofree char *key = named ? g_strdup_printf ("group-verb-%u-%u", number_of_verb, bundle->n)
                               : g_strdup_printf ("group-relations-%u", bundle->n);
  guint first = c->map->verbs->len;
  QgVerb verb = { 0 };

  if (is_known (groups, key, &number))
    return first + number;
  verb.id = know (groups, key, groups->verbs->len);
  if (named && qg_words_are_arrow (qg_text_pick (one->label, QG_LANG_EN, NULL)))
    number_arrows (c, bundle, one, &verb);
  else
    count_words (c, bundle, one, named, &verb);
  g_array_append_val (groups->verbs, verb);
  return first + groups->verbs->len - 1;
}

/* One relation alone keeps its kind of statement and its sources. Its verb is that of one in a group, not of
 * all: like that of several it says how many they are. */
static guint
find_relation (Collapse *c, const Bundle *bundle)
{
  QgMapGroups *groups = c->map->groups;
  const QgRelation *one = qg_map_get_relation (c->map, bundle->one);
  guint first = qg_map_get_n_relations (c->map), number;
  g_autofree char *key = g_strdup_printf ("group-relation-%u-%u-%u-%u-%d-%d", bundle->from, bundle->to,
                                          bundle->n, bundle->one, bundle->mixed, bundle->same_verb);
  QgRelation relation = { .from = bundle->from, .to = bundle->to };
  const QgMerged merged = { bundle->n, bundle->one, bundle->mixed };

  if (is_known (groups, key, &number))
    return first + number;
  relation.id = know (groups, key, groups->relations->len);
  relation.statement = bundle->mixed ? QG_STATEMENT_UNSTATED : one->statement;
  relation.denial = bundle->same_verb && one->denial;
  if (bundle->n == 1)
    relation.citations = one->citations;
  relation.verb = find_verb (c, bundle);
  g_array_append_val (groups->relations, relation);
  g_array_append_val (groups->merged, merged);
  return first + groups->relations->len - 1;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *) a, y = *(const guint *) b;

  return x < y ? -1 : x > y;
}

/* Adds what stands for groups to numbers of the map, which are ascending: these all come behind. */
static void
append_groups (GArray *numbers, GArray *groups)
{
  g_array_sort (groups, compare_numbers);
  g_array_append_vals (numbers, groups->data, groups->len);
}

/* Counts the entities of each kind, and notes the last of each in c->groups. FALSE when cancelled. */
static gboolean
count_kinds (Collapse *c, QgNumbers entities, guint *counts)
{
  for (guint i = 0; i < entities.n; i++)
    {
      guint kind = qg_map_get_entity (c->map, entities.items[i])->kind;

      if (g_cancellable_is_cancelled (c->cancellable))
        return FALSE;
      counts[kind]++;
      c->groups[kind] = entities.items[i];
    }
  return TRUE;
}

/* An entity alone stands for its group itself: what is said of it is not true of its whole kind. NULL when
 * cancelled. */
static GArray *
collapse_entities (Collapse *c)
{
  QgNumbers entities = qg_part_get_entities (c->origin);
  guint n_kinds = qg_map_get_n_kinds (c->map);
  g_autofree guint *counts = g_new0 (guint, n_kinds + 1);
  g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) groups = g_array_new (FALSE, FALSE, sizeof (guint));

  if (!count_kinds (c, entities, counts))
    return NULL;
  for (guint i = 0; i < n_kinds; i++)
    if (!c->collapsed[i] || counts[i] == 0)
      c->groups[i] = QG_NONE;
    else if (counts[i] > 1)
      {
        c->groups[i] = find_group (c, i, counts[i]);
        g_array_append_val (groups, c->groups[i]);
      }
  for (guint i = 0; i < entities.n; i++)
    if (qg_part_node_of (c->map, c->collapsed, c->groups, entities.items[i]) == entities.items[i])
      g_array_append_val (nodes, entities.items[i]);
  append_groups (nodes, groups);
  return g_steal_pointer (&nodes);
}

/* Adds what stands for @bundles to @kept. FALSE when cancelled. */
static gboolean
append_bundles (Collapse *c, GArray *kept, const GArray *bundles)
{
  g_autoptr (GArray) merged = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < bundles->len; i++)
    {
      guint number = find_relation (c, &g_array_index (bundles, Bundle, i));

      if (g_cancellable_is_cancelled (c->cancellable))
        return FALSE;
      g_array_append_val (merged, number);
    }
  append_groups (kept, merged);
  return TRUE;
}

/* NULL when cancelled. */
static GArray *
collapse_relations (Collapse *c)
{
  QgNumbers relations = qg_part_get_relations (c->origin);
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) bundles = g_array_new (FALSE, FALSE, sizeof (Bundle));
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < relations.n; i++)
    {
      const QgRelation *relation = qg_map_get_relation (c->map, relations.items[i]);
      guint from = qg_part_node_of (c->map, c->collapsed, c->groups, relation->from);
      guint to = qg_part_node_of (c->map, c->collapsed, c->groups, relation->to);
      gint64 key = (gint64) ((guint64) from << 32 | to);
      guint place;

      if (g_cancellable_is_cancelled (c->cancellable))
        return NULL;
      if (from == relation->from && to == relation->to)
        g_array_append_val (kept, relations.items[i]);
      if (from == to || (from == relation->from && to == relation->to))
        continue;
      place = GPOINTER_TO_UINT (g_hash_table_lookup (places, &key));
      if (place > 0)
        {
          Bundle *bundle = &g_array_index (bundles, Bundle, place - 1);

          const QgRelation *one = qg_map_get_relation (c->map, bundle->one);

          bundle->n++;
          bundle->mixed |= relation->statement != one->statement;
          bundle->same_verb &= relation->verb == one->verb && relation->denial == one->denial;
        }
      else
        {
          Bundle bundle = { from, to, 1, relations.items[i], FALSE, TRUE };

          g_array_append_val (bundles, bundle);
          g_hash_table_insert (places, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (bundles->len));
        }
    }
  return append_bundles (c, kept, bundles) ? g_steal_pointer (&kept) : NULL;
}

/* The views of @map go on being its own in the map with more groups. */
static QgMap *
vary (QgMap *map)
{
  guint first = qg_map_get_n_given_views (map), n = qg_map_get_n_views (map) - first;
  QgMap *varied = qg_map_new_with_views (map, n > 0 ? qg_map_get_view (map, first) : NULL, n);
  QgMapGroups *old = varied->groups;

  varied->groups = groups_copy (old);
  if (old != NULL)
    qg_map_groups_unref (old);
  return varied;
}

/* qg_part_new_collapsed:
 * @part: its origin is what groups are collapsed in
 * @map: akin to its map, with at least its groups: the newest one
 * @collapsed: for each kind whether it is to be one node
 * @cancellable: (nullable): polled at every entity and relation
 *
 * Returns: (transfer full) (nullable): the part, of a new map with further groups (qg_part_get_map()); its
 * numbers go for all later ones. %NULL when cancelled, and only then. Any thread. */
QgPart *
qg_part_new_collapsed (QgPart *part, QgMap *map, const guint8 *collapsed, QgCountWords words,
                       GCancellable *cancellable)
{
  g_autoptr (QgMap) varied = vary (map);
  g_autoptr (QgPart) origin = qg_part_new_akin (qg_part_get_origin (part), varied);
  guint n_kinds = qg_map_get_n_kinds (varied);
  g_autofree guint *groups = g_new0 (guint, n_kinds + 1);
  Collapse c = { origin, varied, collapsed, words, groups, cancellable };
  g_autoptr (GArray) entities = collapse_entities (&c);
  g_autoptr (GArray) relations = entities != NULL ? collapse_relations (&c) : NULL;
  QgLayoutOptions options = *qg_part_get_layout_options (origin);
  QgPart *new;

  if (relations == NULL)
    return NULL;
  new = qg_part_new_akin (origin, varied);
  g_array_unref (new->entities);
  g_array_unref (new->relations);
  new->entities = g_steal_pointer (&entities);
  new->relations = g_steal_pointer (&relations);
  if (new->options != &new->own_options)
    qg_part_copy_options (new, &options);
  new->origin = g_steal_pointer (&origin);
  new->collapsed = g_new0 (guint8, n_kinds + 1);
  memcpy (new->collapsed, collapsed, n_kinds);
  new->groups = g_steal_pointer (&groups);
  return new;
}
