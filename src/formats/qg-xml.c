/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-config.h"

#include "qg-xml.h"

#include <glib/gi18n-lib.h>
#include <libxml/xmlreader.h>
#include <string.h>

#include "qg-formats-error.h"

/* libxml2 has a limit of its own, which depends on its version. */
#define MAX_DEPTH 200

struct _QgXml
{
  QgMapInput *input;
  xmlTextReader *reader;
  gboolean closes; /* the empty element that was opened is closed next */
  gboolean too_deep, failed, cancelled;
  char *message; /* libxml2's, for who reads the error and not the problems */
  int code;
  guint line, column;
  guint events;
  guint references; /* in attributes of the element that was opened, still to be told */

  /* libxml2 reads ahead, and knows no columns: the tag of the element that was opened is found again in the
   * text. */
  const char *tag;     /* its "<"; NULL once it was not found */
  const char *line_at; /* where the tag's line begins */
  guint tag_line;
  guint past; /* 1 once a tag was found: the next one is behind it */
};

/* libxml2 has English words alone. */
static const char *
find_message (int code)
{
  switch (code)
    {
    case XML_ERR_DOCUMENT_EMPTY:
      return N_ ("there is no XML in the file");
    case XML_ERR_DOCUMENT_END:
    case XML_ERR_TAG_NOT_FINISHED:
    case XML_ERR_COMMENT_NOT_FINISHED:
    case XML_ERR_CDATA_NOT_FINISHED:
    case XML_ERR_PI_NOT_FINISHED:
      return N_ ("what was begun here or before is never ended");
    case XML_ERR_TAG_NAME_MISMATCH:
    case XML_ERR_LTSLASH_REQUIRED:
      return N_ ("this end does not belong to what was begun last");
    case XML_ERR_GT_REQUIRED:
      return N_ ("the element is not closed with “>”");
    case XML_ERR_NAME_REQUIRED:
    case XML_ERR_LT_REQUIRED:
      return N_ ("a name is missing behind “<” or “&”");
    case XML_ERR_LT_IN_ATTRIBUTE:
      return N_ ("“<” cannot stand in an attribute; write &lt;");
    case XML_ERR_ATTRIBUTE_NOT_STARTED:
    case XML_ERR_ATTRIBUTE_NOT_FINISHED:
    case XML_ERR_ATTRIBUTE_WITHOUT_VALUE:
    case XML_ERR_EQUAL_REQUIRED:
      return N_ ("an attribute has no value in quotes");
    case XML_ERR_ATTRIBUTE_REDEFINED:
      return N_ ("an attribute is there twice");
    case XML_ERR_SPACE_REQUIRED:
      return N_ ("a space is missing between attributes");
    case XML_ERR_INVALID_CHAR:
    case XML_ERR_INVALID_CHARREF:
    case XML_ERR_INVALID_DEC_CHARREF:
    case XML_ERR_INVALID_HEX_CHARREF:
      return N_ ("a character that XML forbids");
    case XML_ERR_ENTITYREF_SEMICOL_MISSING:
      return N_ ("“&” without “;”; write &amp;");
    case XML_ERR_INVALID_ENCODING:
    case XML_ERR_UNKNOWN_ENCODING:
    case XML_ERR_UNSUPPORTED_ENCODING:
      return N_ ("the file is not in the encoding that it names; save it as UTF-8");
    case XML_ERR_ENTITY_LOOP:
      return N_ ("entities of XML grow without measure or lead back to themselves");
    default:
      return N_ ("this is no correct XML");
    }
}

/* The first error counts; warnings (a DTD that is not there) do not. */
static void
error_cb (void *data, const xmlError *error)
{
  QgXml *xml = data;

  if (error == NULL || error->level < XML_ERR_ERROR || xml->message != NULL)
    return;
  /* Names without a declaration, and entities: the file is read all the same. */
  if (error->domain == XML_FROM_NAMESPACE || error->code == XML_ERR_UNDECLARED_ENTITY ||
      error->code == XML_WAR_UNDECLARED_ENTITY)
    return;
  xml->message = g_utf8_make_valid (error->message != NULL ? error->message : "", -1);
  g_strstrip (xml->message);
  xml->code = error->code;
  xml->line = error->line > 0 ? (guint) error->line : 0;
  xml->column = error->int2 > 0 ? (guint) error->int2 : 1;
  if (strstr (xml->message, "depth") != NULL)
    xml->too_deep = TRUE;
  /* The code for it depends on the version. */
  if (strstr (xml->message, "amplification") != NULL)
    xml->code = XML_ERR_ENTITY_LOOP;
}

#if LIBXML_VERSION >= 21200
typedef const xmlError *ErrorArgument;
#else
typedef xmlErrorPtr ErrorArgument;
#endif

static void
structured_cb (void *data, ErrorArgument error)
{
  error_cb (data, error);
}

QgXml *
qg_xml_new (QgMapInput *input)
{
  QgXml *xml = g_new0 (QgXml, 1);

  xml->input = input;
  xml->tag = xml->line_at = input->text;
  xml->tag_line = 1;
  /* The text is UTF-8 by now, whatever its declaration says. */
  xml->reader = xmlReaderForMemory (input->text, (int) input->length, NULL, "UTF-8",
                                    XML_PARSE_NONET | XML_PARSE_COMPACT | XML_PARSE_NOCDATA);
  if (xml->reader != NULL)
    xmlTextReaderSetStructuredErrorHandler (xml->reader, structured_cb, xml);
  return xml;
}

void
qg_xml_free (QgXml *xml)
{
  if (xml->reader != NULL)
    xmlFreeTextReader (xml->reader);
  g_free (xml->message);
  g_free (xml);
}

/* In attributes the reader would expand entities, so that their values are taken from the tree below it. */
static guint
count_references (QgXml *xml)
{
  const xmlNode *element = xmlTextReaderCurrentNode (xml->reader);
  guint n = 0;

  for (const xmlAttr *a = element != NULL ? element->properties : NULL; a != NULL; a = a->next)
    for (const xmlNode *piece = a->children; piece != NULL; piece = piece->next)
      n += piece->type == XML_ENTITY_REF_NODE;
  return n;
}

/* Behind a DOCTYPE, which may have declarations with brackets, quotes and comments in it; NULL without an
 * end. */
static const char *
skip_doctype (const char *p)
{
  guint open = 0;

  while (p != NULL && *p != '\0')
    if (*p == '>' && open == 0)
      return p + 1;
    else if (g_str_has_prefix (p, "<!--"))
      p = strstr (p + 4, "-->");
    else if (g_str_has_prefix (p, "<?"))
      p = strstr (p + 2, "?>");
    else if (*p == '"' || *p == '\'')
      {
        p = strchr (p + 1, *p);
        p = p != NULL ? p + 1 : NULL;
      }
    else
      {
        open += *p == '[' ? 1 : *p == ']' && open > 0 ? -1U : 0;
        p++;
      }
  return NULL;
}

/* The "<" of the next element that begins at @p or behind it; NULL for none. */
static const char *
find_tag (const char *p)
{
  while (p != NULL && (p = strchr (p, '<')) != NULL)
    if (g_str_has_prefix (p, "<!--"))
      p = strstr (p + 4, "-->");
    else if (g_str_has_prefix (p, "<![CDATA["))
      p = strstr (p + 9, "]]>");
    else if (g_str_has_prefix (p, "<?"))
      p = strstr (p + 2, "?>");
    else if (p[1] == '!')
      p = skip_doctype (p);
    else if (p[1] == '/')
      p++;
    else
      return p;
  return NULL;
}

/* From the tag before to the one of the element that was opened now. */
static void
follow_tag (QgXml *xml)
{
  const char *name = (const char *) xmlTextReaderConstName (xml->reader), *tag;

  if (xml->tag == NULL || name == NULL)
    return;
  tag = find_tag (xml->tag + xml->past);
  xml->past = 1;
  xml->tag = tag != NULL && g_str_has_prefix (tag + 1, name) ? tag : NULL;
  for (const char *end;
       xml->tag != NULL && (end = memchr (xml->line_at, '\n', (gsize) (tag - xml->line_at))) != NULL;
       xml->tag_line++)
    xml->line_at = end + 1;
}

static QgXmlEvent
step (QgXml *xml)
{
  for (;;)
    {
      int status = xml->reader != NULL ? xmlTextReaderRead (xml->reader) : -1;

      if (status != 1)
        {
          xml->failed = status < 0;
          return QG_XML_END;
        }
      switch (xmlTextReaderNodeType (xml->reader))
        {
        case XML_READER_TYPE_ELEMENT:
          xml->closes = xmlTextReaderIsEmptyElement (xml->reader) == 1;
          xml->references = count_references (xml);
          follow_tag (xml);
          return QG_XML_OPEN;
        case XML_READER_TYPE_END_ELEMENT:
          return QG_XML_CLOSE;
        case XML_READER_TYPE_TEXT:
        case XML_READER_TYPE_CDATA:
        case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
          return QG_XML_TEXT;
        case XML_READER_TYPE_ENTITY_REFERENCE:
          return QG_XML_REFERENCE;
        default:
          break;
        }
    }
}

QgXmlEvent
qg_xml_next (QgXml *xml)
{
  QgXmlEvent event;

  if (xml->references > 0)
    {
      xml->references--;
      return QG_XML_REFERENCE;
    }
  if (xml->closes)
    {
      xml->closes = FALSE;
      return QG_XML_CLOSE;
    }
  if (xml->too_deep || xml->failed || xml->cancelled)
    return QG_XML_END;
  if (++xml->events % 4096 == 0 && g_cancellable_is_cancelled (xml->input->cancellable))
    {
      xml->cancelled = TRUE;
      return QG_XML_END;
    }
  event = step (xml);
  if (event == QG_XML_OPEN && xmlTextReaderDepth (xml->reader) > MAX_DEPTH)
    {
      xml->too_deep = TRUE;
      qg_xml_get_place (xml, &xml->line, &xml->column);
      return QG_XML_END;
    }
  return event;
}

const char *
qg_xml_get_name (QgXml *xml)
{
  const xmlChar *name = xmlTextReaderConstLocalName (xml->reader);

  return name != NULL ? (const char *) name : "";
}

const char *
qg_xml_get_value (QgXml *xml)
{
  const xmlChar *value = xmlTextReaderConstValue (xml->reader);

  return value != NULL ? (const char *) value : "";
}

gboolean
qg_xml_is (QgXml *xml, const char *name)
{
  return strcmp (qg_xml_get_name (xml), name) == 0;
}

/* Without references; those to characters and to what XML itself defines are text by now. */
static char *
dup_value (const xmlAttr *attribute)
{
  GString *value = g_string_new (NULL);

  for (const xmlNode *piece = attribute->children; piece != NULL; piece = piece->next)
    if (piece->type == XML_TEXT_NODE)
      g_string_append (value, (const char *) piece->content);
  return g_string_free (value, FALSE);
}

char *
qg_xml_dup_attribute (QgXml *xml, const char *name)
{
  const xmlAttr *found = xmlHasNsProp (xmlTextReaderCurrentNode (xml->reader), (const xmlChar *) name, NULL);

  if (found == NULL)
    return NULL;
  /* The document itself says what it is where the element does not. */
  if (found->type == XML_ATTRIBUTE_DECL)
    return g_strdup ((const char *) ((const xmlAttribute *) (gconstpointer) found)->defaultValue);
  return dup_value (found);
}

GPtrArray *
qg_xml_dup_attributes_of (QgXml *xml, const char *space)
{
  GPtrArray *pairs = g_ptr_array_new_with_free_func (g_free);
  const xmlNode *element = xmlTextReaderCurrentNode (xml->reader);

  for (const xmlAttr *a = element != NULL ? element->properties : NULL; a != NULL; a = a->next)
    if (a->ns != NULL && g_strcmp0 ((const char *) a->ns->href, space) == 0)
      {
        g_ptr_array_add (pairs, g_strdup ((const char *) a->name));
        g_ptr_array_add (pairs, dup_value (a));
      }
  return pairs;
}

void
qg_xml_get_place (QgXml *xml, guint *line, guint *column)
{
  if (xml->tag != NULL)
    {
      *line = xml->tag_line;
      *column = (guint) g_utf8_strlen (xml->line_at, xml->tag - xml->line_at) + 1;
    }
  else
    {
      const int l = xmlTextReaderGetParserLineNumber (xml->reader);

      *line = l > 0 ? (guint) l : 0;
      *column = 1;
    }
}

int
qg_xml_get_depth (QgXml *xml)
{
  return xmlTextReaderDepth (xml->reader);
}

gboolean
qg_xml_finish (QgXml *xml, GError **error)
{
  QgProblems *problems = xml->input->problems;

  if (xml->cancelled || g_cancellable_is_cancelled (xml->input->cancellable))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "cancelled");
      return FALSE;
    }
  if (!xml->failed && !xml->too_deep && xml->message == NULL)
    return TRUE;
  if (xml->too_deep)
    qg_problems_add (problems, QG_PROBLEM_ERROR, xml->line, xml->column, N_ ("nested too deeply"), NULL, NULL,
                     NULL, NULL);
  else
    qg_problems_add (problems, QG_PROBLEM_ERROR, xml->line, xml->column, find_message (xml->code), NULL, NULL,
                     NULL, NULL);
  g_set_error (error, QG_FORMATS_ERROR, QG_FORMATS_ERROR_SYNTAX, "%s:%u:%u: %s", xml->input->path, xml->line,
               xml->column,
               xml->too_deep          ? "nested too deeply"
               : xml->message != NULL ? xml->message
                                      : "");
  return FALSE;
}

/* Skips what may stand before the first element: a declaration, comments, a DOCTYPE with brackets in it. */
static const char *
find_element (const char *p, const char *end)
{
  while (p < end)
    {
      const char *close = NULL;

      p += strspn (p, " \t\r\n");
      if (*p != '<')
        return NULL;
      if (g_ascii_isalpha (p[1]))
        return p + 1;
      if (g_str_has_prefix (p, "<!--"))
        close = strstr (p, "-->");
      else if (g_str_has_prefix (p, "<?"))
        close = strstr (p, "?>");
      else if (g_str_has_prefix (p, "<!"))
        {
          gsize n = strcspn (p, "[>");

          close = p[n] == '[' ? strstr (p, "]>") : p[n] == '>' ? p + n : NULL;
          if (p[n] == '[' && close == NULL && (close = strchr (p, ']')) != NULL)
            close = strchr (close, '>');
        }
      close = close != NULL ? strchr (close, '>') : NULL;
      if (close == NULL)
        return NULL;
      p = close + 1;
    }
  return NULL;
}

gboolean
qg_xml_sniff (const char *text, gsize length, const char *name)
{
  const char *element = find_element (text, text + length);
  gsize n = element != NULL ? strcspn (element, " \t\r\n/>") : 0;
  const char *colon = element != NULL ? memchr (element, ':', n) : NULL;
  const char *local = colon != NULL ? colon + 1 : element;

  return element != NULL && (gsize) (element + n - local) == strlen (name) &&
         strncmp (local, name, strlen (name)) == 0;
}
