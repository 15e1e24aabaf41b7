/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-stage.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "qg-canvas.h"
#include "qg-controls.h"
#include "qg-framing.h"

/* Milliseconds: a picture that is there sooner needs no words. */
#define PATIENCE 400
/* Milliseconds: first the picture becomes the other one, then one goes near. */
#define AIM_AFTER 340
/* What is lit up is shown with what lies around it: at least this share of the whole picture. */
#define LEAST_SHARE 0.7
/* Going near is worth it when everything becomes larger by so much. */
#define GAIN 1.12
/* Points around what is lit up. */
#define ROOM 16.0
/* The largest type, as a share of the height of what it is shown on: 22 pt on a slide of 540 pt. */
#define LARGEST (22.0 / 540)
#define TYPE (11.5 * 4 / 3)

struct _QgStage
{
  GtkWidget parent_instance;

  GtkWidget *canvas;
  GtkWidget *progress, *spinner, *words; /* until there is a picture */
  guint progress_id;                     /* source */
  QgExplorer *explorer;                  /* owned */
  QgScene *aimed_at;                     /* owned, nullable */
  gboolean whole;                        /* never near */
  gboolean aiming;                       /* the new picture is on its way */
  guint aim_id;                          /* source */
  int width, height;                     /* of the last allocation */
};

G_DEFINE_FINAL_TYPE (QgStage, qg_stage, GTK_TYPE_WIDGET)

static void
include (QgRect *area, const QgRect *rect)
{
  if (rect->width >= 0)
    *area = area->width < 0 ? *rect : qg_rect_union (area, rect);
}

/* The verbs between what is lit up, and the ways of relations that are themselves. */
static void
include_relations (QgStage *self, QgScene *scene, QgRect *area)
{
  QgPart *part = qg_scene_get_part (scene);
  QgNumbers entities = qg_explorer_get_lit_entities (self->explorer);
  QgNumbers lit = qg_explorer_get_lit_relations (self->explorer);
  g_autoptr (GHashTable) set = qg_numbers_new_set (entities);

  for (guint i = 0; i < lit.n; i++)
    {
      guint index = qg_part_index_of_relation (part, lit.items[i]);
      QgRect rect = { 0, 0, -1, -1 };

      if (index != QG_NONE)
        rect = qg_scene_get_edge_bounds (scene, index);
      include (area, &rect);
    }
  for (guint i = 0; i < qg_part_get_relations (part).n && entities.n > 0; i++)
    {
      const QgRelation *relation =
          qg_map_get_relation (qg_part_get_map (part), qg_part_get_relations (part).items[i]);
      QgRect rect;

      if (!g_hash_table_contains (set, GUINT_TO_POINTER (relation->from)) ||
          !g_hash_table_contains (set, GUINT_TO_POINTER (relation->to)))
        continue;
      rect = qg_scene_get_verb_rect (scene, i);
      include (area, &rect);
    }
}

static gboolean
get_lit_area (QgStage *self, QgScene *scene, QgRect *area)
{
  QgNumbers lit = qg_explorer_get_lit_entities (self->explorer);

  *area = (QgRect){ 0, 0, -1, -1 };
  for (guint i = 0; i < lit.n; i++)
    {
      guint index = qg_part_index_of_entity (qg_scene_get_part (scene), lit.items[i]);
      QgRect rect = { 0, 0, -1, -1 };

      if (index != QG_NONE)
        rect = qg_scene_get_node_rect (scene, index);
      include (area, &rect);
    }
  include_relations (self, scene, area);
  return area->width >= 0;
}

/* What is seen when one goes near: as near as what is lit up and its surroundings allow, and no words cut by
 * the screen's edge. FALSE where nothing is gained by it. */
static gboolean
find_near (QgStage *self, QgScene *scene, QgRect *near)
{
  QgCanvas *canvas = QG_CANVAS (self->canvas);
  QgRect bounds = qg_scene_get_bounds (scene), area;
  QgFraming framing = { .aspect = self->width / fmax (self->height, 1) };
  double points = self->width / QG_CANVAS_PIXELS_PER_POINT;

  if (!get_lit_area (self, scene, &area))
    return FALSE;
  framing.wanted = qg_rect_grow (&area, ROOM);
  framing.least = fmax (fmax (framing.wanted.width, bounds.width * LEAST_SHARE),
                        fmax (framing.wanted.height, bounds.height * LEAST_SHARE) * framing.aspect);
  framing.least = fmax (framing.least, points / (self->height * LARGEST / TYPE));
  framing.most = points / (qg_canvas_get_whole_zoom (canvas) * GAIN);
  return qg_framing_find (scene, &framing, near);
}

static void
take_scene (QgStage *self, QgScene *scene)
{
  g_clear_pointer (&self->aimed_at, qg_scene_unref);
  self->aimed_at = scene != NULL ? qg_scene_ref (scene) : NULL;
}

/* Near enough that what is lit up can be read, and not so near that one loses one's way; where little is
 * gained by going nearer, the whole picture stays. */
static void
aim (QgStage *self)
{
  QgScene *scene = qg_canvas_get_scene (QG_CANVAS (self->canvas));
  QgRect near;

  take_scene (self, scene);
  if (scene == NULL || self->width <= 0 || self->height <= 0)
    return;
  if (!self->whole && find_near (self, scene, &near))
    qg_canvas_zoom_to_seen (QG_CANVAS (self->canvas), &near);
  else
    qg_canvas_zoom_fit (QG_CANVAS (self->canvas));
}

static gboolean
aim_cb (gpointer data)
{
  QgStage *self = data;

  self->aim_id = 0;
  aim (self);
  return G_SOURCE_REMOVE;
}

static gboolean
is_there (QgStage *self)
{
  QgScene *scene = qg_canvas_get_scene (QG_CANVAS (self->canvas));

  return scene != NULL && qg_scene_get_part (scene) == qg_explorer_get_part (self->explorer);
}

static gboolean
moves (QgStage *self)
{
  gboolean animated;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &animated, NULL);
  return animated;
}

static void
queue_aim (QgStage *self)
{
  g_clear_handle_id (&self->aim_id, g_source_remove);
  self->aim_id = g_timeout_add (moves (self) ? AIM_AFTER : 1, aim_cb, self);
}

GtkWidget *
qg_stage_get_canvas (QgStage *self)
{
  return self->canvas;
}

gboolean
qg_stage_is_at_rest (QgStage *self)
{
  QgScene *scene = qg_canvas_get_scene (QG_CANVAS (self->canvas));

  return !self->aiming && self->aim_id == 0 && is_there (self) &&
         scene == qg_explorer_get_scene (self->explorer) && !qg_scene_get_layout (scene)->provisional;
}

static void
view_changed_cb (QgStage *self)
{
  QgScene *scene = qg_canvas_get_scene (QG_CANVAS (self->canvas));

  /* A picture that was shown before its layout was found is replaced by another one. */
  if (!is_there (self) || (!self->aiming && scene == self->aimed_at))
    return;
  self->aiming = FALSE;
  take_scene (self, scene);
  queue_aim (self);
}

/* Nothing is there yet, and will not be for a while. */
static gboolean
progress_cb (gpointer data)
{
  QgStage *self = data;

  self->progress_id = 0;
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), TRUE);
  gtk_widget_set_visible (self->progress, TRUE);
  return G_SOURCE_REMOVE;
}

static void
end_progress_cb (QgStage *self)
{
  if (qg_canvas_get_scene (QG_CANVAS (self->canvas)) == NULL)
    return;
  g_clear_handle_id (&self->progress_id, g_source_remove);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), FALSE);
  gtk_widget_set_visible (self->progress, FALSE);
}

static void
update_texts (QgStage *self)
{
  gtk_label_set_text (GTK_LABEL (self->words), _ ("Drawing the picture…"));
}

/* qg_stage_set_whole:
 * @whole: whether nothing of a picture is cut off for what is lit up to be larger: where one looks ahead
 *
 * To be called before a step is shown. */
void
qg_stage_set_whole (QgStage *self, gboolean whole)
{
  self->whole = whole;
}

void
qg_stage_show (QgStage *self, const QgTalk *talk, guint step)
{
  g_clear_handle_id (&self->aim_id, g_source_remove);
  self->aiming = FALSE;
  qg_talk_show (talk, step, self->explorer);
  if (is_there (self))
    aim (self);
  else
    self->aiming = TRUE;
}

void
qg_stage_set_language (QgStage *self, QgLang lang, QgLang second)
{
  qg_explorer_set_language (self->explorer, lang);
  qg_explorer_set_second_language (self->explorer, second);
  update_texts (self);
}

static void
theme_cb (QgStage *self)
{
  qg_canvas_set_theme (QG_CANVAS (self->canvas), qg_appearance_get_theme ());
}

static void
qg_stage_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  QgStage *self = QG_STAGE (widget);
  GtkAllocation whole = { 0, 0, width, height };

  gtk_widget_size_allocate (self->canvas, &whole, baseline);
  if (gtk_widget_should_layout (self->progress))
    gtk_widget_size_allocate (self->progress, &whole, -1);
  if (self->width == width && self->height == height)
    return;
  self->width = width;
  self->height = height;
  qg_canvas_set_fit_zoom (QG_CANVAS (self->canvas), height * LARGEST / TYPE);
  if (!self->aiming)
    queue_aim (self);
}

static void
qg_stage_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                  int *minimum_baseline, int *natural_baseline)
{
  int least;

  gtk_widget_measure (QG_STAGE (widget)->canvas, orientation, for_size, minimum, natural, NULL, NULL);
  gtk_widget_measure (QG_STAGE (widget)->progress, orientation, for_size, &least, NULL, NULL, NULL);
  *minimum = MAX (*minimum, least);
  *natural = MAX (*natural, least);
}

static void
qg_stage_dispose (GObject *object)
{
  QgStage *self = QG_STAGE (object);

  g_clear_handle_id (&self->aim_id, g_source_remove);
  g_clear_handle_id (&self->progress_id, g_source_remove);
  g_clear_pointer (&self->canvas, gtk_widget_unparent);
  g_clear_pointer (&self->progress, gtk_widget_unparent);
  g_clear_object (&self->explorer);
  g_clear_pointer (&self->aimed_at, qg_scene_unref);
  G_OBJECT_CLASS (qg_stage_parent_class)->dispose (object);
}

static void
qg_stage_class_init (QgStageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qg_stage_dispose;
  widget_class->size_allocate = qg_stage_size_allocate;
  widget_class->measure = qg_stage_measure;
  gtk_widget_class_set_css_name (widget_class, "qg-stage");
}

static void
add_progress (QgStage *self)
{
  self->progress = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_halign (self->progress, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->progress, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->progress, FALSE);
  self->spinner = gtk_spinner_new ();
  gtk_widget_set_size_request (self->spinner, 32, 32);
  gtk_box_append (GTK_BOX (self->progress), self->spinner);
  self->words = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->words), TRUE);
  gtk_label_set_justify (GTK_LABEL (self->words), GTK_JUSTIFY_CENTER);
  gtk_box_append (GTK_BOX (self->progress), self->words);
  gtk_widget_set_parent (self->progress, GTK_WIDGET (self));
  update_texts (self);
  g_signal_connect_object (self->canvas, "view-changed", G_CALLBACK (end_progress_cb), self,
                           G_CONNECT_SWAPPED);
  self->progress_id = g_timeout_add (PATIENCE, progress_cb, self);
}

static void
qg_stage_init (QgStage *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->canvas = qg_canvas_new ();
  qg_canvas_set_interactive (QG_CANVAS (self->canvas), FALSE);
  gtk_widget_set_parent (self->canvas, GTK_WIDGET (self));
  add_progress (self);
  g_signal_connect_object (self->canvas, "view-changed", G_CALLBACK (view_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (theme_cb), self, G_CONNECT_SWAPPED);
  theme_cb (self);
}

GtkWidget *
qg_stage_new (QgLayouter *layouter, QgMap *map)
{
  QgStage *self = g_object_new (QG_TYPE_STAGE, NULL);

  self->explorer = qg_explorer_new (layouter);
  qg_explorer_set_map (self->explorer, map);
  qg_canvas_set_explorer (QG_CANVAS (self->canvas), self->explorer);
  return GTK_WIDGET (self);
}
