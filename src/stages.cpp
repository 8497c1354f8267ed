// SPDX-License-Identifier: Apache-2.0
#include "stages.hpp"

#include "assertions.hpp"
#include "read/read.hpp"
#include "text/text.hpp"

#include <atomic>
#include <filesystem>
#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <thread>

namespace verbatim {
namespace {

constexpr std::string_view no_text_remedy =
    "put the reference texts (.txt, .md) into the folder, or name them under [[work.version]] in its library.toml";

std::string first_value(const Metadata& metadata, const std::string& key)
{
    const auto it = metadata.find(key);
    return it == metadata.end() || it->second.values.empty() ? std::string() : it->second.values.front();
}

bool holds_han(std::string_view text)
{
    std::size_t han = 0;
    std::size_t seen = 0;
    for (std::size_t at = 0; at < text.size() && seen < 2000; at += text::code_point_size(text, at), ++seen)
        han += text::is_han_or_kana(text::code_point_at(text, at)) ? 1 : 0;
    return han * 4 > seen;
}

std::string language_of(const Document& document, const LanguageChoice& choice)
{
    if (!choice.forced.empty())
        return choice.forced;
    for (const char* key : {"language", "lang"})
        if (std::string tag = first_value(document.metadata, key); !tag.empty())
            return tag;
    for (const auto& [glob, tag] : choice.by_path)
        if (matches_glob(glob, document.path))
            return tag;
    if (!choice.fallback.empty())
        return choice.fallback;
    if (std::string tag = text::detect_language(document.plain); !tag.empty())
        return tag;
    // Too short to tell statistically; the script still tells Chinese from the rest.
    return holds_han(document.plain) ? "zh" : "";
}

extract::Context context_of(const library::Library* library, const Request& request)
{
    extract::Context context;
    context.people = request.people;
    if (library == nullptr)
        return context;
    context.people = library->people();
    for (const Work& work : library->works()) {
        context.titles.push_back(work.title);
        for (const Version& version : work.versions)
            if (!version.title.empty())
                context.titles.push_back(version.title);
    }
    return context;
}

/// A private library that a fork lacks: told, and no error where the user allows it.
bool is_absent(const std::string& path, std::vector<Problem>& problems)
{
    std::error_code error;
    if (std::filesystem::exists(path, error))
        return false;
    problems.push_back({path, 0, 0, Severity::warning, "there is no such library; nothing is compared with it",
                        "check the path, unless the library is not meant to be here"});
    return true;
}

/// What a message calls an entry of a bibliography.
std::string entry_name(const Citation& entry)
{
    const auto field = [&](const char* name) {
        const auto found = entry.fields.find(name);
        return found == entry.fields.end() ? std::string() : found->second;
    };
    const std::string author = field("author"), title = field("title"), issued = field("issued");
    return author + (author.empty() || title.empty() ? "" : ", ") + title + (issued.empty() ? "" : " (" + issued + ")");
}

/// The entries of the bibliographies stand beside the document's own list while its citations are resolved.
void resolve(Reading& reading, const OpenedLibrary& opened)
{
    const auto own = static_cast<std::ptrdiff_t>(reading.entries.size());
    for (const DocumentResult& bibliography : opened.bibliographies)
        for (const Citation& entry : bibliography.reading.entries) {
            reading.entries.push_back(entry);
            reading.entries.back().text = entry_name(entry);
        }
    library::resolve_citations(reading, opened.get());
    reading.entries.erase(reading.entries.begin() + own, reading.entries.end());
}

} // namespace

bool OpenedLibrary::usable() const
{
    return std::none_of(problems.begin(), problems.end(), [](const Problem& problem) { return problem.fatal; });
}

OpenedLibrary open_library(const Request& request)
{
    OpenedLibrary opened;
    Bibliographies bibliographies = open_bibliographies(request.bibliographies);
    opened.bibliographies = std::move(bibliographies.documents);
    opened.problems = std::move(bibliographies.problems);
    std::vector<std::string> paths = request.library_paths;
    if (request.allow_unchecked)
        std::erase_if(paths, [&](const std::string& path) { return is_absent(path, opened.problems); });
    if (paths.empty())
        return opened;
    Outcome<library::Library> outcome = library::Library::open(
        {paths, request.jobs, request.people, request.index, request.before_reading, request.shards,
         request.index_is_damaged});
    if (!outcome) {
        opened.problems.push_back(outcome.problem());
        opened.problems.back().fatal = true;
        return opened;
    }
    const std::vector<Problem>& problems = outcome.value().problems();
    opened.problems.insert(opened.problems.end(), problems.begin(), problems.end());
    if (outcome.value().readable_versions() == 0 && !request.allow_unchecked) {
        Problem problem;
        problem.path = request.library_paths.front();
        problem.message = "the library has no readable text";
        problem.remedy = no_text_remedy;
        problem.fatal = true;
        opened.problems.push_back(std::move(problem));
    }
    opened.library.emplace(std::move(outcome.value()));
    for (DocumentResult& bibliography : opened.bibliographies)
        library::resolve_citations(bibliography.reading, opened.get());
    return opened;
}

Outcome<Document> read_input(const Input& input, const LanguageChoice& language)
{
    const auto fatal = [](Problem problem) {
        problem.fatal = true;
        return problem;
    };
    read::File file{input.path, input.bytes.value_or(std::string())};
    if (!input.bytes) {
        Outcome<read::File> loaded = read::load(input.path);
        if (!loaded)
            return fatal(loaded.problem());
        file = std::move(loaded.value());
    }
    Outcome<Document> document = read::read(file);
    if (!document)
        return fatal(document.problem());
    document.value().language = language_of(document.value(), language);
    return document;
}

DocumentResult read_only(Document document, const OpenedLibrary& opened, const Request& request)
{
    DocumentResult result;
    result.document = std::move(document);
    result.reading = extract::extract(result.document, context_of(opened.get(), request));
    result.remarks = apply_assertions(result.document, result.reading);
    resolve(result.reading, opened);
    return result;
}

DocumentResult examine(Document document, const OpenedLibrary& opened, const Request& request,
                       const align::Locate& locate)
{
    DocumentResult result = read_only(std::move(document), opened, request);
    result.evidence = align::weigh_all(result.document, result.reading, opened.get(), request.settings, locate);
    return result;
}

std::shared_ptr<const void> threads_limited_to(std::size_t jobs)
{
    if (jobs == std::thread::hardware_concurrency())
        return nullptr;
    return std::make_shared<tbb::global_control>(tbb::global_control::max_allowed_parallelism,
                                                 std::max<std::size_t>(1, jobs));
}

rules::Policy policy_for(const Request& request, const std::string& path)
{
    rules::Policy policy = request.policy;
    for (const auto& [glob, severities] : request.folders)
        if (matches_glob(glob, path))
            for (const auto& [rule, severity] : severities)
                policy.severities[rule] = severity;
    return policy;
}

void for_each_input(const Request& request, std::size_t count, const std::function<void(std::size_t)>& work)
{
    const std::shared_ptr<const void> limit = threads_limited_to(request.jobs);
    std::atomic<std::size_t> done = 0;
    const auto work_on = [&](std::size_t i) {
        work(i);
        const std::size_t now = ++done;
        if (request.progress)
            request.progress(now, count);
    };
    if (count == 1) // no thread has to be started for one task
        work_on(0);
    else
        tbb::parallel_for(std::size_t{0}, count, work_on);
}

} // namespace verbatim
