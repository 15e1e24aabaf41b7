/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Toasts: what has just happened, with a way back or on. A toast keeps what goes into its words, so that a
 * change of the language says it again, and takes no 'Undo' away. */

#include "qg-window-private.h"

#include <glib/gi18n-lib.h>

#include "qg-controls.h"

/* In a line of a message, where the window is 360 pixels wide. */
#define TOAST_LETTERS 28

/* Seconds: who reads it aloud, or looks for it with a slow hand, has time to take it back; who comes back
 * from the file chooser slowly still finds two ways on. What is told next takes its place at once. */
#define BUTTON_SECONDS 10
#define WAYS_SECONDS 30

/* Microseconds in which a toast that has just come is given the next words: libadwaita 1.2 crashes where one
 * is dismissed and another added before the first was drawn. */
#define YOUNG (G_USEC_PER_SEC / 2)

/* The data of a toast under which its Told is. */
#define TOLD "qg-told"

typedef struct
{
  QgNews news;        /* its texts and its error are owned */
  GtkWidget *label;   /* borrowed: of the toast */
  GtkWidget *ways[2]; /* borrowed, nullable: of the toast, where one button is not enough */
  gint64 since;       /* when the toast came */
  gboolean dismissed;
} Told;

static void
told_free (gpointer data)
{
  Told *told = data;

  g_free ((char *) told->news.text);
  g_free ((char *) told->news.name);
  g_free ((char *) told->news.uri);
  g_clear_error ((GError **) &told->news.error);
  g_free (told);
}

static Told *
told_new (const QgNews *news)
{
  Told *told = g_new0 (Told, 1);

  told->news = *news;
  told->news.text = g_strdup (news->text);
  told->news.name = g_strdup (news->name);
  told->news.uri = g_strdup (news->uri);
  told->news.error = news->error != NULL ? g_error_copy (news->error) : NULL;
  return told;
}

static char *
dup_words (const QgNews *news)
{
  if (news->words != NULL)
    return news->words (news);
  return g_strdup (news->id != NULL ? g_dgettext (GETTEXT_PACKAGE, news->id) : news->text);
}

static void
say (AdwToast *toast, const Told *told)
{
  const QgNews *news = &told->news;
  g_autofree char *words = dup_words (news), *shown = qg_text_clip (words, QG_TEXT_PAGE);

  gtk_label_set_text (GTK_LABEL (told->label), shown);
  if (told->ways[0] == NULL && news->button != NULL)
    adw_toast_set_button_label (toast, g_dgettext (GETTEXT_PACKAGE, news->button));
  for (guint i = 0; i < G_N_ELEMENTS (told->ways) && told->ways[i] != NULL; i++)
    gtk_button_set_label (GTK_BUTTON (told->ways[i]),
                          g_dgettext (GETTEXT_PACKAGE, i == 0 ? news->button : news->second_button));
}

static GtkWidget *
new_way (const char *action, const char *uri)
{
  GtkWidget *button = gtk_button_new ();

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", uri);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

/* A toast has one button of its own; here are two ways on, which share @uri. */
static GtkWidget *
new_title_with_ways (Told *told)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  told->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (told->label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_set_hexpand (told->label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (told->label), 0);
  told->ways[0] = new_way (told->news.action, told->news.uri);
  told->ways[1] = new_way (told->news.second_action, told->news.uri);
  gtk_box_append (GTK_BOX (box), told->label);
  gtk_box_append (GTK_BOX (box), told->ways[0]);
  gtk_box_append (GTK_BOX (box), told->ways[1]);
  return box;
}

/* A toast's own title is cut in narrow windows: a toast is as wide as it would like to be, and cut where the
 * window ends. */
static void
fit (const Told *told, gboolean narrow)
{
  int most = told->news.button != NULL ? TOAST_LETTERS / 2 : TOAST_LETTERS;

  if (told->news.second_button != NULL)
    return;
  gtk_label_set_natural_wrap_mode (GTK_LABEL (told->label),
                                   narrow ? GTK_NATURAL_WRAP_INHERIT : GTK_NATURAL_WRAP_NONE);
  gtk_label_set_max_width_chars (GTK_LABEL (told->label), narrow ? most : -1);
}

static gboolean
is_narrow (QgWindow *self)
{
  return qg_frame_get_width_class (self->frame) == QG_WIDTH_COMPACT;
}

static void
dismissed_cb (AdwToast *toast)
{
  Told *told = g_object_get_data (G_OBJECT (toast), TOLD);

  if (told != NULL)
    told->dismissed = TRUE;
}

/* A new toast for @told; or the one that has only just come, which has nothing of what it had then. */
static AdwToast *
get_toast (QgWindow *self, Told *told)
{
  const Told *before = self->toast != NULL ? g_object_get_data (G_OBJECT (self->toast), TOLD) : NULL;
  AdwToast *toast;

  told->since = g_get_monotonic_time ();
  if (before != NULL && !before->dismissed && told->since - before->since < YOUNG)
    {
      told->since = before->since;
      adw_toast_set_button_label (self->toast, NULL);
      adw_toast_set_action_name (self->toast, NULL);
      g_clear_weak_pointer (&self->read_toast);
      return self->toast;
    }
  toast = adw_toast_new ("");
  g_signal_connect (toast, "dismissed", G_CALLBACK (dismissed_cb), NULL);
  return toast;
}

/* qg_window_tell:
 * @news: what has happened; copied
 *
 * Shows it in a toast, in place of the one before: what was done before is no news any more. */
void
qg_window_tell (QgWindow *self, const QgNews *news)
{
  Told *told = told_new (news);
  AdwToast *toast = get_toast (self, told);

  if (news->second_button == NULL)
    told->label = qg_text_label_new (NULL, "heading");
  adw_toast_set_custom_title (toast, news->second_button != NULL ? new_title_with_ways (told) : told->label);
  fit (told, is_narrow (self));
  if (news->second_button != NULL)
    adw_toast_set_timeout (toast, WAYS_SECONDS);
  else if (news->button != NULL)
    {
      adw_toast_set_timeout (toast, BUTTON_SECONDS);
      adw_toast_set_action_name (toast, news->action);
    }
  say (toast, told);
  g_object_set_data_full (G_OBJECT (toast), TOLD, told, told_free);
  if (toast == self->toast)
    return;
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_set_weak_pointer (&self->toast, toast);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->toasts), toast);
}

/* qg_window_toast:
 * @text: the words of an error, in the language of now; a change of the language takes them away */
void
qg_window_toast (QgWindow *self, const char *text)
{
  qg_window_tell (self, &(QgNews){ .text = text });
}

/* The window is narrow now, or is no more; what was told while it opened did not know how it would be. */
void
qg_window_fit_toast (QgWindow *self)
{
  const Told *told = self->toast != NULL ? g_object_get_data (G_OBJECT (self->toast), TOLD) : NULL;

  if (told != NULL)
    fit (told, is_narrow (self));
}

/* The language of the interface has changed. */
void
qg_window_update_toast (QgWindow *self)
{
  const Told *told = self->toast != NULL ? g_object_get_data (G_OBJECT (self->toast), TOLD) : NULL;

  if (told == NULL)
    return;
  if (told->news.text != NULL)
    adw_toast_dismiss (self->toast);
  else
    say (self->toast, told);
}
