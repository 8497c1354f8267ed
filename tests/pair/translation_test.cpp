// SPDX-License-Identifier: Apache-2.0
#include "faithful.hpp"
#include "paired.hpp"

using namespace verbatim;
using namespace verbatim::test;

namespace {

struct Case {
    std::string name;
    std::string zh;
    std::string en;
    std::string told; ///< from Chinese to English
};

void check(const std::vector<Case>& cases, const library::Library* library = nullptr)
{
    for (const Case& one : cases) {
        const std::string found = told(translated(one.zh, one.en, library).pairing);
        BOOST_CHECK_MESSAGE(found == one.told, one.name << ":\n  expected " << one.told << "\n  found    " << found);
    }
}

std::string problems_of(const Pairing& pairing, const Reading& from, const Reading& to)
{
    std::string all;
    for (const Link& link : pairing.links) {
        if (link.state == LinkState::unaligned)
            continue;
        const bool right = link.state == LinkState::translated && link.changes.empty() && !link.attribution_lost;
        if (!right)
            all += std::string(to_string(link.state)) + " "
                   + (link.from ? from.quotations[*link.from].text : to.quotations[*link.to].text) + "\n";
        for (const Change& change : link.changes)
            all += "  " + told(change) + "\n";
    }
    for (const Change& change : pairing.changes)
        all += "text " + told(change) + "\n";
    return all;
}

const std::map<std::string, std::string> people{
    {"library.toml", "[[person]]\nname = \"Maria Okoro\"\naliases = [\"奥科罗\", \"玛丽亚·奥科罗\"]\n"
                     "[[person]]\nname = \"Oda Lindqvist\"\naliases = [\"林奎斯特\"]\n"
                     "[[work]]\nid = \"okoro\"\ntitle = \"Address\"\ncreators = [\"Maria Okoro\"]\n"
                     "[[work.version]]\nfile = \"okoro.txt\"\nlanguage = \"en\"\n"
                     "[[work.version]]\nfile = \"okoro.zh.txt\"\nlanguage = \"zh\"\n"},
    {"okoro.txt", "We ask for nothing but quiet water and honest weights.\n\n"
                  "The tariff protects the tariff office and nobody else in this town.\n\n"
                  "The lamps on the outer wall must burn in every night of the year.\n\n"
                  "A port without a school is a warehouse, and a warehouse teaches nobody to read.\n"},
    {"okoro.zh.txt",
     "我们别无所求，只求平静的水面和诚实的秤。\n\n关税保护的是关税局，而不是这座城市里的任何其他人。\n\n"
     "外墙上的灯一年中的每个夜晚都必须点亮。\n\n没有学校的港口只是一座仓库，而仓库教不会任何人识字。\n"},
};

} // namespace

BOOST_AUTO_TEST_SUITE(pairing_of_translations)

BOOST_AUTO_TEST_CASE(a_faithful_pair_is_silent_both_ways)
{
    const Paired there = translated(faithful_zh, faithful_en);
    std::size_t links = 0;
    for (const Link& link : there.pairing.links)
        links += link.state == LinkState::translated ? 1 : 0;
    BOOST_CHECK_GE(links, 15U);
    BOOST_CHECK_EQUAL(problems_of(there.pairing, there.from.reading, there.to.reading), "");
    const Paired back = translated(faithful_en, faithful_zh, nullptr, "en", "zh");
    BOOST_CHECK_EQUAL(problems_of(back.pairing, back.from.reading, back.to.reading), "");
}

BOOST_AUTO_TEST_CASE(a_faithful_pair_with_paragraphs_run_together_is_silent)
{
    std::string joined = faithful_en;
    for (std::size_t n = 0, at = joined.find("\n\n"); at != std::string::npos; at = joined.find("\n\n", at + 2))
        if (++n % 3 == 2)
            joined.replace(at, 2, " ");
    const Paired there = translated(faithful_zh, joined);
    BOOST_CHECK_EQUAL(problems_of(there.pairing, there.from.reading, there.to.reading), "");
    const Paired back = translated(joined, faithful_zh, nullptr, "en", "zh");
    BOOST_CHECK_EQUAL(problems_of(back.pairing, back.from.reading, back.to.reading), "");
}

BOOST_AUTO_TEST_CASE(what_a_translation_may_change)
{
    check({
        {"split by the host", "奥科罗说：“我们别无所求，只求平静的水面和诚实的秤。”",
         "“We ask for nothing,” Okoro said, “but quiet water and honest weights.”", "0>0 translated"},
        {"straight marks", "奥科罗说：“我们别无所求，只求平静的水面和诚实的秤。”",
         "Okoro said: \"We ask for nothing but quiet water and honest weights.\"", "0>0 translated"},
        {"corner brackets", "奧科羅說：「我們別無所求，只求平靜的水面和誠實的秤。」",
         "Okoro said: “We ask for nothing but quiet water and honest weights.”", "0>0 translated"},
        {"a term that one side marks", "港口里的“免税区”在春天开放了。", "The free zone in the port opened in spring.",
         "0>- unaligned"},
        {"a name in marks", "“国家灾害预防中心”在夏天警告了渔民。",
         "The National Centre for the Prevention of Disasters warned the fishermen in summer.", "0>- unaligned"},
        {"a title in italics", "她的《开幕词》很短。林奎斯特说：“我请求大家在冬天之前有一点耐心。”",
         "Her *Opening address* was short. Lindqvist said: “I ask you all for some patience before the winter.”",
         "0>- unaligned; 1>0 translated"},
        {"a billion", "奥科罗说：“去年港口处理了价值15亿克朗的货物。”",
         "Okoro said: “Last year the port handled 1.5 billion crowns of goods.”", "0>0 translated"},
        {"figures for words", "奥科罗说：“我们借给港口一千四百万克朗，为期三年。”",
         "Okoro said: “We lend the port 14 million crowns for three years.”", "0>0 translated"},
        {"sentences cut otherwise", "1956年3月，会议在港口开幕，来了1200人，奥科罗说：“我们只求平静的水面。”",
         "The congress opened at the port in March 1956. There were 1,200 people. Okoro said: “We ask only for quiet "
         "water.”",
         "0>0 translated"},
    });
}

BOOST_AUTO_TEST_CASE(what_it_may_not)
{
    check({
        {"a number", "奥科罗说：“去年港口处理了价值15亿克朗的货物。”",
         "Okoro said: “Last year the port handled 15 billion crowns of goods.”",
         "0>0 translated, number 15亿/15 billion"},
        {"a date", "1956年9月，奥科罗在大会上说：“我们只求平静的水面。”",
         "In November 1956, Okoro said at the assembly: “We ask only for quiet water.”",
         "0>0 translated, date 1956年9月/November 1956"},
        {"a number of the text", "奥科罗说：“我们只求平静的水面。”\n\n港口去年有3200艘船进出，码头上有人卖鱼。",
         "Okoro said: “We ask only for quiet water.”\n\nLast year 2,300 ships used the port, and fish was sold on the "
         "quay.",
         "0>0 translated; text number 3200/2,300"},
        {"a date of the text", "奥科罗说：“我们只求平静的水面。”\n\n灯塔在1911年建成，由本地的石匠用灰色的石头砌成。",
         "Okoro said: “We ask only for quiet water.”\n\nThe lighthouse was built in 1919 by local masons, of grey "
         "stone.",
         "0>0 translated; text date 1911年/1919"},
        {"lost", "奥科罗说：“我们别无所求，只求平静的水面和诚实的秤。”\n\n林奎斯特说：“没有学校的港口只是一座仓库。”",
         "Okoro said: “We ask for nothing but quiet water and honest weights.”\n\nThe meeting ended early.",
         "0>0 translated; 1>- dropped"},
        {"lost with all others", "奥科罗说：“我们来了。”\n\n“潮水今晚会越过旧码头”在夏天警告了渔民。", "It was summer.",
         "0>- dropped; 1>- dropped"},
        {"the name of a body with all others", "奥科罗说：“我们来了。”\n\n“国家灾害预防中心”在夏天警告了渔民。",
         "It was summer.", "0>- dropped; 1>- unaligned"},
        {"a short one", "奥科罗说：“我们来了。”\n\n林奎斯特说：“我们只求平静的水面和诚实的秤。”",
         "It was summer.\n\nLindqvist said: “We ask for nothing but quiet water and honest weights.”",
         "0>- dropped; 1>0 translated"},
        {"extra", "奥科罗说：“我们别无所求，只求平静的水面和诚实的秤。”\n\n林奎斯特表示反对，会议随后结束。",
         "Okoro said: “We ask for nothing but quiet water and honest weights.”\n\nLindqvist said: “I am against it.” "
         "The "
         "meeting then ended.",
         "0>0 translated; ->1 added"},
        {"no speaker", "奥科罗说：“我们别无所求，只求平静的水面和诚实的秤。”",
         "The hall fell silent. “We ask for nothing but quiet water and honest weights.”",
         "0>0 translated unattributed"},
    });
}

BOOST_AUTO_TEST_CASE(what_cannot_be_told_is_not)
{
    check({
        {"broken marks", "奥科罗说：“我们别无所求，只求平静的水面和诚实的秤。",
         "Okoro said: “We ask for nothing but quiet water and honest weights.”", "->0 unaligned"},
        {"unknown names", "奥科罗说：“我们别无所求，只求平静的水面和诚实的秤。”",
         "Lindqvist said: “We ask for nothing but quiet water and honest weights.”", "0>0 translated"},
        {"a cue that the frame does not read", "奥科罗说：“我们别无所求，只求平静的水面和诚实的秤。”",
         "And then, from the back of the hall: “We ask for nothing but quiet water and honest weights.”",
         "0>0 translated"},
    });
}

BOOST_AUTO_TEST_CASE(speakers_by_the_library)
{
    const Shelf shelf(people);
    check(
        {
            {"an alias", "玛丽亚·奥科罗说：“我们别无所求，只求平静的水面和诚实的秤。”",
             "Okoro said: “We ask for nothing but quiet water and honest weights.”", "0>0 translated"},
            {"another", "奥科罗说：“我们别无所求，只求平静的水面和诚实的秤。”",
             "Lindqvist said: “We ask for nothing but quiet water and honest weights.”",
             "0>0 translated, source 奥科罗/Lindqvist"},
            {"a document speaks", "《港口章程》规定：“港口属于全城，四季都应保持开放。”",
             "The Charter of the Harbour provides: “The harbour belongs to the whole town and shall be open in all "
             "seasons.”",
             "0>- unaligned; 1>0 translated"},
            {"a paraphrase", "奥科罗说：“我们别无所求，只求平静的水面和诚实的秤。”",
             "Okoro said that they asked for nothing but quiet water and honest weights.", "0>- paraphrased"},
        },
        shelf.library());
    const Paired romanised =
        translated("张伟说：“我们别无所求，只求平静的水面。”", "Zhang Wei said: “We ask for nothing but quiet water.”");
    BOOST_CHECK_EQUAL(told(romanised.pairing), "0>0 translated");
}

BOOST_AUTO_TEST_CASE(speakers_by_the_texts_alone)
{
    const std::string zh = "奥科罗说：“我们别无所求，只求平静的水面。”\n\n林奎斯特说：“我请求大家有一点耐心。”\n\n"
                           "奥科罗说：“没有学校的港口只是一座仓库。”\n\n林奎斯特说：“这笔钱不是给港口的礼物。”\n\n"
                           "奥科罗说：“关税保护的只是关税局。”\n";
    const std::string en =
        "Okoro said: “We ask for nothing but quiet water.”\n\nLindqvist said: “I ask you for some "
        "patience.”\n\nOkoro said: “A port without a school is a warehouse.”\n\nLindqvist said: “The "
        "money is no gift to the port.”\n\n";
    const std::string all = "0>0 translated; 1>1 translated; 2>2 translated; 3>3 translated; 4>4 translated";
    BOOST_CHECK_EQUAL(told(translated(zh, en + "Okoro said: “The tariff protects only its office.”\n").pairing), all);
    BOOST_CHECK_EQUAL(told(translated(zh, en + "Lindqvist said: “The tariff protects only its office.”\n").pairing),
                      all + ", source 奥科罗/Lindqvist");
    BOOST_CHECK_EQUAL(told(translated(zh, en + "Veld said: “The tariff protects only its office.”\n").pairing), all);
}

BOOST_AUTO_TEST_CASE(published_words)
{
    const Shelf shelf(people);
    const auto published = [&](const std::string& zh, const std::string& en) {
        const Paired paired = translated(zh, en, shelf.library());
        std::string all;
        for (const Published& one : paired.pairing.published)
            all += std::string(one.same_words  ? "same"
                               : one.elsewhere ? "elsewhere"
                                               : "improvised")
                   + " " + one.twin.text;
        return all;
    };
    const std::string zh = "奥科罗说：“没有学校的港口只是一座仓库，而仓库教不会任何人识字。”";
    const std::string twin = "A port without a school is a warehouse, and a warehouse teaches nobody to read.";
    BOOST_CHECK_EQUAL(published(zh, "Okoro said: “" + twin + "”"), "same " + twin);
    BOOST_CHECK_EQUAL(published(zh, "Okoro said: “A harbour that has no school is a mere storehouse.”"),
                      "improvised " + twin);
    BOOST_CHECK_EQUAL(
        published(zh, "Okoro said: “A harbour that has no school is a mere storehouse” (my translation)."), "");
    BOOST_CHECK_EQUAL(published(zh, "Okoro said: “We ask for nothing but quiet water and honest weights.”"),
                      "elsewhere " + twin);
    // The paragraph before the twin is another passage, since both versions have as many.
    BOOST_CHECK_EQUAL(published(zh, "Okoro said: “The lamps on the outer wall must burn in every night of the year.”"),
                      "elsewhere " + twin);
    BOOST_CHECK_EQUAL(published(zh, "“A port without a school,” Okoro said, “is a warehouse, and a warehouse teaches "
                                    "nobody to read.”"),
                      "same " + twin);
}

BOOST_AUTO_TEST_CASE(unequal_texts_do_no_harm)
{
    std::string many;
    for (int i = 0; i < 2000; ++i)
        many += "Okoro said: “We came to the port in the night of the storm.”\n\n";
    BOOST_CHECK_EQUAL(translated("", many).pairing.links.size(), 2000U);
    BOOST_CHECK_EQUAL(translated(many, "", nullptr, "en", "zh").pairing.links.size(), 2000U);
    BOOST_CHECK_EQUAL(translated("奥科罗说：“我们来了。”", many).pairing.links.size(), 2000U);
    BOOST_CHECK_EQUAL(translated(many, "奥科罗说：“我们来了。”", nullptr, "en", "zh").pairing.links.size(), 2000U);
    BOOST_CHECK_EQUAL(told(translated("", "").pairing), "");
    BOOST_CHECK_EQUAL(edited("", many).pairing.links.size(), 2000U);
    BOOST_CHECK_EQUAL(edited(many, "").pairing.links.size(), 2000U);
}

BOOST_AUTO_TEST_CASE(long_texts_pair_in_time)
{
    std::string zh;
    std::string en;
    for (int i = 0; i < 5000; ++i) {
        const std::string n = std::to_string(1000 + i);
        zh += "奥科罗说：“去年港口处理了" + n + "艘船。”\n\n";
        en += "Okoro said: “Last year the port handled " + n + " ships.”\n\n";
    }
    const Paired paired = translated(zh, en);
    BOOST_CHECK_EQUAL(paired.pairing.links.size(), 5000U);
    std::size_t wrong = 0;
    for (const Link& link : paired.pairing.links)
        wrong += link.from != link.to || !link.changes.empty() ? 1 : 0;
    BOOST_CHECK_EQUAL(wrong, 0U);
    // No pair at all on the other side: every quotation looks for a home in the text.
    const Paired lost = translated(zh, "The port was quiet. Okoro said nothing of it.\n");
    BOOST_CHECK_EQUAL(lost.pairing.links.size(), 5000U);
    std::string other;
    for (int i = 0; i < 5000; ++i)
        other += "Veld said: \"The winter number " + std::to_string(7 * i)
                 + " froze the basin of the port from wall to wall.\"\n\n";
    BOOST_CHECK_EQUAL(edited(en, other).pairing.links.size(), 10000U);
}

BOOST_AUTO_TEST_SUITE_END()
