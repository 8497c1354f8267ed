// SPDX-License-Identifier: Apache-2.0
#include "cli/cli.hpp"

#include <csignal>
#include <cstdlib>

extern char** environ; // NOLINT(readability-redundant-declaration)

namespace {

std::map<std::string, std::string> environment()
{
    std::map<std::string, std::string> variables;
    for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
        const std::string text = *entry;
        const std::size_t equals = text.find('=');
        if (equals != std::string::npos)
            variables.emplace(text.substr(0, equals), text.substr(equals + 1));
    }
    return variables;
}

} // namespace

int main(int count, char** values)
{
    std::ios::sync_with_stdio(false);
    return verbatim::cli::run({values + 1, values + count}, environment(), std::cin, std::cout, std::cerr);
}
