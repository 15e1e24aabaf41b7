/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Any bytes as csv: a map or a list of faults, never a crash; a map can be written as JSON and read again. */

#include "fuzz-format.h"

const char *const fuzz_words[] = { "\"",           "\"\"",       ",",          ";",
                                   "\t",           "\r\n",       "sep=;",      "id",
                                   "name_kk",      "from",       "to",         "verb",
                                   "\xEF\xBB\xBF", "\xFF\xFE",   "importance", "url",
                                   "javascript:",  "mailto:a@b", NULL };

static const char *const seeds[] = {
  "id,name,kind,name_kk,importance,url\na,A,k,Ә,3,https://example.org\nb,\"B\"\"\",k,,,x\n",
  "from;verb;to\nA;knows;B\nB;\"kn;ows\";C\n"
};

FUZZ_FORMAT ("csv", seeds)
