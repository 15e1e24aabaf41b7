/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* qogam export: pictures and documents. */

#include "qg-cli-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "qg-date.h"
#include "qg-enums.h"
#include "qg-map-builder.h"
#include "qg-painter.h"
#include "qg-view-part.h"
#include "qg-ways.h"

/* What was typed. */
typedef struct
{
  QgCliCommon common;
  char *output, *format, *view, *tour, *focus, *path, *entities, *second, *page, *theme, *engine, *author;
  int depth, handout, width;
  double margin, dpi;
  gboolean whole, all_views, portrait, with_title, legend, footer, transparent, outlines, lines, report,
      force;
  gboolean sources, no_sources, words, no_words;
  /* What a way came to. */
  QgPart *part;
  guint8 *emphases;
  char *title;
} Call;

static void
call_clear (Call *call)
{
  qg_cli_common_clear (&call->common);
  g_free (call->output);
  g_free (call->format);
  g_free (call->view);
  g_free (call->tour);
  g_free (call->focus);
  g_free (call->path);
  g_free (call->entities);
  g_free (call->second);
  g_free (call->page);
  g_free (call->theme);
  g_free (call->engine);
  g_free (call->author);
  g_clear_pointer (&call->part, qg_part_unref);
  g_free (call->emphases);
  g_free (call->title);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Call, call_clear)

static gboolean
parse (Call *call, int *argc, char ***argv)
{
  const GOptionEntry options[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &call->output,
      N_ ("The file to write; its ending says the format; “-” is the standard output"), N_ ("FILE") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &call->format,
      N_ ("svg, pdf, png, or of data json, dot, graphml, csv, cxl, gexf, canvas, whatever the ending"),
      N_ ("FORMAT") },
    { "view", 0, 0, G_OPTION_ARG_STRING, &call->view, N_ ("A view; without a choice it is the overview"),
      N_ ("ID") },
    { "tour", 0, 0, G_OPTION_ARG_STRING, &call->tour, N_ ("A tour: a page for each step"), N_ ("ID") },
    { "focus", 0, 0, G_OPTION_ARG_STRING, &call->focus, N_ ("An entity and what is around it"), N_ ("ID") },
    { "depth", 0, 0, G_OPTION_ARG_INT, &call->depth, N_ ("How many steps around it, 1 to 5"), N_ ("N") },
    { "path", 0, 0, G_OPTION_ARG_STRING, &call->path, N_ ("The ways between two entities"), N_ ("FROM,TO") },
    { "entities", 0, 0, G_OPTION_ARG_STRING, &call->entities, N_ ("These entities and what ties them"),
      N_ ("ID,ID…") },
    { "all-views", 0, 0, G_OPTION_ARG_NONE, &call->all_views, N_ ("Every view, each on a page"), NULL },
    { "whole", 0, 0, G_OPTION_ARG_NONE, &call->whole, N_ ("The whole map"), NULL },
    { "second-lang", 0, 0, G_OPTION_ARG_STRING, &call->second, N_ ("A second language under the names"),
      N_ ("LANG") },
    { "page", 0, 0, G_OPTION_ARG_STRING, &call->page,
      N_ ("16:9, 4:3, a4 … a0, letter, fit, or a size such as 300x200mm or 1920x1080px"), N_ ("PAGE") },
    { "portrait", 0, 0, G_OPTION_ARG_NONE, &call->portrait, N_ ("The sheet stands upright"), NULL },
    { "margin", 0, 0, G_OPTION_ARG_DOUBLE, &call->margin, N_ ("The margin in millimeters"), N_ ("MM") },
    { "engine", 0, 0, G_OPTION_ARG_STRING, &call->engine,
      N_ ("What arranges it: dot, neato, fdp, sfdp, twopi, circo or osage; given: as the file has it"),
      N_ ("ENGINE") },
    { "theme", 0, 0, G_OPTION_ARG_STRING, &call->theme, N_ ("light, dark or print"), N_ ("THEME") },
    { "title", 0, 0, G_OPTION_ARG_NONE, &call->with_title,
      N_ ("With a title (it has one unless you say --no-title)"), NULL },
    { "no-title", 0, G_OPTION_FLAG_REVERSE, G_OPTION_ARG_NONE, &call->with_title, N_ ("Without the title"),
      NULL },
    { "legend", 0, 0, G_OPTION_ARG_NONE, &call->legend, N_ ("With a legend (unless --no-legend)"), NULL },
    { "no-legend", 0, G_OPTION_FLAG_REVERSE, G_OPTION_ARG_NONE, &call->legend, N_ ("Without the legend"),
      NULL },
    { "sources", 0, 0, G_OPTION_ARG_NONE, &call->sources, N_ ("Number the sources and list them"), NULL },
    { "no-sources", 0, 0, G_OPTION_ARG_NONE, &call->no_sources, N_ ("Without the sources, in a tour too"),
      NULL },
    { "footer", 0, 0, G_OPTION_ARG_NONE, &call->footer,
      N_ ("With version, date and license (unless --no-footer)"), NULL },
    { "no-footer", 0, G_OPTION_FLAG_REVERSE, G_OPTION_ARG_NONE, &call->footer, N_ ("Without the footer"),
      NULL },
    { "words", 0, 0, G_OPTION_ARG_NONE, &call->words, N_ ("With what is said to each step of a tour"), NULL },
    { "no-words", 0, 0, G_OPTION_ARG_NONE, &call->no_words, N_ ("Without it"), NULL },
    { "handout", 0, 0, G_OPTION_ARG_INT, &call->handout, N_ ("1, 2, 4 or 6 steps of a tour on a sheet"),
      N_ ("N") },
    { "lines", 0, 0, G_OPTION_ARG_NONE, &call->lines, N_ ("In a handout, lines to write on instead of words"),
      NULL },
    { "dpi", 0, 0, G_OPTION_ARG_DOUBLE, &call->dpi, N_ ("PNG: pixels for an inch; 144 without it"),
      N_ ("N") },
    { "width", 0, 0, G_OPTION_ARG_INT, &call->width, N_ ("PNG: width in pixels"), N_ ("PX") },
    { "transparent", 0, 0, G_OPTION_ARG_NONE, &call->transparent, N_ ("Without a background"), NULL },
    { "outlines", 0, 0, G_OPTION_ARG_NONE, &call->outlines, N_ ("SVG: letters as outlines, not as text"),
      NULL },
    { "author", 0, 0, G_OPTION_ARG_STRING, &call->author, N_ ("The author that the file names"),
      N_ ("NAME") },
    { "force", 'f', 0, G_OPTION_ARG_NONE, &call->force,
      N_ ("Replace files that you have not named: numbered ones, and tables"), NULL },
    { "report", 0, 0, G_OPTION_ARG_NONE, &call->report, N_ ("Print what was written, as JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  return qg_cli_parse (argc, argv, NULL,
                       _ ("Writes pictures and documents: SVG, PDF, PNG; and what they show as data: JSON, "
                          "DOT, GraphML, CSV, CXL, GEXF, JSON Canvas."),
                       options, &call->common, FALSE);
}

/* What can be seen to be wrong without the map. */

static int
settle_format (const Call *call, QgExportRequest *request)
{
  const char *name = call->format != NULL ? call->format : call->output;
  g_autofree char *endings = NULL;

  if (call->output == NULL)
    return qg_cli_bad_call ("export", _ ("Name the file to write: -o FILE."));
  if (qg_format_from_name (name, &request->format) ||
      qg_cli_find_data_format (call->output, call->format) != NULL)
    return QG_CLI_DONE;
  endings = qg_cli_dup_endings ();
  return qg_cli_bad_call (
      "export", _ ("“%1$s” is no format that is known: end the name in one of %2$s, or say --format."), name,
      endings);
}

static int
settle_theme (const Call *call, QgExportOptions *options)
{
  static const char *const themes[] = {
    [QG_THEME_LIGHT] = "light", [QG_THEME_DARK] = "dark", [QG_THEME_PRINT] = "print"
  };

  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    if (call->theme == NULL || strcmp (call->theme, themes[i]) == 0)
      {
        options->theme = (QgThemeId) i;
        return QG_CLI_DONE;
      }
  return qg_cli_bad_call ("export", _ ("There is no theme “%s”: light, dark, print."), call->theme);
}

static int
settle_engine (const Call *call, QgExportRequest *request)
{
  request->use_engine = call->engine != NULL;
  if (call->engine == NULL || qg_engine_from_id (call->engine, &request->engine))
    return QG_CLI_DONE;
  return qg_cli_bad_call (
      "export", _ ("There is no layout engine “%s”: dot, neato, fdp, sfdp, twopi, circo, osage, given."),
      call->engine);
}

static int
settle_numbers (const Call *call, QgExportRequest *request)
{
  if (call->depth < 1 || call->depth > 5)
    return qg_cli_bad_call ("export", _ ("--depth is 1 to 5."));
  if (call->handout != 0 && call->handout != 1 && call->handout != 2 && call->handout != 4 &&
      call->handout != 6)
    return qg_cli_bad_call ("export", _ ("--handout is 1, 2, 4 or 6."));
  if (call->handout != 0 && call->tour == NULL)
    return qg_cli_bad_call ("export", _ ("--handout needs --tour."));
  if (!(call->dpi >= 1 && call->dpi <= 4800))
    return qg_cli_bad_call ("export", _ ("--dpi is 1 to 4800."));
  if (call->width < 0 || (call->width > 0 && call->width < 16))
    return qg_cli_bad_call ("export", _ ("--width is 16 or more."));
  if (!(call->margin >= -1 && call->margin <= 500))
    return qg_cli_bad_call ("export", _ ("--margin is 0 to 500."));
  request->depth = (guint) call->depth;
  request->handout = (guint) call->handout;
  request->write_lines = call->lines;
  request->options.dpi = call->dpi;
  request->options.pixel_width = (guint) call->width;
  request->options.margin = call->margin >= 0 ? call->margin * QG_PAGE_MM : -1;
  return QG_CLI_DONE;
}

static int
settle_choice (const Call *call)
{
  int chosen = (call->view != NULL) + (call->tour != NULL) + (call->focus != NULL) + (call->path != NULL) +
               (call->entities != NULL) + (call->all_views ? 1 : 0) + (call->whole ? 1 : 0);

  if (chosen <= 1)
    return QG_CLI_DONE;
  return qg_cli_bad_call ("export",
                          _ ("Choose one of --view, --tour, --focus, --path, --entities, --all-views and "
                             "--whole."));
}

/* What needs the map. */

static guint
find_overview (const QgMap *map)
{
  guint view = qg_map_find_view (map, "overview");

  return view == QG_NONE && qg_map_get_n_views (map) > 0 ? 0 : view;
}

/* Enough ways to see how the two hang together, the shortest first, and no more than a page can show. */
#define MAX_WAY_ENTITIES 20

static void
add_numbers (GArray *array, const guint *numbers, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      gboolean known = FALSE;

      for (guint k = 0; k < array->len && !known; k++)
        known = g_array_index (array, guint, k) == numbers[i];
      if (!known)
        g_array_append_val (array, numbers[i]);
    }
}

static QgPart *
new_way_part (QgMap *map, guint from, guint to, const QgWays *ways)
{
  g_autoptr (GArray) entities = g_array_new (FALSE, FALSE, sizeof (guint));
  const QgWay *shortest = qg_ways_get (ways, 0);
  QgLayoutOptions options;

  for (guint i = 0; i < qg_ways_get_n (ways); i++)
    {
      const QgWay *way = qg_ways_get (ways, i);

      if (way->n_entities > shortest->n_entities && entities->len + way->n_entities > MAX_WAY_ENTITIES)
        break;
      add_numbers (entities, way->entities, way->n_entities);
    }
  qg_layout_options_init (&options);
  options.direction = QG_DIRECTION_RIGHT;
  return qg_part_new_between (map, from, to, (const guint *) (gpointer) entities->data, entities->len,
                              &options);
}

/* The two ends are lit up. */
static void
light_up_ends (Call *call, guint from, guint to)
{
  QgNumbers entities = qg_part_get_entities (call->part);

  call->emphases = g_malloc0 (MAX (entities.n, 1));
  call->emphases[qg_part_index_of_entity (call->part, from)] = QG_EMPHASIS_STRONG;
  call->emphases[qg_part_index_of_entity (call->part, to)] = QG_EMPHASIS_STRONG;
}

static int
settle_path (Call *call, QgExportRequest *request)
{
  QgMap *map = call->common.map;
  g_auto (GStrv) ends = g_strsplit (call->path, ",", 2);
  g_autoptr (QgWays) ways = NULL;
  guint from, to;

  if (g_strv_length (ends) != 2)
    return qg_cli_bad_call ("export", _ ("--path takes two entities: --path=FROM,TO."));
  from = qg_cli_find_entity (&call->common, ends[0]);
  to = from != QG_NONE ? qg_cli_find_entity (&call->common, ends[1]) : QG_NONE;
  if (from == QG_NONE || to == QG_NONE)
    return QG_CLI_BAD_CALL;
  if (from == to)
    return qg_cli_bad_call ("export", _ ("These are the same entity."));
  ways = qg_ways_find (map, from, to, NULL, NULL);
  if (qg_ways_get_n (ways) == 0)
    {
      qg_cli_error (_ ("No way leads from “%s” to “%s”."), ends[0], ends[1]);
      return QG_CLI_BAD_INPUT;
    }
  call->part = new_way_part (map, from, to, ways);
  light_up_ends (call, from, to);
  call->title = qg_part_dup_title (call->part, call->common.lang, FALSE);
  request->scope = QG_EXPORT_PART;
  request->part = call->part;
  request->node_emphases = call->emphases;
  request->title = call->title;
  return QG_CLI_DONE;
}

static int
settle_entities (Call *call, QgExportRequest *request)
{
  g_auto (GStrv) ids = g_strsplit (call->entities, ",", -1);
  g_autoptr (GArray) entities = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; ids[i] != NULL; i++)
    {
      guint entity = qg_cli_find_entity (&call->common, g_strstrip (ids[i]));

      if (entity == QG_NONE)
        return QG_CLI_BAD_CALL;
      g_array_append_val (entities, entity);
    }
  if (entities->len == 0)
    return qg_cli_bad_call ("export", _ ("--entities takes one or more entities: --entities=ID,ID…."));
  call->part =
      qg_part_new_entities (call->common.map, (const guint *) (gpointer) entities->data, entities->len, NULL);
  call->title = qg_part_dup_names (call->part, call->common.lang);
  request->scope = QG_EXPORT_PART;
  request->part = call->part;
  request->title = call->title;
  return QG_CLI_DONE;
}

static int
settle_scope (Call *call, QgExportRequest *request)
{
  QgMap *map = call->common.map;

  request->number = 0;
  if (call->path != NULL)
    return settle_path (call, request);
  if (call->entities != NULL)
    return settle_entities (call, request);
  if (call->view != NULL)
    request->number = qg_cli_find_view (&call->common, call->view);
  else if (call->tour != NULL)
    {
      request->scope = QG_EXPORT_TOUR;
      request->number = qg_cli_find_tour (&call->common, call->tour);
    }
  else if (call->focus != NULL)
    {
      request->scope = QG_EXPORT_FOCUS;
      request->number = qg_cli_find_entity (&call->common, call->focus);
    }
  else if (call->all_views)
    request->scope = QG_EXPORT_ALL_VIEWS;
  else if (call->whole || find_overview (map) == QG_NONE)
    request->scope = QG_EXPORT_WHOLE;
  else
    request->number = find_overview (map);
  if (request->scope == QG_EXPORT_ALL_VIEWS && qg_map_get_n_views (map) == 0)
    {
      qg_cli_error (_ ("The map has no views. --whole shows all of it."));
      return QG_CLI_BAD_INPUT;
    }
  return request->number != QG_NONE ? QG_CLI_DONE : QG_CLI_BAD_CALL;
}

static int
settle_languages (const Call *call, QgExportRequest *request)
{
  request->options.lang = call->common.lang;
  if (call->second == NULL)
    return QG_CLI_DONE;
  request->second = qg_lang_is_valid (call->second) ? qg_lang_intern (call->second) : NULL;
  if (request->second != NULL &&
      (qg_map_has_language (call->common.map, request->second) ||
       (request->second == QG_LANG_KK_LATN && qg_map_has_language (call->common.map, QG_LANG_KK))))
    {
      if (request->second != request->options.lang)
        return QG_CLI_DONE;
      return qg_cli_bad_call ("export", _ ("--lang and --second-lang are the same language."));
    }
  return qg_cli_bad_call ("export", _ ("The map is not in the language “%s”."), call->second);
}

/* The page: as asked; else a handout's is A4, the whole map's a poster, a view's its own, any other a slide.
 */
static int
settle_page (const Call *call, QgExportRequest *request)
{
  const QgView *view =
      request->scope == QG_EXPORT_VIEW ? qg_map_get_view (call->common.map, request->number) : NULL;
  const char *name = call->page;
  gboolean landscape = !call->portrait;
  guint pixels;

  if (name == NULL && request->handout > 0)
    {
      name = "a4";
      landscape = FALSE;
    }
  else if (name == NULL && request->scope == QG_EXPORT_WHOLE)
    name = "a1";
  else if (name == NULL && view != NULL && view->page != NULL)
    name = view->page;
  else if (name == NULL)
    name = "16:9";
  if (!qg_page_from_name (name, landscape, &request->options.page, &pixels))
    return qg_cli_bad_call ("export",
                            _ ("“%s” is no page: 16:9, 4:3, a4 … a0, letter, fit, or a size such as "
                               "300x200mm or 1920x1080px."),
                            name);
  /* Who says the page in pixels gets these, unless they ask for more or less of them. */
  if (request->options.pixel_width == 0 || request->format != QG_FORMAT_PNG)
    {
      request->options.pixel_width = pixels;
      request->options.pixels_of_page = pixels > 0;
    }
  return QG_CLI_DONE;
}

static void
settle_rest (const Call *call, QgExportRequest *request)
{
  gboolean tour = request->scope == QG_EXPORT_TOUR, document = tour && request->format == QG_FORMAT_PDF;

  request->author = call->author;
  request->options.title = call->with_title;
  request->options.legend = call->legend;
  request->options.footer = call->footer;
  request->options.transparent = call->transparent;
  request->options.outlines = call->outlines;
  /* A tour on paper has its words and its sources unless one does not want them; slides have not. */
  request->options.sources = !call->no_sources && (call->sources || document);
  request->words = tour && !call->no_words && (call->words || document);
}

static int
settle (Call *call, QgExportRequest *request)
{
  int status = settle_format (call, request);

  if (status == QG_CLI_DONE)
    status = settle_theme (call, &request->options);
  if (status == QG_CLI_DONE)
    status = settle_engine (call, request);
  if (status == QG_CLI_DONE)
    status = settle_numbers (call, request);
  if (status == QG_CLI_DONE)
    status = settle_choice (call);
  if (status == QG_CLI_DONE)
    status = qg_cli_load_map (&call->common);
  if (status == QG_CLI_DONE)
    status = settle_languages (call, request);
  if (status == QG_CLI_DONE)
    status = settle_scope (call, request);
  if (status == QG_CLI_DONE)
    status = settle_page (call, request);
  settle_rest (call, request);
  return status;
}

static int
run (const Call *call, const QgExportRequest *request)
{
  g_autoptr (QgLayouter) layouter = qg_cli_new_layouter ();
  g_autoptr (QgExportJob) job = qg_export_job_new (call->common.map, layouter, request);
  g_autoptr (GError) error = NULL;

  qg_export_job_set_keeps_files (job, !call->force);
  if (!qg_export_job_run (job, call->output, NULL, &error))
    {
      if (g_error_matches (error, QG_EXPORT_ERROR, QG_EXPORT_ERROR_THERE))
        qg_cli_error ("%s %s", error->message, _ ("Choose another name, or let --force replace them."));
      else if (error->domain == QG_LAYOUT_ERROR && error->code != QG_LAYOUT_ERROR_MISSING)
        qg_cli_error ("%s %s", error->message,
                      _ ("--engine chooses another one: sfdp and osage are quick with large maps. --view, "
                         "--focus and --entities show less."));
      else
        qg_cli_error ("%s", error->message);
      return QG_CLI_BAD_INPUT;
    }
  qg_cli_export_warn (job);
  if (!call->report)
    return QG_CLI_DONE;
  qg_cli_export_report (job);
  return qg_cli_finish ();
}

/* What the picture would show, as a part of the map; NULL where it would show several. */
static QgPart *
new_part (const Call *call, const QgExportRequest *request)
{
  QgMap *map = call->common.map;

  switch (request->scope)
    {
    case QG_EXPORT_VIEW:
      return qg_view_part_new (map, request->number);
    case QG_EXPORT_WHOLE:
      return qg_part_new_whole (map);
    case QG_EXPORT_FOCUS:
      return qg_part_new_focus (map, request->number, request->depth, request->follow);
    case QG_EXPORT_PART:
      return qg_part_ref (call->part);
    default:
      return NULL;
    }
}

static int
run_data (const Call *call, const QgExportRequest *request, const QgMapFormat *format)
{
  g_autoptr (QgPart) part = new_part (call, request);

  if (part == NULL)
    return qg_cli_bad_call (
        "export",
        _ ("Data are of one view, of the whole map, or of what --focus, --path or --entities shows."));
  if (strcmp (call->output, "-") != 0 && !qg_cli_may_write (call->output, format, call->force))
    return QG_CLI_BAD_INPUT;
  return qg_cli_export_data (part, call->output, format, request->options.lang, call->report);
}

int
qg_cli_export (int argc, char **argv)
{
  g_auto (Call)
      call = { .depth = 1, .margin = -1, .dpi = 144, .with_title = TRUE, .legend = TRUE, .footer = TRUE };
  QgExportRequest request = { .scope = QG_EXPORT_VIEW, .follow = QG_FOLLOW_BOTH };
  g_autofree char *date = NULL;
  int status;

  if (!parse (&call, &argc, &argv))
    return QG_CLI_BAD_CALL;
  if (argc > 1)
    return qg_cli_bad_call ("export", _ ("“%s” is too much."), argv[1]);
  if (call.report && g_strcmp0 (call.output, "-") == 0)
    return qg_cli_bad_call ("export", _ ("--report and the picture cannot both go to the standard output."));
  status = settle (&call, &request);
  if (status != QG_CLI_DONE)
    return status;
  if (!qg_format_from_name (call.format != NULL ? call.format : call.output, &request.format))
    return run_data (&call, &request, qg_cli_find_data_format (call.output, call.format));
  request.options.date = date = qg_date_dup_of_export (call.common.map);
  return run (&call, &request);
}
