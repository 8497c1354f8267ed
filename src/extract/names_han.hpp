// SPDX-License-Identifier: Apache-2.0
// What Han words in marks are by their own look: the name of a body, or a quality that somebody tells of a thing.
// Private to the room.
#pragma once
#include "syntax/syntax.hpp"

#include <set>
#include <string>
#include <string_view>

namespace verbatim::extract {

/// 港务局, 石滩党, 海港与运输委员会（HTK）: a head that names a body, and nothing that only a clause has. False for
/// other scripts.
[[nodiscard]] bool names_body_han(const syntax::Lexicon& lexicon, std::string_view words);

/// 不太满意, 完全错误: begins with a negation or a word of degree, and has no name's head.
[[nodiscard]] bool tells_quality_han(const syntax::Lexicon& lexicon, std::string_view words);

/// Who is told to speak in the plainest way, at the beginning of a clause: 润叶说：, 祥子问。 Read once, when first
/// asked.
class ToldNames {
public:
    ToldNames(std::string_view plain, const syntax::Lexicon& lexicon) : plain_(plain), lexicon_(lexicon) {}
    [[nodiscard]] bool has(std::string_view name);

private:
    void read();
    /// Clause begins at `begin`: notes its two or three characters before a verb of speech.
    void note(std::size_t begin);

    std::string_view plain_;
    const syntax::Lexicon& lexicon_;
    bool was_read_ = false;
    std::set<std::string, std::less<>> names_;
};

} // namespace verbatim::extract
