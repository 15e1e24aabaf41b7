/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Any bytes as cxl: a map or a list of faults, never a crash; a map can be written as JSON and read again. */

#include "fuzz-format.h"

const char fuzz_corpus[] = "cxl";

const char *const fuzz_words[] = { "<concept id=\"a\"/>",
                                   "<linking-phrase id=\"p\"/>",
                                   "<connection from-id=\"a\" to-id=\"p\"/>",
                                   "<connection from-id=\"p\" to-id=\"a\"/>",
                                   "<concept-appearance id=\"a\" x=\"1\" y=\"2\"/>",
                                   "1e300",
                                   "</map>",
                                   "<map>",
                                   "&x;",
                                   "&#0;",
                                   "q:name_kk=\"x\"",
                                   "<dc:language>ru</dc:language>",
                                   "\xE2\x80\xAE",
                                   NULL };

GBytes *
fuzz_get_seed (guint n)
{
  (void) n;
  return NULL;
}

FUZZ_FORMAT ("cxl")
