// SPDX-License-Identifier: Apache-2.0
// Door of `library`: works and versions, the index over them, and where in them a quotation may stand.
#pragma once
#include "library/pipe_line.hpp"
#include "library/shard_result.hpp"
#include "model/document.hpp"
#include "model/evidence.hpp"
#include "model/problem.hpp"
#include "model/reading.hpp"
#include "model/work.hpp"
#include "text/text.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace verbatim::library {

/// Bytes of a saved index, met while it was searched, are not those that were written. Whoever opened it opens the
/// library again with Request::index_is_damaged.
class DamagedIndex : public std::runtime_error {
public:
    explicit DamagedIndex(const std::string& file) : std::runtime_error("the saved index " + file + " is damaged") {}
};

struct Request {
    std::vector<std::string> paths; ///< folders, library.toml files or single texts
    std::size_t jobs = 1;
    std::vector<Person> people;     ///< of verbatim.toml
    /// A saved index is used where it fits the files: "" none, "auto" the one in the user's cache folder (which is made
    /// or made anew where the texts are many), else its file.
    std::string index{};
    /// Told once, before the first text is read: the bytes of the files that no saved index spares. May be empty.
    std::function<void(std::uint64_t bytes)> before_reading{};
    /// Of a library in parts (its folder is the path): files of the shards to open. None: the catalogue alone. Unset: all.
    std::optional<std::vector<std::string>> shards{};
    bool index_is_damaged = false; ///< known from a DamagedIndex: it is not used, and that is told
};

/// A version's text as the library holds it.
struct VersionText {
    Document document;
};

/// Tokens of a stretch of a version; their spans are plain bytes of the whole version.
struct TokenWindow {
    text::Tokens tokens;
    Span asked; ///< indices of the tokens that overlap the bytes asked for
};

/// Words of a version in which the quotation (or one of its pieces) may stand; the true span may reach a few words
/// beyond either end where the quotation was altered there.
struct Candidate {
    std::size_t work = 0;
    std::size_t version = 0;
    Span where;       ///< plain bytes of the version, from the first word into the last
    double score = 0;      ///< similarity of search-folded words, 0–1; ranks only
    bool claimed = false;
};

struct Query {
    std::string text;     ///< the whole quotation; ellipses and brackets are handled by locate
    std::vector<std::string> pieces; ///< for piecewise quotations and ellipses: pieces in order; else empty
    std::string language; ///< BCP 47 of the quotation
    std::vector<std::size_t> claimed_works; ///< searched first, and exhaustively where the index finds nothing
    std::vector<VersionId> own{}; ///< the quoting document where it is a reference itself: not searched, not counted
};

/// Words of a text that stand in a version one after the other, case and punctuation aside.
struct SharedRun {
    Span span;              ///< bytes of the text, first to last word
    std::size_t words = 0;  ///< Han characters count two thirds
    double rarity = 0;      ///< bits a word, as rarity()
    double most_rarity = 0; ///< bits of a word that the library has but once
    std::size_t works = 0;  ///< in how many works as many of these words stand as were asked for
    VersionId where;
    Span source; ///< plain bytes of the version
};

struct Location {
    std::vector<Candidate> candidates; ///< best first; at most 10 of each claimed work and 10 others
    SearchCoverage coverage;
    std::vector<VersionId> own{}; ///< of the query: versions that were left out
    std::vector<std::uint32_t> unread{}; ///< shards that were not read, ascending: what they hold proves nothing
};

class Library {
public:
    Library(Library&&) noexcept;
    Library& operator=(Library&&) noexcept;
    ~Library();

    /// Opens every path of the request. Unreadable texts become problems; the rest goes on. Errors: a path that does not exist, a broken
    /// or unknown key in library.toml, two works with one id (with file, line and remedy).
    [[nodiscard]] static Outcome<Library> open(const Request& request);

    [[nodiscard]] const std::vector<Work>& works() const;   ///< by id
    [[nodiscard]] const std::vector<Person>& people() const;
    [[nodiscard]] const std::vector<Problem>& problems() const; ///< unreadable texts, works without version (info) …
    [[nodiscard]] std::size_t readable_versions() const;
    /// Absolute paths of every file that belongs to the library: never checked as documents, never matched with themselves.
    [[nodiscard]] const std::vector<std::string>& files() const;
    /// Versions whose text is this file, links followed: a document is never matched with itself. Mostly none.
    [[nodiscard]] std::vector<VersionId> versions_in_file(const std::string& path) const;

    /// Null for an unreadable version. Read at first use where a saved index holds it; thread-safe.
    [[nodiscard]] const VersionText* version_text(std::size_t work, std::size_t version) const;
    /// The tokens of a stretch of a readable version and at least `room` more on either side, where the text has them.
    [[nodiscard]] TokenWindow tokens_around(std::size_t work, std::size_t version, Span plain, std::size_t room) const;
    /// Where these words stand in a row in a version, whatever marks lie between: plain spans from the first word to the
    /// beginning of the last, in order, at most `limit`.
    [[nodiscard]] std::vector<Span> places_of(std::string_view words, std::size_t work, std::size_t version,
                                              std::size_t limit) const;
    /// What `extract` sees in a version; computed at first use, once, thread-safe.
    [[nodiscard]] const Reading& version_reading(std::size_t work, std::size_t version) const;

    /// False where nothing about these plain bytes can make them words that the version itself quotes: no quotation
    /// mark, dash or colon, no block quotation, no signature below. Spares the reading of a whole version.
    [[nodiscard]] bool may_be_quoted(std::size_t work, std::size_t version, Span plain) const;

    [[nodiscard]] std::optional<std::size_t> work_by_id(std::string_view id) const;
    /// Works whose title (in any language), folded and without articles and marks, is this one.
    [[nodiscard]] std::vector<std::size_t> works_by_title(std::string_view title) const;
    /// The registered name for a name, an alias, or a surname that only one person bears; Han names also by romanisation.
    [[nodiscard]] std::optional<std::string> person(std::string_view name) const;
    /// Works by this person or body (name, alias or unambiguous surname).
    [[nodiscard]] std::vector<std::size_t> works_by(std::string_view name) const;
    /// Two names of one person, by aliases, or because one is the other's surname or romanisation.
    [[nodiscard]] bool same_person(std::string_view a, std::string_view b) const;

    /// Bits of rarity of tokens [begin, end): the sum of −log2 of the words' frequencies in the library.
    [[nodiscard]] double rarity(const text::Tokens& tokens, std::size_t begin, std::size_t end) const;
    /// True where the word (any case) stands anywhere in the library.
    [[nodiscard]] bool knows_word(std::string_view word) const;

    /// Where may this quotation stand? Never a verdict.
    [[nodiscard]] Location locate(const Query& query) const;
    /// What the open shards of a library in parts propose, for merge(). A library in one part is its only shard.
    [[nodiscard]] ShardResult propose(const Query& query) const;
    /// What locate() says, from what shards have proposed; those that are not open here count as not read.
    [[nodiscard]] Location settle(const Query& query, const ShardResult& result) const;
    /// Tells a library in parts from every other; 0 for one in one part.
    [[nodiscard]] std::uint64_t manifest() const;
    /// How many parts it has.
    [[nodiscard]] std::uint32_t shards() const;
    /// The part that has a readable version's text, from 1; 0 for another version.
    [[nodiscard]] std::uint32_t shard_of(VersionId id) const;
    /// Writes a folder with a manifest and so many shards; the manifest last, so that a folder with one is whole.
    [[nodiscard]] std::optional<Problem> save_shards(const std::string& folder, std::uint32_t shards,
                                                     std::size_t jobs) const;

    /// Runs of at least `least` words of a text that stand in a version, in order, none over another; of several places
    /// the longest. The versions of `left_out` are not looked at.
    [[nodiscard]] std::vector<SharedRun> shared_runs(std::string_view text, std::size_t least,
                                                     const std::vector<VersionId>& left_out) const;
    /// The same passage in another version of the work: by paragraph or verse number, else by order and length.
    [[nodiscard]] std::optional<Span> twin(std::size_t work, std::size_t version, Span passage, std::size_t other) const;

    /// Writes texts and index to a file, which is replaced when the new one is whole.
    [[nodiscard]] std::optional<Problem> save_index(const std::string& file) const;
    /// The saved index that answers; empty where the index is in memory.
    [[nodiscard]] std::string saved_index() const;
    [[nodiscard]] std::size_t words() const; ///< of all readable versions

    struct State;

private:
    friend std::vector<Problem> verify(const Library& library); // reads what was declared where
    friend std::vector<Problem> verify_index(const Library& library, const std::string& file);
    [[nodiscard]] static Outcome<Library> open_in_parts(const std::string& manifest, const Request& request);
    explicit Library(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

/// The file in the user's cache folder that "auto" means for these paths; empty where there is no such folder.
[[nodiscard]] std::string cached_index_file(const std::vector<std::string>& library_paths);

/// Sets `work`, `resolved` and `near_misses` of every citation and entry of the reading; short forms by antecedent.
/// Without a library, against the document's own entries alone.
void resolve_citations(Reading& reading, const Library* library);
/// Works that the document claims for the quotation: by its citations, by the named document or title, by the person.
[[nodiscard]] Claims claims(const Quotation& quotation, const Reading& reading, const Library& library);

/// What `library verify` says: unreadable files, missing metadata, duplicate texts, changed hashes, poor text.
[[nodiscard]] std::vector<Problem> verify(const Library& library);
/// What is wrong with a saved index of this library, every byte of it read; nothing where there is none. The library
/// must have been opened without it, so that its texts are those of the files.
[[nodiscard]] std::vector<Problem> verify_index(const Library& library, const std::string& file);

} // namespace verbatim::library
