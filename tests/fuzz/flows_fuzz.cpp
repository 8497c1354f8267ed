// SPDX-License-Identifier: Apache-2.0
// Two texts, parted by the first NUL byte, through a whole command (the first byte): check and report of one against
// the other, compare, translation. Every output is written; those in JSON are JSON.
#include "flows.hpp"
#include "fuzzed.hpp"
#include "report/report.hpp"
#include "scratch_folder.hpp"

#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

namespace {
using namespace verbatim;

Report made(std::uint8_t choice, Request& request)
{
    switch (choice % 4) {
    case 0:
        request.command = "check";
        return check(request);
    case 1:
        request.command = "report";
        return check(request);
    case 2:
        request.command = "compare";
        return compare(request);
    default:
        request.command = "translation";
        return check_translation(request);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const fuzz::ScratchFolder scratch;
    static const std::set<std::string_view> in_json{"json", "sarif", "gitlab", "rdjson", "csl-json"};
    const auto [choice, bytes] = fuzz::input(data, size);
    const auto [first, second] = fuzz::halves(bytes);
    const std::string extension = (choice & 4) != 0 ? ".md" : ".txt";
    Request request;
    request.inputs = {{"first" + extension, std::string(first)}};
    if (choice % 4 < 2) {
        scratch.write("texts/reference.md", second);
        request.library_paths = {scratch.path("texts")};
        request.allow_unchecked = true;
    } else {
        request.inputs.push_back({"second" + extension, std::string(second)});
    }
    const Report report = made(choice, request);
    for (const report::Reporter& reporter : report::reporters()) {
        std::ostringstream out, again;
        reporter.write(report, {}, out);
        reporter.write(report, {}, again);
        fuzz::require(out.str() == again.str(), "the same report is the same bytes");
        if (in_json.contains(reporter.name))
            fuzz::require(nlohmann::json::accept(out.str()), "JSON is JSON");
    }
    return 0;
}
