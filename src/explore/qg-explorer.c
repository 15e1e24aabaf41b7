/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-explorer-private.h"

G_DEFINE_FINAL_TYPE (QgExplorer, qg_explorer, G_TYPE_OBJECT)

GParamSpec *qg_explorer_props[N_PROPS];
guint qg_explorer_signals[N_SIGNALS];

static void
qg_explorer_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  QgExplorer *self = QG_EXPLORER (object);

  switch (prop_id)
    {
    case PROP_LAYOUTER:
      g_value_set_object (value, self->layouter);
      break;
    case PROP_MAP:
      g_value_set_boxed (value, self->map);
      break;
    case PROP_PART:
      g_value_set_boxed (value, self->part);
      break;
    case PROP_SCENE:
      g_value_set_boxed (value, self->scene);
      break;
    case PROP_LAYOUT_BUSY:
      g_value_set_boolean (value, qg_explorer_get_layout_busy (self));
      break;
    case PROP_LANGUAGE:
      g_value_set_string (value, self->language);
      break;
    case PROP_SECOND_LANGUAGE:
      g_value_set_string (value, self->second_language);
      break;
    case PROP_ENGINE:
      g_value_set_uint (value, qg_explorer_get_engine (self));
      break;
    case PROP_SELECTION:
      g_value_set_uint (value, self->selection.kind);
      break;
    case PROP_POINTED:
      g_value_set_uint (value, self->pointed.kind);
      break;
    case PROP_BETWEEN:
      g_value_set_boolean (value, self->between.from != QG_NONE);
      break;
    case PROP_TITLE:
      g_value_take_string (value, qg_explorer_dup_title (self));
      break;
    case PROP_CAN_GO_BACK:
      g_value_set_boolean (value, qg_history_get_n (self->history) > 0 &&
                                      qg_history_get_position (self->history) > 0);
      break;
    case PROP_CAN_GO_FORWARD:
      g_value_set_boolean (value, qg_history_get_n (self->history) > 0 &&
                                      qg_history_get_position (self->history) + 1 <
                                          qg_history_get_n (self->history));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
qg_explorer_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  QgExplorer *self = QG_EXPLORER (object);

  switch (prop_id)
    {
    case PROP_LAYOUTER:
      self->layouter = g_value_dup_object (value);
      break;
    case PROP_LANGUAGE:
      qg_explorer_set_language (self, qg_lang_intern (g_value_get_string (value)));
      break;
    case PROP_SECOND_LANGUAGE:
      qg_explorer_set_second_language (self, qg_lang_intern (g_value_get_string (value)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
qg_explorer_dispose (GObject *object)
{
  QgExplorer *self = QG_EXPLORER (object);

  if (self->layout_cancellable != NULL)
    g_cancellable_cancel (self->layout_cancellable);
  if (self->scene_cancellable != NULL)
    g_cancellable_cancel (self->scene_cancellable);
  qg_explorer_collapse_cancel (self);
  g_clear_object (&self->layout_cancellable);
  g_clear_object (&self->scene_cancellable);
  g_clear_object (&self->layouter);
  G_OBJECT_CLASS (qg_explorer_parent_class)->dispose (object);
}

static void
qg_explorer_finalize (GObject *object)
{
  QgExplorer *self = QG_EXPLORER (object);

  g_clear_pointer (&self->history, qg_history_free);
  g_clear_pointer (&self->filter, qg_filter_unref);
  g_clear_pointer (&self->kept_entities, g_strfreev);
  g_clear_pointer (&self->kept_relations, g_strfreev);
  g_clear_pointer (&self->node_emphases, g_free);
  g_clear_pointer (&self->edge_emphases, g_free);
  g_clear_pointer (&self->recent, g_ptr_array_unref);
  g_clear_pointer (&self->engines, g_hash_table_unref);
  g_clear_pointer (&self->groups, g_hash_table_unref);
  g_clear_pointer (&self->selected, g_array_unref);
  g_clear_pointer (&self->lit_entities, g_array_unref);
  g_clear_pointer (&self->lit_relations, g_array_unref);
  g_clear_pointer (&self->scene, qg_scene_unref);
  g_clear_pointer (&self->part, qg_part_unref);
  g_clear_pointer (&self->map, qg_map_unref);
  g_clear_error (&self->error);
  qg_laid_out_clear (&self->shown);
  qg_laid_out_clear (&self->coming);
  G_OBJECT_CLASS (qg_explorer_parent_class)->finalize (object);
}

static void
qg_explorer_class_init (QgExplorerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags r = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  const GParamFlags rw = r | G_PARAM_WRITABLE;
  GParamSpec **props = qg_explorer_props;

  object_class->get_property = qg_explorer_get_property;
  object_class->set_property = qg_explorer_set_property;
  object_class->dispose = qg_explorer_dispose;
  object_class->finalize = qg_explorer_finalize;

  props[PROP_LAYOUTER] =
      g_param_spec_object ("layouter", NULL, NULL, QG_TYPE_LAYOUTER,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_MAP] = g_param_spec_boxed ("map", NULL, NULL, QG_TYPE_MAP, r);
  props[PROP_PART] = g_param_spec_boxed ("part", NULL, NULL, QG_TYPE_PART, r);
  props[PROP_SCENE] = g_param_spec_boxed ("scene", NULL, NULL, QG_TYPE_SCENE, r);
  props[PROP_LAYOUT_BUSY] = g_param_spec_boolean ("layout-busy", NULL, NULL, FALSE, r);
  props[PROP_LANGUAGE] = g_param_spec_string ("language", NULL, NULL, NULL, rw);
  props[PROP_SECOND_LANGUAGE] = g_param_spec_string ("second-language", NULL, NULL, NULL, rw);
  props[PROP_ENGINE] = g_param_spec_uint ("engine", NULL, NULL, 0, QG_N_ENGINES - 1, 0, r);
  props[PROP_SELECTION] = g_param_spec_uint ("selection", NULL, NULL, 0, QG_SELECTION_RELATION, 0, r);
  props[PROP_POINTED] = g_param_spec_uint ("pointed", NULL, NULL, 0, QG_SELECTION_RELATION, 0, r);
  props[PROP_BETWEEN] = g_param_spec_boolean ("between", NULL, NULL, FALSE, r);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, r);
  props[PROP_CAN_GO_BACK] = g_param_spec_boolean ("can-go-back", NULL, NULL, FALSE, r);
  props[PROP_CAN_GO_FORWARD] = g_param_spec_boolean ("can-go-forward", NULL, NULL, FALSE, r);
  g_object_class_install_properties (object_class, N_PROPS, props);

  qg_explorer_signals[SIGNAL_FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                                     0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
  qg_explorer_signals[SIGNAL_GROUPS_CHANGED] = g_signal_new (
      "groups-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  qg_explorer_signals[SIGNAL_HIDDEN_CHANGED] = g_signal_new (
      "hidden-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  qg_explorer_signals[SIGNAL_LIT_CHANGED] = g_signal_new (
      "lit-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  qg_explorer_signals[SIGNAL_VIEWS_CHANGED] = g_signal_new (
      "views-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
free_recent (gpointer data)
{
  qg_laid_out_clear (data);
  g_free (data);
}

static void
qg_explorer_init (QgExplorer *self)
{
  self->language = QG_LANG_KK;
  self->between = QG_BETWEEN_NONE;
  self->engines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->selected = g_array_new (FALSE, FALSE, sizeof (guint));
  self->lit_entities = g_array_new (FALSE, FALSE, sizeof (guint));
  self->lit_relations = g_array_new (FALSE, FALSE, sizeof (guint));
  self->recent = g_ptr_array_new_with_free_func (free_recent);
  self->history = qg_history_new ();
}

QgExplorer *
qg_explorer_new (QgLayouter *layouter)
{
  return g_object_new (QG_TYPE_EXPLORER, "layouter", layouter, NULL);
}

/* Forgets all that has numbers of the old map in it. */
static void
forget_numbers (QgExplorer *self)
{
  qg_explorer_collapse_cancel (self);
  qg_explorer_pipeline_cancel (self);
  qg_laid_out_clear (&self->coming);
  g_ptr_array_set_size (self->recent, 0);
  g_hash_table_remove_all (self->groups);
  qg_history_clear (self->history);
  g_clear_pointer (&self->filter, qg_filter_unref);
  g_array_set_size (self->selected, 0);
  g_array_set_size (self->lit_entities, 0);
  g_array_set_size (self->lit_relations, 0);
  self->between = QG_BETWEEN_NONE;
  self->selection = self->pointed = (QgSelection){ QG_SELECTION_NOTHING };
}

static void
use_map (QgExplorer *self, QgMap *map)
{
  qg_map_ref (map);
  g_clear_pointer (&self->map, qg_map_unref);
  self->map = map;
  g_clear_pointer (&self->part, qg_part_unref);
  qg_explorer_begin_filter (self);
  g_object_notify_by_pspec (G_OBJECT (self), qg_explorer_props[PROP_MAP]);
}

/* Boxes with and without a second language are not the same. */
static gboolean
fits (QgExplorer *self, QgMap *map, GVariant *state, const QgForeseen *foreseen)
{
  QgLang lang = self->language, second = self->second_language;

  qg_foreseen_choose_languages (state, &lang, &second);
  return foreseen != NULL && qg_part_get_map (foreseen->of.part) == map &&
         (foreseen->second != NULL) == (second != NULL);
}

gboolean
qg_explorer_open_map (QgExplorer *self, QgMap *map, GVariant *state, const QgForeseen *foreseen)
{
  gboolean used;

  g_return_val_if_fail (QG_IS_EXPLORER (self) && map != NULL, FALSE);
  g_object_freeze_notify (G_OBJECT (self));
  forget_numbers (self);
  g_hash_table_remove_all (self->engines);
  self->viewport = (QgViewport){ 0 };
  use_map (self, map);
  if (fits (self, map, state, foreseen))
    {
      if (foreseen->of.layout != NULL)
        qg_explorer_remember (self, &foreseen->of);
      self->foreseen = foreseen;
    }
  used = state != NULL && qg_explorer_restore_state (self, state);
  if (!used)
    qg_explorer_show_first (self);
  self->foreseen = NULL;
  g_object_notify_by_pspec (G_OBJECT (self), qg_explorer_props[PROP_SELECTION]);
  g_object_notify_by_pspec (G_OBJECT (self), qg_explorer_props[PROP_POINTED]);
  g_object_notify_by_pspec (G_OBJECT (self), qg_explorer_props[PROP_BETWEEN]);
  g_object_thaw_notify (G_OBJECT (self));
  g_signal_emit (self, qg_explorer_signals[SIGNAL_LIT_CHANGED], 0);
  return used;
}

void
qg_explorer_set_map (QgExplorer *self, QgMap *map)
{
  qg_explorer_open_map (self, map, NULL, NULL);
}

void
qg_explorer_replace_map (QgExplorer *self, QgMap *map)
{
  g_autoptr (GVariant) state = NULL;

  g_return_if_fail (QG_IS_EXPLORER (self) && map != NULL);
  if (self->map == NULL)
    {
      qg_explorer_set_map (self, map);
      return;
    }
  state = qg_explorer_dup_state (self);
  g_object_freeze_notify (G_OBJECT (self));
  forget_numbers (self);
  use_map (self, map);
  if (!qg_explorer_restore_state (self, state))
    qg_explorer_show_first (self);
  g_object_notify_by_pspec (G_OBJECT (self), qg_explorer_props[PROP_SELECTION]);
  g_object_notify_by_pspec (G_OBJECT (self), qg_explorer_props[PROP_POINTED]);
  g_object_notify_by_pspec (G_OBJECT (self), qg_explorer_props[PROP_BETWEEN]);
  g_object_thaw_notify (G_OBJECT (self));
  g_signal_emit (self, qg_explorer_signals[SIGNAL_LIT_CHANGED], 0);
}

QgMap *
qg_explorer_get_map (QgExplorer *self)
{
  return self->map;
}

QgPart *
qg_explorer_get_part (QgExplorer *self)
{
  return self->part;
}

QgScene *
qg_explorer_get_scene (QgExplorer *self)
{
  return self->scene;
}

gboolean
qg_explorer_scene_is_current (QgExplorer *self)
{
  return qg_explorer_is_scene_current (self, self->scene);
}

gboolean
qg_explorer_is_scene_current (QgExplorer *self, const QgScene *scene)
{
  return scene != NULL && qg_map_is_akin (qg_part_get_map (qg_scene_get_part (scene)), self->map);
}

QgLang
qg_explorer_get_language (QgExplorer *self)
{
  return self->language;
}

void
qg_explorer_set_language (QgExplorer *self, QgLang lang)
{
  g_return_if_fail (QG_IS_EXPLORER (self) && lang != NULL);
  if (self->language == lang)
    return;
  self->language = lang;
  qg_explorer_pipeline_speak (self);
  g_object_notify_by_pspec (G_OBJECT (self), qg_explorer_props[PROP_LANGUAGE]);
  g_object_notify_by_pspec (G_OBJECT (self), qg_explorer_props[PROP_TITLE]);
}

QgLang
qg_explorer_get_second_language (QgExplorer *self)
{
  return self->second_language;
}

/* A second language under the label needs boxes with room for it, which is a layout of its own. */
void
qg_explorer_set_second_language (QgExplorer *self, QgLang lang)
{
  gboolean same_boxes;

  g_return_if_fail (QG_IS_EXPLORER (self));
  if (self->second_language == lang)
    return;
  same_boxes = (self->second_language != NULL) == (lang != NULL);
  self->second_language = lang;
  if (same_boxes)
    qg_explorer_pipeline_speak (self);
  else if (self->part != NULL)
    {
      g_ptr_array_set_size (self->recent, 0);
      qg_explorer_pipeline_start (self, FALSE);
    }
  g_object_notify_by_pspec (G_OBJECT (self), qg_explorer_props[PROP_SECOND_LANGUAGE]);
}

QgViewport
qg_explorer_get_viewport (QgExplorer *self)
{
  return self->viewport;
}

void
qg_explorer_set_viewport (QgExplorer *self, QgViewport viewport)
{
  self->viewport = viewport;
}
