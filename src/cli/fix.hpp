// SPDX-License-Identifier: Apache-2.0
// Mends that findings offer, put into the user's files. Private to the room.
#pragma once
#include "cli/commands.hpp"

namespace verbatim::cli {

/// --fix: writes each document that has a safe mend, whole or not at all, and takes the mended findings out of the
/// report. Left alone: standard input, UTF-16, a file that changed while it was read, and words with markup between
/// them.
void apply_fixes(Report& report);
/// --fix --diff: the same as a patch; no file is changed.
void write_fixes_as_diff(Report& report, std::ostream& out);

} // namespace verbatim::cli
