/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* What the command says of the pages that it has written. */

#include "qg-cli-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>

#include "qg-enums.h"
#include "qg-i18n.h"
#include "qg-number.h"
#include "qg-usual-engine.h"

static void
warn_replaced (QgExportJob *job)
{
  g_autofree char *duration = NULL, *limit = NULL;
  QgEngine wanted, taken;
  double seconds;

  if (!qg_export_job_get_replaced (job, &wanted, &taken, &seconds))
    return;
  duration = qg_number_dup_duration (seconds);
  limit = qg_number_dup_duration (QG_LAYOUTER_MOST_SECONDS);
  if (qg_usual_engine_can_end (seconds))
    qg_cli_warning (_ ("“%1$s” would take about %2$s for a map of this size; “%3$s” has arranged it. "
                       "--engine=%1$s takes the time."),
                    qg_engine_to_id (wanted), duration, qg_engine_to_id (taken));
  else
    qg_cli_warning (_ ("“%1$s” would take about %2$s for a map of this size; “%3$s” has arranged it. "
                       "“%1$s” is stopped after %4$s: --view and --focus show what it can arrange."),
                    qg_engine_to_id (wanted), duration, qg_engine_to_id (taken), limit);
}

static void
warn_left_out (QgExportJob *job)
{
  guint n = qg_export_job_count_left_out (job);
  g_autofree char *number = qg_number_dup (qg_i18n_get_language (), n, 0);

  if (n > 0)
    qg_cli_warning (g_dngettext (GETTEXT_PACKAGE,
                                 "%s word on the arrows has no room and was left out: another --engine, or "
                                 "less in the picture, gives room.",
                                 "%s words on the arrows have no room and were left out: another --engine, "
                                 "or less in the picture, gives room.",
                                 n),
                    number);
}

void
qg_cli_export_warn (QgExportJob *job)
{
  QgLang lang = qg_i18n_get_language ();
  QgExportSmallest pictures, notes;
  g_autofree char *size = NULL, *notes_size = NULL, *wanted = NULL, *notes_wanted = NULL;

  warn_replaced (job);
  warn_left_out (job);
  if (qg_export_job_cuts_words (job))
    qg_cli_warning ("%s", _ ("Not all words have room, and those that are cut end in “…”: choose a larger "
                             "page, or fewer steps on a sheet."));
  qg_export_job_get_smallest (job, &pictures, &notes);
  size = qg_number_dup (lang, pictures.size, 1);
  wanted = qg_number_dup (lang, pictures.least, 0);
  notes_size = qg_number_dup (lang, notes.size, 1);
  notes_wanted = qg_number_dup (lang, notes.least, 0);
  if (pictures.small && pictures.medium == QG_MEDIUM_SLIDE)
    qg_cli_warning (_ ("The smallest text has %s pt; on a slide it should have %s pt or more."), size,
                    wanted);
  else if (pictures.small && pictures.medium == QG_MEDIUM_PAPER)
    qg_cli_warning (_ ("The smallest text has %s pt; on paper it should have %s pt or more."), size, wanted);
  else if (pictures.small)
    qg_cli_warning (_ ("The smallest text has %s pt; on a poster it should have %s pt or more."), size,
                    wanted);
  if (notes.small)
    qg_cli_warning (
        _ ("Legend, sources and footer have %s pt; on such a page they should have %s pt or more."),
        notes_size, notes_wanted);
  if (qg_export_job_lacks_sources (job))
    qg_cli_warning ("%s", _ ("The sources have no room on the page: choose a larger one, or PDF, where they "
                             "have a page of their own."));
  else if (qg_export_job_is_crowded (job))
    qg_cli_warning ("%s", _ ("The sources take their room from the picture: in a PDF they have a page of "
                             "their own."));
}

/* JSON is UTF-8: of a name that is not, what is wrong becomes U+FFFD. */
static void
print_files (const char *const *files, guint n)
{
  printf ("{\n  \"files\": [");
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_filename_display_name (files[i]);
      g_autoptr (JsonNode) node = json_node_init_string (json_node_alloc (), name);
      g_autofree char *text = json_to_string (node, FALSE);

      printf ("%s%s", i > 0 ? ", " : "", text);
    }
  printf ("]");
}

static void
print_number (const char *name, double value, int places)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  printf (",\n  \"%s\": %s", name,
          g_ascii_formatd (number, sizeof number, places > 0 ? "%.2f" : "%.0f", value));
}

/* By hand: two places behind the point are enough for points and shares, and json-glib knows but all of them.
 */
static void
print_report (QgExportJob *job, const QgExportReport *report)
{
  const struct
  {
    const char *name;
    double value;
    int places;
  } values[] = {
    { "pages", report->pages, 0 },
    { "entities", report->entities, 0 },
    { "relations", report->relations, 0 },
    { "smallest_text_pt", report->smallest_text, 2 },
    { "smallest_note_pt", report->smallest_notes, 2 },
    { "overlaps", report->overlaps, 0 },
    { "crossings", report->crossings, 0 },
    { "clipped", report->clipped, 0 },
    { "fill", report->fill, 2 },
    { "bytes", (double) report->bytes, 0 },
  };
  guint n;
  const char *const *files = qg_export_job_get_files (job, &n);

  print_files (files, n);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    print_number (values[i].name, values[i].value, values[i].places);
  printf (",\n  \"page_text_pt\": [");
  for (guint i = 0; i < qg_export_job_get_n_sheets (job); i++)
    {
      char number[G_ASCII_DTOSTR_BUF_SIZE];
      double size = qg_export_job_get_sheet (job, i)->least_text;

      /* An outline and a list of sources have no picture. */
      printf ("%s%s", i > 0 ? ", " : "",
              size > 0 ? g_ascii_formatd (number, sizeof number, "%.2f", size) : "null");
    }
  printf ("]\n}\n");
}

void
qg_cli_export_report (QgExportJob *job)
{
  QgExportReport report;

  qg_export_job_get_report (job, &report);
  print_report (job, &report);
}

void
qg_cli_export_data_report (const QgMap *map, const char *const *files)
{
  guint n = g_strv_length ((char **) files);
  double bytes = 0;

  for (guint i = 0; i < n; i++)
    {
      GStatBuf status;

      if (g_stat (files[i], &status) == 0)
        bytes += (double) status.st_size;
    }
  print_files (files, n);
  print_number ("entities", qg_map_get_n_entities (map), 0);
  print_number ("relations", qg_map_get_n_relations (map), 0);
  print_number ("bytes", bytes, 0);
  printf ("\n}\n");
}
