// SPDX-License-Identifier: Apache-2.0
#include "text/code_points.hpp"
#include "text/text.hpp"

#include <nettle/sha2.h>

#include <algorithm>
#include <array>

namespace verbatim::text {
namespace {

Problem problem_at(const std::string& path, std::string_view before, std::string message, std::string remedy)
{
    const std::vector<std::size_t> starts = line_starts(before);
    Problem problem;
    problem.path = path;
    problem.line = starts.size();
    problem.column = code_points(before.substr(starts.back())) + 1;
    problem.message = std::move(message);
    problem.remedy = std::move(remedy);
    problem.fatal = true;
    return problem;
}

Problem binary(const std::string& path, std::string_view before)
{
    return problem_at(path, before, "this is not a text file: it holds a NUL byte",
                      "name text files only, or leave this one out with `exclude`");
}

Outcome<Decoded> decode_utf8(std::string_view stored, const std::string& path)
{
    Decoded decoded;
    if (stored.substr(0, 3) == "\xEF\xBB\xBF")
        decoded.bom = 3;
    const std::string_view text = stored.substr(decoded.bom);
    if (const std::size_t nul = text.find('\0'); nul != std::string_view::npos)
        return binary(path, text.substr(0, nul));
    for (std::size_t at = ascii_end(text, 0); at < text.size(); at = ascii_end(text, at)) {
        const CodePoint c = read(text, at);
        if (c.size == 1)
            return problem_at(path, text.substr(0, at), "the text is not valid UTF-8 here",
                              "store the file as UTF-8, or as UTF-16 with a byte order mark");
        at += c.size;
    }
    decoded.utf8.assign(text);
    return decoded;
}

Outcome<Decoded> decode_utf16(std::string_view stored, const std::string& path, Encoding encoding)
{
    Decoded decoded;
    decoded.encoding = encoding;
    decoded.bom = 2;
    const std::size_t low = encoding == Encoding::utf16le ? 0 : 1;
    const auto unit = [&](std::size_t at) {
        const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(stored[i]); };
        return static_cast<char32_t>(byte(at + low)) | (static_cast<char32_t>(byte(at + 1 - low)) << 8U);
    };
    decoded.utf8.reserve(stored.size());
    const auto invalid = [&] {
        return problem_at(path, decoded.utf8, "the text is not valid UTF-16 here", "store the file as UTF-8");
    };
    for (std::size_t at = 2; at < stored.size(); at += 2) {
        if (at + 1 >= stored.size())
            return invalid();
        const char32_t first = unit(at);
        if (first == 0)
            return binary(path, decoded.utf8);
        if (first < 0xD800 || first > 0xDFFF) {
            append(decoded.utf8, first);
            continue;
        }
        if (first > 0xDBFF || at + 3 >= stored.size())
            return invalid();
        const char32_t second = unit(at + 2);
        if (second < 0xDC00 || second > 0xDFFF)
            return invalid();
        append(decoded.utf8, 0x10000 + ((first - 0xD800) << 10U) + (second - 0xDC00));
        at += 2;
    }
    return decoded;
}

} // namespace

Outcome<Decoded> decode(std::string_view stored, const std::string& path)
{
    const std::string_view mark = stored.substr(0, 2);
    if (mark == "\xFF\xFE")
        return decode_utf16(stored, path, Encoding::utf16le);
    if (mark == "\xFE\xFF")
        return decode_utf16(stored, path, Encoding::utf16be);
    return decode_utf8(stored, path);
}

std::string sha256(std::string_view bytes)
{
    sha256_ctx context{};
    sha256_init(&context);
    sha256_update(&context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
    std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
    sha256_digest(&context, digest.size(), digest.data());
    constexpr std::string_view hexadecimal = "0123456789abcdef";
    std::string out;
    for (const std::uint8_t byte : digest) {
        out.push_back(hexadecimal[byte >> 4U]);
        out.push_back(hexadecimal[byte & 0x0FU]);
    }
    return out;
}

} // namespace verbatim::text
