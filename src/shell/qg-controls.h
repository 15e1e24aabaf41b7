/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* Small things that every panel and dialog of the shell needs: names of controls, texts of the map as markup,
 * colours of the moment. */

#pragma once

#include <gtk/gtk.h>

#include "qg-theme.h"
#include "qg-words.h"

G_BEGIN_DECLS

/* A file may make any list as long as it likes: a window makes so many rows, or items of a menu, of one. */
#define QG_MOST_ROWS 100u

char *qg_accel_dup_label (const char *accel);
void qg_control_set_text (GtkWidget *control, const char *name, const char *accel);
GtkWidget *qg_icon_button_new (const char *icon, const char *action);
void qg_spin_button_use_language (GtkSpinButton *spin);
void qg_spin_button_relabel (GtkSpinButton *spin);
GtkWidget *qg_text_label_new (const char *text, const char *css_class);
char *qg_dup_more (guint n);
GtkWidget *qg_more_label_new (guint n);
void qg_menu_append_more (GMenu *menu, guint n, const char *action);
GtkWidget *qg_markup_label_new (const char *markup, const char *css_class);
void qg_widget_clear (GtkWidget *box);
char *qg_menu_dup_label (const char *text, guint most);
char *qg_menu_dup_lines (const char *text, guint width);
GFile *qg_chooser_end (GtkFileChooserNative **chooser, GtkNativeDialog *dialog, int response);
void qg_window_buttons_renew (GtkWidget *widget);

char *qg_markup_from_text (const QgText *text, QgLang lang);
/* A sentence of the map in @lang; one of the program's own, about relations to a group, in the language of
 * the interface. */
QgSentence *qg_sentence_new_shown (const QgMap *map, guint relation, gboolean inverse, QgLang lang);
char *qg_markup_from_sentence (const QgMap *map, guint relation, gboolean inverse, QgLang lang,
                               guint plain_entity);
char *qg_plain_from_text (const QgText *text, QgLang lang);
gboolean qg_link_parse (const char *uri, guint *entity);

/* The data of a window under which its label for announcements is. */
#define QG_SPEAKER "qg-speaker"
void qg_announce (GtkWidget *widget, const char *words);

QgThemeId qg_appearance_get_theme (void);

G_END_DECLS
