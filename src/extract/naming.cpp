// SPDX-License-Identifier: Apache-2.0
#include "extract/naming.hpp"

#include "extract/surroundings.hpp"
#include "text/text.hpp"

namespace verbatim::extract {
namespace {

using syntax::ChunkKind;

constexpr std::size_t longest_name = 4;        // words
constexpr std::size_t longest_name_bytes = 80; // longer strings are not counted

/// `before their favourite painting, "Grey Water"`: an apposition, not what is said.
bool behind_its_noun(const Sentence& s, std::size_t quotation, const Frame& frame)
{
    return quotation > frame.cue + 2 && s.is_mark(quotation - 1, ",") && s.is(quotation - 2, ChunkKind::noun_phrase);
}

} // namespace

bool only_names(const Quotation& quotation, const Sentence& s, std::size_t ordinal, const Frame& frame)
{
    if (quotation.marks.starts_with("《") || quotation.marks.starts_with("〈"))
        return true;
    const std::size_t at = s.host.at[ordinal];
    const bool title = s.is_title(s.host.quotations[ordinal].quotation);
    if (frame.side == Side::after)
        return title && at > 0; // author of "Grey Water", said
    if ((frame.introduced && !(title && behind_its_noun(s, at, frame))) || frame.cue_class == "call"
        || frame.cue_class == "define" || quotation.form != QuotationForm::inline_)
        return false;
    if (title)
        return true;
    const char32_t last = text::code_point_before(quotation.text, quotation.text.size());
    const bool ends = last == U'.' || last == U',' || last == U'?' || last == U'!';
    return !ends && quotation.text.size() < longest_name_bytes && title_cased(s.lexicon, quotation.text, 2)
           && text::word_count(quotation.text) <= longest_name;
}

} // namespace verbatim::extract
