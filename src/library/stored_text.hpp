// SPDX-License-Identifier: Apache-2.0
// What the catalogue needs of a text before anybody reads it, and a whole text as bytes of a saved index. Private to
// the room.
#pragma once
#include "model/document.hpp"
#include "model/problem.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace verbatim::library {

/// Tells a file that was not touched, as git does: equal stamps mean the same bytes, unless the file was written so
/// shortly before it was read that the clock of the file system could not tell.
struct FileStamp {
    std::uint64_t size = 0;
    std::int64_t modified = 0; ///< nanoseconds since 1970
    std::uint64_t inode = 0;
    friend bool operator==(const FileStamp&, const FileStamp&) = default;
};
[[nodiscard]] std::optional<FileStamp> stamp_of(const std::string& file);
[[nodiscard]] std::int64_t nanoseconds_now();
/// True where a file of this stamp may have been written again after it was read.
[[nodiscard]] bool too_fresh(const FileStamp& stamp, std::int64_t read_at);

/// What a text says of itself.
struct TextFacts {
    Metadata metadata;
    std::string sha256; ///< of the stored bytes
    std::string detected_language;
    std::string first_heading; ///< the first block, where that is a heading
};

/// A file as a saved index knows it.
struct SavedText {
    std::string file; ///< absolute
    FileStamp stamp;
    std::int64_t read_at = 0; ///< nanoseconds since 1970, before the file was opened
    TextFacts facts;
    std::uint64_t begin = 0; ///< of its document among the documents
    std::uint64_t size = 0;
    std::uint64_t checksum = 0; ///< of the document's bytes
};

[[nodiscard]] std::string encoded(const std::vector<SavedText>& texts);
[[nodiscard]] std::optional<std::vector<SavedText>> decoded_texts(std::span<const char> bytes);

/// A document as it was read, without path and language, which the catalogue gives.
[[nodiscard]] std::string encoded(const Document& document);
/// Shares the bytes. Nothing where they are none of `encoded`; any bytes are safe.
[[nodiscard]] std::optional<Document> decoded_document(const SharedText& bytes);

} // namespace verbatim::library
