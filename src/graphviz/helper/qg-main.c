/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* qogam-graphviz: reads one message from its input, lets Graphviz work, writes one message to its output and
 * ends. Not meant to be called by people. */

#include "qg-helper.h"

#include <errno.h>
#include <locale.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static gboolean
read_whole (void *data, gsize length)
{
  for (gsize got = 0; got < length;)
    {
      ssize_t n = read (STDIN_FILENO, (guint8 *) data + got, length - got);

      if (n > 0)
        got += (gsize) n;
      else if (n == 0 || errno != EINTR)
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_whole (const void *data, gsize length)
{
  for (gsize done = 0; done < length;)
    {
      ssize_t n = write (STDOUT_FILENO, (const guint8 *) data + done, length - done);

      if (n >= 0)
        done += (gsize) n;
      else if (errno != EINTR)
        return FALSE;
    }
  return TRUE;
}

static guint32 flags;

/* Says it and ends: what the engine has left behind is nobody's concern. */
static G_NORETURN void
answer (QgWireKind kind, const void *data, gsize length)
{
  QgWireHeader header;

  qg_wire_header_init (&header, kind, length);
  header.flags = flags;
  _exit (write_whole (&header, sizeof header) && write_whole (data, length) ? 0 : 1);
}

static G_NORETURN void
refuse (const char *why)
{
  if (why == NULL)
    why = "";
  answer (QG_WIRE_REFUSED, why, strlen (why));
}

static void
lay_out (const guint8 *data, gsize length)
{
  QgWireRequest request;
  QgDrawing *whole, **drawings;
  QgPiece *pieces;
  GVC_t *gvc;
  guint n;
  GBytes *bytes;

  if (!qg_wire_decode_request (data, length, &request))
    refuse ("the request is none");
  gvc = qg_engine_load (request.engine);
  if (gvc == NULL)
    refuse ("the plugin of this engine is not installed");
  flags = qg_guard_close_doors ();
  pieces = qg_split (&request, &n);
  qg_engine_limit_curves (pieces, n);
  drawings = g_new0 (QgDrawing *, n);
  for (guint i = 0; i < n; i++)
    {
      drawings[i] = qg_engine_draw (gvc, &pieces[i].request);
      if (drawings[i] == NULL)
        refuse (qg_guard_get_complaint ());
    }
  whole = qg_engine_improve (gvc, &request, qg_pack (&request, pieces, drawings, n));
  bytes = qg_wire_encode_answer (&(QgWireAnswer){ .width = whole->width,
                                                  .height = whole->height,
                                                  .n_nodes = request.n_nodes,
                                                  .n_edges = request.n_edges,
                                                  .n_labels = request.n_labels,
                                                  .n_groups = request.n_groups,
                                                  .n_points = whole->points->len,
                                                  .nodes = whole->nodes,
                                                  .paths = whole->paths,
                                                  .points = (const QgPoint *) whole->points->data,
                                                  .labels = whole->labels,
                                                  .groups = whole->groups });
  answer (QG_WIRE_LAYOUT, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
parse (char *text, gsize length)
{
  GBytes *bytes;

  flags = qg_guard_close_doors ();
  bytes = qg_parse (text, length);
  if (bytes == NULL)
    refuse (qg_guard_get_complaint ());
  answer (QG_WIRE_PARSE, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

int
main (void)
{
  QgWireHeader header;
  guint8 *data;

  qg_guard_begin ();
  /* Numbers go to Graphviz as text. */
  setlocale (LC_ALL, "C");
  if (!read_whole (&header, sizeof header) || !qg_wire_header_check (&header))
    return 2;
  qg_guard_limit (header.cpu_seconds, header.memory_mib);
  data = g_malloc (header.length + 1);
  if (!read_whole (data, header.length))
    return 2;
  data[header.length] = '\0';
  qg_guard_watch ();
  if (header.kind == QG_WIRE_LAYOUT)
    lay_out (data, header.length);
  else if (header.kind == QG_WIRE_PARSE)
    parse ((char *) data, header.length);
  return 2;
}
