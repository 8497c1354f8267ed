// SPDX-License-Identifier: Apache-2.0
#include "bibliography.hpp"

#include "read/read.hpp"
#include "syntax/syntax.hpp"
#include "text/text.hpp"

namespace verbatim {
namespace {

struct Format {
    std::string_view extension;
    std::string_view name;
    syntax::Bibliography (*parse)(std::string_view);
};
constexpr Format formats[] = {{".bib", "bibtex", syntax::parse_bibtex},
                              {".json", "csl-json", syntax::parse_csl_json},
                              {".ris", "ris", syntax::parse_ris}};

const Format* format_of(const std::string& path)
{
    for (const Format& format : formats)
        if (path.ends_with(format.extension))
            return &format;
    return nullptr;
}

Problem fatal(Problem problem)
{
    problem.fatal = true;
    return problem;
}

DocumentResult read_entries(Document document, const Format& format, std::vector<Problem>& problems)
{
    const syntax::Bibliography parsed = format.parse(document.plain);
    DocumentResult result;
    for (const syntax::BibliographyEntry& read : parsed.entries) {
        Citation entry;
        entry.kind = CitationKind::entry;
        entry.span = read.span;
        entry.text = text::collapse(document.slice(read.span));
        entry.key = read.key;
        entry.fields = read.fields;
        result.reading.entries.push_back(std::move(entry));
    }
    for (const syntax::BibliographyFault& fault : parsed.faults)
        problems.push_back({document.path, text::place(document, fault.offset).line, 0, Severity::warning,
                            fault.message, "mend it there; the other entries were read"});
    document.format = format.name;
    document.blocks.clear();
    result.document = std::move(document);
    return result;
}

} // namespace

Bibliographies open_bibliographies(const std::vector<std::string>& paths)
{
    Bibliographies opened;
    for (const std::string& path : paths) {
        const Format* format = format_of(path);
        if (format == nullptr) {
            opened.problems.push_back(fatal({path, 0, 0, Severity::error, "this is no bibliography that can be read",
                                             "give a .bib, a .json (CSL-JSON) or a .ris file"}));
            continue;
        }
        Outcome<read::File> file = read::load(path);
        Outcome<Document> document = file ? read::read(file.value(), "text") : Outcome<Document>(file.problem());
        if (document)
            opened.documents.push_back(read_entries(std::move(document.value()), *format, opened.problems));
        else
            opened.problems.push_back(fatal(document.problem()));
    }
    return opened;
}

} // namespace verbatim
