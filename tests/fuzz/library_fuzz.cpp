// SPDX-License-Identifier: Apache-2.0
// Any bytes as library.toml (bit 0 of the first byte unset) or as a reference text with front matter (set), then the
// look-ups that every command makes.
#include "fuzzed.hpp"
#include "library/library.hpp"
#include "scratch_folder.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace verbatim;
    static const fuzz::ScratchFolder scratch;
    const auto [choice, bytes] = fuzz::input(data, size);
    const bool front_matter = (choice & 1) != 0;
    scratch.write("library.toml", front_matter ? std::string_view() : bytes);
    scratch.write("fuzzed.md",
                  front_matter ? bytes : std::string_view("We shall lend the port fourteen million crowns.\n"));
    const Outcome<library::Library> opened = library::Library::open({{scratch.path()}, 1, {}});
    if (!opened)
        return 0;
    const library::Library& library = opened.value();
    (void)library::verify(library);
    for (const Work& work : library.works()) {
        (void)library.work_by_id(work.id);
        (void)library.works_by_title(work.title);
        for (const std::string& creator : work.creators)
            (void)library.works_by(creator);
    }
    (void)library.locate({"We shall lend the port fourteen million crowns", {}, "en", {}});
    return 0;
}
