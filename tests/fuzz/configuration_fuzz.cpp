// SPDX-License-Identifier: Apache-2.0
// Any bytes as verbatim.toml. What was read and is printed reads as the same; a refusal says where and what to do.
#include "cli/configuration.hpp"
#include "fuzzed.hpp"
#include "scratch_folder.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace verbatim;
    static const fuzz::ScratchFolder scratch;
    const std::string file = scratch.path("verbatim.toml");
    scratch.write("verbatim.toml", {reinterpret_cast<const char*>(data), size});
    const Outcome<cli::Configuration> read = cli::read_configuration(file);
    if (!read) {
        const Problem& problem = read.problem();
        fuzz::require(!problem.message.empty() && !problem.remedy.empty(), "a problem says what to do");
        return 0;
    }
    for (const std::string& pattern : read.value().include)
        (void)matches_glob(pattern, "speeches/harbour/1956-03.draft.md");
    const std::string printed = cli::to_toml(read.value());
    scratch.write("verbatim.toml", printed);
    const Outcome<cli::Configuration> again = cli::read_configuration(file);
    fuzz::require(again.ok(), "what --print-config prints is a configuration");
    fuzz::require(cli::to_toml(again.value()) == printed, "printed, read and printed again is the same");
    return 0;
}
