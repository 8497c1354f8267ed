// SPDX-License-Identifier: Apache-2.0
// What `attribute` says of each quotation of a text, as one line.
#pragma once
#include "reading_text.hpp"

#include <boost/test/unit_test.hpp>

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

struct Case {
    const char* text;
    std::size_t quotation; ///< which one is asked about
    const char* line;      ///< as line_of makes it
};

inline void check(const Case& each, const char* language)
{
    const Document document = document_of(each.text, language);
    const Reading reading = attributed(document);
    BOOST_TEST_CONTEXT(each.text)
    {
        BOOST_REQUIRE(reading.quotations.size() > each.quotation);
        BOOST_TEST(line_of(reading.quotations[each.quotation]) == each.line);
    }
}

inline std::string outlined(const std::vector<Paragraph>& paragraphs, const char* language)
{
    const Document document = document_of(paragraphs, language);
    return outline(attributed(document));
}

} // namespace verbatim::test
