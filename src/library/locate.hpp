// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "library/index.hpp"

namespace verbatim::library {

/// What Library::locate does, over any index.
[[nodiscard]] Location locate(const Index& index, const Query& query);

} // namespace verbatim::library
