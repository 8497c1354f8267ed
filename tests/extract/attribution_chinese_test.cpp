// SPDX-License-Identifier: Apache-2.0
#include "attribution_lines.hpp"

#include <boost/test/unit_test.hpp>

using namespace verbatim;

BOOST_AUTO_TEST_SUITE(attribution_chinese)

BOOST_AUTO_TEST_CASE(every_frame)
{
    const struct {
        const char* text;
        std::size_t quotation;
        const char* line;
    } cases[] = {
        {"1956年3月，林奎斯特在成立大会上指出：“我们将借钱给港口。”", 0,
         "explicit; 林奎斯特; 指出; 1956-03; at 成立大会"},
        {"“港口必须开放，”林奎斯特说。", 0, "explicit; 林奎斯特; 说"},
        {"据《海港报》报道，“码头已经关闭多年了，没有人再来。”", 1, "explicit; 海港报; 报道"},
        {"林奎斯特把港口称为“北方的大门”。", 0, "explicit; 林奎斯特; 称为"},
        {"奥科罗还称港口为“我们共同的家园和希望”。", 0, "explicit; 奥科罗; 称"},
        {"正如奥科罗所说：“没有安静的水，就没有安静的国家。”", 0, "explicit; 奥科罗; 所说"},
        {"用奥科罗的话说，“没有安静的水，就没有安静的国家。”", 0, "explicit; 奥科罗; 用"},
        {"“你去哪里？”林海问道。", 0, "explicit; 林海; 问道"},
        {"“你去哪里？”他母亲问道。", 0, "explicit; 他母亲; 问道"},
        {"1961年第九次全会通过的《关于港口问题的决议》指出：“港口属于人民。”", 1,
         "explicit; 关于港口问题的决议; 指出; 1961; in 关于港口问题的决议"},
        {"委员会修改了章程，增写：“港口属于人民。”", 0, "explicit; 委员会; 增写; in 章程"},
        {"奥科罗说：“这不是空话。”“这也是我们的需要。”", 1, "continued; 奥科罗"},
        {"奥科罗谈到了港口。“我们希望有安静的水。”", 0, "implied; 奥科罗"},
        {"奥科罗（1923年）声称“那个港口拥有最老的灯塔，别处没有”。", 0, "explicit; 奥科罗; 声称; 1923"},
        {"渔民所说的“潮水不等人，人也等不起”。", 0, "explicit; 渔民; 所说"},
        {"消息人士昨晚说：“我们在等水退。”", 0, "explicit; 消息人士; 昨晚说"},
        {"林奎斯特直接说：“我们在等水退。”", 0, "explicit; 林奎斯特; 直接说"},
        {"工人高喊：“我们在等水退！”", 0, "explicit; 工人; 高喊"},
        {"林海指责政府“玩弄政治”。", 0, "explicit; 林海; 指责"},
        {"这座称之为“灰水”的火山又喷发了。", 0, "none"},
        {"海关的记录显示，“袁”某曾出境。", 0, "none"},
        {"他知道小说里的“老港口”在哪里。", 0, "none"},
        {"过了很久才说：“我们走吧。”", 0, "none"},
    };
    for (const auto& each : cases) {
        const Document document = test::document_of(each.text, "zh");
        const Reading reading = test::attributed(document);
        BOOST_TEST_CONTEXT(each.text)
        {
            BOOST_REQUIRE(reading.quotations.size() > each.quotation);
            BOOST_TEST(test::line_of(reading.quotations[each.quotation]) == each.line);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_split_is_one_quotation)
{
    const Document document = test::document_of("“港口必须开放，”林奎斯特说，“我们没有别的选择。”", "zh");
    const Reading reading = test::attributed(document);
    BOOST_TEST(test::outline(reading) == "港口必须开放， / 我们没有别的选择。");
    BOOST_TEST(reading.quotations[0].text == "港口必须开放，我们没有别的选择。");
}

BOOST_AUTO_TEST_CASE(a_full_name_is_found_for_a_short_one)
{
    const Document document =
        test::document_of("国务院总理玛丽亚·奥科罗对记者表示：“我们将继续前进。”奥科罗又说：“谢谢大家。”", "zh");
    const Reading reading = test::attributed(document);
    BOOST_REQUIRE(reading.quotations.size() == 2U);
    BOOST_TEST(reading.quotations[1].attribution.source->person.value_or("") == "玛丽亚·奥科罗");
}

BOOST_AUTO_TEST_SUITE_END()
