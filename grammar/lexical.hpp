// SPDX-License-Identifier: Apache-2.0
// Rules that ask the lexicon or Unicode. The first state of every grammar that uses them is a `const Lexicon&` holder
// with a member `lexicon`. They never move past the end of a word: a grammar that starts at a word goes by words.
#pragma once
#include "syntax/lexicon.hpp"
#include "text/text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <tao/pegtl.hpp>
#include <vector>

namespace verbatim::grammar {

namespace pegtl = tao::pegtl;

/// A string as template argument.
template <std::size_t N>
struct Name {
    char bytes[N]{};
    constexpr Name(const char (&text)[N]) { std::copy_n(text, N, bytes); } // NOLINT(google-explicit-constructor)
    [[nodiscard]] constexpr std::string_view view() const { return {bytes, N - 1}; }
};

template <typename Input>
[[nodiscard]] std::string_view rest(const Input& in)
{
    return {in.current(), in.size(0)};
}

/// What the lexicon and Unicode say of the places of one text. A grammar asks for many classes at one place and comes
/// back to it: a state that has a member `places` asks once. What whole rules match at a place can be kept there too.
class Places {
public:
    static constexpr std::uint32_t unknown = static_cast<std::uint32_t>(-1);
    static constexpr std::uint32_t failed = unknown - 1;
    static constexpr std::size_t most_kept = 12;

    struct Place {
        syntax::Matches matches;
        std::uint32_t word = unknown; ///< bytes
        bool capital = false;
        std::array<std::uint32_t, most_kept> kept{}; ///< bytes that a rule matches here, by the slot of the rule
    };

    Places(const syntax::Lexicon& lexicon, std::string_view text)
        : lexicon_(lexicon), text_(text), at_(text.size() + 1, unknown),
          behind_apostrophes_(text.data() + behind_apostrophes(text))
    {
        places_.reserve(text.size() / 4 + 1);
    }

    /// Good until the next call.
    Place& of(const char* place)
    {
        const std::uint32_t known = at_[static_cast<std::size_t>(place - text_.data())];
        return known == unknown ? asked_first(place) : places_[known];
    }
    /// True where an apostrophe stands at the place or behind it.
    [[nodiscard]] bool apostrophe_ahead(const char* place) const { return place < behind_apostrophes_; }

private:
    [[nodiscard]] static std::size_t behind_apostrophes(std::string_view text)
    {
        for (std::size_t at = text.size(); at-- > 0;)
            if (text[at] == '\'' || (text[at] == '\xe2' && text.substr(at).starts_with("\u2019")))
                return at + 1;
        return 0;
    }
    /// Apart from the rest, which is asked dozens of times a word and shall stand in line.
    [[gnu::noinline]] Place& asked_first(const char* place)
    {
        const auto offset = static_cast<std::size_t>(place - text_.data());
        at_[offset] = static_cast<std::uint32_t>(places_.size());
        Place& made = places_.emplace_back();
        made.matches = lexicon_.matches(text_, offset);
        made.kept.fill(unknown);
        return made;
    }

    const syntax::Lexicon& lexicon_;
    std::string_view text_;
    std::vector<std::uint32_t> at_; ///< of every byte of the text, and behind the last: index of its place
    std::vector<Place> places_;
    const char* behind_apostrophes_; ///< behind the last one; where the text begins, if there is none
};

/// The longest entry of a class (or family) of the lexicon.
template <Name Class>
struct word_of {
    using rule_t = word_of;
    using subs_t = pegtl::empty_list;
    template <pegtl::apply_mode, pegtl::rewind_mode, template <typename...> class, template <typename...> class,
              typename Input, typename State, typename... States>
    static bool match(Input& in, State&& state, States&&...)
    {
        static const syntax::ClassId id = syntax::class_id(Class.view());
        std::size_t size = 0;
        if constexpr (requires { state.places; })
            size = state.places.of(in.current()).matches.longest(id);
        else
            size = in.empty() ? 0 : state.lexicon.matches(rest(in), 0).longest(id);
        in.bump(size);
        return size != 0;
    }
};

/// The longest entry of the classes, where it is longer than any of `Against` that begins there: 发言人 against 发言.
template <Name Against, Name... Classes>
struct longer_than {
    using rule_t = longer_than;
    using subs_t = pegtl::empty_list;
    template <pegtl::apply_mode, pegtl::rewind_mode, template <typename...> class, template <typename...> class,
              typename Input, typename State, typename... States>
    static bool match(Input& in, State&& state, States&&...)
    {
        static const syntax::ClassId against = syntax::class_id(Against.view());
        static const std::array ids{syntax::class_id(Classes.view())...};
        if (in.empty())
            return false;
        syntax::Matches found;
        if constexpr (requires { state.places; })
            found = state.places.of(in.current()).matches;
        else
            found = state.lexicon.matches(rest(in), 0);
        std::size_t longest = 0;
        for (const syntax::ClassId id : ids)
            longest = std::max(longest, found.longest(id));
        if (longest <= found.longest(against))
            return false;
        in.bump(longest);
        return true;
    }
};

/// Consumes nothing: the lexicon lists the pattern among those of its language (class `pattern`).
template <Name Pattern>
struct where {
    using rule_t = where;
    using subs_t = pegtl::empty_list;
    template <pegtl::apply_mode, pegtl::rewind_mode, template <typename...> class, template <typename...> class,
              typename Input, typename State, typename... States>
    static bool match(Input&, State&& state, States&&...)
    {
        return state.lexicon.has("pattern", Pattern.view());
    }
};

enum class Case : unsigned char { any, capital, lower };

/// Bytes of the word that starts the text: letters and digits (no Han) with inner apostrophes,
/// hyphens and dots (U.S.); 0 for none.
[[nodiscard]] inline std::size_t word_size(std::string_view text)
{
    const auto joins = [](char32_t c) {
        if (c < 0x80)
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        return (text::is_letter(c) || text::is_digit(c)) && !text::is_han_or_kana(c);
    };
    if (text.empty() || !joins(text::code_point_at(text, 0)) || text::is_digit(text::code_point_at(text, 0)))
        return 0;
    std::size_t at = 0;
    while (at < text.size()) {
        const char32_t c = text::code_point_at(text, at);
        const std::size_t size = text::code_point_size(text, at);
        if (joins(c)) {
            at += size;
            continue;
        }
        const bool inner = c == U'\'' || c == U'\u2019' || c == U'-' || c == U'.';
        const char32_t next = text::code_point_at(text, at + size);
        if (inner && at + size < text.size() && joins(next)) {
            at += size;
            continue;
        }
        // A single capital keeps its dot (J. Okoro); "U.S." ends in one of these.
        if (c == U'.' && (at == 1 || (at >= 2 && text[at - 2] == '.'))
            && text::is_upper(text::code_point_at(text, at - 1)))
            ++at;
        break;
    }
    return at;
}

struct WordLook {
    std::size_t size = 0;
    bool capital = false;
};
template <typename Input, typename State>
[[nodiscard]] WordLook word_at(Input& in, State&& state)
{
    const auto look = [&] {
        const std::size_t size = word_size(rest(in));
        return WordLook{size, size != 0 && text::is_upper(text::code_point_at(rest(in), 0))};
    };
    if constexpr (requires { state.places; }) {
        Places::Place& place = state.places.of(in.current());
        if (place.word == Places::unknown) {
            const WordLook found = look();
            place.word = static_cast<std::uint32_t>(found.size);
            place.capital = found.capital;
        }
        return {place.word, place.capital};
    } else {
        return look();
    }
}

template <Case Wanted>
struct word_in {
    using rule_t = word_in;
    using subs_t = pegtl::empty_list;
    template <pegtl::apply_mode, pegtl::rewind_mode, template <typename...> class, template <typename...> class,
              typename Input, typename State, typename... States>
    static bool match(Input& in, State&& state, States&&...)
    {
        const auto [size, capital] = word_at(in, state);
        if (size == 0)
            return false;
        if ((Wanted == Case::capital && !capital) || (Wanted == Case::lower && capital))
            return false;
        in.bump(size);
        return true;
    }
};

/// A word in lower case that ends in an entry of the class: "adverb-ending".
template <Name Class>
struct word_ending {
    using rule_t = word_ending;
    using subs_t = pegtl::empty_list;
    template <pegtl::apply_mode, pegtl::rewind_mode, template <typename...> class, template <typename...> class,
              typename Input, typename State, typename... States>
    static bool match(Input& in, State&& state, States&&...)
    {
        static const syntax::ClassId id = syntax::class_id(Class.view());
        const auto [size, capital] = word_at(in, state);
        const std::string_view word = rest(in).substr(0, size);
        if (capital)
            return false; // Khaled is no participle
        for (const std::string& ending : state.lexicon.entries(id)) {
            if (size > ending.size() + 2 && word.ends_with(ending)) {
                in.bump(size);
                return true;
            }
        }
        return false;
    }
};

/// Bytes of a word up to the joint with the subject that hangs on it, dit|-il, demanda|-t-elle; 0 for none.
[[nodiscard]] inline std::size_t before_joint(const syntax::Lexicon& lexicon, std::string_view word)
{
    for (std::size_t hyphen = word.find('-'); hyphen != std::string_view::npos; hyphen = word.find('-', hyphen + 1)) {
        const std::size_t joint = lexicon.match("inversion", word, hyphen);
        if (hyphen > 0 && joint != 0 && lexicon.match("pronoun", word, hyphen + joint) == word.size() - hyphen - joint)
            return hyphen;
    }
    return 0;
}

/// A word of the class with its subject hung on behind it. Stops before the hyphen.
template <Name Class>
struct before_inversion {
    using rule_t = before_inversion;
    using subs_t = pegtl::empty_list;
    template <pegtl::apply_mode, pegtl::rewind_mode, template <typename...> class, template <typename...> class,
              typename Input, typename State, typename... States>
    static bool match(Input& in, State&& state, States&&...)
    {
        const std::string_view word = rest(in).substr(0, word_at(in, state).size);
        const std::size_t size = before_joint(state.lexicon, word);
        if (size == 0 || !state.lexicon.has(Class.view(), word.substr(0, size)))
            return false;
        in.bump(size);
        return true;
    }
};

/// Any word with its subject hung on behind it: it is a verb.
struct any_before_inversion {
    using rule_t = any_before_inversion;
    using subs_t = pegtl::empty_list;
    template <pegtl::apply_mode, pegtl::rewind_mode, template <typename...> class, template <typename...> class,
              typename Input, typename State, typename... States>
    static bool match(Input& in, State&& state, States&&...)
    {
        const std::size_t size = before_joint(state.lexicon, rest(in).substr(0, word_at(in, state).size));
        in.bump(size);
        return size != 0;
    }
};

/// Consumes nothing: an apostrophe stands somewhere ahead. Most sentences have none, and so no possessor.
struct apostrophe_ahead {
    using rule_t = apostrophe_ahead;
    using subs_t = pegtl::empty_list;
    template <pegtl::apply_mode, pegtl::rewind_mode, template <typename...> class, template <typename...> class,
              typename Input, typename State, typename... States>
    static bool match(Input& in, State&& state, States&&...)
    {
        return state.places.apostrophe_ahead(in.current());
    }
};

/// A word with the ending of a possessor: Lindqvist's, the workers'.
struct possessor_word {
    using rule_t = possessor_word;
    using subs_t = pegtl::empty_list;
    template <pegtl::apply_mode, pegtl::rewind_mode, template <typename...> class, template <typename...> class,
              typename Input, typename State, typename... States>
    static bool match(Input& in, State&& state, States&&...)
    {
        const std::string_view text = rest(in);
        const std::size_t size = word_at(in, state).size;
        const std::string_view word = text.substr(0, size);
        if (word.ends_with("'s") || word.ends_with("\u2019s")) {
            in.bump(size);
            return true;
        }
        if (!word.ends_with('s'))
            return false;
        const std::string_view behind = text.substr(size);
        const std::size_t mark = behind.starts_with('\'') ? 1 : behind.starts_with("\u2019") ? 3 : 0;
        if (mark == 0 || !behind.substr(mark).starts_with(' '))
            return false;
        in.bump(size + mark);
        return true;
    }
};

/// One code point, whatever it is.
struct any_code_point {
    using rule_t = any_code_point;
    using subs_t = pegtl::empty_list;
    template <typename Input>
    static bool match(Input& in)
    {
        if (in.empty())
            return false;
        in.bump(std::min(text::code_point_size(rest(in), 0), in.size(0)));
        return true;
    }
};

struct han_character {
    using rule_t = han_character;
    using subs_t = pegtl::empty_list;
    template <typename Input>
    static bool match(Input& in)
    {
        if (in.empty() || !text::is_han_or_kana(text::code_point_at(rest(in), 0)))
            return false;
        in.bump(text::code_point_size(rest(in), 0));
        return true;
    }
};

} // namespace verbatim::grammar
