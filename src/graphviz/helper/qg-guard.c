/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-helper.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

/* ── What Graphviz says ── */

static char complaint[512];

static int
remember_message (char *message)
{
  gsize used = strlen (complaint);

  g_strlcpy (complaint + used, message, sizeof complaint - used);
  return 0;
}

const char *
qg_guard_get_complaint (void)
{
  /* An error may come with status 0 and half a picture: any error is a failure. */
  if (agerrors () < AGERR)
    return NULL;
  return *complaint != '\0' ? complaint : "an error without a word";
}

/* ── Memory ── */

#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__)

/* Graphviz goes on with NULL where there is no memory, and crashes: so the end of the memory is told apart
 * from a crash here, where it is met. */

extern void *__libc_malloc (size_t size);
extern void *__libc_calloc (size_t n, size_t size);
extern void *__libc_realloc (void *old, size_t size);
void *malloc (size_t size);
void *calloc (size_t n, size_t size);
void *realloc (void *old, size_t size);

static void *
checked (void *memory, size_t size)
{
  if (memory == NULL && size > 0)
    _exit (QG_WIRE_STATUS_MEMORY);
  return memory;
}

__attribute__ ((visibility ("default"))) void *
malloc (size_t size)
{
  return checked (__libc_malloc (size), size);
}

__attribute__ ((visibility ("default"))) void *
calloc (size_t n, size_t size)
{
  return checked (__libc_calloc (n, size), n > 0 ? size : 0);
}

__attribute__ ((visibility ("default"))) void *
realloc (void *old, size_t size)
{
  return checked (__libc_realloc (old, size), size);
}

#endif

/* ── Limits ── */

/* @grace: how far the hard limit is from the soft one. */
static void
limit (int resource, rlim_t value, rlim_t grace)
{
  struct rlimit old, new = { value, value + grace };

  if (getrlimit (resource, &old) == 0 && (old.rlim_max == RLIM_INFINITY || old.rlim_max > new.rlim_max))
    setrlimit (resource, &new);
}

void
qg_guard_begin (void)
{
  prctl (PR_SET_PDEATHSIG, SIGKILL);
  prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  prctl (PR_SET_DUMPABLE, 0);
  limit (RLIMIT_CORE, 0, 0);
  agseterrf (remember_message);
  agseterr (AGERR);
}

/* Graphviz walks graphs by recursion; a deep one needs a deep stack. */
#define STACK_BYTES ((rlim_t) 256 << 20)

void
qg_guard_limit (guint32 cpu_seconds, guint32 memory_mib)
{
  struct rlimit stack;

  if (getrlimit (RLIMIT_STACK, &stack) == 0)
    {
      stack.rlim_cur = stack.rlim_max == RLIM_INFINITY ? STACK_BYTES : MIN (stack.rlim_max, STACK_BYTES);
      setrlimit (RLIMIT_STACK, &stack);
    }
  if (cpu_seconds > 0)
    limit (RLIMIT_CPU, cpu_seconds, 1); /* the soft one says SIGXCPU, the hard one only SIGKILL */
#ifndef __SANITIZE_ADDRESS__            /* which reserves terabytes */
  if (memory_mib > 0)
    limit (RLIMIT_AS, (rlim_t) memory_mib << 20, 0);
#endif
}

/* When the program is gone its end of the socket hangs up, and SIGIO ends us, whatever the engine does. To be
 * called when all has been read: more that comes ends us too. */
void
qg_guard_watch (void)
{
  struct pollfd input = { .fd = STDIN_FILENO, .events = POLLRDHUP };

  fcntl (STDIN_FILENO, F_SETOWN, getpid ());
  fcntl (STDIN_FILENO, F_SETFL, fcntl (STDIN_FILENO, F_GETFL) | O_ASYNC);
  if (poll (&input, 1, 0) > 0 && (input.revents & (POLLHUP | POLLRDHUP | POLLERR)) != 0)
    _exit (1); /* it was gone before */
}

/* ── Doors ── */

/* All that Landlock knows to forbid, in a ruleset that allows nothing. The kernel is asked which of it it
 * knows. */
static gboolean
landlock (void)
{
  /* Rights by the version that brought them: files 1–5, then TCP. */
  static const guint64 files[] = { 0, 0x1fff, 0x3fff, 0x7fff, 0x7fff, 0xffff };
  struct
  {
    guint64 files, net;
  } rules = { 0, 0 };
  long version = syscall (SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
  int ruleset;
  gboolean done;

  if (version < 1)
    return FALSE;
  rules.files = files[MIN (version, 5)];
  rules.net = version >= 4 ? 3 : 0;
  ruleset = (int) syscall (SYS_landlock_create_ruleset, &rules, version >= 4 ? 16 : 8, 0);
  if (ruleset < 0)
    return FALSE;
  done = syscall (SYS_landlock_restrict_self, ruleset, 0) == 0;
  close (ruleset);
  return done;
}

#if defined(__x86_64__)
#define QG_ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define QG_ARCH AUDIT_ARCH_AARCH64
#endif

#ifdef QG_ARCH

/* What an engine needs: memory, its own files that are open already, time, signals to itself. Everything else
 * fails with EPERM, so that what a library tries in vain does not end the process. (glibc's qsort asks for
 * sysinfo, believes whatever comes, and sorts by it in one way or another.) */
static const int allowed[] = {
  SYS_read,         SYS_write,       SYS_readv,     SYS_writev,     SYS_lseek,        SYS_close,
  SYS_fstat,        SYS_mmap,        SYS_munmap,    SYS_mremap,     SYS_mprotect,     SYS_madvise,
  SYS_brk,          SYS_futex,       SYS_exit,      SYS_exit_group, SYS_rt_sigaction, SYS_rt_sigprocmask,
  SYS_rt_sigreturn, SYS_sigaltstack, SYS_getpid,    SYS_gettid,     SYS_tgkill,       SYS_clock_gettime,
  SYS_gettimeofday, SYS_times,       SYS_getrusage, SYS_getrandom,  SYS_sched_yield,  SYS_restart_syscall,
  SYS_sysinfo,      SYS_uname,
#ifdef SYS_time
  SYS_time,
#endif
#ifdef SYS_newfstatat
  SYS_newfstatat,
#endif
};

static gboolean
filter_calls (void)
{
  struct sock_filter code[G_N_ELEMENTS (allowed) + 6];
  struct sock_fprog program = { .filter = code };
  guint n = 0, count = G_N_ELEMENTS (allowed);

  code[n++] = (struct sock_filter) BPF_STMT (BPF_LD | BPF_W | BPF_ABS, offsetof (struct seccomp_data, arch));
  code[n++] = (struct sock_filter) BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, QG_ARCH, 1, 0);
  code[n++] = (struct sock_filter) BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS);
  code[n++] = (struct sock_filter) BPF_STMT (BPF_LD | BPF_W | BPF_ABS, offsetof (struct seccomp_data, nr));
  for (guint i = 0; i < count; i++)
    code[n++] = (struct sock_filter) BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, (guint32) allowed[i],
                                               (guint8) (count - i), 0);
  code[n++] = (struct sock_filter) BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM);
  code[n++] = (struct sock_filter) BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
  program.len = (unsigned short) n;
  return prctl (PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

#else

static gboolean
filter_calls (void)
{
  return FALSE;
}

#endif

guint32
qg_guard_close_doors (void)
{
  guint32 flags = 0;

  if (!landlock ())
    flags |= QG_WIRE_NO_LANDLOCK;
  if (!filter_calls ())
    flags |= QG_WIRE_NO_SECCOMP;
  return flags;
}
