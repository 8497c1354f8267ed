# SPDX-License-Identifier: Apache-2.0
# libverbatim: every room but the command line in one archive, its doors as headers, and a package for find_package.
# Built by the target `libverbatim`; installed by `cmake --install build/release --component library`.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(rooms model text syntax read extract library align pair rules report flows)
set(objects "")
foreach(room IN LISTS rooms)
    list(APPEND objects $<TARGET_OBJECTS:verbatim_${room}>)
endforeach()
add_library(libverbatim STATIC EXCLUDE_FROM_ALL ${objects})
set_target_properties(libverbatim PROPERTIES OUTPUT_NAME verbatim LINKER_LANGUAGE CXX)

install(TARGETS verbatim RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT tool)
install(FILES $<TARGET_FILE:libverbatim> DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT library EXCLUDE_FROM_ALL)
install(FILES include/verbatim/verbatim.hpp DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/verbatim COMPONENT library
        EXCLUDE_FROM_ALL)
install(FILES src/flows.hpp DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/verbatim COMPONENT library EXCLUDE_FROM_ALL)
file(GLOB model_headers RELATIVE ${CMAKE_SOURCE_DIR}/src CONFIGURE_DEPENDS src/model/*.hpp)
foreach(header IN LISTS model_headers)
    install(FILES src/${header} DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/verbatim/model COMPONENT library
            EXCLUDE_FROM_ALL)
endforeach()
foreach(room text read extract library align pair rules report)
    install(FILES src/${room}/${room}.hpp DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/verbatim/${room} COMPONENT library
            EXCLUDE_FROM_ALL)
endforeach()
install(FILES src/text/byte_set.hpp src/text/characters.hpp DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/verbatim/text COMPONENT library
        EXCLUDE_FROM_ALL)

configure_package_config_file(cmake/verbatimConfig.cmake.in ${CMAKE_BINARY_DIR}/verbatimConfig.cmake
    PATH_VARS CMAKE_INSTALL_FULL_LIBDIR CMAKE_INSTALL_FULL_INCLUDEDIR
    INSTALL_DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/verbatim)
write_basic_package_version_file(${CMAKE_BINARY_DIR}/verbatimConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_BINARY_DIR}/verbatimConfig.cmake ${CMAKE_BINARY_DIR}/verbatimConfigVersion.cmake
    DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/verbatim COMPONENT library EXCLUDE_FROM_ALL)
