// SPDX-License-Identifier: Apache-2.0
// What `attribute` says of each quotation of a text, as one line.
#pragma once
#include "reading_text.hpp"

namespace verbatim::test {

inline Reading attributed(const Document& document, const extract::Context& context = {})
{
    Reading reading = quotations_of(document);
    extract::attribute(document, reading, syntax::lexicon(document.language), context);
    return reading;
}

/// "explicit; Okoro <Maria Okoro>; said; date 1961; at the assembly; in the charter" — empty fields are left out.
inline std::string line_of(const Quotation& quotation)
{
    const Attribution& a = quotation.attribution;
    std::string line(to_string(a.evidence));
    if (a.source) {
        line += "; " + a.source->text;
        if (a.source->person && *a.source->person != a.source->text)
            line += " <" + *a.source->person + ">";
    }
    if (a.cue)
        line += "; " + a.cue->text;
    if (a.date)
        line += "; " + *a.date;
    if (a.occasion)
        line += "; at " + a.occasion->text;
    if (a.document)
        line += "; in " + a.document->text;
    return line;
}

} // namespace verbatim::test
