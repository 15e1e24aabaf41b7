/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-speaker-window.h"

#include <glib/gi18n-lib.h>

#include "qg-beside-layout.h"
#include "qg-controls.h"
#include "qg-stage.h"

/* The picture of what comes next is to be recognized, and the words beside it are a column. */
#define NEXT_SHARE 0.56

struct _QgSpeakerWindow
{
  AdwWindow parent_instance;

  /* template widgets */
  GtkWidget *title, *place, *words, *next_heading, *next_title, *next_box, *clock, *elapsed;
  GtkWidget *previous, *next, *leave, *restart, *beside;
  GtkWidget *stage;

  QgPresenter *presenter; /* borrowed */
  guint clock_id;
};

G_DEFINE_FINAL_TYPE (QgSpeakerWindow, qg_speaker_window, ADW_TYPE_WINDOW)

static void
show_time (QgSpeakerWindow *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *clock = g_date_time_format (now, "%H:%M:%S"), *elapsed = NULL;
  gint64 begun = self->presenter != NULL ? qg_presenter_get_begun (self->presenter) : 0;
  guint seconds = begun > 0 ? (guint) ((g_get_monotonic_time () - begun) / G_USEC_PER_SEC) : 0;

  elapsed = g_strdup_printf ("%02u:%02u:%02u", seconds / 3600, seconds / 60 % 60, seconds % 60);
  gtk_label_set_text (GTK_LABEL (self->clock), clock);
  gtk_label_set_text (GTK_LABEL (self->elapsed), elapsed);
}

static gboolean
tick_cb (gpointer data)
{
  show_time (data);
  return G_SOURCE_CONTINUE;
}

static void
show_next (QgSpeakerWindow *self, const QgTalk *talk, guint step, QgLang lang)
{
  gboolean last = step + 1 >= talk->n;
  g_autofree char *title = last ? NULL : qg_talk_dup_title (talk, step + 1, lang);

  gtk_label_set_text (GTK_LABEL (self->next_heading), last ? _ ("This is the last step.") : _ ("Next"));
  gtk_label_set_text (GTK_LABEL (self->next_title), last ? "" : title);
  gtk_widget_set_visible (self->next_title, !last);
  gtk_widget_set_opacity (self->stage, last ? 0 : 1);
  if (!last)
    qg_stage_show (QG_STAGE (self->stage), talk, step + 1);
}

void
qg_speaker_window_update (QgSpeakerWindow *self)
{
  const QgTalk *talk = qg_presenter_get_talk (self->presenter);
  guint step = qg_presenter_get_step (self->presenter);
  QgLang lang = qg_presenter_get_language (self->presenter);
  g_autofree char *title = qg_talk_dup_title (talk, step, lang);
  g_autofree char *words = qg_talk_dup_words (talk, step, lang);
  g_autofree char *place = g_strdup_printf ("%u / %u", step + 1, talk->n);

  gtk_window_set_title (GTK_WINDOW (self), _ ("Speaker’s Window"));
  qg_control_set_text (self->previous, _ ("Previous Step"), "Page_Up");
  qg_control_set_text (self->next, _ ("Next Step"), "Page_Down");
  gtk_button_set_label (GTK_BUTTON (self->leave), _ ("End the Presentation"));
  gtk_widget_set_tooltip_text (self->clock, _ ("Time"));
  qg_control_set_text (self->restart, _ ("Time since the first step forward; a click begins anew"), "t");
  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_label_set_text (GTK_LABEL (self->place), place);
  gtk_label_set_text (GTK_LABEL (self->words),
                      *words != '\0' ? words : _ ("There are no words to this step."));
  gtk_widget_set_sensitive (self->previous, step > 0);
  gtk_widget_set_sensitive (self->next, step + 1 < talk->n);
  qg_stage_set_language (QG_STAGE (self->stage), lang, qg_presenter_get_second_language (self->presenter));
  show_next (self, talk, step, lang);
  show_time (self);
}

static void
previous_cb (QgSpeakerWindow *self)
{
  qg_presenter_go (self->presenter, -1);
}

static void
next_cb (QgSpeakerWindow *self)
{
  qg_presenter_go (self->presenter, 1);
}

static void
leave_cb (QgSpeakerWindow *self)
{
  gtk_window_close (GTK_WINDOW (self->presenter));
}

static void
restart_cb (QgSpeakerWindow *self)
{
  qg_presenter_restart_clock (self->presenter);
}

static gboolean
pressed_cb (GtkEventControllerKey *controller, guint keyval, guint code, GdkModifierType state,
            QgSpeakerWindow *self)
{
  return qg_presenter_handle_key (self->presenter, keyval, code, state);
}

static void
qg_speaker_window_dispose (GObject *object)
{
  g_clear_handle_id (&QG_SPEAKER_WINDOW (object)->clock_id, g_source_remove);
  G_OBJECT_CLASS (qg_speaker_window_parent_class)->dispose (object);
}

static void
qg_speaker_window_class_init (QgSpeakerWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (QG_TYPE_BESIDE_LAYOUT);
  G_OBJECT_CLASS (klass)->dispose = qg_speaker_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/qogam/Qogam/ui/speaker-window.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, QgSpeakerWindow, name)
  BIND (title);
  BIND (place);
  BIND (words);
  BIND (next_heading);
  BIND (next_title);
  BIND (next_box);
  BIND (clock);
  BIND (elapsed);
  BIND (previous);
  BIND (next);
  BIND (leave);
  BIND (restart);
  BIND (beside);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, restart_cb);
}

static void
qg_speaker_window_init (QgSpeakerWindow *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  qg_beside_layout_set_share (QG_BESIDE_LAYOUT (gtk_widget_get_layout_manager (self->beside)), NEXT_SHARE);
  self->clock_id = g_timeout_add_seconds (1, tick_cb, self);
}

GtkWindow *
qg_speaker_window_new (QgPresenter *presenter, QgLayouter *layouter)
{
  QgSpeakerWindow *self = g_object_new (QG_TYPE_SPEAKER_WINDOW, "application",
                                        gtk_window_get_application (GTK_WINDOW (presenter)), NULL);

  self->presenter = presenter;
  self->stage = qg_stage_new (layouter, qg_presenter_get_talk (presenter)->map);
  qg_stage_set_whole (QG_STAGE (self->stage), TRUE);
  gtk_widget_set_vexpand (self->stage, TRUE);
  gtk_box_append (GTK_BOX (self->next_box), self->stage);
  qg_speaker_window_update (self);
  return GTK_WINDOW (self);
}
