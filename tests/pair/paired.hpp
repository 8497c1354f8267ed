// SPDX-License-Identifier: Apache-2.0
// Two texts through read, extract and weigh, their pairing, and what came of it as one line of text.
#pragma once
#include "extract/extract.hpp"
#include "pair/pair.hpp"
#include "read/read.hpp"
#include "text/text.hpp"

#include <boost/test/unit_test.hpp>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <string>
#include <unistd.h>

namespace verbatim::test {

/// A library made of files in a folder that vanishes with the test.
class Shelf {
public:
    explicit Shelf(const std::map<std::string, std::string>& files)
    {
        static std::atomic<int> count = 0;
        folder_ = std::filesystem::temp_directory_path()
                  / ("verbatim-pair-" + std::to_string(::getpid()) + "-" + std::to_string(++count));
        std::filesystem::create_directories(folder_);
        for (const auto& [name, text] : files)
            std::ofstream(folder_ / name, std::ios::binary) << text;
        library::Request request;
        request.paths = {folder_.string()};
        Outcome<library::Library> opened = library::Library::open(request);
        BOOST_REQUIRE(opened.ok());
        library_ = std::make_unique<library::Library>(std::move(opened.value()));
    }
    ~Shelf()
    {
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }
    Shelf(const Shelf&) = delete;
    Shelf& operator=(const Shelf&) = delete;
    [[nodiscard]] const library::Library* library() const { return library_.get(); }

private:
    std::filesystem::path folder_;
    std::unique_ptr<library::Library> library_;
};

inline DocumentResult result_of(const std::string& name, const std::string& text, const std::string& language,
                                const library::Library* library = nullptr)
{
    DocumentResult result;
    Outcome<Document> document = read::read({name, text});
    BOOST_REQUIRE(document.ok());
    result.document = std::move(document.value());
    result.document.language = language;
    extract::Context context;
    if (library != nullptr)
        context.people = library->people();
    result.reading = extract::extract(result.document, context);
    library::resolve_citations(result.reading, library);
    result.evidence = align::weigh_all(result.document, result.reading, library, {});
    return result;
}

struct Paired {
    DocumentResult from;
    DocumentResult to;
    Pairing pairing;
};

inline Paired edited(const std::string& from, const std::string& to, const library::Library* library = nullptr,
                     const std::string& language = "en")
{
    Paired paired{result_of("before.md", from, language, library), result_of("after.md", to, language, library), {}};
    paired.pairing = pair::pair_edit(paired.from, paired.to, library, {});
    return paired;
}

inline Paired translated(const std::string& from, const std::string& to, const library::Library* library = nullptr,
                         const std::string& from_language = "zh", const std::string& to_language = "en")
{
    Paired paired{result_of("from.md", from, from_language, library), result_of("to.md", to, to_language, library), {}};
    paired.pairing = pair::pair_translation(paired.from, paired.to, library, {});
    return paired;
}

inline std::string told(const Change& change)
{
    const auto side = [](const std::optional<TextSpan>& words) { return words ? words->text : std::string("-"); };
    return change.kind + " " + side(change.from) + "/" + side(change.to);
}

/// "0>0 same; 1>- dropped; ->2 added: …": links with their changes, then the numbers and dates of the text.
inline std::string told(const Pairing& pairing)
{
    std::string all;
    for (const Link& link : pairing.links) {
        all += (all.empty() ? "" : "; ") + (link.from ? std::to_string(*link.from) : "-") + ">"
               + (link.to ? std::to_string(*link.to) : "-") + " " + std::string(to_string(link.state));
        if (link.toward_source)
            all += " " + std::string(to_string(*link.toward_source));
        if (link.attribution_lost)
            all += " unattributed";
        for (const Change& change : link.changes)
            all += ", " + told(change);
    }
    for (const Change& change : pairing.changes)
        all += (all.empty() ? "" : "; ") + ("text " + told(change));
    return all;
}

/// "0>0; 1>2 locator; 2>-": citations, changed ones with what differs.
inline std::string told(const std::vector<CitationLink>& links)
{
    std::string all;
    for (const CitationLink& link : links)
        all += (all.empty() ? "" : "; ") + (link.from ? std::to_string(*link.from) : "-") + ">"
               + (link.to ? std::to_string(*link.to) : "-") + (link.changed ? " " + link.note : "");
    return all;
}

} // namespace verbatim::test
