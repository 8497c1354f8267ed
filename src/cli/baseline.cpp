// SPDX-License-Identifier: Apache-2.0
// Sole user of nlohmann-json. The file:
//
//   { "version": 1, "findings": [ { "path", "rule", "words", "fingerprint", "count", "by", "date", "reason" } ] }
//
// `words` is for people; `by`, `date` and `reason` are kept as they were written.
#include "cli/baseline.hpp"

#include "cli/output.hpp"
#include "text/text.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fmt/chrono.h>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <tuple>
#include <utility>

namespace verbatim::cli {
namespace {

using Json = nlohmann::ordered_json;

struct Known {
    std::string path, rule, words, fingerprint;
    std::size_t count = 0;
    std::string by, date, reason;
};

Problem fault(const std::string& file, std::size_t line, std::string message, std::string remedy)
{
    Problem problem;
    problem.path = file;
    problem.line = line;
    problem.message = std::move(message);
    problem.remedy = std::move(remedy);
    problem.fatal = true;
    return problem;
}

std::string text_of(const Json& object, const char* key)
{
    const auto found = object.find(key);
    return found == object.end() || !found->is_string() ? std::string() : found->get<std::string>();
}

/// Nothing where the entry lacks what makes it one.
std::optional<Known> known_of(const Json& object)
{
    if (!object.is_object())
        return std::nullopt;
    const auto count = object.find("count");
    Known known{text_of(object, "path"),
                text_of(object, "rule"),
                text_of(object, "words"),
                text_of(object, "fingerprint"),
                count == object.end()         ? 1
                : count->is_number_unsigned() ? count->get<std::size_t>()
                                              : 0,
                text_of(object, "by"),
                text_of(object, "date"),
                text_of(object, "reason")};
    if (known.path.empty() || known.fingerprint.empty() || known.count == 0)
        return std::nullopt;
    return known;
}

Outcome<std::vector<Known>> read_file(const std::string& file)
{
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream bytes;
    bytes << stream.rdbuf();
    if (!stream)
        return fault(file, 0, "the baseline cannot be read",
                     "check the path; with --write-baseline it is written for the first time");
    const std::string text = bytes.str();
    Json json;
    try {
        json = Json::parse(text);
    } catch (const Json::parse_error& error) {
        const std::size_t end = std::min(text.size(), error.byte);
        const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(end), '\n');
        return fault(file, static_cast<std::size_t>(line), "the baseline is no JSON",
                     "mend it there, or delete it and write it anew with --write-baseline");
    } catch (const Json::out_of_range&) { // it does not say where
        return fault(file, 0, "a number of the baseline is too large",
                     "mend it, or delete the file and write it anew with --write-baseline");
    }
    const auto findings = json.is_object() ? json.find("findings") : json.end();
    if (!json.is_object() || findings == json.end() || !findings->is_array())
        return fault(file, 0, "the baseline has no list \"findings\"",
                     "delete it and write it anew with --write-baseline");
    std::vector<Known> list;
    for (std::size_t i = 0; i < findings->size(); ++i) {
        std::optional<Known> known = known_of((*findings)[i]);
        if (!known)
            return fault(file, 0,
                         "finding " + std::to_string(i + 1) + " of the baseline lacks path, fingerprint or count",
                         "mend or delete it");
        list.push_back(std::move(*known));
    }
    return list;
}

void write_file(const std::vector<Known>& list, std::ostream& out)
{
    Json findings = Json::array();
    for (const Known& known : list)
        findings.push_back({{"path", known.path},
                            {"rule", known.rule},
                            {"words", known.words},
                            {"fingerprint", known.fingerprint},
                            {"count", known.count},
                            {"by", known.by},
                            {"date", known.date},
                            {"reason", known.reason}});
    const Json file = {{"version", 1}, {"findings", std::move(findings)}};
    out << file.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

/// Today as the system has it, or the day of SOURCE_DATE_EPOCH for those who want the same bytes again.
std::string today(const std::string& epoch)
{
    std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    if (!epoch.empty())
        std::istringstream(epoch) >> now;
    return fmt::format("{:%Y-%m-%d}", fmt::gmtime(now));
}

/// The baseline while a report is held against it.
class Ledger {
public:
    Ledger(std::vector<Known> known, const Session& session) : known_(std::move(known)), session_(session)
    {
        for (std::size_t i = known_.size(); i-- > 0;)
            taking_[{known_[i].path, known_[i].fingerprint}].push_back(i);
        for (const Known& one : known_)
            left_.push_back(one.count);
    }

    /// True where the baseline has the finding once more.
    bool takes(const Document& document, const Finding& finding)
    {
        seen_.insert(document.path);
        const auto found = taking_.find({document.path, finding.fingerprint});
        if (found == taking_.end())
            return false;
        std::vector<std::size_t>& entries = found->second;
        while (!entries.empty() && left_[entries.back()] == 0)
            entries.pop_back();
        if (entries.empty())
            return false;
        --left_[entries.back()];
        return true;
    }
    void saw(const Document& document) { seen_.insert(document.path); }

    /// What the baseline has and the documents that were read have no longer, one problem an entry.
    [[nodiscard]] std::vector<Problem> stale() const
    {
        std::vector<Problem> problems;
        for (std::size_t i = 0; i < known_.size(); ++i) {
            if (!is_stale(i))
                continue;
            Problem problem;
            problem.path = known_[i].path;
            problem.severity = Severity::info;
            problem.message = "the baseline expects " + known_[i].rule + " at \"" + known_[i].words + "\" "
                              + (left_[i] == 1 ? std::string("once") : std::to_string(left_[i]) + " times")
                              + " more than it is found";
            problem.remedy = "--write-baseline takes it out";
            problems.push_back(std::move(problem));
        }
        return problems;
    }

    void drop_stale()
    {
        std::vector<Known> kept;
        for (std::size_t i = 0; i < known_.size(); ++i) {
            known_[i].count -= is_stale(i) ? left_[i] : 0;
            if (known_[i].count > 0)
                kept.push_back(std::move(known_[i]));
        }
        known_ = std::move(kept);
    }

    /// Takes a finding in; nothing is taken out or dropped any more.
    void add(const Document& document, const Finding& finding)
    {
        if (adding_.empty())
            for (std::size_t i = known_.size(); i-- > 0;)
                if (known_[i].reason == why())
                    adding_[{known_[i].path, known_[i].fingerprint}] = i;
        const auto [place, is_new] = adding_.try_emplace({document.path, finding.fingerprint}, known_.size());
        if (!is_new) {
            ++known_[place->second].count;
            return;
        }
        constexpr std::size_t shown = 80;
        std::string words = text::collapse(document.slice(finding.span));
        if (text::code_points(words) > shown) {
            std::size_t end = 0;
            for (std::size_t i = 0; i < shown; ++i)
                end += text::code_point_size(words, end);
            words = words.substr(0, end) + "…";
        }
        known_.push_back({document.path, finding.rule, std::move(words), finding.fingerprint, 1, session_.user,
                          today(session_.source_date), why()});
    }

    [[nodiscard]] const std::vector<Known>& sorted()
    {
        std::stable_sort(known_.begin(), known_.end(), [](const Known& a, const Known& b) {
            return std::tie(a.path, a.rule, a.words, a.fingerprint) < std::tie(b.path, b.rule, b.words, b.fingerprint);
        });
        return known_;
    }

private:
    /// A document that was not read says nothing about its entries.
    [[nodiscard]] bool is_stale(std::size_t i) const { return left_[i] > 0 && seen_.contains(known_[i].path); }
    [[nodiscard]] std::string why() const { return session_.options.reason; }

    std::vector<Known> known_;
    std::vector<std::size_t> left_; ///< how often each may still be taken
    /// By path and fingerprint: entries of which some may be left, the first one last.
    std::map<std::pair<std::string, std::string>, std::vector<std::size_t>> taking_;
    /// By path and fingerprint: the first entry with the reason that is given now.
    std::map<std::pair<std::string, std::string>, std::size_t> adding_;
    std::set<std::string> seen_; ///< paths of the documents that were read
    const Session& session_;
};

} // namespace

void apply_baseline(const Session& session, Report& report)
{
    const std::string& file = session.options.baseline;
    if (file.empty())
        return;
    std::error_code error;
    const bool first = session.options.write_baseline && !std::filesystem::exists(file, error);
    Outcome<std::vector<Known>> known = first ? Outcome<std::vector<Known>>(std::vector<Known>{}) : read_file(file);
    if (!known) {
        report.problems.push_back(known.problem());
        return;
    }
    Ledger ledger(std::move(known.value()), session);
    std::size_t taken = 0, added = 0;
    for_each_findings(report, [&](const std::vector<const Document*>& sides, std::vector<Finding>& findings) {
        for (const Document* side : sides)
            ledger.saw(*side);
        taken += std::erase_if(findings, [&](const Finding& finding) {
            return ledger.takes(*sides[finding.side == Side::from ? 0 : sides.size() - 1], finding);
        });
    });
    if (!session.options.write_baseline) {
        const std::vector<Problem> stale = ledger.stale();
        report.problems.insert(report.problems.end(), stale.begin(), stale.end());
    } else {
        ledger.drop_stale();
        if (first || session.options.accept_new)
            for_each_findings(report, [&](const std::vector<const Document*>& sides, std::vector<Finding>& findings) {
                for (const Finding& finding : findings)
                    ledger.add(*sides[finding.side == Side::from ? 0 : sides.size() - 1], finding);
                added += findings.size();
                findings.clear();
            });
        if (const auto problem =
                write_atomically(file, [&](std::ostream& stream) { write_file(ledger.sorted(), stream); }))
            report.problems.push_back(*problem);
    }
    report.notes.push_back("baseline: " + std::to_string(taken) + " known"
                           + (added == 0 ? "" : ", " + std::to_string(added) + " taken in"));
    count_findings(report);
}

} // namespace verbatim::cli
