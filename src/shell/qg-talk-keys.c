/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-talk-keys.h"

/* Letters by their place on the keyboard where the layout has no Latin ones: @code is X11's and Wayland's,
 * evdev's and 8. Remotes send Page Up, Page Down, the full stop and F5 or Escape. */
static const struct
{
  guint key, code;
  QgTalkDeed deed;
} keys[] = {
  { GDK_KEY_Right, 0, QG_TALK_NEXT },
  { GDK_KEY_Down, 0, QG_TALK_NEXT },
  { GDK_KEY_Page_Down, 0, QG_TALK_NEXT },
  { GDK_KEY_space, 65, QG_TALK_NEXT },
  { GDK_KEY_Return, 0, QG_TALK_NEXT },
  { GDK_KEY_KP_Enter, 0, QG_TALK_NEXT },
  { GDK_KEY_KP_Page_Down, 0, QG_TALK_NEXT },
  { GDK_KEY_Left, 0, QG_TALK_PREVIOUS },
  { GDK_KEY_Up, 0, QG_TALK_PREVIOUS },
  { GDK_KEY_Page_Up, 0, QG_TALK_PREVIOUS },
  { GDK_KEY_KP_Page_Up, 0, QG_TALK_PREVIOUS },
  { GDK_KEY_BackSpace, 0, QG_TALK_PREVIOUS },
  { GDK_KEY_Home, 0, QG_TALK_FIRST },
  { GDK_KEY_End, 0, QG_TALK_LAST },
  { GDK_KEY_b, 56, QG_TALK_BLACK },
  { GDK_KEY_period, 0, QG_TALK_BLACK },
  { GDK_KEY_l, 46, QG_TALK_LIGHT },
  { GDK_KEY_n, 57, QG_TALK_WORDS },
  { GDK_KEY_s, 39, QG_TALK_SPEAKER },
  { GDK_KEY_t, 28, QG_TALK_CLOCK },
  { GDK_KEY_Escape, 0, QG_TALK_LEAVE },
  { GDK_KEY_F5, 0, QG_TALK_LEAVE },
};

static gboolean
is_latin (guint keyval)
{
  gunichar c = gdk_keyval_to_unicode (keyval);

  return c < 0x250 && g_unichar_isalpha (c);
}

QgTalkDeed
qg_talk_find_deed (guint keyval, guint code, GdkModifierType state)
{
  guint lower = gdk_keyval_to_lower (keyval);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return QG_TALK_NOTHING;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].key == lower || (keys[i].code != 0 && keys[i].code == code && !is_latin (keyval)))
      return keys[i].deed;
  return QG_TALK_NOTHING;
}
