// SPDX-License-Identifier: Apache-2.0
#include "suppress.hpp"

#include "rules/rules.hpp"
#include "text/text.hpp"

#include <algorithm>
#include <set>
#include <sstream>

namespace verbatim {
namespace {

struct Silence {
    const Comment* comment = nullptr;
    std::string word; ///< "ignore" "ignore-line" "off" "on"
    std::set<std::string> rules;
    Span scope; ///< plain bytes
    bool used = false;
};

/// The words of a comment for us, without the reason after "--"; empty for any other comment.
std::vector<std::string> words_of(const std::string& comment)
{
    std::string text = comment.substr(0, comment.find(" --"));
    std::replace(text.begin(), text.end(), ',', ' ');
    std::istringstream stream(text);
    std::vector<std::string> words;
    std::string first;
    stream >> first;
    if (first != "verbatim:")
        return words;
    for (std::string word; stream >> word;)
        words.push_back(word);
    return words;
}

Span next_block(const Document& document, std::size_t offset)
{
    for (const Block& block : document.blocks)
        if (block.span.end > offset)
            return block.span;
    return {offset, offset};
}

/// Line breaks of the file stand as such in the plain text, also inside a paragraph.
Span line_of(const Document& document, std::size_t offset)
{
    const std::size_t before = offset == 0 ? std::string::npos : document.plain.rfind('\n', offset - 1);
    const std::size_t after = document.plain.find('\n', offset);
    return {before == std::string::npos ? 0 : before + 1, std::min(after, document.plain.size())};
}

Problem problem_at(const Document& document, const Comment& comment, std::string message, std::string remedy)
{
    Problem problem;
    const Place place = text::place(document, comment.offset);
    problem.path = document.path;
    problem.line = place.line;
    problem.column = place.column;
    problem.severity = Severity::info;
    problem.message = std::move(message);
    problem.remedy = std::move(remedy);
    return problem;
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
    for (const Comment& comment : document.comments) {
        const std::vector<std::string> words = words_of(comment.text);
        if (words.empty())
            continue;
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
            problems.push_back(problem_at(document, comment,
                                          "unknown word \"" + silence.word + "\" in a comment for verbatim",
                                          "use ignore, ignore-line, off or on"));
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

std::vector<Problem> suppress(const Document& document, std::vector<Finding>& findings)
{
    std::vector<Problem> problems;
    if (document.comments.empty())
        return problems;
    std::vector<Silence> list = silences_of(document, problems);
    std::erase_if(findings, [&](const Finding& finding) {
        bool silent = false;
        for (Silence& silence : list)
            if (silences(silence, finding))
                silent = silence.used = true;
        return silent;
    });
    for (const Silence& silence : list)
        if (!silence.used && silence.word != "on")
            problems.push_back(problem_at(document, *silence.comment, "this " + silence.word + " silences nothing",
                                          "delete the comment"));
    return problems;
}

} // namespace verbatim
