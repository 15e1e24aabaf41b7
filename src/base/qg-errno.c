/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-errno.h"

#include <errno.h>

#include <glib/gi18n-lib.h>

#include "qg-config.h"

G_DEFINE_QUARK (qg - errno - error - quark, qg_errno_error)

/* (nullable): for what hardly ever happens there is none */
static const char *
find_advice (int number)
{
  switch (number)
    {
    case ENOSPC:
    case EDQUOT:
      return _ ("Make room on the disk, or choose another folder.");
    case ENOENT:
    case ENOTDIR:
      return _ ("The folder is not there. Choose another one.");
    case EACCES:
    case EPERM:
    case EROFS:
      return _ ("Nothing may be written there. Choose another folder.");
    case ENAMETOOLONG:
      return _ ("The name is too long. Choose a shorter one.");
    case EISDIR:
      return _ ("This is a folder. Add the name of a file.");
    case EPIPE:
      return _ ("Nobody reads the output any more.");
    case ELOOP:
      return _ ("Links lead in a circle there. Choose another place.");
    case EFBIG:
      return _ ("The file would be larger than is allowed. Choose another place.");
    case ENOMEM:
      return _ ("There is not enough memory. Close something, and try again.");
    case EINVAL:
    case EOPNOTSUPP:
      return _ ("That is not possible there. Choose another place.");
    case EIO:
      return _ ("The disk does not work as it should. Choose another place.");
    case EMFILE:
    case ENFILE:
      return _ ("Too many files are open. Close something, and try again.");
    case EBUSY:
    case ETXTBSY:
    case EAGAIN:
      return _ ("Another program holds the file. Close it there, or choose another name.");
    case ESTALE:
    case ENODEV:
    case ENXIO:
    case ETIMEDOUT:
      return _ ("The disk or the server has gone. Choose another place.");
    case EEXIST:
    case ENOTEMPTY:
      return _ ("Something else has this name. Choose another one.");
    default:
      return NULL;
    }
}

/* qg_errno_dup_advice:
 * @number: an errno of writing
 *
 * Main thread.
 *
 * Returns: (transfer full): whole sentences in the language of the interface: what is wrong and what to do;
 * of what hardly ever happens its number is told, which is the same in every language */
char *
qg_errno_dup_advice (int number)
{
  const char *advice = find_advice (number);

  if (advice != NULL)
    return g_strdup (advice);
  if (number == 0)
    return g_strdup (_ ("Choose another place."));
  return g_strdup_printf (_ ("The system says no (error %d). Choose another place."), number);
}

/* qg_errno_dup_text:
 * @error: of writing; one of %QG_ERRNO_ERROR is told as qg_errno_dup_advice() does, of another its message
 * is, translated where the catalogue has it
 *
 * Main thread. Returns: (transfer full): in the language of the interface */
char *
qg_errno_dup_text (const GError *error)
{
  if (error->domain == QG_ERRNO_ERROR)
    return qg_errno_dup_advice (error->code);
  return g_strdup (dgettext (GETTEXT_PACKAGE, error->message));
}
