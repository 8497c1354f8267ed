// SPDX-License-Identifier: Apache-2.0
#include "align/passage.hpp"

#include "syntax/syntax.hpp"

#include <algorithm>

namespace verbatim::align {
namespace {

bool has_ellipsis(const Quoted& quoted)
{
    return std::any_of(quoted.gaps.begin(), quoted.gaps.end(),
                       [](const Gap& gap) { return gap.kind != Gap::Kind::none; });
}

/// Tokens to look at on either side of a window; with ellipses room for the pieces around it.
std::size_t room_around(const Quoted& quoted, const Settings& settings)
{
    std::size_t room = 16 + quoted.words.size(); // a dropped phrase may be as long as the quotation
    if (has_ellipsis(quoted) && quoted.pieces.size() > 1)
        room +=
            std::min<std::size_t>(quoted.pieces.size(), 8) * (settings.ellipsis_reach + settings.ellipsis_reach / 2);
    return room;
}

/// The tokens of a window that was asked for, and up to `room` on either side.
Span widened(const library::TokenWindow& window, std::size_t room)
{
    return {window.asked.begin - std::min(window.asked.begin, room),
            std::min(window.tokens.list.size(), window.asked.end + room)};
}

/// Where the words of a piece stand in a row of tokens, mark for mark: plain bytes.
std::optional<Span> exact_place(const Words& words, Span piece, const text::Tokens& tokens)
{
    const std::size_t n = piece.size();
    for (std::size_t i = 0; i + n <= tokens.list.size(); ++i) {
        std::size_t k = 0;
        while (k < n && tokens.exact(i + k) == words[piece.begin + k].exact)
            ++k;
        if (k == n)
            return Span{tokens.list[i].span.begin, tokens.list[i + n - 1].span.end};
    }
    return std::nullopt;
}

/// Where a piece that is not near the others stands word for word, anywhere in the version: for reordered and far
/// pieces.
std::optional<Span> far_place(const Asked& asked, std::size_t work, std::size_t version, const Words& words, Span piece)
{
    constexpr std::size_t most_places = 64; // of the same words with other marks
    std::string text;
    for (std::size_t i = piece.begin; i < piece.end; ++i)
        text.append(words[i].exact).push_back(' ');
    for (const Span place : asked.library.places_of(text, work, version, most_places)) {
        const library::TokenWindow window = asked.library.tokens_around(work, version, place, piece.size());
        if (const std::optional<Span> found = exact_place(words, piece, window.tokens))
            return found;
    }
    return std::nullopt;
}

/// A quotation laid against a window of a version, some spans of it left out.
struct Laid {
    SourceWords source;
    Comparison compared;
};

/// The stretch of a version against which a quotation is laid: plain bytes.
struct Ground {
    std::size_t work = 0;
    std::size_t version = 0;
    const Document& document;
    Span window;
};

Comparison compared(const Asked& asked, const Ground& ground, const Quoted& quoted, const SourceWords& source,
                    const std::vector<Placed>& placed)
{
    const std::string& language = asked.quotation.language;
    Sides sides{asked.document, ground.document, asked.quotation,
                &asked.library, asked.settings,  syntax::lexicon(language),
                language,       quoted,          source};
    sides.is_transcript = asked.library.works()[ground.work].kind == "transcript";
    return compare(sides, placed);
}

/// Bytes of the quotation that are altered: what an omission leaves out is none of them.
std::size_t changed_bytes(const Comparison& compared)
{
    std::size_t bytes = 0;
    for (const Difference& alteration : compared.alterations)
        bytes += alteration.quoted.span.size();
    return bytes;
}

/// Several words in a row stand for none or for others: they may stand farther off.
bool may_have_far_end(const Quoted& quoted, const Comparison& compared)
{
    constexpr std::size_t several = 3;
    return std::any_of(compared.alterations.begin(), compared.alterations.end(), [&](const Difference& alteration) {
        return std::count_if(
                   quoted.words.begin(), quoted.words.end(),
                   [&](const Word& word) { return word.is_word() && alteration.quoted.span.contains(word.span); })
               >= static_cast<std::ptrdiff_t>(several);
    });
}

/// The same passage grown to words of the quotation that stand farther off. Nothing where that tells no less of it as
/// altered; whether the quotation is accepted does not hang on it.
std::optional<Laid> laid_farther(const Asked& asked, const Ground& ground, const Quoted& quoted, Keys& keys,
                                 const std::vector<Span>& incises, const Laid& laid, const Placed& placed)
{
    const std::size_t reach = tokens_within(asked.settings.ellipsis_reach);
    const std::size_t room = room_around(quoted, asked.settings) + reach;
    const library::TokenWindow window = asked.library.tokens_around(ground.work, ground.version, ground.window, room);
    Laid farther;
    farther.source = source_words(ground.document, window.tokens, widened(window, room), keys, quoted, incises);
    const Words& words = farther.source.words;
    const std::size_t first = laid.source.words.front().span.begin;
    const auto shift = static_cast<std::size_t>(
        std::partition_point(words.begin(), words.end(), [&](const Word& word) { return word.span.begin < first; })
        - words.begin());
    Placed known = placed;
    known.source = {placed.source.begin + shift, placed.source.end + shift};
    const std::optional<Placed> grown = with_far_ends(quoted.words, quoted.pieces[0], words, known, reach);
    if (!grown)
        return std::nullopt;
    Comparison& other = farther.compared;
    other = compared(asked, ground, quoted, farther.source, {*grown});
    if (other.alterations.size() > laid.compared.alterations.size()
        || changed_bytes(other) >= changed_bytes(laid.compared)
        || other.similarity() > laid.compared.highest_similarity())
        return std::nullopt;
    other.nearest = laid.compared.most_alike();
    return farther;
}

Laid lay(const Asked& asked, const Ground& ground, const Quoted& quoted, Keys& keys, Room beyond,
         const std::vector<Span>& incises)
{
    const std::size_t room = beyond == Room::none ? 0 : room_around(quoted, asked.settings);
    const auto tokens_of = [&](Span plain, std::size_t around) {
        return asked.library.tokens_around(ground.work, ground.version, plain, around);
    };
    library::TokenWindow window = tokens_of(ground.window, room);
    Span range = widened(window, room);
    Laid laid;
    const auto place = [&] {
        laid.source = source_words(ground.document, window.tokens, range, keys, quoted, incises);
        return place_pieces(quoted, laid.source.words, asked.settings.ellipsis_reach);
    };
    std::vector<Placed> placed = place();
    constexpr std::size_t hull_limit = 60'000;            // tokens between far pieces that are still compared
    constexpr std::size_t longest_hull = 16 * hull_limit; // bytes
    for (std::size_t i = 0; beyond == Room::around && i < placed.size() && placed.size() > 1 && placed.size() <= 64;
         ++i) {
        if (placed[i].found && placed[i].edits == 0)
            continue;
        const auto far = far_place(asked, ground.work, ground.version, quoted.words, quoted.pieces[i]);
        if (!far || range.empty())
            continue;
        const Span near{window.tokens.list[range.begin].span.begin, window.tokens.list[range.end - 1].span.end};
        const Span both{std::min(near.begin, far->begin), std::max(near.end, far->end)};
        if (near.contains(*far) || both.size() > longest_hull)
            continue;
        library::TokenWindow wider = tokens_of(both, 0);
        if (wider.asked.size() > hull_limit)
            continue;
        window = std::move(wider);
        range = window.asked;
        placed = place();
    }
    laid.compared = compared(asked, ground, quoted, laid.source, placed);
    if (beyond == Room::around && placed.size() == 1 && may_have_far_end(quoted, laid.compared))
        if (std::optional<Laid> farther = laid_farther(asked, ground, quoted, keys, incises, laid, placed[0]))
            return std::move(*farther);
    return laid;
}

/// `"Whoever counts the gulls," my father used to say, "forgets the fish."`: where the reading did not see who speaks,
/// a comma before the gap, a small letter behind it and no end of a sentence between still make it one quotation.
bool reads_on(const Document& document, const Quotation& left, const Quotation& right)
{
    constexpr std::size_t longest = 120; // bytes of an incise
    const Span between{left.hull().end, right.hull().begin};
    if (between.begin >= between.end || between.size() > longest || left.text.empty()
        || document.block_at(between.begin) != document.block_at(between.end))
        return false;
    const std::string_view words = document.slice(between);
    const bool comma = left.text.back() == ',' || left.text.ends_with("，");
    const char32_t next = text::code_point_at(document.plain, between.end);
    return comma && words.find_first_of(".?!;") == std::string_view::npos && text::is_letter(next)
           && !text::is_upper(next) && !text::is_han_or_kana(next);
}

/// What stands between the parts of the version's own quotations near a passage: `," she said, "`. Those words are not
/// of the quotation that is quoted here. Empty where no quotation mark stands in the passage.
std::vector<Span> incises_near(const Asked& asked, std::size_t work, std::size_t version, const Document& document,
                               const Laid& laid)
{
    const Words& words = laid.source.words;
    const Span found = laid.compared.source;
    const auto is_mark = [](const Word& word) { return word.kind == text::TokenKind::mark; };
    const std::size_t room = 40; // words around: the alignment may have stopped at the incise
    const auto first = words.begin() + static_cast<std::ptrdiff_t>(found.begin - std::min(found.begin, room));
    const auto last = words.begin() + static_cast<std::ptrdiff_t>(std::min(words.size(), found.end + room));
    std::vector<Span> incises;
    if (std::none_of(first, last, is_mark))
        return incises;
    const Span near{first->span.begin, (last - 1)->span.end};
    const auto add = [&](Span between) {
        if (near.contains(between))
            incises.push_back(between);
    };
    const Quotation* before = nullptr;
    for (const Quotation& quotation : asked.library.version_reading(work, version).quotations) {
        if (quotation.nested_in)
            continue;
        for (std::size_t i = 1; i < quotation.parts.size() && !quotation.piecewise; ++i)
            add({quotation.parts[i - 1].span.end, quotation.parts[i].span.begin});
        if (before != nullptr && near.overlaps(quotation.hull()) && reads_on(document, *before, quotation))
            add({before->hull().end, quotation.hull().begin});
        before = &quotation;
    }
    std::sort(incises.begin(), incises.end(), [](Span a, Span b) { return a.begin < b.begin; });
    return incises;
}

/// The incises with the commas before them: `"The harbour," she said, "opens."` is quoted as `The harbour opens.`, too.
std::vector<Span> with_commas(const Document& document, std::vector<Span> incises)
{
    for (Span& incise : incises)
        for (const std::string_view comma : {",", "，"})
            if (document.plain.view().substr(0, incise.begin).ends_with(comma))
                incise.begin -= comma.size();
    return incises;
}

} // namespace

std::optional<Weighed> weigh_in(const Asked& asked, std::size_t work, std::size_t version, Span window, Keys& keys,
                                Room beyond)
{
    const library::VersionText* text = asked.library.version_text(work, version);
    if (text == nullptr || window.begin >= text->document.plain.size())
        return std::nullopt;
    const Ground ground{work, version, text->document, window};
    std::vector<std::string> own;
    if (std::vector<std::string> groups = bracket_groups(asked.document, asked.quotation); !groups.empty()) {
        constexpr std::size_t room = 64;
        const library::TokenWindow around = asked.library.tokens_around(work, version, window, room);
        for (std::string& group : groups)
            if (range_contains(around.tokens, widened(around, room), group))
                own.push_back(std::move(group));
    }
    const Quoted quoted = quoted_words(asked.document, asked.quotation, keys, own);
    if (quoted.pieces.empty())
        return std::nullopt;
    Laid laid = lay(asked, ground, quoted, keys, beyond, {});
    if (!laid.compared.source.empty() && !laid.compared.alterations.empty()) {
        const std::vector<Span> incises = incises_near(asked, work, version, text->document, laid);
        const auto leave_out = [&](const std::vector<Span>& spans) {
            if (Laid other = lay(asked, ground, quoted, keys, beyond, spans);
                !other.compared.source.empty() && other.compared.word_edits <= laid.compared.word_edits
                && other.compared.alterations.size() < laid.compared.alterations.size())
                laid = std::move(other);
        };
        if (!incises.empty())
            leave_out(incises);
        if (const std::vector<Span> wider = with_commas(text->document, incises); wider != incises)
            leave_out(wider);
    }
    Comparison& compared = laid.compared;
    if (compared.source.empty())
        return std::nullopt;
    const Version& held = asked.library.works()[work].versions[version];
    if (const std::size_t words = set_aside_page_furniture(text->document, held, compared)) {
        compared.word_edits -= std::min(compared.word_edits, words);
        compared.longer = std::max(count_words(quoted.words, {0, quoted.words.size()}),
                                   compared.longer - std::min(compared.longer, words));
    }
    Weighed weighed;
    weighed.passage = passage_at(asked.library, work, version, hull(laid.source.words, compared.source));
    Passage& passage = weighed.passage;
    passage.similarity = compared.similarity();
    weighed.likeness = compared.highest_similarity();
    passage.conventional = std::move(compared.conventional);
    passage.alterations = std::move(compared.alterations);
    passage.diff = std::move(compared.diff);
    weighed.word_edits = compared.fewest_edits();
    weighed.words = measured_words(quoted.words, {0, quoted.words.size()});
    return weighed;
}

Passage passage_at(const library::Library& library, std::size_t work, std::size_t version, Span span)
{
    Passage passage;
    passage.work = work;
    passage.version = version;
    const library::VersionText* text = library.version_text(work, version);
    if (text == nullptr)
        return passage;
    const Document& document = text->document;
    passage.where = {text::running_text(document, span), span, text::stored(document, span),
                     text::place(document, span.begin).line};
    passage.place = text::paragraph_name(document, span.begin);
    if (const LocatorMark* mark = locator_at(document, span.begin)) {
        passage.locator = mark->label;
        passage.locator_kind = mark->kind;
    }
    return passage;
}

void complete(const Asked& asked, Passage& passage)
{
    const library::VersionText* text = asked.library.version_text(passage.work, passage.version);
    passage.zone = zone_of(asked, passage.work, passage.version, text->document, passage.where.span);
    passage.truncations = truncations(asked, text->document, passage.where.span, asked.quotation.language);
}

} // namespace verbatim::align
