/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-path.h"

#include <string.h>

/* How far the handles of a quarter of a circle reach, as a share of its radius. */
#define ARC 0.5523
/* A curve that leaves the straight line by less, in points, is one. */
#define STRAIGHT 0.05

void
qg_path_clear (QgPath *path)
{
  path->n_ops = path->n_points = 0;
}

void
qg_path_release (QgPath *path)
{
  g_clear_pointer (&path->ops, g_free);
  g_clear_pointer (&path->points, g_free);
  path->n_ops = path->n_points = path->room_ops = path->room_points = 0;
}

static void
make_room (QgPath *path, guint n_ops, guint n_points)
{
  if (path->n_ops + n_ops > path->room_ops)
    {
      path->room_ops = MAX (MAX (32, 2 * path->room_ops), path->n_ops + n_ops);
      path->ops = g_renew (guint8, path->ops, path->room_ops);
    }
  if (path->n_points + n_points > path->room_points)
    {
      path->room_points = MAX (MAX (64, 2 * path->room_points), path->n_points + n_points);
      path->points = g_renew (QgPoint, path->points, path->room_points);
    }
}

static QgPoint *
add (QgPath *path, QgPathOp op, guint n_points)
{
  make_room (path, 1, n_points);
  path->ops[path->n_ops++] = (guint8) op;
  path->n_points += n_points;
  return path->points + path->n_points - n_points;
}

void
qg_path_move (QgPath *path, double x, double y)
{
  *add (path, QG_PATH_MOVE, 1) = (QgPoint){ x, y };
}

void
qg_path_line (QgPath *path, double x, double y)
{
  *add (path, QG_PATH_LINE, 1) = (QgPoint){ x, y };
}

void
qg_path_curve (QgPath *path, QgPoint a, QgPoint b, QgPoint c)
{
  QgPoint *points = add (path, QG_PATH_CURVE, 3);

  points[0] = a;
  points[1] = b;
  points[2] = c;
}

void
qg_path_close (QgPath *path)
{
  add (path, QG_PATH_CLOSE, 0);
}

void
qg_path_append (QgPath *path, const QgPath *other)
{
  if (other->n_ops == 0)
    return;
  make_room (path, other->n_ops, other->n_points);
  memcpy (path->ops + path->n_ops, other->ops, other->n_ops * sizeof *path->ops);
  memcpy (path->points + path->n_points, other->points, other->n_points * sizeof *path->points);
  path->n_ops += other->n_ops;
  path->n_points += other->n_points;
}

/* Whether a handle of the curve from @a to @b lies on the line between them. */
static gboolean
is_on_line (QgPoint a, QgPoint b, QgPoint handle)
{
  double dx = b.x - a.x, dy = b.y - a.y, hx = handle.x - a.x, hy = handle.y - a.y;
  double square = dx * dx + dy * dy, along = dx * hx + dy * hy, across = dx * hy - dy * hx;

  return along >= 0 && along <= square && across * across <= square * STRAIGHT * STRAIGHT;
}

void
qg_path_lean_curve (QgPath *path, QgPoint a, QgPoint b, QgPoint c)
{
  QgPoint at = path->points[path->n_points - 1];

  if (is_on_line (at, c, a) && is_on_line (at, c, b))
    qg_path_line (path, c.x, c.y);
  else
    qg_path_curve (path, a, b, c);
}

void
qg_path_add_chain (QgPath *path, const QgPoint *points, guint n)
{
  qg_path_move (path, points[0].x, points[0].y);
  for (guint i = 1; i + 2 < n; i += 3)
    qg_path_lean_curve (path, points[i], points[i + 1], points[i + 2]);
}

void
qg_path_add_circle (QgPath *path, double x, double y, double radius)
{
  QgRect rect = { x - radius, y - radius, 2 * radius, 2 * radius };

  qg_path_add_rect (path, &rect, radius);
}

void
qg_path_add_rect (QgPath *path, const QgRect *rect, double r)
{
  double x1 = rect->x, y1 = rect->y, x2 = x1 + rect->width, y2 = y1 + rect->height;
  double k = r * (1 - ARC);

  if (r <= 0)
    {
      qg_path_move (path, x1, y1);
      qg_path_line (path, x2, y1);
      qg_path_line (path, x2, y2);
      qg_path_line (path, x1, y2);
      qg_path_close (path);
      return;
    }
  qg_path_move (path, x1 + r, y1);
  qg_path_line (path, x2 - r, y1);
  qg_path_curve (path, (QgPoint){ x2 - k, y1 }, (QgPoint){ x2, y1 + k }, (QgPoint){ x2, y1 + r });
  qg_path_line (path, x2, y2 - r);
  qg_path_curve (path, (QgPoint){ x2, y2 - k }, (QgPoint){ x2 - k, y2 }, (QgPoint){ x2 - r, y2 });
  qg_path_line (path, x1 + r, y2);
  qg_path_curve (path, (QgPoint){ x1 + k, y2 }, (QgPoint){ x1, y2 - k }, (QgPoint){ x1, y2 - r });
  qg_path_line (path, x1, y1 + r);
  qg_path_curve (path, (QgPoint){ x1, y1 + k }, (QgPoint){ x1 + k, y1 }, (QgPoint){ x1 + r, y1 });
  qg_path_close (path);
}

/* A number without an exponent and with fewer than sixteen digits: all that our own shapes have. The value is
 * what strtod() would return, since both parts of the division are exact. */
static double
read_number (const char **d)
{
  double value = 0, unit = 1;
  gboolean negative;

  while (**d == ' ' || **d == ',')
    (*d)++;
  negative = **d == '-';
  if (negative)
    (*d)++;
  for (; g_ascii_isdigit (**d); (*d)++)
    value = value * 10 + (**d - '0');
  if (**d == '.')
    for ((*d)++; g_ascii_isdigit (**d); (*d)++)
      {
        value = value * 10 + (**d - '0');
        unit *= 10;
      }
  return negative ? -value / unit : value / unit;
}

void
qg_path_add_svg (QgPath *path, const char *d, double x, double y, double scale)
{
  QgPoint at = { 0, 0 }, c[3];

  while (*d != '\0')
    {
      char op = *d++;

      switch (op)
        {
        case 'M':
        case 'L':
          at.x = read_number (&d);
          at.y = read_number (&d);
          (op == 'M' ? qg_path_move : qg_path_line) (path, x + at.x * scale, y + at.y * scale);
          break;
        case 'H':
        case 'V':
          *(op == 'H' ? &at.x : &at.y) = read_number (&d);
          qg_path_line (path, x + at.x * scale, y + at.y * scale);
          break;
        case 'C':
          for (guint i = 0; i < 3; i++)
            {
              at.x = read_number (&d);
              at.y = read_number (&d);
              c[i] = (QgPoint){ x + at.x * scale, y + at.y * scale };
            }
          qg_path_curve (path, c[0], c[1], c[2]);
          break;
        case 'Z':
          qg_path_close (path);
          break;
        default:
          break;
        }
    }
}
