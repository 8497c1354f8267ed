// SPDX-License-Identifier: Apache-2.0
#include "align/comparison.hpp"

namespace verbatim::align {
namespace {

std::vector<text::Amount> amounts_of(const Document& document, Span span, const std::string& language)
{
    std::vector<text::Amount> found = text::amounts(document.slice(span), language);
    for (text::Amount& amount : found)
        for (std::size_t* at : {&amount.span.begin, &amount.span.end, &amount.with_unit.begin, &amount.with_unit.end})
            *at += span.begin;
    return found;
}

} // namespace

const std::vector<text::Amount>& Amounts::quoted()
{
    if (!quoted_) {
        quoted_.emplace();
        for (const TextSpan& part : sides_.quotation.parts)
            for (text::Amount& amount : amounts_of(sides_.quoting, part.span, sides_.language))
                quoted_->push_back(std::move(amount));
    }
    return *quoted_;
}

const std::vector<text::Amount>& Amounts::source()
{
    if (!source_)
        source_ =
            sides_.from.words.empty()
                ? std::vector<text::Amount>{}
                : amounts_of(sides_.source, hull(sides_.from.words, {0, sides_.from.words.size()}), sides_.language);
    return *source_;
}

} // namespace verbatim::align
