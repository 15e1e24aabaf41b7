/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-backend-private.h"

#include <string.h>

void
qg_backend_free (QgBackend *backend)
{
  backend->klass->free (backend);
}

void
qg_backend_push (QgBackend *backend, double x, double y, double scale)
{
  backend->klass->push (backend, x, y, scale);
}

void
qg_backend_pop (QgBackend *backend)
{
  backend->klass->pop (backend);
}

void
qg_backend_begin_item (QgBackend *backend, const char *id, const char *title, const char *href)
{
  backend->klass->begin_item (backend, id, title, href != NULL && qg_link_is_safe (href) ? href : NULL);
}

void
qg_backend_end_item (QgBackend *backend)
{
  backend->klass->end_item (backend);
}

void
qg_backend_push_clip (QgBackend *backend, const QgRect *rect)
{
  backend->klass->push_clip (backend, rect);
}

void
qg_backend_pop_clip (QgBackend *backend)
{
  backend->klass->pop_clip (backend);
}

void
qg_backend_fill (QgBackend *backend, const QgPath *path, QgColor color)
{
  backend->klass->fill (backend, path, color);
}

void
qg_backend_stroke (QgBackend *backend, const QgPath *path, const QgStroke *stroke)
{
  backend->klass->stroke (backend, path, stroke);
}

void
qg_backend_rect (QgBackend *backend, const QgRect *rect, double radius, QgColor fill, QgColor border,
                 double width)
{
  backend->klass->rect (backend, rect, MIN (radius, MIN (rect->width, rect->height) / 2), fill, border,
                        width);
}

void
qg_backend_text (QgBackend *backend, QgFont font, double x, double y, QgAnchor anchor, const char *text,
                 QgColor color)
{
  if (*text != '\0')
    backend->klass->text (backend, font, x, y, anchor, text, color);
}

void
qg_backend_hairlines (QgBackend *backend, const QgPoint *points, guint n_points, QgColor color)
{
  if (n_points >= 2)
    backend->klass->hairlines (backend, points, n_points, color);
}

gboolean
qg_link_is_safe (const char *href)
{
  static const char *const schemes[] = { "http://", "https://", "mailto:" };

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_ascii_strncasecmp (href, schemes[i], strlen (schemes[i])) == 0)
      return TRUE;
  return FALSE;
}
