/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Any bytes as graphml: a map or a list of faults, never a crash; a map can be written as JSON and read
 * again. */

#include "fuzz-format.h"

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
                                   "<default>",
                                   "\xE2\x80\xAE",
                                   NULL };

static const char *const seeds[] = {
  "<?xml version='1.0'?><!DOCTYPE graphml [<!ENTITY x 'y'>]><graphml "
  "xmlns:y='http://www.yworks.com/xml/graphml'><key id='k' "
  "for='node' attr.name='label'><default>D</default></key><key id='d' for='node' "
  "yfiles.type='nodegraphics'/><key "
  "id='u' attr.name='url'/><graph id='g' edgedefault='directed'><data key='t'>T</data><node id='a'><data "
  "key='k'>A&amp;&x;</data><data key='u'>https://example.org</data></node><node id='b'><data "
  "key='d'><y:ShapeNode><y:Fill "
  "color='#ff0000'/><y:NodeLabel>B</y:NodeLabel></y:ShapeNode></data><graph><node "
  "id='c'/></graph></node><edge id='e' source='a' target='b' directed='false'/></graph></graphml>"
};

FUZZ_FORMAT ("graphml", seeds)
