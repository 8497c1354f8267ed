// SPDX-License-Identifier: Apache-2.0
#include "cli/fix.hpp"

#include "cli/output.hpp"
#include "cli/repository.hpp"
#include "read/read.hpp"
#include "text/text.hpp"

#include <algorithm>

namespace verbatim::cli {
namespace {

/// A document before and behind its mends.
struct Mended {
    std::string old_bytes;
    std::string bytes;
    std::vector<std::size_t> findings; ///< indices, ascending
};

/// The words stand in the file as they are read, without markup or entities between them.
bool is_plain(const Document& document, Span span)
{
    const FileSpan decoded = document.map.decoded(span);
    return std::string_view(document.decoded).substr(decoded.begin, decoded.end - decoded.begin)
           == document.slice(span);
}

/// Findings with a mend, by place; of two that touch each other the first.
std::vector<std::size_t> mendable(const DocumentResult& result)
{
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < result.findings.size(); ++i)
        if (const auto& fix = result.findings[i].fix; fix && !fix->span.empty() && is_plain(result.document, fix->span))
            found.push_back(i);
    const auto span_of = [&](std::size_t i) { return result.findings[i].fix->span; };
    std::stable_sort(found.begin(), found.end(),
                     [&](std::size_t a, std::size_t b) { return span_of(a).begin < span_of(b).begin; });
    std::size_t end = 0;
    std::erase_if(found, [&](std::size_t i) {
        const bool overlaps = span_of(i).begin < end;
        end = overlaps ? end : span_of(i).end;
        return overlaps;
    });
    return found;
}

/// Nothing where there is nothing to mend, or the file is not what was read.
std::optional<Mended> mended(const DocumentResult& result)
{
    const std::vector<std::size_t> found = mendable(result);
    if (found.empty() || result.document.encoding != Encoding::utf8)
        return std::nullopt;
    Outcome<read::File> file = read::load(result.document.path);
    if (!file || text::sha256(file.value().bytes) != result.document.sha256)
        return std::nullopt;
    Mended made{file.value().bytes, {}, found};
    std::size_t at = 0;
    for (const std::size_t i : found) {
        const Fix& fix = *result.findings[i].fix;
        const FileSpan stored = text::stored(result.document, fix.span);
        made.bytes += made.old_bytes.substr(at, stored.begin - at) + fix.replacement;
        at = stored.end;
    }
    made.bytes += made.old_bytes.substr(at);
    std::sort(made.findings.begin(), made.findings.end());
    return made;
}

std::string counted(std::size_t findings, std::size_t documents)
{
    return std::to_string(findings) + (findings == 1 ? " finding" : " findings") + " in " + std::to_string(documents)
           + (documents == 1 ? " document" : " documents");
}

} // namespace

void apply_fixes(Report& report)
{
    std::size_t findings = 0, documents = 0;
    for (DocumentResult& result : report.documents) {
        const std::optional<Mended> made = mended(result);
        if (!made)
            continue;
        if (const auto problem =
                write_atomically(result.document.path, [&](std::ostream& stream) { stream << made->bytes; })) {
            report.problems.push_back(*problem);
            continue;
        }
        for (auto i = made->findings.rbegin(); i != made->findings.rend(); ++i)
            result.findings.erase(result.findings.begin() + static_cast<std::ptrdiff_t>(*i));
        findings += made->findings.size();
        ++documents;
    }
    report.notes.push_back(findings == 0 ? "nothing was mended" : "mended: " + counted(findings, documents));
    count_findings(report);
}

void write_fixes_as_diff(Report& report, std::ostream& out)
{
    std::size_t findings = 0, documents = 0;
    for (const DocumentResult& result : report.documents)
        if (const std::optional<Mended> made = mended(result)) {
            out << unified_diff(result.document.path, made->old_bytes, made->bytes);
            findings += made->findings.size();
            ++documents;
        }
    report.notes.push_back("could be mended: " + counted(findings, documents));
}

} // namespace verbatim::cli
