/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-presenter.h"

#include <glib/gi18n-lib.h>

#include "qg-canvas.h"
#include "qg-controls.h"
#include "qg-curtain.h"
#include "qg-screens.h"
#include "qg-speaker-window.h"
#include "qg-stage.h"
#include "qg-talk-keys.h"

/* Seconds without a motion, after which the pointer is hidden. */
#define POINTER_SECONDS 3

struct _QgPresenter
{
  GtkWindow parent_instance;

  /* template widgets */
  GtkWidget *title, *place, *stage_box, *words_revealer, *words, *overlay, *hint, *voice;
  GtkWidget *stage, *curtain;

  QgTalk *talk; /* owned */
  QgLayouter *layouter;
  guint step;
  QgLang lang, second;
  GtkWindow *speaker; /* nullable, weak */
  GdkMonitor *desk;   /* nullable, owned: the speaker's, where the talk is on another one */
  guint pointer_id, inhibited;
  guint type_id; /* source */
  gint64 begun;  /* monotonic; 0 until the first step forward */
  int height;    /* for which the type is set */
  double pointer_x, pointer_y;
};

G_DEFINE_FINAL_TYPE (QgPresenter, qg_presenter, GTK_TYPE_WINDOW)

static void
show_words (QgPresenter *self)
{
  g_autofree char *title = qg_talk_dup_title (self->talk, self->step, self->lang);
  g_autofree char *words = qg_talk_dup_words (self->talk, self->step, self->lang);
  g_autofree char *place = g_strdup_printf ("%u / %u", self->step + 1, self->talk->n);

  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_label_set_text (GTK_LABEL (self->place), place);
  gtk_label_set_text (GTK_LABEL (self->words),
                      *words != '\0' ? words : _ ("There are no words to this step."));
  gtk_window_set_title (GTK_WINDOW (self), title);
  if (self->speaker != NULL)
    qg_speaker_window_update (QG_SPEAKER_WINDOW (self->speaker));
}

/* Who does not see the picture hears what the step says of it. */
static void
read_step (QgPresenter *self)
{
  g_autofree char *title = qg_talk_dup_title (self->talk, self->step, self->lang);
  g_autofree char *words = qg_talk_dup_words (self->talk, self->step, self->lang);
  g_autofree char *text = *words != '\0' ? g_strdup_printf ("%s. %s", title, words) : g_strdup (title);

  qg_announce (GTK_WIDGET (self), text);
}

static void
show_step (QgPresenter *self)
{
  qg_talk_save_step (self->talk, self->step);
  qg_stage_show (QG_STAGE (self->stage), self->talk, self->step);
  show_words (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    read_step (self);
}

static void
go_to (QgPresenter *self, guint step)
{
  gtk_widget_set_visible (self->hint, FALSE);
  if (qg_curtain_get_black (QG_CURTAIN (self->curtain)))
    qg_curtain_set_black (QG_CURTAIN (self->curtain), FALSE);
  if (step == self->step)
    return;
  /* Until then one waits for the audience. */
  if (self->begun == 0 && step > self->step)
    self->begun = g_get_monotonic_time ();
  self->step = step;
  show_step (self);
}

void
qg_presenter_go (QgPresenter *self, int steps)
{
  go_to (self, (guint) CLAMP ((int) self->step + steps, 0, (int) self->talk->n - 1));
}

gint64
qg_presenter_get_begun (QgPresenter *self)
{
  return self->begun;
}

void
qg_presenter_restart_clock (QgPresenter *self)
{
  self->begun = g_get_monotonic_time ();
  if (self->speaker != NULL)
    qg_speaker_window_update (QG_SPEAKER_WINDOW (self->speaker));
}

static void
toggle_speaker (QgPresenter *self)
{
  if (self->speaker != NULL)
    {
      gtk_window_destroy (self->speaker);
      return;
    }
  self->speaker = qg_speaker_window_new (self, self->layouter);
  g_object_add_weak_pointer (G_OBJECT (self->speaker), (gpointer *) &self->speaker);
  if (self->desk != NULL && gdk_monitor_is_valid (self->desk))
    qg_screens_fill (self->speaker, self->desk);
  gtk_window_present (self->speaker);
}

static void
toggle_words (QgPresenter *self)
{
  GtkRevealer *revealer = GTK_REVEALER (self->words_revealer);

  /* It lies where the words come. */
  gtk_widget_set_visible (self->hint, FALSE);
  gtk_revealer_set_reveal_child (revealer, !gtk_revealer_get_reveal_child (revealer));
  if (gtk_revealer_get_reveal_child (revealer))
    qg_announce (GTK_WIDGET (self), gtk_label_get_text (GTK_LABEL (self->words)));
}

/* Keys */

static void
act (QgPresenter *self, QgTalkDeed deed)
{
  QgCurtain *curtain = QG_CURTAIN (self->curtain);

  switch (deed)
    {
    case QG_TALK_NEXT:
      qg_presenter_go (self, 1);
      break;
    case QG_TALK_PREVIOUS:
      qg_presenter_go (self, -1);
      break;
    case QG_TALK_FIRST:
      go_to (self, 0);
      break;
    case QG_TALK_LAST:
      go_to (self, self->talk->n - 1);
      break;
    case QG_TALK_BLACK:
      qg_curtain_set_black (curtain, !qg_curtain_get_black (curtain));
      break;
    case QG_TALK_LIGHT:
      qg_curtain_set_light (curtain, !qg_curtain_get_light (curtain));
      break;
    case QG_TALK_WORDS:
      toggle_words (self);
      break;
    case QG_TALK_SPEAKER:
      toggle_speaker (self);
      break;
    case QG_TALK_CLOCK:
      qg_presenter_restart_clock (self);
      break;
    case QG_TALK_LEAVE:
      gtk_window_close (GTK_WINDOW (self));
      break;
    case QG_TALK_NOTHING:
    default:
      break;
    }
}

gboolean
qg_presenter_handle_key (QgPresenter *self, guint keyval, guint code, GdkModifierType state)
{
  QgTalkDeed deed = qg_talk_find_deed (keyval, code, state);

  act (self, deed);
  return deed != QG_TALK_NOTHING;
}

static gboolean
pressed_cb (GtkEventControllerKey *controller, guint keyval, guint code, GdkModifierType state,
            QgPresenter *self)
{
  return qg_presenter_handle_key (self, keyval, code, state);
}

/* The pointer */

static void
click_cb (GtkGestureClick *gesture, int n_press, double x, double y, QgPresenter *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  if (button == GDK_BUTTON_PRIMARY)
    qg_presenter_go (self, 1);
  else if (button == GDK_BUTTON_SECONDARY)
    qg_presenter_go (self, -1);
}

static gboolean
hide_pointer_cb (gpointer data)
{
  QgPresenter *self = data;

  self->pointer_id = 0;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "none");
  return G_SOURCE_REMOVE;
}

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, QgPresenter *self)
{
  /* A window that comes up under a pointer at rest tells of a motion too. */
  if (x == self->pointer_x && y == self->pointer_y)
    return;
  self->pointer_x = x;
  self->pointer_y = y;
  qg_curtain_point (QG_CURTAIN (self->curtain), x, y);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), NULL);
  g_clear_handle_id (&self->pointer_id, g_source_remove);
  self->pointer_id = g_timeout_add_seconds (POINTER_SECONDS, hide_pointer_cb, self);
}

/* Languages */

/* Lines break between what keys do, never between a key and its words. */
static void
show_hint (QgPresenter *self)
{
  g_auto (GStrv) hints = g_strsplit (
      _ ("→ next · ← back · N words · S speaker’s window · L light · B black · Esc leave"), " · ", -1);
  g_autofree char *text = NULL;

  for (guint i = 0; hints[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (hints[i], " ", -1);

      g_free (hints[i]);
      hints[i] = g_strjoinv ("\u00a0", words);
    }
  text = g_strjoinv (" · ", hints);
  gtk_label_set_text (GTK_LABEL (self->hint), text);
}

/* qg_presenter_set_languages:
 * @lang: of the map
 * @second: (nullable): under each name; where it is @lang, the places stay and it is not said twice
 *
 * For a change of them, and of the interface's. */
void
qg_presenter_set_languages (QgPresenter *self, QgLang lang, QgLang second)
{
  self->lang = lang;
  self->second = second;
  show_hint (self);
  if (self->speaker != NULL)
    qg_window_buttons_renew (GTK_WIDGET (self->speaker));
  qg_stage_set_language (QG_STAGE (self->stage), lang, second);
  qg_canvas_update_texts (QG_CANVAS (qg_stage_get_canvas (QG_STAGE (self->stage))));
  read_step (self);
  show_words (self);
}

const QgTalk *
qg_presenter_get_talk (QgPresenter *self)
{
  return self->talk;
}

guint
qg_presenter_get_step (QgPresenter *self)
{
  return self->step;
}

QgLang
qg_presenter_get_language (QgPresenter *self)
{
  return self->lang;
}

/* (nullable) */
QgLang
qg_presenter_get_second_language (QgPresenter *self)
{
  return self->second;
}

/* The window */

static void
theme_cb (QgPresenter *self)
{
  if (adw_style_manager_get_dark (adw_style_manager_get_default ()))
    gtk_widget_add_css_class (GTK_WIDGET (self), "dark");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "dark");
}

/* Words are as large on the wall whatever the screen's pixels: sizes are those of a slide of 540 points. */
static void
set_type (GtkWidget *label, double size, int height)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes,
                          pango_attr_size_new_absolute ((int) (size * height / 540 * PANGO_SCALE)));
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
}

static gboolean
set_type_cb (gpointer data)
{
  QgPresenter *self = data;

  self->type_id = 0;
  set_type (self->title, 22, self->height);
  set_type (self->place, 13, self->height);
  set_type (self->words, 16, self->height);
  set_type (self->hint, 12, self->height);
  return G_SOURCE_REMOVE;
}

static void
qg_presenter_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  QgPresenter *self = QG_PRESENTER (widget);

  GTK_WIDGET_CLASS (qg_presenter_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->height == height)
    return;
  self->height = height;
  if (self->type_id == 0)
    self->type_id = g_idle_add (set_type_cb, self);
}

/* With a second monitor the talk goes there, and the speaker keeps the first one. */
static void
take_screen (QgPresenter *self, GtkWindow *parent)
{
  g_autoptr (GdkMonitor) here = NULL, other = NULL;

  qg_screens_find (parent, &here, &other);
  if (other != NULL)
    {
      self->desk = g_steal_pointer (&here);
      qg_screens_fill (GTK_WINDOW (self), other);
      toggle_speaker (self);
    }
  else if (here != NULL)
    qg_screens_fill (GTK_WINDOW (self), here);
  else
    gtk_window_fullscreen (GTK_WINDOW (self));
}

static void
qg_presenter_dispose (GObject *object)
{
  QgPresenter *self = QG_PRESENTER (object);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (self->inhibited != 0 && application != NULL)
    gtk_application_uninhibit (application, self->inhibited);
  self->inhibited = 0;
  g_clear_handle_id (&self->pointer_id, g_source_remove);
  g_clear_handle_id (&self->type_id, g_source_remove);
  if (self->speaker != NULL)
    {
      GtkWindow *speaker = self->speaker;

      g_object_remove_weak_pointer (G_OBJECT (speaker), (gpointer *) &self->speaker);
      self->speaker = NULL;
      gtk_window_destroy (speaker);
    }
  G_OBJECT_CLASS (qg_presenter_parent_class)->dispose (object);
}

static void
qg_presenter_finalize (GObject *object)
{
  QgPresenter *self = QG_PRESENTER (object);

  g_clear_pointer (&self->talk, qg_talk_free);
  g_clear_object (&self->layouter);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (qg_presenter_parent_class)->finalize (object);
}

static void
qg_presenter_class_init (QgPresenterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qg_presenter_dispose;
  G_OBJECT_CLASS (klass)->finalize = qg_presenter_finalize;
  widget_class->size_allocate = qg_presenter_size_allocate;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/qogam/Qogam/ui/presenter.ui");
  gtk_widget_class_bind_template_child (widget_class, QgPresenter, title);
  gtk_widget_class_bind_template_child (widget_class, QgPresenter, place);
  gtk_widget_class_bind_template_child (widget_class, QgPresenter, stage_box);
  gtk_widget_class_bind_template_child (widget_class, QgPresenter, words_revealer);
  gtk_widget_class_bind_template_child (widget_class, QgPresenter, words);
  gtk_widget_class_bind_template_child (widget_class, QgPresenter, overlay);
  gtk_widget_class_bind_template_child (widget_class, QgPresenter, hint);
  gtk_widget_class_bind_template_child (widget_class, QgPresenter, voice);
}

static void
add_controllers (QgPresenter *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect_object (click, "released", G_CALLBACK (click_cb), self, 0);
  gtk_widget_add_controller (self->overlay, GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, 0);
  gtk_widget_add_controller (self->overlay, motion);
}

static void
qg_presenter_init (QgPresenter *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_set_data (G_OBJECT (self), QG_SPEAKER, self->voice);
  g_signal_connect_after (self, "map", G_CALLBACK (read_step), NULL);
  self->curtain = qg_curtain_new ();
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->curtain);
  add_controllers (self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (theme_cb), self,
                           G_CONNECT_SWAPPED);
  theme_cb (self);
}

GtkWindow *
qg_presenter_new (GtkWindow *parent, QgLayouter *layouter, QgTalk *talk, guint step, QgLang lang,
                  QgLang second)
{
  QgPresenter *self = g_object_new (QG_TYPE_PRESENTER, "application", gtk_window_get_application (parent),
                                    "decorated", FALSE, NULL);

  self->talk = talk;
  self->layouter = g_object_ref (layouter);
  self->step = step < talk->n ? step : qg_talk_load_step (talk);
  self->stage = qg_stage_new (layouter, talk->map);
  gtk_widget_set_vexpand (self->stage, TRUE);
  gtk_widget_set_hexpand (self->stage, TRUE);
  gtk_box_append (GTK_BOX (self->stage_box), self->stage);
  qg_presenter_set_languages (self, lang, second);
  show_step (self);
  self->inhibited = gtk_application_inhibit (gtk_window_get_application (parent), GTK_WINDOW (self),
                                             GTK_APPLICATION_INHIBIT_IDLE, _ ("A presentation is running"));
  take_screen (self, parent);
  return GTK_WINDOW (self);
}
