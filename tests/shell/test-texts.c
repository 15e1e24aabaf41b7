/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-controls.h"
#include "qg-engine-label.h"
#include "qg-export-choice.h"
#include "qg-i18n.h"
#include "qg-map-builder.h"
#include "qg-web-link.h"

static QgText *
english (const char *value)
{
  return qg_text_new_single (QG_LANG_EN, value);
}

static void
test_markup (void)
{
  g_autoptr (QgText) text = english ("<b>R&D</b>");
  g_autofree char *same = qg_markup_from_text (text, QG_LANG_EN);
  g_autofree char *other = qg_markup_from_text (text, QG_LANG_KK);
  g_autofree char *plain = qg_plain_from_text (text, QG_LANG_KK);

  g_assert_cmpstr (same, ==, "&lt;b&gt;R&amp;D&lt;/b&gt;");
  /* A text that is missing is shown in the next language, and marked. */
  g_assert_true (g_str_has_prefix (other, "&lt;b&gt;R&amp;D&lt;/b&gt; <span"));
  g_assert_nonnull (strstr (other, "[en]"));
  g_assert_cmpstr (plain, ==, "<b>R&D</b>\u00a0[en]");
}

static void
test_links (void)
{
  const char *const refused[] = { "javascript:alert(1)", "file:///etc/passwd",
                                  "https://example.org", "entity:",
                                  "entity:-1",           "entity:1x",
                                  "entity:4294967295",   "" };
  guint entity = 7;

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    g_assert_false (qg_link_parse (refused[i], &entity));
  g_assert_cmpuint (entity, ==, 7);
  g_assert_true (qg_link_parse ("entity:12", &entity));
  g_assert_cmpuint (entity, ==, 12);
}

/* What is shown is where it leads: no host that looks like another, nothing that cannot be seen. */
static void
test_addresses (void)
{
  static const struct
  {
    const char *url, *address;
  } cases[] = {
    { "https://example.org/a?b=c#d", "https://example.org/a?b=c#d" },
    { "HTTP://example.org:8080", "http://example.org:8080" },
    { "mailto:a@example.org", "mailto:a@example.org" },
    { "https://[::1]:80/x", "https://[::1]:80/x" },
    { "https://\xD0\xB0pple.example/", "https://xn--pple-43d.example/" },
    { "https://example.org/\xE2\x80\xAE"
      "gnp.exe",
      "https://example.org/%E2%80%AEgnp.exe" },
    { "https://example.org/a b\n", "https://example.org/a%20b%0A" },
    { "https://example.org\\@bad.example/", NULL },
    { "https://good.example@bad.example/", NULL },
    { "https:///etc/passwd", NULL },
    { "https://a b/", NULL },
    { "https://example.org:x/", NULL },
    { "https:example.org", NULL },
    { "javascript:alert(1)", NULL },
    { "file:///etc/passwd", NULL },
    { "data:text/html,x", NULL },
    { "mailto:", NULL },
    { "", NULL },
  };
  g_autofree char *long_path = g_strnfill (3000, 'x');
  g_autofree char *long_url = g_strconcat ("https://example.org/", long_path, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *address = qg_web_address_from_url (cases[i].url);

      g_assert_cmpstr (address, ==, cases[i].address);
    }
  g_assert_null (qg_web_address_from_url (long_url));
}

static void
test_sentence (void)
{
  const QgLang langs[] = { QG_LANG_EN };
  g_autoptr (QgText) title = english ("Map"), city = english ("A & B"), budget = english ("budget");
  g_autoptr (QgText) label = english ("has"), inverse = english ("belongs to");
  g_autoptr (QgText) sentence = english ("The {from|A & B} has {to|a <budget>}.");
  g_autoptr (QgText) backward = english ("{to|A <budget>} belongs to {from|A & B}.");
  QgMapBuilder *builder = qg_map_builder_new ("test", title, langs, 1);
  g_autoptr (QgMap) map = NULL;
  g_autofree char *forward = NULL, *back = NULL, *both = NULL;

  qg_map_builder_add_kind (builder, &(QgKind){ .id = "kind", .name = title });
  qg_map_builder_add_verb (builder, &(QgVerb){ .id = "has", .label = label, .inverse = inverse });
  qg_map_builder_add_entity (builder, &(QgEntity){ .id = "city", .name = city, .importance = 1 });
  qg_map_builder_add_entity (builder, &(QgEntity){ .id = "budget", .name = budget, .importance = 1 });
  qg_map_builder_add_relation (
      builder, &(QgRelation){ .id = "r", .from = 0, .to = 1, .sentence = sentence, .inverse = backward });
  map = qg_map_builder_end (builder);
  forward = qg_markup_from_sentence (map, 0, FALSE, QG_LANG_EN, 0);
  back = qg_markup_from_sentence (map, 0, TRUE, QG_LANG_EN, 1);
  both = qg_markup_from_sentence (map, 0, FALSE, QG_LANG_EN, QG_NONE);
  g_assert_cmpstr (forward, ==, "The <b>A &amp; B</b> has <a href=\"entity:1\">a &lt;budget&gt;</a>.");
  g_assert_cmpstr (back, ==, "<b>A &lt;budget&gt;</b> belongs to <a href=\"entity:0\">A &amp; B</a>.");
  g_assert_cmpstr (both, ==,
                   "The <a href=\"entity:0\">A &amp; B</a> has <a href=\"entity:1\">a &lt;budget&gt;</a>.");
}

static void
test_menu_labels (void)
{
  const struct
  {
    const char *text, *label;
  } cases[] = {
    { "plain", "plain" },
    { "town_hall", "town__hall" },
    { "_a__b_", "__a____b__" },
    { "x\xE2\x80\xAEy", "xy" },
  };
  g_autofree char *clipped = qg_menu_dup_label ("0123456789", 5);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *label = qg_menu_dup_label (cases[i].text, 60);

      g_assert_cmpstr (label, ==, cases[i].label);
    }
  g_assert_cmpint (g_utf8_strlen (clipped, -1), <=, 6);
}

/* @all holds @parts in this order. */
static void
assert_order (const char *all, const char *const *parts, guint n)
{
  const char *place = all;

  for (guint i = 0; i < n; i++)
    {
      const char *next = strstr (place, parts[i]);

      if (next == NULL)
        g_error ("No “%s” where it should be in: %s", parts[i], all);
      place = next + strlen (parts[i]);
    }
}

/* Whoever reads of a layout that would be stopped reads all of it before anything is said of another one. */
static void
test_slow_layouts (void)
{
  const char *const parts[] = { "(dot)", "30", "(sfdp)" };
  guint n;
  const QgLang *languages = qg_i18n_get_languages (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *replaced = NULL, *other = NULL, *alone = NULL, *ends = NULL;

      g_assert_true (qg_i18n_set_language (languages[i]));
      replaced = qg_engine_dup_replaced_text (QG_ENGINE_DOT, 6 * 3600, QG_ENGINE_SFDP);
      other = qg_engine_dup_slow_text (QG_ENGINE_DOT, 6 * 3600, QG_ENGINE_SFDP, 5);
      alone = qg_engine_dup_slow_text (QG_ENGINE_DOT, 6 * 3600, QG_ENGINE_DOT, 0);
      ends = qg_engine_dup_replaced_text (QG_ENGINE_DOT, 60, QG_ENGINE_SFDP);
      assert_order (replaced, parts, G_N_ELEMENTS (parts));
      assert_order (other, parts, G_N_ELEMENTS (parts));
      assert_order (alone, parts, 2);
      g_assert_null (strstr (ends, "30"));
    }
  g_assert_true (qg_i18n_set_language (QG_LANG_EN));
}

static void
test_file_names (void)
{
  g_autofree char *title = qg_export_dup_base_name ("Гражданское общество: обзор");
  g_autofree char *signs = qg_export_dup_base_name (" a/b\\c  d?\n");
  g_autofree char *long_title = g_strnfill (1000, 'x'), *name = qg_export_dup_base_name (long_title);

  g_assert_cmpstr (title, ==, "Гражданское общество обзор");
  g_assert_cmpstr (signs, ==, "a b c d");
  g_assert_cmpuint (strlen (name), <, 256);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  qg_i18n_init (QG_LANG_EN);
  g_test_add_func ("/shell/texts/markup", test_markup);
  g_test_add_func ("/shell/texts/links", test_links);
  g_test_add_func ("/shell/texts/addresses", test_addresses);
  g_test_add_func ("/shell/texts/sentence", test_sentence);
  g_test_add_func ("/shell/texts/menu-labels", test_menu_labels);
  g_test_add_func ("/shell/texts/slow-layouts", test_slow_layouts);
  g_test_add_func ("/shell/texts/file-names", test_file_names);
  return g_test_run ();
}
