/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-config.h"

#include "qg-own-file.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <math.h>

#include "qg-enums.h"
#include "qg-errno.h"
#include "qg-file-read.h"
#include "qg-file-write.h"
#include "qg-formats-error.h"
#include "qg-json-check.h"

#define VERSION 1

char *
qg_own_file_dup_path (const char *identity)
{
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, identity, -1);
  g_autofree char *name = g_strconcat (sum, ".json", NULL);

  return g_build_filename (g_get_user_data_dir (), "qogam", "own", name, NULL);
}

/* Writing */

static void
add_strings (JsonBuilder *builder, const char *name, const char *const *strings)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; strings[i] != NULL; i++)
    json_builder_add_string_value (builder, strings[i]);
  json_builder_end_array (builder);
}

static void
add_string (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_number (JsonBuilder *builder, const char *name, double value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_double_value (builder, value);
}

static void
add_layout (JsonBuilder *builder, const QgOwnView *view)
{
  json_builder_set_member_name (builder, "layout");
  json_builder_begin_object (builder);
  add_string (builder, "engine", qg_engine_to_id (view->layout.engine));
  add_string (builder, "direction", qg_direction_to_id (view->layout.direction));
  add_number (builder, "spacing", view->layout.spacing);
  add_number (builder, "rank_spacing", view->layout.rank_spacing);
  add_number (builder, "wrap", view->layout.wrap);
  if (view->layout.groups_by_kind)
    add_string (builder, "groups", "kind");
  json_builder_set_member_name (builder, "levels");
  json_builder_begin_array (builder);
  for (guint i = 0; i < view->levels->len; i++)
    {
      GStrv level = g_ptr_array_index (view->levels, i);

      json_builder_begin_array (builder);
      for (guint k = 0; level[k] != NULL; k++)
        json_builder_add_string_value (builder, level[k]);
      json_builder_end_array (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_view (JsonBuilder *builder, const QgOwnView *view)
{
  json_builder_begin_object (builder);
  add_string (builder, "id", view->id);
  add_string (builder, "title", view->title);
  if (view->page != NULL)
    add_string (builder, "page", view->page);
  add_strings (builder, "entities", (const char *const *) view->entities);
  add_strings (builder, "without", (const char *const *) view->without);
  if (view->collapsed[0] != NULL)
    add_strings (builder, "collapsed", (const char *const *) view->collapsed);
  add_layout (builder, view);
  json_builder_end_object (builder);
}

/* qg_own_file_print:
 * @identity: written down for people who look into the folder
 *
 * Returns: (transfer full): the text of the file. Main thread. */
GBytes *
qg_own_file_print (QgOwn *own, const char *identity)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *valid = g_utf8_make_valid (identity, -1);
  char *text;
  gsize length;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "own");
  json_builder_add_int_value (builder, VERSION);
  add_string (builder, "map", valid);
  json_builder_set_member_name (builder, "views");
  json_builder_begin_array (builder);
  for (guint i = 0; i < qg_own_get_n_views (own); i++)
    add_view (builder, qg_own_get_view (own, i));
  json_builder_end_array (builder);
  add_strings (builder, "hidden_entities", qg_own_get_hidden_entities (own));
  add_strings (builder, "hidden_relations", qg_own_get_hidden_relations (own));
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json_generator_set_pretty (generator, TRUE);
  json_generator_set_root (generator, root);
  text = json_generator_to_data (generator, &length);
  return g_bytes_new_take (text, length);
}

/* qg_own_file_save:
 * Replaces the file whole, makes its folder where it is not there. Any thread. Errors: as of
 * qg_file_write(). */
gboolean
qg_own_file_save (const char *path, GBytes *bytes, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      int number = errno;
      g_autofree char *name = g_filename_display_name (folder);

      g_set_error (error, QG_ERRNO_ERROR, number, "%s: cannot be made: %s", name, g_strerror (number));
      return FALSE;
    }
  return qg_file_write (path, bytes, NULL, error);
}

/* Reading: what has not the form that was written is as good as damaged, but for fields that are not known.
 */

static JsonNode *
get_member (JsonObject *object, const char *name, JsonNodeType type)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_TYPE (node) == type ? node : NULL;
}

static const char *
get_string (JsonObject *object, const char *name)
{
  JsonNode *node = get_member (object, name, JSON_NODE_VALUE);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node)
                                                                          : NULL;
}

/* (transfer full) (nullable) */
static GStrv
dup_strings (JsonArray *array)
{
  g_autoptr (GStrvBuilder) strings = g_strv_builder_new ();

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
        return NULL;
      g_strv_builder_add (strings, json_node_get_string (node));
    }
  return g_strv_builder_end (strings);
}

/* An array of strings, which replaces @strings; FALSE where it is none. */
static gboolean
read_strings (JsonObject *object, const char *name, GStrv *strings)
{
  JsonNode *node = get_member (object, name, JSON_NODE_ARRAY);
  GStrv found = node != NULL ? dup_strings (json_node_get_array (node)) : NULL;

  if (found == NULL)
    return FALSE;
  g_strfreev (*strings);
  *strings = found;
  return TRUE;
}

static void
read_factor (JsonObject *object, const char *name, double *value)
{
  JsonNode *node = get_member (object, name, JSON_NODE_VALUE);
  double number = node != NULL ? json_node_get_double (node) : 0;

  if (isfinite (number) && number > 0)
    *value = CLAMP (number, 0.25, 4);
}

static gboolean
read_layout (JsonObject *object, QgOwnView *view)
{
  const char *engine = get_string (object, "engine"), *direction = get_string (object, "direction");
  JsonNode *levels = get_member (object, "levels", JSON_NODE_ARRAY);

  if (engine == NULL || !qg_engine_from_id (engine, &view->layout.engine) || direction == NULL ||
      !qg_direction_from_id (direction, &view->layout.direction))
    return FALSE;
  view->layout.groups_by_kind = g_strcmp0 (get_string (object, "groups"), "kind") == 0;
  read_factor (object, "spacing", &view->layout.spacing);
  read_factor (object, "rank_spacing", &view->layout.rank_spacing);
  read_factor (object, "wrap", &view->layout.wrap);
  for (guint i = 0; levels != NULL && i < json_array_get_length (json_node_get_array (levels)); i++)
    {
      JsonNode *node = json_array_get_element (json_node_get_array (levels), i);
      GStrv level = JSON_NODE_HOLDS_ARRAY (node) ? dup_strings (json_node_get_array (node)) : NULL;

      if (level == NULL)
        return FALSE;
      g_ptr_array_add (view->levels, level);
    }
  return TRUE;
}

/* (transfer full) (nullable) */
static QgOwnView *
read_view (JsonNode *node)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *id = object != NULL ? get_string (object, "id") : NULL;
  const char *title = object != NULL ? get_string (object, "title") : NULL;
  JsonNode *layout = object != NULL ? get_member (object, "layout", JSON_NODE_OBJECT) : NULL;
  QgOwnView *view;

  if (id == NULL || title == NULL || *id == '\0' || *title == '\0' || layout == NULL)
    return NULL;
  view = qg_own_view_new (id, title);
  view->page = g_strdup (get_string (object, "page"));
  if (read_strings (object, "entities", &view->entities) &&
      read_strings (object, "without", &view->without) &&
      (!json_object_has_member (object, "collapsed") ||
       read_strings (object, "collapsed", &view->collapsed)) &&
      read_layout (json_node_get_object (layout), view))
    return view;
  qg_own_view_free (view);
  return NULL;
}

static gboolean
read_all (QgOwn *own, JsonObject *object)
{
  JsonNode *views = get_member (object, "views", JSON_NODE_ARRAY);
  g_auto (GStrv) entities = NULL, relations = NULL;

  if (views == NULL || !read_strings (object, "hidden_entities", &entities) ||
      !read_strings (object, "hidden_relations", &relations))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (json_node_get_array (views)); i++)
    {
      QgOwnView *view = read_view (json_array_get_element (json_node_get_array (views), i));

      if (view == NULL || qg_own_find_view (own, view->id) != QG_NONE)
        {
          g_clear_pointer (&view, qg_own_view_free);
          return FALSE;
        }
      qg_own_add_view (own, NULL, view, QG_NONE);
    }
  qg_own_set_hidden (own, (const char *const *) entities, (const char *const *) relations);
  return TRUE;
}

/* qg_own_file_parse:
 * @text: with a NUL behind its @length bytes
 *
 * Returns: (transfer full) (nullable): what such a file keeps; %NULL where it is damaged. Any thread. */
QgOwn *
qg_own_file_parse (const char *text, gsize length)
{
  g_autoptr (QgOwn) own = qg_own_new ();
  g_autoptr (QgProblems) problems = qg_problems_new ("own");
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GArray) places = qg_json_check (text, length, problems, NULL, NULL);
  JsonNode *root;

  if (places == NULL || !json_parser_load_from_data (parser, text, (gssize) length, NULL))
    return NULL;
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root) || !read_all (own, json_node_get_object (root)))
    return NULL;
  return g_steal_pointer (&own);
}

/* Under a name beside it, so that what can be saved of it by hand is there still. (transfer full) (nullable)
 */
static char *
put_aside (const char *path)
{
  for (guint i = 1; i < 1000; i++)
    {
      g_autofree char *aside = g_strdup_printf ("%s.damaged-%u", path, i);

      if (g_file_test (aside, G_FILE_TEST_EXISTS))
        continue;
      return g_rename (path, aside) == 0 ? g_steal_pointer (&aside) : NULL;
    }
  return NULL;
}

/* qg_own_file_load:
 * @told: (out) (transfer full) (nullable): for the log, where the file was damaged: it was put aside then
 *
 * Errors: %QG_FORMATS_ERROR where the file is there and cannot be read. It may be whole, and must not be
 * written over then.
 *
 * Returns: (transfer full): what is kept; nothing where there is no file; %NULL with @error set. Any thread;
 * the caller is the only one who has it. */
QgOwn *
qg_own_file_load (const char *path, char **told, GError **error)
{
  g_autoptr (QgProblems) problems = qg_problems_new (path);
  g_autoptr (GError) failure = NULL;
  g_autoptr (GBytes) bytes = qg_file_read (path, problems, NULL, &failure);
  g_autofree char *aside = NULL;
  QgOwn *own = NULL;

  *told = NULL;
  if (g_error_matches (failure, QG_FORMATS_ERROR, QG_FORMATS_ERROR_NOT_FOUND))
    return qg_own_new ();
  if (failure != NULL && !g_error_matches (failure, QG_FORMATS_ERROR, QG_FORMATS_ERROR_EMPTY))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  if (bytes != NULL)
    own = qg_own_file_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  if (own != NULL)
    return own;
  aside = put_aside (path);
  *told = g_strdup_printf ("%s is damaged: the views kept there are not shown; %s %s", path,
                           aside != NULL ? "the file is now" : "the file stays as it is, under",
                           aside != NULL ? aside : path);
  return qg_own_new ();
}

QgOwn *
qg_own_file_load_for (const char *identity, const char *former, char **told, GError **error)
{
  g_autofree char *path = qg_own_file_dup_path (identity);
  g_autofree char *other = former != NULL ? qg_own_file_dup_path (former) : NULL;
  gboolean kept = other == NULL || g_file_test (path, G_FILE_TEST_EXISTS);

  return qg_own_file_load (kept ? path : other, told, error);
}
