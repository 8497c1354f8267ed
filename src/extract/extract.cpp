// SPDX-License-Identifier: Apache-2.0
#include "extract/extract.hpp"

#include "extract/stages.hpp"

namespace verbatim::extract {

Reading extract(const Document& document, const Context& context)
{
    const syntax::Lexicon& lexicon = syntax::lexicon(document.language);
    Reading reading;
    find_quotations(document, reading, lexicon);
    attribute(document, reading, lexicon, context);
    decide_kinds(document, reading, lexicon, context);
    find_citations(document, reading, lexicon, context);
    name_reference_titles(document, reading, lexicon);
    return reading;
}

} // namespace verbatim::extract
