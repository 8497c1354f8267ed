// SPDX-License-Identifier: Apache-2.0
// Which work or entry does a citation mean? Only a single survivor is taken: two works that fit leave `work` empty.
#include "library/library.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>

namespace verbatim::library {
namespace {

std::vector<std::string> split_names(const std::string& names)
{
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin < names.size();) {
        const std::size_t end = std::min(names.find("; ", begin), names.size());
        if (end > begin)
            parts.push_back(names.substr(begin, end - begin));
        begin = end + 2;
    }
    return parts;
}

std::string field(const Citation& citation, const char* name)
{
    const auto found = citation.fields.find(name);
    return found == citation.fields.end() ? std::string() : found->second;
}

/// The folded surname: before the comma of "Lindqvist, Oda", else the last word; Han names whole.
std::string surname(std::string_view name)
{
    const std::size_t comma = name.find(',');
    if (comma != std::string_view::npos)
        return text::search_fold(name.substr(0, comma));
    std::string_view last = name;
    while (true) {
        const std::size_t blank = last.rfind(' ');
        if (blank == std::string_view::npos)
            return text::search_fold(last);
        // GB/T and Vancouver put initials behind the surname: "VEEN P H".
        if (last.size() - blank - 1 > 1 && last.back() != '.')
            return text::search_fold(last.substr(blank + 1));
        last = last.substr(0, blank);
    }
}

bool same_name(std::string_view a, std::string_view b)
{
    return text::search_fold(a) == text::search_fold(b) || surname(a) == surname(b);
}

std::string folded_title(std::string_view title)
{
    std::string words;
    const text::Tokens tokens = text::tokenise(title);
    for (std::size_t i = 0; i < tokens.list.size(); ++i)
        if (tokens.list[i].kind != text::TokenKind::punctuation && tokens.list[i].kind != text::TokenKind::mark)
            words += std::string(tokens.search(i)) + ' ';
    for (const std::string_view article : {"the ", "a ", "an "})
        if (words.starts_with(article)) {
            words.erase(0, article.size());
            break;
        }
    return words;
}

long year_of(const std::string& date)
{
    const std::size_t start = date.starts_with('-') ? 1 : 0;
    return std::strtol(date.substr(start, 4).c_str(), nullptr, 10);
}

/// Words of a file name: "marsh-1987" → "marsh", "1987". A plain folder gives no other metadata.
bool id_holds(const Work& work, const std::string& folded_word)
{
    const text::Tokens tokens = text::tokenise(work.id);
    for (std::size_t i = 0; i < tokens.list.size(); ++i) {
        const std::string word(tokens.search(i));
        for (std::size_t begin = 0; begin <= word.size();) {
            const std::size_t end = std::min(word.find_first_of("-_", begin), word.size());
            if (word.substr(begin, end - begin) == folded_word)
                return true;
            begin = end + 1;
        }
    }
    return false;
}

/// Works or entries that share the author, with what tells them apart.
struct Option {
    std::size_t index = 0;
    bool this_year = false;
    long distance = 0; ///< years
};

/// `1987b` is the second of that author's works of the year.
void keep_by_suffix(std::vector<Option>& options, const std::string& suffix)
{
    if (suffix.size() != 1 || options.size() < 2)
        return;
    const auto place = static_cast<std::size_t>(suffix[0] - 'a');
    if (place < options.size())
        options = {options[place]};
}

class Resolver {
public:
    Resolver(Reading& reading, const Library* library) : reading_(reading), library_(library) {}

    void run()
    {
        for (Citation& citation : reading_.citations)
            resolve(citation, true);
        for (Citation& entry : reading_.entries)
            resolve(entry, false);
    }

    std::vector<std::size_t> works_of_year(const std::string& author, const std::string& issued)
    {
        std::vector<std::size_t> works = works_of(author);
        std::erase_if(works, [&](std::size_t work) { return !of_year(library_->works()[work], issued); });
        return works;
    }

private:
    void resolve(Citation& citation, bool among_entries)
    {
        citation.work.clear();
        citation.near_misses.clear();
        citation.resolved = false;
        if (const std::string key = citation_key(citation); !key.empty())
            by_key(citation, key, among_entries);
        else if (!field(citation, "title").empty())
            by_title(citation, among_entries);
        else if (!field(citation, "author").empty())
            by_author(citation, among_entries);
        // A numeric citation was read against the document's own list, where it has one.
        citation.resolved = citation.resolved || (citation.kind == CitationKind::numeric && !citation.fields.empty());
        // A short form is resolved when what it points at was read, whether or not the library has it.
        if (citation.kind == CitationKind::short_form)
            citation.resolved = !citation_key(citation).empty() || citation.fields.contains("title")
                                || citation.fields.contains("author");
    }

    static std::string citation_key(const Citation& citation)
    {
        return citation.kind == CitationKind::key ? citation.key : field(citation, "citation-key");
    }

    void by_key(Citation& citation, const std::string& key, bool among_entries)
    {
        if (library_ != nullptr)
            if (const auto work = library_->work_by_id(key))
                take(citation, *work);
        if (!among_entries)
            return;
        for (const Citation& entry : reading_.entries) {
            if (entry.kind != CitationKind::entry || entry.key != key)
                continue;
            citation.resolved = true;
            // An entry may lead on to a work that has another id.
            Citation described = entry;
            if (citation.work.empty()) {
                resolve(described, false);
                citation.work = described.work;
            }
        }
    }

    void take(Citation& citation, std::size_t work)
    {
        citation.work = library_->works()[work].id;
        citation.resolved = true;
    }

    void by_title(Citation& citation, bool among_entries)
    {
        const std::string title = field(citation, "title"), author = field(citation, "author");
        std::vector<std::size_t> fitting;
        if (library_ != nullptr) {
            fitting = library_->works_by_title(title);
            if (!author.empty())
                std::erase_if(fitting, [&](std::size_t work) { return !by_all(library_->works()[work], author); });
            const std::string wanted = folded_title(title);
            // A short title: the beginning of one of this author's works.
            if (fitting.empty() && !author.empty() && !wanted.empty())
                for (const std::size_t work : works_of(author))
                    if (folded_title(library_->works()[work].title).starts_with(wanted))
                        fitting.push_back(work);
            if (fitting.size() > 1)
                std::erase_if(fitting, [&](std::size_t work) {
                    return !of_year(library_->works()[work], field(citation, "issued"));
                });
            if (fitting.size() == 1)
                take(citation, fitting.front());
        }
        if (among_entries)
            for (const Citation& entry : reading_.entries)
                citation.resolved = citation.resolved
                                    || (entry.kind == CitationKind::entry
                                        && folded_title(field(entry, "title")) == folded_title(title));
    }

    void by_author(Citation& citation, bool among_entries)
    {
        const std::string author = field(citation, "author"), issued = field(citation, "issued");
        const bool shut = citation.kind != CitationKind::entry && citation.kind != CitationKind::source_line;
        if (library_ != nullptr) {
            std::vector<Option> options;
            for (const std::size_t work : works_of(author))
                options.push_back({work, issued.empty() || of_year(library_->works()[work], issued),
                                   distance(library_->works()[work].date, issued)});
            settle(
                citation, options, [&](std::size_t work) { return library_->works()[work].id; }, true);
        }
        if (!among_entries || !shut)
            return;
        std::vector<Option> options;
        const auto names = split_names(author);
        for (std::size_t i = 0; i < reading_.entries.size(); ++i) {
            const Citation& entry = reading_.entries[i];
            if (entry.kind != CitationKind::entry
                || !shares(
                    split_names(field(entry, "author").empty() ? field(entry, "editor") : field(entry, "author")),
                    names))
                continue;
            const std::string year = field(entry, "issued");
            const std::string suffix = field(citation, "year-suffix"), own = field(entry, "year-suffix");
            options.push_back({i,
                               (issued.empty() || year.substr(0, 4) == issued.substr(0, 4))
                                   && (suffix.empty() || own.empty() || suffix == own),
                               distance(year, issued)});
        }
        settle(
            citation, options, [&](std::size_t i) { return reading_.entries[i].text; }, false);
    }

    template <typename Named>
    void settle(Citation& citation, std::vector<Option> options, Named named, bool works)
    {
        std::vector<Option> fitting;
        std::copy_if(options.begin(), options.end(), std::back_inserter(fitting),
                     [](const Option& option) { return option.this_year; });
        keep_by_suffix(fitting, field(citation, "year-suffix"));
        if (!fitting.empty()) {
            if (works && fitting.size() == 1)
                take(citation, fitting.front().index);
            citation.resolved = true;
            citation.near_misses.clear();
            return;
        }
        if (citation.resolved)
            return;
        std::stable_sort(options.begin(), options.end(),
                         [](const Option& a, const Option& b) { return a.distance < b.distance; });
        for (const Option& option : options)
            citation.near_misses.push_back(named(option.index));
    }

    static long distance(const std::string& a, const std::string& b)
    {
        return a.empty() || b.empty() ? 9999 : std::labs(year_of(a) - year_of(b));
    }

    /// Said or first published then, or a version of it was published then.
    static bool of_year(const Work& work, const std::string& issued)
    {
        const auto agrees = [&](const std::string& date) {
            return !date.empty() && !issued.empty()
                   && text::dates_agree(date, issued.substr(0, std::min<std::size_t>(issued.size(), 10)));
        };
        if (work.date.empty() && work.creators.empty() && issued.size() >= 4 && id_holds(work, issued.substr(0, 4)))
            return true;
        return agrees(work.date)
               || std::any_of(work.versions.begin(), work.versions.end(),
                              [&](const Version& version) { return agrees(version.date); });
    }

    [[nodiscard]] bool is(std::string_view creator, const std::string& name) const
    {
        return library_->same_person(creator, name) || same_name(creator, name);
    }
    /// Every cited author is a creator of the work.
    [[nodiscard]] bool by_all(const Work& work, const std::string& author) const
    {
        const auto names = split_names(author);
        return !names.empty() && std::all_of(names.begin(), names.end(), [&](const std::string& name) {
            if (work.creators.empty())
                return id_holds(work, surname(name));
            return std::any_of(work.creators.begin(), work.creators.end(),
                               [&](const std::string& creator) { return is(creator, name); });
        });
    }
    static bool shares(const std::vector<std::string>& all, const std::vector<std::string>& names)
    {
        return !names.empty() && !all.empty() && std::all_of(names.begin(), names.end(), [&](const std::string& name) {
            return std::any_of(all.begin(), all.end(), [&](const std::string& one) { return same_name(one, name); });
        });
    }

    /// Works by these authors, in order of date, then id, as a list would set them; each author's look-up is made once.
    const std::vector<std::size_t>& works_of(const std::string& author)
    {
        const auto [found, fresh] = by_author_.try_emplace(author);
        if (!fresh)
            return found->second;
        const auto& works = library_->works();
        for (std::size_t i = 0; i < works.size(); ++i)
            if (by_all(works[i], author))
                found->second.push_back(i);
        std::stable_sort(found->second.begin(), found->second.end(),
                         [&](std::size_t a, std::size_t b) { return works[a].date < works[b].date; });
        return found->second;
    }

    Reading& reading_;
    const Library* library_;
    std::map<std::string, std::vector<std::size_t>> by_author_;
};

/// `(Okoro 1961)` where Okoro has two works of that year: it means one of them.
std::vector<std::size_t> meant_works(const Citation& citation, const Library& library)
{
    if (!citation.work.empty()) {
        const auto work = library.work_by_id(citation.work);
        return work ? std::vector{*work} : std::vector<std::size_t>{};
    }
    if (!citation.resolved || field(citation, "issued").empty() || !field(citation, "title").empty()
        || !field(citation, "year-suffix").empty())
        return {};
    Reading nothing;
    return Resolver(nothing, &library).works_of_year(field(citation, "author"), field(citation, "issued"));
}

/// `In her Opening address`: an occasion that is the title of a work, behind a word such as "her". Titles are
/// capitalised and have two words at least: any speech is "a speech".
std::vector<std::size_t> titled_works(const std::string& occasion, const Library& library)
{
    std::string_view title = occasion;
    for (int words = 0; words < 2; ++words) {
        if (text::is_upper(text::code_point_at(title, 0)) && title.find(' ') != std::string_view::npos)
            if (auto works = library.works_by_title(title); !works.empty())
                return works;
        const std::size_t blank = title.find(' ');
        if (blank == std::string_view::npos)
            break;
        title.remove_prefix(blank + 1);
    }
    return {};
}

void add(std::vector<std::size_t>& to, const std::vector<std::size_t>& works)
{
    for (const std::size_t work : works)
        if (std::find(to.begin(), to.end(), work) == to.end())
            to.push_back(work);
}

} // namespace

void resolve_citations(Reading& reading, const Library* library) { Resolver(reading, library).run(); }

Claims claims(const Quotation& quotation, const Reading& reading, const Library& library)
{
    Claims claims;
    for (const std::size_t citation : quotation.citations)
        if (citation < reading.citations.size())
            add(claims.cited, meant_works(reading.citations[citation], library));
    const Attribution& attribution = quotation.attribution;
    // Continued and implied attributions are offers, never claims (CONVENTIONS 4).
    if (!attribution.attributed())
        return claims;
    if (attribution.document)
        add(claims.named, library.works_by_title(attribution.document->text));
    if (!attribution.source)
        return claims;
    const Source& source = *attribution.source;
    if (source.is_document)
        add(claims.named, library.works_by_title(source.text));
    else if (source.person)
        add(claims.by_person, library.works_by(*source.person));
    else if (!source.coordinated && attribution.evidence != AttributionEvidence::pronoun)
        add(claims.by_person, library.works_by(source.text));
    // An occasion is no title by itself: only of a work by the speaker.
    if (attribution.occasion && !attribution.document) {
        std::vector<std::size_t> titled = titled_works(attribution.occasion->text, library);
        std::erase_if(titled, [&](std::size_t work) {
            return std::find(claims.by_person.begin(), claims.by_person.end(), work) == claims.by_person.end();
        });
        add(claims.named, titled);
    }
    return claims;
}

} // namespace verbatim::library
