// SPDX-License-Identifier: Apache-2.0
// `library verify`: what is wrong with the reference texts themselves, worst first within each work.
#include "library/manifest.hpp"
#include "read/read.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace verbatim::library {
namespace {

/// Signs of a text that was badly extracted or scanned.
struct Quality {
    std::size_t characters = 0;
    std::size_t letters = 0;
    std::size_t replacements = 0; ///< U+FFFD, private use and control characters
    std::size_t loose = 0;        ///< single letters between blanks: "t h e"
    std::size_t tokens = 0;
};

Quality quality_of(std::string_view plain, const text::Tokens& tokens)
{
    Quality quality;
    for (std::size_t at = 0; at < plain.size(); at += text::code_point_size(plain, at)) {
        const char32_t c = text::code_point_at(plain, at);
        ++quality.characters;
        quality.letters += text::is_letter(c) ? 1U : 0U;
        const bool control = c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f';
        quality.replacements += c == 0xFFFD || (c >= 0xE000 && c <= 0xF8FF) || control ? 1U : 0U;
    }
    quality.tokens = tokens.list.size();
    for (const text::Token& token : tokens.list)
        if (token.kind == text::TokenKind::word && token.span.size() == 1 && token.space_before)
            ++quality.loose;
    return quality;
}

class Inspection {
public:
    explicit Inspection(const std::vector<Problem>& opened) : problems_(opened) {}

    void metadata(const Work& work, const Origin& origin)
    {
        std::string missing;
        const auto miss = [&](bool absent, const char* what) {
            if (absent)
                missing += (missing.empty() ? "" : ", ") + std::string(what);
        };
        miss(!origin.title_given, "title");
        miss(work.creators.empty(), "creators");
        miss(work.date.empty(), "date");
        if (!missing.empty())
            say(origin.path, origin.line, Severity::warning, "\"" + work.id + "\" has no " + missing,
                "add it to library.toml or to the front matter: attributions and citations are checked against it");
        if (!work.date.empty() && !looks_like_edtf(work.date))
            say(origin.path, origin.line, Severity::warning,
                "the date \"" + work.date + "\" of \"" + work.id + "\" is not in EDTF form",
                "write 1956, 1956-03 or 1956-03-12");
    }

    void version(const Version& version, const Held& held, const VersionText* text)
    {
        const std::string& where = held.declared_in.empty() ? version.path : held.declared_in;
        if (text == nullptr)
            return; // opening the library has said why
        if (!held.pinned_sha256.empty() && held.pinned_sha256 != version.sha256)
            say(where, held.line, Severity::error,
                version.path + " has changed: its SHA-256 is " + version.sha256 + ", pinned is " + held.pinned_sha256,
                "restore the text, or pin the new sum after looking at the change");
        if (version.language.empty())
            say(where, held.line, Severity::warning, "the language of " + version.path + " cannot be told",
                "give language = \"…\"");
        const text::Tokens tokens = text::tokenise(text->document.plain);
        text_quality(version, quality_of(text->document.plain, tokens));
        duplicates(version, tokens);
    }

    [[nodiscard]] std::vector<Problem> problems() && { return std::move(problems_); }

private:
    static bool looks_like_edtf(std::string_view date)
    {
        const std::size_t slash = date.find('/');
        if (slash != std::string_view::npos)
            return looks_like_edtf(date.substr(0, slash)) && looks_like_edtf(date.substr(slash + 1));
        if (date.empty() || date == "..")
            return true;
        if (date.back() == '?' || date.back() == '~' || date.back() == '%')
            date.remove_suffix(1);
        constexpr std::string_view form = "0000-00-00";
        if (date.size() != 4 && date.size() != 7 && date.size() != 10)
            return false;
        for (std::size_t i = 0; i < date.size(); ++i)
            if (form[i] == '-' ? date[i] != '-' : !((date[i] >= '0' && date[i] <= '9') || date[i] == 'X'))
                return false;
        return true;
    }

    void text_quality(const Version& version, const Quality& quality)
    {
        if (quality.letters == 0) {
            say(version.path, 0, Severity::warning, "the text has no words",
                "look at the file; it may be a failed conversion");
        } else if (quality.replacements * 200 > quality.characters) {
            say(version.path, 0, Severity::warning,
                "poor text: " + std::to_string(quality.replacements) + " of " + std::to_string(quality.characters)
                    + " characters are replacement, control or private-use characters",
                "extract or convert the text anew; or set quality = \"ocr\"");
        } else if (quality.loose * 5 > quality.tokens && quality.tokens > 50) {
            say(version.path, 0, Severity::warning,
                "poor text: one token in five is a single letter (s p a c e d words)",
                "extract the text anew without letter-spacing; or set quality = \"extracted\"");
        }
    }

    /// Two files with the same words, whatever their white space.
    void duplicates(const Version& version, const text::Tokens& tokens)
    {
        std::string words;
        for (std::size_t i = 0; i < tokens.list.size(); ++i) {
            words += tokens.exact(i);
            words += ' ';
        }
        if (words.empty())
            return;
        const auto [at, is_new] = seen_.try_emplace(text::sha256(words), version.path);
        if (!is_new)
            say(version.path, 0, Severity::warning, "the same text as " + at->second,
                "remove one; quotations from it are ambiguous");
    }

    void say(const std::string& path, std::size_t line, Severity severity, std::string message, std::string remedy)
    {
        problems_.push_back({path, line, 0, severity, std::move(message), std::move(remedy), false});
    }

    std::vector<Problem> problems_;
    std::map<std::string, std::string> seen_; ///< sum of the words → path
};

/// Of a library in parts: every byte of its shards, and whether the files are still those that were indexed.
std::vector<Problem> verify_parts(const Library::State& state)
{
    std::vector<Problem> problems = state.problems; // shards that cannot be opened are among them
    const auto say = [&](const std::string& path, Severity severity, std::string message) {
        problems.push_back({path, 0, 0, severity, std::move(message),
                            "make it anew: verbatim library index LIBRARY --shards N --index FOLDER", false});
    };
    for (const std::unique_ptr<Shard>& shard : state.shards)
        if (shard && !shard->saved.intact())
            say(shard->saved.file(), Severity::error, "the shard cannot be used: it is damaged");
    for (std::size_t work = 0; work < state.held.size(); ++work)
        for (const std::unique_ptr<Held>& held : state.held[work]) {
            std::error_code error;
            if (!held->readable || !std::filesystem::exists(held->origin.file, error))
                continue; // shards serve where the files are not
            const Outcome<read::File> file = read::load(held->origin.file);
            if (!file || text::sha256(file.value().bytes) != held->origin.facts.sha256)
                say(shown_path(held->origin.file), Severity::warning, "the text has changed since it was indexed");
        }
    return problems;
}

} // namespace

std::vector<Problem> verify(const Library& library)
{
    const Library::State& state = *library.state_;
    if (state.manifest)
        return verify_parts(state);
    Inspection inspection(state.problems);
    for (std::size_t i = 0; i < state.works.size(); ++i) {
        inspection.metadata(state.works[i], state.origins[i]);
        for (std::size_t j = 0; j < state.held[i].size(); ++j)
            inspection.version(state.works[i].versions[j], *state.held[i][j], state.text(i, j));
    }
    return std::move(inspection).problems();
}

std::vector<Problem> verify_index(const Library& library, const std::string& file)
{
    std::vector<Problem> problems;
    const auto say = [&](Severity severity, std::string message) {
        problems.push_back({file, 0, 0, severity, std::move(message), "run: verbatim library index", false});
    };
    const SavedIndex saved = SavedIndex::open(file);
    if (saved.fault() == ImageFault::absent)
        return problems;
    if (!saved.intact()) {
        say(Severity::error, "the saved index cannot be used: "
                                 + std::string(to_string(saved.usable() ? ImageFault::damaged : saved.fault())));
        return problems;
    }
    std::size_t differ = 0;
    std::size_t known = 0;
    for (const auto& versions : library.state_->held)
        for (const std::unique_ptr<Held>& held : versions) {
            if (!held->readable)
                continue;
            const std::optional<std::size_t> text = saved.find(held->origin.file);
            known += text ? 1 : 0;
            if (!text || saved.texts()[*text].facts.sha256 != held->origin.facts.sha256)
                ++differ;
            else
                continue;
            if (text && saved.texts()[*text].stamp == held->origin.stamp)
                say(Severity::error, "the saved index holds other words of " + held->origin.file
                                         + ", though its size and time are the same");
        }
    if (const std::size_t stale = differ + saved.texts().size() - known; stale > 0)
        say(Severity::info, "the saved index is out of date: " + std::to_string(stale) + " texts came, went or changed");
    return problems;
}

} // namespace verbatim::library
