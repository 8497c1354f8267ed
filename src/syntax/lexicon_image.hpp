// SPDX-License-Identifier: Apache-2.0
// A lexicon as flat bytes. To parse the list of words of a language takes longer than to check a page with it, so the
// build does it once: the program make_lexicons writes what is compiled in here, and a test holds it to the TOML.
// Private to `syntax`.
//
//   language ‖ frame ‖ classes ‖ families ‖ ends of the classes' words ‖ words ‖ nodes ‖ edges ‖ tables ‖ sets of classes
//
// Each is its size in bytes (8 bytes) and the bytes, filled up to a multiple of 8. Integers are of this machine.
#pragma once
#include "syntax/lexicon.hpp"

#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

namespace verbatim::syntax {

/// The lexicon of a language, from the text of its file. Throws at a fault: a lexicon is ours, a fault in it is ours too.
[[nodiscard]] std::string lexicon_image(std::string_view toml, const std::string& name);

/// A class of a family, in the order of the file: "cue.say" of "cue".
struct FamilyMember {
    ClassId family = 0;
    ClassId member = 0;
};

/// Appends one part after the other.
class ImageWriter {
public:
    template <typename Value>
    void put(std::span<const Value> values)
    {
        static_assert(std::is_trivially_copyable_v<Value> && alignof(Value) <= alignment);
        const std::uint64_t size = values.size_bytes();
        image_.append(reinterpret_cast<const char*>(&size), sizeof size);
        image_.append(reinterpret_cast<const char*>(values.data()), values.size_bytes());
        image_.resize((image_.size() + alignment - 1) / alignment * alignment);
    }
    void put(std::string_view text) { put(std::span(text.data(), text.size())); }
    [[nodiscard]] std::string take() { return std::move(image_); }

private:
    static constexpr std::size_t alignment = 8;
    std::string image_;
};

/// Takes the parts in the order in which they were put. The image is ours: it is not checked.
class ImageReader {
public:
    explicit ImageReader(std::string_view image) : rest_(image) {} ///< begins at a multiple of 8
    template <typename Value>
    [[nodiscard]] std::span<const Value> take()
    {
        const std::string_view part = text();
        return {reinterpret_cast<const Value*>(part.data()), part.size() / sizeof(Value)};
    }
    [[nodiscard]] std::string_view text()
    {
        std::uint64_t size = 0;
        std::memcpy(&size, rest_.data(), sizeof size);
        const std::string_view part = rest_.substr(sizeof size, size);
        rest_.remove_prefix(sizeof size + (size + sizeof size - 1) / sizeof size * sizeof size);
        return part;
    }

private:
    std::string_view rest_;
};

/// What make_lexicons wrote.
struct CompiledLexicon {
    std::string_view language;
    std::string_view image;
};
[[nodiscard]] std::span<const CompiledLexicon> compiled_lexicons();
/// The names of all classes of all lexicons, each at its number.
[[nodiscard]] std::span<const std::string_view> compiled_classes();

/// The names of the classes that have a number, each at it.
[[nodiscard]] std::vector<std::string> class_names();

} // namespace verbatim::syntax
