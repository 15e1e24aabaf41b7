/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* A PDF through cairo. Its time goes into numbers (cairo prints each with printf() and deflates the text) and
 * into shapes (each is recorded, looked at and replayed). So shapes are held back until a picture is whole,
 * and those of one look are written as one path under one colour, as far as the picture stays what it is
 * (QgLayers). */

#include "qg-backend-cairo-private.h"

#include <string.h>

#include "qg-curve.h"
#include "qg-layers.h"
#include "qg-pdf-link.h"

#define MAX_DASHES 6
/* As many lines of text are held back at most, each shaped; then all is written. */
#define MAX_LINES 4096
#define MAX_BATCHES 10000
/* A piece of a way is this wide or high at most, so that few cells are taken for touched. */
#define PIECE 12.0
#define TOLERANCE 1.0
/* No opaque colour: what has it is passed by nothing that touches it. */
#define TWO_COLORS 0u

typedef enum
{
  LOOK_FILL,   /* even-odd */
  LOOK_STROKE, /* with round joins */
  LOOK_BOX,    /* filled, and stroked */
  LOOK_PILL,   /* a line with round ends */
  LOOK_TEXT,
} LookKind;

typedef struct
{
  LookKind kind;
  QgColor color;
  QgColor border; /* of a box: the colour of its line */
  QgFont font;    /* of text */
  double width;   /* of a line; 0 for none */
  guint n_dashes;
  double dashes[MAX_DASHES];
} Look;

typedef struct
{
  PangoLayout *layout;
  double x, y; /* of the baseline's start */
} Line;

/* What is written together. */
typedef struct
{
  Look look;
  QgPath path;
  GArray *lines; /* Line; NULL where there is no text */
} Batch;

typedef struct
{
  QgBackend parent;
  cairo_t *cr;
  QgBackend *plain;
  GArray *links;      /* gboolean: whether the item that is open has a link */
  GPtrArray *batches; /* Batch, in the order of writing */
  QgLayers *layers;   /* what they cover; NULL where nothing is held back */
  GArray *covered;    /* QgRect: of the shape at hand */
  guint depth, n_lines;
} PdfBackend;

static void
line_clear (gpointer data)
{
  g_object_unref (((Line *) data)->layout);
}

static void
batch_free (gpointer data)
{
  Batch *batch = data;

  qg_path_release (&batch->path);
  g_clear_pointer (&batch->lines, g_array_unref);
  g_free (batch);
}

static void
write_lines (cairo_t *cr, const GArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);

      cairo_move_to (cr, line->x + QG_CAIRO_OFF_TIE, line->y + QG_CAIRO_OFF_TIE);
      pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (line->layout, 0));
    }
}

static void
write_batch (cairo_t *cr, const Batch *batch)
{
  const Look *look = &batch->look;

  cairo_new_path (cr);
  qg_cairo_set_color (cr, look->color);
  cairo_set_line_width (cr, look->width);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, look->kind == LOOK_PILL ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  cairo_set_dash (cr, look->dashes, (int) look->n_dashes, 0);
  qg_cairo_trace (cr, &batch->path, look->kind == LOOK_FILL);
  cairo_set_fill_rule (cr, look->kind == LOOK_BOX ? CAIRO_FILL_RULE_WINDING : CAIRO_FILL_RULE_EVEN_ODD);
  if (look->kind == LOOK_TEXT)
    write_lines (cr, batch->lines);
  if (look->kind == LOOK_FILL || look->kind == LOOK_BOX)
    cairo_fill_preserve (cr);
  if (look->kind == LOOK_BOX)
    qg_cairo_set_color (cr, look->border);
  if (look->width > 0)
    cairo_stroke_preserve (cr);
  cairo_new_path (cr);
}

/* Writes what was held back. */
static void
flush (PdfBackend *pdf)
{
  for (guint i = 0; i < pdf->batches->len; i++)
    write_batch (pdf->cr, g_ptr_array_index (pdf->batches, i));
  if (pdf->layers != NULL && pdf->batches->len > 0)
    qg_layers_clear (pdf->layers);
  g_ptr_array_set_size (pdf->batches, 0);
  pdf->n_lines = 0;
}

/* The space changes: what was known of places is no longer true. */
static void
flush_space (PdfBackend *pdf)
{
  flush (pdf);
  g_clear_pointer (&pdf->layers, qg_layers_free);
}

static void
pdf_free (QgBackend *self)
{
  PdfBackend *pdf = (PdfBackend *) self;

  flush_space (pdf);
  g_ptr_array_unref (pdf->batches);
  g_array_unref (pdf->covered);
  g_array_unref (pdf->links);
  qg_backend_free (pdf->plain);
  cairo_destroy (pdf->cr);
  g_free (pdf);
}

static void
pdf_push (QgBackend *self, double x, double y, double scale)
{
  PdfBackend *pdf = (PdfBackend *) self;

  flush_space (pdf);
  pdf->depth++;
  qg_backend_push (pdf->plain, x, y, scale);
}

static void
pdf_pop (QgBackend *self)
{
  PdfBackend *pdf = (PdfBackend *) self;

  flush_space (pdf);
  pdf->depth--;
  qg_backend_pop (pdf->plain);
}

static void
pdf_push_clip (QgBackend *self, const QgRect *rect)
{
  flush_space ((PdfBackend *) self);
  qg_backend_push_clip (((PdfBackend *) self)->plain, rect);
}

static void
pdf_pop_clip (QgBackend *self)
{
  flush_space ((PdfBackend *) self);
  qg_backend_pop_clip (((PdfBackend *) self)->plain);
}

static void
pdf_begin_item (QgBackend *self, const char *id, const char *title, const char *href)
{
  PdfBackend *pdf = (PdfBackend *) self;
  gboolean link = href != NULL;

  if (link)
    {
      g_autofree char *attributes = qg_pdf_dup_link (href);

      flush (pdf);
      cairo_tag_begin (pdf->cr, CAIRO_TAG_LINK, attributes);
    }
  g_array_append_val (pdf->links, link);
}

static void
pdf_end_item (QgBackend *self)
{
  PdfBackend *pdf = (PdfBackend *) self;

  g_return_if_fail (pdf->links->len > 0);
  if (g_array_index (pdf->links, gboolean, pdf->links->len - 1))
    {
      flush (pdf);
      cairo_tag_end (pdf->cr, CAIRO_TAG_LINK);
    }
  g_array_set_size (pdf->links, pdf->links->len - 1);
}

static gboolean
is_same_look (const Look *a, const Look *b)
{
  return a->kind == b->kind && a->color == b->color && a->border == b->border && a->width == b->width &&
         a->n_dashes == b->n_dashes && a->font.face == b->font.face && a->font.size == b->font.size &&
         memcmp (a->dashes, b->dashes, a->n_dashes * sizeof *a->dashes) == 0;
}

static Batch *
find_batch (PdfBackend *pdf, const Look *look, guint lowest, guint *layer)
{
  Batch *batch;

  for (guint i = lowest; i < pdf->batches->len; i++)
    {
      batch = g_ptr_array_index (pdf->batches, i);
      *layer = i;
      if (is_same_look (&batch->look, look))
        return batch;
    }
  batch = g_new0 (Batch, 1);
  batch->look = *look;
  *layer = pdf->batches->len;
  g_ptr_array_add (pdf->batches, batch);
  return batch;
}

static QgLayers *
get_layers (PdfBackend *pdf)
{
  double x1, y1, x2, y2;

  if (pdf->layers == NULL)
    {
      cairo_clip_extents (pdf->cr, &x1, &y1, &x2, &y2);
      pdf->layers = qg_layers_new (&(QgRect){ x1, y1, x2 - x1, y2 - y1 });
    }
  return pdf->layers;
}

/* Where a shape of @look that covers pdf->covered is to be added. */
static Batch *
place (PdfBackend *pdf, const Look *look)
{
  const QgRect *rects = (const QgRect *) (gconstpointer) pdf->covered->data;
  guint n = pdf->covered->len, layer = 0;
  gboolean bordered = look->kind == LOOK_BOX && look->border != look->color;
  /* Two that overlap would leave a hole in a path that is filled even-odd; and a box covers the border of the
   * one under it. */
  gboolean alone = look->kind == LOOK_FILL || bordered;
  QgColor color = bordered ? TWO_COLORS : look->color;
  Batch *batch;

  if (pdf->depth == 0)
    return find_batch (pdf, look, 0, &layer);
  if (pdf->n_lines >= MAX_LINES || pdf->batches->len >= MAX_BATCHES)
    flush (pdf);
  layer = qg_layers_find (get_layers (pdf), rects, n, color, alone);
  batch = find_batch (pdf, look, layer, &layer);
  qg_layers_mark (pdf->layers, rects, n, color, layer);
  return batch;
}

/* A shape was added. Outside a picture nothing is held back: the page's own lines have links around them. */
static void
end_shape (PdfBackend *pdf)
{
  g_array_set_size (pdf->covered, 0);
  if (pdf->depth == 0)
    flush (pdf);
}

static void
cover_points (PdfBackend *pdf, const QgPoint *points, guint n)
{
  QgRect rect;

  if (n == 0)
    return;
  rect = qg_curve_bounds (points, n);
  g_array_append_val (pdf->covered, rect);
}

typedef struct
{
  PdfBackend *pdf;
  double reach;
} Cover;

static void
cover_segment (QgPoint a, QgPoint b, gpointer user_data)
{
  const Cover *cover = user_data;
  double dx = b.x - a.x, dy = b.y - a.y;
  guint n = (guint) ceil (fmin (fabs (dx), fabs (dy)) / PIECE);

  n = MAX (n, 1);
  for (guint i = 0; i < n; i++)
    {
      double x1 = a.x + dx * i / n, y1 = a.y + dy * i / n;
      double x2 = a.x + dx * (i + 1) / n, y2 = a.y + dy * (i + 1) / n;
      QgRect rect = { fmin (x1, x2) - cover->reach, fmin (y1, y2) - cover->reach,
                      fabs (x2 - x1) + 2 * cover->reach, fabs (y2 - y1) + 2 * cover->reach };

      g_array_append_val (cover->pdf->covered, rect);
    }
}

static void
cover_line (PdfBackend *pdf, const QgPath *path, double width)
{
  Cover cover = { pdf, width / 2 + TOLERANCE };
  const QgPoint *p = path->points;
  QgPoint start = { 0, 0 }, at = { 0, 0 };

  for (guint i = 0; i < path->n_ops; i++)
    switch ((QgPathOp) path->ops[i])
      {
      case QG_PATH_MOVE:
        start = at = *p++;
        break;
      case QG_PATH_LINE:
        cover_segment (at, *p, &cover);
        at = *p++;
        break;
      case QG_PATH_CURVE:
        qg_curve_flatten ((QgPoint[]){ at, p[0], p[1], p[2] }, TOLERANCE, cover_segment, &cover);
        at = p[2];
        p += 3;
        break;
      case QG_PATH_CLOSE:
      default:
        cover_segment (at, start, &cover);
        at = start;
      }
}

static gboolean
is_opaque (QgColor color)
{
  return (color & 0xff) == 0xff;
}

static void
pdf_fill (QgBackend *self, const QgPath *path, QgColor color)
{
  PdfBackend *pdf = (PdfBackend *) self;
  const Look look = { .kind = LOOK_FILL, .color = color };

  if (!is_opaque (color))
    {
      flush (pdf);
      qg_backend_fill (pdf->plain, path, color);
      return;
    }
  cover_points (pdf, path->points, path->n_points);
  qg_path_append (&place (pdf, &look)->path, path);
  end_shape (pdf);
}

static void
pdf_stroke (QgBackend *self, const QgPath *path, const QgStroke *stroke)
{
  PdfBackend *pdf = (PdfBackend *) self;
  Look look = { .kind = LOOK_STROKE, .color = stroke->color, .width = stroke->width };

  if (!is_opaque (stroke->color) || stroke->n_dashes > MAX_DASHES)
    {
      flush (pdf);
      qg_backend_stroke (pdf->plain, path, stroke);
      return;
    }
  look.n_dashes = stroke->n_dashes;
  for (guint i = 0; i < stroke->n_dashes; i++)
    look.dashes[i] = stroke->dashes[i];
  cover_line (pdf, path, stroke->width);
  qg_path_append (&place (pdf, &look)->path, path);
  end_shape (pdf);
}

/* A box without a border: a smaller one with square corners, and around it a line of its colour with round
 * joins. The same shape as one of curves, in eight numbers instead of thirty-four; or in four, where it is no
 * higher than its corners are. */
static void
add_plain_box (PdfBackend *pdf, const QgRect *rect, double radius, QgColor color)
{
  const QgRect core = qg_rect_grow (rect, -radius);
  const Look look = { core.height > 0 ? LOOK_BOX : LOOK_PILL, color, color, .width = 2 * radius };
  QgPath *path;

  g_array_append_vals (pdf->covered, rect, 1);
  path = &place (pdf, &look)->path;
  if (core.height > 0)
    qg_path_add_rect (path, &core, 0);
  else
    {
      qg_path_move (path, core.x, core.y);
      qg_path_line (path, core.x + core.width, core.y);
    }
  end_shape (pdf);
}

static void
add_box (PdfBackend *pdf, const QgRect *rect, double radius, QgColor fill, QgColor border, double width)
{
  const Look look = { LOOK_BOX, fill, border, .width = width };
  QgRect whole = qg_rect_grow (rect, width / 2);

  g_array_append_val (pdf->covered, whole);
  qg_path_add_rect (&place (pdf, &look)->path, rect, radius);
  end_shape (pdf);
}

static void
pdf_rect (QgBackend *self, const QgRect *rect, double radius, QgColor fill, QgColor border, double width)
{
  PdfBackend *pdf = (PdfBackend *) self;
  gboolean has_border = width > 0 && (border & 0xff) != 0;

  if (!is_opaque (fill) || (has_border && !is_opaque (border)))
    {
      flush (pdf);
      qg_backend_rect (pdf->plain, rect, radius, fill, border, width);
    }
  else if (has_border)
    add_box (pdf, rect, radius, fill, border, width);
  else
    add_plain_box (pdf, rect, radius, fill);
}

static void
pdf_text (QgBackend *self, QgFont font, double x, double y, QgAnchor anchor, const char *text, QgColor color)
{
  PdfBackend *pdf = (PdfBackend *) self;
  const Look look = { .kind = LOOK_TEXT, .color = color, .font = font };
  Line line = { qg_font_dup_layout_of (font, text), x, y };
  QgRect room;
  int width;
  Batch *batch;

  pango_layout_get_size (line.layout, &width, NULL);
  room = (QgRect){ x, y - 1.2 * font.size, (double) width / PANGO_SCALE, 1.7 * font.size };
  if (anchor != QG_ANCHOR_START)
    line.x -= room.width / (anchor == QG_ANCHOR_MIDDLE ? 2 : 1);
  room.x = line.x;
  g_array_append_val (pdf->covered, room);
  batch = place (pdf, &look);
  if (batch->lines == NULL)
    {
      batch->lines = g_array_new (FALSE, FALSE, sizeof (Line));
      g_array_set_clear_func (batch->lines, line_clear);
    }
  g_array_append_val (batch->lines, line);
  pdf->n_lines++;
  end_shape (pdf);
}

static void
pdf_hairlines (QgBackend *self, const QgPoint *points, guint n_points, QgColor color)
{
  flush ((PdfBackend *) self);
  qg_backend_hairlines (((PdfBackend *) self)->plain, points, n_points, color);
}

static const QgBackendClass pdf_class = {
  .free = pdf_free,
  .push = pdf_push,
  .pop = pdf_pop,
  .begin_item = pdf_begin_item,
  .end_item = pdf_end_item,
  .push_clip = pdf_push_clip,
  .pop_clip = pdf_pop_clip,
  .fill = pdf_fill,
  .stroke = pdf_stroke,
  .rect = pdf_rect,
  .text = pdf_text,
  .hairlines = pdf_hairlines,
};

QgBackend *
qg_backend_new_pdf (cairo_t *cr)
{
  PdfBackend *pdf = g_new0 (PdfBackend, 1);

  pdf->parent.klass = &pdf_class;
  pdf->cr = cairo_reference (cr);
  pdf->plain = qg_backend_new_plain (cr);
  pdf->links = g_array_new (FALSE, FALSE, sizeof (gboolean));
  pdf->batches = g_ptr_array_new_with_free_func (batch_free);
  pdf->covered = g_array_new (FALSE, FALSE, sizeof (QgRect));
  return &pdf->parent;
}
