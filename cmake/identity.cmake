# SPDX-License-Identifier: Apache-2.0
# verbatim_identity(TARGET ROOM…): embedded/reading_identity.hpp for TARGET, a number that changes whenever the code that turns
# files into words does. A saved index that another reading made is not used.
set(VERBATIM_IDENTITY_SCRIPT ${CMAKE_CURRENT_LIST_DIR}/write_identity.cmake)
function(verbatim_identity target)
    set(sources "")
    foreach(room IN LISTS ARGN)
        file(GLOB files CONFIGURE_DEPENDS src/${room}/*.cpp src/${room}/*.hpp)
        list(APPEND sources ${files})
    endforeach()
    set(out ${CMAKE_BINARY_DIR}/generated/embedded/reading_identity.hpp)
    add_custom_command(OUTPUT ${out}
        COMMAND ${CMAKE_COMMAND} "-DSOURCES=${sources}" "-DLIBRARIES=ICU ${ICU_icu-uc_VERSION}" -DOUT=${out}
                -P ${VERBATIM_IDENTITY_SCRIPT}
        DEPENDS ${sources} ${VERBATIM_IDENTITY_SCRIPT} VERBATIM)
    target_sources(${target} PRIVATE ${out})
endfunction()
