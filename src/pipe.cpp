// SPDX-License-Identifier: Apache-2.0
#include "checked.hpp"
#include "stages.hpp"

#include <algorithm>
#include <mutex>

namespace verbatim {
namespace {

constexpr std::size_t lines_at_once = 4'096;

Problem at_line(Problem problem, const std::string& name, std::size_t line)
{
    problem.path = name;
    problem.line = line;
    problem.fatal = true;
    return problem;
}

Problem other_manifest(const std::string& name, std::size_t line)
{
    return at_line({"", 0, 1, Severity::error, "this was asked of another library, or of another state of it",
                    "use the manifest and the shards of one \"verbatim library index --shards\" in every step", true},
                   name, line);
}

/// The problem where it has not the form of a manifest.
std::optional<Problem> not_in_parts(const library::Library* library, const Request& request)
{
    if (library != nullptr && library->manifest() != 0)
        return std::nullopt;
    Problem problem;
    problem.path = request.library_paths.empty() ? "" : request.library_paths.front();
    problem.message = "this needs a library in parts";
    problem.remedy = "make one: verbatim library index LIBRARY --shards N --index FOLDER; then give --library FOLDER";
    problem.fatal = true;
    return problem;
}

/// The answers to the questions of some documents; what was not asked of a shard is counted.
class Answers {
public:
    Answers(const Located& located, const library::Library& library)
        : located_(located), library_(library), missing_(library.shards())
    {
    }
    library::Location operator()(const library::Query& query)
    {
        const auto found = located_.answers.find(library::key_of(library::query_form(query)));
        static const library::ShardResult nothing;
        library::Location location = library_.settle(query, found == located_.answers.end() ? nothing : found->second);
        const std::lock_guard lock(mutex_);
        ++asked_;
        for (const std::uint32_t shard : location.unread)
            ++missing_[shard - 1];
        return location;
    }
    [[nodiscard]] std::vector<Problem> problems() const
    {
        std::vector<Problem> problems;
        for (std::size_t shard = 0; shard < missing_.size(); ++shard)
            if (missing_[shard] > 0)
                problems.push_back({"", 0, 0, Severity::warning,
                                    "part " + std::to_string(shard + 1) + " of " + std::to_string(missing_.size())
                                        + " of the library was not searched for " + std::to_string(missing_[shard])
                                        + " of " + std::to_string(asked_)
                                        + " quotations: what does not stand in the others is unchecked",
                                    "run: verbatim locate --shard FILE for it with the same options, and give judge "
                                    "what it prints too",
                                    false});
        return problems;
    }

private:
    const Located& located_;
    const library::Library& library_;
    std::mutex mutex_;
    std::size_t asked_ = 0;
    std::vector<std::size_t> missing_; ///< questions by shard
};

} // namespace

std::vector<Problem> ask(const Request& request, std::ostream& out)
{
    Request of_catalogue = request;
    of_catalogue.shards = std::vector<std::string>();
    const OpenedLibrary opened = open_library(of_catalogue);
    std::vector<Problem> problems;
    std::copy_if(opened.problems.begin(), opened.problems.end(), std::back_inserter(problems),
                 [](const Problem& problem) { return problem.fatal; });
    if (problems.empty())
        if (auto problem = not_in_parts(opened.get(), request))
            problems.push_back(std::move(*problem));
    for (const Input& input : request.inputs)
        if (input.bytes) // judge reads it once more
            problems.push_back({input.path, 0, 0, Severity::error, "standard input cannot be judged later",
                                "save it as a file and name that", true});
    if (!problems.empty())
        return problems;
    const std::string manifest = library::manifest_name_of(opened.library->manifest());
    std::vector<std::string> lines(request.inputs.size());
    for_each_input(request, request.inputs.size(), [&](std::size_t i) {
        Outcome<Document> document = read_input(request.inputs[i], request.language);
        library::DocumentLine head{i, request.inputs[i].path, document ? document.value().sha256 : std::string()};
        lines[i] = library::written(head) + '\n';
        if (!document) // judge meets the same problem
            return;
        const DocumentResult read = read_only(std::move(document.value()), opened, request);
        const auto queries = align::queries_of(read.document, read.reading, *opened.library);
        for (std::size_t q = 0; q < queries.size(); ++q) {
            if (!queries[q])
                continue;
            const Place at = text::place(read.document, read.reading.quotations[q].hull().begin);
            lines[i] += library::written(library::QueryLine{manifest, head.path, at.line, at.column,
                                                            library::query_form(*queries[q])})
                        + '\n';
        }
    });
    for (const std::string& some : lines)
        out << some;
    return problems;
}

std::optional<Problem> locate_lines(const library::Library& library, std::size_t jobs, const std::string& name,
                                    std::istream& in, std::ostream& out)
{
    const std::string manifest = library::manifest_name_of(library.manifest());
    Request parallel;
    parallel.jobs = jobs;
    std::size_t before = 0; // lines
    while (in) {
        std::vector<std::string> lines;
        for (std::string line; lines.size() < lines_at_once && std::getline(in, line);)
            lines.push_back(std::move(line));
        if (lines.empty())
            break;
        std::vector<std::optional<Problem>> problems(lines.size());
        for_each_input(parallel, lines.size(), [&](std::size_t i) {
            if (lines[i].empty())
                return;
            Outcome<library::PipeLine> read = library::read_pipe_line(lines[i]);
            if (!read) {
                problems[i] = at_line(read.problem(), name, before + i + 1);
                return;
            }
            if (const auto* asked = std::get_if<library::QueryLine>(&read.value())) {
                const Outcome<library::Query> query = library::read_query(asked->query);
                if (!query)
                    problems[i] = at_line(query.problem(), name, before + i + 1);
                else if (asked->manifest != manifest)
                    problems[i] = other_manifest(name, before + i + 1);
                else
                    read = library::PipeLine(library::LocatedLine{
                        manifest, library::key_of(library::query_form(query.value())), library.propose(query.value())});
            }
            lines[i] = library::written(read.value()) + '\n';
        });
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (problems[i])
                return problems[i];
            out << lines[i];
        }
        before += lines.size();
    }
    return std::nullopt;
}

std::optional<Problem> read_located(const std::string& name, std::istream& in, Located& into)
{
    std::size_t number = 0;
    for (std::string line; std::getline(in, line);) {
        ++number;
        if (line.empty())
            continue;
        Outcome<library::PipeLine> read = library::read_pipe_line(line);
        if (!read)
            return at_line(read.problem(), name, number);
        if (const auto* document = std::get_if<library::DocumentLine>(&read.value())) {
            into.documents.emplace(std::pair(document->ordinal, document->path), *document);
        } else if (const auto* problem = std::get_if<library::ProblemLine>(&read.value())) {
            into.problems.emplace(problem->ordinal, problem->problem);
        } else if (const auto* answer = std::get_if<library::LocatedLine>(&read.value())) {
            if (!into.manifest.empty() && into.manifest != answer->manifest)
                return other_manifest(name, number);
            into.manifest = answer->manifest;
            library::ShardResult& joined = into.answers[answer->key];
            joined = library::merge(joined, answer->result);
        } // a question that nobody answered is found when it is asked again
    }
    return std::nullopt;
}

Report judge(Request request, const Located& located)
{
    request.command = "check";
    for (const auto& [key, document] : located.documents)
        request.inputs.push_back({document.path, std::nullopt});
    OpenedLibrary opened = open_library(request);
    if (opened.usable())
        if (auto problem = not_in_parts(opened.get(), request))
            opened.problems.push_back(std::move(*problem));
    if (opened.usable() && !located.manifest.empty()
        && located.manifest != library::manifest_name_of(opened.library->manifest()))
        opened.problems.push_back(other_manifest(request.library_paths.front(), 0));
    if (!opened.usable())
        return checked(request, opened, {});
    Answers answers(located, *opened.library);
    Report report = checked(request, opened, [&](const library::Query& query) { return answers(query); });
    for (const auto& [key, line] : located.documents)
        for (const DocumentResult& result : report.documents)
            if (result.document.path == line.path && result.document.sha256 != line.sha256)
                report.problems.push_back({line.path, 0, 0, Severity::error,
                                           "the document has changed since it was asked about",
                                           "run the steps anew: extract --queries, locate, judge", true});
    const std::vector<Problem> missing = answers.problems();
    report.problems.insert(report.problems.end(), missing.begin(), missing.end());
    for (const auto& [ordinal, problem] : located.problems)
        report.problems.push_back(problem);
    return report;
}

} // namespace verbatim
