/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* What a map says is text in a PDF and never a part of its structure, whatever signs it has. */

#include <string.h>

#include "qg-exporter.h"
#include "qg-pdf-link.h"
#include "qg-sheet.h"

/* Addresses of maps, and what stands in the PDF. */
static const struct
{
  const char *address, *written;
} addresses[] = {
  { "https://example.org/a?b=c&d=[1]#e", "https://example.org/a?b=c&d=[1]#e" },
  { "https://example.org/a)", "https://example.org/a%29" },
  { "https://example.org/(a", "https://example.org/%28a" },
  { "https://example.org/a\\", "https://example.org/a%5C" },
  { "https://example.org/it's", "https://example.org/it%27s" },
  { "https://example.org/a b\n<c>\"d\"\x7f", "https://example.org/a%20b%0A%3Cc%3E%22d%22%7F" },
  { "https://kk.wikipedia.org/wiki/Қазақ", "https://kk.wikipedia.org/wiki/%D2%9A%D0%B0%D0%B7%D0%B0%D2%9B" },
  { "https://example.org/%D2%9A%2f100%", "https://example.org/%D2%9A%2f100%25" },
  { "https://example.org/)/Next<</S/JavaScript/JS(app.alert(1);)>>/Z(",
    "https://example.org/%29/Next%3C%3C/S/JavaScript/JS%28app.alert%281%29;%29%3E%3E/Z%28" },
};

static void
test_address (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autofree char *address = qg_pdf_dup_address (addresses[i].address), *again = NULL;

      g_assert_cmpstr (address, ==, addresses[i].written);
      again = qg_pdf_dup_address (address);
      g_assert_cmpstr (again, ==, address);
    }
}

static QgSheet *
new_sheet (const QgPage *page, const char *title)
{
  QgSheet *sheet = qg_sheet_new (page, QG_THEME_PRINT, QG_LANG_KK);

  sheet->title = g_strdup (title);
  qg_sheet_add_line (sheet, title, 10, FALSE, 0x000000ff, QG_ANCHOR_START, 20, 20, "#1");
  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    qg_sheet_add_line (sheet, "Негізгі бөлім", 10, FALSE, 0x000000ff, QG_ANCHOR_START, 20, 40 + 20 * i,
                       addresses[i].address);
  return sheet;
}

/* The bytes of a page, with a 0 behind them, and without the zeros in them. */
static char *
export_page (const char *title, const char *author)
{
  const QgExportOptions options = { .margin = -1, .lang = QG_LANG_KK, .date = "2024-05-06" };
  const QgExportAbout about = { title, author, title, title };
  const QgPage page = qg_page_new_paper (500, 400);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (QgExporter) exporter = qg_exporter_new (QG_FORMAT_PDF, stream, &options, &about);
  g_autoptr (QgSheet) sheet = new_sheet (&page, title);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GString *text = g_string_new (NULL);
  const char *data;
  gsize size;

  g_assert_true (qg_exporter_begin (exporter, &error));
  g_assert_true (qg_exporter_sheet (exporter, sheet, NULL, &error));
  g_assert_true (qg_exporter_end (exporter, &error));
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, NULL);
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
  data = g_bytes_get_data (bytes, &size);
  for (gsize i = 0; i < size; i++)
    if (data[i] != '\0')
      g_string_append_c (text, data[i]);
  return g_string_free (text, FALSE);
}

static guint
count (const char *text, const char *needle)
{
  guint n = 0;

  for (const char *at = strstr (text, needle); at != NULL; at = strstr (at + 1, needle))
    n++;
  return n;
}

static void
test_links (void)
{
  g_autofree char *pdf = export_page ("Тақырып", "А. Автор");

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autofree char *written = g_strdup_printf ("/URI (%s)\n", addresses[i].written);

      g_test_message ("%s", addresses[i].address);
      g_assert_cmpuint (count (pdf, written), ==, 1);
    }
  g_assert_cmpuint (count (pdf, "/URI ("), ==, G_N_ELEMENTS (addresses));
  g_assert_cmpuint (count (pdf, "/S /URI"), ==, G_N_ELEMENTS (addresses));
  g_assert_cmpuint (count (pdf, "<</S/JavaScript"), ==, 0);
}

/* Titles and names, which go into the outline and into what the file says of itself. */
static void
test_titles (void)
{
  g_autofree char *pdf = export_page ("a) /A (\\", "b) >> (");
  g_autofree char *lines = export_page ("a\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer", "b");

  /* Of the file, and in the outline. */
  g_assert_cmpuint (count (pdf, "/Title "), ==, 2);
  g_assert_null (strstr (pdf, "a) /A"));
  g_assert_null (strstr (pdf, "b) >>"));
  g_assert_cmpuint (count (lines, "\ntrailer\n"), ==, 2);
  g_assert_null (strstr (lines, "<< /Type /Catalog >>"));
  g_assert_cmpuint (count (lines, "/Lang (kk)"), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/pdf/address", test_address);
  g_test_add_func ("/export/pdf/links", test_links);
  g_test_add_func ("/export/pdf/titles", test_titles);
  return g_test_run ();
}
