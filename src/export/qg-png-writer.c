/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-png-writer.h"

#include <errno.h>
#include <string.h>
#include <zlib.h>

#include "qg-errno.h"

/* Pictures of flat colours: equal rows and runs are what there is to find, and a low level finds them. */
#define LEVEL 2
#define CHUNK 65536

struct _QgPngWriter
{
  guint width, height;
  gboolean alpha;
  QgPngWriteFunc write;
  gpointer user_data;
  z_stream stream;
  gboolean open;              /* the stream is */
  guint8 *row, *before, *out; /* a row with its filter's byte, the one before it unfiltered, a chunk */
};

QgPngWriter *
qg_png_writer_new (guint width, guint height, gboolean alpha, QgPngWriteFunc write, gpointer user_data)
{
  QgPngWriter *self = g_new0 (QgPngWriter, 1);
  gsize row = (gsize) width * (alpha ? 4 : 3) + 1;

  self->width = width;
  self->height = height;
  self->alpha = alpha;
  self->write = write;
  self->user_data = user_data;
  self->row = g_malloc0 (row);
  self->before = g_malloc0 (row);
  self->out = g_malloc (CHUNK);
  return self;
}

void
qg_png_writer_free (QgPngWriter *self)
{
  if (self->open)
    deflateEnd (&self->stream);
  g_free (self->row);
  g_free (self->before);
  g_free (self->out);
  g_free (self);
}

static void
put_u32 (guint8 *at, guint32 value)
{
  value = GUINT32_TO_BE (value);
  memcpy (at, &value, 4);
}

static gboolean
write_chunk (QgPngWriter *self, const char *name, const guint8 *data, gsize size, GError **error)
{
  guint8 head[8], tail[4];
  uLong crc = crc32 (0, (const Bytef *) name, 4);

  if (size > 0)
    crc = crc32 (crc, data, (uInt) size);
  put_u32 (head, (guint32) size);
  memcpy (head + 4, name, 4);
  put_u32 (tail, (guint32) crc);
  return self->write (head, sizeof head, self->user_data, error) &&
         (size == 0 || self->write (data, size, self->user_data, error)) &&
         self->write (tail, sizeof tail, self->user_data, error);
}

gboolean
qg_png_writer_begin (QgPngWriter *self, double dpi, GError **error)
{
  static const guint8 signature[8] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n' };
  const guint32 per_metre = (guint32) (dpi / 0.0254 + 0.5);
  guint8 head[13] = { 0 }, density[9];

  put_u32 (head, self->width);
  put_u32 (head + 4, self->height);
  head[8] = 8;
  head[9] = self->alpha ? 6 : 2;
  put_u32 (density, per_metre);
  put_u32 (density + 4, per_metre);
  density[8] = 1;
  if (deflateInit (&self->stream, LEVEL) != Z_OK)
    {
      g_set_error_literal (error, QG_ERRNO_ERROR, ENOMEM, "zlib could not be started");
      return FALSE;
    }
  self->open = TRUE;
  self->stream.next_out = self->out;
  self->stream.avail_out = CHUNK;
  return self->write (signature, sizeof signature, self->user_data, error) &&
         write_chunk (self, "IHDR", head, sizeof head, error) &&
         write_chunk (self, "pHYs", density, sizeof density, error);
}

/* An iTXt chunk: keyword, not compressed, language, no translated keyword, text. */
gboolean
qg_png_writer_add_text (QgPngWriter *self, const char *keyword, const char *lang, const char *text,
                        GError **error)
{
  g_autoptr (GByteArray) data = NULL;
  static const guint8 zeros[3];

  if (text == NULL || *text == '\0')
    return TRUE;
  data = g_byte_array_new ();
  g_byte_array_append (data, (const guint8 *) keyword, (guint) strlen (keyword));
  g_byte_array_append (data, zeros, 3);
  g_byte_array_append (data, (const guint8 *) lang, (guint) strlen (lang));
  g_byte_array_append (data, zeros, 2);
  g_byte_array_append (data, (const guint8 *) text, (guint) strlen (text));
  return write_chunk (self, "iTXt", data->data, data->len, error);
}

static gboolean
deflate_bytes (QgPngWriter *self, const guint8 *data, gsize size, int flush, GError **error)
{
  int status;

  self->stream.next_in = (Bytef *) data;
  self->stream.avail_in = (uInt) size;
  do
    {
      status = deflate (&self->stream, flush);
      if (self->stream.avail_out == 0 || status == Z_STREAM_END)
        {
          if (!write_chunk (self, "IDAT", self->out, CHUNK - self->stream.avail_out, error))
            return FALSE;
          self->stream.next_out = self->out;
          self->stream.avail_out = CHUNK;
        }
    }
  while (self->stream.avail_in > 0 || (flush == Z_FINISH && status != Z_STREAM_END));
  return TRUE;
}

static void
convert_rgb (const guint8 *pixels, guint width, guint8 *to)
{
  const guint32 *from = (const guint32 *) (gconstpointer) pixels;

  for (guint x = 0; x < width; x++, to += 3)
    {
      to[0] = (guint8) (from[x] >> 16);
      to[1] = (guint8) (from[x] >> 8);
      to[2] = (guint8) from[x];
    }
}

/* Cairo's colours are multiplied by their alpha; PNG's are not. */
static void
convert_rgba (const guint8 *pixels, guint width, guint8 *to)
{
  const guint32 *from = (const guint32 *) (gconstpointer) pixels;

  for (guint x = 0; x < width; x++, to += 4)
    {
      guint alpha = from[x] >> 24;

      for (guint i = 0; i < 3; i++)
        to[i] = alpha == 0
                    ? 0
                    : (guint8) MIN (255, (((from[x] >> (16 - 8 * i)) & 255) * 255 + alpha / 2) / alpha);
      to[3] = (guint8) alpha;
    }
}

gboolean
qg_png_writer_add_rows (QgPngWriter *self, const guint8 *pixels, gsize stride, guint n_rows, GError **error)
{
  gsize size = (gsize) self->width * (self->alpha ? 4 : 3);

  for (guint y = 0; y < n_rows; y++)
    {
      if (self->alpha)
        convert_rgba (pixels + y * stride, self->width, self->row + 1);
      else
        convert_rgb (pixels + y * stride, self->width, self->row + 1);
      /* Filter 'up' where a row repeats the one before it, as most do in part: here only when it is equal,
       * which leaves runs of zeros; other rows compress better unfiltered. */
      if (memcmp (self->row + 1, self->before + 1, size) == 0)
        {
          memset (self->row, 0, size + 1);
          self->row[0] = 2;
          if (!deflate_bytes (self, self->row, size + 1, Z_NO_FLUSH, error))
            return FALSE;
          continue;
        }
      self->row[0] = 0;
      if (!deflate_bytes (self, self->row, size + 1, Z_NO_FLUSH, error))
        return FALSE;
      memcpy (self->before, self->row, size + 1);
    }
  return TRUE;
}

gboolean
qg_png_writer_end (QgPngWriter *self, GError **error)
{
  return deflate_bytes (self, NULL, 0, Z_FINISH, error) && write_chunk (self, "IEND", NULL, 0, error);
}
