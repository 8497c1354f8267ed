// SPDX-License-Identifier: Apache-2.0
// A saved index, a manifest or a shard (the first byte) with changed bytes whose sums are right: whatever stands in
// them, nothing outside is read, and a library that opens can be asked.
#include "sealed_image.hpp"
#include "small_library.hpp"

#include <array>

namespace {
using namespace verbatim;

void ask(const library::Library& library)
{
    for (const char* text : {"We shall lend the port fourteen million pounds over three years",
                             "nothing but quiet water and honest weights", "没有学校的港口只是仓库", "a gift"}) {
        library::Query query;
        query.text = text;
        if (!library.works().empty())
            query.claimed_works = {library.works().size() - 1};
        for (const library::Candidate& one : library.locate(query).candidates)
            (void)library.tokens_around(one.work, one.version, one.where, 4);
        (void)library.shared_runs(text, 3, {});
        (void)library.knows_word("quiet");
    }
    for (std::size_t work = 0; work < library.works().size(); ++work)
        for (std::size_t version = 0; version < library.works()[work].versions.size(); ++version) {
            (void)library.version_text(work, version);
            (void)library.places_of("quiet water", work, version, 10);
            (void)library.twin(work, version, {0, 4}, 0);
        }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const fuzz::SmallLibrary small;
    static const std::array names{std::string("saved.index"), std::string("parts/manifest.verbatim"),
                                  std::string("parts/shard-1-of-2.verbatim")};
    static const std::array images{fuzz::SealedImage(small.folder.read(names[0])),
                                   fuzz::SealedImage(small.folder.read(names[1])),
                                   fuzz::SealedImage(small.folder.read(names[2]))};
    const auto [choice, changes] = fuzz::input(data, size);
    const std::size_t chosen = choice % names.size();
    small.folder.write(names[chosen], images[chosen].changed(changes));
    const Outcome<library::Library> opened = chosen == 0 ? library::Library::open({{small.texts}, 1, {}, small.index})
                                                         : library::Library::open({{small.parts}, 1, {}});
    if (opened)
        ask(opened.value());
    small.folder.write(names[chosen], images[chosen].changed({}));
    return 0;
}
