/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* The end of a draft: ids, texts and verbs as a map has them. */

#include "qg-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "qg-draft-private.h"
#include "qg-enums.h"
#include "qg-formats-error.h"

/* ── Texts ── */

static QgText *
keep (QgDraftEnd *end, QgText *text)
{
  g_ptr_array_add (end->texts, text);
  return text;
}

/* A text that does not say its language gives way to one that says that it is in the same. */
QgText *
qg_draft_end_text (QgDraftEnd *end, const QgDraftText *from, const char *prefix)
{
  QgLang langs[40];
  const char *values[40];
  guint n = 0;
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i <= end->draft->langs->len && n < G_N_ELEMENTS (langs); i++)
    {
      QgLang lang = i < end->draft->langs->len ? g_array_index (end->draft->langs, QgLang, i) : NULL;

      for (const QgDraftText *t = from; t != NULL; t = t->next)
        {
          gboolean fits = t->lang == lang;

          for (guint k = 0; k < n && lang == NULL; k++)
            fits = fits && langs[k] != end->plain;
          /* Beside texts in languages it is what the file shows in one of them. */
          if (!fits || (lang == NULL && n > 0))
            continue;
          langs[n] = lang != NULL ? lang : end->plain;
          values[n] = t->value;
          if (prefix != NULL)
            {
              g_ptr_array_add (made, g_strconcat (prefix, t->value, NULL));
              values[n] = made->pdata[made->len - 1];
            }
          n++;
          break;
        }
    }
  return n > 0 ? keep (end, qg_text_new (langs, values, n)) : NULL;
}

QgText *
qg_draft_end_words (QgDraftEnd *end, const char *kk, const char *ru, const char *en)
{
  QgLang langs[40];
  const char *values[40];
  guint n = MIN (end->draft->langs->len, G_N_ELEMENTS (langs));

  for (guint i = 0; i < n; i++)
    {
      langs[i] = g_array_index (end->draft->langs, QgLang, i);
      values[i] = langs[i] == QG_LANG_KK ? kk : langs[i] == QG_LANG_RU ? ru : en;
    }
  return keep (end, qg_text_new (langs, values, n));
}

QgText *
qg_draft_end_plain (QgDraftEnd *end, const char *value)
{
  return keep (end, qg_text_new_single (end->plain, value));
}

/* ── Verbs ── */

static guint
get_other_verb (QgDraftEnd *end)
{
  QgVerb verb = { NULL, NULL, NULL };

  if (end->other_verb != QG_NONE)
    return end->other_verb;
  verb.id = qg_draft_ids_make (&end->verb_ids, NULL, "leads-to");
  verb.label = qg_draft_end_words (end, "→", "→", "→");
  verb.inverse = qg_draft_end_words (end, "←", "←", "←");
  return end->other_verb = qg_map_builder_add_verb (end->builder, &verb);
}

static guint
add_verb (QgDraftEnd *end, const QgDraftVerb *from, const char *key)
{
  QgVerb verb = { qg_draft_ids_make (&end->verb_ids, key, "verb"), qg_draft_end_text (end, from->label, NULL),
                  qg_draft_end_text (end, from->inverse, NULL) };

  if (verb.label == NULL)
    verb.label = qg_draft_end_plain (end, key);
  if (verb.inverse == NULL && from->label != NULL)
    verb.inverse = qg_draft_end_text (end, from->label, "← ");
  else if (verb.inverse == NULL)
    {
      g_autofree char *inverse = g_strconcat ("← ", key, NULL);

      verb.inverse = qg_draft_end_plain (end, inverse);
    }
  return qg_map_builder_add_verb (end->builder, &verb);
}

static gboolean
is_changed (const QgDraftVerb *verb)
{
  return g_str_has_prefix (verb->key, QG_DRAFT_CHANGED);
}

/* Those that the file carries along come first: a word that a person has put in may be the one of another
 * verb. */
static void
add_verbs (QgDraftEnd *end)
{
  QgDraft *draft = end->draft;
  g_autoptr (GHashTable) words = g_hash_table_new (g_str_hash, g_str_equal); /* numbers plus one */

  for (guint i = 0; i < draft->verbs->len; i++)
    qg_draft_ids_reserve (&end->verb_ids, g_array_index (draft->verbs, QgDraftVerb, i).key);
  for (guint i = 0; i < draft->verbs->len; i++)
    {
      const QgDraftVerb *from = &g_array_index (draft->verbs, QgDraftVerb, i);

      if (is_changed (from))
        continue;
      end->verb_numbers[i] = add_verb (end, from, from->key);
      for (const QgDraftText *t = from->label; t != NULL; t = t->next)
        if (t->lang == end->plain)
          g_hash_table_insert (words, (gpointer) t->value, GUINT_TO_POINTER (end->verb_numbers[i] + 1));
    }
  for (guint i = 0; i < draft->verbs->len; i++)
    {
      const QgDraftVerb *from = &g_array_index (draft->verbs, QgDraftVerb, i);
      guint number =
          GPOINTER_TO_UINT (g_hash_table_lookup (words, from->label != NULL ? from->label->value : ""));

      if (!is_changed (from))
        continue;
      end->verb_numbers[i] = number > 0 ? number - 1 : add_verb (end, from, from->label->value);
    }
}

/* ── Entities ── */

/* A page that an entity leads to becomes a source, an address a part of its description. */
static guint
get_source (QgDraftEnd *end, const char *url)
{
  guint n = g_hash_table_size (end->sources);
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (end->sources, url));
  g_autofree char *id = g_strdup_printf ("link-%u", n + 1);
  QgSource source = { .id = id, .url = url, .listed = TRUE };

  if (number > 0)
    return number - 1;
  source.title = qg_draft_end_plain (end, url);
  number = qg_map_builder_add_source (end->builder, &source);
  g_hash_table_insert (end->sources, (gpointer) url, GUINT_TO_POINTER (number + 1));
  return number;
}

static void
add_description (QgDraft *draft, QgDraftEntity *entity, const char *line)
{
  QgDraftText *text = entity->description;
  g_autofree char *whole = text != NULL ? g_strconcat (text->value, "\n", line, NULL) : g_strdup (line);

  if (text == NULL)
    {
      text = entity->description = qg_arena_alloc (draft->arena, sizeof *text);
      *text = (QgDraftText){ NULL, NULL, NULL };
    }
  text->value = qg_arena_copy_string (draft->arena, whole);
}

static void
add_entity (QgDraftEnd *end, QgDraftEntity *from, const char *id)
{
  QgEntity entity = { .id = id,
                      .kind = qg_draft_end_kind_of (end, from),
                      .importance = from->importance,
                      .is_placed = from->is_placed,
                      .place = from->center };
  QgCitation citation = { QG_NONE, QG_NONE };

  if (from->url != NULL && g_ascii_strncasecmp (from->url, "mailto:", 7) == 0)
    add_description (end->draft, from, from->url);
  else if (from->url != NULL)
    {
      citation.source = get_source (end, from->url);
      entity.citations = (QgCitations){ 1, &citation };
    }
  qg_draft_drawn_settle (end->draft, from, end->plain);
  entity.name = qg_draft_end_text (end, from->name, NULL);
  entity.label = qg_draft_end_text (end, from->label, NULL);
  if (entity.name == NULL)
    entity.name = entity.label != NULL ? entity.label : qg_draft_end_plain (end, from->key);
  entity.description = qg_draft_end_text (end, from->description, NULL);
  qg_map_builder_add_entity (end->builder, &entity);
}

static void
add_entities (QgDraftEnd *end)
{
  QgDraft *draft = end->draft;

  qg_losses_set_file (draft->losses, draft->entity_file);
  for (guint i = 0; i < draft->entities->len; i++)
    qg_draft_ids_reserve (&end->entity_ids, g_array_index (draft->entities, QgDraftEntity, i).key);
  for (guint i = 0; i < draft->entities->len; i++)
    {
      QgDraftEntity *entity = &g_array_index (draft->entities, QgDraftEntity, i);

      const char *id = qg_draft_ids_make (&end->entity_ids, entity->key, "entity");

      if (!entity->key_is_name && strcmp (id, entity->key) != 0)
        qg_losses_add (draft->losses, N_ ("changed: ids that are no ids in a map (%s)"), NULL,
                       entity->place.line, entity->place.column);
      add_entity (end, entity, id);
    }
}

/* ── Relations ── */

static GHashTable *
index_names (QgDraft *draft)
{
  GHashTable *names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < draft->entities->len; i++)
    {
      const QgDraftEntity *entity = &g_array_index (draft->entities, QgDraftEntity, i);
      const QgDraftText *texts[] = { entity->name, entity->label };

      for (guint k = 0; k < G_N_ELEMENTS (texts); k++)
        for (const QgDraftText *t = texts[k]; t != NULL; t = t->next)
          if (!g_hash_table_contains (names, t->value))
            g_hash_table_insert (names, (gpointer) t->value, GUINT_TO_POINTER (i + 1));
    }
  return names;
}

static guint
find_end (QgDraft *draft, GHashTable *names, const char *key, const QgDraftPlace *place)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (draft->entity_keys, key));

  if (number == 0 && names != NULL)
    number = GPOINTER_TO_UINT (g_hash_table_lookup (names, key));
  if (number == 0 && draft->makes_ends)
    {
      qg_draft_begin (draft, place->line, place->column);
      qg_draft_put (draft, QG_FIELD_NAME, NULL, key);
      qg_draft_add_entity (draft);
      number = draft->entities->len;
    }
  return number - 1;
}

typedef struct
{
  guint from, to;
} Ends;

/* Before the entities are added: more of them may be made. The ends of relations that are left out are
 * QG_NONE. */
static Ends *
find_ends (QgDraft *draft)
{
  g_autoptr (GHashTable) names = draft->names_are_ends ? index_names (draft) : NULL;
  Ends *ends = g_new (Ends, draft->relations->len + 1);

  qg_losses_set_file (draft->losses, draft->relation_file);
  for (guint i = 0; i < draft->relations->len; i++)
    {
      const QgDraftRelation *relation = &g_array_index (draft->relations, QgDraftRelation, i);

      ends[i].from = find_end (draft, names, relation->from, &relation->from_place);
      ends[i].to = find_end (draft, names, relation->to, &relation->to_place);
      if (ends[i].from == QG_NONE || ends[i].to == QG_NONE)
        {
          gboolean from = ends[i].from == QG_NONE;
          QgDraftPlace place = from ? relation->from_place : relation->to_place;

          qg_losses_add_example (
              draft->losses,
              N_ ("left out: relations with an end that is not in the file (%s), such as “%s”"),
              from ? relation->from : relation->to, place.line, place.column);
        }
    }
  return ends;
}

static void
add_relations (QgDraftEnd *end, const Ends *ends)
{
  QgDraft *draft = end->draft;

  for (guint i = 0; i < draft->relations->len; i++)
    qg_draft_ids_reserve (&end->relation_ids, g_array_index (draft->relations, QgDraftRelation, i).key);
  for (guint i = 0; i < draft->relations->len; i++)
    {
      const QgDraftRelation *from = &g_array_index (draft->relations, QgDraftRelation, i);
      g_autofree char *numbered = g_strdup_printf ("r%u", i + 1);
      QgRelation relation = { .from = ends[i].from, .to = ends[i].to };

      if (relation.from == QG_NONE || relation.to == QG_NONE)
        continue;
      relation.id = qg_draft_ids_make (&end->relation_ids, from->key, numbered);
      relation.verb = from->verb != QG_NONE ? end->verb_numbers[from->verb] : get_other_verb (end);
      relation.explanation = qg_draft_end_text (end, from->explanation, NULL);
      relation.statement = from->statement;
      relation.denial = from->denial;
      qg_map_builder_add_relation (end->builder, &relation);
    }
}

/* ── The whole ── */

static gboolean
needs_plain (const QgDraftText *text)
{
  return text == NULL || (text->next == NULL && text->lang == NULL);
}

/* Whether any text is there only without its language. */
static gboolean
lacks_language (const QgDraft *draft)
{
  for (guint i = 0; i < draft->entities->len; i++)
    {
      const QgDraftEntity *entity = &g_array_index (draft->entities, QgDraftEntity, i);

      if (needs_plain (entity->name) && (entity->name != NULL || needs_plain (entity->label)))
        return TRUE;
    }
  for (guint i = 0; i < draft->kinds->len; i++)
    if (needs_plain (g_array_index (draft->kinds, QgDraftKind, i).name))
      return TRUE;
  for (guint i = 0; i < draft->verbs->len; i++)
    if (needs_plain (g_array_index (draft->verbs, QgDraftVerb, i).label))
      return TRUE;
  return draft->langs->len == 0;
}

static QgLang
settle_languages (QgDraft *draft)
{
  QgLang plain = qg_draft_guess_language (draft);

  for (guint i = 0; i < draft->langs->len; i++)
    if (g_array_index (draft->langs, QgLang, i) == plain)
      return plain;
  if (!lacks_language (draft) || draft->langs->len >= QG_DRAFT_MAX_LANGS)
    return g_array_index (draft->langs, QgLang, 0);
  g_array_append_val (draft->langs, plain);
  return plain;
}

/* The name of the file without its endings. */
static char *
dup_file_title (const QgDraft *draft)
{
  g_autofree char *base = g_path_get_basename (draft->input->path);
  g_autofree char *title = g_filename_display_name (base);
  char *dot = strchr (title + 1, '.');

  if (dot != NULL)
    *dot = '\0';
  return g_steal_pointer (&title);
}

static void
begin_map (QgDraftEnd *end)
{
  QgDraft *draft = end->draft;
  g_autofree char *title = dup_file_title (draft);
  QgDraftIds ids;

  qg_draft_drawn_settle_title (draft, end->plain);
  qg_draft_ids_init (&ids);
  qg_draft_ids_reserve (&ids, draft->id);
  end->builder = qg_map_builder_new (qg_draft_ids_make (&ids, draft->id != NULL ? draft->id : title, "map"),
                                     draft->title != NULL ? qg_draft_end_text (end, draft->title, NULL)
                                                          : qg_draft_end_plain (end, title),
                                     (const QgLang *) (gpointer) draft->langs->data, draft->langs->len);
  qg_map_builder_set_about (end->builder, qg_draft_end_text (end, draft->description, NULL), NULL, NULL,
                            NULL);
  qg_draft_ids_clear (&ids);
}

static void
end_clear (QgDraftEnd *end)
{
  qg_draft_ids_clear (&end->kind_ids);
  qg_draft_ids_clear (&end->verb_ids);
  qg_draft_ids_clear (&end->entity_ids);
  qg_draft_ids_clear (&end->relation_ids);
  g_ptr_array_unref (end->texts);
  g_hash_table_unref (end->mark_kinds);
  g_hash_table_unref (end->sources);
  g_free (end->kind_numbers);
  g_free (end->verb_numbers);
}

static QgMap *
make_map (QgDraft *draft)
{
  g_autofree Ends *ends = find_ends (draft);
  QgDraftEnd end = { .draft = draft,
                     .plain = settle_languages (draft),
                     .texts = g_ptr_array_new_with_free_func ((GDestroyNotify) qg_text_unref),
                     .kind_numbers = g_new (guint, draft->kinds->len + 1),
                     .verb_numbers = g_new (guint, draft->verbs->len + 1),
                     .other_kind = QG_NONE,
                     .other_verb = QG_NONE,
                     .mark_kinds = g_hash_table_new (g_str_hash, g_str_equal),
                     .sources = g_hash_table_new (g_str_hash, g_str_equal) };
  QgMap *map;

  qg_draft_ids_init (&end.kind_ids);
  qg_draft_ids_init (&end.verb_ids);
  qg_draft_ids_init (&end.entity_ids);
  qg_draft_ids_init (&end.relation_ids);
  begin_map (&end);
  qg_draft_end_kinds (&end);
  add_verbs (&end);
  add_entities (&end);
  add_relations (&end, ends);
  map = qg_map_builder_end (end.builder);
  end_clear (&end);
  return map;
}

QgMap *
qg_draft_end (QgDraft *draft, GError **error)
{
  QgProblems *problems = draft->input->problems;
  QgMap *map = NULL;

  if (g_cancellable_set_error_if_cancelled (draft->input->cancellable, error))
    return NULL;
  if (qg_problems_get_n_errors (problems) == 0)
    {
      qg_draft_arrange (draft);
      map = make_map (draft);
    }
  /* Ends that are made can be wrong, too. */
  if (qg_problems_get_n_errors (problems) > 0)
    {
      g_clear_pointer (&map, qg_map_unref);
      g_set_error (error, QG_FORMATS_ERROR, QG_FORMATS_ERROR_INVALID, "%s: the file has errors",
                   draft->input->path);
      return NULL;
    }
  qg_losses_tell (draft->losses, problems);
  return map;
}
