/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-config.h"

#include "qg-coordinate.h"

#include <string.h>

#include "qg-map.h"

const char *
qg_decimal_format (double number, char *buffer)
{
  /* Fifteen digits are kept by every double; fewer would make 1e+02 of 100. */
  for (int digits = 15; digits <= 17; digits++)
    {
      char format[8];

      g_snprintf (format, sizeof format, "%%.%dg", digits);
      g_ascii_formatd (buffer, QG_DECIMAL_SIZE, format, number);
      if (g_ascii_strtod (buffer, NULL) == number)
        break;
    }
  return buffer;
}

char *
qg_place_dup (QgPoint place, const char *between)
{
  char x[QG_DECIMAL_SIZE], y[QG_DECIMAL_SIZE];

  return g_strconcat (qg_decimal_format (place.x, x), between, qg_decimal_format (place.y, y), NULL);
}

gboolean
qg_decimal_parse (const char *text, double *number)
{
  char *end;
  double value;

  /* strtod() takes more: spaces, "inf", "nan", "0x1p3". */
  if (text == NULL || *text == '\0' || text[strspn (text, "+-.0123456789eE")] != '\0')
    return FALSE;
  value = g_ascii_strtod (text, &end);
  if (*end != '\0' || !isfinite (value))
    return FALSE;
  *number = value;
  return TRUE;
}

gboolean
qg_coordinate_parse (const char *text, double *number)
{
  double value;

  if (!qg_decimal_parse (text, &value) || fabs (value) > QG_MOST_PLACE)
    return FALSE;
  *number = value + 0.0;
  return TRUE;
}
