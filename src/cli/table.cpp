// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.hpp"

namespace verbatim::cli {

const std::vector<Command>& commands()
{
    static const std::vector<Command> all{
        {"check", "text", "warning", run_documents},  {"compare", "text", "warning", run_pair},
        {"translation", "text", "warning", run_pair}, {"report", "text", "never", run_documents},
        {"extract", "jsonl", "never", run_documents}, {"find", "text", "never", run_find},
        {"collate", "text", "never", run_collate},    {"library", "text", "warning", run_library},
        {"locate", "jsonl", "never", run_locate},     {"judge", "text", "warning", run_judge},
        {"rules", "text", "never", list_rules},       {"explain", "text", "never", explain_rule},
        {"init", "text", "never", write_start_files},
    };
    return all;
}

} // namespace verbatim::cli
