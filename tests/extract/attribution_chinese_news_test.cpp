// SPDX-License-Identifier: Apache-2.0
// Chinese: every frame, also of laws, meetings and news.
#include "attribution_lines.hpp"

#include <boost/test/unit_test.hpp>

using namespace verbatim;

namespace {

struct Case {
    const char* text;
    std::size_t quotation; ///< which one is asked about
    const char* line;
};

void check(const Case& each)
{
    const Document document = test::document_of(each.text, "zh");
    const Reading reading = test::attributed(document);
    BOOST_TEST_CONTEXT(each.text)
    {
        BOOST_REQUIRE(reading.quotations.size() > each.quotation);
        BOOST_TEST(test::line_of(reading.quotations[each.quotation]) == each.line);
    }
}

} // namespace

BOOST_AUTO_TEST_SUITE(attribution_chinese_news)

BOOST_AUTO_TEST_CASE(speech_documents_and_names)
{
    const Case cases[] = {
        {"林奎斯特说：“我们将借钱给港口。”", 0, "explicit; 林奎斯特; 说"},
        {"林奎斯特在会上说：“我们将借钱给港口。”他强调：“港口属于人民。”", 0, "explicit; 林奎斯特; 说"},
        {"林奎斯特在会上说：“我们将借钱给港口。”他强调：“港口属于人民。”", 1, "pronoun; 他 <林奎斯特>; 强调"},
        {"1956年9月，林奎斯特在第八次全国代表大会预备会议上指出：“要团结一切可以团结的人。”", 0,
         "explicit; 林奎斯特; 指出; 1956-09; at 第八次全国代表大会预备会议"},
        {"“港口必须开放。”林奎斯特对记者表示。", 0, "explicit; 林奎斯特; 表示"},
        {"“港口必须开放，”她说，“我们没有别的选择。”", 0, "pronoun; 她; 说"},
        {"“港口必须开放！”奥科罗喊道，“快！”", 0, "explicit; 奥科罗; 喊道"},
        {"林奎斯特认为，“港口是国家的肺”。", 0, "explicit; 林奎斯特; 认为"},
        {"林奎斯特把港口比作“国家的肺”。", 0, "explicit; 林奎斯特; 比作"},
        {"奥科罗称港口为“北方的大门”。", 0, "explicit; 奥科罗; 称"},
        {"奥科罗曾多次强调，“没有船就没有港口”。", 0, "explicit; 奥科罗; 曾多次强调"},
        {"奥科罗还指出：“没有船就没有港口。”", 0, "explicit; 奥科罗; 指出"},
        {"正如奥科罗指出的那样：“没有船就没有港口。”", 0, "explicit; 奥科罗; 指出"},
        {"据新海社报道，港口已经“完全关闭”。", 0, "none"},
        {"据《海港报》5月3日报道，奥科罗说：“港口已经关闭。”", 1, "explicit; 奥科罗; 说"},
        {"外交部发言人林海在例行记者会上表示，“我们对此表示遗憾”。", 0,
         "explicit; 外交部发言人林海 <林海>; 表示; at 例行记者会"},
        {"外交部发言人林海5月3日在例行记者会上表示，中方“对此表示强烈不满和坚决反对”。", 0,
         "explicit; 外交部发言人林海 <林海>; 表示; at 例行记者会"},
        {"第九次全会通过的《关于港口问题的决定》指出：“港口属于人民。”", 1,
         "explicit; 关于港口问题的决定; 指出; in 关于港口问题的决定"},
        {"宪法第五条规定：“港口属于国家所有。”", 0, "explicit; 宪法第五条; 规定; in 宪法第五条"},
        {"《港口法》第五条规定：“港口属于国家所有。”", 1, "explicit; 港口法; 规定; in 港口法"},
        {"声明说：“双方同意开放港口。”", 0, "explicit; 声明; 说; in 声明"},
        {"两国在联合声明中宣布：“双方同意开放港口。”", 0, "explicit; 两国; 宣布"},
        {"林奎斯特在《灰水》一书中写道：“海给予，也拿走。”", 1, "explicit; 林奎斯特; 写道; in 灰水"},
        {"林奎斯特在给奥科罗的信中写道：“春天之前什么也做不了。”", 0, "explicit; 林奎斯特; 写道"},
        {"林奎斯特和奥科罗一致认为：“港口应当开放。”", 0, "explicit; 林奎斯特和奥科罗; 一致认为"},
        {"林海放下碗，笑着说：“走吧。”", 0, "explicit; 林海; 笑着说"},
        {"林海叹了口气：“走吧。”", 0, "explicit; 林海; 叹"},
        {"“你去哪里？”林海问。“回家。”奥科罗答。", 0, "explicit; 林海; 问"},
        {"“你去哪里？”林海问。“回家。”奥科罗答。", 1, "explicit; 奥科罗; 答"},
        {"“我不知道，”林海摇摇头说，“也许明年吧。”", 0, "explicit; 林海; 摇头说"},
        {"奥科罗在接受采访时说，这是“一个时代的结束”。", 0, "explicit; 奥科罗; 说"},
        {"奥科罗被问及价格时回答说：“去问议会。”", 0, "explicit; 奥科罗; 回答说"},
        {"所谓“安静的港口”早已关闭。", 0, "none"},
        {"这座港口被称为“北方的大门”。", 0, "none"},
        {"奥科罗的名言“海是我们的田”刻在门上。", 0, "explicit; 奥科罗; 名言"},
        {"用林奎斯特的话来说，就是“海是我们的田”。", 0, "explicit; 林奎斯特; 用"},
        {"邓同志在会见外宾时指出：“和平与发展是当代世界的两大问题。”", 0, "explicit; 邓同志 <邓>; 指出"},
        {"1982年9月，奥科罗在十二大开幕词中郑重宣布：“把我国的港口建设好，这就是我们的结论。”", 0,
         "explicit; 奥科罗; 郑重宣布; 1982-09"},
        {"十二大报告指出：“港口是国家的门户。”", 0, "explicit; 十二大报告; 指出; in 十二大报告"},
        {"2004年9月，中共十六届四中全会作出的决定指出：“要加强港口建设。”", 0,
         "explicit; 决定; 指出; 2004-09; in 决定"},
        {"会议强调：“要加强港口建设。”", 0, "explicit; 会议; 强调"},
        {"林奎斯特总理在访问期间说：“我们有许多东西要向你们学习。”林奎斯特还说：“谢谢。”", 0,
         "explicit; 林奎斯特总理 <林奎斯特>; 说"},
        {"林奎斯特总理在访问期间说：“我们有许多东西要向你们学习。”林奎斯特还说：“谢谢。”", 1, "explicit; 林奎斯特; 说"},
        {"他还补充道：“我们会回来的。”", 0, "pronoun; 他; 补充道"},
        {"奥科罗表示，将“坚定不移地”支持港口。", 0, "none"},
        {"奥科罗提出了“四项原则”：“独立自主、完全平等、互相尊重、互不干涉。”", 0, "none"},
        {"奥科罗提出了“四项原则”：“独立自主、完全平等、互相尊重、互不干涉。”", 1, "none"},
        {"党章修改时增写了“港口属于人民”的内容。", 0, "none"},
    };
    for (const Case& each : cases)
        check(each);
}

// Words inside the clause that a verb of speech governs: S 表示，…“Q”…
BOOST_AUTO_TEST_CASE(inside_indirect_speech)
{
    const Case cases[] = {
        {"一位海港党人士表示，其党团对结果“不太满意”，已经提议再议。", 0, "explicit; 一位海港党人士; 表示"},
        {"奥科罗教练 Per Lind 表示，球队因此“非常难过”，而且“极度不安”。", 0,
         "explicit; 奥科罗教练 Per Lind <Per Lind>; 表示"},
        {"奥科罗教练 Per Lind 表示，球队因此“非常难过”，而且“极度不安”。", 1,
         "explicit; 奥科罗教练 Per Lind <Per Lind>; 表示"},
        {"奥科罗表示，新码头的特点是“多快好省”。", 0, "explicit; 奥科罗; 表示"},
        {"奥科罗表示，他们上周在北港看到的旧码头“完全没有人管理”。", 0, "explicit; 奥科罗; 表示"},
        {"“港务局”表示，新码头的价格“完全合理”。", 1, "explicit; 港务局; 表示"},
        {"北港“气象局”在报告中提到，风暴“极为少见”。", 1, "explicit; 气象局; 提到"},
        // a name, a noun in marks or before its head, another event, another sentence: nobody's words
        {"奥科罗表示，将参加下周的“静水”。", 0, "none"},
        {"奥科罗表示，风暴“罗拉”，已经过去。", 0, "none"},
        {"奥科罗表示，他反对这种“不太安静”的港口。", 0, "none"},
        {"奥科罗表示，船已进港，随后码头“完全安静”。", 0, "none"},
        {"奥科罗表示同意：码头“完全安静”。", 0, "none"},
        {"奥科罗表示同意。码头“完全安静”。", 0, "none"},
        {"奥科罗提出的方案“不太合理”。", 0, "none"},
        {"奥科罗告诉“港务局”，船已进港。", 0, "none"},
        {"林海收到建议，叫他不要直言码头的事，这样就“不会有事”。", 0, "none"},
        {"船已进港，“海鸥”表示，码头“非常安静”。", 1, "none"},
    };
    for (const Case& each : cases)
        check(each);
}

BOOST_AUTO_TEST_SUITE_END()
