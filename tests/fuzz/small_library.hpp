// SPDX-License-Identifier: Apache-2.0
// A library of a few invented texts, whole, as a saved index, and in two parts.
#pragma once
#include "fuzzed.hpp"
#include "library/library.hpp"
#include "scratch_folder.hpp"

namespace verbatim::fuzz {

struct SmallLibrary {
    ScratchFolder folder;
    std::string texts = folder.path("texts");
    std::string index = folder.path("saved.index");
    std::string parts = folder.path("parts");

    SmallLibrary()
    {
        folder.write("texts/lindqvist-1956.txt",
                     "---\ntitle: Opening address\ncreators: [Oda Lindqvist]\ndate: 1956-03\n---\n"
                     "We shall lend the port fourteen million crowns over three years.\n\n"
                     "The money is not a gift, and it is not to be spent on uniforms.\n");
        folder.write("texts/okoro-1961.md",
                     "# Address\n\nWe ask for nothing but *quiet water* and honest weights.[^1]\n\n"
                     "> A port without a school is a warehouse.\n\n[^1]: Cheers &amp; noise.\n");
        folder.write("texts/okoro-1961.zh.txt", "我们只要安静的水和诚实的秤。\n\n没有学校的港口只是仓库。\n");
        const Outcome<library::Library> whole = library::Library::open({{texts}, 1, {}});
        require(whole.ok() && !whole.value().save_index(index) && !whole.value().save_shards(parts, 2, 1),
                "the small library is saved");
    }
};

} // namespace verbatim::fuzz
