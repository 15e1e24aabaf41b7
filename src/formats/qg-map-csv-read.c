/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Reading a pair of tables. Either file finds the other by its name; which is which is told by the columns.
 */

#include "qg-config.h"

#include "qg-map-csv.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "qg-csv.h"
#include "qg-decode.h"
#include "qg-draft.h"
#include "qg-file-read.h"
#include "qg-formats-error.h"

typedef struct
{
  QgField field;
  QgLang lang;
} Column;

typedef struct
{
  QgMapInput *input;
  QgDraft *draft;
} Reader;

/* Relations have two ends. */
static gboolean
is_relations (const QgCsv *csv)
{
  gboolean from = FALSE, to = FALSE;

  for (guint i = 0; i < csv->n; i++)
    {
      QgLang lang;
      QgField field = qg_field_from_name (QG_FIELDS_OF_RELATION, qg_csv_get (csv, i), &lang);

      from |= field == QG_FIELD_FROM;
      to |= field == QG_FIELD_TO;
    }
  return from && to;
}

/* Of the table as a whole. */
static const QgCsvPlace nowhere = { 0, 0 };

static gboolean
fail (Reader *r, QgCsvPlace place, const char *message_id, GError **error)
{
  qg_problems_add (r->input->problems, QG_PROBLEM_ERROR, place.line, place.column, message_id, NULL, NULL,
                   NULL, NULL);
  g_set_error (error, QG_FORMATS_ERROR, QG_FORMATS_ERROR_SYNTAX, "%s: %s", r->input->path, message_id);
  return FALSE;
}

/* ── A first line that says too little ── */

static void
append_name (GString *list, const char *name)
{
  g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", name);
}

/* kk, ru or en: the one that most names in the first line are words of; else their letters tell. */
static QgLang
guess_header_language (const QgCsv *csv)
{
  const QgLang langs[] = { QG_LANG_EN, QG_LANG_RU, QG_LANG_KK };
  guint points[G_N_ELEMENTS (langs)] = { 0 }, best = 0;

  for (guint i = 0; i < MIN (csv->n, QG_CSV_MAX_COLUMNS); i++)
    {
      const char *name = qg_csv_get (csv, i);
      const QgLang known[] = { qg_field_get_language (QG_FIELDS_OF_ENTITY, name),
                               qg_field_get_language (QG_FIELDS_OF_RELATION, name),
                               qg_draft_guess_language_of (name) };

      for (guint k = 0; k < G_N_ELEMENTS (known) && *name != '\0'; k++)
        for (guint l = 0; l < G_N_ELEMENTS (langs); l++)
          points[l] += known[k] == langs[l];
    }
  for (guint l = 1; l < G_N_ELEMENTS (langs); l++)
    if (points[l] > points[best])
      best = l;
  return langs[best];
}

static void
append_expected (GString *list, QgFieldsOf of, const QgField *fields, guint n, QgLang lang)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *word = qg_field_dup_word (of, fields[i], lang);

      append_name (list, word);
    }
}

/* 'from, verb, to', as the table's own language has it; @both: behind those of the other table. */
static char *
dup_expected (const QgCsv *csv, gboolean relations, gboolean both)
{
  static const QgField of_entity[] = { QG_FIELD_ID, QG_FIELD_NAME, QG_FIELD_KIND };
  static const QgField of_relation[] = { QG_FIELD_FROM, QG_FIELD_VERB, QG_FIELD_TO };
  QgLang lang = guess_header_language (csv);
  g_autoptr (GString) one = g_string_new (NULL), other = g_string_new (NULL);

  append_expected (one, QG_FIELDS_OF_ENTITY, of_entity, G_N_ELEMENTS (of_entity), lang);
  append_expected (other, QG_FIELDS_OF_RELATION, of_relation, G_N_ELEMENTS (of_relation), lang);
  return both ? g_strconcat (one->str, " / ", other->str, NULL)
              : g_strdup (relations ? other->str : one->str);
}

static gboolean
is_known (const char *name, gboolean relations, gboolean both)
{
  QgLang lang;

  return ((relations || both) && qg_field_from_name (QG_FIELDS_OF_RELATION, name, &lang) != QG_FIELD_NONE) ||
         ((!relations || both) && qg_field_from_name (QG_FIELDS_OF_ENTITY, name, &lang) != QG_FIELD_NONE);
}

/* @message_id: with '%1$s' for the columns that were found; @unknown_id: with '%2$s' for those among them
 * that nobody knows, too. @relations, @both: which table was expected. */
static gboolean
fail_header (Reader *r, const QgCsv *csv, gboolean relations, gboolean both, const char *message_id,
             const char *unknown_id, GError **error)
{
  g_autoptr (GString) found = g_string_new (NULL), unknown = g_string_new (NULL);
  g_autofree char *expected = dup_expected (csv, relations, both);
  QgCsvPlace place = qg_csv_get_place (csv, 0);

  for (guint i = 0; i < MIN (csv->n, QG_CSV_MAX_COLUMNS); i++)
    {
      const char *name = qg_csv_get (csv, i);

      if (*name == '\0')
        continue;
      append_name (found, name);
      if (is_known (name, relations, both))
        continue;
      if (unknown->len == 0)
        place = qg_csv_get_place (csv, i);
      append_name (unknown, name);
    }
  if (unknown->len > 0)
    message_id = unknown_id;
  qg_problems_add (r->input->problems, QG_PROBLEM_ERROR, place.line, place.column, message_id, found->str,
                   unknown->str, N_ ("the columns %s"), expected);
  g_set_error (error, QG_FORMATS_ERROR, QG_FORMATS_ERROR_SYNTAX, "%s: %s", r->input->path, message_id);
  return FALSE;
}

/* ── Reading ── */

static gboolean
check_whole (Reader *r, const QgCsv *csv, GError **error)
{
  if (csv->bad.line > 0)
    return fail (r, csv->bad, N_ ("a quotation mark that is never closed"), error);
  if (csv->too_many)
    return fail (r, nowhere, N_ ("the file is too large"), error);
  return TRUE;
}

/* What can be said of a table by its first row. */
static gboolean
check_table (Reader *r, const QgCsv *csv, GError **error)
{
  if (!check_whole (r, csv, error))
    return FALSE;
  if (csv->n == 0)
    return fail (r, nowhere, N_ ("the file is empty"), error);
  return TRUE;
}

static Column *
read_header (Reader *r, const QgCsv *csv, QgFieldsOf of, guint *n)
{
  Column *columns;

  *n = MIN (csv->n, QG_CSV_MAX_COLUMNS);
  columns = g_new (Column, *n + 1);
  for (guint i = 0; i < *n; i++)
    {
      const char *name = qg_csv_get (csv, i);
      QgCsvPlace place = qg_csv_get_place (csv, i);

      columns[i].field = qg_field_from_name (of, name, &columns[i].lang);
      if (columns[i].field == QG_FIELD_NONE && *name != '\0')
        qg_losses_add (qg_draft_get_losses (r->draft),
                       N_ ("not kept: columns that a map has no use for (%1$s): “%2$s”"), name, place.line,
                       place.column);
      /* x and y look the same in any of the languages. */
      if (columns[i].field != QG_FIELD_X && columns[i].field != QG_FIELD_Y)
        qg_draft_note_word (r->draft, qg_field_get_language (of, name));
    }
  return columns;
}

static gboolean
has_field (const Column *columns, guint n, QgField field)
{
  for (guint i = 0; i < n; i++)
    if (columns[i].field == field)
      return TRUE;
  return FALSE;
}

static gboolean
read_table (Reader *r, QgCsv *csv, gboolean relations, GError **error)
{
  QgFieldsOf of = relations ? QG_FIELDS_OF_RELATION : QG_FIELDS_OF_ENTITY;
  guint n;
  g_autofree Column *columns = read_header (r, csv, of, &n);

  if (!relations && !has_field (columns, n, QG_FIELD_ID) && !has_field (columns, n, QG_FIELD_NAME) &&
      !has_field (columns, n, QG_FIELD_LABEL))
    return fail_header (
        r, csv, FALSE, TRUE,
        N_ ("the first line names neither the columns of entities nor those of relations; it has: %1$s"),
        N_ ("the first line names neither the columns of entities nor those of relations; it has: %1$s; not "
            "known: %2$s"),
        error);
  for (guint i = 1; qg_csv_next (csv); i++)
    {
      if (i % 4096 == 0 && g_cancellable_set_error_if_cancelled (r->input->cancellable, error))
        return FALSE;
      qg_draft_begin (r->draft, csv->line, 1);
      for (guint k = 0; k < n; k++)
        if (columns[k].field != QG_FIELD_NONE)
          {
            QgCsvPlace place = qg_csv_get_place (csv, k);

            qg_draft_at (r->draft, place.line, place.column);
            qg_draft_put (r->draft, columns[k].field, columns[k].lang, qg_csv_get (csv, k));
          }
      if (csv->n > n)
        {
          QgCsvPlace place = qg_csv_get_place (csv, n);

          qg_losses_add (qg_draft_get_losses (r->draft),
                         N_ ("left out: cells behind the last named column (%s)"), NULL, place.line,
                         place.column);
        }
      if (relations)
        qg_draft_add_relation (r->draft);
      else
        qg_draft_add_entity (r->draft);
    }
  return check_whole (r, csv, error);
}

/* The other file of the pair; NULL, without an error, where there is none. */
static QgCsv *
read_other (Reader *r, const char *path, gboolean *failed, GError **error)
{
  g_autoptr (GBytes) bytes = NULL, text = NULL;
  g_autofree char *encoding = NULL;
  gsize length;
  const char *data;

  *failed = FALSE;
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return NULL;
  *failed = TRUE;
  qg_problems_set_file (r->input->problems, path);
  bytes = qg_file_read (path, r->input->problems, r->input->cancellable, error);
  if (bytes == NULL)
    return NULL;
  text = qg_decode (bytes, &encoding);
  data = g_bytes_get_data (text != NULL ? text : bytes, &length);
  if (!qg_file_check_text (data, length, r->input->problems, error))
    return NULL;
  if (encoding != NULL)
    qg_problems_add (r->input->problems, QG_PROBLEM_WARNING, 0, 0, N_ ("the text was taken for %s"), encoding,
                     NULL, N_ ("text in UTF-8"), NULL);
  *failed = FALSE;
  return qg_csv_new (data, length);
}

static gboolean
read_pair (Reader *r, QgCsv *opened, const char *entities, const char *relations, GError **error)
{
  gboolean are_relations = is_relations (opened), failed;
  g_autoptr (QgCsv) other = NULL;
  QgCsv *first = are_relations ? NULL : opened, *second = are_relations ? opened : NULL;

  other = read_other (r, are_relations ? entities : relations, &failed, error);
  if (failed)
    return FALSE;
  if (other != NULL && is_relations (other) == are_relations)
    {
      /* An empty one has no first line to speak of. */
      if (!check_table (r, other, error))
        return FALSE;
      return are_relations
                 ? fail_header (r, other, FALSE, FALSE,
                                N_ ("both files of the pair have relations; this one has: %1$s"),
                                N_ ("both files of the pair have relations; this one has: %1$s"), error)
                 : fail_header (
                       r, other, TRUE, FALSE,
                       N_ ("the file of relations does not name their ends; it has: %1$s"),
                       N_ ("the file of relations does not name their ends; it has: %1$s; not known: %2$s"),
                       error);
    }
  if (other != NULL && are_relations)
    first = other;
  else if (other != NULL)
    second = other;
  else
    {
      qg_losses_set_file (qg_draft_get_losses (r->draft), are_relations ? relations : entities);
      qg_losses_add (qg_draft_get_losses (r->draft),
                     are_relations ? N_ ("there is no file of entities beside this one")
                                   : N_ ("there is no file of relations beside this one"),
                     NULL, 0, 0);
    }
  qg_draft_set_makes_ends (r->draft, first == NULL);
  qg_problems_set_file (r->input->problems, entities);
  qg_losses_set_file (qg_draft_get_losses (r->draft), entities);
  if (first != NULL && (!check_table (r, first, error) || !read_table (r, first, FALSE, error)))
    return FALSE;
  qg_problems_set_file (r->input->problems, relations);
  qg_losses_set_file (qg_draft_get_losses (r->draft), relations);
  return second == NULL || (check_table (r, second, error) && read_table (r, second, TRUE, error));
}

/* 'NAME' of NAME-entities.csv; the folder's where the file is called entities.csv; else none. (nullable) */
static char *
dup_title (const char *entities)
{
  g_autofree char *name = qg_map_csv_dup_stem (entities);

  if (name == NULL)
    return NULL;
  if (*name == '\0')
    {
      g_autofree char *folder = g_path_get_dirname (entities);

      g_free (name);
      name = g_path_get_basename (folder);
    }
  return g_filename_display_name (strcmp (name, ".") == 0 ? "map" : name);
}

QgMap *
qg_map_csv_read (QgMapInput *input, GError **error)
{
  g_autofree char *entities = NULL, *relations = NULL, *title = NULL;
  g_autoptr (QgDraft) draft = qg_draft_new (input);
  g_autoptr (QgCsv) csv = qg_csv_new (input->text, input->length);
  Reader r = { input, draft };

  qg_map_csv_pair_names (input->path, &entities, &relations);
  /* A file that is called otherwise is the one that its columns say. */
  if (is_relations (csv) && strcmp (input->path, entities) != 0)
    {
      g_free (relations);
      relations = g_strdup (input->path);
    }
  else if (!is_relations (csv) && strcmp (input->path, relations) != 0)
    {
      g_free (entities);
      entities = g_strdup (input->path);
    }
  if (!check_table (&r, csv, error))
    return NULL;
  title = dup_title (entities);
  qg_draft_begin (draft, 0, 0);
  qg_draft_put (draft, QG_FIELD_TITLE, NULL, title);
  qg_draft_add_about (draft);
  qg_draft_set_names_are_ends (draft, TRUE);
  qg_draft_set_files (draft, entities, relations);
  if (!read_pair (&r, csv, entities, relations, error))
    return NULL;
  return qg_draft_end (draft, error);
}

guint
qg_map_csv_sniff (const char *text, gsize length)
{
  gsize line = strcspn (text, "\r\n");
  g_autofree char *head = g_strndup (text, MIN (line, 10000));
  g_autoptr (QgCsv) csv = qg_csv_new (head, strlen (head));
  guint known = 0;

  if (csv->n < 2)
    return 0;
  for (guint i = 0; i < csv->n; i++)
    {
      QgLang lang;
      const char *name = qg_csv_get (csv, i);

      known += qg_field_from_name (QG_FIELDS_OF_ENTITY, name, &lang) != QG_FIELD_NONE ||
               qg_field_from_name (QG_FIELDS_OF_RELATION, name, &lang) != QG_FIELD_NONE;
    }
  return known >= 2 ? 50 : 0;
}
