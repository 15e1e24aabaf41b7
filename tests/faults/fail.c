/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Preloaded into the program: makes one of its system calls fail, as a bad disk or a full table of processes
 * would.
 *
 *   QOGAM_FAIL=CALL:N        the N-th call of CALL fails; with 0 none does
 *   QOGAM_FAIL_FOLDER=PATH   only calls about files in this folder are counted (processes always are)
 *   QOGAM_FAIL_COUNT=PATH    at the end the number of calls is written there
 *
 * CALL is open, read, write, sync, rename or spawn. */

/* Both open and open64 are defined here; the one must not be the other's name. */
#undef _FILE_OFFSET_BITS

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

/* What is preloaded has to be seen. */
#pragma GCC visibility push(default)

static atomic_long count;

static int
is_inside (const char *path)
{
  const char *folder = getenv ("QOGAM_FAIL_FOLDER");

  return path != NULL && folder != NULL && strncmp (path, folder, strlen (folder)) == 0;
}

static int
is_fd_inside (int fd)
{
  char name[64], path[4096];
  ssize_t n;

  snprintf (name, sizeof name, "/proc/self/fd/%d", fd);
  n = readlink (name, path, sizeof path - 1);
  if (n < 0)
    return 0;
  path[n] = '\0';
  return is_inside (path);
}

/* Counts a call; whether it is the one that fails. */
static int
fails (const char *call)
{
  const char *wanted = getenv ("QOGAM_FAIL");
  size_t length = strlen (call);

  if (wanted == NULL || strncmp (wanted, call, length) != 0 || wanted[length] != ':')
    return 0;
  return ++count == atol (wanted + length + 1);
}

__attribute__ ((destructor)) static void
tell (void)
{
  const char *path = getenv ("QOGAM_FAIL_COUNT");
  FILE *file = path != NULL ? fopen (path, "w") : NULL;

  if (file != NULL)
    {
      fprintf (file, "%ld\n", (long) count);
      fclose (file);
    }
}

/* The library's own function behind ours. */
#define REAL(name) ((__typeof__ (&name)) dlsym (RTLD_NEXT, #name))

#define DEFINE_OPEN(name)                                                                                    \
  int name (const char *path, int flags, ...)                                                                \
  {                                                                                                          \
    mode_t mode = 0;                                                                                         \
    va_list arguments;                                                                                       \
                                                                                                             \
    va_start (arguments, flags);                                                                             \
    if ((flags & O_CREAT) != 0 || (flags & O_TMPFILE) == O_TMPFILE)                                          \
      mode = va_arg (arguments, mode_t);                                                                     \
    va_end (arguments);                                                                                      \
    if (is_inside (path) && fails ("open"))                                                                  \
      {                                                                                                      \
        errno = EIO;                                                                                         \
        return -1;                                                                                           \
      }                                                                                                      \
    return REAL (name) (path, flags, mode);                                                                  \
  }

DEFINE_OPEN (open)
DEFINE_OPEN (open64)

ssize_t
read (int fd, void *data, size_t length)
{
  if (is_fd_inside (fd) && fails ("read"))
    {
      errno = EIO;
      return -1;
    }
  return REAL (read) (fd, data, length);
}

/* A full disk takes what still fits, then says so. */
ssize_t
write (int fd, const void *data, size_t length)
{
  if (is_fd_inside (fd) && fails ("write"))
    {
      errno = ENOSPC;
      return -1;
    }
  return REAL (write) (fd, data, length);
}

#define DEFINE_SYNC(name)                                                                                    \
  int name (int fd)                                                                                          \
  {                                                                                                          \
    if (is_fd_inside (fd) && fails ("sync"))                                                                 \
      {                                                                                                      \
        errno = EIO;                                                                                         \
        return -1;                                                                                           \
      }                                                                                                      \
    return REAL (name) (fd);                                                                                 \
  }

DEFINE_SYNC (fsync)
DEFINE_SYNC (fdatasync)

int
rename (const char *from, const char *to)
{
  if (is_inside (to) && fails ("rename"))
    {
      errno = EIO;
      return -1;
    }
  return REAL (rename) (from, to);
}

int
linkat (int from_fd, const char *from, int to_fd, const char *to, int flags)
{
  if (is_inside (to) && fails ("rename"))
    {
      errno = EIO;
      return -1;
    }
  return REAL (linkat) (from_fd, from, to_fd, to, flags);
}

int
posix_spawn (pid_t *pid, const char *path, const posix_spawn_file_actions_t *actions,
             const posix_spawnattr_t *attributes, char *const arguments[], char *const environment[])
{
  return fails ("spawn") ? EAGAIN
                         : REAL (posix_spawn) (pid, path, actions, attributes, arguments, environment);
}
