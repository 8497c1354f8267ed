// SPDX-License-Identifier: Apache-2.0
// A folder is a library: each text in it is a work, its file name is the id, `id.zh.txt` is its Chinese version.
#include "library/catalogue.hpp"
#include "read/read.hpp"

#include <algorithm>
#include <set>

namespace verbatim::library {
namespace {

namespace fs = std::filesystem;

std::string lower(std::string text)
{
    for (char& c : text)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return text;
}

bool is_text(const fs::path& file)
{
    const std::string extension = lower(file.extension().string());
    const auto& formats = read::formats();
    return std::any_of(formats.begin(), formats.end(), [&](const read::Format& format) {
        return std::find(format.extensions.begin(), format.extensions.end(), extension) != format.extensions.end();
    });
}

/// README*, LICENSE*, hidden files and our own configuration are not texts.
bool is_ignored(const std::string& name)
{
    const std::string folded = lower(name);
    return name.starts_with('.') || folded.starts_with("readme") || folded.starts_with("license")
           || folded.starts_with("licence") || name == "library.toml" || name == "verbatim.toml";
}

bool lies_inside(const fs::path& path, const fs::path& base)
{
    const fs::path below = path.lexically_relative(base);
    return !below.empty() && *below.begin() != "..";
}

FoundText found_text(const fs::path& file, const fs::path& base)
{
    FoundText found;
    found.file = file;
    found.path = shown_path(file);
    fs::path stem = file.stem();
    const std::string tag = stem.extension().string();
    if (tag.size() > 1 && is_language_tag(tag.substr(1))) {
        found.language = tag.substr(1);
        stem = stem.stem();
    }
    found.stem = stem.string();
    found.branch = (file.lexically_relative(base).parent_path() / stem).generic_string();
    return found;
}

class FolderReader {
public:
    FolderReader(const fs::path& base, Declarations& into) : base_(base), into_(into)
    {
        std::error_code error;
        real_base_ = fs::weakly_canonical(base, error);
    }

    std::optional<Problem> read(const fs::path& folder)
    {
        constexpr std::size_t deepest = 64;
        std::error_code error;
        if (!visited_.insert(fs::weakly_canonical(folder, error)).second || depth_ > deepest)
            return std::nullopt; // a circle of links
        if (fs::exists(folder / "library.toml", error))
            if (auto problem = read_library_toml(folder / "library.toml", into_))
                return problem;
        std::vector<fs::path> entries;
        for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
            entries.push_back(it->path());
        if (error)
            note(folder, Severity::warning, "the folder cannot be read: " + error.message(), "check its permissions");
        std::sort(entries.begin(), entries.end()); // the file system has no order
        for (const fs::path& entry : entries)
            if (auto problem = read_entry(entry))
                return problem;
        return std::nullopt;
    }

private:
    std::optional<Problem> read_entry(const fs::path& entry)
    {
        std::error_code error;
        if (is_ignored(entry.filename().string()))
            return std::nullopt;
        if (fs::is_symlink(entry, error) && !fs::exists(fs::status(entry, error))) {
            note(entry, Severity::warning, "the link leads nowhere: it is not searched",
                 "mend the link, or remove it");
            return std::nullopt;
        }
        if (fs::is_symlink(entry, error) && !lies_inside(fs::weakly_canonical(entry, error), real_base_)) {
            note(entry, Severity::warning, "the link leads out of the library's folder and was not followed",
                 "copy what it leads to into the folder");
            return std::nullopt;
        }
        const fs::file_status status = fs::status(entry, error);
        if (fs::is_directory(status)) {
            ++depth_;
            auto problem = read(entry);
            --depth_;
            return problem;
        }
        if (!fs::is_regular_file(status))
            return std::nullopt;
        if (is_text(entry))
            into_.texts.push_back(found_text(entry, base_));
        else
            note(entry, Severity::info, "no text of a format that can be read; it is not searched",
                 "convert it to plain text or Markdown, or ignore this note");
        return std::nullopt;
    }

    void note(const fs::path& path, Severity severity, std::string message, std::string remedy)
    {
        into_.problems.push_back({shown_path(path), 0, 0, severity, std::move(message), std::move(remedy), false});
    }

    fs::path base_;
    fs::path real_base_;
    Declarations& into_;
    std::set<fs::path> visited_;
    std::size_t depth_ = 0;
};

} // namespace

std::string shown_path(const fs::path& file)
{
    std::error_code error;
    const fs::path absolute = fs::absolute(file, error).lexically_normal();
    const fs::path relative = absolute.lexically_proximate(fs::current_path(error));
    return relative.generic_string();
}

namespace {
bool is_iso_639_1(std::string_view code)
{
    constexpr std::string_view codes =
        "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee "
        "el "
        "en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it "
        "iu "
        "ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my "
        "na "
        "nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn "
        "so "
        "sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu ";
    for (std::size_t at = 0; at < codes.size(); at += 3)
        if (codes.substr(at, 2) == code)
            return true;
    return false;
}
} // namespace

bool is_language_tag(std::string_view tag)
{
    const auto all = [](std::string_view part, char first, char last) {
        return std::all_of(part.begin(), part.end(), [=](char c) { return c >= first && c <= last; });
    };
    const std::size_t hyphen = std::min(tag.find('-'), tag.size());
    const std::string_view language = tag.substr(0, hyphen);
    // `notes.old.txt` and `notes.v2.txt` are no translations: two letters must be of ISO 639-1, three need a subtag.
    if (language.size() == 2 ? !is_iso_639_1(language) : language.size() != 3 || hyphen == tag.size())
        return false;
    if (!all(language, 'a', 'z'))
        return false;
    std::string_view rest = tag.substr(hyphen);
    if (rest.size() >= 5 && rest[1] >= 'A' && rest[1] <= 'Z' && all(rest.substr(2, 3), 'a', 'z'))
        rest.remove_prefix(5);
    if (rest.size() == 3 && rest[0] == '-' && all(rest.substr(1), 'A', 'Z'))
        rest.remove_prefix(3);
    return rest.empty();
}

std::optional<Problem> read_library_path(const std::string& path, Declarations& into)
{
    std::error_code error;
    const fs::path file = fs::absolute(path, error).lexically_normal();
    const fs::file_status status = fs::status(file, error);
    if (!fs::exists(status))
        return Problem{path,
                       0,
                       0,
                       Severity::error,
                       "there is no such library",
                       "name a folder of texts, a library.toml or a text file",
                       true};
    if (fs::is_directory(status)) {
        const fs::path folder = file.has_filename() ? file : file.parent_path();
        return FolderReader(folder, into).read(folder);
    }
    if (file.extension() == ".toml") {
        if (file.filename() == "library.toml")
            return FolderReader(file.parent_path(), into).read(file.parent_path());
        return read_library_toml(file, into);
    }
    into.texts.push_back(found_text(file, file.parent_path()));
    return std::nullopt;
}

} // namespace verbatim::library
