// SPDX-License-Identifier: Apache-2.0
#include "pair_flow.hpp"

#include "text/text.hpp"

namespace verbatim {
namespace {

/// A pair in one language is a slip of the command line, not a translation (CONVENTIONS 10).
std::optional<Problem> language_problem(const DocumentResult& from, const DocumentResult& to, PairLanguages languages)
{
    const std::string& language = from.document.language;
    if (languages == PairLanguages::any || language.empty() || !text::same_language(language, to.document.language))
        return std::nullopt;
    Problem problem;
    problem.path = to.document.path;
    problem.message = "both " + from.document.path + " and this text are in \"" + text::primary_language(language)
                      + "\": that is no translation";
    problem.remedy = "give the source and its translation; where detection errs, say the translation's language with "
                     "--language, or either in its front matter (language: zh)";
    problem.fatal = true;
    return problem;
}

/// In a translation, --language is the translation's: the two sides cannot share one.
LanguageChoice choice_for(const Request& request, std::size_t input, PairLanguages languages)
{
    LanguageChoice choice = request.language;
    if (languages == PairLanguages::different && input % 2 == 0)
        choice.forced.clear();
    return choice;
}

bool has_quotations(const DocumentResult& result) { return !result.reading.quotations.empty(); }

Report paired(const Request& request, PairFunction pair, PairLanguages languages)
{
    const OpenedLibrary opened = open_library(request);
    std::vector<std::optional<DocumentResult>> results(request.inputs.size());
    std::vector<std::optional<Problem>> failures(request.inputs.size());
    if (opened.usable())
        for_each_input(request, request.inputs.size(), [&](std::size_t i) {
            Outcome<Document> document = read_input(request.inputs[i], choice_for(request, i, languages));
            if (!document) {
                failures[i] = document.problem();
                return;
            }
            results[i] = examine(std::move(document.value()), opened, request);
        });

    std::vector<DocumentResult> documents;
    std::vector<PairResult> pairs;
    std::vector<Problem> problems;
    std::vector<std::string> notes;
    for (std::size_t i = 0; i < results.size(); i += 2) {
        const std::size_t first = documents.size();
        for (std::size_t side = i; side < i + 2 && side < results.size(); ++side) {
            if (failures[side])
                problems.push_back(*failures[side]);
            if (results[side])
                documents.push_back(std::move(*results[side]));
        }
        if (documents.size() != first + 2)
            continue;
        const DocumentResult& from = documents[first];
        const DocumentResult& to = documents[first + 1];
        if (auto problem = language_problem(from, to, languages)) {
            problems.push_back(std::move(*problem));
            continue;
        }
        PairResult result;
        result.from = first;
        result.to = first + 1;
        result.from_revision = request.inputs[i].revision;
        result.to_revision = request.inputs[i + 1].revision;
        result.pairing = pair(from, to, opened.get(), request.settings);
        result.findings = rules::judge_pair({from, to, result.pairing, opened.get()},
                                            policy_for(request, to.document.path), request.command);
        if (!has_quotations(from) && !has_quotations(to))
            notes.push_back(from.document.path + " and " + to.document.path + " have no quotation");
        documents[first + 1].findings = rules::judge({to.document, to.reading, to.evidence, opened.get()},
                                                     policy_for(request, to.document.path), request.command);
        pairs.push_back(std::move(result));
    }
    Report report = assemble(request, opened, std::move(documents), std::move(pairs), std::move(problems));
    report.notes.insert(report.notes.end(), notes.begin(), notes.end());
    return report;
}

} // namespace

Report run_pairs(const Request& request, PairFunction pair, PairLanguages languages)
{
    return with_sound_index(request, [&](const Request& sound) { return paired(sound, pair, languages); });
}

} // namespace verbatim
