/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Drives a fuzz target without libFuzzer: every seed as it is, every beginning of every seed, then as many
 * changed seeds as QOGAM_FUZZ_RUNS says (2000 without it). The changes come from a fixed number, so that a
 * failure repeats.
 *
 * --write-seeds=FOLDER writes the seeds as files, for libFuzzer to begin from; --write-words=FILE the words
 * as its dictionary. */

#include "fuzz.h"

#include <stdlib.h>
#include <string.h>

#define DEFAULT_RUNS 2000
#define MOST_CHANGES 6
#define LARGEST_INPUT 65536

static GPtrArray *seeds; /* GBytes */

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* In the order of their names, so that every run is the same. */
static void
collect_files (GPtrArray *collected)
{
  g_autofree char *folder =
      g_build_filename (g_getenv ("G_TEST_SRCDIR"), "fuzz", "corpus", fuzz_corpus, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, names->pdata[i], NULL);
      char *data;
      gsize length;

      g_assert_true (g_file_get_contents (path, &data, &length, NULL));
      g_ptr_array_add (collected, g_bytes_new_take (data, length));
    }
}

static GPtrArray *
collect_seeds (void)
{
  GPtrArray *collected = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  GBytes *seed;

  collect_files (collected);
  for (guint n = 0; (seed = fuzz_get_seed (n)) != NULL; n++)
    g_ptr_array_add (collected, seed);
  return collected;
}

/* The input gets memory of its own size, so that the address sanitizer sees a read behind its end. */
static void
run_target (const guint8 *data, gsize length)
{
  g_autofree guint8 *copy = g_malloc (MAX (length, 1));

  if (length > 0)
    memcpy (copy, data, length);
  LLVMFuzzerTestOneInput (copy, length);
}

static void
change_bytes (GRand *rand, GByteArray *input)
{
  guint at = g_rand_int_range (rand, 0, input->len);

  switch (g_rand_int_range (rand, 0, 3))
    {
    case 0:
      input->data[at] ^= 1u << g_rand_int_range (rand, 0, 8);
      break;
    case 1:
      input->data[at] = g_rand_int_range (rand, 0, 256);
      break;
    default:
      /* The bounds of numbers are where mistakes are. */
      memset (input->data + at, g_rand_boolean (rand) ? 0xff : 0, MIN (8u, input->len - at));
      break;
    }
}

static void
remove_piece (GRand *rand, GByteArray *input)
{
  guint at = g_rand_int_range (rand, 0, input->len);

  g_byte_array_remove_range (input, at, g_rand_int_range (rand, 0, MIN (64, (int) (input->len - at)) + 1));
}

static void
insert (GByteArray *input, guint at, const guint8 *piece, guint length)
{
  guint behind = input->len - at;

  if (input->len + length > LARGEST_INPUT)
    return;
  g_byte_array_set_size (input, input->len + length);
  memmove (input->data + at + length, input->data + at, behind);
  memcpy (input->data + at, piece, length);
}

static void
insert_word (GRand *rand, GByteArray *input)
{
  guint n = g_strv_length ((char **) fuzz_words);

  if (n > 0)
    {
      const char *word = fuzz_words[g_rand_int_range (rand, 0, n)];

      insert (input, g_rand_int_range (rand, 0, input->len + 1), (const guint8 *) word, strlen (word));
    }
}

/* A piece of a seed, perhaps of this one, is put somewhere in between. */
static void
insert_piece (GRand *rand, GByteArray *input)
{
  gsize length;
  const guint8 *other = g_bytes_get_data (seeds->pdata[g_rand_int_range (rand, 0, seeds->len)], &length);

  if (length > 0)
    {
      guint from = g_rand_int_range (rand, 0, length);
      guint n = g_rand_int_range (rand, 0, MIN (length - from, 400) + 1);

      insert (input, g_rand_int_range (rand, 0, input->len + 1), other + from, n);
    }
}

static void
change (GRand *rand, GByteArray *input)
{
  int n = g_rand_int_range (rand, 1, MOST_CHANGES + 1);

  for (int i = 0; i < n; i++)
    {
      int how = g_rand_int_range (rand, 0, 4);

      if (how == 0 || input->len == 0)
        insert_piece (rand, input);
      else if (how == 1)
        change_bytes (rand, input);
      else if (how == 2)
        remove_piece (rand, input);
      else
        insert_word (rand, input);
    }
}

static void
test_seeds (void)
{
  g_assert_cmpuint (seeds->len, >, 0);
  for (guint i = 0; i < seeds->len; i++)
    {
      gsize length;
      const guint8 *data = g_bytes_get_data (seeds->pdata[i], &length);

      run_target (data, length);
    }
}

static void
test_beginnings (void)
{
  for (guint i = 0; i < seeds->len; i++)
    {
      gsize length;
      const guint8 *data = g_bytes_get_data (seeds->pdata[i], &length);
      gsize step = MAX (1, length / 500);

      for (gsize cut = 0; cut < length; cut += step)
        run_target (data, cut);
    }
}

static void
test_changes (void)
{
  const char *wanted = g_getenv ("QOGAM_FUZZ_RUNS");
  guint64 runs = wanted != NULL ? g_ascii_strtoull (wanted, NULL, 10) : DEFAULT_RUNS;
  g_autoptr (GRand) rand = g_rand_new_with_seed (1991);

  for (guint64 run = 0; run < runs; run++)
    {
      g_autoptr (GByteArray) input = g_byte_array_new ();
      gsize length;
      const guint8 *data = g_bytes_get_data (seeds->pdata[g_rand_int_range (rand, 0, seeds->len)], &length);

      g_byte_array_append (input, data, length);
      change (rand, input);
      run_target (input->data, input->len);
    }
}

static int
write_seeds (const char *folder)
{
  for (guint i = 0; i < seeds->len; i++)
    {
      g_autofree char *name = g_strdup_printf ("seed-%03u", i);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GError) error = NULL;
      gsize length;
      const char *data = g_bytes_get_data (seeds->pdata[i], &length);

      if (!g_file_set_contents (path, data, length, &error))
        {
          g_printerr ("%s\n", error->message);
          return 1;
        }
    }
  return 0;
}

/* As libFuzzer reads a dictionary: each byte that could be misread as its number. */
static int
write_words (const char *path)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; fuzz_words[i] != NULL; i++)
    {
      g_string_append_c (out, '"');
      for (const guchar *p = (const guchar *) fuzz_words[i]; *p != '\0'; p++)
        if (g_ascii_isalnum (*p))
          g_string_append_c (out, (char) *p);
        else
          g_string_append_printf (out, "\\x%02X", *p);
      g_string_append (out, "\"\n");
    }
  if (g_file_set_contents (path, out->str, (gssize) out->len, &error))
    return 0;
  g_printerr ("%s\n", error->message);
  return 1;
}

int
main (int argc, char **argv)
{
  int status;

  seeds = collect_seeds ();
  if (argc == 2 && g_str_has_prefix (argv[1], "--write-seeds="))
    status = write_seeds (argv[1] + strlen ("--write-seeds="));
  else if (argc == 2 && g_str_has_prefix (argv[1], "--write-words="))
    status = write_words (argv[1] + strlen ("--write-words="));
  else
    {
      g_test_init (&argc, &argv, NULL);
      g_test_add_func ("/fuzz/seeds", test_seeds);
      g_test_add_func ("/fuzz/beginnings", test_beginnings);
      g_test_add_func ("/fuzz/changes", test_changes);
      status = g_test_run ();
    }
  g_ptr_array_unref (seeds);
  return status;
}
