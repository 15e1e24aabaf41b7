/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-stage.h"

#include <adwaita.h>

#include "qg-canvas.h"
#include "qg-controls.h"

/* Milliseconds: first the picture becomes the other one, then one goes near. */
#define AIM_AFTER 340
/* What is lit up is shown with what lies around it: at least this share of the whole picture. */
#define LEAST_SHARE 0.55

struct _QgStage
{
  GtkWidget parent_instance;

  GtkWidget *canvas;
  QgExplorer *explorer; /* owned */
  gboolean aiming;      /* the new picture is on its way */
  guint aim_id;         /* source */
  int width, height;    /* of the last allocation */
};

G_DEFINE_FINAL_TYPE (QgStage, qg_stage, GTK_TYPE_WIDGET)

static gboolean
get_lit_area (QgStage *self, QgScene *scene, QgRect *area)
{
  QgNumbers lit = qg_explorer_get_lit_entities (self->explorer);
  gboolean any = FALSE;

  for (guint i = 0; i < lit.n; i++)
    {
      guint index = qg_part_index_of_entity (qg_scene_get_part (scene), lit.items[i]);
      QgRect rect;

      if (index == QG_NONE)
        continue;
      rect = qg_scene_get_node_rect (scene, index);
      *area = any ? qg_rect_union (area, &rect) : rect;
      any = TRUE;
    }
  return any;
}

/* Near enough that what is lit up can be read, and not so near that one loses one's way. */
static void
aim (QgStage *self)
{
  QgScene *scene = qg_canvas_get_scene (QG_CANVAS (self->canvas));
  QgRect area, bounds;
  double dx, dy;

  if (scene == NULL)
    return;
  if (!get_lit_area (self, scene, &area))
    {
      qg_canvas_zoom_fit (QG_CANVAS (self->canvas));
      return;
    }
  bounds = qg_scene_get_bounds (scene);
  dx = fmax (bounds.width * LEAST_SHARE - area.width, 0) / 2;
  dy = fmax (bounds.height * LEAST_SHARE - area.height, 0) / 2;
  area = (QgRect){ area.x - dx, area.y - dy, area.width + 2 * dx, area.height + 2 * dy };
  /* Nothing is gained by looking beyond the picture's edge. */
  area.x = CLAMP (area.x, bounds.x, fmax (bounds.x, bounds.x + bounds.width - area.width));
  area.y = CLAMP (area.y, bounds.y, fmax (bounds.y, bounds.y + bounds.height - area.height));
  qg_canvas_zoom_to (QG_CANVAS (self->canvas), &area);
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

static void
queue_aim (QgStage *self)
{
  g_clear_handle_id (&self->aim_id, g_source_remove);
  self->aim_id = g_timeout_add (AIM_AFTER, aim_cb, self);
}

static void
view_changed_cb (QgStage *self)
{
  if (!self->aiming || !is_there (self))
    return;
  self->aiming = FALSE;
  queue_aim (self);
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
  if (self->width > 0 && (self->width != width || self->height != height) && !self->aiming)
    queue_aim (self);
  self->width = width;
  self->height = height;
}

static void
qg_stage_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                  int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (QG_STAGE (widget)->canvas, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
qg_stage_dispose (GObject *object)
{
  QgStage *self = QG_STAGE (object);

  g_clear_handle_id (&self->aim_id, g_source_remove);
  g_clear_pointer (&self->canvas, gtk_widget_unparent);
  g_clear_object (&self->explorer);
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
qg_stage_init (QgStage *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->canvas = qg_canvas_new ();
  qg_canvas_set_interactive (QG_CANVAS (self->canvas), FALSE);
  gtk_widget_set_parent (self->canvas, GTK_WIDGET (self));
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
