// SPDX-License-Identifier: Apache-2.0
// find and collate: words of the command line against the library.
#include "cli/commands.hpp"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <iterator>

namespace verbatim::cli {
namespace {

/// No place was found for any of the texts looked for.
bool holds_nothing(const Report& report)
{
    return std::all_of(report.documents.begin(), report.documents.end(), [](const DocumentResult& result) {
        return std::all_of(result.evidence.begin(), result.evidence.end(),
                           [](const Evidence& evidence) { return evidence.matches.empty(); });
    });
}

/// The words of the command line as one text; - is standard input.
std::string words_of(const Session& session)
{
    std::string words;
    for (const std::string& word : session.options.paths)
        words += (words.empty() ? "" : " ") + word;
    if (words == "-")
        words.assign(std::istreambuf_iterator<char>(session.in), {});
    return words;
}

std::optional<Problem> lacks(const Session& session, const Request& request)
{
    const std::string& command = session.options.command;
    if (request.library_paths.empty())
        return usage(command + " needs a library", "give --library PATH, or paths under [library] in verbatim.toml");
    if (session.options.paths.empty())
        return usage(command + " needs the words to look for", "verbatim " + command + " \"the words\" --library PATH");
    return std::nullopt;
}

int finish_search(const Session& session, const Report& report)
{
    const int code = finish(session, report);
    // Standard output stays empty for scripts; a person must see that the search was made.
    if (!session.options.quiet && !report.documents.empty() && holds_nothing(report))
        session.err << "note: nothing in the library is near these words\n";
    return code;
}

/// The number behind the last colon, cut off; nothing where there is none.
std::optional<std::size_t> cut_number(std::string& name)
{
    const std::size_t colon = name.rfind(':');
    std::size_t number = 0;
    if (colon == std::string::npos || colon == 0 || colon + 1 == name.size())
        return std::nullopt;
    const auto [end, error] = std::from_chars(name.data() + colon + 1, name.data() + name.size(), number);
    if (error != std::errc() || end != name.data() + name.size() || number == 0)
        return std::nullopt;
    name.erase(colon);
    return number;
}

/// FILE:LINE or FILE:LINE:COLUMN.
struct Spot {
    std::string file;
    Place at{0, 0, 0};
};

/// Nothing where the argument is words: "Mark 4:9" is one as long as no file is called "Mark 4".
std::optional<Spot> spot_of(const std::string& argument)
{
    Spot spot;
    spot.file = argument;
    const auto last = cut_number(spot.file);
    if (!last)
        return std::nullopt;
    spot.at.line = *last;
    if (const auto line = cut_number(spot.file)) {
        spot.at.column = *last;
        spot.at.line = *line;
    }
    std::error_code error;
    const bool looks_like_a_file =
        spot.file.find_first_of(" \t\n") == std::string::npos && spot.file.find_first_of("./") != std::string::npos;
    if (std::filesystem::exists(spot.file, error) || looks_like_a_file)
        return spot;
    return std::nullopt;
}

} // namespace

int run_find(const Session& session)
{
    Outcome<Request> request = request_of(session);
    if (!request)
        return refuse(session, request.problem());
    if (auto problem = lacks(session, request.value()))
        return refuse(session, *problem);
    request.value().inputs.push_back({"<text>", words_of(session)});
    return finish_search(session, find(request.value()));
}

int run_collate(const Session& session)
{
    Outcome<Request> request = request_of(session);
    if (!request)
        return refuse(session, request.problem());
    if (auto problem = lacks(session, request.value()))
        return refuse(session, *problem);
    const auto spot = session.options.paths.size() == 1 ? spot_of(session.options.paths.front()) : std::nullopt;
    if (spot) {
        request.value().at = spot->at;
        request.value().inputs.push_back({spot->file, std::nullopt});
    } else {
        request.value().inputs.push_back({"<text>", words_of(session)});
    }
    return finish_search(session, collate(request.value()));
}

} // namespace verbatim::cli
