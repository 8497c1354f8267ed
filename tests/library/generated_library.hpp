// SPDX-License-Identifier: Apache-2.0
// Made-up texts with the frequencies of real ones: few words are very common, most are rare, and phrases come back.
#pragma once
#include "library/locate.hpp"

#include <cmath>
#include <deque>
#include <random>
#include <string>
#include <vector>

namespace verbatim::library::generated {

using Words = std::vector<std::string>;

class Writer {
public:
    Writer(unsigned seed, std::size_t vocabulary, bool han) : random_(seed), han_(han)
    {
        for (std::size_t i = 0; i < vocabulary; ++i)
            lexicon_.push_back(han ? han_character(i) : latin_word(i));
        for (int i = 0; i < 40; ++i) {
            phrases_.emplace_back();
            for (int k = 0; k < 6; ++k)
                phrases_.back().push_back(word());
        }
    }
    [[nodiscard]] std::string word()
    {
        // Zipf: the logarithm of the rank is even.
        const double exponent = std::uniform_real_distribution<>(0, 1)(random_);
        const auto rank = static_cast<std::size_t>(std::pow(static_cast<double>(lexicon_.size()), exponent)) - 1;
        return lexicon_[std::min(rank, lexicon_.size() - 1)];
    }
    [[nodiscard]] Words words(std::size_t count)
    {
        Words out;
        while (out.size() < count) {
            if (below(30) == 0)
                for (const std::string& one : phrases_[below(phrases_.size())])
                    out.push_back(one);
            else
                out.push_back(word());
        }
        out.resize(count);
        return out;
    }
    [[nodiscard]] std::size_t below(std::size_t limit)
    {
        return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_);
    }
    [[nodiscard]] std::string text(const Words& words)
    {
        std::string out;
        for (std::size_t i = 0; i < words.size(); ++i) {
            out += words[i];
            const bool stop = i % 11 == 10;
            if (han_)
                out += stop ? "。" : i % 7 == 6 ? "，" : "";
            else
                out += stop ? ". " : i % 7 == 6 ? ", " : " ";
        }
        return out;
    }
    /// Replaces, drops or adds a word at `changes` places.
    [[nodiscard]] Words changed(Words words, std::size_t changes)
    {
        for (std::size_t i = 0; i < changes && !words.empty(); ++i) {
            const auto at = words.begin() + static_cast<std::ptrdiff_t>(below(words.size()));
            switch (below(4)) {
            case 0:
                words.erase(at);
                break;
            case 1:
                words.insert(at, word());
                break;
            default:
                *at = word();
            }
        }
        return words;
    }

private:
    static std::string latin_word(std::size_t number)
    {
        static const std::vector<std::string> syllables = {"ba", "ke", "li",  "mo",  "nu",  "ra",  "se",  "ti",
                                                           "vo", "du", "pha", "gre", "sto", "win", "har", "lan"};
        std::string word;
        for (++number; number > 0; number /= syllables.size())
            word += syllables[number % syllables.size()];
        return word;
    }
    static std::string han_character(std::size_t number)
    {
        const auto c = static_cast<unsigned>(0x4E00 + number * 5);
        return {static_cast<char>(0xE0 | (c >> 12)), static_cast<char>(0x80 | ((c >> 6) & 0x3F)),
                static_cast<char>(0x80 | (c & 0x3F))};
    }
    std::mt19937 random_;
    bool han_;
    Words lexicon_;
    std::vector<Words> phrases_;
};

/// Texts that an index reads; work n has the n-th text as its only version.
struct Texts {
    std::deque<std::string> plain;
    std::vector<IndexedText> list;
    void add(const std::string& text, const std::string& language)
    {
        plain.push_back(text);
        list.push_back({list.size(), 0, language});
    }
    /// A version of the work that was added last.
    void add_version(const std::string& text, const std::string& language)
    {
        plain.push_back(text);
        list.push_back({list.back().work, list.back().version + 1, language});
    }
    [[nodiscard]] Index index(std::size_t jobs = 1) const
    {
        return {list, read_texts(list.size(), [&](std::size_t i) { return std::string_view(plain[i]); }, jobs)};
    }
};

/// All texts of an index, in one shard.
inline Holdings holdings_of(const Index& index, const std::vector<std::string>& unreadable = {})
{
    std::vector<Holdings::Text> texts;
    for (const IndexedText& text : index.texts())
        texts.push_back({{text.work, text.version}, text.language, 1});
    return {std::move(texts), unreadable};
}

/// Over an index that is the whole library.
inline Location locate(const Index& index, const Query& query, const std::vector<std::string>& unreadable = {})
{
    const Index* const one[] = {&index};
    return library::locate(one, {1}, holdings_of(index, unreadable), query);
}

} // namespace verbatim::library::generated
