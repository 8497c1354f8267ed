# SPDX-License-Identifier: Apache-2.0
# Writes OUT from the contents of SOURCES and the names of LIBRARIES.
set(all "${LIBRARIES}")
foreach(source IN LISTS SOURCES)
    file(SHA256 ${source} sum)
    string(APPEND all ${sum})
endforeach()
string(SHA256 sum "${all}")
string(SUBSTRING ${sum} 0 16 number)
file(CONFIGURE OUTPUT ${OUT} @ONLY CONTENT
"#pragma once
#include <cstdint>
namespace verbatim::library {
inline constexpr std::uint64_t reading_identity = 0x@number@ULL;
}
")
