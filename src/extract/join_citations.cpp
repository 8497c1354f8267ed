// SPDX-License-Identifier: Apache-2.0
// Which citation belongs to which quotation: the one directly behind it in its sentence, a note call right behind its
// end, a signature below a block, or the author named with a year before it (CONVENTIONS 6, 7).
#include "extract/citations.hpp"
#include "extract/surroundings.hpp"
#include "text/text.hpp"

#include <algorithm>

namespace verbatim::extract {
namespace {

constexpr std::size_t reach = 400; ///< bytes between a quotation and its citation

bool ends_sentence(char32_t c) { return c == U'.' || c == U'!' || c == U'?' || c == U'。' || c == U'！' || c == U'？'; }

/// The end of the quotation with its closing marks.
std::size_t behind_marks(std::string_view plain, std::size_t at)
{
    for (int marks = 0; marks < 4 && at < plain.size(); ++marks) {
        const char32_t c = text::code_point_at(plain, at);
        static constexpr std::u32string_view closing = U"”’\"'»›」』“‘`";
        if (closing.find(c) == std::u32string_view::npos)
            break;
        at += text::code_point_size(plain, at);
    }
    return at;
}

/// True where a full stop, with white space or the text's end behind it, stands between.
bool sentence_ends_between(std::string_view plain, std::size_t begin, std::size_t end)
{
    for (std::size_t i = begin; i < end; i += text::code_point_size(plain, i)) {
        const char32_t c = text::code_point_at(plain, i);
        if (ends_sentence(c) && (c > 0x7f || i + 1 >= end || text::is_space(text::code_point_at(plain, i + 1))))
            return true;
    }
    return false;
}

bool only_punctuation_between(std::string_view plain, std::size_t begin, std::size_t end)
{
    for (std::size_t i = begin; i < end; i += text::code_point_size(plain, i)) {
        const char32_t c = text::code_point_at(plain, i);
        if (text::is_letter(c) || text::is_digit(c))
            return false;
    }
    return true;
}

class Joiner {
public:
    Joiner(const Document& document, Reading& reading, const syntax::Lexicon& lexicon, const Context& context)
        : document_(document), reading_(reading), lexicon_(lexicon), context_(context)
    {
    }

    void join()
    {
        for (std::size_t q = 0; q < reading_.quotations.size(); ++q)
            if (!reading_.quotations[q].nested_in)
                join(q);
    }

private:
    void join(std::size_t q)
    {
        Quotation& quotation = reading_.quotations[q];
        const Span hull = quotation.hull();
        const std::size_t end = behind_marks(document_.plain, hull.end);
        const std::size_t stop = next_quotation(q, end);
        const bool block = quotation.form == QuotationForm::block || quotation.form == QuotationForm::epigraph;
        // Those in the quotation's own words are its author's, but at the end of a block they are the signature.
        auto next =
            std::lower_bound(reading_.citations.begin(), reading_.citations.end(), block ? last_line(hull) : hull.end,
                             [](const Citation& citation, std::size_t at) { return citation.span.begin < at; });
        take_between_parts(quotation);
        for (; next != reading_.citations.end() && next->span.begin < stop && next->span.begin < end + reach; ++next) {
            if (next->kind == CitationKind::narrative && next->span.begin >= end)
                break; // it opens the next statement
            if (next->span.begin >= end && !belongs_behind(*next, end, block))
                break;
            quotation.citations.push_back(static_cast<std::size_t>(next - reading_.citations.begin()));
        }
        if (quotation.citations.empty())
            join_narrative_before(q);
        attribute(quotation);
    }

    /// "The river," Okoro says [@okoro1961], "is old.": a citation between the parts.
    void take_between_parts(Quotation& quotation) const
    {
        for (std::size_t part = 1; part < quotation.parts.size(); ++part) {
            const Span between{quotation.parts[part - 1].span.end, quotation.parts[part].span.begin};
            auto next =
                std::lower_bound(reading_.citations.begin(), reading_.citations.end(), between.begin,
                                 [](const Citation& citation, std::size_t at) { return citation.span.begin < at; });
            for (; next != reading_.citations.end() && next->span.end <= between.end; ++next)
                quotation.citations.push_back(static_cast<std::size_t>(next - reading_.citations.begin()));
        }
    }

    [[nodiscard]] bool belongs_behind(const Citation& citation, std::size_t end, bool block) const
    {
        const std::size_t begin = citation.span.begin;
        const Block* own = document_.block_at(end > 0 ? end - 1 : 0);
        const bool same_block = own != nullptr && own->span.contains(begin);
        const bool note = citation.kind == CitationKind::note || citation.kind == CitationKind::short_form;
        if (!same_block)
            return block && only_punctuation_between(document_.plain, end, begin);
        // The full stop may stand inside the marks, `…water." (Okoro 1987)`, or before the call, `…water".[^3]`.
        if (only_punctuation_between(document_.plain, end, begin))
            return true;
        if (note && sentence_ends_between(document_.plain, end, begin)) {
            const std::string_view plain = document_.plain;
            std::size_t last = begin;
            while (last > end && !ends_sentence(text::code_point_before(plain, last)) && last + 4 > begin)
                --last;
            return last > end && ends_sentence(text::code_point_before(plain, last))
                   && !sentence_ends_between(plain, end, last - 1);
        }
        return !sentence_ends_between(document_.plain, end, begin) && !text_ended_inside(end);
    }

    /// The host sentence ended with the quotation's own full stop and a capital follows: what follows is another one.
    [[nodiscard]] bool text_ended_inside(std::size_t end) const
    {
        const std::string_view plain = document_.plain;
        std::size_t at = end;
        while (at > 0
               && std::u32string_view(U"”’\"'»›」』").find(text::code_point_before(plain, at))
                      != std::u32string_view::npos)
            at -= text::code_point_before(plain, at) > 0x7f
                      ? std::min<std::size_t>(at, text::code_point_before(plain, at) < 0x800 ? 2 : 3)
                      : 1;
        if (at == 0 || !ends_sentence(text::code_point_before(plain, at)))
            return false;
        std::size_t next = end;
        while (next < plain.size() && text::is_space(text::code_point_at(plain, next)))
            next += text::code_point_size(plain, next);
        return text::is_upper(text::code_point_at(plain, next));
    }

    /// `Lindqvist (1956) writes, "…"`: in the same sentence, with no other quotation between; `Okoro said (Okoro 1961):
    /// "…"`: a bracket right before it.
    void join_narrative_before(std::size_t q)
    {
        Quotation& quotation = reading_.quotations[q];
        const std::size_t begin = quotation.hull().begin;
        auto next = std::lower_bound(reading_.citations.begin(), reading_.citations.end(), begin,
                                     [](const Citation& citation, std::size_t at) { return citation.span.begin < at; });
        if (next == reading_.citations.begin())
            return;
        const Citation& before = *(next - 1);
        const Block* block = document_.block_at(begin);
        if (before.span.end > begin || begin - before.span.end > reach || block == nullptr
            || !block->span.contains(before.span.begin))
            return;
        if (before.kind != CitationKind::narrative && before.kind != CitationKind::key
            && before.kind != CitationKind::author_date)
            return;
        // What a bracket cites is the statement before it, unless the quotation follows at once, behind a colon or
        // comma.
        if (bracketed(before) && !leads_on(before.span.end, begin) && !is_subject(before))
            return;
        // The full stop of an abbreviation or initial is none: those stand in the citation itself.
        if (sentence_ends_between(document_.plain, before.span.end, begin) || quotation_between(q, before.span.end))
            return;
        quotation.citations.push_back(static_cast<std::size_t>(next - 1 - reading_.citations.begin()));
    }

    [[nodiscard]] bool bracketed(const Citation& citation) const
    {
        if (citation.kind == CitationKind::author_date)
            return true;
        const std::string_view behind = std::string_view(document_.plain).substr(citation.span.end, 200);
        const std::size_t bracket = behind.find_first_of("[]");
        return citation.kind == CitationKind::key && bracket != std::string_view::npos && behind[bracket] == ']';
    }
    /// As [@okoro1961] has it, "…": the bracket stands for the name.
    [[nodiscard]] bool is_subject(const Citation& citation) const
    {
        std::string_view words = std::string_view(document_.plain).substr(0, citation.span.begin);
        words = words.substr(words.size() > 40 ? words.size() - 40 : 0);
        while (!words.empty() && (words.back() == ' ' || words.back() == '[' || words.back() == '('))
            words.remove_suffix(1);
        return ends_with_class(lexicon_, "as", words) || ends_with_class(lexicon_, "according-to", words);
    }
    [[nodiscard]] bool leads_on(std::size_t begin, std::size_t end) const
    {
        const std::string_view between = std::string_view(document_.plain).substr(begin, end - begin);
        return only_punctuation_between(document_.plain, begin, end)
               && (between.find_first_of(":,") != std::string_view::npos || between.find("：") != std::string_view::npos
                   || between.find("，") != std::string_view::npos);
    }

    [[nodiscard]] bool quotation_between(std::size_t q, std::size_t from) const
    {
        return q > 0 && !reading_.quotations[q - 1].nested_in && reading_.quotations[q - 1].hull().end > from;
    }

    [[nodiscard]] std::size_t next_quotation(std::size_t q, std::size_t end) const
    {
        for (std::size_t i = q + 1; i < reading_.quotations.size(); ++i)
            if (reading_.quotations[i].hull().begin >= end)
                return reading_.quotations[i].hull().begin;
        return document_.plain.size() + 1;
    }

    [[nodiscard]] std::size_t last_line(Span hull) const
    {
        const std::size_t line = document_.slice(hull).rfind('\n');
        return line == std::string_view::npos ? (hull.size() > 160 ? hull.end - 160 : hull.begin) : hull.begin + line;
    }

    void attribute(Quotation& quotation) const
    {
        if (quotation.citations.empty())
            return;
        const Citation& citation = reading_.citations[quotation.citations.front()];
        Attribution& attribution = quotation.attribution;
        if (!attribution.locator && citation.locator)
            attribution.locator = citation.locator;
        const auto evidence = attribution.evidence;
        if (evidence != AttributionEvidence::none && evidence != AttributionEvidence::continued
            && evidence != AttributionEvidence::implied)
            return;
        if (quotation.kind != QuotationKind::quotation)
            return;
        const auto author = citation.fields.find("author");
        if (author == citation.fields.end() && citation.key.empty())
            return;
        attribution.evidence = AttributionEvidence::citation_only;
        attribution.cue.reset();
        attribution.cue_class.clear();
        attribution.source.reset();
        if (author != citation.fields.end())
            attribution.source = source_of(citation, author->second);
        if (const auto issued = citation.fields.find("issued"); issued != citation.fields.end())
            attribution.date = issued->second;
    }

    [[nodiscard]] Source source_of(const Citation& citation, const std::string& names) const
    {
        Source source;
        source.coordinated = names.find("; ") != std::string::npos;
        const std::string_view written = document_.slice(citation.span);
        const std::string first = names.substr(0, names.find("; "));
        const std::size_t at = written.find(first);
        source.text = source.coordinated ? names : first;
        source.span = at == std::string_view::npos
                          ? citation.span
                          : Span{citation.span.begin + at, citation.span.begin + at + first.size()};
        if (source.coordinated) {
            const std::string last = names.substr(names.rfind("; ") + 2);
            if (const std::size_t end = written.rfind(last);
                at != std::string_view::npos && end != std::string_view::npos && end > at) {
                source.span.end = citation.span.begin + end + last.size();
                source.text = text::collapse(document_.slice(source.span));
            }
            return source;
        }
        source.person = person_of(first);
        return source;
    }

    /// The registered person of that name, alias or, where only one bears it, surname.
    [[nodiscard]] std::optional<std::string> registered_person(const std::string& name) const
    {
        const Person* found = nullptr;
        for (const Person& person : context_.people) {
            if (person.name == name
                || std::find(person.aliases.begin(), person.aliases.end(), name) != person.aliases.end())
                return person.name;
            if (!person.name.ends_with(' ' + name))
                continue;
            if (found != nullptr)
                return std::nullopt;
            found = &person;
        }
        return found == nullptr ? std::nullopt : std::optional(found->name);
    }

    /// The fullest form of the name in the document, where only one person bears it; else the name as cited.
    [[nodiscard]] std::string person_of(const std::string& name) const
    {
        if (const auto registered = registered_person(name))
            return *registered;
        std::string fullest;
        for (const auto& [person, forms] : reading_.persons) {
            const bool same = person == name || person.ends_with(' ' + name)
                              || std::find(forms.begin(), forms.end(), name) != forms.end();
            if (!same)
                continue;
            if (!fullest.empty())
                return name;
            fullest = person;
        }
        return fullest.empty() ? name : fullest;
    }

    const Document& document_;
    Reading& reading_;
    const syntax::Lexicon& lexicon_;
    const Context& context_;
};

} // namespace

void join_citations(const Document& document, Reading& reading, const syntax::Lexicon& lexicon, const Context& context)
{
    Joiner(document, reading, lexicon, context).join();
}

} // namespace verbatim::extract
