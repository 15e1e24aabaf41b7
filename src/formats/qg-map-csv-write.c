/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Writing a pair of tables, and CSV among the formats. */

#include "qg-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "qg-csv.h"
#include "qg-map-csv.h"
#include "qg-map-formats-private.h"
#include "qg-map-write.h"

static GBytes *
write_table (QgMap *map, QgFieldsOf of)
{
  g_autoptr (GPtrArray) columns = qg_columns_new (map, of);
  guint n = of == QG_FIELDS_OF_ENTITY ? qg_map_get_n_entities (map) : qg_map_get_n_relations (map);
  /* Without the mark, spreadsheets take UTF-8 for something else. */
  GString *out = g_string_new ("\xEF\xBB\xBF");

  for (guint k = 0; k < columns->len; k++)
    qg_csv_write_cell (out, ((const QgColumn *) columns->pdata[k])->name, k == 0);
  g_string_append (out, "\r\n");
  for (guint i = 0; i < n; i++)
    {
      for (guint k = 0; k < columns->len; k++)
        {
          g_autofree char *value = qg_column_dup_value (columns->pdata[k], map, of, i);

          qg_csv_write_cell (out, value, k == 0);
        }
      g_string_append (out, "\r\n");
    }
  return g_string_free_to_bytes (out);
}

GBytes *
qg_map_csv_write (QgMap *map, const QgMapWriteOptions *options, QgProblems *losses, GBytes **relations,
                  GError **error)
{
  *relations = write_table (map, QG_FIELDS_OF_RELATION);
  qg_write_losses (map, QG_KEEPS_COLUMNS, losses);
  return write_table (map, QG_FIELDS_OF_ENTITY);
}

/* @stem without @word at its end, and the sign in front of that; NULL where it does not end so. */
static char *
dup_without (const char *stem, const char *word)
{
  gsize n = strlen (stem), w = strlen (word);

  if (n < w || g_ascii_strcasecmp (stem + n - w, word) != 0)
    return NULL;
  if (n == w || stem[n - w - 1] == '-' || stem[n - w - 1] == '_' || stem[n - w - 1] == ' ')
    return g_strndup (stem, n - w);
  return NULL;
}

static char *
dup_name (const char *folder, const char *begin, const char *word, const char *ending)
{
  gboolean joined = *begin == '\0' || strchr ("-_ ", begin[strlen (begin) - 1]) != NULL;
  g_autofree char *name = g_strconcat (begin, joined ? "" : "-", word, ending, NULL);

  return strcmp (folder, ".") == 0 ? g_steal_pointer (&name) : g_build_filename (folder, name, NULL);
}

static gboolean
is_table_name (const char *path)
{
  return g_str_has_suffix (path, ".csv") || g_str_has_suffix (path, ".tsv") ||
         g_str_has_suffix (path, ".CSV") || g_str_has_suffix (path, ".TSV");
}

char *
qg_map_csv_dup_stem (const char *path)
{
  g_autofree char *base = g_path_get_basename (path), *begin = NULL;

  if (!is_table_name (base))
    return NULL;
  base[strlen (base) - 4] = '\0';
  begin = dup_without (base, "entities");
  if (begin != NULL && *begin != '\0')
    begin[strlen (begin) - 1] = '\0'; /* the sign in between */
  return g_steal_pointer (&begin);
}

void
qg_map_csv_pair_names (const char *path, char **entities, char **relations)
{
  gboolean is_table = is_table_name (path);
  g_autofree char *folder = is_table ? g_path_get_dirname (path) : g_strdup (path);
  g_autofree char *base = is_table ? g_path_get_basename (path) : g_strdup ("");
  g_autofree char *ending = g_strdup (is_table ? base + strlen (base) - 4 : ".csv");
  g_autofree char *begin = NULL;

  if (is_table)
    base[strlen (base) - 4] = '\0';
  begin = dup_without (base, "entities");
  if (begin == NULL)
    begin = dup_without (base, "relations");
  if (begin == NULL)
    begin = g_strdup (base);
  *entities = dup_name (folder, begin, "entities", ending);
  *relations = dup_name (folder, begin, "relations", ending);
}

static const char *const endings[] = { ".csv", ".tsv", NULL };

const QgMapFormat qg_map_format_csv = {
  .id = "csv",
  .name = N_ ("Tables (CSV)"),
  .mime_type = "text/csv",
  .endings = endings,
  .any_encoding = TRUE,
  .sniff = qg_map_csv_sniff,
  .read = qg_map_csv_read,
  .write_pair = qg_map_csv_write,
  .pair_names = qg_map_csv_pair_names,
};
