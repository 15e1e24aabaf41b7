/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-exporter-private.h"

#include <errno.h>
#include <string.h>

#include "qg-compose.h"
#include "qg-errno.h"
#include "qg-note-mark.h"
#include "qg-painter.h"

G_DEFINE_QUARK (qg - export - error - quark, qg_export_error)

typedef struct
{
  GOutputStream *stream;
  QgExportOptions options;
  QgExportAbout about;
  char *date;
  guint n_sheets;
  GHashTable *entities, *relations; /* sets of numbers + 1 of what was drawn */
  QgExportReport report;
  GPtrArray *uncounted;    /* scenes that were drawn, whose faults nobody has asked for yet */
  double taken, free_area; /* square points */
} QgExporterPrivate;

/* What is kept of a picture that was drawn, to count its faults later. */
typedef struct
{
  QgScene *scene;
  guint *footnotes; /* nullable; one for each edge */
} Drawn;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (QgExporter, qg_exporter, G_TYPE_OBJECT)

static Drawn *
drawn_new (const QgSheetPicture *picture)
{
  Drawn *drawn = g_new0 (Drawn, 1);
  gsize n = qg_part_get_relations (qg_scene_get_part (picture->scene)).n;

  drawn->scene = qg_scene_ref (picture->scene);
  if (picture->footnotes != NULL)
    drawn->footnotes = g_memdup2 (picture->footnotes, n * sizeof (guint));
  return drawn;
}

static void
drawn_free (gpointer data)
{
  Drawn *drawn = data;

  qg_scene_unref (drawn->scene);
  g_free (drawn->footnotes);
  g_free (drawn);
}

static QgExporterPrivate *
get_private (QgExporter *self)
{
  return qg_exporter_get_instance_private (self);
}

static void
qg_exporter_finalize (GObject *object)
{
  QgExporterPrivate *priv = get_private (QG_EXPORTER (object));

  g_clear_object (&priv->stream);
  g_free (priv->date);
  g_free ((char *) priv->about.title);
  g_free ((char *) priv->about.author);
  g_free ((char *) priv->about.subject);
  g_free ((char *) priv->about.licence);
  g_hash_table_unref (priv->entities);
  g_hash_table_unref (priv->relations);
  g_ptr_array_unref (priv->uncounted);
  G_OBJECT_CLASS (qg_exporter_parent_class)->finalize (object);
}

static void
qg_exporter_class_init (QgExporterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qg_exporter_finalize;
}

static void
qg_exporter_init (QgExporter *self)
{
  QgExporterPrivate *priv = get_private (self);

  priv->entities = g_hash_table_new (NULL, NULL);
  priv->relations = g_hash_table_new (NULL, NULL);
  priv->uncounted = g_ptr_array_new_with_free_func (drawn_free);
}

static const struct
{
  const char *ending;
  gboolean pages;
  GType (*type) (void);
} formats[QG_N_FORMATS] = {
  [QG_FORMAT_SVG] = { "svg", FALSE, qg_svg_exporter_get_type },
  [QG_FORMAT_PDF] = { "pdf", TRUE, qg_pdf_exporter_get_type },
  [QG_FORMAT_PNG] = { "png", FALSE, qg_png_exporter_get_type },
};

gboolean
qg_format_from_name (const char *name, QgFormat *format)
{
  const char *dot = strrchr (name, '.');
  const char *ending = dot != NULL ? dot + 1 : name;

  for (guint i = 0; i < QG_N_FORMATS; i++)
    if (g_ascii_strcasecmp (ending, formats[i].ending) == 0)
      {
        *format = (QgFormat) i;
        return TRUE;
      }
  return FALSE;
}

char *
qg_format_dup_typed_name (const char *path, const char *suggested, gboolean is_there, QgFormat *format)
{
  const char *dot = strrchr (path, '.'), *proposed = strrchr (suggested, '.');
  g_autofree char *base = g_path_get_basename (path), *stem = NULL;
  QgFormat typed;

  /* Left as it was proposed it is right, even where the title of a picture ends in ".pdf" itself. */
  if (!is_there && dot != NULL && g_strcmp0 (dot, proposed) == 0 && strcmp (base, suggested) != 0)
    {
      stem = g_strndup (path, (gsize) (dot - path));
      if (qg_format_from_name (stem, &typed))
        {
          *format = typed;
          return g_steal_pointer (&stem);
        }
    }
  if (qg_format_from_name (path, format))
    return g_strdup (path);
  return g_strconcat (path, ".", qg_format_get_ending (*format), NULL);
}

const char *
qg_format_get_ending (QgFormat format)
{
  g_return_val_if_fail (format < QG_N_FORMATS, NULL);
  return formats[format].ending;
}

gboolean
qg_format_holds_pages (QgFormat format)
{
  g_return_val_if_fail (format < QG_N_FORMATS, FALSE);
  return formats[format].pages;
}

guint
qg_export_options_get_pixel_width (const QgExportOptions *options, const QgSheet *sheet)
{
  if (!options->pixels_of_page || options->pixel_width == 0 || options->page.width <= 0)
    return options->pixel_width;
  return (guint) round (options->pixel_width * sheet->size.width / options->page.width);
}

gboolean
qg_exporter_check_sheet (QgFormat format, const QgExportOptions *options, const QgSheet *sheet,
                         GError **error)
{
  switch (format)
    {
    case QG_FORMAT_PDF:
      return qg_pdf_exporter_check (sheet, error);
    case QG_FORMAT_PNG:
      return qg_png_exporter_check (options, sheet, error);
    case QG_FORMAT_SVG:
    default:
      return TRUE;
    }
}

QgExporter *
qg_exporter_new (QgFormat format, GOutputStream *stream, const QgExportOptions *options,
                 const QgExportAbout *about)
{
  QgExporter *self;
  QgExporterPrivate *priv;

  g_return_val_if_fail (format < QG_N_FORMATS, NULL);
  self = g_object_new (formats[format].type (), NULL);
  priv = get_private (self);
  priv->stream = g_object_ref (stream);
  priv->options = *options;
  priv->options.date = priv->date = g_strdup (options->date);
  if (about != NULL)
    priv->about = (QgExportAbout){ g_strdup (about->title), g_strdup (about->author),
                                   g_strdup (about->subject), g_strdup (about->licence) };
  return self;
}

const QgExportOptions *
qg_exporter_get_options (QgExporter *self)
{
  return &get_private (self)->options;
}

const QgExportAbout *
qg_exporter_get_about (QgExporter *self)
{
  return &get_private (self)->about;
}

guint
qg_exporter_get_n_sheets (QgExporter *self)
{
  return get_private (self)->n_sheets;
}

/* Surfaces of ours write to memory; their writers end with a write error where that is too much. */
void
qg_exporter_set_cairo_error (GError **error, cairo_status_t status)
{
  int code = status == CAIRO_STATUS_WRITE_ERROR ? EFBIG : status == CAIRO_STATUS_NO_MEMORY ? ENOMEM : 0;

  g_set_error_literal (error, QG_ERRNO_ERROR, code, cairo_status_to_string (status));
}

gboolean
qg_exporter_write (QgExporter *self, const void *data, gsize size, GError **error)
{
  QgExporterPrivate *priv = get_private (self);

  if (!g_output_stream_write_all (priv->stream, data, size, NULL, NULL, error))
    return FALSE;
  priv->report.bytes += size;
  return TRUE;
}

gboolean
qg_exporter_begin (QgExporter *self, GError **error)
{
  return QG_EXPORTER_GET_CLASS (self)->begin (self, error);
}

gboolean
qg_exporter_page (QgExporter *self, const QgExportPage *page, GCancellable *cancellable, GError **error)
{
  g_autoptr (QgSheet) sheet = qg_compose_page (page, qg_exporter_get_options (self));

  return qg_exporter_sheet (self, sheet, cancellable, error);
}

static void
count (GHashTable *set, QgNumbers numbers, const guint8 *emphases)
{
  for (guint i = 0; i < numbers.n; i++)
    if (emphases == NULL || emphases[i] != QG_EMPHASIS_HIDDEN)
      g_hash_table_add (set, GSIZE_TO_POINTER ((gsize) numbers.items[i] + 1));
}

static void
note_smallest (double *least, double size)
{
  if (size > 0 && (*least <= 0 || size < *least))
    *least = size;
}

static void
report_sheet (QgExporterPrivate *priv, const QgSheet *sheet)
{
  for (guint i = 0; i < sheet->pictures->len; i++)
    {
      const QgSheetPicture *picture = &g_array_index (sheet->pictures, QgSheetPicture, i);
      QgPart *part = qg_scene_get_part (picture->scene);

      g_ptr_array_add (priv->uncounted, drawn_new (picture));
      priv->taken += picture->rect.width * picture->rect.height;
      count (priv->entities, qg_part_get_entities (part), picture->node_emphases);
      count (priv->relations, qg_part_get_relations (part), picture->edge_emphases);
    }
  priv->free_area += sheet->free_area;
  priv->report.clipped += sheet->clipped;
  note_smallest (&priv->report.smallest_text, sheet->least_text);
  note_smallest (&priv->report.smallest_notes, sheet->least_notes);
  priv->report.pages++;
}

gboolean
qg_exporter_sheet (QgExporter *self, const QgSheet *sheet, GCancellable *cancellable, GError **error)
{
  QgExporterPrivate *priv = get_private (self);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (!QG_EXPORTER_GET_CLASS (self)->sheet (self, sheet, cancellable, error))
    return FALSE;
  report_sheet (priv, sheet);
  priv->n_sheets++;
  return TRUE;
}

gboolean
qg_exporter_end (QgExporter *self, GError **error)
{
  QgExporterPrivate *priv = get_private (self);

  if (!QG_EXPORTER_GET_CLASS (self)->end (self, error) || !g_output_stream_flush (priv->stream, NULL, error))
    return FALSE;
  /* The exporter may be kept for its report; the stream is its owner's to close. */
  g_clear_object (&priv->stream);
  return TRUE;
}

/* Overlaps and crossings take longer to count than a picture to write: only for who asks. */
static void
count_faults (QgExporterPrivate *priv)
{
  for (guint i = 0; i < priv->uncounted->len; i++)
    {
      const Drawn *drawn = priv->uncounted->pdata[i];
      QgSceneReport scene;

      qg_scene_report (drawn->scene, &scene);
      priv->report.overlaps += scene.overlaps;
      if (drawn->footnotes != NULL)
        priv->report.overlaps += qg_note_mark_count_overlaps (drawn->scene, drawn->footnotes);
      priv->report.crossings += scene.crossings;
      priv->report.clipped += scene.clipped;
    }
  g_ptr_array_set_size (priv->uncounted, 0);
}

void
qg_exporter_get_report (QgExporter *self, QgExportReport *report)
{
  QgExporterPrivate *priv = get_private (self);

  count_faults (priv);
  *report = priv->report;
  report->entities = g_hash_table_size (priv->entities);
  report->relations = g_hash_table_size (priv->relations);
  report->fill = priv->free_area > 0 ? fmin (priv->taken / priv->free_area, 1) : 0;
}

void
qg_exporter_continue_report (QgExporter *self, QgExporter *before)
{
  QgExporterPrivate *priv = get_private (self), *from = get_private (before);

  g_hash_table_unref (priv->entities);
  g_hash_table_unref (priv->relations);
  g_ptr_array_unref (priv->uncounted);
  priv->uncounted = g_ptr_array_ref (from->uncounted);
  priv->entities = g_hash_table_ref (from->entities);
  priv->relations = g_hash_table_ref (from->relations);
  priv->report = from->report;
  priv->taken = from->taken;
  priv->free_area = from->free_area;
}
