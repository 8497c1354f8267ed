// SPDX-License-Identifier: Apache-2.0
// The grammar of marks alone over one file, beside memchr for a byte that does not stand in it. Prints
// "marks SECONDS" and "memchr SECONDS" of each round; bench/run.py reads it.
#include "syntax/marks.hpp"

#include <chrono>
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

namespace {
template <typename Work>
double seconds(Work work)
{
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}
} // namespace

int main(int count, char** arguments)
{
    if (count != 3) {
        std::cerr << "usage: bench_marks FILE ROUNDS\n";
        return 2;
    }
    std::ifstream file(arguments[1], std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    std::size_t found = 0;
    for (int round = 0; round < std::stoi(arguments[2]); ++round) {
        std::cout << "memchr "
                  << seconds([&] { found += std::memchr(text.data(), '\x01', text.size()) != nullptr ? 1U : 0U; })
                  << "\nmarks " << seconds([&] { found += verbatim::syntax::marks(text).size(); }) << "\n";
    }
    std::cout << "found " << found << "\n";
}
