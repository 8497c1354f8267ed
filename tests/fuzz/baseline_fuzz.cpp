// SPDX-License-Identifier: Apache-2.0
// Any bytes as a baseline, held against a report of a few findings. One that could be read and took the new findings in
// leaves none of them the next time.
#include "cli/baseline.hpp"
#include "fuzzed.hpp"
#include "scratch_folder.hpp"

#include <sstream>

namespace {
using namespace verbatim;

Report a_report()
{
    Report report;
    DocumentResult result;
    result.document.path = "a.md";
    result.document.plain = std::string("We shall lend the port fourteen million crowns.");
    for (const char* fingerprint : {"1", "2", "2", "3"}) {
        Finding finding;
        finding.rule = "altered-wording";
        finding.span = {0, 8};
        finding.fingerprint = fingerprint;
        result.findings.push_back(finding);
    }
    report.documents.push_back(std::move(result));
    return report;
}

Report held_against(const std::string& file, bool taking_in)
{
    cli::Options options;
    options.baseline = file;
    options.write_baseline = options.accept_new = taking_in;
    const cli::Configuration configuration;
    std::istringstream in;
    std::ostringstream out, err;
    Report report = a_report();
    cli::apply_baseline({options, configuration, in, out, err}, report);
    return report;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const fuzz::ScratchFolder scratch;
    const std::string file = scratch.path("baseline.json");
    scratch.write("baseline.json", {reinterpret_cast<const char*>(data), size});
    const Report first = held_against(file, false);
    const bool refused = !first.problems.empty() && first.problems.front().fatal;
    fuzz::require(!refused || first.documents.front().findings.size() == 4, "a broken baseline hides nothing");
    if (refused)
        return 0;
    fuzz::require(held_against(file, true).documents.front().findings.empty(), "new findings are taken in");
    fuzz::require(held_against(file, false).documents.front().findings.empty(), "and are known from then on");
    return 0;
}
