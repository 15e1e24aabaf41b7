/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

#include "qg-symbols.h"

#define GRID 16.0

/* In a square of 16 × 16; filled even-odd, so that a shape within a shape is a hole. Nothing is thinner than
 * one unit, which is most of a pixel where the symbol is smallest. */
static const char *const shapes[QG_N_SYMBOLS] = {
  [QG_SYMBOL_CIRCLE] = "M8 2C11.3 2 14 4.7 14 8C14 11.3 11.3 14 8 14C4.7 14 2 11.3 2 8C2 4.7 4.7 2 8 2Z",
  [QG_SYMBOL_SQUARE] = "M3 2.5H13V13.5H3Z",
  [QG_SYMBOL_DIAMOND] = "M8 1L15 8L8 15L1 8Z",
  [QG_SYMBOL_COLUMNS] = "M8 1L15 5V6.6H1V5Z M2.4 7.8H4.6V12.4H2.4Z M6.9 7.8H9.1V12.4H6.9Z"
                        "M11.4 7.8H13.6V12.4H11.4Z M1 13.4H15V15H1Z",
  [QG_SYMBOL_HOUSE] = "M8 1.2L15.4 8.2H13.4V14.8H9.8V10H6.2V14.8H2.6V8.2H0.6Z",
  [QG_SYMBOL_FLAG] = "M2.6 1H4.4V15.2H2.6Z M5.4 2C8.2 0.6 10.2 4 14.4 2.2V9.4C10.2 11.2 8.2 7.8 5.4 9.2Z",
  [QG_SYMBOL_HANDS] = "M4 7.4V3.4C4 2.1 5.7 2.1 5.7 3.4V7.2H6.6V2.1C6.6 0.8 8.3 0.8 8.3 2.1V7.2H9.2V2.6C9.2 "
                      "1.3 10.9 1.3 10.9 "
                      "2.6V7.6H11.8V4.4C11.8 3.1 13.5 3.1 13.5 4.4V10.6C13.5 13.6 11.6 15.2 9 15.2C6.5 15.2 "
                      "5.3 14 4.3 12.3L1.7 "
                      "8.7C1 7.6 2.3 6.6 3.2 7.5L4 8.4Z",
  [QG_SYMBOL_PERSON] =
      "M8 1.2C10 1.2 11.4 2.7 11.4 4.6C11.4 6.5 10 8 8 8C6 8 4.6 6.5 4.6 4.6C4.6 2.7 6 1.2 8 1.2Z"
      "M1.8 15C1.8 11 4.4 9.2 8 9.2C11.6 9.2 14.2 11 14.2 15Z",
  [QG_SYMBOL_PAGE] = "M2.8 1H9.8L13.4 4.6V15H2.8Z M5 4.2H8.4V5.4H5Z M5 7.2H11.2V8.4H5Z M5 10.2H11.2V11.4H5Z",
  [QG_SYMBOL_CYCLE] = "M1.4 8C1.4 4.4 4.4 1.4 8 1.4C9.9 1.4 11.7 2.3 12.9 3.6L11.4 5.1C10.6 4.2 9.4 3.5 8 "
                      "3.5C5.5 3.5 3.5 5.5 3.5 8Z"
                      "M15.2 1.4V7.2H9.4Z"
                      "M14.6 8C14.6 11.6 11.6 14.6 8 14.6C6.1 14.6 4.3 13.7 3.1 12.4L4.6 10.9C5.4 11.8 6.6 "
                      "12.5 8 12.5C10.5 12.5 "
                      "12.5 10.5 12.5 8Z M0.8 14.6V8.8H6.6Z",
  [QG_SYMBOL_BULB] =
      "M8 0.8C4.8 0.8 2.5 3.1 2.5 6.1C2.5 8.4 4 9.6 4.8 10.8C5.1 11.3 5.2 11.7 5.2 12.1H10.8C10.8 11.7 10.9 "
      "11.3 "
      "11.2 10.8C12 9.6 13.5 8.4 13.5 6.1C13.5 3.1 11.2 0.8 8 0.8Z M5.4 13.1H10.6V14.2H9.7C9.5 15 8.8 15.4 8 "
      "15.4C7.2 15.4 6.5 15 6.3 14.2H5.4Z",
  [QG_SYMBOL_SHIELD] = "M8 0.8L14.2 3V7.4C14.2 11.1 11.7 13.9 8 15.4C4.3 13.9 1.8 11.1 1.8 7.4V3Z"
                       "M8 2.9L12.3 4.4V7.4C12.3 10.1 10.6 12.1 8 13.4Z",
  [QG_SYMBOL_COIN] =
      "M8 0.8C12 0.8 15.2 4 15.2 8C15.2 12 12 15.2 8 15.2C4 15.2 0.8 12 0.8 8C0.8 4 4 0.8 8 0.8Z"
      "M4.6 4.2H11.4V5.5H4.6Z M4.6 6.7H11.4V8H8.75V12.4H7.25V8H4.6Z",
  [QG_SYMBOL_CALENDAR] = "M1.8 3H4V1.2H5.6V3H10.4V1.2H12V3H14.2V14.8H1.8Z M3.4 6.4H12.6V13.2H3.4Z"
                         "M5 7.8H7V9.6H5Z M9 7.8H11V9.6H9Z M5 10.4H7V12.2H5Z",
  [QG_SYMBOL_WARNING] = "M8 1L15.8 14.8H0.2Z M7.1 5.6H8.9V10.2H7.1Z M7.1 11.4H8.9V13.2H7.1Z",
  [QG_SYMBOL_SCALES] =
      "M7.2 1.2H8.8V2.8H14V4.3H8.8V13.4H11.6V15H4.4V13.4H7.2V4.3H2V2.8H7.2Z"
      "M3.2 5L6 10H0.4Z M3.2 6.9L4.3 9H2.1Z M0.2 10.6H6.2C5.9 12.2 4.8 12.9 3.2 12.9C1.6 12.9 0.5 "
      "12.2 0.2 10.6Z"
      "M12.8 5L15.6 10H10Z M12.8 6.9L13.9 9H11.7Z M9.8 10.6H15.8C15.5 12.2 14.4 12.9 12.8 12.9C11.2 "
      "12.9 10.1 12.2 9.8 10.6Z",
  [QG_SYMBOL_STAR] = "M8 0.8L10.2 5.6L15.4 6.2L11.5 9.7L12.6 14.9L8 12.3L3.4 14.9L4.5 9.7L0.6 6.2L5.8 5.6Z",
};

void
qg_symbol_paint (QgBackend *backend, QgSymbol symbol, double x, double y, double size, QgColor color)
{
  g_auto (QgPath) path = QG_PATH_INIT;

  g_return_if_fail (symbol < QG_N_SYMBOLS);
  qg_path_add_svg (&path, shapes[symbol], x, y, size / GRID);
  qg_backend_fill (backend, &path, color);
}
