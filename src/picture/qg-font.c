/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-font.h"

#include <gio/gio.h>

#include <string.h>

#define N_LAYOUTS 12
/* Lines that are kept shaped: the words of a picture's verbs come again and again. */
#define N_SHAPED 64
/* Words that a thread remembers: all go when there are too many. Longer ones are not remembered. */
#define MAX_WORDS 40000u
#define WORD_LENGTH 56u

typedef struct
{
  QgFont font;
  double width;
  guint8 length;
  char letters[];
} KnownWord;

typedef struct
{
  PangoFontMap *map;
  PangoContext *context;
  GHashTable *words; /* KnownWord, a set */
  guint next;        /* the one to be given up for a new font */
  struct
  {
    QgFont font;
    PangoLayout *layout;
  } layouts[N_LAYOUTS];
  struct
  {
    QgFont font;
    PangoLayout *layout;
    gboolean kept;    /* by somebody else as well: not to be changed */
  } shaped[N_SHAPED]; /* by a hash of the text */
} Fonts;

/* Fonts with all letters of Kazakh, in the order of our liking. The last is every desktop's own. */
static const char *const families[] = { "Noto Sans", "DejaVu Sans", "Cantarell", "Inter", "Sans" };

static void
fonts_free (gpointer data)
{
  Fonts *fonts = data;

  for (guint i = 0; i < N_LAYOUTS; i++)
    g_clear_object (&fonts->layouts[i].layout);
  for (guint i = 0; i < N_SHAPED; i++)
    g_clear_object (&fonts->shaped[i].layout);
  g_hash_table_unref (fonts->words);
  g_clear_object (&fonts->context);
  g_clear_object (&fonts->map);
  g_free (fonts);
}

static guint
word_hash (gconstpointer data)
{
  const KnownWord *word = data;
  guint hash = 2166136261u ^ (guint) word->font.face ^ (guint) (word->font.size * 64);

  for (guint i = 0; i < word->length; i++)
    hash = (hash ^ (guchar) word->letters[i]) * 16777619u;
  return hash;
}

static gboolean
word_equal (gconstpointer a, gconstpointer b)
{
  const KnownWord *v = a, *w = b;

  return v->length == w->length && v->font.face == w->font.face && v->font.size == w->font.size &&
         memcmp (v->letters, w->letters, v->length) == 0;
}

static GPrivate fonts_key = G_PRIVATE_INIT (fonts_free);

static Fonts *
fonts_get (void)
{
  Fonts *fonts = g_private_get (&fonts_key);
  cairo_font_options_t *options;

  if (fonts != NULL)
    return fonts;
  fonts = g_new0 (Fonts, 1);
  fonts->words = g_hash_table_new_full (word_hash, word_equal, g_free, NULL);
  fonts->map = pango_cairo_font_map_new ();
  /* One unit is one point. */
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (fonts->map), 72);
  fonts->context = pango_font_map_create_context (fonts->map);
  /* Without hinting, a line is as wide at every scale as it was when it was measured. */
  pango_context_set_round_glyph_positions (fonts->context, FALSE);
  options = cairo_font_options_create ();
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (fonts->context, options);
  cairo_font_options_destroy (options);
  g_private_set (&fonts_key, fonts);
  return fonts;
}

static gboolean
family_is_there (const char *family)
{
  PangoFontMap *map = fonts_get ()->map;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (map)); i++)
    {
      g_autoptr (PangoFontFamily) item = g_list_model_get_item (G_LIST_MODEL (map), i);

      if (g_ascii_strcasecmp (pango_font_family_get_name (item), family) == 0)
        return TRUE;
    }
  return FALSE;
}

gboolean
qg_font_covers (PangoContext *context, const PangoFontDescription *description, const char *text)
{
  g_autoptr (PangoFont) font = pango_context_load_font (context, description);
  PangoCoverage *coverage;
  gboolean has = TRUE;

  if (font == NULL)
    return FALSE;
  coverage = pango_font_get_coverage (font, pango_language_from_string ("kk"));
  for (const char *p = text; *p != '\0' && has; p = g_utf8_next_char (p))
    has = pango_coverage_get (coverage, (int) g_utf8_get_char (p)) == PANGO_COVERAGE_EXACT;
  g_object_unref (coverage);
  return has;
}

static gboolean
family_has_letters (const char *family, const char *text)
{
  g_autoptr (PangoFontDescription) description = pango_font_description_new ();

  pango_font_description_set_family (description, family);
  pango_font_description_set_size (description, 12 * PANGO_SCALE);
  return qg_font_covers (fonts_get ()->context, description, text);
}

static const char *
choose_family (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    {
      gboolean last = i + 1 == G_N_ELEMENTS (families);

      if (!last && !family_is_there (families[i]))
        continue;
      if (family_has_letters (families[i], QG_FONT_KAZAKH_LETTERS))
        {
          if (i > 0)
            g_message (
                "The font Noto Sans (fonts-noto-core) is missing, or has not all Kazakh letters; pictures "
                "use %s.",
                families[i]);
          return families[i];
        }
    }
  g_message ("No font with all Kazakh letters was found; install Noto Sans (fonts-noto-core).");
  return families[G_N_ELEMENTS (families) - 1];
}

const char *
qg_font_get_family (void)
{
  static gsize family;

  if (g_once_init_enter (&family))
    g_once_init_leave (&family, (gsize) choose_family ());
  return (const char *) family;
}

/* The one that was measured with is the first, so that none that lacks letters comes before it. */
const char *
qg_font_get_family_list (void)
{
  static const char usual[] = "'Noto Sans', 'DejaVu Sans', 'Liberation Sans', Arial, sans-serif";
  static gsize list;

  if (g_once_init_enter (&list))
    {
      const char *family = qg_font_get_family ();
      gboolean first = g_str_equal (family, families[0]) || g_str_equal (family, "Sans");

      g_once_init_leave (&list, (gsize) (first ? usual : g_strdup_printf ("'%s', %s", family, usual)));
    }
  return (const char *) list;
}

gboolean
qg_font_has_letters (const char *text)
{
  return family_has_letters (qg_font_get_family (), text);
}

static PangoLayout *
make_layout (Fonts *fonts, QgFont font)
{
  PangoLayout *layout = pango_layout_new (fonts->context);
  g_autoptr (PangoFontDescription) description = pango_font_description_new ();

  pango_font_description_set_family_static (description, qg_font_get_family ());
  pango_font_description_set_absolute_size (description, font.size * PANGO_SCALE);
  if (font.face == QG_FACE_BOLD)
    pango_font_description_set_weight (description, PANGO_WEIGHT_BOLD);
  if (font.face == QG_FACE_ITALIC)
    pango_font_description_set_style (description, PANGO_STYLE_ITALIC);
  pango_layout_set_font_description (layout, description);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_auto_dir (layout, TRUE);
  return layout;
}

PangoLayout *
qg_font_get_layout (QgFont font)
{
  Fonts *fonts = fonts_get ();
  guint n;

  for (guint i = 0; i < N_LAYOUTS; i++)
    if (fonts->layouts[i].layout != NULL && fonts->layouts[i].font.face == font.face &&
        fonts->layouts[i].font.size == font.size)
      return fonts->layouts[i].layout;
  n = fonts->next;
  fonts->next = (n + 1) % N_LAYOUTS;
  g_clear_object (&fonts->layouts[n].layout);
  fonts->layouts[n].font = font;
  return fonts->layouts[n].layout = make_layout (fonts, font);
}

/* The place among the shaped lines where @text is. */
static guint
find_shaped (Fonts *fonts, QgFont font, const char *text)
{
  guint n = (g_str_hash (text) ^ (guint) font.face * 31) % N_SHAPED;
  gboolean same_font = fonts->shaped[n].layout != NULL && fonts->shaped[n].font.face == font.face &&
                       fonts->shaped[n].font.size == font.size;

  if (same_font && g_str_equal (pango_layout_get_text (fonts->shaped[n].layout), text))
    return n;
  if (!same_font || fonts->shaped[n].kept)
    {
      g_clear_object (&fonts->shaped[n].layout);
      fonts->shaped[n].layout = make_layout (fonts, font);
      fonts->shaped[n].font = font;
      fonts->shaped[n].kept = FALSE;
    }
  pango_layout_set_text (fonts->shaped[n].layout, text, -1);
  return n;
}

PangoLayout *
qg_font_get_layout_of (QgFont font, const char *text)
{
  Fonts *fonts = fonts_get ();

  return fonts->shaped[find_shaped (fonts, font, text)].layout;
}

PangoLayout *
qg_font_dup_layout_of (QgFont font, const char *text)
{
  Fonts *fonts = fonts_get ();
  guint n = find_shaped (fonts, font, text);

  fonts->shaped[n].kept = TRUE;
  return g_object_ref (fonts->shaped[n].layout);
}

double
qg_font_get_width (QgFont font, const char *text, gssize length)
{
  PangoLayout *layout = qg_font_get_layout (font);
  int width;

  pango_layout_set_text (layout, text, (int) length);
  pango_layout_get_size (layout, &width, NULL);
  return (double) width / PANGO_SCALE;
}

double
qg_font_get_word_width (QgFont font, const char *word, gsize length)
{
  union
  {
    KnownWord word;
    char room[sizeof (KnownWord) + WORD_LENGTH];
  } wanted;
  GHashTable *words = fonts_get ()->words;
  KnownWord *known;

  if (length > WORD_LENGTH)
    return qg_font_get_width (font, word, (gssize) length);
  wanted.word.font = font;
  wanted.word.length = (guint8) length;
  memcpy (wanted.word.letters, word, length);
  known = g_hash_table_lookup (words, &wanted);
  if (known != NULL)
    return known->width;
  if (g_hash_table_size (words) >= MAX_WORDS)
    g_hash_table_remove_all (words);
  wanted.word.width = qg_font_get_width (font, word, (gssize) length);
  known = g_memdup2 (&wanted, sizeof (KnownWord) + length);
  g_hash_table_add (words, known);
  return known->width;
}

/* Marks that would turn the order of what follows, and marks that Unicode forbids in text. */
static gboolean
is_forbidden (gunichar c)
{
  return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0x200e || c == 0x200f ||
         c == 0x061c || c == 0xfeff || (c >= 0xfff9 && c <= 0xfffc) || (c & 0xfffe) == 0xfffe;
}

static gboolean
is_blank (gunichar c)
{
  /* The no-break space and its narrow sister stay what they are. */
  return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == ' ' || c == 0x2028 || c == 0x2029;
}

char *
qg_font_dup_clean (const char *text, guint limit)
{
  GString *clean = g_string_sized_new (64);
  guint n = 0;
  gboolean blank = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_forbidden (c))
        continue;
      if (is_blank (c))
        {
          blank = clean->len > 0;
          continue;
        }
      if (limit > 0 && n + 1 >= limit)
        {
          g_string_append (clean, "…");
          break;
        }
      if (blank)
        {
          g_string_append_c (clean, ' ');
          n++;
        }
      blank = FALSE;
      g_string_append_len (clean, p, g_utf8_next_char (p) - p);
      n++;
    }
  return g_string_free (clean, FALSE);
}
