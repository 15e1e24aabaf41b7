/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Writing a map as JSON: always the same bytes for the same map, one field a line, what has its usual value
 * left out. */

#include "qg-config.h"

#include <string.h>

#include "qg-coordinate.h"
#include "qg-enums.h"
#include "qg-map-json.h"

typedef struct
{
  GString *out;
  QgMap *map;
  const QgLang *langs;
  guint n_langs;
  guint indent;
  gboolean first; /* in the open object or array */
} Writer;

static void
write_string (Writer *w, const char *string)
{
  g_string_append_c (w->out, '"');
  for (const char *p = string; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '"' || c == '\\')
        g_string_append_printf (w->out, "\\%c", (char) c);
      else if (c == '\n')
        g_string_append (w->out, "\\n");
      else if (c == '\t')
        g_string_append (w->out, "\\t");
      /* Controls must be escaped; so are marks that turn the order of letters round, which one should see. */
      else if (c < 0x20 || c == 0x7F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069))
        g_string_append_printf (w->out, "\\u%04x", c);
      else
        g_string_append_len (w->out, p, g_utf8_next_char (p) - p);
    }
  g_string_append_c (w->out, '"');
}

static void
new_line (Writer *w)
{
  g_string_append (w->out, w->first ? "\n" : ",\n");
  for (guint i = 0; i < w->indent; i++)
    g_string_append (w->out, "  ");
  w->first = FALSE;
}

static void
open_block (Writer *w, char bracket)
{
  g_string_append_c (w->out, bracket);
  w->indent++;
  w->first = TRUE;
}

static void
close_block (Writer *w, char bracket)
{
  w->indent--;
  if (!w->first)
    {
      w->first = TRUE;
      new_line (w);
    }
  g_string_append_c (w->out, bracket);
  w->first = FALSE;
}

static void
begin_field (Writer *w, const char *name)
{
  new_line (w);
  g_string_append_printf (w->out, "\"%s\": ", name);
}

static void
write_string_field (Writer *w, const char *name, const char *value)
{
  if (value == NULL)
    return;
  begin_field (w, name);
  write_string (w, value);
}

static void
write_flag_field (Writer *w, const char *name, gboolean value, gboolean usual)
{
  if (!value == !usual)
    return;
  begin_field (w, name);
  g_string_append (w->out, value ? "true" : "false");
}

/* In the declared languages alone: what is derived is not written. */
static void
write_text (Writer *w, const QgText *text)
{
  gboolean first = TRUE;

  if (w->n_langs == 1 && qg_text_get (text, w->langs[0]) != NULL)
    {
      write_string (w, qg_text_get (text, w->langs[0]));
      return;
    }
  g_string_append_c (w->out, '{');
  for (guint i = 0; i < w->n_langs; i++)
    {
      const char *value = qg_text_get (text, w->langs[i]);

      if (value == NULL)
        continue;
      g_string_append_printf (w->out, "%s\"%s\": ", first ? "" : ", ", w->langs[i]);
      write_string (w, value);
      first = FALSE;
    }
  g_string_append_c (w->out, '}');
}

static void
write_text_field (Writer *w, const char *name, const QgText *text)
{
  if (text == NULL)
    return;
  begin_field (w, name);
  write_text (w, text);
}

static void
write_number_field (Writer *w, const char *name, double value, double usual)
{
  char buffer[QG_DECIMAL_SIZE];

  if (value == usual)
    return;
  begin_field (w, name);
  g_string_append (w->out, qg_decimal_format (value, buffer));
}

static const char *
get_entity_id (Writer *w, guint n)
{
  return qg_map_get_entity (w->map, n)->id;
}

static const char *
get_relation_id (Writer *w, guint n)
{
  return qg_map_get_relation (w->map, n)->id;
}

static const char *
get_kind_id (Writer *w, guint n)
{
  return qg_map_get_kind (w->map, n)->id;
}

typedef const char *(*IdFunc) (Writer *w, guint n);

static void
write_ids (Writer *w, QgNumbers numbers, IdFunc get_id)
{
  g_string_append_c (w->out, '[');
  for (guint i = 0; i < numbers.n; i++)
    {
      g_string_append (w->out, i > 0 ? ", " : "");
      write_string (w, get_id (w, numbers.items[i]));
    }
  g_string_append_c (w->out, ']');
}

static void
write_citations (Writer *w, QgCitations citations)
{
  if (citations.n == 0)
    return;
  begin_field (w, "sources");
  g_string_append_c (w->out, '[');
  for (guint i = 0; i < citations.n; i++)
    {
      const QgSource *source = qg_map_get_source (w->map, citations.items[i].source);

      g_string_append_printf (w->out, "%s{\"source\": ", i > 0 ? ", " : "");
      write_string (w, source->id);
      if (citations.items[i].locator != QG_NONE)
        {
          g_string_append (w->out, ", \"at\": ");
          write_string (w, source->locators[citations.items[i].locator].id);
        }
      g_string_append_c (w->out, '}');
    }
  g_string_append_c (w->out, ']');
}

static void
write_note (Writer *w, const QgNote *note)
{
  if (note == NULL)
    return;
  begin_field (w, "note");
  open_block (w, '{');
  write_text_field (w, "text", note->text);
  write_string_field (w, "certainty", qg_certainty_to_id (note->certainty));
  write_string_field (w, "as_of", note->as_of);
  close_block (w, '}');
}

static void
write_kind (Writer *w, guint n)
{
  const QgKind *kind = qg_map_get_kind (w->map, n);
  g_autofree char *custom = g_strdup_printf ("#%06x", kind->rgb & 0xFFFFFF);

  write_string_field (w, "id", kind->id);
  write_text_field (w, "name", kind->name);
  write_text_field (w, "plural", kind->plural);
  write_string_field (w, "color", kind->hue == QG_HUE_CUSTOM ? custom : qg_hue_to_id (kind->hue));
  write_string_field (w, "symbol", qg_symbol_to_id (kind->symbol));
  write_flag_field (w, "quiet", kind->quiet, FALSE);
}

static void
write_verb (Writer *w, guint n)
{
  const QgVerb *verb = qg_map_get_verb (w->map, n);

  write_string_field (w, "id", verb->id);
  write_text_field (w, "label", verb->label);
  write_text_field (w, "inverse", verb->inverse);
  write_text_field (w, "plural", verb->plural);
}

static void
write_locators (Writer *w, const QgSource *source)
{
  begin_field (w, "locators");
  open_block (w, '[');
  for (guint i = 0; i < source->n_locators; i++)
    {
      const QgLocator *locator = &source->locators[i];

      new_line (w);
      open_block (w, '{');
      write_string_field (w, "id", locator->id);
      write_string_field (w, "kind", qg_locator_kind_to_id (locator->kind));
      write_string_field (w, "number", locator->number);
      write_string_field (w, "section",
                          locator->section != QG_NONE ? source->sections[locator->section].id : NULL);
      write_string_field (w, "words", locator->words);
      close_block (w, '}');
    }
  close_block (w, ']');
}

static void
write_source (Writer *w, guint n)
{
  const QgSource *source = qg_map_get_source (w->map, n);

  write_string_field (w, "id", source->id);
  write_text_field (w, "title", source->title);
  if (source->label != source->title)
    write_text_field (w, "label", source->label);
  write_text_field (w, "description", source->description);
  write_string_field (w, "author", source->author);
  write_string_field (w, "year", source->year);
  write_string_field (w, "url", source->url);
  write_flag_field (w, "listed", source->listed, TRUE);
  if (source->n_sections > 0)
    {
      begin_field (w, "sections");
      open_block (w, '[');
      for (guint i = 0; i < source->n_sections; i++)
        {
          new_line (w);
          open_block (w, '{');
          write_string_field (w, "id", source->sections[i].id);
          write_text_field (w, "name", source->sections[i].name);
          close_block (w, '}');
        }
      close_block (w, ']');
    }
  if (source->n_locators > 0)
    write_locators (w, source);
}

static void
write_other_names (Writer *w, const QgEntity *entity)
{
  gboolean first_lang = TRUE;

  if (entity->n_other_names == 0)
    return;
  begin_field (w, "other_names");
  g_string_append_c (w->out, '{');
  for (guint l = 0; l < w->n_langs; l++)
    {
      guint n = 0;

      for (guint i = 0; i < entity->n_other_names; i++)
        {
          const char *name = qg_text_get (entity->other_names[i], w->langs[l]);

          if (name == NULL)
            continue;
          if (n++ == 0)
            g_string_append_printf (w->out, "%s\"%s\": [", first_lang ? "" : ", ", w->langs[l]);
          else
            g_string_append (w->out, ", ");
          write_string (w, name);
        }
      if (n > 0)
        {
          g_string_append_c (w->out, ']');
          first_lang = FALSE;
        }
    }
  g_string_append_c (w->out, '}');
}

/* @bits: of the map's languages */
static void
write_languages_field (Writer *w, const char *name, guint32 bits)
{
  const char *between = "";
  guint n;
  const QgLang *langs = qg_map_get_languages (w->map, &n);

  if (bits == 0)
    return;
  begin_field (w, name);
  g_string_append_c (w->out, '[');
  for (guint i = 0; i < MIN (n, QG_MAP_PLURAL_LANGUAGES); i++)
    if ((bits & 1u << i) != 0)
      {
        g_string_append (w->out, between);
        write_string (w, langs[i]);
        between = ", ";
      }
  g_string_append_c (w->out, ']');
}

static void
write_entity (Writer *w, guint n)
{
  const QgEntity *entity = qg_map_get_entity (w->map, n);
  g_autofree char *place = entity->is_placed ? qg_place_dup (entity->place, ", ") : NULL;

  write_string_field (w, "id", entity->id);
  write_string_field (w, "kind", qg_map_get_kind (w->map, entity->kind)->id);
  write_text_field (w, "name", entity->name);
  write_text_field (w, "label", entity->label != entity->name ? entity->label : NULL);
  write_languages_field (w, "plural", entity->plural);
  write_other_names (w, entity);
  write_text_field (w, "description", entity->description);
  write_number_field (w, "importance", entity->importance, 2);
  write_flag_field (w, "keyword_only", entity->keyword_only, FALSE);
  if (place != NULL)
    {
      begin_field (w, "place");
      g_string_append_printf (w->out, "[%s]", place);
    }
  write_citations (w, entity->citations);
  write_note (w, entity->note);
}

static void
write_relation (Writer *w, guint n)
{
  const QgRelation *relation = qg_map_get_relation (w->map, n);

  write_string_field (w, "id", relation->id);
  write_string_field (w, "from", get_entity_id (w, relation->from));
  write_string_field (w, "to", get_entity_id (w, relation->to));
  write_string_field (w, "verb", qg_map_get_verb (w->map, relation->verb)->id);
  write_text_field (w, "sentence", relation->sentence);
  write_text_field (w, "inverse", relation->inverse);
  write_text_field (w, "explanation", relation->explanation);
  if (relation->statement != QG_STATEMENT_UNSTATED)
    write_string_field (w, "statement", qg_statement_to_id (relation->statement));
  write_flag_field (w, "denial", relation->denial, FALSE);
  write_citations (w, relation->citations);
  write_note (w, relation->note);
}

static void
write_list (Writer *w, guint n)
{
  const QgList *list = qg_map_get_list (w->map, n);

  write_string_field (w, "id", list->id);
  write_text_field (w, "title", list->title);
  write_string_field (w, "about", list->about != QG_NONE ? get_entity_id (w, list->about) : NULL);
  write_flag_field (w, "ordered", list->ordered, FALSE);
  begin_field (w, "members");
  open_block (w, '[');
  for (guint i = 0; i < list->n_members; i++)
    {
      const QgListMember *member = &list->members[i];

      new_line (w);
      g_string_append (w->out, member->entity != QG_NONE ? "{\"entity\": " : "{\"text\": ");
      if (member->entity != QG_NONE)
        write_string (w, get_entity_id (w, member->entity));
      else
        write_text (w, member->text);
      g_string_append_c (w->out, '}');
    }
  close_block (w, ']');
  write_citations (w, list->citations);
}

static gboolean
is_usual_layout (const QgLayoutOptions *layout)
{
  return layout->engine == QG_ENGINE_DOT && layout->direction == QG_DIRECTION_AUTO && layout->spacing == 1 &&
         layout->rank_spacing == 1 && layout->wrap == 1 && !layout->groups_by_kind && layout->n_levels == 0;
}

static void
write_layout (Writer *w, const QgLayoutOptions *layout)
{
  if (is_usual_layout (layout))
    return;
  begin_field (w, "layout");
  open_block (w, '{');
  if (layout->engine != QG_ENGINE_DOT)
    write_string_field (w, "engine", qg_engine_to_id (layout->engine));
  if (layout->direction != QG_DIRECTION_AUTO)
    write_string_field (w, "direction", qg_direction_to_id (layout->direction));
  write_number_field (w, "spacing", layout->spacing, 1);
  write_number_field (w, "rank_spacing", layout->rank_spacing, 1);
  write_number_field (w, "wrap", layout->wrap, 1);
  write_string_field (w, "groups", layout->groups_by_kind ? "kind" : NULL);
  if (layout->n_levels > 0)
    {
      begin_field (w, "levels");
      open_block (w, '[');
      for (guint i = 0; i < layout->n_levels; i++)
        {
          new_line (w);
          write_ids (w, layout->levels[i], get_entity_id);
        }
      close_block (w, ']');
    }
  close_block (w, '}');
}

static void
write_view (Writer *w, guint n)
{
  const QgView *view = qg_map_get_view (w->map, n);

  write_string_field (w, "id", view->id);
  write_text_field (w, "title", view->title);
  write_text_field (w, "description", view->description);
  write_string_field (w, "page", view->page);
  begin_field (w, "entities");
  if (view->whole_map)
    g_string_append (w->out, "[\"*\"]");
  else
    write_ids (w, view->entities, get_entity_id);
  if (view->without.n > 0)
    {
      begin_field (w, "without");
      write_ids (w, view->without, get_relation_id);
    }
  if (view->collapsed.n > 0)
    {
      begin_field (w, "collapsed");
      write_ids (w, view->collapsed, get_kind_id);
    }
  write_layout (w, &view->layout);
}

static void
write_highlight (Writer *w, const QgStep *step)
{
  if (step->highlight_entities.n + step->highlight_relations.n == 0)
    return;
  begin_field (w, "highlight");
  write_ids (w, step->highlight_entities, get_entity_id);
  if (step->highlight_relations.n == 0)
    return;
  /* Relations go on in the same array. */
  g_string_truncate (w->out, w->out->len - 1);
  g_string_append (w->out, step->highlight_entities.n > 0 ? ", " : "");
  for (guint i = 0; i < step->highlight_relations.n; i++)
    {
      g_string_append (w->out, i > 0 ? ", " : "");
      write_string (w, get_relation_id (w, step->highlight_relations.items[i]));
    }
  g_string_append_c (w->out, ']');
}

static void
write_step (Writer *w, const QgStep *step)
{
  new_line (w);
  open_block (w, '{');
  write_string_field (w, "id", step->id);
  write_text_field (w, "title", step->title);
  if (step->view != QG_NONE)
    write_string_field (w, "view", qg_map_get_view (w->map, step->view)->id);
  else
    {
      write_string_field (w, "focus", get_entity_id (w, step->focus));
      write_number_field (w, "depth", step->depth, 1);
    }
  write_highlight (w, step);
  write_text_field (w, "text", step->text);
  write_citations (w, step->citations);
  close_block (w, '}');
}

static void
write_tour (Writer *w, guint n)
{
  const QgTour *tour = qg_map_get_tour (w->map, n);

  write_string_field (w, "id", tour->id);
  write_text_field (w, "title", tour->title);
  write_text_field (w, "description", tour->description);
  begin_field (w, "steps");
  open_block (w, '[');
  for (guint i = 0; i < tour->n_steps; i++)
    write_step (w, &tour->steps[i]);
  close_block (w, ']');
}

static void
write_things (Writer *w, const char *name, guint n, gboolean required, void (*write_thing) (Writer *, guint))
{
  if (n == 0 && !required)
    return;
  begin_field (w, name);
  open_block (w, '[');
  for (guint i = 0; i < n; i++)
    {
      new_line (w);
      open_block (w, '{');
      write_thing (w, i);
      close_block (w, '}');
    }
  close_block (w, ']');
}

static void
write_head (Writer *w)
{
  begin_field (w, "qogam-map");
  g_string_append (w->out, "1");
  write_string_field (w, "id", qg_map_get_id (w->map));
  write_text_field (w, "title", qg_map_get_title (w->map));
  begin_field (w, "languages");
  g_string_append_c (w->out, '[');
  for (guint i = 0; i < w->n_langs; i++)
    g_string_append_printf (w->out, "%s\"%s\"", i > 0 ? ", " : "", w->langs[i]);
  g_string_append_c (w->out, ']');
  write_string_field (w, "version", qg_map_get_version (w->map));
  write_string_field (w, "date", qg_map_get_date (w->map));
  write_string_field (w, "licence", qg_map_get_licence (w->map));
  write_text_field (w, "description", qg_map_get_description (w->map));
}

/* qg_map_json_write:
 * Returns: (transfer full): @map as a file of Qogam's own format, in UTF-8. */
GBytes *
qg_map_json_write (QgMap *map)
{
  Writer w = { g_string_new (NULL), map };

  w.langs = qg_map_get_languages (map, &w.n_langs);
  open_block (&w, '{');
  write_head (&w);
  write_things (&w, "kinds", qg_map_get_n_kinds (map), TRUE, write_kind);
  write_things (&w, "verbs", qg_map_get_n_verbs (map), TRUE, write_verb);
  write_things (&w, "sources", qg_map_get_n_sources (map), FALSE, write_source);
  write_things (&w, "entities", qg_map_get_n_entities (map), TRUE, write_entity);
  write_things (&w, "relations", qg_map_get_n_relations (map), TRUE, write_relation);
  write_things (&w, "lists", qg_map_get_n_lists (map), FALSE, write_list);
  write_things (&w, "views", qg_map_get_n_views (map), FALSE, write_view);
  write_things (&w, "tours", qg_map_get_n_tours (map), FALSE, write_tour);
  close_block (&w, '}');
  g_string_append_c (w.out, '\n');
  return g_string_free_to_bytes (w.out);
}
