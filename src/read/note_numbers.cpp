// SPDX-License-Identifier: Apache-2.0
// Calls of notes that lost their raising when a text was copied: `monument.1 It`, `the crews2 and`. One number behind a
// word may be anything; three in order behind three different words are calls.
#include "read/formats.hpp"
#include "text/text.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace verbatim::read {
namespace {

constexpr std::size_t shortest_word = 3; ///< letters, all small: `H2`, `v1` and `mp3` are names
constexpr std::size_t most_digits = 3;
constexpr std::size_t shortest_run = 3;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }

/// A number that may call a note, and the word before it.
struct Call {
    std::size_t number = 0;
    Span span;
    std::string_view word;
};

/// The small letters that end at `end`.
std::string_view word_before(std::string_view plain, std::size_t end)
{
    std::size_t begin = end;
    while (begin > 0 && end - begin < 40 && is_small(plain[begin - 1]))
        --begin;
    return plain.substr(begin, end - begin);
}

/// The digits of [begin, end), which stand right behind a word or behind the stop and the marks that follow one.
std::optional<Call> call_at(std::string_view plain, Span digits)
{
    if (digits.size() > most_digits || plain[digits.begin] == '0')
        return std::nullopt;
    const std::string_view rest = plain.substr(digits.end);
    const bool apart = rest.empty() || text::is_space(text::code_point_at(rest, 0));
    const bool before_stop = !rest.empty() && std::string_view(".,;:!?)").find(rest[0]) != std::string_view::npos
                             && (rest.size() == 1 || text::is_space(text::code_point_at(rest, 1)));
    std::size_t at = digits.begin;
    for (const std::string_view mark : {"\"", "”", "’", "'", ")"})
        if (plain.substr(0, at).ends_with(mark))
            at -= mark.size();
    const bool behind_stop = at > 0 && std::string_view(".,;:!?").find(plain[at - 1]) != std::string_view::npos;
    if (behind_stop)
        --at;
    const std::string_view word = word_before(plain, at);
    if (word.size() < shortest_word || !(apart || (before_stop && !behind_stop)))
        return std::nullopt;
    Call call{0, digits, word};
    for (std::size_t i = digits.begin; i < digits.end; ++i)
        call.number = call.number * 10 + static_cast<std::size_t>(plain[i] - '0');
    return call;
}

/// Runs of calls whose numbers follow each other, each call in the run that waits for it.
std::vector<std::vector<Call>> runs_of(const Document& document)
{
    const std::string_view plain = document.plain;
    std::vector<std::vector<Call>> runs;
    std::map<std::size_t, std::size_t> waiting; // number → the run that it would continue
    for (std::size_t at = 0; at < plain.size();) {
        if (!is_digit(plain[at])) {
            ++at;
            continue;
        }
        const std::size_t begin = at;
        while (at < plain.size() && is_digit(plain[at]))
            ++at;
        const std::optional<Call> call = call_at(plain, {begin, at});
        if (!call || in_code(document, begin))
            continue;
        const auto run = waiting.find(call->number);
        const std::size_t index = run == waiting.end() ? runs.size() : run->second;
        if (run == waiting.end())
            runs.emplace_back();
        else
            waiting.erase(run);
        runs[index].push_back(*call);
        waiting[call->number + 1] = index;
    }
    return runs;
}

/// `step1`, `step2`, `step3` are names.
bool follow_different_words(const std::vector<Call>& run)
{
    std::set<std::string_view> words;
    for (const Call& call : run)
        words.insert(call.word);
    return words.size() >= shortest_run && 2 * words.size() > run.size();
}

} // namespace

void find_note_numbers(Document& document)
{
    for (const std::vector<Call>& run : runs_of(document))
        if (run.size() >= shortest_run && follow_different_words(run))
            for (const Call& call : run)
                document.locators.push_back({call.span.begin, "note", std::to_string(call.number), call.span});
}

} // namespace verbatim::read
