/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-date.h"

#include <stdio.h>
#include <stdlib.h>

static const char *const months_kk[] = { "қаңтар", "ақпан", "наурыз",   "сәуір", "мамыр",  "маусым",
                                         "шілде",  "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан" };
static const char *const months_kk_latn[] = { "qañtar", "aqpan", "nauryz",   "säuır", "mamyr",  "mausym",
                                              "şılde",  "tamyz", "qyrküiek", "qazan", "qaraşa", "jeltoqsan" };
static const char *const months_ru[] = { "января", "февраля", "марта",    "апреля",  "мая",    "июня",
                                         "июля",   "августа", "сентября", "октября", "ноября", "декабря" };
static const char *const months_en[] = {
  "January", "February", "March",     "April",   "May",      "June",
  "July",    "August",   "September", "October", "November", "December"
};

/* A month by itself stands in another case in Russian. */
static const char *const months_ru_alone[] = {
  "январь", "февраль", "март",     "апрель",  "май",    "июнь",
  "июль",   "август",  "сентябрь", "октябрь", "ноябрь", "декабрь"
};

static gboolean
parse_month (const char *date, int *year, int *month)
{
  int used = 0;

  return sscanf (date, "%4d-%2d%n", year, month, &used) == 2 && date[used] == '\0' &&
         g_date_valid_month ((GDateMonth) *month);
}

static char *
dup_month (int year, int month, QgLang lang)
{
  if (lang == QG_LANG_KK)
    return g_strdup_printf ("%d ж. %s", year, months_kk[month - 1]);
  if (lang == QG_LANG_KK_LATN)
    return g_strdup_printf ("%d j. %s", year, months_kk_latn[month - 1]);
  if (lang == QG_LANG_RU)
    return g_strdup_printf ("%s %d г.", months_ru_alone[month - 1], year);
  if (lang == QG_LANG_EN)
    return g_strdup_printf ("%s %d", months_en[month - 1], year);
  return g_strdup_printf ("%d-%02d", year, month);
}

static gboolean
parse (const char *date, int *year, int *month, int *day)
{
  int used = 0;

  return sscanf (date, "%4d-%2d-%2d%n", year, month, day, &used) == 3 && date[used] == '\0' &&
         g_date_valid_dmy ((GDateDay) *day, (GDateMonth) *month, (GDateYear) *year);
}

char *
qg_date_dup_words (const char *date, QgLang lang)
{
  int year, month, day;

  if (parse_month (date, &year, &month))
    return dup_month (year, month, lang);
  if (!parse (date, &year, &month, &day))
    return g_strdup (date);
  if (lang == QG_LANG_KK)
    return g_strdup_printf ("%d ж. %d %s", year, day, months_kk[month - 1]);
  if (lang == QG_LANG_KK_LATN)
    return g_strdup_printf ("%d j. %d %s", year, day, months_kk_latn[month - 1]);
  if (lang == QG_LANG_RU)
    return g_strdup_printf ("%d %s %d г.", day, months_ru[month - 1], year);
  if (lang == QG_LANG_EN)
    return g_strdup_printf ("%d %s %d", day, months_en[month - 1], year);
  return g_strdup (date);
}

char *
qg_date_dup_of_export (const QgMap *map)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  char *end;

  if (epoch != NULL && *epoch != '\0')
    {
      gint64 seconds = g_ascii_strtoll (epoch, &end, 10);
      g_autoptr (GDateTime) time = *end == '\0' ? g_date_time_new_from_unix_utc (seconds) : NULL;

      if (time != NULL)
        return g_date_time_format (time, "%Y-%m-%d");
    }
  return g_strdup (qg_map_get_date (map));
}
