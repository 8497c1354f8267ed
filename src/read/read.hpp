// SPDX-License-Identifier: Apache-2.0
// Door of `read`: bytes → Document, one file a format. Invariant, tested on every format: each plain byte maps to
// exactly one decoded range or is marked synthetic; blocks are in order and do not overlap.
#pragma once
#include "model/document.hpp"
#include "model/problem.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace verbatim::read {

/// Bytes of a file with the name that reports give it.
struct File {
    std::string path;  ///< relative to the working directory
    std::string bytes; ///< as stored
};

struct Format {
    std::string name;                    ///< "text" "markdown"
    std::vector<std::string> extensions; ///< with dot, lower case
};
[[nodiscard]] const std::vector<Format>& formats();

/// Reads the file from disk; a problem says what stands in the way (missing, a folder, unreadable, too large).
[[nodiscard]] Outcome<File> load(const std::string& path);
/// Format by extension, plain text for unknown ones. A problem for binary files, invalid UTF-8 and broken front matter.
/// `format` overrides the extension where not empty. An empty file is an empty document.
[[nodiscard]] Outcome<Document> read(const File& file, const std::string& format = {});

} // namespace verbatim::read
