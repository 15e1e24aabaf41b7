/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* For the files of QgWindow alone. */

#pragma once

#include "qg-canvas.h"
#include "qg-details-panel.h"
#include "qg-explorer.h"
#include "qg-file-watch.h"
#include "qg-focus-bar.h"
#include "qg-frame.h"
#include "qg-graph-page.h"
#include "qg-language-switch.h"
#include "qg-legend-bar.h"
#include "qg-minimap.h"
#include "qg-notice-bar.h"
#include "qg-opening.h"
#include "qg-outline-panel.h"
#include "qg-own.h"
#include "qg-problems.h"
#include "qg-search-popover.h"
#include "qg-tour-bar.h"
#include "qg-wayfinder.h"
#include "qg-window.h"
#include "qg-zoom-control.h"

G_BEGIN_DECLS

/* qg-window.c */
void qg_window_show_page (QgWindow *self);
char *qg_window_dup_unlisted (const char *name);
void qg_window_complete (QgWindow *self);

/* How the file of the map stands to what is shown. */
typedef enum
{
  QG_FILE_FINE,
  QG_FILE_CHANGED, /* and not read, since the person is to be asked */
  QG_FILE_BROKEN,
  QG_FILE_OTHER, /* it has graphs, but not the one that is shown */
  QG_FILE_GONE,
} QgFileState;

struct _QgWindow
{
  AdwApplicationWindow parent_instance;

  /* template widgets */
  QgFrame *frame;
  GtkWidget *outline_button, *back_button, *forward_button, *title_button, *title_label, *details_button;
  GtkWidget *present_button, *export_button;
  GtkWidget *search_button, *menu_button, *toasts, *stack, *loading_label, *loading_cancel, *empty_page,
      *empty_open, *empty_bundled;
  GtkWidget *header_bar, *corner, *minimap_place, *fit_button, *peek_button, *peek_label, *overlay, *speaker;
  GtkWidget *nothing_box, *nothing_label, *nothing_button, *empty_problems;
  QgLanguageSwitch *language_switch;
  QgOutlinePanel *outline;
  QgDetailsPanel *details;
  QgLegendBar *legend;
  QgCanvas *canvas;
  QgZoomControl *zoom; /* borrowed: in @corner */
  QgNoticeBar *notice;
  QgTourBar *tour;
  QgFocusBar *focus_bar;
  QgSearchPopover *search;
  QgGraphPage *graph_page;

  /* owned */
  QgLayouter *layouter;
  QgExplorer *explorer;
  QgWayfinder *wayfinder;
  GFile *file;           /* nullable: what is open */
  GPtrArray *graphs;     /* QgMapGraph, nullable: those in @file */
  char *graph;           /* nullable: the one of them that is shown */
  GFile *asked_file;     /* nullable: whose graphs are to choose from now */
  GPtrArray *asked;      /* QgMapGraph, nullable: these */
  QgOpening *opening;    /* nullable: what is being opened */
  gboolean opening_told; /* over the picture */
  guint opening_id;
  QgFileWatch *watch;    /* of @file */
  GCancellable *reading; /* nullable: while the file is read again */
  QgFileState file_state;
  char *file_fault;   /* nullable: why it is broken */
  char *file_mark;    /* nullable: the state in which it was read */
  QgOwn *own;         /* nullable: what is kept for the map */
  char *own_identity; /* of the map, for that */
  QgOwnView *deleted; /* nullable: for undo */
  guint deleted_place;
  guint deleted_after;            /* so many changes of the filter, which are taken back after it */
  gboolean own_saving, own_stale; /* it is being written; and has changed meanwhile */
  GError *trouble;                /* nullable: what the notice is about */
  gboolean replaced_told;         /* of the part that is shown: its other layout needs no word any more */
  gboolean slow_asked;            /* whether to begin @slow all the same */
  QgEngine slow;
  QgFilter *filter_now;      /* nullable */
  GPtrArray *filters_before; /* QgFilter, nullable each: what undo goes back to */
  gboolean undoing;
  char *failure;             /* nullable: why the map could not be opened, while none is open */
  gboolean failure_unlisted; /* it is the name of a file that is off the list of recent maps now */
  GMenu *trail, *recent;
  GtkWidget *context_menu, *trail_menu;
  GtkWidget *context_from;     /* weak: what had the keyboard when the context menu was opened */
  GtkWidget *search_from;      /* weak: what had the keyboard when the search was opened by key */
  gboolean context_in_outline; /* the context menu was opened there */
  gboolean search_chosen;      /* the search has led somewhere */
  gboolean search_in_outline;  /* it was begun there */
  gboolean context_is_view;    /* the context menu is one of a view or a kind */
  GtkFileChooserNative *chooser;
  gboolean ways_asked;         /* by the person, who waits for them */
  gboolean ways_in_outline;    /* they were asked for there */
  gboolean outline_wanted;     /* the keyboard goes there as soon as it is on the screen */
  gboolean busy_told, overdue; /* what is worked on: that it is, that it takes longer than was said */
  guint busy_id, details_id, read_id, present_id, hold_id;
  gboolean groups_changing; /* how many entities are left is said when they have */
  guint focus_id;           /* the keyboard goes to the picture when a menu has closed */
  gint64 hold_start;        /* microseconds, of the change of language that is held */
  gboolean complete;
  gboolean primary_stale, views_stale; /* menus to be made anew when they are opened */

  GCancellable *copying; /* nullable: the picture on its way to the clipboard */

  /* borrowed, not referenced: the last message, while it is shown */
  AdwToast *toast;
  AdwToast *read_toast; /* the file was read again */
  /* borrowed: our dialogs, while they are open */
  GtkWindow *exporter, *presenter;
  gboolean talk_wanted; /* as soon as there is a picture */
  guint presented;      /* the tour that was presented last; QG_NONE: the views */
  GtkWindow *shortcuts, *about, *problems, *namer;
  QgProblems *shown_problems; /* owned: of that dialog */
};

/* qg-window-actions.c */
void qg_window_add_actions (QgWindow *self);
void qg_window_update_actions (QgWindow *self);

/* qg-window-toast.c: what a toast says. Its words are @words, which makes them (transfer full) of @name, @n
 * and
 * @error in the language of now, or @id, a key of the catalogue; @text where they are known in one language
 * only. Labels of buttons are keys of the catalogue, too. */
typedef struct _QgNews QgNews;
struct _QgNews
{
  const char *id, *text; /* nullable */
  char *(*words) (const QgNews *news);
  const char *name; /* nullable */
  guint n;
  const GError *error;                       /* nullable */
  const char *button, *action;               /* nullable: a way back or on */
  const char *second_button, *second_action; /* nullable: another; both are about @uri then */
  const char *uri;
};
void qg_window_tell (QgWindow *self, const QgNews *news);
void qg_window_toast (QgWindow *self, const char *text);
void qg_window_fit_toast (QgWindow *self);
void qg_window_update_toast (QgWindow *self);

/* qg-window-language.c */
void qg_window_set_map_languages (QgWindow *self);
void qg_window_watch_language (QgWindow *self);

/* qg-window-menus.c */
void qg_window_add_menus (QgWindow *self);
void qg_window_update_menus (QgWindow *self);
void qg_window_show_context_menu (QgWindow *self, GtkWidget *at, double x, double y);
void qg_window_show_view_menu (QgWindow *self, GtkWidget *at, guint view, double x, double y);
void qg_window_show_legend_menu (QgWindow *self, GtkWidget *at, guint role, guint value, double x, double y);
void qg_window_show_kind_menu (QgWindow *self, GtkWidget *at, guint kind, double x, double y);

/* qg-window-files.c */
void qg_window_choose_file (QgWindow *self);
void qg_window_save_state (QgWindow *self);

/* qg-window-search.c */
void qg_window_add_search (QgWindow *self);
void qg_window_begin_search (QgWindow *self);

/* qg-window-drop.c */
void qg_window_add_drop (QgWindow *self);

/* qg-window-opening.c */
void qg_window_add_opening (QgWindow *self);
void qg_window_show_loading (QgWindow *self);
gboolean qg_window_show_opening_notice (QgWindow *self);
void qg_window_watch_opening (QgWindow *self);
void qg_window_end_opening (QgWindow *self);
gboolean qg_window_cancel_opening (QgWindow *self);
gboolean qg_window_escape_opening (QgWindow *self);

/* qg-window-graphs.c */
void qg_window_add_graphs (QgWindow *self);
void qg_window_set_graphs (QgWindow *self, GPtrArray *graphs, const char *graph);
void qg_window_ask_graph (QgWindow *self, GFile *file, GPtrArray *graphs, const char *missing);
void qg_window_end_asking (QgWindow *self);
void qg_window_append_graphs (QgWindow *self, GMenu *menu, guint most);

/* qg-window-recent.c */
void qg_window_add_recent (QgWindow *self);
void qg_window_update_recent (QgWindow *self, guint most);

/* qg-window-reload.c */
void qg_window_watch_file (QgWindow *self, const char *mark);
void qg_window_end_watch (QgWindow *self);
void qg_window_read_again (QgWindow *self);
gboolean qg_window_show_file_notice (QgWindow *self);

/* qg-window-status.c */
void qg_window_watch_layout (QgWindow *self);
void qg_window_show_notice (QgWindow *self);
void qg_window_warn_slow (QgWindow *self, QgEngine engine);

/* qg-window-panels.c */
void qg_window_watch_panels (QgWindow *self);
void qg_window_restore_panels (QgWindow *self);
void qg_window_update_minimap (QgWindow *self);
void qg_window_remember_panels (QgWindow *self);
void qg_window_show_peek (QgWindow *self);

/* qg-window-copy.c */
void qg_window_copy_text (QgWindow *self);
char *qg_window_dup_relation_text (QgWindow *self, guint number, gboolean inverse);
char *qg_window_dup_selection_text (QgWindow *self);

/* qg-window-share.c */
void qg_window_add_share (QgWindow *self);
void qg_window_update_share (QgWindow *self);
void qg_window_update_share_texts (QgWindow *self);
void qg_window_end_share (QgWindow *self);

/* qg-window-present.c */
void qg_window_add_present (QgWindow *self);
void qg_window_update_present (QgWindow *self);
void qg_window_update_present_texts (QgWindow *self);
void qg_window_append_present_menu (QgWindow *self, GMenu *menu);
void qg_window_end_present (QgWindow *self);

/* qg-window-filter.c */
void qg_window_add_filter (QgWindow *self);
void qg_window_update_filter_texts (QgWindow *self);
void qg_window_update_undo (QgWindow *self);
gboolean qg_window_undoes_deleting (QgWindow *self);
void qg_window_end_filter (QgWindow *self);

/* qg-window-own.c */
void qg_window_add_own (QgWindow *self);
void qg_window_update_own (QgWindow *self);
/* Where a view is being named: the words, and the name that is proposed, in the language of the moment. */
void qg_window_update_namer (QgWindow *self);
void qg_window_end_own (QgWindow *self);
void qg_window_keep_hidden (QgWindow *self);
/* What can be done with a view (QG_NONE: with none) where it is one of the person's own. */
void qg_window_append_own_menu (QgWindow *self, GMenu *menu, guint view);
/* The map that is known as @identity is the next to be shown. Returns (transfer full) @map with the views
 * that are kept for it: @own, unless another window knows better. */
QgMap *qg_window_take_own (QgWindow *self, QgOwn *own, const char *identity, QgMap *map);
/* What @map is known as, for what is kept: (transfer full); any thread.
 * @graph: (nullable): of a file with several the one that @map is */
char *qg_own_dup_identity (GFile *file, const char *graph, const QgMap *map);

/* qg-window-groups.c */
void qg_window_add_groups (QgWindow *self);
void qg_window_update_groups (QgWindow *self);
/* @kind: QG_NONE for that of the selected entity */
void qg_window_append_group_menu (QgWindow *self, GMenu *menu, guint kind);
void qg_window_append_all_groups_menu (QgWindow *self, GMenu *menu);

/* qg-window-save.c */
void qg_window_add_save (QgWindow *self);
void qg_window_update_save (QgWindow *self);

/* qg-window-trail.c */
void qg_window_add_trail (QgWindow *self);
void qg_window_update_trail (QgWindow *self);

/* qg-window-ways.c */
void qg_window_add_ways (QgWindow *self);
void qg_window_update_ways (QgWindow *self);

/* qg-window-keys.c */
void qg_window_add_keys (QgWindow *self, GtkWidget *widget);

/* qg-window-dialogs.c */
void qg_window_show_shortcuts (QgWindow *self);
void qg_window_show_about (QgWindow *self);
void qg_window_show_problems (QgWindow *self, QgProblems *problems);
void qg_window_update_dialogs (QgWindow *self);

G_END_DECLS
