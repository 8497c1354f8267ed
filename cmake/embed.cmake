# SPDX-License-Identifier: Apache-2.0
# verbatim_embed(TARGET NAME GLOB): compiles the files that match into TARGET as embedded::NAME(), a list of
# {path relative to the source folder, bytes}. Re-made when a file changes or comes.
set(VERBATIM_EMBED_SCRIPT ${CMAKE_CURRENT_LIST_DIR}/embed_files.cmake)
function(verbatim_embed target name glob)
    file(GLOB files CONFIGURE_DEPENDS RELATIVE ${CMAKE_SOURCE_DIR} ${glob})
    set(out ${CMAKE_BINARY_DIR}/generated/embedded_${name}.cpp)
    set(header ${CMAKE_BINARY_DIR}/generated/embedded/${name}.hpp)
    file(CONFIGURE OUTPUT ${header} @ONLY CONTENT
"#pragma once
#include <span>
#include <string_view>
namespace verbatim::embedded {
struct File { std::string_view path; std::string_view bytes; };
std::span<const File> @name@();
}
")
    add_custom_command(OUTPUT ${out}
        COMMAND ${CMAKE_COMMAND} -DNAME=${name} "-DFILES=${files}" -DROOT=${CMAKE_SOURCE_DIR} -DOUT=${out}
                -P ${VERBATIM_EMBED_SCRIPT}
        DEPENDS ${files} ${VERBATIM_EMBED_SCRIPT} VERBATIM)
    target_sources(${target} PRIVATE ${out})
endfunction()
