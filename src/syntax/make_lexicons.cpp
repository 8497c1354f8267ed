// SPDX-License-Identifier: Apache-2.0
// make_lexicons OUT: run by the build. Writes the lexicons as C++: compiled_lexicons() and compiled_classes().
#include "syntax/lexicon_image.hpp"

#include "embedded/lexicons.hpp"

#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iostream>

namespace verbatim::syntax {

// The program that makes them begins with none.
std::span<const std::string_view> compiled_classes() { return {}; }

namespace {

void write_words(std::ostream& out, std::string_view image)
{
    for (std::size_t at = 0; at < image.size(); at += sizeof(std::uint64_t)) {
        std::uint64_t word = 0;
        std::memcpy(&word, image.data() + at, sizeof word);
        out << (at % 128 == 0 ? "\n" : "") << "0x" << std::hex << word << std::dec << ",";
    }
}

void write(std::ostream& out)
{
    out << "// Written by make_lexicons.\n#include \"syntax/lexicon_image.hpp\"\nnamespace verbatim::syntax {\nnamespace {\n";
    std::string rows;
    std::size_t count = 0;
    for (const embedded::File& file : embedded::lexicons()) {
        const std::string name(file.path);
        const std::string image = lexicon_image(file.bytes, name);
        const std::string array = "image_" + std::to_string(count++);
        out << "const std::uint64_t " << array << "[] = {";
        write_words(out, image);
        out << "};\n";
        rows += "    {\"" + std::string(ImageReader(image).text()) + "\", {reinterpret_cast<const char*>(" + array + "), "
                + std::to_string(image.size()) + "}},\n";
    }
    out << "const CompiledLexicon lexicons[] = {\n" << rows << "};\nconst std::string_view classes[] = {\n";
    for (const std::string& name : class_names())
        out << "    \"" << name << "\",\n";
    out << "};\n} // namespace\nstd::span<const CompiledLexicon> compiled_lexicons() { return lexicons; }\n"
        << "std::span<const std::string_view> compiled_classes() { return classes; }\n} // namespace verbatim::syntax\n";
}

} // namespace
} // namespace verbatim::syntax

int main(int count, char** arguments)
{
    if (count != 2) {
        std::cerr << "usage: make_lexicons OUT\n";
        return 2;
    }
    std::ofstream out(arguments[1], std::ios::binary);
    verbatim::syntax::write(out);
    out.close();
    return out ? 0 : 1;
}
