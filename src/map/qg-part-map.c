/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-part-map.h"

#include "qg-map-builder.h"

typedef struct
{
  const QgPart *part;
  QgMap *map;
  QgMapBuilder *builder;
  guint *kinds, *verbs, *sources; /* new numbers plus one; 0 for what is not used */
} Copy;

static void
mark_citations (Copy *c, QgCitations citations)
{
  for (guint i = 0; i < citations.n; i++)
    c->sources[citations.items[i].source] = 1;
}

static void
mark_used (Copy *c)
{
  QgNumbers entities = qg_part_get_entities (c->part), relations = qg_part_get_relations (c->part);

  for (guint i = 0; i < entities.n; i++)
    {
      const QgEntity *entity = qg_map_get_entity (c->map, entities.items[i]);

      c->kinds[entity->kind] = 1;
      mark_citations (c, entity->citations);
    }
  for (guint i = 0; i < relations.n; i++)
    {
      const QgRelation *relation = qg_map_get_relation (c->map, relations.items[i]);

      c->verbs[relation->verb] = 1;
      mark_citations (c, relation->citations);
    }
}

static void
add_used (Copy *c)
{
  for (guint i = 0; i < qg_map_get_n_kinds (c->map); i++)
    if (c->kinds[i])
      c->kinds[i] = qg_map_builder_add_kind (c->builder, qg_map_get_kind (c->map, i)) + 1;
  for (guint i = 0; i < qg_map_get_n_verbs (c->map); i++)
    if (c->verbs[i])
      c->verbs[i] = qg_map_builder_add_verb (c->builder, qg_map_get_verb (c->map, i)) + 1;
  for (guint i = 0; i < qg_map_get_n_sources (c->map); i++)
    if (c->sources[i])
      c->sources[i] = qg_map_builder_add_source (c->builder, qg_map_get_source (c->map, i)) + 1;
}

/* The citations with new numbers, in @items, which has room for them. */
static QgCitations
renumber (const Copy *c, QgCitations citations, GArray *items)
{
  g_array_set_size (items, 0);
  for (guint i = 0; i < citations.n; i++)
    {
      QgCitation citation = citations.items[i];

      citation.source = c->sources[citation.source] - 1;
      g_array_append_val (items, citation);
    }
  return (QgCitations){ citations.n, (const QgCitation *) (gpointer) items->data };
}

static void
add_things (Copy *c)
{
  QgNumbers entities = qg_part_get_entities (c->part), relations = qg_part_get_relations (c->part);
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (QgCitation));

  for (guint i = 0; i < entities.n; i++)
    {
      QgEntity entity = *qg_map_get_entity (c->map, entities.items[i]);

      entity.kind = c->kinds[entity.kind] - 1;
      entity.citations = renumber (c, entity.citations, items);
      qg_map_builder_add_entity (c->builder, &entity);
    }
  for (guint i = 0; i < relations.n; i++)
    {
      QgRelation relation = *qg_map_get_relation (c->map, relations.items[i]);

      relation.from = qg_part_index_of_entity (c->part, relation.from);
      relation.to = qg_part_index_of_entity (c->part, relation.to);
      relation.verb = c->verbs[relation.verb] - 1;
      relation.citations = renumber (c, relation.citations, items);
      qg_map_builder_add_relation (c->builder, &relation);
    }
}

/* Levels name entities by their numbers. Groups that are collapsed are so in the copy for good, others are
 * shown. */
static void
add_view (Copy *c, const QgView *from)
{
  QgView view = *from;
  g_autofree QgNumbers *levels = g_new (QgNumbers, view.layout.n_levels + 1);

  view.layout.n_levels = 0;
  for (guint i = 0; i < from->layout.n_levels; i++)
    {
      guint *items = g_new (guint, from->layout.levels[i].n + 1);
      QgNumbers level = { 0, items };

      for (guint k = 0; k < from->layout.levels[i].n; k++)
        {
          guint entity = qg_part_index_of_entity (c->part, from->layout.levels[i].items[k]);

          /* It may lie in a collapsed group. */
          if (entity != QG_NONE)
            items[level.n++] = entity;
        }
      if (level.n > 0)
        levels[view.layout.n_levels++] = level;
      else
        g_free (items);
    }
  view.whole_map = TRUE;
  view.without = view.collapsed = (QgNumbers){ 0, NULL };
  view.layout.levels = levels;
  qg_map_builder_add_view (c->builder, &view);
  for (guint i = 0; i < view.layout.n_levels; i++)
    g_free ((gpointer) levels[i].items);
}

QgMap *
qg_part_dup_map (const QgPart *part)
{
  QgMap *map = qg_part_get_map (part);
  guint view = qg_part_get_view (part), n;
  const QgView *shown = view != QG_NONE ? qg_map_get_view (map, view) : NULL;
  const QgText *title = shown != NULL ? shown->title : qg_map_get_title (map);
  const QgLang *langs = qg_map_get_languages (map, &n);
  Copy c = { part,
             map,
             qg_map_builder_new (qg_map_get_id (map), (QgText *) title, langs, n),
             g_new0 (guint, qg_map_get_n_kinds (map) + 1),
             g_new0 (guint, qg_map_get_n_verbs (map) + 1),
             g_new0 (guint, qg_map_get_n_sources (map) + 1) };

  qg_map_builder_set_about (c.builder,
                            shown != NULL ? shown->description : (QgText *) qg_map_get_description (map),
                            qg_map_get_version (map), qg_map_get_date (map), qg_map_get_licence (map));
  mark_used (&c);
  add_used (&c);
  add_things (&c);
  if (shown != NULL)
    add_view (&c, shown);
  g_free (c.kinds);
  g_free (c.verbs);
  g_free (c.sources);
  return qg_map_builder_end (c.builder);
}
