/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgMap: what a map says. Immutable once built and ref-counted, so that any thread may read it. Entities,
 * relations, kinds, verbs, sources, lists, views and tours are numbered from 0 in the order of the file; the
 * numbers are what the rest of the program passes around (QG_NONE is no number). Everything got from a map
 * lives as long as the map. */

#pragma once

#include <glib-object.h>

#include "qg-geometry.h"
#include "qg-text.h"

G_BEGIN_DECLS

#define QG_NONE G_MAXUINT

typedef enum
{
  QG_STATEMENT_UNSTATED,
  QG_STATEMENT_DEFINITION,
  QG_STATEMENT_FACT,
  QG_STATEMENT_NORM,
  QG_STATEMENT_CLAIM,
  QG_STATEMENT_THEORY,
} QgStatement;
#define QG_N_STATEMENTS 6

typedef enum
{
  QG_CERTAINTY_CERTAIN,
  QG_CERTAINTY_LIKELY,
  QG_CERTAINTY_OPEN,
} QgCertainty;

/* The symbols a kind may have; the names in the file are in qg-enums.c, in this order. */
typedef enum
{
  QG_SYMBOL_CIRCLE,
  QG_SYMBOL_SQUARE,
  QG_SYMBOL_DIAMOND,
  QG_SYMBOL_COLUMNS,
  QG_SYMBOL_HOUSE,
  QG_SYMBOL_FLAG,
  QG_SYMBOL_HANDS,
  QG_SYMBOL_PERSON,
  QG_SYMBOL_PAGE,
  QG_SYMBOL_CYCLE,
  QG_SYMBOL_BULB,
  QG_SYMBOL_SHIELD,
  QG_SYMBOL_COIN,
  QG_SYMBOL_CALENDAR,
  QG_SYMBOL_WARNING,
  QG_SYMBOL_SCALES,
  QG_SYMBOL_STAR,
} QgSymbol;
#define QG_N_SYMBOLS 17

/* The named hues; QG_HUE_CUSTOM has its own rgb. */
typedef enum
{
  QG_HUE_SLATE,
  QG_HUE_BLUE,
  QG_HUE_GREEN,
  QG_HUE_RED,
  QG_HUE_PURPLE,
  QG_HUE_AMBER,
  QG_HUE_TEAL,
  QG_HUE_PINK,
  QG_HUE_GREY,
  QG_HUE_BROWN,
  QG_HUE_CUSTOM,
} QgHue;
#define QG_N_HUES 11

typedef enum
{
  QG_ENGINE_DOT,
  QG_ENGINE_NEATO,
  QG_ENGINE_FDP,
  QG_ENGINE_SFDP,
  QG_ENGINE_TWOPI,
  QG_ENGINE_CIRCO,
  QG_ENGINE_OSAGE,
  QG_ENGINE_GIVEN, /* where the file has them; only for what has places in the file */
} QgEngine;
#define QG_N_ENGINES 8

typedef enum
{
  QG_DIRECTION_DOWN,
  QG_DIRECTION_RIGHT,
  QG_DIRECTION_UP,
  QG_DIRECTION_LEFT,
  QG_DIRECTION_AUTO, /* down, or right where that fills the page better; the usual one */
} QgDirection;
#define QG_N_DIRECTIONS 5

typedef enum
{
  QG_LOCATOR_PARAGRAPH,
  QG_LOCATOR_ARTICLE,
  QG_LOCATOR_PAGE,
  QG_LOCATOR_FOOTNOTE,
  QG_LOCATOR_SECTION,
} QgLocatorKind;
#define QG_N_LOCATOR_KINDS 5

typedef struct
{
  const char *id;
  QgText *name, *plural; /* plural may be NULL */
  QgHue hue;
  guint32 rgb; /* 0xRRGGBB, where hue is QG_HUE_CUSTOM */
  QgSymbol symbol;
  gboolean quiet;
} QgKind;

typedef struct
{
  const char *id;
  QgText *label, *inverse;
  QgText *plural; /* nullable: the label after a name in the plural, in languages where it is another */
} QgVerb;

typedef struct
{
  const char *id;
  QgText *name;
} QgSection;

typedef struct
{
  const char *id;
  QgLocatorKind kind;
  const char *number;
  guint section;     /* in the source's sections, QG_NONE for none */
  const char *words; /* nullable */
} QgLocator;

typedef struct
{
  const char *id;
  QgText *title, *description;     /* description may be NULL */
  QgText *label;                   /* the short name; equal to title where the file has none */
  const char *author, *year, *url; /* nullable */
  gboolean listed;
  guint n_sections, n_locators;
  const QgSection *sections;
  const QgLocator *locators;
} QgSource;

/* A place in a source: numbers; locator may be QG_NONE. */
typedef struct
{
  guint source, locator;
} QgCitation;

typedef struct
{
  guint n;
  const QgCitation *items;
} QgCitations;

typedef struct
{
  QgText *text;
  QgCertainty certainty;
  const char *as_of; /* nullable */
} QgNote;

typedef struct
{
  const char *id;
  guint kind;
  QgText *name;
  QgText *label; /* the short name; equal to name where the file has none */
  guint n_other_names;
  QgText *const *other_names; /* each in one language */
  QgText *description;        /* nullable */
  guint importance;           /* 1 to 3 */
  gboolean keyword_only;
  QgCitations citations;
  const QgNote *note; /* nullable */
  guint32 plural;     /* the languages in which its label is a plural: a bit for each of the map's, from 1 */
  gboolean is_placed; /* the file says where it stands */
  QgPoint place;      /* there its middle is, in points, y down; finite, within ±QG_MOST_PLACE */
} QgEntity;

/* Points. */
#define QG_MOST_PLACE 1e6

typedef struct
{
  const char *id;
  guint from, to, verb;
  QgText *sentence, *inverse, *explanation; /* nullable each */
  QgStatement statement;
  gboolean denial;
  QgCitations citations;
  const QgNote *note; /* nullable */
} QgRelation;

/* A member of a list: an entity, or a text where entity is QG_NONE. */
typedef struct
{
  guint entity;
  QgText *text;
} QgListMember;

typedef struct
{
  const char *id;
  QgText *title;
  guint about; /* an entity, or QG_NONE */
  gboolean ordered;
  guint n_members;
  const QgListMember *members;
  QgCitations citations;
} QgList;

typedef struct
{
  guint n;
  const guint *items;
} QgNumbers;

/* A set of @numbers, as GUINT_TO_POINTER(). (transfer full) */
GHashTable *qg_numbers_new_set (QgNumbers numbers);

typedef struct
{
  QgEngine engine;
  QgDirection direction;
  double spacing, rank_spacing, wrap; /* factors, 0.25 to 4, 1 is normal */
  gboolean groups_by_kind;
  guint n_levels;
  const QgNumbers *levels; /* entities, level after level */
} QgLayoutOptions;

typedef struct
{
  const char *id;
  QgText *title, *description; /* description may be NULL */
  const char *page;            /* nullable: "16:9" … */
  gboolean whole_map;
  QgNumbers entities;  /* filled for the whole map too */
  QgNumbers without;   /* relations that are left out */
  QgNumbers collapsed; /* kinds whose entities are one node */
  QgLayoutOptions layout;
} QgView;

typedef struct
{
  const char *id;
  QgText *title, *text;
  guint view;         /* QG_NONE: a focus */
  guint focus, depth; /* focus QG_NONE: a view */
  QgNumbers highlight_entities, highlight_relations;
  QgCitations citations;
} QgStep;

typedef struct
{
  const char *id;
  QgText *title, *description; /* description may be NULL */
  guint n_steps;
  const QgStep *steps;
} QgTour;

typedef struct _QgMap QgMap;

#define QG_TYPE_MAP (qg_map_get_type ())

GType qg_map_get_type (void) G_GNUC_CONST;
QgMap *qg_map_ref (QgMap *map);
void qg_map_unref (QgMap *map);

const char *qg_map_get_id (const QgMap *map);
const QgText *qg_map_get_title (const QgMap *map);
const QgText *qg_map_get_description (const QgMap *map);
const char *qg_map_get_version (const QgMap *map);
const char *qg_map_get_date (const QgMap *map);
const char *qg_map_get_licence (const QgMap *map);
/* The languages that the file declares, the map's own first. Where kk is among them, the texts are there in
 * kk-Latn too, though it is not in this list: qg_map_has_language() knows it. */
const QgLang *qg_map_get_languages (const QgMap *map, guint *n);
gboolean qg_map_has_language (const QgMap *map, QgLang lang);
/* All languages that the map can be shown in: its own, and Kazakh in Latin letters where it has Kazakh.
 * (transfer full): @n of them. */
QgLang *qg_map_new_shown_languages (const QgMap *map, guint *n);

guint qg_map_get_n_kinds (const QgMap *map);
guint qg_map_get_n_verbs (const QgMap *map);
guint qg_map_get_n_sources (const QgMap *map);
guint qg_map_get_n_entities (const QgMap *map);
guint qg_map_get_n_relations (const QgMap *map);
guint qg_map_get_n_lists (const QgMap *map);
guint qg_map_get_n_views (const QgMap *map);
guint qg_map_get_n_tours (const QgMap *map);

const QgKind *qg_map_get_kind (const QgMap *map, guint n);
const QgVerb *qg_map_get_verb (const QgMap *map, guint n);
const QgSource *qg_map_get_source (const QgMap *map, guint n);
const QgEntity *qg_map_get_entity (const QgMap *map, guint n);
const QgRelation *qg_map_get_relation (const QgMap *map, guint n);
const QgList *qg_map_get_list (const QgMap *map, guint n);
const QgView *qg_map_get_view (const QgMap *map, guint n);
const QgTour *qg_map_get_tour (const QgMap *map, guint n);

/* Of so many of the map's languages, the first ones, it can be said that a name is a plural. */
#define QG_MAP_PLURAL_LANGUAGES 32u

/* How a relation is worded: with its verb, in the number of the entity that it follows. Relations of equal
 * wordings have equal words in every language. */
guint64 qg_map_get_wording (const QgMap *map, const QgRelation *relation);
/* The text that has the words of @wording for @lang: the verb's label or its plural. */
const QgText *qg_map_get_wording_text (const QgMap *map, guint64 wording, QgLang lang);

/* Numbers by id; QG_NONE where there is none. */
guint qg_map_find_kind (const QgMap *map, const char *id);
guint qg_map_find_entity (const QgMap *map, const char *id);
guint qg_map_find_relation (const QgMap *map, const char *id);
guint qg_map_find_view (const QgMap *map, const char *id);
guint qg_map_find_tour (const QgMap *map, const char *id);

/* Relations at an entity (none where it stands for a group), as numbers in the order of the file. A relation
 * from an entity to itself is in both. */
QgNumbers qg_map_get_outgoing (const QgMap *map, guint entity);
QgNumbers qg_map_get_incoming (const QgMap *map, guint entity);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QgMap, qg_map_unref)

G_END_DECLS
