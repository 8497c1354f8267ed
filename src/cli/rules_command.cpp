// SPDX-License-Identifier: Apache-2.0
// `rules` and `explain`.
#include "cli/commands.hpp"

#include "text/text.hpp"

namespace verbatim::cli {

int list_rules(const Session& session)
{
    std::string group;
    for (const rules::Rule& rule : rules::all_rules()) {
        const rules::Documentation& documentation = rule.documentation;
        if (group != rules::to_string(documentation.group)) {
            session.out << (group.empty() ? "" : "\n");
            group = rules::to_string(documentation.group);
            session.out << group << "\n";
        }
        std::string row = "  " + std::string(documentation.id);
        row.resize(std::max<std::size_t>(row.size() + 1, 32), ' ');
        row += to_string(documentation.severity);
        row.resize(41, ' ');
        session.out << row << documentation.summary << "\n";
    }
    return 0;
}

int explain_rule(const Session& session)
{
    Problem problem;
    problem.fatal = true;
    if (session.options.paths.size() != 1) {
        problem.message = "explain needs one rule";
        problem.remedy = "verbatim explain changed-number; \"verbatim rules\" lists them";
        return refuse(session, problem);
    }
    const std::string& id = session.options.paths.front();
    if (const rules::Rule* rule = rules::rule_named(id)) {
        session.out << rules::page(*rule);
        return 0;
    }
    std::vector<std::string> known;
    for (const rules::Rule& rule : rules::all_rules())
        known.emplace_back(rule.documentation.id);
    const auto nearest = text::nearest_name(id, known);
    problem.message = "unknown rule \"" + id + "\"";
    problem.remedy = nearest ? "did you mean \"" + *nearest + "\"?" : "see the list that \"verbatim rules\" prints";
    return refuse(session, problem);
}

} // namespace verbatim::cli
