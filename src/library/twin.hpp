// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "model/document.hpp"

#include <optional>

namespace verbatim::library {

/// The plain bytes of `b` that stand for the passage (plain bytes of `a`): whole sentences. Nothing where the
/// translation has no counterpart, or the numbers contradict each other.
[[nodiscard]] std::optional<Span> twin_passage(const Document& a, const Document& b, Span passage);

} // namespace verbatim::library
