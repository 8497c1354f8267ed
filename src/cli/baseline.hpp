// SPDX-License-Identifier: Apache-2.0
// Findings that are known and accepted, with who, when and why: a file beside the texts. A finding is known by its
// document, its rule and its words, and as often as the file says; neither its line nor its severity matters. Private
// to the room.
#pragma once
#include "cli/commands.hpp"

namespace verbatim::cli {

/// --baseline FILE: takes what the file knows out of the report; what it knows and is no longer there becomes a
/// problem. With --write-baseline the file is written: a new one holds every finding; an old one loses what is no
/// longer there, and takes in new findings only with --accept-new.
void apply_baseline(const Session& session, Report& report);

} // namespace verbatim::cli
