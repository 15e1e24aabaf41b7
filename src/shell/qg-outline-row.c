/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-outline-row.h"

#include <glib/gi18n-lib.h>

#include "qg-canvas-item.h"
#include "qg-controls.h"
#include "qg-map-vary.h"
#include "qg-number.h"
#include "qg-swatch.h"

struct _QgOutlineRow
{
  GtkWidget parent_instance;

  GtkWidget *swatch, *image, *label, *count;
  QgOutlineItem *item; /* owned */
};

G_DEFINE_FINAL_TYPE (QgOutlineRow, qg_outline_row, GTK_TYPE_WIDGET)

/* The words of an item, plain; (transfer full). */
static char *
dup_words (QgExplorer *explorer, QgOutlineItem *item)
{
  QgMap *map = qg_explorer_get_map (explorer);
  QgLang lang = qg_explorer_get_language (explorer);
  guint number = qg_outline_item_get_number (item);

  switch (qg_outline_item_get_role (item))
    {
    case QG_OUTLINE_VIEWS:
      return g_strdup (_ ("Views"));
    case QG_OUTLINE_OWN_VIEWS:
      return g_strdup (_ ("Own Views"));
    case QG_OUTLINE_TOURS:
      return g_strdup (_ ("Tours"));
    case QG_OUTLINE_CONTENTS:
      return g_strdup (C_ ("outline", "Contents"));
    case QG_OUTLINE_WHOLE:
      return g_strdup (_ ("Whole Map"));
    case QG_OUTLINE_VIEW:
      return qg_plain_from_text (qg_map_get_view (map, number)->title, lang);
    case QG_OUTLINE_TOUR:
      return qg_plain_from_text (qg_map_get_tour (map, number)->title, lang);
    case QG_OUTLINE_KIND:
      {
        const QgKind *kind = qg_map_get_kind (map, number);

        return qg_plain_from_text (kind->plural != NULL ? kind->plural : kind->name, lang);
      }
    case QG_OUTLINE_ENTITY:
      return qg_plain_from_text (qg_map_get_entity (map, number)->label, lang);
    default:
      {
        gboolean inverse = qg_map_get_relation (map, number)->from != qg_outline_item_get_owner (item);
        g_autoptr (QgSentence) sentence = qg_sentence_new (map, number, inverse, lang);

        return qg_text_clip (sentence->text, QG_TEXT_LINE);
      }
    }
}

/* What a screen reader says: a relation as in the picture, with the kind of statement and its source; what
 * has a count, with that. (transfer full) */
static char *
dup_spoken (QgExplorer *explorer, QgOutlineItem *item, const char *words)
{
  QgOutlineRole role = qg_outline_item_get_role (item);
  guint count = qg_outline_item_get_count (item);
  g_autofree char *digits = qg_number_dup_count (count);

  if (role == QG_OUTLINE_RELATION)
    return qg_canvas_describe_relation (qg_explorer_get_map (explorer), qg_outline_item_get_number (item),
                                        qg_outline_item_get_owner (item),
                                        qg_explorer_get_language (explorer));
  return count > 0 && role != QG_OUTLINE_ENTITY ? g_strdup_printf ("%s, %s", words, digits)
                                                : g_strdup (words);
}

static const char *
icon_of (QgOutlineRole role)
{
  switch (role)
    {
    case QG_OUTLINE_VIEW:
      return "qg-view-symbolic";
    case QG_OUTLINE_WHOLE:
      return "qg-whole-symbolic";
    case QG_OUTLINE_TOUR:
      return "media-playback-start-symbolic";
    default:
      return NULL;
    }
}

static gboolean
is_shown (QgExplorer *explorer, QgOutlineItem *item)
{
  QgPart *part = qg_explorer_get_part (explorer);
  guint number = qg_outline_item_get_number (item);

  if (part == NULL)
    return FALSE;
  switch (qg_outline_item_get_role (item))
    {
    case QG_OUTLINE_ENTITY:
      return qg_part_index_of_entity (part, number) != QG_NONE;
    case QG_OUTLINE_RELATION:
      return qg_part_index_of_relation (part, number) != QG_NONE;
    case QG_OUTLINE_VIEW:
      return qg_part_get_view (part) == number;
    default:
      return TRUE;
    }
}

/* Sets what depends on the part and the role: the accent colour for the view that is shown, pale for what is
 * not in it. */
static void
set_classes (QgOutlineRow *self, QgExplorer *explorer)
{
  QgOutlineRole role = qg_outline_item_get_role (self->item);
  gboolean shown = is_shown (explorer, self->item);
  /* The ground is that of all that is clicked: the expander's, where there is one. */
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  const struct
  {
    const char *name;
    gboolean on;
  } classes[] = {
    { "qg-section", role <= QG_OUTLINE_CONTENTS },
    { "qg-absent", (role == QG_OUTLINE_ENTITY || role == QG_OUTLINE_RELATION) && !shown },
    { "qg-small", role == QG_OUTLINE_RELATION },
  };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (classes[i].on)
      gtk_widget_add_css_class (GTK_WIDGET (self), classes[i].name);
    else
      gtk_widget_remove_css_class (GTK_WIDGET (self), classes[i].name);
  if (parent != NULL && role == QG_OUTLINE_VIEW && shown)
    gtk_widget_add_css_class (parent, "qg-current");
  else if (parent != NULL)
    gtk_widget_remove_css_class (parent, "qg-current");
}

static gboolean
is_own (QgMap *map, QgOutlineRole role, guint number)
{
  return role == QG_OUTLINE_VIEW && number >= qg_map_get_n_given_views (map);
}

void
qg_outline_row_bind (QgOutlineRow *self, QgExplorer *explorer, QgOutlineItem *item)
{
  QgMap *map = qg_explorer_get_map (explorer);
  QgOutlineRole role = qg_outline_item_get_role (item);
  guint number = qg_outline_item_get_number (item), count = qg_outline_item_get_count (item);
  gboolean own = is_own (map, role, number);
  g_autofree char *words = dup_words (explorer, item);
  g_autofree char *digits = qg_number_dup_count (count);
  g_autofree char *spoken = dup_spoken (explorer, item, words);
  g_autofree char *tip = own ? g_strdup_printf (_ ("%s (own view)"), words) : NULL;
  const char *icon = own ? "qg-own-view-symbolic" : icon_of (role);

  g_set_object (&self->item, item);
  gtk_label_set_text (GTK_LABEL (self->label), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), own ? tip : words);
  gtk_label_set_lines (GTK_LABEL (self->label),
                       role == QG_OUTLINE_RELATION || role == QG_OUTLINE_VIEW ? 3 : 2);
  gtk_label_set_text (GTK_LABEL (self->count), digits);
  gtk_widget_set_visible (self->count, count > 0 && role != QG_OUTLINE_ENTITY);
  gtk_widget_set_visible (self->swatch, role == QG_OUTLINE_KIND || role == QG_OUTLINE_RELATION);
  if (role == QG_OUTLINE_KIND)
    qg_swatch_set (QG_SWATCH (self->swatch), map, QG_LEGEND_KIND, number);
  else if (role == QG_OUTLINE_RELATION)
    qg_swatch_set (QG_SWATCH (self->swatch), map, QG_LEGEND_STATEMENT,
                   qg_map_get_relation (map, number)->statement);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->image), icon);
  gtk_widget_set_visible (self->image, icon != NULL);
  set_classes (self, explorer);
}

QgOutlineItem *
qg_outline_row_get_item (QgOutlineRow *self)
{
  return self->item;
}

static void
qg_outline_row_dispose (GObject *object)
{
  QgOutlineRow *self = QG_OUTLINE_ROW (object);
  GtkWidget *child;

  g_clear_object (&self->item);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (qg_outline_row_parent_class)->dispose (object);
}

static void
qg_outline_row_class_init (QgOutlineRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qg_outline_row_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "qg-outline-row");
  /* The expander around a row is read by the name of the row. What has no role has no name of its own from
   * GTK 4.14 on: the words alone would be read, without the kind of statement and the source. */
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
qg_outline_row_init (QgOutlineRow *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 8);
  self->swatch = g_object_new (QG_TYPE_SWATCH, NULL);
  self->image = gtk_image_new ();
  self->label = qg_text_label_new ("", NULL);
  self->count = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_widget_add_css_class (self->count, "qg-count");
  gtk_widget_set_parent (self->swatch, GTK_WIDGET (self));
  gtk_widget_set_parent (self->image, GTK_WIDGET (self));
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_parent (self->count, GTK_WIDGET (self));
}

GtkWidget *
qg_outline_row_new (void)
{
  return g_object_new (QG_TYPE_OUTLINE_ROW, NULL);
}
