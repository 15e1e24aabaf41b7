/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-engine-label.h"

#include <glib/gi18n-lib.h>

#include "qg-layouter.h"
#include "qg-number.h"
#include "qg-usual-engine.h"

const char *
qg_engine_get_label (QgEngine engine)
{
  switch (engine)
    {
    case QG_ENGINE_DOT:
      return _ ("Hierarchy (dot)");
    case QG_ENGINE_NEATO:
      return _ ("Springs (neato)");
    case QG_ENGINE_FDP:
      return _ ("Springs with Groups (fdp)");
    case QG_ENGINE_SFDP:
      return _ ("Large Maps (sfdp)");
    case QG_ENGINE_TWOPI:
      return _ ("Rings Round the Focus (twopi)");
    case QG_ENGINE_CIRCO:
      return _ ("Circle (circo)");
    case QG_ENGINE_GIVEN:
      return _ ("As in the File");
    default:
      return _ ("Side by Side (osage)");
    }
}

/* Of one that would be stopped before it ends. */
static char *
dup_endless_text (QgEngine engine, double seconds)
{
  g_autofree char *duration = qg_number_dup_duration (seconds);
  g_autofree char *limit = qg_number_dup_duration (QG_LAYOUTER_MOST_SECONDS);

  /* Translators: a layout, how long it would take, and after how long it would be stopped. */
  return g_strdup_printf (
      _ ("“%1$s” would take about %2$s for a map of this size, but would be stopped after "
         "%3$s: choose a view or a neighborhood for it."),
      qg_engine_get_label (engine), duration, limit);
}

char *
qg_engine_dup_replaced_text (QgEngine wanted, double seconds, QgEngine shown)
{
  g_autofree char *duration = NULL, *endless = NULL, *instead = NULL;

  if (qg_usual_engine_can_end (seconds))
    {
      duration = qg_number_dup_duration (seconds);
      return g_strdup_printf (_ ("“%s” would take about %s for a map of this size. This is “%s”."),
                              qg_engine_get_label (wanted), duration, qg_engine_get_label (shown));
    }
  endless = dup_endless_text (wanted, seconds);
  instead = g_strdup_printf (_ ("What is shown is “%s”."), qg_engine_get_label (shown));
  return g_strdup_printf ("%s %s", endless, instead);
}

char *
qg_engine_dup_slow_text (QgEngine slow, double seconds, QgEngine other, double other_seconds)
{
  g_autofree char *duration = qg_number_dup_duration (seconds);
  g_autofree char *quicker = qg_number_dup_duration (other_seconds);
  g_autofree char *endless = qg_usual_engine_can_end (seconds) ? NULL : dup_endless_text (slow, seconds);
  g_autofree char *instead = NULL;

  if (other == slow)
    return endless != NULL ? g_steal_pointer (&endless)
                           : g_strdup_printf (_ ("“%s” takes about %s for a map of this size."),
                                              qg_engine_get_label (slow), duration);
  if (endless == NULL)
    return g_strdup_printf (_ ("“%s” takes about %s for a map of this size, “%s” about %s."),
                            qg_engine_get_label (slow), duration, qg_engine_get_label (other), quicker);
  /* Translators: a quicker layout, and how long it takes. */
  instead = g_strdup_printf (_ ("“%s” takes about %s."), qg_engine_get_label (other), quicker);
  return g_strdup_printf ("%s %s", endless, instead);
}
