// SPDX-License-Identifier: Apache-2.0
// One quotation against every version of its work. Its place in the nearest version is found as `check` and `find`
// find it; each other version in its language is then searched by itself, and the passage that stands for it in the
// other languages is shown beside.
#include "places.hpp"

#include "text/text.hpp"

#include <algorithm>
#include <tuple>

namespace verbatim {
namespace {

constexpr double near_enough = 0.5;  ///< CONVENTIONS 4.3: what may be accepted in a claimed work; below, another text
constexpr double same_passage = 0.3; ///< of another version of the work, whose wording may be far from this one's

Problem not_there(const Document& document, Place at, const std::vector<std::size_t>& lines)
{
    constexpr std::size_t most_named = 8;
    Problem problem;
    problem.path = document.path;
    problem.line = at.line;
    problem.message = "no quotation stands on this line";
    std::string list;
    for (std::size_t i = 0; i < std::min(lines.size(), most_named); ++i)
        list += (i == 0 ? "" : ", ") + std::to_string(lines[i]);
    problem.remedy = lines.empty() ? "give the words themselves: verbatim collate \"the words\""
                                   : "quotations begin on lines " + list + (lines.size() > most_named ? " …" : "")
                                         + "; or give the words themselves";
    problem.fatal = true;
    return problem;
}

/// The quotations that stand on the line, those that begin there first; with a column, the innermost that holds it.
std::vector<std::size_t> standing_at(const DocumentResult& result, Place at)
{
    std::vector<std::size_t> found;
    const std::vector<Quotation>& quotations = result.reading.quotations;
    for (std::size_t i = 0; i < quotations.size(); ++i) {
        const Place first = text::place(result.document, quotations[i].hull().begin);
        const Place behind = text::place_behind(result.document, quotations[i].hull().end);
        const auto before = [](const Place& a, const Place& b) {
            return std::tie(a.line, a.column) < std::tie(b.line, b.column);
        };
        if (first.line <= at.line && at.line <= behind.line
            && (at.column == 0 || (!before(at, first) && before(at, behind))))
            found.push_back(i);
    }
    std::stable_sort(found.begin(), found.end(), [&](std::size_t a, std::size_t b) {
        const auto rank = [&](std::size_t i) {
            const Quotation& quotation = quotations[i];
            const bool begins = text::place(result.document, quotation.hull().begin).line == at.line;
            const std::size_t size = at.column == 0 ? 0 : quotation.hull().size();
            return std::tuple(quotation.kind != QuotationKind::quotation, !begins, size);
        };
        return rank(a) < rank(b);
    });
    return found;
}

std::vector<std::size_t> lines_of(const DocumentResult& result)
{
    std::vector<std::size_t> lines;
    for (const Quotation& quotation : result.reading.quotations)
        if (const std::size_t line = text::place(result.document, quotation.hull().begin).line;
            quotation.kind == QuotationKind::quotation && (lines.empty() || lines.back() != line))
            lines.push_back(line);
    return lines;
}

/// Leaves this quotation alone in the reading; the citations stay, since it points at them.
void keep_one(DocumentResult& result, std::size_t quotation)
{
    Quotation kept = result.reading.quotations[quotation];
    kept.kind = QuotationKind::quotation; // asked for, so it is compared, be it a term or a title
    kept.nested_in.reset();
    Evidence evidence = std::move(result.evidence[quotation]);
    result.reading.quotations = {std::move(kept)};
    result.evidence.clear();
    result.evidence.push_back(std::move(evidence));
}

/// Where the quotation stands: the passage that made its verdict, with those of works as near; else the nearest ones.
std::vector<Passage> base_passages(const DocumentResult& result, const library::Library& library,
                                   const Request& request)
{
    std::vector<Passage> nearest = result.evidence.front().matches;
    if (nearest.empty())
        nearest = nearest_places(result.document, result.reading.quotations.front(), library, request);
    std::vector<Passage> bases;
    for (Passage& passage : nearest) {
        const bool as_near = passage.similarity >= near_enough && passage.similarity == nearest.front().similarity
                             && passage.claimed == nearest.front().claimed;
        if (as_near
            && std::none_of(bases.begin(), bases.end(), [&](const Passage& base) { return base.work == passage.work; }))
            bases.push_back(passage);
    }
    return bases;
}

struct Asked {
    const Document& document;
    const Quotation& quotation;
    const library::Library& library;
    const Request& request;
};

/// The version is searched by itself, every word of it where the index finds nothing good; and where the passage of
/// the base stands in it.
std::optional<Passage> passage_in(const Asked& asked, const Passage& base, std::size_t version)
{
    const std::vector<Version>& versions = asked.library.works()[base.work].versions;
    library::Query query{asked.quotation.text, {}, versions[version].language, {base.work}};
    for (std::size_t other = 0; other < versions.size(); ++other)
        if (other != version)
            query.own.push_back({base.work, other});
    std::optional<Passage> nearest;
    const auto take = [&](Passage passage) {
        if (!passage.where.span.empty() && passage.similarity >= same_passage
            && (!nearest || passage.similarity > nearest->similarity))
            nearest = std::move(passage);
    };
    for (const library::Candidate& candidate : asked.library.locate(query).candidates)
        if (candidate.claimed)
            take(compare_candidate(asked.document, asked.quotation, asked.library, candidate, asked.request));
    if (const auto twin = asked.library.twin(base.work, base.version, base.where.span, version))
        take(align::compare_with(asked.document, asked.quotation, asked.library, base.work, version, *twin,
                                 asked.request.settings));
    return nearest;
}

bool nearer(const Work& work, const Passage& a, const Passage& b)
{
    const Version &x = work.versions[a.version], &y = work.versions[b.version];
    if (a.similarity != b.similarity)
        return a.similarity > b.similarity;
    return std::tuple(align::verdict_of(a), x.status, x.path) < std::tuple(align::verdict_of(b), y.status, y.path);
}

/// Every version of the work: those in the language of the base compared, nearest first; then the aligned passages.
std::vector<Passage> versions_of(const Asked& asked, const Passage& base)
{
    const Work& work = asked.library.works()[base.work];
    const std::string& language = work.versions[base.version].language;
    std::vector<Passage> compared, aligned;
    for (std::size_t v = 0; v < work.versions.size(); ++v) {
        const std::string& other = work.versions[v].language;
        if (v == base.version) {
            compared.push_back(base);
        } else if (language.empty() || other.empty() || text::same_language(language, other)) {
            if (auto passage = passage_in(asked, base, v))
                compared.push_back(std::move(*passage));
        } else if (const auto twin = asked.library.twin(base.work, base.version, base.where.span, v)) {
            aligned.push_back(align::passage_at(asked.library, base.work, v, *twin));
        }
    }
    std::stable_sort(compared.begin(), compared.end(),
                     [&](const Passage& a, const Passage& b) { return nearer(work, a, b); });
    std::move(aligned.begin(), aligned.end(), std::back_inserter(compared));
    return compared;
}

void collate_versions(DocumentResult& result, const library::Library& library, const Request& request)
{
    Evidence& evidence = result.evidence.front();
    std::vector<Passage> matches;
    for (const Passage& base : base_passages(result, library, request)) {
        Quotation words = result.reading.quotations.front();
        words.language = library.works()[base.work].versions[base.version].language;
        for (Passage& passage : versions_of({result.document, words, library, request}, base))
            matches.push_back(std::move(passage));
    }
    if (evidence.matches.empty()) {
        evidence.reason = UncheckedReason::none;
        evidence.verdict = matches.empty() ? Verdict::not_found : align::verdict_of(matches.front());
    }
    evidence.matches = std::move(matches);
}

Report collated(const Request& request)
{
    const OpenedLibrary opened = open_library(request);
    std::vector<DocumentResult> documents;
    std::vector<Problem> problems;
    std::vector<std::string> notes;
    for (const Input& input : request.inputs) {
        if (!opened.usable() || opened.get() == nullptr)
            break;
        Outcome<Document> document = read_input(input, request.language);
        if (!document) {
            problems.push_back(document.problem());
            continue;
        }
        DocumentResult result;
        if (request.at) {
            result = examine(std::move(document.value()), opened, request);
            const std::vector<std::size_t> found = standing_at(result, *request.at);
            if (found.empty()) {
                problems.push_back(not_there(result.document, *request.at, lines_of(result)));
                continue;
            }
            if (found.size() > 1 && request.at->column == 0)
                notes.push_back(std::to_string(found.size()) + " quotations stand on this line; this is one of them: "
                                + "name another by its column, " + input.path + ":" + std::to_string(request.at->line)
                                + ":COLUMN");
            keep_one(result, found.front());
        } else {
            result = whole_text(std::move(document.value()));
            result.evidence.resize(result.reading.quotations.size());
        }
        if (!result.reading.quotations.empty())
            collate_versions(result, *opened.get(), request);
        documents.push_back(std::move(result));
    }
    Report report = assemble(request, opened, std::move(documents), {}, std::move(problems));
    report.notes.insert(report.notes.end(), notes.begin(), notes.end());
    return report;
}

} // namespace

Report collate(const Request& request) { return with_sound_index(request, collated); }

} // namespace verbatim
