/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-config.h"

#include "qg-losses.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A file may have thousands of attributes of its own: of one message no more sorts than these are told, so
 * that no other message is kept from being told. What is beyond them is counted. */
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
  GHashTable *numbers; /* the message → how many of its sorts there are */
  Sort *further;       /* what stands for all sorts beyond; NULL as long as there is none */
  guint n_further;     /* sorts */
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
  losses->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  losses->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return losses;
}

void
qg_losses_free (QgLosses *losses)
{
  g_hash_table_unref (losses->by_name);
  g_hash_table_unref (losses->numbers);
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
add_sort (QgLosses *losses, const char *message_id, const char *arg)
{
  Sort *sort = g_new0 (Sort, 1);

  sort->message_id = message_id;
  sort->arg = g_strdup (arg);
  sort->file_number = losses->file_number;
  sort->file = sort->file_number > 0 ? losses->files->pdata[sort->file_number - 1] : NULL;
  g_ptr_array_add (losses->sorts, sort);
  return sort;
}

static Sort *
get_further (QgLosses *losses)
{
  losses->n_further++;
  if (losses->further == NULL)
    losses->further =
        add_sort (losses, N_ ("not listed: %2$s further sorts of what is not kept or left out (%1$s)"), NULL);
  return losses->further;
}

static Sort *
get_sort (QgLosses *losses, const char *message_id, const char *arg, gboolean is_example)
{
  g_autofree char *name =
      arg != NULL && !is_example ? g_strconcat (message_id, "\n", arg, NULL) : g_strdup (message_id);
  Sort *sort = g_hash_table_lookup (losses->by_name, name);
  guint n;

  if (sort != NULL)
    return sort;
  n = GPOINTER_TO_UINT (g_hash_table_lookup (losses->numbers, message_id));
  sort = n < MAX_SORTS ? add_sort (losses, message_id, arg) : get_further (losses);
  g_hash_table_insert (losses->numbers, (gpointer) message_id, GUINT_TO_POINTER (n + 1));
  g_hash_table_insert (losses->by_name, g_steal_pointer (&name), sort);
  return sort;
}

static void
add (Sort *sort, guint line, guint column)
{
  if (sort->count++ == 0)
    {
      sort->line = line;
      sort->column = column;
    }
}

void
qg_losses_add (QgLosses *losses, const char *message_id, const char *arg, guint line, guint column)
{
  add (get_sort (losses, message_id, arg, FALSE), line, column);
}

void
qg_losses_add_example (QgLosses *losses, const char *message_id, const char *example, guint line,
                       guint column)
{
  add (get_sort (losses, message_id, example, TRUE), line, column);
}

void
qg_losses_add_many (QgLosses *losses, const char *message_id, const char *arg, guint count)
{
  if (count > 0)
    get_sort (losses, message_id, arg, FALSE)->count += count;
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
      g_autofree char *further = sort == losses->further ? g_strdup_printf ("%u", losses->n_further) : NULL;

      if (sort->file != NULL)
        qg_problems_set_file (problems, sort->file);
      qg_problems_add (problems, QG_PROBLEM_WARNING, sort->line, sort->column, sort->message_id, count,
                       further != NULL ? further : sort->arg, NULL, NULL);
    }
}
