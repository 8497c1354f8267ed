// SPDX-License-Identifier: Apache-2.0
// Two texts, parted by the first NUL byte: a reference and the words of a quotation of it. The edit script covers both
// sides; `verbatim` without a permitted difference means the same letters and digits, read by a slow definition here.
#include "align/align.hpp"
#include "extract/extract.hpp"
#include "fuzzed.hpp"
#include "read/read.hpp"
#include "scratch_folder.hpp"
#include "text/text.hpp"

#include <algorithm>
#include <vector>

namespace {
using namespace verbatim;

void script_covers_both(std::string_view first, std::string_view second)
{
    const std::vector<std::uint32_t> a(first.begin(), first.end());
    const std::vector<std::uint32_t> b(second.begin(), second.end());
    std::size_t at_a = 0, at_b = 0;
    for (const align::Hunk& hunk : align::diff(a, b)) {
        fuzz::require(hunk.a.begin == at_a && hunk.b.begin == at_b, "hunks follow each other");
        at_a = hunk.a.end;
        at_b = hunk.b.end;
        if (hunk.equal)
            fuzz::require(std::equal(a.begin() + static_cast<std::ptrdiff_t>(hunk.a.begin),
                                     a.begin() + static_cast<std::ptrdiff_t>(hunk.a.end),
                                     b.begin() + static_cast<std::ptrdiff_t>(hunk.b.begin),
                                     b.begin() + static_cast<std::ptrdiff_t>(hunk.b.end)),
                          "an equal hunk is equal");
    }
    fuzz::require(at_a == a.size() && at_b == b.size(), "the script covers both sides");
}

std::string letters_and_digits(std::string_view text)
{
    const std::string folded = text::case_fold(text::equality_fold(text));
    std::string kept;
    for (std::size_t at = 0; at < folded.size(); at += text::code_point_size(folded, at))
        if (const char32_t c = text::code_point_at(folded, at); text::is_letter(c) || text::is_digit(c))
            kept += folded.substr(at, text::code_point_size(folded, at));
    return kept;
}
} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const fuzz::ScratchFolder scratch;
    const auto [reference, quoted] = fuzz::halves({reinterpret_cast<const char*>(data), size});
    script_covers_both(reference, quoted);

    scratch.write("reference.txt", reference);
    const Outcome<library::Library> opened = library::Library::open({{scratch.path()}, 1, {}});
    if (!opened)
        return 0;
    Outcome<Document> read = read::read({"quoting.txt", "Lindqvist said: “" + std::string(quoted) + "”\n"}, "text");
    if (!read)
        return 0;
    Document document = std::move(read.value());
    document.language = "en";
    const Reading reading = extract::extract(document, {});
    const std::vector<Evidence> evidence = align::weigh_all(document, reading, &opened.value(), {});
    fuzz::require(evidence.size() == reading.quotations.size(), "each quotation has its evidence");
    for (std::size_t i = 0; i < evidence.size(); ++i) {
        if (evidence[i].verdict != Verdict::verbatim || evidence[i].matches.empty()
            || !evidence[i].matches.front().conventional.empty() || reading.quotations[i].piecewise)
            continue;
        const Passage& passage = evidence[i].matches.front();
        const library::VersionText* version = opened.value().version_text(passage.work, passage.version);
        fuzz::require(version != nullptr, "a passage has its text");
        fuzz::require(letters_and_digits(reading.quotations[i].text)
                          == letters_and_digits(version->document.slice(passage.where.span)),
                      "verbatim means the same letters and digits");
    }
    return 0;
}
