/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Any bytes as cxl: a map or a list of faults, never a crash; a map can be written as JSON and read again. */

#include "fuzz-format.h"

const char *const fuzz_words[] = { "<concept id=\"a\"/>",
                                   "<linking-phrase id=\"p\"/>",
                                   "<connection from-id=\"a\" to-id=\"p\"/>",
                                   "<connection from-id=\"p\" to-id=\"a\"/>",
                                   "</map>",
                                   "<map>",
                                   "&x;",
                                   "&#0;",
                                   "q:name_kk=\"x\"",
                                   "<dc:language>ru</dc:language>",
                                   "\xE2\x80\xAE",
                                   NULL };

static const char *const seeds[] = {
  "<cmap xmlns='http://cmap.ihmc.us/xml/cmap/' xmlns:dc='http://purl.org/dc/elements/1.1/' "
  "xmlns:q='https://qogam.github.io/ns/cxl'><res-meta><dc:title>T</dc:title><dc:language>kk</dc:language></"
  "res-meta><map>"
  "<concept-list><concept id='a' label='A' q:kind='k' long-comment='L'/><concept id='b' label='B' "
  "q:name_ru='Б'/>"
  "</concept-list><linking-phrase-list><linking-phrase id='p' label='has' q:verb='v'/></linking-phrase-list>"
  "<connection-list><connection from-id='a' to-id='p'/><connection from-id='p' to-id='b'/><connection "
  "from-id='a' "
  "to-id='b'/></connection-list></map></cmap>"
};

FUZZ_FORMAT ("cxl", seeds)
