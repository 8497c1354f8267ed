// SPDX-License-Identifier: Apache-2.0
// The trunk of `check`, for every flow that ends in its report.
#pragma once
#include "stages.hpp"

namespace verbatim {

/// Reads, weighs and judges every input. `locate` answers what is asked of the library; empty: the library itself.
[[nodiscard]] Report checked(const Request& request, const OpenedLibrary& opened, const align::Locate& locate);

} // namespace verbatim
