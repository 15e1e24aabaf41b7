/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-words.h"

#include <string.h>

/* The order of the columns in the tables. */
typedef enum
{
  KK,
  RU,
  EN,
  LATN,
} Column;
#define N_COLUMNS 4

static const char *const words[QG_N_WORDS][N_COLUMNS] = {
  [QG_WORD_LEGEND] = { "Шартты белгілер", "Условные обозначения", "Legend", "Şartty belgıler" },
  [QG_WORD_SOURCES] = { "Дереккөздер", "Источники", "Sources", "Derekközder" },
  [QG_WORD_SOURCE] = { "Дереккөз", "Источник", "Source", "Derekköz" },
  [QG_WORD_PARAGRAPH] = { "%s-абзац", "абз.\u00a0%s", "par.\u00a0%s", "%s-abzas" },
  [QG_WORD_ARTICLE] = { "%s-бап", "ст.\u00a0%s", "art.\u00a0%s", "%s-bap" },
  [QG_WORD_PAGE] = { "%s-б.", "с.\u00a0%s", "p.\u00a0%s", "%s-b." },
  [QG_WORD_FOOTNOTE] = { "%s-сілтеме", "сноска\u00a0%s", "footnote\u00a0%s", "%s-sılteme" },
  [QG_WORD_SECTION] = { "«%s» бөлімі", "раздел «%s»", "section “%s”", "«%s» bölımı" },
  [QG_WORD_UNLISTED] = { "мақалада аталмаған еңбек", "работа, которая в статье не названа",
                         "a work that the article does not name", "maqalada atalmağan eñbek" },
  [QG_WORD_DENIAL] = { "теріске шығару", "отрицание", "denial", "terıske şyğaru" },
  [QG_WORD_NO_SOURCE] = { "дереккөзі көрсетілмеген", "источник не указан", "no source given",
                          "derekközı körsetılmegen" },
  [QG_WORD_VERSION] = { "%s-нұсқа", "версия %s", "version %s", "%s-nūsqa" },
  [QG_WORD_LICENCE] = { "Лицензия: %s", "Лицензия: %s", "License: %s", "Lisenzia: %s" },
  [QG_WORD_EDITORS_NOTE] = { "Редактор ескертпесі", "Примечание редактора", "Editor’s note",
                             "Redaktor eskertpesı" },
  [QG_WORD_FROM_GROUP] = { "%s тобынан", "группы %s", "the group %s", "%s tobynan" },
  [QG_WORD_TO_GROUP] = { "%s тобына", "группе %s", "the group %s", "%s tobyna" },
  [QG_WORD_FROM_ENTITY] = { "%s нысанынан", "объекта %s", "%s", "%s nysanynan" },
  [QG_WORD_TO_ENTITY] = { "%s нысанына", "объекту %s", "%s", "%s nysanyna" },
  [QG_WORD_TIES_FORTH] = { "{from} {to} %s бар", "От {from} к {to} %s", "%s lead from {from} to {to}",
                           "{from} {to} %s bar" },
  [QG_WORD_TIES_BACK] = { "{to} {from} %s бар", "К {to} от {from} %s", "%s lead to {to} from {from}",
                          "{to} {from} %s bar" },
  [QG_WORD_CONTINUED] = { "%s (жалғасы)", "%s (продолжение)", "%s (continued)", "%s (jalğasy)" },
  [QG_WORD_MORE] = { "… тағы бар.", "… есть ещё.", "… there are more.", "… tağy bar." },
  [QG_WORD_AS_OF] = { "деректер уақыты: %s", "по состоянию на %s", "as of %s", "derekter uaqyty: %s" },
};

static const char *const statements[QG_N_STATEMENTS][N_COLUMNS] = {
  [QG_STATEMENT_UNSTATED] = { "түрі көрсетілмеген", "вид не указан", "kind not stated",
                              "türı körsetılmegen" },
  [QG_STATEMENT_DEFINITION] = { "анықтама", "определение", "definition", "anyqtama" },
  [QG_STATEMENT_FACT] = { "дерек", "факт", "fact", "derek" },
  [QG_STATEMENT_NORM] = { "норма", "норма", "norm", "norma" },
  [QG_STATEMENT_CLAIM] = { "пайым", "суждение автора", "claim", "paiym" },
  [QG_STATEMENT_THEORY] = { "теория", "теория", "theory", "teoria" },
};

static const char *const hints[QG_N_STATEMENTS][N_COLUMNS] = {
  [QG_STATEMENT_UNSTATED] = { "Пікірдің қандай екені картада айтылмаған",
                              "Карта не говорит, какого рода это утверждение",
                              "The map does not say what kind of statement this is",
                              "Pıkırdıñ qandai ekenı kartada aitylmağan" },
  [QG_STATEMENT_DEFINITION] = { "Ұғымның не екенін айтады", "Говорит, что значит понятие",
                                "Says what a term means", "Ūğymnyñ ne ekenın aitady" },
  [QG_STATEMENT_FACT] = { "Шын мәнінде болған немесе бар нәрсе", "То, что было или есть на самом деле",
                          "What was or is the case", "Şyn mänınde bolğan nemese bar närse" },
  [QG_STATEMENT_NORM] = { "Заң немесе қағида бойынша болуға тиіс нәрсе",
                          "То, что должно быть по закону или по принципу",
                          "What ought to be, by law or by principle",
                          "Zañ nemese qağida boiynşa boluğa tiıs närse" },
  [QG_STATEMENT_CLAIM] = { "Автордың пайымы немесе бағасы", "Суждение или оценка автора",
                           "The author’s judgment or praise", "Avtordyñ paiymy nemese bağasy" },
  [QG_STATEMENT_THEORY] = { "Қазақстан заңынан емес, ғылымнан алынған",
                            "Взято из науки, а не из законов Казахстана",
                            "Taken from scholarship, not from Kazakhstan’s law",
                            "Qazaqstan zañynan emes, ğylymnan alynğan" },
};

static const char *const certainties[3][N_COLUMNS] = {
  [QG_CERTAINTY_CERTAIN] = { "анық", "достоверно", "certain", "anyq" },
  [QG_CERTAINTY_LIKELY] = { "ықтимал", "вероятно", "likely", "yqtimal" },
  [QG_CERTAINTY_OPEN] = { "тексерілмеген", "не проверено", "open", "tekserılmegen" },
};

static Column
get_column (QgLang lang)
{
  if (lang == QG_LANG_KK)
    return KK;
  if (lang == QG_LANG_RU)
    return RU;
  return lang == QG_LANG_KK_LATN ? LATN : EN;
}

const char *
qg_word (QgWord word, QgLang lang)
{
  g_return_val_if_fail (word < QG_N_WORDS, "");
  return words[word][get_column (lang)];
}

char *
qg_word_dup_with (QgWord word, QgLang lang, const char *argument)
{
  const char *pattern = qg_word (word, lang), *mark = strstr (pattern, "%s");

  if (mark == NULL)
    return g_strdup (pattern);
  return g_strdup_printf ("%.*s%s%s", (int) (mark - pattern), pattern, argument, mark + 2);
}

typedef struct
{
  const char *one, *few, *many; /* the last two are told apart by Russian alone */
} Counted;

/* Number and word stay in one line, wherever the verb or the sentence is broken. */
static char *
dup_counted (guint n, QgLang lang, const Counted *forms)
{
  const Counted *of = &forms[get_column (lang)];
  gboolean teen = n % 100 >= 11 && n % 100 <= 14;
  const char *form = n == 1 ? of->one : of->many;

  if (get_column (lang) == RU)
    form = !teen && n % 10 == 1 ? of->one : !teen && n % 10 >= 2 && n % 10 <= 4 ? of->few : of->many;
  return g_strdup_printf ("%u\u00a0%s", n, form);
}

char *
qg_word_dup_relations (guint n, QgLang lang)
{
  static const Counted forms[N_COLUMNS] = {
    [KK] = { "байланыс", NULL, "байланыс" },
    [RU] = { "связь", "связи", "связей" },
    [EN] = { "relation", NULL, "relations" },
    [LATN] = { "bailanys", NULL, "bailanys" },
  };

  return dup_counted (n, lang, forms);
}

char *
qg_word_dup_ways (guint n, QgLang lang)
{
  static const Counted forms[N_COLUMNS] = {
    [KK] = { "жол", NULL, "жол" },
    [RU] = { "путь", "пути", "путей" },
    [EN] = { "way", NULL, "ways" },
    [LATN] = { "jol", NULL, "jol" },
  };

  return dup_counted (n, lang, forms);
}

char *
qg_word_dup_ties (guint n, QgLang lang)
{
  g_autofree char *relations = qg_word_dup_relations (n, lang);

  if (get_column (lang) != RU)
    return g_steal_pointer (&relations);
  return g_strdup_printf (n % 10 == 1 && n % 100 != 11 ? "ведёт %s" : "ведут %s", relations);
}

const char *
qg_word_statement (QgStatement statement, QgLang lang)
{
  g_return_val_if_fail (statement < QG_N_STATEMENTS, "");
  return statements[statement][get_column (lang)];
}

const char *
qg_word_statement_hint (QgStatement statement, QgLang lang)
{
  g_return_val_if_fail (statement < QG_N_STATEMENTS, "");
  return hints[statement][get_column (lang)];
}

const char *
qg_word_certainty (QgCertainty certainty, QgLang lang)
{
  g_return_val_if_fail (certainty < G_N_ELEMENTS (certainties), "");
  return certainties[certainty][get_column (lang)];
}
