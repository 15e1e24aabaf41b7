/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* The inside of a part, for qg-part.c, qg-part-groups.c and qg-part-members.c alone. */

#pragma once

#include "qg-part.h"

G_BEGIN_DECLS

struct _QgPart
{
  gatomicrefcount ref_count;

  QgMap *map;
  guint view, focus;
  guint of_view, of_focus;      /* what it is a part of, and called by; else QG_NONE */
  guint from, to;               /* the ends of the ways that it shows; else QG_NONE */
  GArray *entities, *relations; /* guint, ascending */

  const QgLayoutOptions *options; /* the view's, or own_options */
  QgLayoutOptions own_options;
  QgNumbers *own_levels;

  /* Where groups are collapsed. */
  QgPart *origin;    /* nullable: the part as it is without that */
  guint8 *collapsed; /* for each kind */
  guint *groups;     /* for each kind the entity that stands for it: its only one, or a group's; or QG_NONE */
};

/* Makes a copy of @options the part's own. */
void qg_part_copy_options (QgPart *part, const QgLayoutOptions *options);
/* The node that stands for @entity: itself, or what @groups has for its kind where that is @collapsed. */
guint qg_part_node_of (const QgMap *map, const guint8 *collapsed, const guint *groups, guint entity);

G_END_DECLS
