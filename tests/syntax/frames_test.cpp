// SPDX-License-Identifier: Apache-2.0
#include "syntax/frames.hpp"

#include <algorithm>
#include <array>
#include <boost/test/unit_test.hpp>

namespace {

using namespace verbatim;
using syntax::ChunkKind;

constexpr std::array<const char*, 17> names = {"Q",   "N",   "P",   "C",   "V",    "aux", "adv", "T",   "prep",
                                               "acc", "rel", "sub", "and", "conj", "num", "",    "word"};

/// "N[Okoro] C[said/say] : Q" for a sentence in which @ stands for a quotation.
std::string drawn(std::string text, const std::string& language)
{
    std::replace(text.begin(), text.end(), '@', syntax::quotation_placeholder);
    std::string out;
    for (const syntax::Chunk& chunk : syntax::chunks(text, syntax::lexicon(language))) {
        const std::string words = text.substr(chunk.span.begin, chunk.span.size());
        out += out.empty() ? "" : " ";
        if (chunk.kind == ChunkKind::quotation)
            out += "Q";
        else if (chunk.kind == ChunkKind::mark)
            out += words;
        else
            out += std::string(names[static_cast<std::size_t>(chunk.kind)]) + "[" + words
                   + (chunk.word_class.empty() ? "" : "/" + chunk.word_class) + "]";
    }
    return out;
}

struct Case {
    const char* sentence;
    const char* chunks;
};

} // namespace

BOOST_AUTO_TEST_SUITE(frames)

BOOST_AUTO_TEST_CASE(english_sentences_fall_into_chunks)
{
    const Case cases[] = {
        {"In March 1956, at the founding congress, Oda Lindqvist said: @",
         "prep[In] T[March 1956] , prep[at] N[the founding congress] , N[Oda Lindqvist] C[said/say] : Q"},
        {"@ said Lindqvist, the harbour master.", "Q C[said/say] N[Lindqvist] , N[the harbour master] ."},
        {"Lindqvist has also repeatedly said @", "N[Lindqvist] C[has also repeatedly said/say] Q"},
        {"She went on: @", "P[She/female] C[went on/add] : Q"},
        {"what Lindqvist called @", "rel[what] N[Lindqvist] C[called/call] Q"},
        {"Okoro's claim that @", "N[Okoro's claim] rel[that] Q"},
        {"The port chief, who was quoted as saying @",
         "N[The port chief] , P[who/relative] C[was quoted as saying/say] Q"},
        {"The state denied that @", "N[The state] C[denied/deny] rel[that] Q"},
        {"According to the charter, @", "acc[According to] N[the charter] , Q"},
        {"The council amended its charter in 1992, adding: @",
         "N[The council] V[amended] N[its charter] prep[in] num[1992] , C[adding/add] : Q"},
        {"Khaled sat down and said @", "N[Khaled] V[sat] adv[down] and[and] C[said/say] Q"},
        {"the 8th Port Congress in Lund", "N[the 8th Port Congress] prep[in] N[Lund]"},
    };
    for (const Case& each : cases)
        BOOST_TEST(drawn(each.sentence, "en") == each.chunks);
}

BOOST_AUTO_TEST_CASE(french_sentences_fall_into_chunks)
{
    const Case cases[] = {
        {"@ s'écria-t-elle.", "Q C[s'écria/say] P[elle/female] ."},
        {"Le vieux pilote Holm lui dit : @", "N[Le vieux pilote Holm] C[lui dit/say] : Q"},
        {"L'homme, qui ramait, a aussitôt répondu : @",
         "N[L'homme] , rel[qui] V[ramait] , C[a aussitôt répondu/say] : Q"},
        {"@, a-t-il ajouté.", "Q , aux[a] P[il/male] C[ajouté/add] ."},
        {"La demande de Mme de Veld", "N[La demande] prep[de] N[Mme de Veld]"},
        {"La gronda-t-il ?", "C[La gronda/say] P[il/male] ?"},
    };
    for (const Case& each : cases)
        BOOST_TEST(drawn(each.sentence, "fr") == each.chunks);
}

BOOST_AUTO_TEST_CASE(chinese_sentences_fall_into_chunks)
{
    const Case cases[] = {
        {"林奎斯特在成立大会上指出：@", "N[林奎斯特] prep[在] N[成立大会上] C[指出/state] ： Q"},
        {"@，林奎斯特说。", "Q ， N[林奎斯特] C[说/say] 。"},
        {"她又补充说：@", "P[她/female] C[又补充说/add] ： Q"},
        {"他知道小说@", "P[他/male] N[知道小说] Q"}, // neither is a cue
        {"和平委员会声明@", "N[和平委员会] C[声明/state] Q"},
    };
    for (const Case& each : cases)
        BOOST_TEST(drawn(each.sentence, "zh") == each.chunks);
}

BOOST_AUTO_TEST_CASE(chunks_are_in_order_and_never_overlap_on_any_bytes)
{
    const std::string alphabet = "\x01\xff,.'\"( aT\xe6\x9e\x97said the of 19 \n";
    std::string bytes;
    unsigned state = 7;
    for (int i = 0; i < 4000; ++i) {
        state = state * 1103515245U + 12345U;
        bytes.push_back(alphabet[(state >> 16) % alphabet.size()]);
    }
    for (const char* language : {"en", "zh", "fr", "de", "es"}) {
        std::size_t end = 0;
        for (const syntax::Chunk& chunk : syntax::chunks(bytes, syntax::lexicon(language))) {
            BOOST_REQUIRE(chunk.span.begin >= end);
            BOOST_REQUIRE(chunk.span.end > chunk.span.begin);
            BOOST_REQUIRE(chunk.span.contains(chunk.head));
            end = chunk.span.end;
        }
        BOOST_TEST(end <= bytes.size());
    }
}

BOOST_AUTO_TEST_SUITE_END()
