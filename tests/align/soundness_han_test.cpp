// SPDX-License-Identifier: Apache-2.0
// The twin of soundness_test.cpp for Chinese: characters dropped, added, exchanged and taken for their look-alikes,
// traditional forms, marks, hidden characters.
#include "soundness.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <map>
#include <set>

using namespace verbatim;
using namespace soundness;

namespace {

const std::vector<std::string> passages = {
    "港口是国家的大门，我们必须把它修好，也必须把它守好；不能让任何人关上它。",
    "林奎斯特说：“灯塔的灯要一直亮着，直到最后一条船回来。”此后没有人熄灭过它。",
    "我们将在三年内借给港口1400万克朗，一克朗也不会多；议会同意了。",
    "如果港口在五月开放，10²条船会来；她从来没有对它们说过不字[12]。",
    "老人说老人说老人说那里没有人，那里没有船。",
};

const std::map<std::string, std::string> traditional = {{"国", "國"}, {"门", "門"}, {"们", "們"}, {"灯", "燈"},
                                                        {"条", "條"}, {"来", "來"}, {"个", "個"}, {"说", "說"}};

std::vector<std::string> characters(const std::string& text)
{
    std::vector<std::string> all;
    for (std::size_t at = 0; at < text.size(); at += text::code_point_size(text, at))
        all.push_back(text.substr(at, text::code_point_size(text, at)));
    return all;
}

std::string joined(const std::vector<std::string>& parts)
{
    std::string all;
    for (const std::string& part : parts)
        all += part;
    return all;
}

std::string in_simplified_forms(const std::string& text)
{
    std::vector<std::string> all = characters(text);
    for (std::string& character : all)
        for (const auto& [simple, other] : traditional)
            if (character == other)
                character = simple;
    return joined(all);
}

/// The quotation's tokens stand one after the other in the source, but for its last mark, a stop before the inner mark
/// that ends it, the level of inner marks and the source's note marks.
bool stands_verbatim(const std::string& quoted, const std::string& source)
{
    static const std::set<std::string> soft = {",", ".", ";", ":", "，", "。", "；", "：", "、", "-", "—"};
    const auto found_in = [](const Sequence& q, const Sequence& s) {
        return std::search(s.begin(), s.end(), q.begin(), q.end(),
                           [](const std::string& a, const std::string& b) { return level_free(a) == level_free(b); })
               != s.end();
    };
    Sequence q = all_tokens(quoted);
    if (!q.empty() && soft.count(q.back()) > 0)
        q.pop_back();
    std::string without_note = source;
    if (const std::size_t note = source.find("[12]"); note != std::string::npos)
        without_note.erase(note, 4);
    std::vector<Sequence> forms{q};
    if (!q.empty() && level_free(q.back()) == "\"") // the stop before the mark that ends it may go
        for (const std::string& stop : soft) {
            forms.push_back(q);
            forms.back().insert(forms.back().end() - 1, stop);
        }
    return std::any_of(forms.begin(), forms.end(), [&](const Sequence& form) {
        return found_in(form, all_tokens(source)) || found_in(form, all_tokens(without_note));
    });
}

/// Other forms of characters, or the same amounts in another form.
bool stands_conventionally(const std::string& quoted, const std::string& source)
{
    if (quoted.find('[') != std::string::npos || stands_verbatim(in_simplified_forms(quoted), source))
        return true;
    std::multiset<std::string> values;
    for (const auto& amount : text::amounts(source, "zh"))
        values.insert(amount.value);
    const auto amounts = text::amounts(quoted, "zh");
    return !amounts.empty() && std::all_of(amounts.begin(), amounts.end(), [&](const auto& amount) {
        return values.count(amount.value) > 0;
    });
}

std::vector<std::string> stretch(const std::string& passage, Random& random)
{
    const std::vector<std::string> all = characters(passage);
    const std::size_t first = below(random, all.size()), size = 1 + below(random, all.size() - first);
    return {all.begin() + static_cast<std::ptrdiff_t>(first), all.begin() + static_cast<std::ptrdiff_t>(first + size)};
}

std::string mutated(const std::string& passage, Random& random)
{
    static const std::vector<std::string> others = {"不", "没", "二", "五", "万", "亿", "的", "，", "。",
                                                    "！", "？", "²",  "1",  "末", "曰", "“",  "”"};
    static const std::map<std::string, std::string> alike = {{"人", "入"}, {"大", "太"}, {"未", "末"},
                                                             {"日", "曰"}, {"1", "l"},   {"0", "O"}};
    std::vector<std::string> parts = stretch(passage, random);
    for (std::size_t changes = below(random, 4); changes > 0 && !parts.empty(); --changes) {
        const std::size_t ends[] = {0, parts.size() - 1, below(random, parts.size())};
        const std::size_t at = ends[below(random, 3)];
        const auto here = parts.begin() + static_cast<std::ptrdiff_t>(at);
        switch (below(random, 8)) {
        case 0:
            parts.erase(here);
            break;
        case 1:
            parts.insert(here, others[below(random, others.size())]);
            break;
        case 2:
            *here = others[below(random, others.size())];
            break;
        case 3:
            std::swap(*here, parts[below(random, parts.size())]);
            break;
        case 4:
            if (const auto other = traditional.find(*here); other != traditional.end())
                *here = other->second;
            break;
        case 5:
            if (const auto other = alike.find(*here); other != alike.end())
                *here = other->second;
            break;
        case 6:
            *here += below(random, 2) == 0 ? "\u200b" : " ";
            break;
        default:
            *here += below(random, 2) == 0 ? "²" : "³";
            break;
        }
    }
    return joined(parts);
}

/// A stretch as an honest author may give it.
std::string faithful(const std::string& passage, Random& random)
{
    std::vector<std::string> parts = stretch(passage, random);
    const auto count = [&](const char* mark) { return std::count(parts.begin(), parts.end(), mark); };
    const auto in_number = [](const std::string& end) { return end == "²" || (end[0] >= '0' && end[0] <= '9'); };
    // A cut through a pair of marks, a note call or a number is no quotation that an author would print.
    if (count("“") != count("”") || count("[") != count("]") || in_number(parts.front()) || in_number(parts.back()))
        return {};
    const bool in_traditional_forms = below(random, 3) == 0, other_marks = below(random, 3) == 0;
    for (std::string& part : parts) {
        if (const auto other = traditional.find(part); in_traditional_forms && other != traditional.end())
            part = other->second;
        if (other_marks && (part == "“" || part == "”"))
            part = part == "“" ? "「" : "」";
    }
    if (below(random, 3) == 0 && (parts.back() == "，" || parts.back() == "；"))
        parts.back() = "。";
    return joined(parts);
}

std::string told_of(const std::string& quoted, const std::string& source, const std::string& told)
{
    return "«" + quoted + "» in «" + source + "»: " + told;
}

} // namespace

BOOST_AUTO_TEST_SUITE(soundness_of_characters)

BOOST_AUTO_TEST_CASE(verbatim_only_for_equal_tokens)
{
    Random random(20240504);
    std::size_t verbatim = 0, conventional = 0, altered = 0;
    for (std::size_t i = 0; i < cases(); ++i) {
        const std::string& source = passages[below(random, passages.size())];
        const std::string quoted = mutated(source, random);
        if (quoted.empty())
            continue;
        const laid::Result result = laid::lay(quoted, source, "zh");
        const bool is_verbatim = result.verdict == Verdict::verbatim;
        const bool is_conventional = result.verdict == Verdict::conventional;
        verbatim += is_verbatim ? 1U : 0U;
        conventional += is_conventional ? 1U : 0U;
        altered += is_verbatim || is_conventional ? 0U : 1U;
        if (is_verbatim)
            BOOST_TEST(stands_verbatim(quoted, source), told_of(quoted, source, result.told));
        else if (is_conventional)
            BOOST_TEST(stands_conventionally(quoted, source), told_of(quoted, source, result.told));
    }
    BOOST_TEST(verbatim * 20 > cases()); // the test must meet all
    BOOST_TEST(conventional * 200 > cases());
    BOOST_TEST(altered * 4 > cases());
}

BOOST_AUTO_TEST_CASE(faithful_quotations_are_not_accused)
{
    Random random(20240505);
    std::size_t asked = 0, accused = 0;
    std::string first;
    for (std::size_t i = 0; i < cases(); ++i) {
        const std::string& source = passages[below(random, passages.size())];
        const std::string quoted = faithful(source, random);
        if (text::word_count(quoted) < 2)
            continue;
        ++asked;
        const laid::Result result = laid::lay(quoted, source, "zh");
        if (result.verdict == Verdict::verbatim || result.verdict == Verdict::conventional)
            continue;
        ++accused;
        first = first.empty() ? told_of(quoted, source, result.told) : first;
    }
    BOOST_TEST(asked * 2 > cases());
    BOOST_TEST(accused * 1000 <= asked, accused << " of " << asked << " accused, the first " << first);
}

BOOST_AUTO_TEST_SUITE_END()
