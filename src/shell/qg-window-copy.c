/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-window-private.h"

#include <glib/gi18n-lib.h>

#include "qg-controls.h"

static void
append_citations (GString *out, const QgMap *map, const QgCitations *citations, QgLang lang)
{
  g_autofree char *text = qg_citations_dup_text (map, citations, lang);

  if (*text != '\0')
    g_string_append_printf (out, " (%s)", text);
}

/* A relation as a sentence with its source, in the map's language; (transfer full). */
char *
qg_window_dup_relation_text (QgWindow *self, guint number, gboolean inverse)
{
  QgMap *map = qg_explorer_get_map (self->explorer);
  QgLang lang = qg_explorer_get_language (self->explorer);
  g_autoptr (QgSentence) sentence = qg_sentence_new (map, number, inverse, lang);
  GString *out = g_string_new (sentence->text);

  append_citations (out, map, &qg_map_get_relation (map, number)->citations, lang);
  return g_string_free (out, FALSE);
}

/* The relation that is read with Tab, in the picture or beside it; QG_NONE where none is. */
static guint
get_read (QgWindow *self)
{
  guint relation = qg_canvas_get_relation (self->canvas);

  return relation != QG_NONE ? relation : qg_details_panel_get_read (self->details);
}

/* What is selected, or the relation that is read with Tab, as a sentence with its source, in the map's
 * language: to be pasted into a text. (transfer full) (nullable) */
char *
qg_window_dup_selection_text (QgWindow *self)
{
  QgSelection selection = qg_explorer_get_selection (self->explorer);
  guint relation = get_read (self);
  QgMap *map = qg_explorer_get_map (self->explorer);
  QgLang lang = qg_explorer_get_language (self->explorer);
  GString *out = g_string_new (NULL);

  if (map != NULL && relation != QG_NONE)
    selection = (QgSelection){ QG_SELECTION_RELATION, relation };
  if (map == NULL || selection.kind == QG_SELECTION_NOTHING)
    {
      g_string_free (out, TRUE);
      return NULL;
    }
  if (selection.kind == QG_SELECTION_ENTITY)
    {
      const QgEntity *entity = qg_map_get_entity (map, selection.number);
      g_autofree char *name = qg_text_dup_marked (entity->name, lang);
      g_autofree char *about = qg_text_dup_marked (entity->description, lang);

      g_string_append (out, name);
      if (*about != '\0')
        g_string_append_printf (out, ": %s", about);
      append_citations (out, map, &entity->citations, lang);
    }
  else
    {
      g_string_free (out, TRUE);
      return qg_window_dup_relation_text (self, selection.number, FALSE);
    }
  return g_string_free (out, FALSE);
}

void
qg_window_copy_text (QgWindow *self)
{
  g_autofree char *text = qg_window_dup_selection_text (self);

  if (text == NULL)
    {
      const char *id = N_ ("Nothing is selected: first choose a name or a line in the picture.");

      qg_window_tell (self, &(QgNews){ .id = id });
      qg_announce (GTK_WIDGET (self), g_dgettext (GETTEXT_PACKAGE, id));
      return;
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  qg_window_tell (self, &(QgNews){ .id = N_ ("Copied with its source") });
}
