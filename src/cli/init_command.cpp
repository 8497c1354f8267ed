// SPDX-License-Identifier: Apache-2.0
// `init`: commented files to start from; never writes over what is there.
#include "cli/commands.hpp"
#include "cli/output.hpp"

#include <filesystem>

namespace verbatim::cli {
namespace {

constexpr std::string_view verbatim_toml =
    R"(# Configuration of verbatim. Every line that starts with # is a suggestion.

[check]
# include = ["**/*.md", "**/*.txt"]   # the documents that "verbatim check" reads
# exclude = ["drafts/**"]
# fail-on = "warning"                 # error, warning, info or never
# min-checked = 80                    # exit with 1 where fewer per cent of the quotations were checked
# style = "general"                   # "legal": a changed initial only as "[T]he"

[library]
paths = ["sources"]                   # a folder of .txt and .md files is a library

[language]
# default = "en"                      # else front matter, then detection
# [[language.path]]
# glob = "zh/**"
# language = "zh"

[rules]
# altered-case = "off"                # off, info, warning or error; "verbatim rules" lists them

# [[folder]]
# glob = "notes/**"
# rules = { missing-attribution = "info" }

# [[translation]]                     # pairs for "verbatim translation"
# source = "zh/{name}.md"
# translation = "en/{name}.md"
)";

constexpr std::string_view library_toml =
    R"(# The reference texts in this folder. Texts that are not listed here are works too: file name = id.

# [[person]]
# name = "Oda Lindqvist"
# aliases = ["Lindqvist, Oda", "林奎斯特"]

# [[work]]
# id = "lindqvist-1956"               # required, unique; the key of citations
# title = "Opening address"
# creators = ["Oda Lindqvist"]
# date = "1956-03"                    # when it was said or first published (EDTF)
# occasion = "founding congress"
# kind = "speech"
# [[work.version]]
# file = "lindqvist-1956.txt"         # required; inside this folder
# language = "en"
# status = "published"                # official, published, draft, superseded or retracted
# coverage = "full"                   # full, excerpt or abstract
)";

} // namespace

int write_start_files(const Session& session)
{
    namespace fs = std::filesystem;
    const fs::path folder = session.options.paths.empty() ? fs::path(".") : fs::path(session.options.paths.front());
    std::error_code error;
    fs::create_directories(folder / "sources", error);
    const std::pair<fs::path, std::string_view> files[] = {{folder / "verbatim.toml", verbatim_toml},
                                                           {folder / "sources" / "library.toml", library_toml}};
    for (const auto& [path, text] : files) {
        const std::string name = path.lexically_normal().generic_string();
        if (fs::exists(path, error)) {
            session.out << name << " is there already: left as it is\n";
            continue;
        }
        if (const auto problem = write_atomically(name, [start = text](std::ostream& stream) { stream << start; }))
            return refuse(session, *problem);
        session.out << "wrote " << name << "\n";
    }
    session.out << "Put reference texts into " << (folder / "sources").lexically_normal().generic_string()
                << ", then run: verbatim check\n";
    return 0;
}

} // namespace verbatim::cli
