// SPDX-License-Identifier: Apache-2.0
// Any lines given to `locate` and to `judge`. The words MANIFEST and KEY stand for what fits the library and a question
// of the document, so that hostile answers are believed. A line that is read and written reads as the same.
#include "flows.hpp"
#include "report/report.hpp"
#include "small_library.hpp"

#include <sstream>

namespace {
using namespace verbatim;

struct World {
    fuzz::SmallLibrary small;
    Request request;
    std::string manifest, key;

    World()
    {
        small.folder.write("draft.md", "Lindqvist said: “We shall lend the port fourteen million pounds.”\n");
        request.library_paths = {small.parts};
        request.inputs = {{small.folder.path("draft.md"), std::nullopt}};
        std::ostringstream lines;
        fuzz::require(ask(request, lines).empty(), "the document is asked about");
        std::istringstream in(lines.str());
        for (std::string line; std::getline(in, line);) {
            const Outcome<library::PipeLine> read = library::read_pipe_line(line);
            fuzz::require(read.ok(), "what was written is read");
            if (const auto* query = std::get_if<library::QueryLine>(&read.value())) {
                manifest = query->manifest;
                key = library::key_of(query->query);
            }
        }
        fuzz::require(!key.empty(), "the document asks something");
    }
    /// The input with the words put in.
    [[nodiscard]] std::string lines(std::string_view bytes) const
    {
        std::string all(bytes);
        for (const auto& [word, value] :
             {std::pair(std::string("MANIFEST"), manifest), std::pair(std::string("KEY"), key)})
            for (std::size_t at = all.find(word); at != std::string::npos; at = all.find(word, at + value.size()))
                all.replace(at, word.size(), value);
        return all;
    }
};

void require_round_trip(const std::string& lines)
{
    std::istringstream in(lines);
    for (std::string line; std::getline(in, line);) {
        const Outcome<library::PipeLine> read = library::read_pipe_line(line);
        if (!read)
            continue;
        const std::string written = library::written(read.value());
        const Outcome<library::PipeLine> again = library::read_pipe_line(written);
        fuzz::require(again.ok() && library::written(again.value()) == written, "written, read, written is the same");
        if (const auto* answer = std::get_if<library::LocatedLine>(&read.value()))
            fuzz::require(library::merge(answer->result, answer->result) == answer->result,
                          "to merge twice is nothing new");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const World world;
    static const Outcome<library::Library> library = library::Library::open({{world.small.parts}, 1, {}});
    const std::string lines = world.lines({reinterpret_cast<const char*>(data), size});
    require_round_trip(lines);
    std::istringstream questions(lines);
    std::ostringstream answers;
    (void)locate_lines(library.value(), 1, "fuzzed", questions, answers);
    std::istringstream in(lines);
    Located located;
    if (read_located("fuzzed", in, located))
        return 0;
    located.documents = {{{0, world.request.inputs[0].path}, {0, world.request.inputs[0].path, ""}}};
    Request request;
    request.library_paths = world.request.library_paths;
    const Report report = judge(request, located);
    std::ostringstream out;
    report::reporter_named("json")->write(report, {}, out);
    for (const DocumentResult& document : report.documents)
        for (const Evidence& evidence : document.evidence)
            fuzz::require(evidence.verdict != Verdict::verbatim, "no answer makes changed words verbatim");
    return 0;
}
