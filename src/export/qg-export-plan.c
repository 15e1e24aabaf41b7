/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-export-plan.h"

#include "qg-compose.h"
#include "qg-painter.h"
#include "qg-view-part.h"
#include "qg-words.h"

static void
item_clear (gpointer data)
{
  QgExportItem *item = data;

  g_clear_pointer (&item->part, qg_part_unref);
  g_clear_pointer (&item->scene, qg_scene_unref);
  g_free (item->title);
  g_free (item->node_emphases);
  g_free (item->edge_emphases);
  g_clear_pointer (&item->fit, qg_step_fit_free);
  g_clear_pointer (&item->whole.scene, qg_scene_unref);
  g_free (item->whole.node_emphases);
  g_free (item->whole.edge_emphases);
}

void
qg_export_plan_free (QgExportPlan *plan)
{
  g_clear_pointer (&plan->request.part, qg_part_unref);
  g_clear_pointer (&plan->request.scene, qg_scene_unref);
  g_free ((char *) plan->request.options.date);
  g_array_unref (plan->items);
  g_ptr_array_unref (plan->words);
  g_free (plan->title);
  g_free (plan->subject);
  g_free (plan->author);
  qg_map_unref (plan->map);
  g_free (plan);
}

/* The answer lives as long as @plan. */
static const char *
pick (const QgExportPlan *plan, const QgText *text)
{
  char *words = qg_text_dup_marked (text, plan->request.options.lang);

  g_ptr_array_add (plan->words, words);
  return words;
}

/* Takes @part. */
static QgExportItem *
add_item (QgExportPlan *plan, QgPart *part, const char *title)
{
  QgExportItem item = { .part = part, .same_as = QG_NONE, .title = g_strdup (title) };

  g_array_append_val (plan->items, item);
  return &g_array_index (plan->items, QgExportItem, plan->items->len - 1);
}

static void
add_view (QgExportPlan *plan, guint number)
{
  const QgView *view = qg_map_get_view (plan->map, number);

  add_item (plan, qg_view_part_new (plan->map, number), pick (plan, view->title));
}

static gboolean
has (GHashTable *set, guint number)
{
  return g_hash_table_contains (set, GUINT_TO_POINTER (number));
}

static void
raise_dim (guint8 *emphases, guint index)
{
  if (emphases[index] == QG_EMPHASIS_DIM)
    emphases[index] = QG_EMPHASIS_NORMAL;
}

static void
light_up_relations (QgExportItem *item, const QgStep *step, GHashTable *lit_entities)
{
  QgMap *map = qg_part_get_map (item->part);
  QgNumbers relations = qg_part_get_relations (item->part);
  g_autoptr (GHashTable) lit = qg_numbers_new_set (step->highlight_relations);

  item->edge_emphases = g_malloc (MAX (relations.n, 1));
  for (guint i = 0; i < relations.n; i++)
    {
      const QgRelation *relation = qg_map_get_relation (map, relations.items[i]);
      gboolean between = has (lit_entities, relation->from) && has (lit_entities, relation->to);

      item->edge_emphases[i] = between ? QG_EMPHASIS_NORMAL : QG_EMPHASIS_DIM;
      if (!has (lit, relations.items[i]))
        continue;
      item->edge_emphases[i] = QG_EMPHASIS_STRONG;
      /* The ends of a lit-up relation can be read too. */
      raise_dim (item->node_emphases, qg_part_index_of_entity (item->part, relation->from));
      raise_dim (item->node_emphases, qg_part_index_of_entity (item->part, relation->to));
    }
}

/* What a step is about is lit up, everything else steps back. A relation between two lit-up entities stays as
 * it is, so that they are seen to belong together. Where there is nothing else, nothing is lit up either. */
static void
light_up (QgExportItem *item)
{
  const QgStep *step = item->step;
  QgNumbers entities = qg_part_get_entities (item->part);
  g_autoptr (GHashTable) lit = NULL;
  gboolean all = TRUE;

  g_clear_pointer (&item->node_emphases, g_free);
  g_clear_pointer (&item->edge_emphases, g_free);
  if (step->highlight_entities.n + step->highlight_relations.n == 0)
    return;
  lit = qg_numbers_new_set (step->highlight_entities);
  item->node_emphases = g_malloc (MAX (entities.n, 1));
  for (guint i = 0; i < entities.n; i++)
    item->node_emphases[i] = has (lit, entities.items[i]) ? QG_EMPHASIS_STRONG : QG_EMPHASIS_DIM;
  light_up_relations (item, step, lit);
  for (guint i = 0; i < entities.n && all; i++)
    all = item->node_emphases[i] != QG_EMPHASIS_DIM;
  if (all)
    g_clear_pointer (&item->node_emphases, g_free);
}

static void
keep_whole (QgExportItem *item, QgScene *scene)
{
  g_clear_pointer (&item->whole.scene, qg_scene_unref);
  g_free (item->whole.node_emphases);
  g_free (item->whole.edge_emphases);
  item->whole.scene = qg_scene_ref (scene);
  item->whole.node_emphases = g_memdup2 (item->node_emphases, qg_part_get_entities (item->part).n);
  item->whole.edge_emphases = g_memdup2 (item->edge_emphases, qg_part_get_relations (item->part).n);
}

/* The same picture as @before has, whatever of it has room there. */
static void
go_on (QgExportItem *item, const QgExportItem *before)
{
  qg_part_unref (item->part);
  item->part = qg_part_ref (before->part);
  item->scene = qg_scene_ref (before->scene);
  item->node_emphases = g_memdup2 (before->node_emphases, qg_part_get_entities (item->part).n);
  item->edge_emphases = g_memdup2 (before->edge_emphases, qg_part_get_relations (item->part).n);
}

/* FALSE where there is nothing that serves both. */
static gboolean
share (QgExportItem *item, const QgExportItem *before)
{
  if (item->goes_on)
    go_on (item, before);
  else if (item->fit == NULL)
    item->scene = qg_scene_ref (before->scene);
  else if (qg_step_fit_is_as_on_screen (item->fit) && before->whole.scene != NULL)
    qg_export_item_take_scene (item, qg_scene_ref (before->whole.scene));
  return item->scene != NULL;
}

gboolean
qg_export_item_take_scene (QgExportItem *item, QgScene *scene)
{
  if (item->fit == NULL)
    {
      item->scene = scene;
      return TRUE;
    }
  if (qg_step_fit_is_as_on_screen (item->fit))
    keep_whole (item, scene);
  item->scene = qg_step_fit_take (item->fit, scene);
  qg_scene_unref (scene);
  if (item->scene == NULL)
    return FALSE;
  qg_part_unref (item->part);
  item->part = qg_part_ref (qg_scene_get_part (item->scene));
  light_up (item);
  return TRUE;
}

/* How much of a step its place on a handout has room for: all places are alike. */
static void
fit_place (QgExportPlan *plan, QgExportItem *item)
{
  const QgExportOptions *options = &plan->request.options;

  if (plan->place.width <= 0)
    plan->place = qg_compose_get_handout_room (plan->map, plan->request.handout, plan->title, options);
  item->fit = qg_step_fit_new (item->part, item->step, &plan->place, 1,
                               qg_page_get_least_text (options->page.medium));
}

/* The same for a page of its own: it shows what is on screen where that can be read. Where nothing is said to
 * it, it shows it in any case: there is no page before to be all of it. */
static void
fit_page (QgExportPlan *plan, QgExportItem *item)
{
  const QgExportOptions *options = &plan->request.options;
  const char *words = plan->request.words ? item->words : NULL;
  QgSize rooms[QG_STEP_FIT_MAX_ROOMS];
  guint n;

  if (options->page.width <= 0)
    return;
  n = qg_compose_get_step_rooms (item->part, item->title, words, options, rooms);
  item->fit =
      qg_step_fit_new (item->part, item->step, rooms, n, qg_page_get_least_text (options->page.medium));
  if (words == NULL || *words == '\0')
    qg_step_fit_keep_all (item->fit);
}

/* What is said to step @n beyond what its page has room for goes on pages of its own, with the same picture.
 */
static void
spread_words (QgExportPlan *plan, guint n)
{
  const QgExportOptions *options = &plan->request.options;
  QgExportItem *item = &g_array_index (plan->items, QgExportItem, n);
  g_autoptr (GPtrArray) pieces = NULL;
  g_autofree char *title = NULL;
  guint n_more;

  if (!plan->request.words || item->words == NULL || options->page.width <= 0)
    return;
  pieces = qg_compose_split_words (plan->map, item->title, item->words, options);
  n_more = pieces->len - 1;
  if (n_more == 0)
    return;
  for (guint i = n + 1; i < plan->items->len; i++)
    {
      QgExportItem *later = &g_array_index (plan->items, QgExportItem, i);

      if (later->same_as != QG_NONE && later->same_as > n)
        later->same_as += n_more;
    }
  item->words = pieces->pdata[0];
  title = qg_word_dup_with (QG_WORD_CONTINUED, options->lang, item->title);
  for (guint i = 1; i <= n_more; i++)
    {
      QgExportItem more = { .part = qg_part_ref (g_array_index (plan->items, QgExportItem, n).part),
                            .same_as = n,
                            .goes_on = TRUE,
                            .title = g_strdup (title),
                            .words = pieces->pdata[i] };

      g_array_insert_val (plan->items, n + i, more);
    }
  g_ptr_array_extend_and_steal (plan->words, g_steal_pointer (&pieces));
}

gboolean
qg_export_plan_prepare (QgExportPlan *plan, guint n, GCancellable *cancellable)
{
  QgExportItem *item = &g_array_index (plan->items, QgExportItem, n);
  QgPart *part;

  if (item->step != NULL && item->fit == NULL && plan->request.handout == 0)
    {
      spread_words (plan, n);
      item = &g_array_index (plan->items, QgExportItem, n);
    }
  if (item->step != NULL && item->fit == NULL)
    (plan->request.handout > 0 ? fit_place : fit_page) (plan, item);
  if (item->same_as != QG_NONE && share (item, &g_array_index (plan->items, QgExportItem, item->same_as)))
    return TRUE;
  if (item->fit == NULL)
    return TRUE;
  part = qg_step_fit_new_part (item->fit, cancellable);
  if (part == NULL)
    return FALSE;
  qg_part_unref (item->part);
  item->part = part;
  return TRUE;
}

static void
add_step (QgExportPlan *plan, guint number)
{
  const QgStep *step = &plan->tour->steps[number];
  g_autofree char *title = g_strdup_printf ("%u. %s", number + 1, pick (plan, step->title));
  QgPart *part = NULL;
  QgExportItem *item;
  guint same = QG_NONE;

  /* On a handout each has a picture of its own. */
  for (guint i = 0; i < number && plan->request.handout == 0; i++)
    {
      const QgStep *before = &plan->tour->steps[i];

      if (before->view == step->view && before->focus == step->focus && before->depth == step->depth)
        {
          same = i;
          part = qg_part_ref (g_array_index (plan->items, QgExportItem, i).part);
          break;
        }
    }
  if (part == NULL)
    part = step->view != QG_NONE ? qg_view_part_new (plan->map, step->view)
                                 : qg_part_new_focus (plan->map, step->focus, step->depth, QG_FOLLOW_BOTH);
  item = add_item (plan, part, title);
  item->same_as = same;
  item->words = step->text != NULL ? pick (plan, step->text) : NULL;
  item->citations = &step->citations;
  item->step = step;
  light_up (item);
}

static void
add_tour (QgExportPlan *plan, guint number)
{
  plan->tour = qg_map_get_tour (plan->map, number);
  for (guint i = 0; i < plan->tour->n_steps; i++)
    add_step (plan, i);
}

static void
add_seen (QgExportPlan *plan, const QgExportRequest *request)
{
  QgExportItem *item = add_item (plan, qg_part_ref (request->part), request->title);

  item->scene = request->scene != NULL ? qg_scene_ref (request->scene) : NULL;
  item->node_emphases = g_memdup2 (request->node_emphases, qg_part_get_entities (request->part).n);
  item->edge_emphases = g_memdup2 (request->edge_emphases, qg_part_get_relations (request->part).n);
}

static void
add_items (QgExportPlan *plan, const QgExportRequest *request)
{
  switch (request->scope)
    {
    case QG_EXPORT_WHOLE:
      add_item (plan, qg_part_new_whole (plan->map), pick (plan, qg_map_get_title (plan->map)));
      break;
    case QG_EXPORT_FOCUS:
      add_item (plan, qg_part_new_focus (plan->map, request->number, request->depth, request->follow),
                pick (plan, qg_map_get_entity (plan->map, request->number)->name));
      break;
    case QG_EXPORT_PART:
      add_seen (plan, request);
      break;
    case QG_EXPORT_TOUR:
      add_tour (plan, request->number);
      break;
    case QG_EXPORT_ALL_VIEWS:
      for (guint i = 0; i < qg_map_get_n_views (plan->map); i++)
        add_view (plan, i);
      break;
    case QG_EXPORT_VIEW:
    default:
      add_view (plan, request->number);
    }
}

/* The author: as given, else that of the first work that names one. Nobody is made up. */
static char *
dup_author (const QgExportPlan *plan, const QgExportRequest *request)
{
  if (request->author != NULL)
    return g_strdup (request->author);
  for (guint i = 0; i < qg_map_get_n_sources (plan->map); i++)
    {
      const QgSource *source = qg_map_get_source (plan->map, i);

      if (source->listed && source->author != NULL)
        return g_strdup (source->author);
    }
  return NULL;
}

/* Before the items. A handout is a sheet in the hand: one without a size is A4, as its outline is; and it has
 * no places that stay empty on all of its sheets. */
static void
set_handout (QgExportPlan *plan)
{
  QgExportRequest *request = &plan->request;

  if (request->handout == 0)
    return;
  if (request->options.page.width <= 0)
    qg_page_from_name ("a4", FALSE, &request->options.page, NULL);
  if (request->scope == QG_EXPORT_TOUR)
    request->handout = qg_compose_get_handout_places (qg_map_get_tour (plan->map, request->number)->n_steps,
                                                      request->handout);
}

QgExportPlan *
qg_export_plan_new (QgMap *map, const QgExportRequest *request)
{
  QgExportPlan *plan = g_new0 (QgExportPlan, 1);
  const char *map_title;

  plan->map = qg_map_ref (map);
  plan->request = *request;
  plan->request.part = request->part != NULL ? qg_part_ref (request->part) : NULL;
  plan->request.scene = request->scene != NULL ? qg_scene_ref (request->scene) : NULL;
  plan->request.options.date = g_strdup (request->options.date);
  plan->request.node_emphases = plan->request.edge_emphases = NULL;
  plan->items = g_array_new (FALSE, TRUE, sizeof (QgExportItem));
  plan->words = g_ptr_array_new_with_free_func (g_free);
  g_array_set_clear_func (plan->items, item_clear);
  set_handout (plan);
  add_items (plan, request);
  if (request->title != NULL && plan->items->len == 1)
    {
      QgExportItem *item = &g_array_index (plan->items, QgExportItem, 0);

      g_free (item->title);
      item->title = g_strdup (request->title);
    }

  map_title = pick (plan, qg_map_get_title (map));
  if (request->title != NULL)
    plan->title = g_strdup (request->title);
  else if (plan->tour != NULL)
    plan->title = g_strdup (pick (plan, plan->tour->title));
  else if (plan->items->len == 1)
    plan->title = g_strdup (g_array_index (plan->items, QgExportItem, 0).title);
  else
    plan->title = g_strdup (map_title);
  plan->subject = g_strdup (map_title);
  plan->author = dup_author (plan, request);
  plan->request.title = plan->request.author = NULL;
  return plan;
}
