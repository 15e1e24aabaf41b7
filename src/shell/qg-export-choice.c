/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-export-choice.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "qg-controls.h"
#include "qg-date.h"
#include "qg-number.h"
#include "qg-painter.h"
#include "qg-settings.h"

/* Longer names are cut: most file systems end at 255 bytes. */
#define MAX_NAME 120

static void
offer_free (gpointer data)
{
  QgExportOffer *offer = data;

  g_free (offer->label);
  g_free (offer);
}

/* Takes @label. */
static void
add (GPtrArray *offers, QgExportScope scope, guint number, char *label)
{
  QgExportOffer *offer = g_new (QgExportOffer, 1);

  *offer = (QgExportOffer){ .scope = scope, .number = number, .label = label };
  g_ptr_array_add (offers, offer);
}

/* Several entities that are selected. */
static void
add_selected (GPtrArray *offers, guint n)
{
  QgExportOffer *offer = g_new0 (QgExportOffer, 1);

  offer->scope = QG_EXPORT_PART;
  offer->selected = TRUE;
  offer->label =
      qg_number_in_words (g_dngettext (GETTEXT_PACKAGE, "%s Selected Entity", "%s Selected Entities", n), n);
  g_ptr_array_add (offers, offer);
}

/* A macro, so that the compiler sees the format. */
#define ADD_NAMED(offers, scope, number, format, name, lang)                                                 \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    g_autofree char *plain_ = qg_plain_from_text (name, lang);                                               \
    add (offers, scope, number, g_strdup_printf (format, plain_));                                           \
  }                                                                                                          \
  G_STMT_END

GPtrArray *
qg_export_offers_new (QgExplorer *explorer)
{
  GPtrArray *offers = g_ptr_array_new_with_free_func (offer_free);
  QgMap *map = qg_explorer_get_map (explorer);
  QgPart *part = qg_explorer_get_part (explorer);
  QgSelection selection = qg_explorer_get_selection (explorer);
  QgLang lang = qg_explorer_get_language (explorer);

  if (map == NULL || part == NULL)
    return offers;
  add (offers, QG_EXPORT_PART, 0, g_strdup (_ ("What Is on Screen")));
  if (qg_explorer_get_selected_entities (explorer).n > 1)
    add_selected (offers, qg_explorer_get_selected_entities (explorer).n);
  if (qg_part_get_view (part) != QG_NONE)
    ADD_NAMED (offers, QG_EXPORT_VIEW, qg_part_get_view (part), _ ("Whole View “%s”"),
               qg_map_get_view (map, qg_part_get_view (part))->title, lang);
  add (offers, QG_EXPORT_WHOLE, 0, g_strdup (_ ("Whole Map")));
  if (selection.kind == QG_SELECTION_ENTITY)
    ADD_NAMED (offers, QG_EXPORT_FOCUS, selection.number, _ ("Neighborhood of “%s”"),
               qg_map_get_entity (map, selection.number)->label, lang);
  for (guint i = 0; i < qg_map_get_n_tours (map); i++)
    ADD_NAMED (offers, QG_EXPORT_TOUR, i, _ ("Every Step of the Tour “%s”"), qg_map_get_tour (map, i)->title,
               lang);
  if (qg_map_get_n_views (map) > 1)
    add (offers, QG_EXPORT_ALL_VIEWS, 0, g_strdup (_ ("All Views")));
  return offers;
}

/* A language that is set, where the map has it. */
static QgLang
get_language (QgExplorer *explorer, const char *key)
{
  g_autofree char *tag = g_settings_get_string (qg_settings_get_default (), key);
  QgLang lang = qg_lang_is_valid (tag) ? qg_lang_intern (tag) : NULL;
  QgMap *map = qg_explorer_get_map (explorer);

  return lang != NULL && map != NULL && qg_map_has_language (map, lang) ? lang : NULL;
}

/* The size that was typed. */
static QgPage
load_custom_page (GSettings *settings, gboolean px)
{
  double width = g_settings_get_double (settings, "export-custom-width");
  double height = g_settings_get_double (settings, "export-custom-height");

  if (px)
    return qg_page_new_screen ((guint) round (CLAMP (width, QG_PAGE_LEAST_PX, QG_PAGE_MOST_PX)),
                               (guint) round (CLAMP (height, QG_PAGE_LEAST_PX, QG_PAGE_MOST_PX)));
  return qg_page_new_paper (CLAMP (width, QG_PAGE_LEAST_MM, QG_PAGE_MOST_MM) * QG_PAGE_MM,
                            CLAMP (height, QG_PAGE_LEAST_MM, QG_PAGE_MOST_MM) * QG_PAGE_MM);
}

static void
load_page (QgExportWishes *wishes, GSettings *settings)
{
  g_autofree char *page = g_settings_get_string (settings, "export-page");
  g_autofree char *name = g_settings_get_string (settings, "export-custom-unit");
  gboolean px = g_str_equal (name, "px");

  wishes->custom_page = g_str_equal (page, "custom");
  if (wishes->custom_page)
    wishes->page = load_custom_page (settings, px);
  else if (!qg_page_from_name (page, !g_settings_get_boolean (settings, "export-portrait"), &wishes->page,
                               NULL))
    wishes->page = (QgPage){ 960, 540, QG_MEDIUM_SLIDE };
  wishes->margin = g_settings_get_boolean (settings, "export-custom-margins")
                       ? g_settings_get_double (settings, "export-margin") * QG_PAGE_MM
                       : -1;
  /* Who says the page in pixels gets these, not a multiple. */
  if (wishes->custom_page && px)
    wishes->pixel_width = (guint) round (
        CLAMP (g_settings_get_double (settings, "export-custom-width"), QG_PAGE_LEAST_PX, QG_PAGE_MOST_PX));
  else if (g_settings_get_boolean (settings, "export-custom-pixels"))
    wishes->pixel_width = (guint) g_settings_get_int (settings, "export-pixel-width");
}

void
qg_export_wishes_load (QgExportWishes *wishes, QgExplorer *explorer)
{
  GSettings *settings = qg_settings_get_default ();
  g_autofree char *format = g_settings_get_string (settings, "export-format");
  g_autofree char *theme = g_settings_get_string (settings, "export-theme");

  *wishes = (QgExportWishes){
    .format = QG_FORMAT_PDF,
    .theme = g_str_equal (theme, "dark")    ? QG_THEME_DARK
             : g_str_equal (theme, "print") ? QG_THEME_PRINT
                                            : QG_THEME_LIGHT,
    .lang = get_language (explorer, "export-language"),
    .second = get_language (explorer, "export-second-language"),
    .title = g_settings_get_boolean (settings, "export-title"),
    .legend = g_settings_get_boolean (settings, "export-legend"),
    .sources = g_settings_get_boolean (settings, "export-sources"),
    .footer = g_settings_get_boolean (settings, "export-footer"),
    .transparent = g_settings_get_boolean (settings, "export-transparent"),
    .outlines = g_settings_get_boolean (settings, "export-outlines"),
    .handout = (guint) g_settings_get_int (settings, "export-handout"),
    .write_lines = g_settings_get_boolean (settings, "export-lines"),
    .dpi = g_settings_get_int (settings, "export-dpi"),
  };
  qg_format_from_name (format, &wishes->format);
  if (wishes->handout == 3 || wishes->handout == 5)
    wishes->handout = 0;
  load_page (wishes, settings);
  if (wishes->lang == NULL)
    wishes->lang = qg_explorer_get_language (explorer);
  if (wishes->second == wishes->lang)
    wishes->second = NULL;
}

static void
light (guint8 *emphases, guint index, QgEmphasis emphasis)
{
  if (index != QG_NONE && emphases[index] != QG_EMPHASIS_HIDDEN)
    emphases[index] = emphasis;
}

/* Everything that is not hidden steps back, but for what is lit up. */
static void
dim_others (guint8 *emphases, guint n)
{
  for (guint i = 0; i < n; i++)
    light (emphases, i, QG_EMPHASIS_DIM);
}

static guint8 *
dup_emphases (const guint8 *from, guint n)
{
  guint8 *copy = g_malloc0 (MAX (n, 1));

  if (from != NULL)
    memcpy (copy, from, n);
  return copy;
}

/* The part with its filter and what is lit up on it, as it is on screen. */
static void
see (QgExplorer *explorer, QgPart *part, gboolean current, guint8 **nodes, guint8 **edges)
{
  QgNumbers entities = qg_explorer_get_lit_entities (explorer);
  QgNumbers relations = qg_explorer_get_lit_relations (explorer);
  QgEmphases filter = current ? qg_explorer_get_emphases (explorer) : (QgEmphases){ NULL, NULL };
  guint n_nodes = qg_part_get_entities (part).n, n_edges = qg_part_get_relations (part).n;

  *nodes = dup_emphases (filter.nodes, n_nodes);
  *edges = dup_emphases (filter.edges, n_edges);
  if (entities.n == 0 && relations.n == 0)
    return;
  dim_others (*nodes, n_nodes);
  dim_others (*edges, n_edges);
  for (guint i = 0; i < entities.n; i++)
    light (*nodes, qg_part_index_of_entity (part, entities.items[i]), QG_EMPHASIS_NORMAL);
  for (guint i = 0; i < relations.n; i++)
    light (*edges, qg_part_index_of_relation (part, relations.items[i]), QG_EMPHASIS_STRONG);
}

static QgExportJob *
new_seen_job (QgExplorer *explorer, QgLayouter *layouter, QgExportRequest *request)
{
  QgMap *map = qg_explorer_get_map (explorer);
  QgPart *part = qg_explorer_get_part (explorer);
  QgScene *scene = qg_explorer_get_scene (explorer);
  gboolean current = scene != NULL && qg_scene_get_part (scene) == part;
  g_autofree char *title = qg_part_dup_title (part, request->options.lang, FALSE);
  g_autofree guint8 *nodes = NULL, *edges = NULL;

  see (explorer, part, current, &nodes, &edges);
  request->part = part;
  request->title = title;
  request->node_emphases = nodes;
  request->edge_emphases = edges;
  if (current && !qg_scene_get_layout (scene)->provisional &&
      qg_scene_get_lang (scene) == request->options.lang &&
      qg_scene_get_second_lang (scene) == request->second)
    request->scene = scene;
  return qg_export_job_new (map, layouter, request);
}

/* What is selected, with all that is in a group; NULL where nothing is. (transfer full) */
static QgPart *
new_selected_part (QgExplorer *explorer)
{
  QgPart *part = qg_explorer_get_part (explorer);
  QgNumbers selected = qg_explorer_get_selected_entities (explorer);
  g_autoptr (GArray) entities = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < selected.n; i++)
    if (qg_map_is_group (qg_part_get_map (part), selected.items[i]))
      {
        g_autoptr (GArray) members = qg_part_dup_members (part, selected.items[i]);

        g_array_append_vals (entities, members->data, members->len);
      }
    else
      g_array_append_val (entities, selected.items[i]);
  if (entities->len == 0)
    return NULL;
  return qg_part_new_left (qg_part_get_origin (part), (const guint *) (gpointer) entities->data,
                           entities->len);
}

/* As it would be seen alone: laid out anew, with nothing lit up. */
static QgExportJob *
new_selected_job (QgExplorer *explorer, QgLayouter *layouter, QgExportRequest *request)
{
  g_autoptr (QgPart) part = new_selected_part (explorer);
  g_autofree char *title = NULL;

  if (part == NULL)
    return new_seen_job (explorer, layouter, request);
  title = qg_part_dup_names (part, request->options.lang);
  if (title == NULL)
    title = qg_part_dup_title (part, request->options.lang, FALSE);
  request->part = part;
  request->title = title;
  return qg_export_job_new (qg_part_get_map (part), layouter, request);
}

/* The size was typed, in pixels. */
static gboolean
is_screen (const QgExportWishes *wishes)
{
  return wishes->custom_page && wishes->page.medium == QG_MEDIUM_SLIDE;
}

QgExportJob *
qg_export_job_new_for_offer (QgExplorer *explorer, QgLayouter *layouter, const QgExportOffer *offer,
                             const QgExportWishes *wishes)
{
  QgMap *map = qg_explorer_get_map (explorer);
  QgPart *part = qg_explorer_get_part (explorer);
  g_autofree char *date = qg_date_dup_of_export (map);
  gboolean tour = offer->scope == QG_EXPORT_TOUR;
  QgExportRequest request = {
    .scope = offer->scope,
    .number = offer->number,
    .depth = 1,
    .follow = QG_FOLLOW_BOTH,
    .second = wishes->second,
    .format = wishes->format,
    .words = tour && wishes->format == QG_FORMAT_PDF,
    .options = { .page = wishes->page,
                 .margin = wishes->margin,
                 .theme = wishes->theme,
                 .lang = wishes->lang,
                 .transparent = wishes->transparent && wishes->format != QG_FORMAT_PDF,
                 .outlines = wishes->outlines && wishes->format == QG_FORMAT_SVG,
                 .legend = wishes->legend,
                 .sources = wishes->sources,
                 .title = wishes->title,
                 .footer = wishes->footer,
                 .dpi = wishes->dpi,
                 .least_side = wishes->least_side,
                 .most_side = wishes->most_side,
                 .pixel_width =
                     wishes->format == QG_FORMAT_PNG || is_screen (wishes) ? wishes->pixel_width : 0,
                 .pixels_of_page = is_screen (wishes),
                 .date = date },
  };

  if (tour && wishes->format == QG_FORMAT_PDF && wishes->handout > 0)
    {
      request.handout = wishes->handout;
      request.write_lines = wishes->write_lines;
      /* Nobody hands out slides; but what was typed is meant. */
      if (!wishes->custom_page && wishes->page.medium != QG_MEDIUM_PAPER)
        qg_page_from_name ("a4", FALSE, &request.options.page, NULL);
    }
  /* Another layout that the person has chosen is theirs on paper too. */
  if (offer->scope == QG_EXPORT_PART ||
      (offer->scope == QG_EXPORT_VIEW && qg_part_get_view (part) == offer->number))
    {
      request.use_engine = TRUE;
      request.engine = qg_explorer_get_engine (explorer);
    }
  if (offer->selected)
    return new_selected_job (explorer, layouter, &request);
  if (offer->scope == QG_EXPORT_PART)
    return new_seen_job (explorer, layouter, &request);
  return qg_export_job_new (map, layouter, &request);
}

char *
qg_export_dup_base_name (const char *title)
{
  g_autofree char *plain = g_strdelimit (g_strdup (title), "/\\:*?\"<>|\n\r\t", ' ');
  g_auto (GStrv) words = NULL;
  g_autoptr (GString) name = g_string_new (NULL);

  if (strlen (plain) > MAX_NAME)
    *g_utf8_find_prev_char (plain, plain + MAX_NAME) = '\0';
  /* Where a sign stood beside a blank, one is enough. */
  words = g_strsplit (plain, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (name, "%s%s", name->len > 0 ? " " : "", words[i]);
  return g_string_free (g_steal_pointer (&name), FALSE);
}

char *
qg_export_offer_dup_file_name (QgExplorer *explorer, const QgExportOffer *offer, const QgExportWishes *wishes)
{
  QgMap *map = qg_explorer_get_map (explorer);
  g_autofree char *title = NULL, *name = NULL;
  const char *ending = qg_format_get_ending (wishes->format);

  if (offer->selected)
    {
      g_autoptr (QgPart) part = new_selected_part (explorer);

      title = part != NULL ? qg_part_dup_names (part, wishes->lang) : NULL;
    }
  if (title == NULL && offer->scope == QG_EXPORT_PART)
    title = qg_part_dup_title (qg_explorer_get_part (explorer), wishes->lang, FALSE);
  else if (title == NULL)
    title = g_strdup (
        qg_text_pick (offer->scope == QG_EXPORT_VIEW    ? qg_map_get_view (map, offer->number)->title
                      : offer->scope == QG_EXPORT_FOCUS ? qg_map_get_entity (map, offer->number)->label
                      : offer->scope == QG_EXPORT_TOUR  ? qg_map_get_tour (map, offer->number)->title
                                                        : qg_map_get_title (map),
                      wishes->lang, NULL));
  name = qg_export_dup_base_name (title);
  return g_strconcat (name, ".", ending, NULL);
}
