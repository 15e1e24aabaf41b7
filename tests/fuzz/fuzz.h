/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Qogam contributors */

/* What a fuzz target gives: one function that takes any bytes and must come back, and the seeds to begin
 * from. With clang's libFuzzer (the build option 'fuzzer') the target is driven by that; else by driver.c,
 * which makes the same changes in every run. */

#pragma once

#include <glib.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize length);

/* The folder of corpus/ that has the seeds. */
extern const char fuzz_corpus[];
/* Seed number @n of those that are made by the program, beside the files; NULL behind the last one. (transfer
 * full) */
GBytes *fuzz_get_seed (guint n);
/* Words that changes put into an input; NULL-terminated, may be empty. */
extern const char *const fuzz_words[];
