// SPDX-License-Identifier: Apache-2.0
// Where a noun ends that words in Han characters begin with: no blank parts 林海 from 皱着眉头. Private to the room.
#pragma once
#include "syntax/syntax.hpp"

#include <string_view>

namespace verbatim::extract::han {

/// Bytes of the longest entry of the class that ends the words and is not all of them; 0 for none.
[[nodiscard]] std::size_t ending(const syntax::Lexicon& lexicon, std::string_view word_class, std::string_view words);
/// Bytes of the noun that begins the words, up to the first word of what it does: 林海|皱着眉头, 掌柜的|探出头来.
/// 0 where they begin with that; all of them where nothing tells of a predicate.
[[nodiscard]] std::size_t noun_size(const syntax::Lexicon& lexicon, std::string_view words);
/// Bytes of what stands before a phrase of manner that ends the words, its 地 or 的 left out: 林海|慢吞吞,
/// 老李|嬉皮笑脸.
[[nodiscard]] std::size_t before_manner(const syntax::Lexicon& lexicon, std::string_view words);
/// 掌柜的, 林海家的: a role or a wife, named by what ends in 的.
[[nodiscard]] bool names_trade(const syntax::Lexicon& lexicon, std::string_view noun);
/// 林海, 老李, 掌柜的, 那妇人, 林老板: a noun of those that speak and act.
[[nodiscard]] bool names_person(const syntax::Lexicon& lexicon, std::string_view noun);
/// 林海, 欧阳海: a surname with one or two characters behind it, and no word that only looks like it.
[[nodiscard]] bool is_full_name(const syntax::Lexicon& lexicon, std::string_view noun);

} // namespace verbatim::extract::han
