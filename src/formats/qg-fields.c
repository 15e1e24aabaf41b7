/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-config.h"

#include "qg-fields.h"

#include <string.h>

/* The words of a language are apart by |, in small letters; the first is the one that is told. */
enum
{
  EN,
  RU,
  KK,
  N_LANGS,
};

static QgLang
get_lang (guint column)
{
  return column == EN ? QG_LANG_EN : column == RU ? QG_LANG_RU : QG_LANG_KK;
}

typedef struct
{
  QgField field;
  const char *words[N_LANGS]; /* NULL where a language has none */
} Names;

static const Names of_entity[] = {
  { QG_FIELD_ID, { "id", "код|ид|идентификатор", "сәйкестендіргіш" } },
  { QG_FIELD_NAME, { "name|full name|title", "название|имя|наименование", "атауы|атау|аты" } },
  { QG_FIELD_LABEL,
    { "label|short|short name|nodelabel", "кратко|краткое название|метка", "қысқаша|қысқа атауы" } },
  { QG_FIELD_DESCRIPTION,
    { "description|desc|tooltip|comment", "описание|комментарий", "сипаттама|сипаттамасы|түсініктеме" } },
  { QG_FIELD_KIND, { "kind|kind id|type|category|class", "вид|тип|категория", "түрі|түр|санаты" } },
  { QG_FIELD_KIND_NAME, { "kind name", "название вида", "түрінің атауы" } },
  { QG_FIELD_KIND_PLURAL, { "kind plural" } },
  { QG_FIELD_KIND_COLOR, { "kind color" } },
  { QG_FIELD_KIND_SYMBOL, { "kind symbol" } },
  { QG_FIELD_COLOR, { "color|colour|fillcolor", "цвет", "түсі" } },
  { QG_FIELD_URL, { "url|link|href", "ссылка", "сілтеме" } },
  { QG_FIELD_IMPORTANCE, { "importance", "важность", "маңызы" } },
  { QG_FIELD_SHAPE, { "shape", "фигура", "пішіні" } },
  /* On a Kazakh or Russian keyboard the letters that look the same are nearer. */
  { QG_FIELD_X, { "x", "х", "х" } },
  { QG_FIELD_Y, { "y", "у", "у" } },
};

static const Names of_relation[] = {
  { QG_FIELD_ID, { "id", "код|ид|идентификатор", "сәйкестендіргіш" } },
  { QG_FIELD_FROM, { "from|source|from id", "откуда|от|источник", "қайдан|кімнен|неден" } },
  { QG_FIELD_TO, { "to|target|to id", "куда|к|цель", "қайда|кімге|неге" } },
  { QG_FIELD_VERB, { "verb|verb id|relation", "связь|глагол|отношение", "байланыс|етістік" } },
  { QG_FIELD_VERB_NAME,
    { "label|name|edgelabel|edge label|type|kind|verb name", "название|метка", "атауы" } },
  { QG_FIELD_INVERSE, { "inverse", "обратно|обратная связь", "кері" } },
  { QG_FIELD_EXPLANATION,
    { "explanation|description|desc|tooltip|comment", "пояснение|описание", "түсіндірме|сипаттама" } },
  { QG_FIELD_STATEMENT, { "statement", "утверждение", "тұжырым" } },
  { QG_FIELD_DENIAL, { "denial", "отрицание", "жоққа шығару" } },
};

static const Names of_map[] = {
  { QG_FIELD_ID, { "id" } },
  { QG_FIELD_TITLE, { "title|label|name" } },
  { QG_FIELD_DESCRIPTION, { "description|desc|tooltip|comment" } },
  { QG_FIELD_LANGUAGES, { "languages|lang|language" } },
};

static const Names *
get_names (QgFieldsOf of, guint *n)
{
  *n = of == QG_FIELDS_OF_ENTITY     ? G_N_ELEMENTS (of_entity)
       : of == QG_FIELDS_OF_RELATION ? G_N_ELEMENTS (of_relation)
                                     : G_N_ELEMENTS (of_map);
  return of == QG_FIELDS_OF_ENTITY ? of_entity : of == QG_FIELDS_OF_RELATION ? of_relation : of_map;
}

static gboolean
is_among (const char *words, const char *name)
{
  gsize length = strlen (name);

  for (const char *p = words; p != NULL; p = strchr (p, '|'))
    {
      if (*p == '|')
        p++;
      if (strncmp (p, name, length) == 0 && (p[length] == '|' || p[length] == '\0'))
        return TRUE;
    }
  return FALSE;
}

/* @word_lang: (out): the language that @name is a word of. */
static QgField
find_field (QgFieldsOf of, const char *name, QgLang *word_lang)
{
  guint n;
  const Names *names = get_names (of, &n);

  for (guint i = 0; i < n; i++)
    for (guint l = 0; l < N_LANGS; l++)
      if (names[i].words[l] != NULL && is_among (names[i].words[l], name))
        {
          *word_lang = get_lang (l);
          return names[i].field;
        }
  *word_lang = NULL;
  return QG_FIELD_NONE;
}

static gboolean
is_text (QgField field)
{
  return field == QG_FIELD_NAME || field == QG_FIELD_LABEL || field == QG_FIELD_DESCRIPTION ||
         field == QG_FIELD_KIND_NAME || field == QG_FIELD_KIND_PLURAL || field == QG_FIELD_VERB_NAME ||
         field == QG_FIELD_INVERSE || field == QG_FIELD_EXPLANATION || field == QG_FIELD_TITLE;
}

/* 'kind_kk' and 'verb_kk' hold the names; 'kind' and 'verb' the ids. */
static QgField
named (QgField field)
{
  return field == QG_FIELD_KIND ? QG_FIELD_KIND_NAME : field == QG_FIELD_VERB ? QG_FIELD_VERB_NAME : field;
}

/* Only tags whose language has two letters: 'name_old' is no Old anything. */
static QgLang
find_lang (const char *tag)
{
  gsize length = strcspn (tag, "-");

  return length == 2 ? qg_lang_from_tag (tag) : NULL;
}

static char *
normalize (const char *name)
{
  g_autofree char *small = g_utf8_strdown (name, -1);

  g_strdelimit (small, "_.:()[]", ' ');
  return g_strdup (g_strstrip (small));
}

static QgField
find_name (QgFieldsOf of, const char *name, QgLang *lang, QgLang *word_lang)
{
  g_autofree char *words = normalize (name);
  QgField field = find_field (of, words, word_lang);
  char *space = strrchr (words, ' ');

  *lang = NULL;
  if (field != QG_FIELD_NONE || space == NULL)
    return field;
  *lang = find_lang (space + 1);
  if (*lang == NULL)
    return QG_FIELD_NONE;
  *space = '\0';
  field = named (find_field (of, g_strchomp (words), word_lang));
  return is_text (field) ? field : QG_FIELD_NONE;
}

QgField
qg_field_from_name (QgFieldsOf of, const char *name, QgLang *lang)
{
  QgLang word_lang;

  return find_name (of, name, lang, &word_lang);
}

QgLang
qg_field_get_language (QgFieldsOf of, const char *name)
{
  QgLang lang, word_lang;

  return find_name (of, name, &lang, &word_lang) != QG_FIELD_NONE ? word_lang : NULL;
}

char *
qg_field_dup_word (QgFieldsOf of, QgField field, QgLang lang)
{
  guint n;
  const Names *names = get_names (of, &n);

  for (guint i = 0; i < n; i++)
    for (guint l = 0; l < N_LANGS && names[i].field == field; l++)
      if (get_lang (l) == lang && names[i].words[l] != NULL)
        return g_strndup (names[i].words[l], strcspn (names[i].words[l], "|"));
  return NULL;
}

/* ── Colours ── */

static const struct
{
  const char *name;
  guint32 rgb;
} colors[] = {
  { "aqua", 0x00ffff },      { "beige", 0xf5f5dc },       { "black", 0x000000 },
  { "blue", 0x0000ff },      { "brown", 0xa52a2a },       { "coral", 0xff7f50 },
  { "crimson", 0xdc143c },   { "cyan", 0x00ffff },        { "darkblue", 0x00008b },
  { "darkgreen", 0x006400 }, { "darkorange", 0xff8c00 },  { "darkred", 0x8b0000 },
  { "firebrick", 0xb22222 }, { "forestgreen", 0x228b22 }, { "gold", 0xffd700 },
  { "gray", 0xbebebe },      { "green", 0x00ff00 },       { "grey", 0xbebebe },
  { "indigo", 0x4b0082 },    { "khaki", 0xf0e68c },       { "lavender", 0xe6e6fa },
  { "lightblue", 0xadd8e6 }, { "lightgray", 0xd3d3d3 },   { "lightgreen", 0x90ee90 },
  { "lightgrey", 0xd3d3d3 }, { "lightpink", 0xffb6c1 },   { "lightyellow", 0xffffe0 },
  { "lime", 0x00ff00 },      { "magenta", 0xff00ff },     { "maroon", 0x800000 },
  { "navy", 0x000080 },      { "olive", 0x808000 },       { "orange", 0xffa500 },
  { "orchid", 0xda70d6 },    { "pink", 0xffc0cb },        { "plum", 0xdda0dd },
  { "purple", 0x800080 },    { "red", 0xff0000 },         { "salmon", 0xfa8072 },
  { "silver", 0xc0c0c0 },    { "skyblue", 0x87ceeb },     { "slateblue", 0x6a5acd },
  { "steelblue", 0x4682b4 }, { "tan", 0xd2b48c },         { "teal", 0x008080 },
  { "tomato", 0xff6347 },    { "turquoise", 0x40e0d0 },   { "violet", 0xee82ee },
  { "wheat", 0xf5deb3 },     { "white", 0xffffff },       { "yellow", 0xffff00 },
};

static gboolean
parse_hex (const char *digits, guint32 *rgb)
{
  gsize n = strspn (digits, "0123456789abcdefABCDEF");
  guint64 value;

  if (digits[n] != '\0' || (n != 3 && n != 6 && n != 8))
    return FALSE;
  value = g_ascii_strtoull (digits, NULL, 16);
  if (n == 3)
    *rgb = (guint32) ((value >> 8 & 0xf) * 0x110000 | (value >> 4 & 0xf) * 0x1100 | (value & 0xf) * 0x11);
  else
    *rgb = (guint32) (n == 8 ? value >> 8 : value);
  return TRUE;
}

/* As CmapTools writes it: "255,204,0,255". */
static gboolean
parse_decimal (const char *text, guint32 *rgb)
{
  guint32 value = 0;

  for (guint i = 0; i < 3; i++)
    {
      char *end;
      guint64 part = g_ascii_strtoull (text, &end, 10);

      if (end == text || part > 255 || (i < 2 && *end != ',') || (i == 2 && *end != ',' && *end != '\0'))
        return FALSE;
      value = value << 8 | (guint32) part;
      text = end + 1;
    }
  *rgb = value;
  return TRUE;
}

gboolean
qg_color_parse (const char *text, guint32 *rgb)
{
  if (*text == '#')
    return parse_hex (text + 1, rgb);
  if (g_ascii_isdigit (*text))
    return parse_decimal (text, rgb);
  for (guint i = 0; i < G_N_ELEMENTS (colors); i++)
    if (g_ascii_strcasecmp (colors[i].name, text) == 0)
      {
        *rgb = colors[i].rgb;
        return TRUE;
      }
  return FALSE;
}

const char *
qg_kind_format_color (const QgKind *kind, char *buffer)
{
  static const guint32 hues[QG_N_HUES - 1] = {
    [QG_HUE_SLATE] = 0x64748b, [QG_HUE_BLUE] = 0x2563eb,   [QG_HUE_GREEN] = 0x16a34a,
    [QG_HUE_RED] = 0xdc2626,   [QG_HUE_PURPLE] = 0x9333ea, [QG_HUE_AMBER] = 0xd97706,
    [QG_HUE_TEAL] = 0x0d9488,  [QG_HUE_PINK] = 0xdb2777,   [QG_HUE_GREY] = 0x6b7280,
    [QG_HUE_BROWN] = 0x92400e,
  };

  g_snprintf (buffer, 8, "#%06x", kind->hue == QG_HUE_CUSTOM ? kind->rgb & 0xffffff : hues[kind->hue]);
  return buffer;
}
