/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-engine-label.h"

#include <glib/gi18n-lib.h>

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
