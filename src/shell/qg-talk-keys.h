/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* What the keys of a keyboard and of a remote do while a talk is held. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  QG_TALK_NOTHING,
  QG_TALK_NEXT,
  QG_TALK_PREVIOUS,
  QG_TALK_FIRST,
  QG_TALK_LAST,
  QG_TALK_BLACK,
  QG_TALK_LIGHT,
  QG_TALK_WORDS,
  QG_TALK_SPEAKER,
  QG_TALK_CLOCK,
  QG_TALK_LEAVE,
} QgTalkDeed;

/* @code: of the key's place, as X11 and Wayland number them. */
QgTalkDeed qg_talk_find_deed (guint keyval, guint code, GdkModifierType state);

G_END_DECLS
