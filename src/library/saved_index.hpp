// SPDX-License-Identifier: Apache-2.0
// An index on disk: the texts of a library as they were read, and the arrays over them, in one image (image.hpp) that
// is used where it lies. Private to the room.
//
// It is never trusted about the files: each is looked at again (FileStamp), and one that changed is read anew. It is
// not trusted about its own bytes either: what grows with the texts is summed block by block as it is used
// (checked_bytes.hpp), each document when it is used, all else when it is opened; a shard's arrays then, too.
// Nothing is read outside of them whatever stands there, and no verdict rests on the arrays: words are compared with
// the document.
#pragma once
#include "library/image.hpp"
#include "library/index.hpp"
#include "library/stored_text.hpp"

namespace verbatim::library {

/// Whose shard a file is; all 0: it is a whole index.
struct Membership {
    std::uint64_t manifest = 0;
    std::uint32_t shard = 0; ///< from 1
    std::uint32_t shards = 0;
    friend bool operator==(const Membership&, const Membership&) = default;
};

class SavedIndex {
public:
    SavedIndex() = default;
    [[nodiscard]] static SavedIndex open(const std::string& file);
    /// Of a file that is not even opened, because its use has shown that it is damaged.
    [[nodiscard]] static SavedIndex damaged(const std::string& file);
    [[nodiscard]] bool usable() const { return fault_ == ImageFault::none; }
    [[nodiscard]] ImageFault fault() const { return fault_; }
    [[nodiscard]] const std::string& file() const { return file_; }

    [[nodiscard]] const Membership& membership() const { return membership_; }
    [[nodiscard]] const std::vector<SavedText>& texts() const { return texts_; } ///< in the order of the index
    /// Index in texts() of a file, by its absolute path.
    [[nodiscard]] std::optional<std::size_t> find(const std::string& absolute) const;
    /// Nothing where its bytes are not those that were written.
    [[nodiscard]] std::optional<Document> document(std::size_t text) const;
    /// Views into the file, which must outlive them. Nothing where they do not fit together.
    [[nodiscard]] std::optional<IndexArrays> arrays() const;
    /// Every byte is the one that was written; reads all of them.
    [[nodiscard]] bool intact() const;

private:
    std::string file_;
    Image image_;
    ImageFault fault_ = ImageFault::absent;
    Membership membership_;
    std::vector<SavedText> texts_;
    std::vector<std::size_t> by_file_; ///< indices in texts_, sorted by file
};

/// The bytes of the document of a text, as `encoded` makes them.
using DocumentBytes = std::function<std::string(std::size_t)>;
/// Writes texts (their places in the file are filled in here), documents and arrays; a problem says what went wrong.
/// The words of a shard stand in its manifest, not here.
[[nodiscard]] std::optional<Problem> save_index(const std::string& file, std::vector<SavedText> texts,
                                                const DocumentBytes& document, const IndexArrays& arrays,
                                                const Membership& membership = {});

} // namespace verbatim::library
