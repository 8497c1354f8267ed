// SPDX-License-Identifier: Apache-2.0
// What --help says of each command. Private to the room.
#pragma once
#include <span>

namespace verbatim::cli {

struct CommandHelp {
    const char* name;
    const char* summary;         ///< one sentence
    const char* positional;      ///< name of the positional arguments; null for none
    const char* positional_help; ///< empty without positional arguments
    const char* examples;        ///< lines to copy
    const char* fail_on;         ///< by default; empty where the command takes no such options
    bool reads_documents;        ///< takes the options of input, output and rules
};
[[nodiscard]] std::span<const CommandHelp> command_helps();

/// Above and below the list of commands.
extern const char* const description;
extern const char* const exit_codes;

} // namespace verbatim::cli
