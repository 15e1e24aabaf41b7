/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-config.h"

#include "qg-losses.h"

#include <string.h>

/* A file may have a thousand attributes of its own. */
#define MAX_SORTS 200

typedef struct
{
  const char *message_id;
  char *arg;
  const char *file; /* nullable */
  guint count, line, column;
  guint file_number; /* 0 where it has no file */
} Sort;

struct _QgLosses
{
  GPtrArray *sorts;
  GHashTable *by_name; /* the message and its argument → Sort */
  GPtrArray *files;    /* char *: in the order in which they were first set */
  guint file_number;   /* of the one that is set, from 1; 0: none */
};

static void
sort_free (Sort *sort)
{
  g_free (sort->arg);
  g_free (sort);
}

QgLosses *
qg_losses_new (void)
{
  QgLosses *losses = g_new0 (QgLosses, 1);

  losses->sorts = g_ptr_array_new_with_free_func ((GDestroyNotify) sort_free);
  losses->files = g_ptr_array_new_with_free_func (g_free);
  losses->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return losses;
}

void
qg_losses_free (QgLosses *losses)
{
  g_hash_table_unref (losses->by_name);
  g_ptr_array_unref (losses->sorts);
  g_ptr_array_unref (losses->files);
  g_free (losses);
}

void
qg_losses_set_file (QgLosses *losses, const char *file)
{
  losses->file_number = 0;
  if (file == NULL)
    return;
  while (losses->file_number < losses->files->len &&
         strcmp (losses->files->pdata[losses->file_number], file) != 0)
    losses->file_number++;
  if (losses->file_number++ == losses->files->len)
    g_ptr_array_add (losses->files, g_strdup (file));
}

static Sort *
get_sort (QgLosses *losses, const char *message_id, const char *arg)
{
  g_autofree char *name = arg != NULL ? g_strconcat (message_id, "\n", arg, NULL) : g_strdup (message_id);
  Sort *sort = g_hash_table_lookup (losses->by_name, name);

  if (sort == NULL && losses->sorts->len < MAX_SORTS)
    {
      sort = g_new0 (Sort, 1);
      sort->message_id = message_id;
      sort->arg = g_strdup (arg);
      sort->file_number = losses->file_number;
      sort->file = sort->file_number > 0 ? losses->files->pdata[sort->file_number - 1] : NULL;
      g_ptr_array_add (losses->sorts, sort);
      g_hash_table_insert (losses->by_name, g_steal_pointer (&name), sort);
    }
  return sort;
}

void
qg_losses_add (QgLosses *losses, const char *message_id, const char *arg, guint line, guint column)
{
  Sort *sort = get_sort (losses, message_id, arg);

  if (sort == NULL)
    return;
  if (sort->count++ == 0)
    {
      sort->line = line;
      sort->column = column;
    }
}

void
qg_losses_add_many (QgLosses *losses, const char *message_id, const char *arg, guint count)
{
  Sort *sort = count > 0 ? get_sort (losses, message_id, arg) : NULL;

  if (sort != NULL)
    sort->count += count;
}

/* What has no place stands before what has one. */
static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Sort *x = *(const Sort *const *) a, *y = *(const Sort *const *) b;

  if (x->file_number != y->file_number)
    return x->file_number < y->file_number ? -1 : 1;
  if (x->line != y->line)
    return x->line < y->line ? -1 : 1;
  return x->column < y->column ? -1 : x->column > y->column;
}

void
qg_losses_tell (const QgLosses *losses, QgProblems *problems)
{
  g_autoptr (GPtrArray) sorts = g_ptr_array_copy (losses->sorts, NULL, NULL);

  g_ptr_array_set_free_func (sorts, NULL);
  g_ptr_array_sort (sorts, compare_places); /* stable */
  for (guint i = 0; i < sorts->len; i++)
    {
      const Sort *sort = sorts->pdata[i];
      g_autofree char *count = g_strdup_printf ("%u", sort->count);

      if (sort->file != NULL)
        qg_problems_set_file (problems, sort->file);
      qg_problems_add (problems, QG_PROBLEM_WARNING, sort->line, sort->column, sort->message_id, count,
                       sort->arg, NULL, NULL);
    }
}
