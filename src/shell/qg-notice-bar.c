/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-notice-bar.h"

#include <glib/gi18n-lib.h>

#include "qg-canvas.h"
#include "qg-controls.h"
#include "qg-number.h"
#include "qg-wrap-layout.h"

struct _QgNoticeBar
{
  GtkWidget parent_instance;

  /* template widgets */
  GtkWidget *revealer, *box, *spinner, *icon, *text, *first, *second, *close;

  QgNoticeKind kind;
  int beside; /* pixels at the end that a hint leaves free */
};

enum
{
  CLOSED,
  CHANGED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (QgNoticeBar, qg_notice_bar, GTK_TYPE_WIDGET)

QgNoticeKind
qg_notice_bar_get_kind (QgNoticeBar *self)
{
  return self->kind;
}

static void
leave_free (QgNoticeBar *self)
{
  gtk_widget_set_margin_end (GTK_WIDGET (self), self->kind == QG_NOTICE_HINT ? self->beside : 0);
}

void
qg_notice_bar_set_beside (QgNoticeBar *self, int pixels)
{
  self->beside = pixels;
  leave_free (self);
}

static void
set_button (GtkWidget *button, const char *label, const char *action)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  gtk_widget_set_visible (button, label != NULL);
  if (label == NULL)
    return;
  gtk_button_set_label (GTK_BUTTON (button), label);
  /* GTK warns of an action that does not take the target of the one before. */
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), NULL);
  g_action_parse_detailed_name (action, &name, &target, NULL);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), name);
}

void
qg_notice_bar_show (QgNoticeBar *self, QgNoticeKind kind, const char *text, const char *first,
                    const char *first_action, const char *second, const char *second_action)
{
  g_autofree char *tied = qg_number_tie (text);

  self->kind = kind;
  leave_free (self);
  gtk_label_set_text (GTK_LABEL (self->text), tied);
  set_button (self->first, first, first_action);
  set_button (self->second, second, second_action);
  gtk_widget_set_visible (self->spinner, kind == QG_NOTICE_BUSY);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), kind == QG_NOTICE_BUSY);
  gtk_widget_set_visible (self->icon, kind == QG_NOTICE_TROUBLE);
  gtk_widget_set_visible (self->close, kind != QG_NOTICE_BUSY);
  /* A hint stands aside, at the edge; what is waited for or went wrong is said in the middle. */
  gtk_widget_set_halign (GTK_WIDGET (self), kind == QG_NOTICE_HINT ? GTK_ALIGN_START : GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), kind == QG_NOTICE_HINT ? GTK_ALIGN_END : GTK_ALIGN_START);
  gtk_label_set_max_width_chars (GTK_LABEL (self->text), kind == QG_NOTICE_HINT ? 40 : -1);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (self->text),
                                   kind == QG_NOTICE_HINT ? GTK_NATURAL_WRAP_WORD : GTK_NATURAL_WRAP_NONE);
  if (kind == QG_NOTICE_HINT)
    gtk_widget_add_css_class (self->box, "qg-hint");
  else
    gtk_widget_remove_css_class (self->box, "qg-hint");
  if (kind == QG_NOTICE_BUSY)
    gtk_widget_add_css_class (GTK_WIDGET (self), QG_CANVAS_PASSING);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), QG_CANVAS_PASSING);
  qg_control_set_text (self->close, _ ("Close"), NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), TRUE);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), TRUE);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
qg_notice_bar_hide (QgNoticeBar *self)
{
  self->kind = QG_NOTICE_NONE;
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), FALSE);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), FALSE);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Folded away it must not stand between the pointer and the picture. */
static void
revealed_cb (QgNoticeBar *self)
{
  if (!gtk_revealer_get_child_revealed (GTK_REVEALER (self->revealer)) && self->kind == QG_NOTICE_NONE)
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
close_cb (QgNoticeBar *self)
{
  QgNoticeKind kind = self->kind;

  /* First, since something else may be to say then. */
  qg_notice_bar_hide (self);
  g_signal_emit (self, signals[CLOSED], 0, (guint) kind);
}

/* As wide as the text likes to be, whatever the height: GTK would look for the least width for the height
 * that is there, and try a hundred of them. */
static void
qg_notice_bar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (QG_NOTICE_BAR (widget)->revealer, orientation,
                      orientation == GTK_ORIENTATION_HORIZONTAL ? -1 : for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
qg_notice_bar_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (QG_NOTICE_BAR (widget)->revealer, width, height, baseline, NULL);
}

static GtkSizeRequestMode
qg_notice_bar_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
qg_notice_bar_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (qg_notice_bar_parent_class)->dispose (object);
}

static void
qg_notice_bar_class_init (QgNoticeBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (QG_TYPE_WRAP_LAYOUT);
  G_OBJECT_CLASS (klass)->dispose = qg_notice_bar_dispose;
  widget_class->measure = qg_notice_bar_measure;
  widget_class->size_allocate = qg_notice_bar_size_allocate;
  widget_class->get_request_mode = qg_notice_bar_get_request_mode;
  signals[CLOSED] = g_signal_new ("closed", QG_TYPE_NOTICE_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[CHANGED] =
      g_signal_new ("changed", QG_TYPE_NOTICE_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/qogam/Qogam/ui/notice-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, QgNoticeBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, QgNoticeBar, box);
  gtk_widget_class_bind_template_child (widget_class, QgNoticeBar, spinner);
  gtk_widget_class_bind_template_child (widget_class, QgNoticeBar, icon);
  gtk_widget_class_bind_template_child (widget_class, QgNoticeBar, text);
  gtk_widget_class_bind_template_child (widget_class, QgNoticeBar, first);
  gtk_widget_class_bind_template_child (widget_class, QgNoticeBar, second);
  gtk_widget_class_bind_template_child (widget_class, QgNoticeBar, close);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, revealed_cb);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
  gtk_widget_class_set_css_name (widget_class, "qg-notice");
}

static void
qg_notice_bar_init (QgNoticeBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
qg_notice_bar_new (void)
{
  return g_object_new (QG_TYPE_NOTICE_BAR, NULL);
}
