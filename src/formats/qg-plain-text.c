/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-config.h"

#include "qg-plain-text.h"

#include <string.h>

/* ── What no text may have in it ── */

gboolean
qg_plain_is_control (gunichar c)
{
  return (c < 0x20 && c != '\n' && c != '\t' && c != '\r') || (c >= 0x7F && c < 0xA0) || c == 0x2028 ||
         c == 0x2029;
}

gboolean
qg_plain_is_override (gunichar c)
{
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F;
}

/* By bytes: nearly every text is without, and a large map has a million of them. */
static gboolean
may_have_marks (const char *text)
{
  for (const guchar *p = (const guchar *) text; *p != '\0'; p++)
    if ((*p < 0x20 && *p != '\n' && *p != '\t') || *p == 0x7F || (*p == 0xC2 && p[1] < 0xA0) ||
        (*p == 0xE2 && (p[1] == 0x80 || p[1] == 0x81)))
      return TRUE;
  return FALSE;
}

char *
qg_plain_without_marks (const char *text, gboolean *controls, gboolean *overrides)
{
  GString *out;

  *controls = *overrides = FALSE;
  if (!may_have_marks (text))
    return NULL;
  out = g_string_sized_new (strlen (text));
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (qg_plain_is_override (c))
        *overrides = TRUE;
      else if (qg_plain_is_control (c))
        *controls = TRUE;
      else
        g_string_append_len (out, p, g_utf8_next_char (p) - p);
    }
  return g_string_free (out, !*controls && !*overrides);
}

/* One entity or character reference at @p, which begins with &; NULL where it is none. */
static const char *
take_reference (const char *p, GString *out)
{
  static const struct
  {
    const char *name, *text;
  } known[] = { { "amp;", "&" },   { "lt;", "<" },          { "gt;", ">" },    { "quot;", "\"" },
                { "apos;", "'" },  { "nbsp;", "\xC2\xA0" }, { "ndash;", "–" }, { "mdash;", "—" },
                { "laquo;", "«" }, { "raquo;", "»" },       { "hellip;", "…" } };

  p++;
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_has_prefix (p, known[i].name))
      {
        g_string_append (out, known[i].text);
        return p + strlen (known[i].name);
      }
  if (*p == '#')
    {
      gboolean hex = p[1] == 'x' || p[1] == 'X';
      char *end;
      const char *digits = p + (hex ? 2 : 1);
      guint64 c = g_ascii_isxdigit (*digits) ? g_ascii_strtoull (digits, &end, hex ? 16 : 10) : 0;

      if (c > 0 && c <= 0x10FFFF && g_unichar_validate ((gunichar) c) && *end == ';')
        {
          g_string_append_unichar (out, (gunichar) c);
          return end + 1;
        }
    }
  return NULL;
}

static gboolean
breaks_line (const char *tag)
{
  static const char *const words[] = { "br", "/tr", "/p", "/li", "/div", "hr" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize n = strlen (words[i]);

      if (g_ascii_strncasecmp (tag, words[i], n) == 0 && !g_ascii_isalnum (tag[n]))
        return TRUE;
    }
  return FALSE;
}

/* The next @word from @p on. Where there is none, there is none further on either: @none keeps that, so that
 * a text of nothing but beginnings is not searched to its end for each of them. */
static const char *
find_end (const char *p, const char *word, gboolean *none)
{
  const char *end = *none ? NULL : strstr (p, word);

  *none = end == NULL;
  return end;
}

char *
qg_plain_from_markup (const char *markup)
{
  GString *out = g_string_new (NULL);
  gboolean no_comment_ends = FALSE, no_tag_ends = FALSE;

  for (const char *p = markup; *p != '\0';)
    {
      const char *end;

      if (g_str_has_prefix (p, "<!--") && (end = find_end (p, "-->", &no_comment_ends)) != NULL)
        p = end + 3;
      else if (*p == '<' && (end = find_end (p, ">", &no_tag_ends)) != NULL)
        {
          if (breaks_line (p + 1))
            g_string_append_c (out, '\n');
          else if (g_ascii_strncasecmp (p, "</td", 4) == 0)
            g_string_append_c (out, ' ');
          p = end + 1;
        }
      else if (*p == '&' && (end = take_reference (p, out)) != NULL)
        p = end;
      else
        {
          const char *next = g_utf8_next_char (p);

          g_string_append_len (out, p, next - p);
          p = next;
        }
    }
  g_strstrip (out->str);
  return g_string_free (out, FALSE);
}

static const char *
find_name (char c, const QgDotNames *names)
{
  switch (c)
    {
    case 'N':
    case 'E':
      return names->node;
    case 'G':
      return names->graph;
    case 'T':
      return names->tail;
    case 'H':
      return names->head;
    case 'L':
      return names->label;
    default:
      return NULL;
    }
}

char *
qg_plain_from_dot (const char *text, const QgDotNames *names)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      const char *name;

      if (*p == '&')
        {
          const char *end = take_reference (p, out);

          if (end != NULL)
            p = end - 1;
          else
            g_string_append_c (out, *p);
          continue;
        }
      if (*p != '\\' || p[1] == '\0')
        {
          g_string_append_c (out, *p);
          continue;
        }
      p++;
      name = find_name (*p, names);
      if (name != NULL)
        g_string_append (out, name);
      else if (*p == 'n' || *p == 'l' || *p == 'r')
        g_string_append_c (out, '\n');
      else
        g_string_append_c (out, *p);
    }
  g_strchomp (out->str);
  return g_string_free (out, FALSE);
}

char *
qg_plain_from_record (const char *text)
{
  GString *out = g_string_new (NULL);
  gboolean port = FALSE;

  for (const char *p = text; *p != '\0'; p++)
    if (*p == '\\' && p[1] != '\0')
      {
        if (!port)
          g_string_append_len (out, p, 2);
        p++;
      }
    else if (*p == '<' || *p == '>')
      port = *p == '<';
    else if (*p == '|')
      g_string_append (out, " · ");
    else if (!port && *p != '{' && *p != '}')
      g_string_append_c (out, *p);
  return g_string_free (out, FALSE);
}
