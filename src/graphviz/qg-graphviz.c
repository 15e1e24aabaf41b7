/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-graphviz.h"

#include <string.h>

#include "qg-config.h"
#include "qg-paths.h"

G_DEFINE_QUARK (qg - graphviz - error - quark, qg_graphviz_error)

const char *
qg_graphviz_get_version (void)
{
  return QG_GRAPHVIZ_VERSION;
}

static QgGraphvizError
cause_of (const GError *error, int status)
{
  switch ((QgChildError) error->code)
    {
    case QG_CHILD_ERROR_MISSING:
      return QG_GRAPHVIZ_ERROR_MISSING;
    case QG_CHILD_ERROR_TIME:
      return QG_GRAPHVIZ_ERROR_TIME;
    case QG_CHILD_ERROR_OUTPUT:
      return QG_GRAPHVIZ_ERROR_ANSWER;
    case QG_CHILD_ERROR_STATUS:
      return status == QG_WIRE_STATUS_MEMORY ? QG_GRAPHVIZ_ERROR_MEMORY : QG_GRAPHVIZ_ERROR_CRASHED;
    case QG_CHILD_ERROR_CRASHED:
    default:
      return QG_GRAPHVIZ_ERROR_CRASHED;
    }
}

/* An error of the child, said in this folder's terms; a cancelled talk stays what it is. */
static void
propagate (GError **error, GError *from, int status)
{
  if (from->domain != QG_CHILD_ERROR)
    {
      g_propagate_error (error, from);
      return;
    }
  if (cause_of (from, status) == QG_GRAPHVIZ_ERROR_MEMORY)
    g_set_error (error, QG_GRAPHVIZ_ERROR, QG_GRAPHVIZ_ERROR_MEMORY, "%s: needs more memory than it may have",
                 "qogam-graphviz");
  else
    g_set_error_literal (error, QG_GRAPHVIZ_ERROR, cause_of (from, status), from->message);
  g_error_free (from);
}

QgChild *
qg_graphviz_start (const char *helper, GError **error)
{
  const char *argv[] = { helper != NULL ? helper : qg_paths_get_helper (), NULL };
  GError *failure = NULL;
  QgChild *child = qg_child_start (argv, &failure);

  if (child == NULL)
    propagate (error, failure, 0);
  return child;
}

/* Said once in a process: the log is the place for what a person cannot change. */
static void
log_flags (guint32 flags)
{
  static gint said;

  if (flags != 0 && g_atomic_int_compare_and_exchange (&said, 0, 1))
    g_info ("qogam-graphviz runs %s%s%s", flags & QG_WIRE_NO_LANDLOCK ? "without Landlock" : "",
            flags == (QG_WIRE_NO_LANDLOCK | QG_WIRE_NO_SECCOMP) ? " and " : "",
            flags & QG_WIRE_NO_SECCOMP ? "without a filter of system calls" : "");
}

/* The texts of a refusal go to people: cleaned, and not longer than a person reads. */
static void
set_refused (GError **error, const guint8 *text, gsize length)
{
  g_autofree char *valid = g_utf8_make_valid ((const char *) text, (gssize) MIN (length, 500));
  const char *words = valid;

  g_strdelimit (valid, "\r\n\t", ' ');
  g_strstrip (valid);
  if (g_str_has_prefix (words, "Error: "))
    words += strlen ("Error: ");
  g_set_error (error, QG_GRAPHVIZ_ERROR, QG_GRAPHVIZ_ERROR_REFUSED, "Graphviz refused: %s",
               *words != '\0' ? words : "no reason given");
}

static GBytes *
unpack (GBytes *answer, QgWireKind kind, GError **error)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (answer, &length);
  QgWireHeader header;

  if (length >= sizeof header)
    memcpy (&header, data, sizeof header);
  if (length < sizeof header || !qg_wire_header_check (&header) || header.length != length - sizeof header ||
      (header.kind != kind && header.kind != QG_WIRE_REFUSED))
    {
      g_set_error (error, QG_GRAPHVIZ_ERROR, QG_GRAPHVIZ_ERROR_ANSWER,
                   "qogam-graphviz: its answer is cut off or no answer at all");
      return NULL;
    }
  log_flags (header.flags);
  if (header.kind == QG_WIRE_REFUSED)
    {
      set_refused (error, data + sizeof header, header.length);
      return NULL;
    }
  return g_bytes_new_from_bytes (answer, sizeof header, header.length);
}

GBytes *
qg_graphviz_talk (QgChild *child, QgWireKind kind, GBytes *request, const QgGraphvizLimits *limits,
                  GCancellable *cancellable, GError **error)
{
  QgChildLimits child_limits = { limits->seconds, limits->output };
  g_autoptr (GByteArray) message = NULL;
  g_autoptr (GBytes) input = NULL, answer = NULL;
  GError *failure = NULL;
  QgWireHeader header;
  int status = 0;

  qg_wire_header_init (&header, kind, g_bytes_get_size (request));
  header.cpu_seconds = (guint32) CLAMP (limits->seconds + 1, 1, 1e6);
  header.memory_mib = limits->memory_mib;
  message = g_byte_array_sized_new ((guint) (sizeof header + header.length));
  g_byte_array_append (message, (const guint8 *) &header, sizeof header);
  if (header.length > 0)
    g_byte_array_append (message, g_bytes_get_data (request, NULL), (guint) header.length);
  input = g_byte_array_free_to_bytes (g_steal_pointer (&message));

  answer = qg_child_talk (child, input, &child_limits, cancellable, &status, &failure);
  if (answer == NULL)
    {
      propagate (error, failure, status);
      return NULL;
    }
  return unpack (answer, kind, error);
}
