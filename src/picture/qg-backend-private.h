/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#pragma once

#include "qg-backend.h"

G_BEGIN_DECLS

typedef struct
{
  void (*free) (QgBackend *self);
  void (*push) (QgBackend *self, double x, double y, double scale);
  void (*pop) (QgBackend *self);
  void (*begin_item) (QgBackend *self, const char *id, const char *title, const char *href);
  void (*end_item) (QgBackend *self);
  void (*push_clip) (QgBackend *self, const QgRect *rect);
  void (*pop_clip) (QgBackend *self);
  void (*fill) (QgBackend *self, const QgPath *path, QgColor color);
  void (*stroke) (QgBackend *self, const QgPath *path, const QgStroke *stroke);
  void (*rect) (QgBackend *self, const QgRect *rect, double radius, QgColor fill, QgColor border,
                double width);
  void (*text) (QgBackend *self, QgFont font, double x, double y, QgAnchor anchor, const char *text,
                QgColor color);
  void (*hairlines) (QgBackend *self, const QgPoint *points, guint n_points, QgColor color);
} QgBackendClass;

struct _QgBackend
{
  const QgBackendClass *klass;
};

G_END_DECLS
