// SPDX-License-Identifier: Apache-2.0
#include "rules/rules.hpp"

#include "text/text.hpp"

#include <algorithm>
#include <iterator>
#include <tbb/parallel_for.h>

namespace verbatim::rules {

#define RULE(group, name) extern const Rule name;
#include "rules/rules.def"
#undef RULE

namespace {

bool named_in(const std::set<std::string>& names, const Documentation& documentation)
{
    return names.contains(std::string(documentation.id)) || names.contains(std::string(to_string(documentation.group)));
}

/// The rules that a command runs when nothing is selected (CONVENTIONS 10, Compare and translation).
bool belongs_to(const Documentation& documentation, const std::string& command)
{
    const bool pair_rule = documentation.group == Group::compare || documentation.group == Group::translation;
    if (command == "compare")
        return documentation.group == Group::compare;
    if (command == "translation")
        return documentation.group == Group::translation || documentation.id == "wrong-marks-for-language"
               || documentation.id == "superseded-version";
    return !pair_rule;
}

bool runs(const Documentation& documentation, const Policy& policy, const std::string& command)
{
    if (named_in(policy.ignore, documentation))
        return false;
    const auto severity = policy.severities.find(std::string(documentation.id));
    if (severity != policy.severities.end() && severity->second == Severity::off)
        return false;
    return policy.select.empty() ? belongs_to(documentation, command) : named_in(policy.select, documentation);
}

/// Rule and normalised words: stable when lines move or severities change.
std::string fingerprint_of(const Finding& finding, const Document& document)
{
    const std::string words = text::search_fold(text::collapse(document.slice(finding.span)));
    return text::sha256(finding.rule + '\n' + words).substr(0, 32);
}

void finish(Findings& findings, std::size_t from, const Documentation& documentation, const Policy& policy)
{
    const auto severity = policy.severities.find(std::string(documentation.id));
    for (std::size_t i = from; i < findings.size(); ++i)
        if (severity != policy.severities.end())
            findings[i].severity = severity->second;
}

void sort_by_place(Findings& findings)
{
    std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
        return std::tie(a.side, a.span.begin, a.span.end, a.rule) < std::tie(b.side, b.span.begin, b.span.end, b.rule);
    });
}

} // namespace

std::string_view to_string(Group group)
{
    constexpr std::string_view names[] = {"wording", "attribution", "citation", "marks", "compare", "translation"};
    return names[static_cast<std::size_t>(group)];
}

const std::vector<Rule>& all_rules()
{
    static const std::vector<Rule> rules{
#define RULE(group, name) name,
#include "rules/rules.def"
#undef RULE
    };
    return rules;
}

const Rule* rule_named(std::string_view id)
{
    const auto& rules = all_rules();
    const auto it =
        std::find_if(rules.begin(), rules.end(), [&](const Rule& rule) { return rule.documentation.id == id; });
    return it == rules.end() ? nullptr : &*it;
}

bool runs(std::string_view id, const Policy& policy, const std::string& command)
{
    const Rule* rule = rule_named(id);
    return rule != nullptr && runs(rule->documentation, policy, command);
}

Findings judge(const Subject& subject, const Policy& policy, const std::string& command)
{
    const std::vector<Rule>& rules = all_rules();
    std::vector<Findings> by_rule(rules.size());
    const auto judge_by = [&](std::size_t i) {
        if (rules[i].judge == nullptr || !runs(rules[i].documentation, policy, command))
            return;
        rules[i].judge(subject, by_rule[i]);
        finish(by_rule[i], 0, rules[i].documentation, policy);
        for (Finding& finding : by_rule[i])
            finding.fingerprint = fingerprint_of(finding, subject.document);
    };
    constexpr std::size_t many = 200; // quotations; for fewer, threads cost more than they save
    if (subject.reading.quotations.size() < many)
        for (std::size_t i = 0; i < rules.size(); ++i)
            judge_by(i);
    else
        tbb::parallel_for(std::size_t{0}, rules.size(), judge_by);
    Findings findings;
    for (Findings& found : by_rule)
        std::move(found.begin(), found.end(), std::back_inserter(findings));
    sort_by_place(findings);
    return findings;
}

Findings judge_pair(const PairSubject& subject, const Policy& policy, const std::string& command)
{
    Findings findings;
    for (const Rule& rule : all_rules()) {
        if (rule.judge_pair == nullptr || !runs(rule.documentation, policy, command))
            continue;
        const std::size_t before = findings.size();
        rule.judge_pair(subject, findings);
        finish(findings, before, rule.documentation, policy);
    }
    for (Finding& finding : findings)
        finding.fingerprint =
            fingerprint_of(finding, finding.side == Side::from ? subject.from.document : subject.to.document);
    sort_by_place(findings);
    return findings;
}

} // namespace verbatim::rules
