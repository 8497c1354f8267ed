// SPDX-License-Identifier: Apache-2.0
// Political and historical prose: congresses, decisions, laws, letters, statements; and the news around them.
#include "attribution_lines.hpp"

#include <boost/test/unit_test.hpp>

using namespace verbatim;

namespace {

using test::Case;

void check(const Case& each) { test::check(each, "en"); }

} // namespace

BOOST_AUTO_TEST_SUITE(attribution_documents)

BOOST_AUTO_TEST_CASE(congresses_decisions_and_letters)
{
    const Case cases[] = {
        {"In his article \"On the Ten Ports,\" Lind stressed: \"Ports must be open.\"", 1,
         "explicit; Lind; stressed; in On the Ten Ports"},
        {"In his report to the Second Congress of the Port Union on 4 May 1954, Lind pointed out: \"Without ships "
         "there is no port.\"",
         0, "explicit; Lind; pointed out; 1954-05-04; at the Second Congress of the Port Union on 4 May 1954"},
        {"At the Third Plenary Session of the Seventh Council in 1961, the council adopted a \"Decision on the "
         "Harbour,\" which said: \"The harbour belongs to all.\"",
         1,
         "explicit; Decision on the Harbour; said; 1961; at the Third Plenary Session of the Seventh Council in 1961; "
         "in Decision on the Harbour"},
        {"The \"Decision on the Harbour\" adopted by the Third Plenary Session in 1961 said, \"The harbour belongs to "
         "all.\"",
         1, "explicit; Decision on the Harbour; said; 1961; in Decision on the Harbour"},
        {"Okoro said in a speech entitled \"The Quiet Water\" in 1961, \"We ask for nothing.\"", 1,
         "explicit; Okoro; said; 1961; at a speech"},
        {"The council stated in the \"Resolution on Certain Ports\" that \"the harbour belongs to all of us\".", 1,
         "explicit; The council; stated"},
        {"As Lind said in 1954: \"A port is a promise.\"", 0, "explicit; Lind; said; 1954"},
        {"Premier Okoro, meeting a delegation from Aln in March 1973, said, \"We have much to learn from you.\"", 0,
         "explicit; Premier Okoro <Okoro>; said; 1973-03"},
        {"When meeting the delegation in March 1973, Okoro told them: \"We have much to learn from you.\"", 0,
         "explicit; Okoro; told; 1973-03"},
        {"In a speech at the Ninth Congress in 1969, Okoro stated: \"We shall open the port.\" He went on, \"It will "
         "take years.\"",
         0, "explicit; Okoro; stated; 1969; at a speech at the Ninth Congress in 1969"},
        {"In a speech at the Ninth Congress in 1969, Okoro stated: \"We shall open the port.\" He went on, \"It will "
         "take years.\"",
         1, "pronoun; He <Okoro>; went on"},
        {"In the 1950s the council proposed the \"five rules of the harbour\".", 0,
         "explicit; the council; proposed; 195X"},
        {"The slogan \"One port, one people\" was first raised in 1954.", 0, "none"},
        {"The Constitution of 1954 provides: \"The harbour belongs to the whole people.\"", 0,
         "explicit; The Constitution; provides; in The Constitution"},
        {"Article 5 of the Harbour Act, revised in 1961, provides that \"no ship shall be turned away\".", 0,
         "explicit; Article 5 of the Harbour Act; provides; 1961; in Article 5 of the Harbour Act"},
        {"The communiqué issued after the meeting said: \"Both sides agreed to open the port.\"", 0,
         "explicit; The communiqué; said; in The communiqué"},
        {"The joint statement signed by Lind and Okoro on 3 May 1972 declared that \"neither side will close its ports "
         "to the other\".",
         0, "explicit; The joint statement; declared; 1972-05-03; in The joint statement"},
        {"The People's Herald editorial of 5 June 1956 said, \"We must open the ports.\"", 0,
         "explicit; The People's Herald editorial; said; 1956-06-05; in The People's Herald editorial"},
        {"In his book Grey Water, Lind writes: \"The sea gives and takes.\"", 0, "explicit; Lind; writes"},
        {"In Grey Water (1956), Lind writes that \"the sea gives and takes\".", 0, "explicit; Lind; writes; 1956"},
        {"Lind replied in a letter dated 4 May 1954 that \"nothing can be done before spring.\"", 0,
         "explicit; Lind; replied; 1954-05-04"},
        {"Lind, Okoro and Berg said in a joint letter that \"nothing can be done before spring.\"", 0,
         "explicit; Lind, Okoro and Berg; said"},
        {"\"Nothing can be done,\" Lind, Okoro and Berg said in a letter.", 0, "explicit; Lind, Okoro and Berg; said"},
        {"The Foreign Ministry said in a statement: \"The talks were constructive.\" It gave no details.", 0,
         "explicit; The Foreign Ministry; said"},
    };
    for (const Case& each : cases)
        check(each);
}

BOOST_AUTO_TEST_CASE(people_and_their_offices)
{
    const Case cases[] = {
        {"Her former teacher, Lind, described her as \"a sailor in a town of clerks\".", 0,
         "explicit; Lind; described"},
        {"Ida Holm, curator and director of exhibits at the Museum of Aln, Lund, said, \"It is old.\"", 0,
         "explicit; Ida Holm; said"},
        {"The U.S. Department of Ports notes, \"The quay is old.\"", 0,
         "explicit; The U.S. Department of Ports; notes"},
        {"Lind's last words to his brother Otto were: \"Do not sell the boat.\"", 0, "explicit; Lind; words"},
        {"While checks will continue, officials will drop the talk to \"shorten the queue at the gate\" for ships.", 0,
         "none"},
        {"\"Yes,\" said Lind with a wry smile, \"but not today.\"", 0, "explicit; Lind; said"},
        {"In October 1982, Lind put forward \"four principles\" for the relations between ports: \"Independence, "
         "equality, respect and trust.\"",
         0, "explicit; Lind; put forward; 1982-10"},
        {"In October 1982, Lind put forward \"four principles\" for the relations between ports: \"Independence, "
         "equality, respect and trust.\"",
         1, "none"},
        {"Chairman Lind once pointed out that \"a port is a promise\".", 0,
         "explicit; Chairman Lind <Lind>; once pointed out"},
        {"As Lind put it, \"a port is a promise\".", 0, "explicit; Lind; put it"},
        {"As Lind said, a port is \"a promise made of stone\".", 0, "explicit; Lind; said"},
        {"Lind emphasized on many occasions that \"we must never turn our backs to the sea.\"", 0,
         "explicit; Lind; emphasized"},
        {"Lind summed up the experience as \"three ports and one sea\".", 0, "explicit; Lind; summed up"},
        {"It was Lind who said \"the sea is our field\".", 0, "explicit; Lind; said"},
        {"In Lind's opinion, \"the sea is our field\".", 0, "explicit; Lind; opinion"},
        {"Lind's famous saying, \"the sea is our field,\" was carved on the gate.", 0, "explicit; Lind; saying"},
        {"To quote Lind, \"the sea is our field\".", 0, "explicit; Lind; To quote"},
        {"Lind believed that the \"era of closed ports\" was over.", 0, "none"},
        {"The delegation was told by Lind that \"nothing can be done before spring\".", 0, "explicit; Lind; was told"},
        {"Lind (left) said: \"It is our port.\"", 0, "explicit; Lind; said"},
        {"Lind, of the Port Union, said: \"It is our port.\"", 0, "explicit; Lind; said"},
        {"Lind, now 90, said: \"It is our port.\"", 0, "explicit; Lind; said"},
        {"Lind, the union's head in Aln and a former docker, said: \"It is our port.\"", 0, "explicit; Lind; said"},
        {"Former harbour minister and union leader Hanna Berg said: \"It is our port.\"", 0,
         "explicit; Former harbour minister and union leader Hanna Berg; said"},
        {"Both Lind and Okoro said that \"the port must open\".", 0, "explicit; Both Lind and Okoro; said"},
        {"Berg's lawyer, Nils Holm, said his client was \"shocked and saddened by the news\".", 0,
         "explicit; Nils Holm; said"},
        {"Berg's lawyer Nils Holm said his client was \"shocked and saddened by the news\".", 0,
         "explicit; Berg's lawyer Nils Holm <Nils Holm>; said"},
        {"The news agency Aln Press quoted a ministry spokesman as saying: \"We will wait.\"", 0,
         "explicit; a ministry spokesman; saying"},
        {"\"We will wait,\" Aln Press quoted a ministry spokesman as saying.", 0,
         "explicit; a ministry spokesman; saying"},
        {"Aln Press reported that the ministry had called the plan \"a step in the wrong direction\".", 0,
         "explicit; the ministry; had called"},
        {"The ministry, Aln Press reported, called the plan \"a step in the wrong direction\".", 0,
         "explicit; The ministry; called"},
        {"Critics have called the plan \"a step in the wrong direction\".", 0, "explicit; Critics; have called"},
        {"The plan has been called \"a step in the wrong direction\" by critics.", 0,
         "explicit; critics; has been called"},
        {"The plan, which Berg called \"a step in the wrong direction\", passed.", 0, "explicit; Berg; called"},
        {"The plan is \"a step in the wrong direction,\" she told the Herald on Friday.", 0, "pronoun; she; told"},
        {"The plan is \"a step in the wrong direction\", Berg said.", 0, "explicit; Berg; said"},
        {"The plan is \"a step in the wrong direction\", and Berg said so.", 0, "none"},
        {"Calling the plan \"a step in the wrong direction\", Berg left the room.", 0, "explicit; Berg; Calling"},
        {"Speaking to the Herald, Berg called the plan \"a step in the wrong direction\".", 0,
         "explicit; Berg; called"},
        {"Asked if she was worried, she said: \"Not in the least.\"", 0, "pronoun; she; said"},
        {"\"Not in the least,\" she said when asked if she was worried. \"We have time.\"", 0, "pronoun; she; said"},
        {"\"Not in the least,\" she said, her voice shaking. \"We have time.\"", 0, "pronoun; she; said"},
        {"\"Not in the least.\" She shook her head. \"We have time.\"", 0, "none"},
        {"\"Not in the least.\" She shook her head. \"We have time.\"", 1, "none"},
        {"\"We have time\", Berg says. \"And we have money\", adds Lind.", 0, "explicit; Berg; says"},
        {"\"We have time\", Berg says. \"And we have money\", adds Lind.", 1, "explicit; Lind; adds"},
        {"\"We have time,\" Berg told the Herald. \"We have money,\" she added. \"We have friends.\"", 0,
         "explicit; Berg; told"},
        {"\"We have time,\" Berg told the Herald. \"We have money,\" she added. \"We have friends.\"", 1,
         "pronoun; she <Berg>; added"},
        {"Berg had earlier said the port would \"open on time whatever the weather\".", 0,
         "explicit; Berg; had earlier said"},
        {"Berg will say on Monday that the port \"must open on time whatever the weather\".", 0,
         "explicit; Berg; will say"},
        {"Berg is expected to say that the port \"must open on time whatever the weather\".", 0,
         "explicit; Berg; to say"},
        {"Berg has repeatedly denied that the port is \"a sinking ship\".", 0, "explicit; Berg; has repeatedly denied"},
        {"Berg denied the port was \"a sinking ship\".", 0, "explicit; Berg; denied"},
        {"Berg thanked the dockers for \"years of hard and honest work\".", 0, "explicit; Berg; thanked"},
        {"Berg praised the dockers for their \"years of hard and honest work\".", 0, "explicit; Berg; praised"},
        {"Berg apologised for \"the pain that we have caused to so many\".", 0, "explicit; Berg; apologised"},
        {"Berg urged members to \"vote with their feet and leave the hall\".", 0, "explicit; Berg; urged"},
        {"Berg told the court she was \"deeply sorry for what was done\".", 0, "explicit; Berg; told"},
        {"The judge, Hanna Lind, told Berg: \"You have shown no regret.\"", 0, "explicit; Hanna Lind; told"},
        {"Sentencing Berg, Judge Hanna Lind said: \"You have shown no regret.\"", 0,
         "explicit; Judge Hanna Lind <Hanna Lind>; said"},
        {"Neighbour Ida Holm, 34, said: \"We heard a bang.\"", 0, "explicit; Neighbour Ida Holm; said"},
        {"A witness, who asked not to be named, said: \"We heard a bang.\"", 0, "explicit; A witness; said"},
        {"\"We heard a bang,\" a witness, who asked not to be named, said.", 0, "explicit; a witness; said"},
        {"\"We heard a bang,\" said a witness who asked not to be named.", 0, "explicit; a witness; said"},
        {"The minister's spokesman said the talks were \"constructive\" and \"frank\".", 0,
         "explicit; The minister's spokesman; said"},
        {"The minister's spokesman said the talks were \"constructive\" and \"frank\".", 1,
         "explicit; The minister's spokesman; said"},
        {"The minister said the talks were \"constructive\".", 0, "explicit; The minister; said"},
        {"A source close to the talks said: \"It was hell.\"", 0, "explicit; A source close to the talks; said"},
        {"Sources said the talks were \"going nowhere fast\".", 0, "explicit; Sources; said"},
    };
    for (const Case& each : cases)
        check(each);
}

BOOST_AUTO_TEST_SUITE_END()
