/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgPath: lines and curves to be filled or stroked. Meant to live on the stack, to be cleared and used again:
 * `g_auto (QgPath) path = QG_PATH_INIT;` */

#pragma once

#include "qg-geometry.h"

G_BEGIN_DECLS

typedef enum
{
  QG_PATH_MOVE,  /* 1 point */
  QG_PATH_LINE,  /* 1 point */
  QG_PATH_CURVE, /* 3 points */
  QG_PATH_CLOSE, /* none */
} QgPathOp;

typedef struct
{
  guint8 *ops;
  QgPoint *points;
  guint n_ops, n_points, room_ops, room_points;
} QgPath;

#define QG_PATH_INIT                                                                                         \
  {                                                                                                          \
    NULL, NULL, 0, 0, 0, 0                                                                                   \
  }

void qg_path_clear (QgPath *path);   /* empty, memory kept */
void qg_path_release (QgPath *path); /* memory given back */
void qg_path_move (QgPath *path, double x, double y);
void qg_path_line (QgPath *path, double x, double y);
void qg_path_curve (QgPath *path, QgPoint a, QgPoint b, QgPoint c);
/* The same, as a line where nobody can tell the difference. The path has a point already. */
void qg_path_lean_curve (QgPath *path, QgPoint a, QgPoint b, QgPoint c);
void qg_path_close (QgPath *path);
void qg_path_append (QgPath *path, const QgPath *other);
void qg_path_add_chain (QgPath *path, const QgPoint *points, guint n); /* 3k + 1 points */
void qg_path_add_circle (QgPath *path, double x, double y, double radius);
void qg_path_add_rect (QgPath *path, const QgRect *rect, double radius);
/* Appends what an SVG path says (M L H V C Z, absolute alone, no exponents), moved and scaled. */
void qg_path_add_svg (QgPath *path, const char *d, double x, double y, double scale);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QgPath, qg_path_release)

G_END_DECLS
