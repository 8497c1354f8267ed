// SPDX-License-Identifier: Apache-2.0
// The whole program as an ordered list of calls: `check` and `report` (which is check with another writer).
#include "checked.hpp"
#include "suppress.hpp"
#include "unmarked.hpp"

namespace verbatim {

Report check(const Request& request)
{
    return with_sound_index(request, [](const Request& sound) { return checked(sound, open_library(sound), {}); });
}

Report checked(const Request& request, const OpenedLibrary& opened, const align::Locate& locate)
{
    std::vector<std::optional<DocumentResult>> results(request.inputs.size());
    std::vector<std::optional<Problem>> failures(request.inputs.size());
    if (opened.usable())
        for_each_input(request, request.inputs.size(), [&](std::size_t i) {
            Outcome<Document> document = read_input(request.inputs[i], request.language);
            if (!document) {
                failures[i] = document.problem();
                return;
            }
            results[i] = examine(std::move(document.value()), opened, request, locate);
            const rules::Policy policy = policy_for(request, results[i]->document.path);
            if (opened.library && rules::runs("unmarked-quotation", policy, request.command))
                results[i]->unmarked = unmarked_runs(results[i]->document, results[i]->reading, *opened.library);
            results[i]->findings =
                rules::judge({results[i]->document, results[i]->reading, results[i]->evidence, opened.get(),
                              request.accepted, results[i]->unmarked, !opened.bibliographies.empty()},
                             policy, request.command);
            // With a selection of rules, a comment may well silence one that does not run.
            if (request.policy.select.empty())
                suppress(*results[i]);
        });

    std::vector<DocumentResult> documents;
    std::vector<Problem> problems;
    for (std::size_t i = 0; i < results.size(); ++i) {
        if (results[i])
            documents.push_back(std::move(*results[i]));
        if (failures[i])
            problems.push_back(std::move(*failures[i]));
    }
    return assemble(request, opened, std::move(documents), {}, std::move(problems));
}

Report extract_all(const Request& request)
{
    Request silent = request;
    silent.policy = {};
    silent.policy.select = {"no rule"};
    return check(silent);
}

} // namespace verbatim
