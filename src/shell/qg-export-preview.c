/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* The preview in the export window: a page of the real export, and what is to be said about it. */

#include "qg-export-window-private.h"

#include "qg-engine-label.h"
#include "qg-i18n.h"
#include "qg-number.h"

#include <glib/gi18n-lib.h>

/* Milliseconds: who turns a number up makes one preview, not ten. */
#define PATIENCE 160
#define PREVIEW_PIXELS 1100

static void start (QgExportWindow *self);

void
qg_export_window_show_error (QgExportWindow *self, const char *message)
{
  qg_export_window_forget_question (self);
  gtk_label_set_text (GTK_LABEL (self->verdict), message);
  gtk_widget_remove_css_class (self->verdict, "warning");
  gtk_widget_add_css_class (self->verdict, "error");
}

static const char *
get_advice (QgMedium medium)
{
  switch (medium)
    {
    case QG_MEDIUM_SLIDE:
      return _ ("On a slide, less than 12 pt cannot be read from the last row: show less, or choose a "
                "neighborhood.");
    case QG_MEDIUM_PAPER:
      return _ ("On paper, less than 9 pt is hard to read: choose a larger sheet.");
    case QG_MEDIUM_POSTER:
    case QG_MEDIUM_FIT:
    default:
      return _ ("On a poster, less than 7 pt cannot be read: choose a larger sheet.");
    }
}

static char *
dup_size (const QgExportSmallest *smallest)
{
  return qg_number_dup (qg_i18n_get_language (), smallest->size, 1);
}

/* That a picture is not arranged as its view says; the first one of several. */
static void
append_replaced (GString *said, QgExportJob *job)
{
  g_autofree char *duration = NULL;
  QgEngine wanted, taken;
  double seconds;

  if (!qg_export_job_get_replaced (job, &wanted, &taken, &seconds))
    return;
  duration = qg_number_dup_duration (seconds);
  g_string_append_c (said, ' ');
  g_string_append_printf (said,
                          _ ("“%1$s” would take about %2$s for a map of this size; “%3$s” has arranged it."),
                          qg_engine_get_label (wanted), duration, qg_engine_get_label (taken));
}

/* How small the smallest words of the picture and around it are, and what to do when they are too small for
 * such a page. */
static void
show_verdict (QgExportWindow *self)
{
  g_autoptr (GString) said = g_string_new (NULL);
  QgExportSmallest pictures, notes;
  g_autofree char *size = NULL, *notes_size = NULL, *text = NULL;
  gboolean lacks_sources, cuts_words;

  qg_export_job_get_smallest (self->preview, &pictures, &notes);
  qg_export_window_forget_question (self);
  gtk_widget_remove_css_class (self->verdict, "error");
  lacks_sources = qg_export_job_lacks_sources (self->preview);
  cuts_words = qg_export_job_cuts_words (self->preview);
  (pictures.small || notes.small || lacks_sources || cuts_words
       ? gtk_widget_add_css_class
       : gtk_widget_remove_css_class) (self->verdict, "warning");
  size = dup_size (&pictures);
  notes_size = dup_size (&notes);
  if (pictures.size > 0 && qg_export_job_get_n_sheets (self->preview) > 1)
    g_string_append_printf (said, _ ("Smallest text: %s pt, on page %u."), size, pictures.page);
  else if (pictures.size > 0)
    g_string_append_printf (said, _ ("Smallest text: %s pt."), size);
  if (notes.size > 0)
    {
      g_string_append_c (said, ' ');
      g_string_append_printf (said, _ ("Legend, sources, footer: %s pt."), notes_size);
    }
  if (cuts_words)
    g_string_append_printf (said, " %s",
                            _ ("Not all words have room, and those that are cut end in “…”: choose a larger "
                               "page, or fewer steps on a sheet."));
  if (lacks_sources)
    g_string_append_printf (said, " %s",
                            _ ("The sources have no room on the page: choose a larger one, or PDF, where "
                               "they have a page of their "
                               "own."));
  if (qg_export_job_is_crowded (self->preview))
    g_string_append_printf (said, " %s",
                            _ ("The sources take their room from the picture: in a PDF they have a page of "
                               "their own."));
  if (pictures.small)
    g_string_append_printf (said, " %s", get_advice (pictures.medium));
  else if (notes.small)
    g_string_append_printf (said, " %s",
                            _ ("That is small for such a page: leave out what is not needed, or choose a "
                               "larger one."));
  append_replaced (said, self->preview);
  text = qg_number_tie (said->str);
  gtk_label_set_text (GTK_LABEL (self->verdict), text);
}

/* How many pixels a PNG will have. */
static void
show_pixels (QgExportWindow *self, const QgExportWishes *wishes)
{
  const QgSheet *sheet =
      qg_export_job_get_n_sheets (self->preview) > 0 ? qg_export_job_get_sheet (self->preview, 0) : NULL;
  g_autofree char *width = NULL, *height = NULL, *text = NULL, *tied = NULL;
  double scale;

  if (sheet == NULL)
    return;
  scale = wishes->pixel_width > 0 ? wishes->pixel_width / sheet->size.width : wishes->dpi / 72;
  width = qg_number_dup (qg_i18n_get_language (), ceil (sheet->size.width * scale - 1e-6), 0);
  height = qg_number_dup (qg_i18n_get_language (), ceil (sheet->size.height * scale - 1e-6), 0);
  text = g_strdup_printf (_ ("%s × %s pixels"), width, height);
  tied = qg_number_tie (text);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->dpi_row), tied);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->pixel_width_row), tied);
}

static void
show_pages (QgExportWindow *self)
{
  guint n = qg_export_job_get_n_sheets (self->preview);
  g_autofree char *text = NULL;

  self->page_number = n > 0 ? MIN (self->page_number, n - 1) : 0;
  text = g_strdup_printf ("%u / %u", self->page_number + 1, n);
  gtk_widget_set_visible (self->pages, n > 1);
  gtk_label_set_text (GTK_LABEL (self->page_label), text);
  gtk_widget_set_sensitive (self->previous, self->page_number > 0);
  gtk_widget_set_sensitive (self->next, self->page_number + 1 < n);
}

static void
set_busy (QgExportWindow *self, gboolean busy)
{
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), busy);
  gtk_widget_set_visible (self->spinner, busy);
  qg_sheet_view_set_stale (self->sheet, busy);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QgExportWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  QgExportWishes wishes;
  gboolean done = qg_export_job_run_finish (QG_EXPORT_JOB (source), result, &error);

  /* A newer preview is on its way, or the window is gone. */
  if (g_task_get_cancellable (G_TASK (result)) != self->previewing || self->explorer == NULL)
    return;
  g_clear_object (&self->previewing);
  set_busy (self, FALSE);
  if (done)
    {
      bytes = qg_export_job_get_bytes (self->preview);
      texture = gdk_texture_new_from_bytes (bytes, &error);
    }
  if (texture == NULL)
    {
      /* What GTK says of a picture is not translated. */
      qg_export_window_show_error (self, done ? _ ("The preview cannot be shown.") : error->message);
      return;
    }
  qg_sheet_view_set_page (self->sheet, texture);
  qg_export_wishes_load (&wishes, self->explorer);
  show_verdict (self);
  show_pixels (self, &wishes);
  show_pages (self);
}

void
qg_export_window_stop_preview (QgExportWindow *self)
{
  g_clear_handle_id (&self->preview_id, g_source_remove);
  if (self->previewing != NULL)
    g_cancellable_cancel (self->previewing);
  g_clear_object (&self->previewing);
}

static void
start (QgExportWindow *self)
{
  qg_export_window_stop_preview (self);
  self->previewing = g_cancellable_new ();
  set_busy (self, TRUE);
  qg_export_job_preview_async (self->preview, self->page_number,
                               PREVIEW_PIXELS *
                                   (guint) gtk_widget_get_scale_factor (GTK_WIDGET (self->sheet)),
                               self->previewing, done_cb, g_object_ref (self));
}

static gboolean
timeout_cb (gpointer data)
{
  QgExportWindow *self = data;
  const QgExportOffer *offer = qg_export_window_get_offer (self);
  QgExportWishes wishes;

  self->preview_id = 0;
  if (offer == NULL)
    return G_SOURCE_REMOVE;
  qg_export_wishes_load (&wishes, self->explorer);
  qg_export_window_stop_preview (self);
  g_clear_object (&self->preview);
  self->preview = qg_export_job_new_for_offer (self->explorer, self->layouter, offer, &wishes);
  start (self);
  return G_SOURCE_REMOVE;
}

void
qg_export_window_queue_preview (QgExportWindow *self)
{
  qg_export_window_stop_preview (self);
  set_busy (self, TRUE);
  self->preview_id = g_timeout_add (PATIENCE, timeout_cb, self);
}

void
qg_export_window_turn_page (QgExportWindow *self, int by)
{
  guint n = self->preview != NULL ? qg_export_job_get_n_sheets (self->preview) : 0;
  int wanted = (int) self->page_number + by;

  if (wanted < 0 || wanted >= (int) n || self->previewing != NULL)
    return;
  self->page_number = (guint) wanted;
  show_pages (self);
  start (self);
}
