// SPDX-License-Identifier: Apache-2.0
#include "syntax/frames.hpp"

#include "frames_continental.hpp"
#include "frames_european.hpp"
#include "frames_han.hpp"

#include <algorithm>

namespace verbatim::syntax {
namespace {

namespace pegtl = tao::pegtl;

struct Chunker {
    const Lexicon& lexicon;
    const char* base; ///< start of the host sentence
    grammar::Places places;
    std::vector<Chunk> out{};
    Span verb{}; ///< the last verb read: of a verb group that was taken it is the head
};

template <typename Input>
Span span_of(const Input& in, const Chunker& state)
{
    return {static_cast<std::size_t>(in.begin() - state.base), static_cast<std::size_t>(in.end() - state.base)};
}

template <typename Rule>
struct action : pegtl::nothing<Rule> {
};

// No require_apply here: PEGTL 3.2.7 would run such an action also inside at<> and not_at<>. The tests see that all
// run.
template <ChunkKind Kind>
struct push {
    template <typename Input>
    static void apply(const Input& in, Chunker& state)
    {
        const Span span = span_of(in, state);
        Chunk chunk{.kind = Kind, .span = span, .head = span, .word_class = {}};
        if constexpr (Kind == ChunkKind::cue || Kind == ChunkKind::verb) {
            if (state.verb.end == span.end)
                chunk.head = state.verb;
        }
        if constexpr (Kind == ChunkKind::cue) {
            const std::string_view word = in.string_view().substr(chunk.head.begin - span.begin);
            chunk.word_class = state.lexicon.class_in("cue", word).value_or("");
        }
        if constexpr (Kind == ChunkKind::pronoun)
            chunk.word_class = state.lexicon.class_in("pronoun", in.string_view()).value_or("");
        state.out.push_back(std::move(chunk));
    }
};
/// Runs also in attempts that fail later: it only notes, the verb group that ends with this verb reads it.
struct note_verb {
    template <typename Input>
    static void apply(const Input& in, Chunker& state)
    {
        state.verb = span_of(in, state);
    }
};

/// Rules without actions that many alternatives ask at one place: what they match there is kept (packrat parsing:
/// B. Ford, ICFP 2002), one slot of a place for each.
template <std::size_t Slot>
struct keep {
    static_assert(Slot < grammar::Places::most_kept);

    template <typename Rule, pegtl::apply_mode, pegtl::rewind_mode, template <typename...> class Action,
              template <typename...> class Control, typename Input>
    static bool match(Input& in, Chunker& state)
    {
        using grammar::Places;
        const char* const begin = in.current();
        const std::uint32_t kept = state.places.of(begin).kept[Slot];
        if (kept != Places::unknown) {
            in.bump(kept == Places::failed ? 0 : kept);
            return kept != Places::failed;
        }
        const bool matched =
            pegtl::match<Rule, pegtl::apply_mode::nothing, pegtl::rewind_mode::required, Action, Control>(in, state);
        state.places.of(begin).kept[Slot] =
            matched ? static_cast<std::uint32_t>(in.current() - begin) : Places::failed;
        return matched;
    }
};

namespace eu = grammar::european;
template <>
struct action<eu::function_word> : keep<0> {
};
template <>
struct action<eu::noun_word> : keep<1> {
};
template <>
struct action<eu::adverb_word> : keep<2> {
};
template <>
struct action<eu::content_word> : keep<3> {
};
template <>
struct action<eu::lower_noun> : keep<4> {
};
template <>
struct action<eu::name_word> : keep<5> {
};
template <>
struct action<eu::verb_lead> : keep<6> {
};
template <>
struct action<eu::possessor> : keep<7> {
};
template <>
struct action<eu::lower_run> : keep<8> {
};
template <>
struct action<eu::name_run> : keep<9> {
};

template <>
struct action<eu::quotation> : push<ChunkKind::quotation> {
};
template <>
struct action<eu::noun_phrase> : push<ChunkKind::noun_phrase> {
};
template <>
struct action<eu::pronoun> : push<ChunkKind::pronoun> {
};
template <>
struct action<eu::cue> : push<ChunkKind::cue> {
};
template <>
struct action<eu::verb> : push<ChunkKind::verb> {
};
template <>
struct action<eu::auxiliary> : push<ChunkKind::auxiliary> {
};
template <>
struct action<eu::adverb> : push<ChunkKind::adverb> {
};
template <>
struct action<eu::time> : push<ChunkKind::time> {
};
template <>
struct action<eu::preposition> : push<ChunkKind::preposition> {
};
template <>
struct action<eu::according_to> : push<ChunkKind::according_to> {
};
template <>
struct action<eu::relative> : push<ChunkKind::relative> {
};
template <>
struct action<eu::subordinator> : push<ChunkKind::subordinator> {
};
template <>
struct action<eu::coordinator> : push<ChunkKind::coordinator> {
};
template <>
struct action<eu::conjunction> : push<ChunkKind::conjunction> {
};
template <>
struct action<eu::figure> : push<ChunkKind::number> {
};
template <>
struct action<eu::mark> : push<ChunkKind::mark> {
};
template <>
struct action<eu::word> : push<ChunkKind::word> {
};
template <>
struct action<eu::cue_word> : note_verb {
};
template <>
struct action<eu::verb_word> : note_verb {
};

namespace co = grammar::continental;
template <>
struct action<co::quotation> : push<ChunkKind::quotation> {
};
template <>
struct action<co::noun_phrase> : push<ChunkKind::noun_phrase> {
};
template <>
struct action<co::pronoun> : push<ChunkKind::pronoun> {
};
template <>
struct action<co::cue> : push<ChunkKind::cue> {
};
template <>
struct action<co::verb> : push<ChunkKind::verb> {
};
template <>
struct action<co::auxiliary> : push<ChunkKind::auxiliary> {
};
template <>
struct action<co::adverb> : push<ChunkKind::adverb> {
};
template <>
struct action<co::time> : push<ChunkKind::time> {
};
template <>
struct action<co::preposition> : push<ChunkKind::preposition> {
};
template <>
struct action<co::according_to> : push<ChunkKind::according_to> {
};
template <>
struct action<co::relative> : push<ChunkKind::relative> {
};
template <>
struct action<co::subordinator> : push<ChunkKind::subordinator> {
};
template <>
struct action<co::coordinator> : push<ChunkKind::coordinator> {
};
template <>
struct action<co::conjunction> : push<ChunkKind::conjunction> {
};
template <>
struct action<co::mark> : push<ChunkKind::mark> {
};
template <>
struct action<co::word> : push<ChunkKind::word> {
};
template <>
struct action<co::figure> : push<ChunkKind::number> {
};
template <>
struct action<co::cue_word> : note_verb {
};
template <>
struct action<co::inverted_cue> : note_verb {
};
template <>
struct action<co::verb_word> : note_verb {
};

namespace hn = grammar::han;
template <>
struct action<hn::quotation> : push<ChunkKind::quotation> {
};
template <>
struct action<hn::noun_phrase> : push<ChunkKind::noun_phrase> {
};
template <>
struct action<hn::full_name> : push<ChunkKind::noun_phrase> {
};
template <>
struct action<hn::pronoun> : push<ChunkKind::pronoun> {
};
template <>
struct action<hn::cue> : push<ChunkKind::cue> {
};
template <>
struct action<hn::adverb> : push<ChunkKind::adverb> {
};
template <>
struct action<hn::preposition> : push<ChunkKind::preposition> {
};
template <>
struct action<hn::according_to> : push<ChunkKind::according_to> {
};
template <>
struct action<hn::coordinator> : push<ChunkKind::coordinator> {
};
template <>
struct action<hn::conjunction> : push<ChunkKind::conjunction> {
};
template <>
struct action<hn::mark> : push<ChunkKind::mark> {
};
template <>
struct action<hn::cue_word> : note_verb {
};

template <typename Step>
std::vector<Chunk> read_steps(std::string_view host, const Lexicon& lexicon, std::size_t end, std::size_t more)
{
    Chunker state{.lexicon = lexicon, .base = host.data(), .places = {lexicon, host}};
    state.out.reserve(std::min(end, host.size()) / 6 + more + 1);
    pegtl::memory_input<pegtl::tracking_mode::lazy> input(host.data(), host.data() + host.size(), "");
    const auto enough = [&] { return state.out.size() > more && state.out.rbegin()[more].span.begin >= end; };
    while (!input.empty() && !enough() && pegtl::parse<Step, action>(input, state)) {
    }
    if (enough())
        state.out.pop_back(); // that none before it was the last one wanted shows only now
    return std::move(state.out);
}

} // namespace

std::vector<Chunk> chunks(std::string_view host, const Lexicon& lexicon)
{
    return first_chunks(host, lexicon, host.size(), 0);
}

std::vector<Chunk> first_chunks(std::string_view host, const Lexicon& lexicon, std::size_t end, std::size_t more)
{
    if (lexicon.frame() == "han")
        return read_steps<hn::step>(host, lexicon, end, more);
    return lexicon.frame() == "continental" ? read_steps<co::step>(host, lexicon, end, more)
                                            : read_steps<eu::step>(host, lexicon, end, more);
}

} // namespace verbatim::syntax
