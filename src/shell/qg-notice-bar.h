/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* QgNoticeBar: one line over the picture, with up to two ways on and a way to close it: a layout that is
 * worked on or that stopped, the hint of the first start. It never hides what is shown. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QG_TYPE_NOTICE_BAR (qg_notice_bar_get_type ())
G_DECLARE_FINAL_TYPE (QgNoticeBar, qg_notice_bar, QG, NOTICE_BAR, GtkWidget)

typedef enum
{
  QG_NOTICE_NONE,
  QG_NOTICE_HINT,
  QG_NOTICE_BUSY,
  QG_NOTICE_TROUBLE,
} QgNoticeKind;

/* Signal closed (guint): a person closed it; its kind (QgNoticeKind). */
GtkWidget *qg_notice_bar_new (void);
QgNoticeKind qg_notice_bar_get_kind (QgNoticeBar *self);
/* @first, @second: (nullable): labels, with detailed names of actions. */
void qg_notice_bar_show (QgNoticeBar *self, QgNoticeKind kind, const char *text, const char *first,
                         const char *first_action, const char *second, const char *second_action);
void qg_notice_bar_hide (QgNoticeBar *self);
/* @pixels: what stands at the end of the line in which a hint is */
void qg_notice_bar_set_beside (QgNoticeBar *self, int pixels);

G_END_DECLS
