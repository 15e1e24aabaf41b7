/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-canvas-item.h"

#include "qg-config.h"
#include "qg-number.h"
#include "qg-words.h"

#include <glib/gi18n-lib.h>

struct _QgCanvasItem
{
  GtkWidget parent_instance;

  QgSelection what;
  char *text;
};

G_DEFINE_FINAL_TYPE (QgCanvasItem, qg_canvas_item, GTK_TYPE_WIDGET)

static void
qg_canvas_item_finalize (GObject *object)
{
  g_free (QG_CANVAS_ITEM (object)->text);
  G_OBJECT_CLASS (qg_canvas_item_parent_class)->finalize (object);
}

static void
qg_canvas_item_class_init (QgCanvasItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qg_canvas_item_finalize;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "qogamitem");
}

static void
qg_canvas_item_init (QgCanvasItem *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

QgCanvasItem *
qg_canvas_item_new (QgSelection what)
{
  QgCanvasItem *self = g_object_new (QG_TYPE_CANVAS_ITEM, NULL);

  self->what = what;
  return self;
}

QgSelection
qg_canvas_item_get_what (QgCanvasItem *self)
{
  return self->what;
}

const char *
qg_canvas_item_get_text (QgCanvasItem *self)
{
  return self->text;
}

static guint
count_relations (const QgPart *part, guint entity)
{
  const QgMap *map = qg_part_get_map (part);
  g_autoptr (GArray) out = qg_part_dup_relations_at (part, entity, FALSE);
  g_autoptr (GArray) in = qg_part_dup_relations_at (part, entity, TRUE);
  guint n = out->len;

  for (guint i = 0; i < in->len; i++)
    n += qg_map_get_relation (map, g_array_index (in, guint, i))->from != entity ? 1 : 0;
  return n;
}

char *
qg_canvas_describe_entity (const QgPart *part, guint entity, QgLang lang)
{
  const QgMap *map = qg_part_get_map (part);
  const QgEntity *e = qg_map_get_entity (map, entity);
  g_autofree char *whole_kind = qg_text_dup_marked (qg_map_get_kind (map, e->kind)->name, lang);
  g_autofree char *whole_name = qg_text_dup_marked (e->name, lang);
  g_autofree char *kind = qg_text_clip (whole_kind, QG_TEXT_LINE);
  g_autofree char *name = qg_text_clip (whole_name, QG_TEXT_LINE);
  guint n = count_relations (part, entity);
  g_autofree char *count = qg_number_dup_count (n);

  /* Translators: read aloud: an entity's name, its kind, how many relations it has in the picture. */
  return g_strdup_printf (ngettext ("%s, %s, %s relation", "%s, %s, %s relations", n), name, kind, count);
}

char *
qg_canvas_describe_relation (const QgMap *map, guint relation, guint read_from, QgLang lang)
{
  const QgRelation *r = qg_map_get_relation (map, relation);
  g_autoptr (QgSentence) sentence =
      qg_sentence_new (map, relation, read_from == r->to && r->from != r->to, lang);
  g_autofree char *words = qg_text_clip (sentence->text, 3 * QG_TEXT_LINE);
  GString *text = g_string_new (words);

  if (r->statement != QG_STATEMENT_UNSTATED)
    g_string_append_printf (text, ". %s", qg_word_statement (r->statement, lang));
  for (guint i = 0; i < r->citations.n; i++)
    {
      g_autofree char *citation = qg_citation_dup_short_text (map, &r->citations.items[i], lang);

      g_autofree char *shown = qg_text_clip (citation, QG_TEXT_LINE);

      g_string_append_printf (text, ". %s", shown);
    }
  return g_string_free (text, FALSE);
}

void
qg_canvas_item_describe (QgCanvasItem *self, const QgPart *part, guint read_from, QgLang lang)
{
  const QgMap *map = qg_part_get_map (part);
  g_autofree char *whole = NULL, *description = NULL;

  g_free (self->text);
  if (self->what.kind == QG_SELECTION_ENTITY)
    {
      self->text = qg_canvas_describe_entity (part, self->what.number, lang);
      whole = qg_text_dup_marked (qg_map_get_entity (map, self->what.number)->description, lang);
    }
  else
    {
      self->text = qg_canvas_describe_relation (map, self->what.number, read_from, lang);
      whole = qg_text_dup_marked (qg_map_get_relation (map, self->what.number)->explanation, lang);
    }
  description = qg_text_clip (whole, QG_TEXT_PAGE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->text,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}
