/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-config.h"

#include "qg-shapes.h"

#include <string.h>

/* The first of these are yEd's. */
#define N_OF_YED 18

static const QgShape shapes[] = {
  { { "rectangle", "box", "rect", "record" },
    "Тіктөртбұрыш",
    "Прямоугольник",
    "Rectangle",
    QG_SYMBOL_SQUARE,
    TRUE },
  { { "roundrectangle", "Mrecord" },
    "Жұмыр тіктөртбұрыш",
    "Скруглённый прямоугольник",
    "Rounded rectangle",
    QG_SYMBOL_PAGE,
    TRUE },
  { { "ellipse", "oval" }, "Эллипс", "Эллипс", "Ellipse", QG_SYMBOL_CIRCLE, FALSE },
  { { "diamond" }, "Ромб", "Ромб", "Diamond", QG_SYMBOL_DIAMOND, FALSE },
  { { "hexagon" }, "Алтыбұрыш", "Шестиугольник", "Hexagon", QG_SYMBOL_SHIELD, FALSE },
  { { "octagon" }, "Сегізбұрыш", "Восьмиугольник", "Octagon", QG_SYMBOL_SHIELD, FALSE },
  { { "parallelogram" }, "Параллелограмм", "Параллелограмм", "Parallelogram", QG_SYMBOL_FLAG, FALSE },
  { { "parallelogram2" },
    "Солға қисайған параллелограмм",
    "Параллелограмм влево",
    "Parallelogram to the left",
    QG_SYMBOL_FLAG,
    FALSE },
  { { "triangle" }, "Үшбұрыш", "Треугольник", "Triangle", QG_SYMBOL_WARNING, FALSE },
  { { "triangle2", "invtriangle" },
    "Төңкерілген үшбұрыш",
    "Перевёрнутый треугольник",
    "Triangle upside down",
    QG_SYMBOL_WARNING,
    FALSE },
  { { "trapezoid", "trapezium" }, "Трапеция", "Трапеция", "Trapezoid", QG_SYMBOL_COLUMNS, FALSE },
  { { "trapezoid2", "invtrapezium" },
    "Төңкерілген трапеция",
    "Перевёрнутая трапеция",
    "Trapezoid upside down",
    QG_SYMBOL_COLUMNS,
    FALSE },
  { { "star5", "star" },
    "Бесбұрышты жұлдыз",
    "Пятиконечная звезда",
    "Five-pointed star",
    QG_SYMBOL_STAR,
    FALSE },
  { { "star6" }, "Алтыбұрышты жұлдыз", "Шестиконечная звезда", "Six-pointed star", QG_SYMBOL_STAR, FALSE },
  { { "star8" },
    "Сегізбұрышты жұлдыз",
    "Восьмиконечная звезда",
    "Eight-pointed star",
    QG_SYMBOL_STAR,
    FALSE },
  { { "rectangle3d", "box3d" },
    "Көлемді тіктөртбұрыш",
    "Объёмный прямоугольник",
    "Rectangle in relief",
    QG_SYMBOL_SQUARE,
    FALSE },
  { { "fatarrow" }, "Көрсеткі", "Стрелка", "Arrow", QG_SYMBOL_FLAG, FALSE },
  { { "fatarrow2" }, "Солға көрсеткі", "Стрелка влево", "Arrow to the left", QG_SYMBOL_FLAG, FALSE },
  { { "circle" }, "Шеңбер", "Круг", "Circle", QG_SYMBOL_CIRCLE, FALSE },
  { { "doublecircle" }, "Қос шеңбер", "Двойной круг", "Double circle", QG_SYMBOL_CIRCLE, FALSE },
  { { "square" }, "Шаршы", "Квадрат", "Square", QG_SYMBOL_SQUARE, FALSE },
  { { "pentagon" }, "Бесбұрыш", "Пятиугольник", "Pentagon", QG_SYMBOL_HOUSE, FALSE },
  { { "house" }, "Үй", "Дом", "House", QG_SYMBOL_HOUSE, FALSE },
  { { "cylinder" }, "Цилиндр", "Цилиндр", "Cylinder", QG_SYMBOL_SQUARE, FALSE },
  { { "note" }, "Парақ", "Лист", "Sheet", QG_SYMBOL_PAGE, FALSE },
  { { "folder", "tab" }, "Бума", "Папка", "Folder", QG_SYMBOL_PAGE, FALSE },
  { { "plaintext", "plain", "none" }, "Мәтін", "Текст", "Text", QG_SYMBOL_PAGE, FALSE },
};

/* The flowchart palette of yEd. */
#define FLOWCHART "com.yworks.flowchart."

static const struct
{
  const char *flowchart, *name;
} figures[] = {
  { "process", "rectangle" },
  { "predefinedProcess", "rectangle" },
  { "internalStorage", "rectangle" },
  { "start1", "ellipse" },
  { "start2", "ellipse" },
  { "terminator", "roundrectangle" },
  { "delay", "roundrectangle" },
  { "display", "roundrectangle" },
  { "decision", "diamond" },
  { "preparation", "hexagon" },
  { "loopLimit", "octagon" },
  { "loopLimitEnd", "octagon" },
  { "data", "parallelogram" },
  { "manualInput", "trapezoid" },
  { "manualOperation", "trapezoid2" },
  { "document", "note" },
  { "card", "note" },
  { "paperType", "note" },
  { "annotation", "plaintext" },
  { "dataBase", "cylinder" },
  { "directData", "cylinder" },
  { "storedData", "cylinder" },
  { "sequentialData", "circle" },
  { "onPageReference", "circle" },
  { "offPageReference", "pentagon" },
  { "userMessage", "pentagon" },
};

const QgShape *
qg_shape_find (const char *name)
{
  if (g_str_has_prefix (name, FLOWCHART))
    for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
      if (strcmp (figures[i].flowchart, name + strlen (FLOWCHART)) == 0)
        return qg_shape_find (figures[i].name);
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    for (guint k = 0; shapes[i].names[k] != NULL; k++)
      if (strcmp (shapes[i].names[k], name) == 0)
        return &shapes[i];
  return NULL;
}

const char *
qg_shape_of_symbol (QgSymbol symbol)
{
  for (guint i = 0; i < N_OF_YED; i++)
    if (shapes[i].symbol == symbol)
      return shapes[i].names[0];
  return "roundrectangle";
}
