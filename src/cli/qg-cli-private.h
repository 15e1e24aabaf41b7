/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* What the commands share. */

#pragma once

#include <json-glib/json-glib.h>

#include "qg-cli.h"
#include "qg-export-job.h"
#include "qg-layouter.h"
#include "qg-map-file.h"
#include "qg-map.h"
#include "qg-part.h"

G_BEGIN_DECLS

/* The options that most commands take, and what they came to. */
typedef struct
{
  char *map_path, *lang_tag, *graph;
  gboolean json;
  QgMap *map;
  QgLang lang;
} QgCliCommon;

void qg_cli_common_clear (QgCliCommon *common);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QgCliCommon, qg_cli_common_clear)

/* Parses @options and, if @common is given, --map, --graph, --lang and, if @json, --json. What is left over
 * stays in @argv behind argv[0]. FALSE where the call is wrong, after saying so. */
gboolean qg_cli_parse (int *argc, char ***argv, const char *usage, const char *summary,
                       const GOptionEntry *options, QgCliCommon *common, gboolean json);
char *qg_cli_dup_option_error (const GError *error);
/* Reads the map that is asked for, without it the bundled one, and settles the language. Returns the exit
 * status; what is wrong was said. */
int qg_cli_load_map (QgCliCommon *common);

/* Says on the standard error which graphs there are, where there are several. */
void qg_cli_list_graphs (const GPtrArray *graphs);

/* 'error: ' or 'warning: ' and the message, on the standard error. */
void qg_cli_error (const char *format, ...) G_GNUC_PRINTF (1, 2);
void qg_cli_warning (const char *format, ...) G_GNUC_PRINTF (1, 2);
/* 'error: …' and what to type for help; returns QG_CLI_BAD_CALL. */
int qg_cli_bad_call (const char *command, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* @root, indented, and a line break, on the standard output; takes @root. FALSE where that failed. */
gboolean qg_cli_print_json (JsonNode *root);
/* Says so where the standard output could not be written (a full disk); returns the exit status. */
int qg_cli_finish (void);

/* A number of the map by id, of an entity by its name as well; QG_NONE after saying that there is none. */
guint qg_cli_find_entity (const QgCliCommon *common, const char *id);
guint qg_cli_find_view (const QgCliCommon *common, const char *id);
guint qg_cli_find_tour (const QgCliCommon *common, const char *id);
/* The layouter with the same cache as the window's. (transfer full) */
QgLayouter *qg_cli_new_layouter (void);

/* The format of data that @format or the ending of @output names; NULL where that is none. */
const QgMapFormat *qg_cli_find_data_format (const char *output, const char *format);
/* '.svg, .pdf, .png, .json …': what a name may end in, each format of pictures and of data once. */
char *qg_cli_dup_endings (void);
/* A path, which may have colons, unless it is a file:// URI. (transfer full) */
GFile *qg_cli_new_output_file (const char *name);
/* The same for what is there under that name; else what GLib takes it for. (transfer full) */
GFile *qg_cli_new_input_file (const char *name);
/* FALSE, after saying so, where a file is there that would be replaced although @output does not name it: of
 * a pair of tables the names are made. */
gboolean qg_cli_may_write (const char *output, const QgMapFormat *format, gboolean force);
/* @report: print what was written, as JSON. */
int qg_cli_export_data (const QgPart *part, const char *output, const QgMapFormat *format, QgLang lang,
                        gboolean report);
/* After an export: which engine stood in for another one, what cannot be read, and which sources had no room,
 * on the standard error; the report, as JSON, on the standard output. */
void qg_cli_export_warn (QgExportJob *job);
void qg_cli_export_report (QgExportJob *job);
/* The same of a map that was written into @files, which end with NULL. */
void qg_cli_export_data_report (const QgMap *map, const char *const *files);

int qg_cli_check (int argc, char **argv);
int qg_cli_list (int argc, char **argv);
int qg_cli_search (int argc, char **argv);
int qg_cli_path (int argc, char **argv);
int qg_cli_export (int argc, char **argv);
int qg_cli_convert (int argc, char **argv);

G_END_DECLS
