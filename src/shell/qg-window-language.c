/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* The languages of what is shown, and their change as one: the words around the picture are new at once,
 * those in the picture a moment later, so the window is held until both are there. */

#include "qg-window-private.h"

#include "qg-i18n.h"
#include "qg-settings.h"

/* Nobody should take the window for dead: after this, milliseconds, the picture may come later. */
#define HOLD_MS 1000

static gboolean
let_go_cb (gpointer data)
{
  QgWindow *self = data;

  self->hold_id = 0;
  qg_frame_let_go (self->frame);
  return G_SOURCE_REMOVE;
}

/* Whether the picture on screen is in the language that was asked for. */
static gboolean
picture_speaks (QgWindow *self)
{
  const QgScene *scene = qg_canvas_get_scene (self->canvas);

  return scene == NULL || qg_scene_get_lang (scene) == qg_explorer_get_language (self->explorer);
}

static void
picture_cb (QgWindow *self)
{
  if (self->hold_id == 0 || !picture_speaks (self))
    return;
  g_debug ("Everything speaks “%s” after %.0f ms", qg_explorer_get_language (self->explorer),
           (double) (g_get_monotonic_time () - self->hold_start) / 1000);
  g_clear_handle_id (&self->hold_id, g_source_remove);
  qg_frame_let_go (self->frame);
}

static gboolean
map_speaks (QgMap *map, QgLang lang)
{
  return qg_map_has_language (map, lang) ||
         (lang == QG_LANG_KK_LATN && qg_map_has_language (map, QG_LANG_KK));
}

/* The language of the map goes with that of the interface unless a person has set it apart. A map that does
 * not have it at all is shown in its own first one: nothing is missing there. */
static QgLang
choose_map_language (QgWindow *self)
{
  g_autofree char *own = g_settings_get_string (qg_settings_get_default (), "map-language");
  QgLang lang = qg_lang_is_valid (own) ? qg_lang_intern (own) : qg_i18n_get_language ();
  QgMap *map = qg_explorer_get_map (self->explorer);
  guint n = 0;
  const QgLang *languages = map != NULL ? qg_map_get_languages (map, &n) : NULL;

  if (n == 0 || map_speaks (map, lang))
    return lang;
  return map_speaks (map, qg_i18n_get_language ()) ? qg_i18n_get_language () : languages[0];
}

static QgLang
choose_second_language (QgWindow *self)
{
  g_autofree char *second = g_settings_get_string (qg_settings_get_default (), "second-language");
  QgMap *map = qg_explorer_get_map (self->explorer);

  if (!qg_lang_is_valid (second) || (map != NULL && !map_speaks (map, qg_lang_intern (second))))
    return NULL;
  return qg_lang_intern (second);
}

void
qg_window_set_map_languages (QgWindow *self)
{
  QgLang lang = choose_map_language (self);

  if (lang != qg_explorer_get_language (self->explorer) && qg_canvas_get_scene (self->canvas) != NULL)
    {
      qg_frame_hold (self->frame);
      g_clear_handle_id (&self->hold_id, g_source_remove);
      self->hold_start = g_get_monotonic_time ();
      self->hold_id = g_timeout_add (HOLD_MS, let_go_cb, self);
    }
  qg_explorer_set_language (self->explorer, lang);
  qg_explorer_set_second_language (self->explorer, choose_second_language (self));
}

void
qg_window_watch_language (QgWindow *self)
{
  g_signal_connect_object (self->canvas, "view-changed", G_CALLBACK (picture_cb), self, G_CONNECT_SWAPPED);
}
