// SPDX-License-Identifier: Apache-2.0
// A library that answers from a saved index answers as one in memory does; a file that is not what was saved is refused
// and never a crash.
#include "library/library.hpp"
#include "library/vocabulary.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <random>

#include "generated_library.hpp"
#include "scratch_folder.hpp"

namespace verbatim::library {
namespace {

using generated::Words;
using generated::Writer;

Library opened(const test::ScratchFolder& folder, const std::string& index)
{
    Outcome<Library> outcome = Library::open({{folder.path("texts")}, 2, {}, index});
    BOOST_REQUIRE(outcome.ok());
    return std::move(outcome.value());
}

std::string bytes_of(const std::string& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// A small library of every kind of text, and quotations from it, most of them changed.
struct World {
    test::ScratchFolder folder;
    std::vector<std::string> quotations;
    std::string index = folder.path("saved.index");

    explicit World(unsigned seed)
    {
        Writer latin(seed, 2'000, false);
        Writer han(seed + 1, 900, true);
        for (int i = 0; i < 5; ++i) {
            std::vector<Words> paragraphs;
            std::string text = i == 1 ? "---\ntitle: Address " + std::to_string(i) + "\nfirst-page: 7\n---\n" : "";
            for (int k = 0; k < 30; ++k) {
                Writer& writer = i == 4 ? han : latin;
                paragraphs.push_back(writer.words(40));
                text += (i == 3 && k % 9 == 0 ? "# Heading " + std::to_string(k) + "[^1]\n\n" : "")
                        + writer.text(paragraphs.back()) + (k % 7 == 6 ? "\n\f" : "") + (i == 2 ? "\r\n\r\n" : "\n\n");
            }
            text += i == 3 ? "[^1]: A *note* &amp; more.\n" : "";
            folder.write("texts/work-" + std::to_string(i) + (i == 3 ? ".md" : i == 4 ? ".zh.txt" : ".txt"), text);
            for (int k = 0; k < 12; ++k) {
                Writer& writer = i == 4 ? han : latin;
                const Words& from = paragraphs[writer.below(paragraphs.size())];
                const std::size_t begin = writer.below(20);
                quotations.push_back(
                    writer.text(writer.changed({from.begin() + static_cast<std::ptrdiff_t>(begin),
                                                from.begin() + static_cast<std::ptrdiff_t>(begin) + 14},
                                               writer.below(4))));
            }
        }
        folder.write("texts/broken.txt", "words and \xff\xfe\xfd no text");
    }
};

Library opened_at(const std::string& path)
{
    Outcome<Library> library = Library::open({{path}, 1, {}});
    BOOST_REQUIRE(library.ok());
    return std::move(library.value());
}

std::string answers(const Library& library, const World& world)
{
    std::string all;
    const auto put = [&](const auto&... values) { ((all += values, all += '|'), ...); };
    for (const Work& work : library.works())
        for (const Version& version : work.versions)
            put(work.id, work.title, version.path, version.language, version.sha256, std::to_string(version.first_page),
                version.readable ? "read" : "unreadable");
    for (const std::string& quotation : world.quotations)
        for (const std::vector<std::size_t>& claimed : {std::vector<std::size_t>{}, std::vector<std::size_t>{1, 4}}) {
            Query query;
            query.text = quotation;
            query.claimed_works = claimed;
            const Location location = library.locate(query);
            put(std::to_string(location.coverage.versions_read), std::to_string(location.coverage.versions_unreadable));
            for (const Candidate& one : location.candidates) {
                put(std::to_string(one.work), std::to_string(one.version), std::to_string(one.where.begin),
                    std::to_string(one.where.end), std::to_string(one.score));
                const TokenWindow window = library.tokens_around(one.work, one.version, one.where, 3);
                for (std::size_t i = 0; i < window.tokens.list.size(); ++i)
                    put(std::string(window.tokens.exact(i)));
            }
            const text::Tokens tokens = text::tokenise(quotation);
            put(std::to_string(library.rarity(tokens, 0, tokens.list.size())));
        }
    for (std::size_t work = 0; work < library.works().size(); ++work)
        if (const VersionText* text = library.version_text(work, 0)) {
            const Document& document = text->document;
            put(document.path, document.format, document.language, document.plain, document.decoded,
                std::to_string(document.map.consistent(document.plain, document.decoded)));
            for (const Block& block : document.blocks)
                put(std::string(to_string(block.kind)), std::to_string(block.span.begin),
                    std::to_string(block.paragraph));
            for (const LocatorMark& mark : document.locators)
                put(mark.kind, mark.label, std::to_string(mark.offset));
            for (const NoteCall& call : document.note_calls)
                put(call.label, std::to_string(call.span.begin));
            put(std::to_string(text::place(document, document.plain.size() / 2).line));
        }
    return all;
}

} // namespace

BOOST_AUTO_TEST_SUITE(saved_index)

BOOST_AUTO_TEST_CASE(a_saved_index_answers_as_one_in_memory)
{
    for (const unsigned seed : {3U, 17U, 40U}) {
        const World world(seed);
        const Library in_memory = opened(world.folder, "");
        const std::string expected = answers(in_memory, world);
        BOOST_TEST(in_memory.saved_index().empty());
        BOOST_REQUIRE(!in_memory.save_index(world.index));
        const Library saved = opened(world.folder, world.index);
        BOOST_TEST(saved.saved_index() == world.index);
        BOOST_TEST(saved.words() == in_memory.words());
        BOOST_TEST((answers(saved, world) == expected));
        BOOST_TEST(saved.problems().size() == in_memory.problems().size());
        BOOST_TEST(verify_index(in_memory, world.index).empty());
        // One that was saved from a saved one is the same again.
        const std::string first = bytes_of(world.index);
        BOOST_REQUIRE(!saved.save_index(world.index));
        BOOST_TEST((answers(opened(world.folder, world.index), world) == expected));
        BOOST_TEST((bytes_of(world.index).size() == first.size()));
    }
}

BOOST_AUTO_TEST_CASE(a_library_in_parts_answers_as_one)
{
    const World world(9);
    const Library whole = opened(world.folder, "");
    const std::string expected = answers(whole, world);
    for (const std::uint32_t shards : {1U, 2U, 5U, 20U}) {
        const std::string parts = world.folder.path("parts-" + std::to_string(shards));
        BOOST_REQUIRE(!whole.save_shards(parts, shards, 1));
        const Library library = opened_at(parts);
        BOOST_TEST(library.shards() == shards);
        BOOST_TEST(library.words() == whole.words());
        BOOST_TEST(library.readable_versions() == whole.readable_versions());
        BOOST_TEST((library.problems() == whole.problems()));
        BOOST_TEST((library.files() == whole.files()));
        BOOST_TEST((answers(library, world) == expected));
        const std::string first = bytes_of(parts + "/manifest.verbatim");
        BOOST_REQUIRE(!whole.save_shards(parts, shards, 2));
        BOOST_TEST((bytes_of(parts + "/manifest.verbatim") == first)); // the same for the same texts
    }
}

BOOST_AUTO_TEST_CASE(shards_are_told_from_each_other)
{
    const World world(9);
    const Library whole = opened(world.folder, "");
    const std::string two = world.folder.path("two"), three = world.folder.path("three");
    BOOST_REQUIRE(!whole.save_shards(two, 2, 1));
    BOOST_REQUIRE(!whole.save_shards(three, 3, 1));
    const auto complaint = [](const std::string& folder, const std::string& shard) {
        Request request{{folder}, 1, {}};
        request.shards = std::vector<std::string>{shard};
        const Outcome<Library> library = Library::open(request);
        return library ? std::string() : library.problem().message;
    };
    BOOST_TEST(complaint(two, two + "/shard-2-of-2.verbatim").empty());
    BOOST_TEST(complaint(two, three + "/shard-2-of-3.verbatim").find("another manifest") != std::string::npos);
    BOOST_TEST(complaint(two, two + "/manifest.verbatim").find("damaged") != std::string::npos);
    BOOST_REQUIRE(!whole.save_index(world.index));
    BOOST_TEST(complaint(two, world.index).find("whole library") != std::string::npos);
    std::filesystem::remove(two + "/shard-1-of-2.verbatim");
    const Library half = opened_at(two);
    BOOST_TEST(half.problems().size() == whole.problems().size() + 1);
    Query query;
    query.text = world.quotations.front();
    const Location location = half.locate(query);
    BOOST_TEST((location.unread == std::vector<std::uint32_t>{1}));
    BOOST_TEST(location.coverage.versions_unreadable > whole.locate(query).coverage.versions_unreadable);
    std::string broken = bytes_of(two + "/manifest.verbatim");
    broken[broken.size() / 2] = static_cast<char>(broken[broken.size() / 2] ^ 1);
    const_cast<test::ScratchFolder&>(world.folder).write("two/manifest.verbatim", broken);
    BOOST_TEST(!Library::open({{two}, 1, {}}).ok());
}

BOOST_AUTO_TEST_CASE(changed_texts_are_read_anew)
{
    const World world(5);
    BOOST_REQUIRE(!opened(world.folder, "").save_index(world.index));
    test::ScratchFolder& folder = const_cast<test::ScratchFolder&>(world.folder);
    std::string text = bytes_of(folder.path("texts/work-0.txt"));
    std::swap(text[10], text[11]); // the size stays, and the clock may not have moved on
    folder.write("texts/work-0.txt", text);
    folder.write("texts/work-7.txt", "A new text has come since then.");
    const Library stale = opened(folder, world.index);
    BOOST_TEST(stale.saved_index().empty());
    BOOST_TEST((answers(stale, world) == answers(opened(folder, ""), world)));
    BOOST_REQUIRE(!stale.problems().empty());
    BOOST_TEST(stale.problems().back().message.find("no longer those that were indexed") != std::string::npos);
    const std::vector<Problem> problems = verify_index(opened(folder, ""), world.index);
    BOOST_REQUIRE(!problems.empty());
    BOOST_TEST(problems.back().message.find("2 texts came, went or changed") != std::string::npos);
}

/// A file that may be damaged, used. Where it is damaged in the document of a text, that is read from its file.
struct Attempt {
    bool used = false; ///< to the end
    std::string answers;
};

BOOST_AUTO_TEST_CASE(damage_is_refused_and_never_a_crash)
{
    const World world(9);
    const Library in_memory = opened(world.folder, "");
    const std::string expected = answers(in_memory, world);
    BOOST_REQUIRE(!in_memory.save_index(world.index));
    const std::string sound = bytes_of(world.index);
    const auto attempt = [&](const std::string& bytes) {
        std::ofstream(world.index, std::ios::binary) << bytes;
        Attempt made;
        const auto answer = [&](bool is_damaged) {
            Outcome<Library> library =
                Library::open({{world.folder.path("texts")}, 2, {}, world.index, {}, {}, is_damaged});
            made.answers = answers(library.value(), world);
            made.used = !library.value().saved_index().empty();
            if (!made.used) {
                BOOST_TEST((made.answers == expected));
                BOOST_TEST(library.value().problems().size() == in_memory.problems().size() + 1);
            }
        };
        try {
            answer(false);
        } catch (const DamagedIndex& damaged) { // met while it was used
            BOOST_TEST(std::string(damaged.what()).find(world.index) != std::string::npos);
            answer(true);
            BOOST_TEST(!made.used);
        }
        if (bytes != sound)
            BOOST_TEST(!verify_index(in_memory, world.index).empty());
        return made;
    };
    BOOST_TEST(attempt(sound).used);
    for (std::size_t at = 0; at < 64; ++at) { // every byte of the header
        std::string bytes = sound;
        bytes[at] = static_cast<char>(bytes[at] ^ 0x41);
        BOOST_TEST(!attempt(bytes).used, "byte " << at);
    }
    for (const std::size_t size :
         {std::size_t{0}, std::size_t{1}, std::size_t{63}, std::size_t{64}, sound.size() / 2, sound.size() - 1})
        BOOST_TEST(!attempt(sound.substr(0, size)).used, "cut at " << size);
    BOOST_TEST(!attempt(sound + "x").used);
    std::size_t noticed = 0; // a block that no look-up needs is not looked at
    for (std::size_t at = sound.size() - 1; at > sound.size() / 2; at -= sound.size() / 64) { // arrays, not documents
        std::string bytes = sound;
        bytes[at] = static_cast<char>(bytes[at] ^ 0x41);
        const Attempt damaged = attempt(bytes);
        noticed += damaged.used ? 0 : 1;
        BOOST_TEST((damaged.answers == expected), "byte " << at);
    }
    BOOST_TEST(noticed > 0U);
    BOOST_TEST(!attempt(std::string(5'000, '\0')).used);
    std::mt19937 random(1);
    for (int round = 0; round < 120; ++round) {
        std::string bytes = sound;
        for (int i = 0; i < (round % 3 == 0 ? 1 : 400); ++i)
            bytes[64 + random() % (bytes.size() - 64)] = static_cast<char>(random());
        BOOST_TEST((attempt(bytes).answers == expected));
    }
}

BOOST_AUTO_TEST_CASE(a_vocabulary_that_was_made_to_harm_is_safe)
{
    const Vocabulary sound(WordTable{}, {}, {});
    BOOST_TEST(sound.find("quiet", text::TokenKind::word) == no_word);
    WordTable table;
    const WordId quiet = table.intern("quiet");
    const WordTable::Parts parts = std::move(table).parts();
    for (const WordId id : {quiet, WordId{2}, WordId{7}, han_bit, ~WordId{0}})
        for (const std::uint32_t end : {0U, 5U, 4'000'000'000U}) {
            // No slot is free, each has the tag of the word that is looked for, and words end where they like.
            std::vector<WordTable::Slot> slots(parts.slots.size());
            for (WordTable::Slot& slot : slots)
                slot = {id, 0};
            for (const WordTable::Slot& slot : parts.slots)
                if (slot.id == quiet)
                    for (WordTable::Slot& other : slots)
                        other.tag = slot.tag;
            VocabularyArrays arrays;
            arrays.letters = std::vector<char>(parts.letters);
            arrays.ends = std::vector<std::uint32_t>{end, 3};
            arrays.slots = std::move(slots);
            const WordId found = Vocabulary(std::move(arrays)).find("quiet", text::TokenKind::word);
            BOOST_TEST(found == (id == quiet && end == 5 ? quiet : no_word), id << " ends at " << end);
        }
}

BOOST_AUTO_TEST_CASE(what_is_to_be_read_is_told_before)
{
    const World world(11);
    std::uint64_t size = 0;
    for (const char* name : {"work-0.txt", "work-1.txt", "work-2.txt", "work-3.md", "work-4.zh.txt", "broken.txt"})
        size += bytes_of(world.folder.path(std::string("texts/") + name)).size();
    std::vector<std::uint64_t> told;
    Request request{{world.folder.path("texts")}, 1, {}, "", [&](std::uint64_t bytes) { told.push_back(bytes); }};
    BOOST_REQUIRE(!Library::open(request).value().save_index(world.index));
    request.index = world.index;
    BOOST_REQUIRE(Library::open(request).ok());
    BOOST_REQUIRE(told.size() == 2U);
    BOOST_TEST(told[0] == size);
    BOOST_TEST(told[1] == bytes_of(world.folder.path("texts/broken.txt")).size()); // never saved: read each time
}

BOOST_AUTO_TEST_CASE(a_window_holds_the_tokens_of_the_whole)
{
    test::ScratchFolder folder;
    std::string text =
        "… \"Quiet\" harbour³ of treat-\nment, 1,500 — and . . . so on’s [7] re-sign; 港口是我们的。家園 x²\n\n";
    for (int i = 0; i < 4; ++i)
        text += text;
    folder.write("texts/a.txt", text);
    const Library library = opened(folder, "");
    const std::string_view plain = library.version_text(0, 0)->document.plain;
    const text::Tokens whole = text::tokenise(plain);
    for (std::size_t begin = 0; begin < plain.size(); begin += 3)
        for (const std::size_t room : {std::size_t{0}, std::size_t{1}, std::size_t{5}, std::size_t{40}}) {
            const Span asked{begin, std::min(plain.size(), begin + 1 + begin % 50)};
            const TokenWindow window = library.tokens_around(0, 0, asked, room);
            const auto& list = window.tokens.list;
            BOOST_REQUIRE(!list.empty());
            const auto same = std::find_if(whole.list.begin(), whole.list.end(),
                                           [&](const text::Token& token) { return token.span == list.front().span; });
            BOOST_REQUIRE((same != whole.list.end()));
            const auto first = static_cast<std::size_t>(same - whole.list.begin());
            BOOST_REQUIRE(first + list.size() <= whole.list.size());
            for (std::size_t i = 0; i < list.size(); ++i) {
                BOOST_TEST_REQUIRE((list[i].span == whole.list[first + i].span));
                BOOST_TEST((list[i].kind == whole.list[first + i].kind));
                BOOST_TEST(list[i].space_before == whole.list[first + i].space_before);
                BOOST_TEST(window.tokens.exact(i) == whole.exact(first + i));
                const bool overlaps = list[i].span.begin < asked.end && asked.begin < list[i].span.end;
                BOOST_TEST(overlaps == window.asked.contains(i));
            }
            BOOST_TEST((window.asked.begin >= room || first == 0));
            BOOST_TEST((list.size() - window.asked.end >= room || first + list.size() == whole.list.size()));
        }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace verbatim::library
