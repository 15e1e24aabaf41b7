/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Entities in attributes are left out, and told; what XML itself defines is read. */

#include "qg-xml.h"

#include <string.h>

static QgXml *
open_text (const char *text, QgMapInput *input)
{
  *input = (QgMapInput){
    .path = "a.xml", .text = text, .length = strlen (text), .problems = qg_problems_new ("a.xml")
  };
  return qg_xml_new (input);
}

/* What qg_xml_next() gives, a letter for each. */
static char *
dup_events (QgXml *xml)
{
  static const char letters[] = {
    [QG_XML_OPEN] = '(', [QG_XML_CLOSE] = ')', [QG_XML_TEXT] = 'T', [QG_XML_REFERENCE] = '&'
  };
  GString *events = g_string_new (NULL);
  QgXmlEvent event;

  while ((event = qg_xml_next (xml)) != QG_XML_END)
    g_string_append_c (events, letters[event]);
  return g_string_free (events, FALSE);
}

static void
test_attributes (void)
{
  static const struct
  {
    const char *text, *value, *mark, *events;
  } cases[] = {
    { "<a v='see &amp; &#x41; &lt; here'/>", "see & A < here", NULL, ")" },
    { "<!DOCTYPE a [<!ENTITY x 'EXPANDED'>]><a v='see &x; here'/>", "see  here", NULL, "&)" },
    { "<!DOCTYPE a [<!ENTITY x 'EXPANDED'>]><a v='&x;&x;b&amp;'>&x;</a>", "b&", NULL, "&&&)" },
    { "<!DOCTYPE a [<!ENTITY x 'EXPANDED'>]><a v='&x;'/>", "", NULL, "&)" },
    { "<!DOCTYPE a [<!ENTITY x 'EXPANDED'>]><a xmlns:q='urn:q' v='1' q:v='a&x;b&gt;'/>", "1", "ab>", "&)" },
    { "<!DOCTYPE a [<!ENTITY x 'EXPANDED'>]><a xmlns:q='urn:q' xmlns:r='urn:r' r:v='2' q:v='3'/>", NULL, "3",
      ")" },
    { "<!DOCTYPE a [<!ENTITY x 'EXPANDED'><!ENTITY y '&x;&x;'>]><a v='&y;'/>", "", NULL, "&)" },
    { "<!DOCTYPE a [<!ATTLIST a v CDATA 'usual'>]><a/>", "usual", NULL, ")" },
    { "<a/>", NULL, NULL, ")" },
    { "<a v=''>text<b/></a>", "", NULL, "T())" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      QgMapInput input;
      g_autoptr (QgXml) xml = open_text (cases[i].text, &input);
      g_autofree char *value = NULL, *events = NULL;
      g_autoptr (GPtrArray) marks = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (qg_xml_next (xml), ==, QG_XML_OPEN);
      value = qg_xml_dup_attribute (xml, "v");
      g_assert_cmpstr (value, ==, cases[i].value);
      marks = qg_xml_dup_attributes_of (xml, "urn:q");
      g_assert_cmpuint (marks->len, ==, cases[i].mark != NULL ? 2 : 0);
      if (cases[i].mark != NULL)
        {
          g_assert_cmpstr (marks->pdata[0], ==, "v");
          g_assert_cmpstr (marks->pdata[1], ==, cases[i].mark);
        }
      events = dup_events (xml);
      g_assert_cmpstr (events, ==, cases[i].events);
      qg_xml_finish (xml, &error);
      g_assert_no_error (error);
      qg_problems_unref (input.problems);
    }
}

/* Entities in entities, in an attribute: refused as what they are, or left out. */
static void
test_bomb (void)
{
  static const char loop[] = "<!DOCTYPE a [<!ENTITY x '&y;'><!ENTITY y '&x;'>]><a v='&x;'/>";
  g_autoptr (GString) bomb = g_string_new ("<!DOCTYPE a [<!ENTITY e0 'lollollollollollollollollol'>");

  for (guint i = 1; i < 10; i++)
    {
      g_string_append_printf (bomb, "<!ENTITY e%u '", i);
      for (guint k = 0; k < 10; k++)
        g_string_append_printf (bomb, "&e%u;", i - 1);
      g_string_append (bomb, "'>");
    }
  g_string_append (bomb, "]><a v='&e9;'/>");
  for (guint i = 0; i < 2; i++)
    {
      QgMapInput input;
      g_autoptr (QgXml) xml = open_text (i == 0 ? loop : bomb->str, &input);
      g_autofree char *events = dup_events (xml), *said = NULL;
      gboolean finished = qg_xml_finish (xml, NULL);

      said = qg_problems_dup_text (input.problems);
      if (finished ? strchr (events, '&') == NULL
                   : strstr (said, "grow without measure or lead back") == NULL)
        g_error ("%s: %s", events, said);
      qg_problems_unref (input.problems);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/xml/attributes", test_attributes);
  g_test_add_func ("/formats/xml/bomb", test_bomb);
  return g_test_run ();
}
