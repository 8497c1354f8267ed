// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "model/problem.hpp"
#include "model/span.hpp"

#include <optional>
#include <string>
#include <vector>

namespace verbatim {

/// Another place that explains a finding: in a reference, or on the other side of a pair.
struct Related {
    std::string path;
    FileSpan file; ///< stored bytes
    std::size_t line = 0;
    std::string message;
};

/// A safe mend: replace the plain bytes by the words.
struct Fix {
    Span span;
    std::string replacement;
    std::string description;
};

enum class Side : unsigned char { from, to };

struct Finding {
    std::string rule;
    Severity severity = Severity::warning;
    std::string message;
    Span span; ///< plain bytes of the document (of the side, in a pair)
    std::optional<std::size_t> quotation; ///< index in the reading
    std::optional<std::size_t> citation;  ///< index in the reading
    std::vector<Related> related;
    std::optional<Fix> fix;
    std::string fingerprint;
    Side side = Side::to; ///< of a pair; without meaning elsewhere
};

} // namespace verbatim
