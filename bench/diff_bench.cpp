// SPDX-License-Identifier: Apache-2.0
// The word diff alone, on two files of one word a line as `git diff` takes them. Reads, interns, diffs, and prints what
// bench/run.py reads: "edits N" (words dropped and added), "memory KB" (what the diff itself took at its peak), and
// with a third argument "shortest N", the length of the shortest script, by a bit-parallel longest common subsequence
// (Hyyrö 2004, Bit-parallel LCS-length computation revisited).
#include "align/align.hpp"

#include <fstream>
#include <iostream>
#include <string>
#include <string_view>
#include <unordered_map>

namespace {

using Ids = std::vector<std::uint32_t>;

class Interner {
public:
    /// The text must outlive the interner.
    Ids ids_of(std::string_view text)
    {
        Ids ids;
        ids_.reserve(1U << 16U);
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = std::min(text.size(), text.find('\n', at));
            ids.push_back(ids_.try_emplace(text.substr(at, end - at), ids_.size()).first->second);
            at = end + 1;
        }
        return ids;
    }
    [[nodiscard]] std::size_t size() const { return ids_.size(); }

private:
    std::unordered_map<std::string_view, std::uint32_t> ids_;
};

std::string bytes_of(const char* path)
{
    std::ifstream file(path, std::ios::binary | std::ios::ate);
    std::string bytes(static_cast<std::size_t>(file.tellg()), '\0');
    file.seekg(0).read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return bytes;
}

/// Peak of the resident memory since the last call of forget_peak, of /proc.
long peak_kilobytes()
{
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;)
        if (long kilobytes = 0; word == "VmHWM:" && status >> kilobytes)
            return kilobytes;
    return 0;
}
void forget_peak() { std::ofstream("/proc/self/clear_refs") << "5"; }

std::size_t longest_common(const Ids& a, const Ids& b, std::size_t alphabet)
{
    std::vector<std::vector<std::uint32_t>> places(alphabet);
    for (std::size_t i = 0; i < a.size(); ++i)
        places[a[i]].push_back(static_cast<std::uint32_t>(i));
    const std::size_t blocks = a.size() / 64 + 1;
    std::vector<std::uint64_t> row(blocks, ~std::uint64_t{0}), match(blocks, 0);
    for (const std::uint32_t id : b) {
        for (const std::uint32_t at : places[id])
            match[at / 64] |= std::uint64_t{1} << (at % 64);
        std::uint64_t carry = 0;
        for (std::size_t k = 0; k < blocks; ++k) {
            const std::uint64_t both = row[k] & match[k], sum = row[k] + both, all = sum + carry;
            carry = (sum < row[k] || all < sum) ? 1U : 0U;
            row[k] = all | (row[k] & ~match[k]);
        }
        for (const std::uint32_t at : places[id])
            match[at / 64] = 0;
    }
    std::size_t length = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        length += (row[i / 64] >> (i % 64) & 1U) == 0 ? 1U : 0U;
    return length;
}

} // namespace

int main(int count, char** arguments)
{
    if (count < 3) {
        std::cerr << "usage: bench_diff OLD NEW [shortest]\n";
        return 2;
    }
    Interner interner;
    const std::string old_text = bytes_of(arguments[1]), new_text = bytes_of(arguments[2]);
    const Ids a = interner.ids_of(old_text), b = interner.ids_of(new_text);
    forget_peak();
    const long before = peak_kilobytes();
    std::size_t edits = 0;
    for (const verbatim::align::Hunk& hunk : verbatim::align::diff(a, b))
        edits += hunk.equal ? 0 : hunk.a.size() + hunk.b.size();
    std::cout << "edits " << edits << "\nmemory " << peak_kilobytes() - before << "\n";
    if (count > 3)
        std::cout << "shortest " << a.size() + b.size() - 2 * longest_common(a, b, interner.size()) << "\n";
}
