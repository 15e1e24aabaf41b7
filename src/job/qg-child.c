/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/personality.h>
#include <sys/pidfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

struct _QgChild
{
  char *name; /* for messages */
  pid_t pid;  /* 0: it has been waited for */
  int pidfd;  /* -1 where the kernel has none */
  int in, out;
};

/* How long a killed child is waited for before the wait goes on in a thread of its own: a large process takes
 * some time to be torn down, and a person who cancelled shall not wait for it. */
#define PATIENCE_MS 100

G_DEFINE_QUARK (qg - child - error - quark, qg_child_error)

/* What a child may see of our environment; the rest is of no use to it. */
static char **
make_environment (void)
{
  static const char *const kept[] = { "PATH", "LD_LIBRARY_PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS",
                                      "LSAN_OPTIONS" };
  char **env = g_new0 (char *, G_N_ELEMENTS (kept) + 2);
  guint n = 0;

  env[n++] = g_strdup ("LC_ALL=C");
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      const char *value = g_getenv (kept[i]);

      if (value != NULL)
        env[n++] = g_strdup_printf ("%s=%s", kept[i], value);
    }
  return env;
}

/* With addresses that are the same each time: libraries sort by them (GTS in Graphviz does), and the same
 * input shall give the same output. The setting is the calling thread's own. Where it is refused the child
 * runs nevertheless. */
static int
spawn_alike (pid_t *pid, const char *const *argv, const posix_spawn_file_actions_t *actions,
             const posix_spawnattr_t *attr, char *const *env)
{
  int before = personality (0xffffffff), failed;

  if (before >= 0)
    personality ((unsigned long) before | ADDR_NO_RANDOMIZE);
  failed = posix_spawn (pid, argv[0], actions, attr, (char *const *) argv, env);
  if (before >= 0)
    personality ((unsigned long) before);
  return failed;
}

static int
spawn (pid_t *pid, const char *const *argv, int in, int out)
{
  g_auto (GStrv) env = make_environment ();
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attr;
  sigset_t none, all;
  int failed;

  sigemptyset (&none);
  sigfillset (&all);
  posix_spawnattr_init (&attr);
  posix_spawnattr_setflags (&attr, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  posix_spawnattr_setpgroup (&attr, 0);
  posix_spawnattr_setsigmask (&attr, &none);
  posix_spawnattr_setsigdefault (&attr, &all);
  posix_spawn_file_actions_init (&actions);
  posix_spawn_file_actions_adddup2 (&actions, in, 0);
  posix_spawn_file_actions_adddup2 (&actions, out, 1);
  /* Whatever it complains of is lost; to be read it is everyone's, while some containers keep writing to
   * root. */
  posix_spawn_file_actions_addopen (&actions, 2, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addclosefrom_np (&actions, 3);
  failed = spawn_alike (pid, argv, &actions, &attr, env);
  posix_spawn_file_actions_destroy (&actions);
  posix_spawnattr_destroy (&attr);
  return failed;
}

/* Who ignores SIGCHLD, perhaps because who started us did, has no children to wait for: the kernel takes them
 * away with their status, and their numbers go to others. */
static void
keep_children (void)
{
  struct sigaction action;

  if (sigaction (SIGCHLD, NULL, &action) == 0 &&
      (action.sa_flags & SA_SIGINFO || action.sa_handler != SIG_IGN) && !(action.sa_flags & SA_NOCLDWAIT))
    return;
  action = (struct sigaction){ .sa_handler = SIG_DFL };
  sigaction (SIGCHLD, &action, NULL);
}

QgChild *
qg_child_start (const char *const *argv, GError **error)
{
  int in[2] = { -1, -1 }, out[2] = { -1, -1 };
  pid_t pid = 0;
  int failed = 0;
  QgChild *child;

  keep_children ();
  if (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, in) < 0 || pipe2 (out, O_CLOEXEC) < 0)
    failed = errno;
  else
    failed = spawn (&pid, argv, in[1], out[1]);
  if (in[1] >= 0)
    close (in[1]);
  if (out[1] >= 0)
    close (out[1]);
  if (failed != 0)
    {
      if (in[0] >= 0)
        close (in[0]);
      if (out[0] >= 0)
        close (out[0]);
      g_set_error (error, QG_CHILD_ERROR, QG_CHILD_ERROR_MISSING, "%s: cannot be started: %s", argv[0],
                   g_strerror (failed));
      return NULL;
    }

  fcntl (out[0], F_SETFL, O_NONBLOCK);
  fcntl (out[0], F_SETPIPE_SZ, 1 << 20); /* fewer wake-ups; a refusal does no harm */
  child = g_new0 (QgChild, 1);
  child->name = g_path_get_basename (argv[0]);
  child->pid = pid;
  child->pidfd = pidfd_open (pid, 0);
  child->in = in[0];
  child->out = out[0];
  return child;
}

static gpointer
reap_cb (gpointer data)
{
  while (waitpid (GPOINTER_TO_INT (data), NULL, 0) < 0 && errno == EINTR)
    ;
  return NULL;
}

/* Kills the child with all that it started, and sees to it that no zombie stays. */
static void
finish_off (QgChild *child)
{
  struct pollfd end = { .fd = child->pidfd, .events = POLLIN };
  GThread *reaper;

  if (child->pid == 0)
    return;
  kill (-child->pid, SIGKILL);
  kill (child->pid, SIGKILL); /* in case its group is not there yet */
  if (child->pidfd >= 0)
    poll (&end, 1, PATIENCE_MS);
  if (waitpid (child->pid, NULL, WNOHANG) == 0)
    {
      reaper = g_thread_try_new ("reaper", reap_cb, GINT_TO_POINTER (child->pid), NULL);
      if (reaper != NULL)
        g_thread_unref (reaper);
      else
        reap_cb (GINT_TO_POINTER (child->pid)); /* no thread to be had: it is dying and will not take long */
    }
  child->pid = 0;
}

void
qg_child_free (QgChild *child)
{
  if (child == NULL)
    return;
  finish_off (child);
  if (child->pidfd >= 0)
    close (child->pidfd);
  if (child->in >= 0)
    close (child->in);
  close (child->out);
  g_free (child->name);
  g_free (child);
}

typedef struct
{
  QgChild *child;
  const guint8 *input;
  gsize n_input, sent;
  GByteArray *output;
  gsize max_output;
  gint64 deadline; /* g_get_monotonic_time */
  gboolean closed; /* the output has come to its end */
} Talk;

static void
send_some (Talk *talk)
{
  while (talk->sent < talk->n_input)
    {
      ssize_t n = send (talk->child->in, talk->input + talk->sent, talk->n_input - talk->sent,
                        MSG_NOSIGNAL | MSG_DONTWAIT);

      if (n > 0)
        talk->sent += (gsize) n;
      else if (errno == EAGAIN)
        return;
      else if (errno != EINTR)
        talk->sent = talk->n_input; /* it does not listen any more: its end tells why */
    }
}

/* So much at a time that who never stops talking does not keep us from looking at the clock and the
 * cancellable. */
#define READS 64

/* FALSE when it says more than it may. @drained: (out): whether there was no more for now. */
static gboolean
receive_some (Talk *talk, gboolean *drained)
{
  guint8 buffer[65536];

  *drained = TRUE;
  for (guint i = 0; !talk->closed; i++)
    {
      ssize_t n;

      if (i == READS)
        {
          *drained = FALSE;
          return TRUE;
        }
      n = read (talk->child->out, buffer, sizeof buffer);
      if (n > 0)
        {
          if (talk->output->len + (gsize) n > talk->max_output)
            return FALSE;
          g_byte_array_append (talk->output, buffer, (guint) n);
        }
      else if (n == 0 || (errno != EAGAIN && errno != EINTR))
        talk->closed = TRUE;
      else if (errno == EAGAIN)
        return TRUE;
    }
  return TRUE;
}

static int
milliseconds_left (const Talk *talk)
{
  gint64 left = talk->deadline - g_get_monotonic_time ();

  if (left <= 0)
    return 0;
  return (int) MIN (left / 1000 + 1, 3600 * 1000);
}

/* The end of the process, as poll sees it or, without a pidfd, as far as waitpid knows. */
static gboolean
has_ended (QgChild *child, const struct pollfd *end)
{
  siginfo_t info = { 0 };

  if (child->pidfd >= 0)
    return (end->revents & POLLIN) != 0;
  return waitid (P_PID, (id_t) child->pid, &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_pid != 0;
}

/* Until the process has ended and all that it said has been read. */
static gboolean
converse (Talk *talk, GCancellable *cancellable, int cancel_fd, GError **error)
{
  QgChild *child = talk->child;

  for (;;)
    {
      struct pollfd fds[4] = {
        { .fd = talk->sent < talk->n_input ? child->in : -1, .events = POLLOUT },
        { .fd = talk->closed ? -1 : child->out, .events = POLLIN },
        { .fd = cancel_fd, .events = POLLIN },
        { .fd = child->pidfd, .events = POLLIN },
      };
      int left = milliseconds_left (talk);
      gboolean ended, drained;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (left == 0)
        {
          g_set_error (error, QG_CHILD_ERROR, QG_CHILD_ERROR_TIME, "%s: took longer than it may",
                       child->name);
          return FALSE;
        }
      poll (fds, G_N_ELEMENTS (fds), child->pidfd >= 0 ? left : MIN (left, 5));
      ended = has_ended (child, &fds[3]);
      send_some (talk);
      if (!receive_some (talk, &drained))
        {
          g_set_error (error, QG_CHILD_ERROR, QG_CHILD_ERROR_OUTPUT,
                       "%s: answered more than %" G_GSIZE_FORMAT " bytes", child->name, talk->max_output);
          return FALSE;
        }
      if (ended && drained)
        return TRUE;
    }
}

/* Takes the dead child's status; what it started may still be there and goes with it. */
static gboolean
take_status (QgChild *child, int *status, GError **error)
{
  int how = 0;

  kill (-child->pid, SIGKILL);
  while (waitpid (child->pid, &how, 0) < 0 && errno == EINTR)
    ;
  child->pid = 0;
  if (WIFSIGNALED (how) && WTERMSIG (how) == SIGXCPU)
    g_set_error (error, QG_CHILD_ERROR, QG_CHILD_ERROR_TIME, "%s: took more time than it may", child->name);
  else if (WIFSIGNALED (how))
    g_set_error (error, QG_CHILD_ERROR, QG_CHILD_ERROR_CRASHED, "%s: ended by signal %d (%s)", child->name,
                 WTERMSIG (how), g_strsignal (WTERMSIG (how)));
  else if (WEXITSTATUS (how) != 0)
    {
      if (status != NULL)
        *status = WEXITSTATUS (how);
      g_set_error (error, QG_CHILD_ERROR, QG_CHILD_ERROR_STATUS, "%s: ended with status %d", child->name,
                   WEXITSTATUS (how));
    }
  else
    {
      if (status != NULL)
        *status = 0;
      return TRUE;
    }
  return FALSE;
}

GBytes *
qg_child_talk (QgChild *child, GBytes *input, const QgChildLimits *limits, GCancellable *cancellable,
               int *status, GError **error)
{
  g_autoptr (GByteArray) output = g_byte_array_new ();
  Talk talk = { .child = child, .output = output, .max_output = limits->output };
  GPollFD cancel = { .fd = -1 };
  gboolean watched = g_cancellable_make_pollfd (cancellable, &cancel), done;

  g_return_val_if_fail (child->pid != 0, NULL);
  talk.input = g_bytes_get_data (input, &talk.n_input);
  talk.deadline = g_get_monotonic_time () + (gint64) (CLAMP (limits->seconds, 0, 1e6) * 1e6);
  done = converse (&talk, cancellable, watched ? cancel.fd : -1, error);
  if (watched)
    g_cancellable_release_fd (cancellable);
  if (!done)
    {
      finish_off (child);
      return NULL;
    }
  if (!take_status (child, status, error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&output));
}
