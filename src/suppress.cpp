// SPDX-License-Identifier: Apache-2.0
#include "suppress.hpp"

#include "comments.hpp"
#include "rules/rules.hpp"
#include "text/text.hpp"

#include <algorithm>
#include <set>

namespace verbatim {
namespace {

struct Silence {
    const Comment* comment = nullptr;
    std::string word; ///< "ignore" "ignore-line" "off" "on"
    std::set<std::string> rules;
    Span scope; ///< plain bytes
    bool used = false;
};

/// Line breaks of the file stand as such in the plain text, also inside a paragraph.
Span line_of(const Document& document, std::size_t offset)
{
    const std::size_t before = offset == 0 ? std::string::npos : document.plain.view().rfind('\n', offset - 1);
    const std::size_t after = document.plain.view().find('\n', offset);
    return {before == std::string::npos ? 0 : before + 1, std::min(after, document.plain.size())};
}

bool is_known(const std::string& name)
{
    const auto& rules = rules::all_rules();
    return std::any_of(rules.begin(), rules.end(), [&](const rules::Rule& rule) {
        return rule.documentation.id == name || rules::to_string(rule.documentation.group) == name;
    });
}

bool silences(const Silence& silence, const Finding& finding)
{
    if (silence.word == "on" || finding.span.begin < silence.scope.begin || finding.span.begin >= silence.scope.end)
        return false;
    const rules::Rule* rule = rules::rule_named(finding.rule);
    return silence.rules.empty() || silence.rules.contains(finding.rule)
           || (rule != nullptr && silence.rules.contains(std::string(rules::to_string(rule->documentation.group))));
}

/// Comments in order, each with its scope; `off` reaches to the next `on` or to the end.
std::vector<Silence> silences_of(const Document& document, std::vector<Problem>& problems)
{
    std::vector<Silence> list;
    for (const Directive& directive : directives(document)) {
        const std::vector<std::string>& words = directive.words;
        if (words.empty() || words.front() == "not-a-quotation")
            continue; // an assertion
        const Comment& comment = *directive.comment;
        Silence silence{&comment, words.front(), {words.begin() + 1, words.end()}, {}, false};
        if (silence.word == "ignore")
            silence.scope = next_block(document, comment.offset);
        else if (silence.word == "ignore-line")
            silence.scope = line_of(document, comment.offset);
        else if (silence.word == "off")
            silence.scope = {comment.offset, document.plain.size()};
        else if (silence.word == "on") {
            for (Silence& earlier : list)
                if (earlier.word == "off")
                    earlier.scope.end = std::min(earlier.scope.end, comment.offset);
        } else {
            problems.push_back(
                problem_at(document, comment, "unknown word \"" + silence.word + "\" in a comment for verbatim",
                           "use ignore, ignore-line, off, on, not-a-quotation, source=KEY or translation=mine"));
            continue;
        }
        for (const std::string& rule : silence.rules)
            if (!is_known(rule))
                problems.push_back(problem_at(document, comment,
                                              "unknown rule \"" + rule + "\" in a comment for verbatim",
                                              "see the list that \"verbatim rules\" prints"));
        list.push_back(std::move(silence));
    }
    return list;
}

} // namespace

void suppress(DocumentResult& result)
{
    const Document& document = result.document;
    if (document.comments.empty())
        return;
    std::vector<Silence> list = silences_of(document, result.remarks);
    std::erase_if(result.findings, [&](const Finding& finding) {
        bool silent = false;
        for (Silence& silence : list)
            if (silences(silence, finding))
                silent = silence.used = true;
        return silent;
    });
    for (const Silence& silence : list)
        if (!silence.used && silence.word != "on")
            result.remarks.push_back(problem_at(document, *silence.comment,
                                                "this " + silence.word + " silences nothing", "delete the comment"));
}

} // namespace verbatim
