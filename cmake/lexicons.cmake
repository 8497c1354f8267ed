# SPDX-License-Identifier: Apache-2.0
# The lexicons as they are read at run time: make_lexicons turns their TOML into arrays, which are compiled in.
set(lexicon_makers src/syntax/make_lexicons.cpp src/syntax/lexicon_source.cpp src/syntax/class_names.cpp
    src/syntax/trie.cpp src/syntax/trie_maker.cpp ${CMAKE_BINARY_DIR}/generated/embedded_lexicons.cpp)
add_executable(make_lexicons ${lexicon_makers})
target_link_libraries(make_lexicons PRIVATE verbatim_text PkgConfig::TOML)
set(compiled ${CMAKE_BINARY_DIR}/generated/compiled_lexicons.cpp)
add_custom_command(OUTPUT ${compiled} COMMAND make_lexicons ${compiled} DEPENDS make_lexicons VERBATIM)
target_sources(verbatim_syntax PRIVATE ${compiled})
