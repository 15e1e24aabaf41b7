/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Any bytes as graphml: a map or a list of faults, never a crash; a map can be written as JSON and read
 * again. */

#include "fuzz-format.h"

const char fuzz_corpus[] = "graphml";

const char *const fuzz_words[] = { "<graph>",
                                   "</graph>",
                                   "<node id=\"a\">",
                                   "</node>",
                                   "<edge source=\"a\" target=\"b\"/>",
                                   "<data key=\"k\">",
                                   "</data>",
                                   "<hyperedge>",
                                   "<port/>",
                                   "<!DOCTYPE graphml SYSTEM \"x\">",
                                   "&x;",
                                   "&#0;",
                                   "<![CDATA[",
                                   "]]>",
                                   "name_kk",
                                   "url",
                                   "<y:NodeLabel>",
                                   "<y:Geometry x=\"1\" y=\"2\" width=\"3\"/>",
                                   "<y:Shape type=\"ellipse\"/>",
                                   "1e300",
                                   "nan",
                                   "<default>",
                                   "\xE2\x80\xAE",
                                   NULL };

GBytes *
fuzz_get_seed (guint n)
{
  (void) n;
  return NULL;
}

FUZZ_FORMAT ("graphml")
