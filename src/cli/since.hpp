// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "cli/commands.hpp"

namespace verbatim::cli {

/// --since REV: leaves the findings that touch a line which the revision has not. Documents outside the repository, and
/// standard input, keep all of theirs. The from side of a pair is older than any change and keeps its own.
void apply_since(const Session& session, Report& report);

} // namespace verbatim::cli
