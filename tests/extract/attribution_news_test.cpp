// SPDX-License-Identifier: Apache-2.0
// News prose: every frame of S, V and Q, splits, appositions, titles, participles.
#include "attribution_lines.hpp"

#include <boost/test/unit_test.hpp>

using namespace verbatim;

namespace {

using test::Case;

void check(const Case& each) { test::check(each, "en"); }

} // namespace

BOOST_AUTO_TEST_SUITE(attribution_news)

BOOST_AUTO_TEST_CASE(splits_and_several_quotations)
{
    const Case cases[] = {
        {"\"It is a ruin,\" Okoro said in an interview. \"It should have been closed years ago.\"", 0,
         "explicit; Okoro; said; at an interview"},
        {"\"It is a ruin,\" said Okoro, who has led the union since 2009. \"It should have been closed years ago.\"", 0,
         "explicit; Okoro; said"},
        {"\"We will not pay,\" the mayor of Lund, Hanna Berg, told the Herald. \"Not this year.\"", 0,
         "explicit; Hanna Berg; told"},
        {"\"We will not pay,\" Berg told reporters at a news conference on Monday, adding that the city had \"no money "
         "left\".",
         0, "explicit; Berg; told; at a news conference on Monday"},
        {"\"We will not pay,\" Berg told reporters at a news conference on Monday, adding that the city had \"no money "
         "left\".",
         1, "explicit; Berg; adding; at a news conference on Monday"},
        {"\"We are ready,\" he said. \"The ships are ready. The crews are ready.\"", 0, "pronoun; he; said"},
        {"\"Why now?\" Lind asked. \"Because we must,\" Okoro answered.", 0, "explicit; Lind; asked"},
        {"\"Why now?\" Lind asked. \"Because we must,\" Okoro answered.", 1, "explicit; Okoro; answered"},
        {"\"If they come,\" warned Lind, \"we shall be waiting.\"", 0, "explicit; Lind; warned"},
        {"\"We expect ten inches of rain at the quay,\" harbour.org reported.", 0, "explicit; harbour.org; reported"},
        {"\"We expect ten inches of rain at the quay,\" harbour reported.", 0, "none"},
        {"\"The quay,\" Lind said, \"will fall,\" and nobody will \"lift a finger,\" he added.", 0,
         "explicit; Lind; said"},
        {"\"The quay,\" Lind said, \"will fall,\" and nobody will \"lift a finger,\" he added.", 1,
         "pronoun; he <Lind>; added"},
        {"\"I think,\" Lind said, \"therefore I fish.\"", 0, "explicit; Lind; said"},
        {"\"We are ready,\" Lind insisted, pointing at the quay. \"All of us are.\"", 0, "explicit; Lind; insisted"},
        {"\"It's hard to say,\" he said, laughing. \"Maybe next year.\"", 0, "pronoun; he; said"},
        {"\"I am tired of empty words,\" says Okoro. \"I want to see ships.\"", 0, "explicit; Okoro; says"},
        {"\"I am tired,\" said Okoro, smiling. \"But I am happy.\"", 0, "explicit; Okoro; said"},
        {"\"I am tired,\" Okoro, smiling, said. \"But I am happy.\"", 0, "explicit; Okoro; said"},
        {"\"I am tired,\" Okoro said as he left the hall. \"But I am happy.\"", 0, "explicit; Okoro; said"},
        {"\"I am tired,\" Okoro said after the vote on Monday. \"But I am happy.\"", 0, "explicit; Okoro; said"},
        {"\"I am tired,\" Okoro said. Berg nodded. \"I am happy,\" she said.", 0, "explicit; Okoro; said"},
        {"\"I am tired,\" Okoro said. Berg nodded. \"I am happy,\" she said.", 1, "pronoun; she; said"},
        {"\"He was tired,\" Berg recalled. \"But he was happy.\"", 0, "explicit; Berg; recalled"},
        {"\"He was tired,\" recalled Berg, who is now 80. \"But he was happy.\"", 0, "explicit; Berg; recalled"},
        {"\"He was tired,\" recalls Hanna Berg, now 80, of Lund. \"But he was happy.\"", 0,
         "explicit; Hanna Berg; recalls"},
        {"\"Stop!\" cried the mayor. \"Stop the train!\"", 0, "explicit; the mayor; cried"},
        {"\"We are ready,\" Lind's deputy said, speaking on condition of anonymity. \"We have been for weeks.\"", 0,
         "explicit; Lind's deputy; said"},
        {"\"There is,\" he said, \"no port. There is no ship. There is nothing.\"", 0, "pronoun; he; said"},
        {"\"There is no port,\" the report concludes, \"and there never was.\"", 0,
         "explicit; the report; concludes; in the report"},
    };
    for (const Case& each : cases)
        check(each);
}

BOOST_AUTO_TEST_CASE(behind_the_quotation)
{
    const Case cases[] = {
        {"\"We had no choice,\" according to a spokesman for the ministry.", 0,
         "explicit; a spokesman for the ministry; according to"},
        {"\"Enough is enough\" Lind said.", 0, "explicit; Lind; said"},
        {"\"The money is gone,\" Okoro said, according to Lind.", 0, "explicit; Okoro; said"},
        {"\"The money is gone,\" Lind quoted Okoro as saying.", 0, "explicit; Okoro; saying"},
        {"\"We are ready\", said the chairman of the harbour board, Nils Berg.", 0, "explicit; Nils Berg; said"},
        {"\"No,\" said Lind.", 0, "explicit; Lind; said"},
        {"\"No!\" Lind shouted.", 0, "explicit; Lind; shouted"},
        {"\"This is a disgrace,\" reads a statement signed by forty dockers.", 0,
         "explicit; a statement; reads; in a statement"},
        {"\"This is a disgrace,\" a statement by the union said.", 0,
         "explicit; a statement by the union; said; in a statement by the union"},
        {"\"This is a disgrace,\" said one docker who did not want to be named.", 0, "explicit; one docker; said"},
        {"\"This is a disgrace,\" one of the dockers said.", 0, "explicit; one of the dockers; said"},
        {"\"This is a disgrace,\" said Lind and Okoro in a joint statement.", 0, "explicit; Lind and Okoro; said"},
        {"\"The dam is safe,\" the minister said on Tuesday during a visit to the northern town of Aln, where three "
         "people died last week.",
         0, "explicit; the minister; said; at a visit to the northern town of Aln"},
        {"\"Lind told me that 'the money is gone' and I believed him,\" Okoro said.", 0, "explicit; Okoro; said"},
        {"\"Lind told me that 'the money is gone' and I believed him,\" Okoro said.", 1, "explicit; Lind; told"},
        {"\"The council is asleep,\" wrote the Herald on 5 June 1961.", 0, "explicit; the Herald; wrote; 1961-06-05"},
        {"\"The council is asleep,\" the Herald wrote in an editorial.", 0, "explicit; the Herald; wrote"},
        {"\"Tired\" is how Okoro described himself.", 0, "none"},
        {"\"He was tired but happy,\" according to Berg, who saw him leave.", 0, "explicit; Berg; according to"},
        {"\"What do you want?\" he asked.", 0, "pronoun; he; asked"},
        {"\"What do you want?\" The mayor was angry.", 0, "none"},
        {"\"What do you want?\" the mayor asked. The docker said nothing.", 0, "explicit; the mayor; asked"},
        {"\"We are ready,\" said Lind's deputy, speaking on condition of anonymity.", 0,
         "explicit; Lind's deputy; said"},
        {"\"There is no port,\" the report's authors conclude.", 0, "explicit; the report's authors; conclude"},
        {"\"There is no port,\" concluded the report.", 0, "explicit; the report; concluded; in the report"},
    };
    for (const Case& each : cases)
        check(each);
}

BOOST_AUTO_TEST_CASE(introduced_by_a_mark)
{
    const Case cases[] = {
        {"Okoro, 54, a former docker who now runs the port, said: \"I have seen worse.\"", 0, "explicit; Okoro; said"},
        {"Lind sat down and said, \"I am tired.\"", 0, "explicit; Lind; said"},
        {"Okoro tweeted: \"The pier is open. Come and see.\"", 0, "explicit; Okoro; tweeted"},
        {"Asked about the price, Lind said: \"Ask the council.\"", 0, "explicit; Lind; said"},
        {"When asked whether she would resign, Okoro replied: \"No.\"", 0, "explicit; Okoro; replied"},
        {"On 3 May 1961, during a debate in the assembly, Lind declared, \"The town is ours.\"", 0,
         "explicit; Lind; declared; 1961-05-03; at a debate in the assembly"},
        {"Speaking at the opening ceremony, Okoro said: \"This is a new day for Lund.\"", 0,
         "explicit; Okoro; said; at the opening ceremony"},
        {"Article 3 of the charter reads: \"The port belongs to the people.\"", 0,
         "explicit; Article 3 of the charter; reads; in Article 3 of the charter"},
        {"She said: \"We are ready.\"", 0, "pronoun; She; said"},
        {"Neither Lind nor Okoro would comment, but the union said: \"We are ready.\"", 0, "explicit; the union; said"},
        {"But Lind said: \"We are ready.\" Okoro, however, disagreed: \"We are not.\"", 0, "explicit; Lind; said"},
        {"But Lind said: \"We are ready.\" Okoro, however, disagreed: \"We are not.\"", 1,
         "explicit; Okoro; disagreed"},
        {"The \"Harbour Act\" was passed in 1961. It says: \"The port belongs to the people.\"", 1,
         "pronoun; It; says"},
        {"Okoro said on Tuesday: \"The dam is safe.\" He added that it \"was inspected in March\".", 0,
         "explicit; Okoro; said"},
        {"Okoro said on Tuesday: \"The dam is safe.\" He added that it \"was inspected in March\".", 1,
         "pronoun; He <Okoro>; added"},
        {"It was, Lind said, \"a mess of wires and wet wood\".", 0, "explicit; Lind; said"},
        {"The work was, he said, \"a mess of wires and wet wood\".", 0, "pronoun; he; said"},
        {"Okoro said: \"Lind told me: 'The money is gone.' I believed him.\"", 0, "explicit; Okoro; said"},
        {"Okoro said: \"Lind told me: 'The money is gone.' I believed him.\"", 1, "explicit; Lind; told"},
        {"President Maria Okoro opened the pier. President Okoro said: \"It is a good day.\"", 0,
         "explicit; President Okoro <Maria Okoro>; said"},
        {"Mrs. Okoro met John Okoro. Mrs. Okoro said: \"It is a good day.\"", 0, "explicit; Mrs. Okoro <Okoro>; said"},
        {"Hanna Berg met Nils Holm on Friday. He said: \"It is a good day.\" She agreed: \"A very good day.\"", 0,
         "pronoun; He; said"},
        {"Hanna Berg met Nils Holm on Friday. He said: \"It is a good day.\" She agreed: \"A very good day.\"", 1,
         "pronoun; She <Hanna Berg>; agreed"},
        {"Hanna Berg met Ida Holm on Friday. She said: \"It is a good day.\"", 0, "pronoun; She <Hanna Berg>; said"},
        {"In a statement, Okoro said: \"It is a good day.\"", 0, "explicit; Okoro; said"},
        {"The Herald's headline read: \"Council asleep.\"", 0,
         "explicit; The Herald's headline; read; in The Herald's headline"},
        {"The 34-year-old docker said: \"It is a good day.\"", 0, "explicit; The 34-year-old docker; said"},
        {"Lind, for his part, said: \"We are ready.\"", 0, "explicit; Lind; said"},
        {"Lind on Friday again said: \"We are ready.\"", 0, "explicit; Lind; again said"},
        {"Lind also told the AP news agency: \"We are ready.\"", 0, "explicit; Lind; also told"},
        {"Lind then added, in English: \"We are ready.\"", 0, "explicit; Lind; then added"},
        {"Lind's deputy, speaking on condition of anonymity, said: \"We are ready.\"", 0,
         "explicit; Lind's deputy; said"},
        {"The report concluded: \"There is no port.\"", 0, "explicit; The report; concluded; in The report"},
    };
    for (const Case& each : cases)
        check(each);
}

BOOST_AUTO_TEST_CASE(named_judged_and_thought)
{
    const Case cases[] = {
        {"Lind (Greens) called the bill \"a gift to the shipping lobby\".", 0, "explicit; Lind; called"},
        {"Okoro described the dam as \"the lung of the whole northern coast\".", 0, "explicit; Okoro; described"},
        {"The report, published on Friday, describes the dam as \"unsafe in high water.\"", 0,
         "explicit; The report; describes; in The report"},
        {"Lind shut the port, calling it \"a danger to every child in the town\".", 0, "explicit; Lind; calling"},
        {"Lind's claim that \"nobody was hurt\" was untrue.", 0, "explicit; Lind; claim"},
        {"In her words, \"a port without ships is a puddle.\"", 0, "pronoun; her; words"},
        {"The union accused the council of \"hiding the real price of the tower from the public.\"", 0,
         "explicit; The union; accused"},
        {"Okoro fumes over \"a decade of lost chances for the port.\"", 0, "explicit; Okoro; fumes"},
        {"The minister said he hopes to \"open the pier before the winter storms.\"", 0,
         "explicit; The minister; said"},
        {"The plan was described by Lind as \"a leap into cold water\".", 0, "explicit; Lind; was described"},
        {"Prime Minister Oda Lindqvist on Thursday dismissed the report as \"a fairy tale for adults\".", 0,
         "explicit; Prime Minister Oda Lindqvist <Oda Lindqvist>; dismissed"},
        {"Lindqvist dismissed as \"a fairy tale for adults\" the report that was leaked on Monday.", 0,
         "explicit; Lindqvist; dismissed"},
        {"What Lind called \"the great silence\" lasted three years.", 0, "explicit; Lind; called"},
        {"The so-called \"silent pier\" was closed.", 0, "none"},
        {"It was \"a mess\", in the words of Lind.", 0, "explicit; Lind; in the words of"},
        {"Three dockers told the Herald they were \"tired of empty words\".", 0, "explicit; Three dockers; told"},
        {"Many dockers say they are \"tired of empty words\".", 0, "explicit; Many dockers; say"},
        {"Some call it \"the wall\"; others call it \"the shield\".", 0, "pronoun; Some; call"},
        {"Some call it \"the wall\"; others call it \"the shield\".", 1, "pronoun; others; call"},
        {"Okoro described himself as \"tired\".", 0, "explicit; Okoro; described"},
        {"Okoro, describing himself as \"tired but happy after all these years\", left the hall.", 0,
         "explicit; Okoro; describing"},
        {"Okoro left the hall, describing himself as \"tired but happy after all these years\".", 0,
         "explicit; Okoro; describing"},
        {"The word \"port\" means a gate.", 0, "none"},
        {"They call themselves \"the Friends of the Port\".", 0, "pronoun; They; call"},
        {"A group calling itself \"the Friends of the Port\" claimed the attack.", 0, "explicit; A group; calling"},
        {"The group, known as \"the Friends of the Port\", claimed the attack.", 0, "none"},
        {"The council passed a resolution calling for \"an immediate end to all work on the pier\".", 0,
         "explicit; a resolution; calling for; in a resolution"},
        {"The resolution called for \"an immediate end to all work on the pier\".", 0,
         "explicit; The resolution; called for; in The resolution"},
        {"The motto of the town is \"Water and Work\".", 0, "none"},
        {"Okoro thinks the port is \"too old to be saved by money\".", 0, "none"},
        {"Okoro hopes the port will be \"a home for all of us\".", 0, "none"},
        {"Okoro feared that \"a long winter\" was coming.", 0, "explicit; Okoro; feared"},
        {"He feared that the port \"would never open again\".", 0, "none"},
    };
    for (const Case& each : cases)
        check(each);
}

BOOST_AUTO_TEST_CASE(in_indirect_speech)
{
    const Case cases[] = {
        {"Harbour minister Oda Lindqvist said the quay was \"a ruin of salt and stone\" and would be closed.", 0,
         "explicit; Harbour minister Oda Lindqvist <Oda Lindqvist>; said"},
        {"Lindqvist told reporters on Tuesday that the plan was \"dead in the water\".", 0,
         "explicit; Lindqvist; told"},
        {"The council said in a statement that it would \"take every step needed to protect the pier.\"", 0,
         "explicit; The council; said"},
        {"According to Lind, a retired pilot, the tower was \"far too low for the new ships.\"", 0,
         "explicit; Lind; According to"},
        {"The talks collapsed, with Okoro saying \"we will not sit at that table again\".", 0,
         "explicit; Okoro; saying"},
        {"Okoro went on to say that the council \"has never read its own rules.\"", 0,
         "explicit; Okoro; went on to say"},
        {"Lind, whose father built the pier, said he was \"proud to see it open again.\"", 0, "explicit; Lind; said"},
        {"In a letter to the council, Okoro wrote that the \"whole quay may fall into the sea.\"", 0,
         "explicit; Okoro; wrote"},
        {"Maria Okoro opened the pier on Monday. \"We are ready,\" she said.", 0, "pronoun; she <Maria Okoro>; said"},
        {"Lind was blunt. \"The port is finished,\" he said.", 0, "pronoun; he <Lind>; said"},
        {"Lind was blunt. \"The port is finished.\"", 0, "implied; Lind"},
        {"Police said the man had shouted \"they will all drown\" before he fled.", 0,
         "explicit; the man; had shouted"},
        {"The mayor's office said in an email on Wednesday that \"no decision has been made.\"", 0,
         "explicit; The mayor's office; said"},
        {"Officials said \"it is too early\" to name a cause.", 0, "explicit; Officials; said"},
        {"Residents of the quay said they were \"sick of the noise and the dust\".", 0,
         "explicit; Residents of the quay; said"},
        {"The court ruled that the council had acted \"without any legal ground.\"", 0, "explicit; The court; ruled"},
        {"A spokeswoman for Lund Port Authority, Ida Holm, said the crane was \"inspected in March\".", 0,
         "explicit; Ida Holm; said"},
        {"Lind said Okoro told him that \"the money is gone.\"", 0, "explicit; Okoro; told"},
        {"Okoro was quoted by the Herald as saying \"the money is gone\".", 0, "explicit; Okoro; saying"},
        {"Lind: \"We shall be waiting for them.\"", 0, "explicit; Lind"},
        {"Economists at the Bank of Lund warned that prices could \"rise without end\".", 0,
         "explicit; Economists at the Bank of Lund; warned"},
        {"Lind, speaking in the assembly on 3 May 1961, warned that the town was \"on the brink of ruin\".", 0,
         "explicit; Lind; warned; 1961-05-03; at the assembly on 3 May 1961"},
        {"The charter states that the port \"belongs to the people of the coast\".", 0,
         "explicit; The charter; states; in The charter"},
        {"Okoro, in turn, replied that Lind was \"a man of many boats\".", 0, "explicit; Okoro; replied"},
        {"The film \"Grey Water\" opened on Friday.", 0, "none"},
        {"Lind, who wrote \"Grey Water\", said the film was \"not mine any more\".", 1, "explicit; Lind; said"},
        {"Okoro won a prize for \"Grey Water\" in 1961.", 0, "none"},
        {"Lind shouted \"No!\" and left the hall.", 0, "explicit; Lind; shouted"},
        {"The crowd chanted \"Open the port\" and \"Down with the council\".", 0, "explicit; The crowd; chanted"},
        {"The crowd chanted \"Open the port\" and \"Down with the council\".", 1, "explicit; The crowd; chanted"},
        {"A sign on the gate said \"Closed until further notice\".", 0,
         "explicit; A sign on the gate; said; in A sign on the gate"},
        {"Mr Lind said the dam was safe. \"It was inspected in March,\" he added.", 0, "pronoun; he <Lind>; added"},
        {"Mr Lind said the dam was safe. \"It was inspected in March.\"", 0, "implied; Mr Lind <Lind>"},
        {"Lind said the dam \"was inspected\" and that \"no fault was found\".", 0, "explicit; Lind; said"},
        {"Lind said the dam \"was inspected\" and that \"no fault was found\".", 1, "explicit; Lind; said"},
        {"“Lind told me, ‘The money is gone,’ and I believed him,” Okoro said.", 0, "explicit; Okoro; said"},
        {"“Lind told me, ‘The money is gone,’ and I believed him,” Okoro said.", 1, "explicit; Lind; told"},
        {"Nils Holm, the mayor, met dockers on Friday. \"It is a good day,\" he said.", 0,
         "pronoun; he <Nils Holm>; said"},
        {"Okoro was born in Lund in 1931. \"I never liked school,\" he later said.", 0, "pronoun; he; later said"},
        {"In a statement issued on 5 June 1961, the ministry said it \"regrets the error\".", 0,
         "explicit; the ministry; said; 1961-06-05"},
        {"A 1961 report by the council found that the pier was \"rotten to the core\".", 0,
         "explicit; A 1961 report by the council; found"},
        {"The Herald wrote on 5 June 1961 that the council was \"asleep at the wheel\".", 0,
         "explicit; The Herald; wrote; 1961-06-05"},
        {"Okoro left the hall, saying he was \"tired but happy after all these years\".", 0, "explicit; Okoro; saying"},
        {"Okoro left, and Berg said he was \"tired but happy after all these years\".", 0, "explicit; Berg; said"},
        {"Okoro left. According to Berg, he was \"tired but happy after all these years\".", 0,
         "explicit; Berg; According to"},
        {"Okoro replied with a simple \"no\".", 0, "explicit; Okoro; replied"},
        {"Okoro answered \"yes\" to the question.", 0, "explicit; Okoro; answered"},
        {"Asked whether the port would close, Okoro said \"no\".", 0, "explicit; Okoro; said"},
        {"The exhibition \"Ships of Stone\" opens on Friday, the museum said.", 0, "none"},
        {"The museum said the exhibition \"Ships of Stone\" would open on Friday.", 0, "none"},
        {"Okoro, author of \"The Silent Pier\", said the port \"must live\".", 1, "explicit; Okoro; said"},
        {"Okoro's book \"The Silent Pier\" was praised as \"a cry from the heart of the coast\".", 1, "none"},
        {"The law, known as the \"Harbour Act\", states that the port is \"the property of all\".", 1,
         "explicit; Harbour Act; states; in Harbour Act"},
        {"The council's resolution \"On the Port\" (1961) says that \"the port is the property of all\".", 1,
         "explicit; On the Port; says; 1961; in On the Port"},
        {"Okoro said he thought the port was \"too old to be saved by money\".", 0, "explicit; Okoro; said"},
        {"The report's authors conclude that \"there is no port\".", 0, "explicit; The report's authors; conclude"},
    };
    for (const Case& each : cases)
        check(each);
}

BOOST_AUTO_TEST_SUITE_END()
