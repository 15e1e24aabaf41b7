/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgXml: walking through XML with nothing opened besides: no entities are expanded, no DTD and no other file
 * is read, there is no network, and depth and size have bounds. One thread. */

#pragma once

#include "qg-map-format.h"

G_BEGIN_DECLS

typedef enum
{
  QG_XML_END,   /* of the document, or an error: qg_xml_finish() knows */
  QG_XML_OPEN,  /* an element begins; an empty one is closed by itself, with a QG_XML_CLOSE of its own */
  QG_XML_CLOSE, /* an element ends */
  QG_XML_TEXT,
  QG_XML_REFERENCE, /* an entity that was not expanded; of those in attributes right behind the element's
                       begin */
} QgXmlEvent;

typedef struct _QgXml QgXml;

QgXml *qg_xml_new (QgMapInput *input);
void qg_xml_free (QgXml *xml);

QgXmlEvent qg_xml_next (QgXml *xml);
const char *qg_xml_get_name (QgXml *xml);  /* of the element, without its prefix */
const char *qg_xml_get_value (QgXml *xml); /* of a text */
gboolean qg_xml_is (QgXml *xml, const char *name);
/* Of attributes without a namespace. Entities are left out of values. (nullable) (transfer full) */
char *qg_xml_dup_attribute (QgXml *xml, const char *name);
/* Those attributes whose names belong to @space: name, value, name, value … (transfer full) */
GPtrArray *qg_xml_dup_attributes_of (QgXml *xml, const char *space);
/* Where the element begins that was opened last; from 1. */
void qg_xml_get_place (QgXml *xml, guint *line, guint *column);
/* The depth of the element; that of the document's own is 0. */
int qg_xml_get_depth (QgXml *xml);
/* FALSE where the document is not well formed or was cancelled: said as a problem and in @error. */
gboolean qg_xml_finish (QgXml *xml, GError **error);

/* Whether @text begins with XML whose first element is @name. */
gboolean qg_xml_sniff (const char *text, gsize length, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QgXml, qg_xml_free)

G_END_DECLS
