// SPDX-License-Identifier: Apache-2.0
// Opening a library: declarations → texts, in parallel → works → people and titles → index. And what it then holds.
#include "extract/extract.hpp"
#include "library/assembly.hpp"
#include "library/index.hpp"
#include "library/manifest.hpp"
#include "library/parallel.hpp"
#include "read/read.hpp"

#include <algorithm>

namespace verbatim::library {
namespace {

namespace fs = std::filesystem;

/// Where a text goes when it is read.
struct Task {
    std::string path;
    fs::path file; ///< absolute
    LoadedText* loaded = nullptr;
    std::optional<Problem> problem;
    Declared where;
};

std::string guessed_language(std::string_view plain)
{
    constexpr std::size_t enough = 50'000; ///< bytes
    std::size_t end = std::min(plain.size(), enough);
    while (end < plain.size() && end > 0 && (static_cast<unsigned char>(plain[end]) & 0xC0U) == 0x80U)
        --end;
    return text::detect_language(plain.substr(0, end));
}

/// The title that a text without metadata gives itself: its first block, where that is a heading.
std::string first_heading(const Document& document)
{
    if (document.blocks.empty() || document.blocks.front().kind != BlockKind::heading)
        return {};
    return text::collapse(document.slice(document.blocks.front().span));
}

/// True where the file is as it was when it was saved; only a very young stamp needs its bytes.
bool is_unchanged(const SavedText& saved, const std::string& path)
{
    if (stamp_of(saved.file) != saved.stamp)
        return false;
    if (!too_fresh(saved.stamp, saved.read_at))
        return true;
    const Outcome<read::File> file = read::load(path);
    return file.ok() && text::sha256(file.value().bytes) == saved.facts.sha256;
}

void load(Task& task, const SavedIndex& index)
{
    LoadedText& loaded = *task.loaded;
    const std::string name = task.file.lexically_normal().string();
    if (const std::optional<std::size_t> known = index.find(name);
        known && is_unchanged(index.texts()[*known], task.path)) {
        loaded.saved = known;
        loaded.origin = index.texts()[*known];
        return;
    }
    loaded.origin.file = name;
    loaded.origin.read_at = nanoseconds_now();
    loaded.origin.stamp = stamp_of(name).value_or(FileStamp{});
    Outcome<read::File> file = read::load(task.path);
    if (!file) {
        task.problem = file.problem();
        return;
    }
    Outcome<Document> document = read::read(file.value());
    if (!document) {
        task.problem = document.problem();
        return;
    }
    loaded.document = std::move(document.value());
    TextFacts& facts = loaded.origin.facts;
    facts.metadata = loaded.document->metadata;
    facts.sha256 = loaded.document->sha256;
    facts.detected_language = guessed_language(loaded.document->plain);
    facts.first_heading = first_heading(*loaded.document);
}

/// Texts that some library.toml lists, or that two paths of the request name, are no works of their own.
void drop_listed(Declarations& declarations)
{
    std::vector<fs::path> seen = declarations.listed;
    std::sort(seen.begin(), seen.end());
    std::vector<FoundText> kept;
    std::error_code error;
    for (FoundText& found : declarations.texts) {
        const fs::path real = fs::weakly_canonical(found.file, error);
        const auto at = std::lower_bound(seen.begin(), seen.end(), real);
        if (at != seen.end() && *at == real)
            continue;
        seen.insert(at, real);
        kept.push_back(std::move(found));
    }
    declarations.texts = std::move(kept);
}

/// What is to be read, by size, as far as the stamps of the files tell.
std::uint64_t bytes_to_read(const std::vector<Task>& tasks, const SavedIndex& saved)
{
    std::uint64_t bytes = 0;
    for (const Task& task : tasks) {
        const std::string name = task.file.lexically_normal().string();
        const std::optional<FileStamp> stamp = stamp_of(name);
        const std::optional<std::size_t> known = saved.find(name);
        const bool spared = known && stamp == saved.texts()[*known].stamp;
        bytes += stamp && !spared ? stamp->size : 0;
    }
    return bytes;
}

LoadedTexts load_all(const Declarations& declarations, const SavedIndex& saved, const Request& request,
                     std::vector<Problem>& problems)
{
    LoadedTexts loaded;
    std::vector<Task> tasks;
    for (const DeclaredWork& work : declarations.works)
        loaded.of_works.emplace_back(work.versions.size());
    loaded.of_texts.resize(declarations.texts.size());
    for (std::size_t i = 0; i < declarations.works.size(); ++i)
        for (std::size_t j = 0; j < declarations.works[i].versions.size(); ++j) {
            const DeclaredVersion& version = declarations.works[i].versions[j];
            tasks.push_back({version.version.path, version.file, &loaded.of_works[i][j], std::nullopt, version.where});
        }
    for (std::size_t i = 0; i < declarations.texts.size(); ++i)
        tasks.push_back(
            {declarations.texts[i].path, declarations.texts[i].file, &loaded.of_texts[i], std::nullopt, {}});
    const std::uint64_t bytes = bytes_to_read(tasks, saved);
    if (request.before_reading)
        request.before_reading(bytes);
    constexpr std::uint64_t of_opening = 4096; // to find a file and to know it again takes as long as to read so much
    const std::size_t jobs = jobs_worth_their_start(bytes + tasks.size() * of_opening, request.jobs);
    in_parallel(tasks.size(), jobs, [&](std::size_t i) { load(tasks[i], saved); });
    for (Task& task : tasks) {
        if (!task.problem)
            continue;
        Problem problem = std::move(*task.problem);
        problem.severity = Severity::warning; // the rest of the library is read
        problem.fatal = false;
        problem.message = "reference not read: " + problem.message;
        if (!task.where.path.empty())
            problem.remedy += " (named in " + task.where.path + ":" + std::to_string(task.where.line) + ")";
        problems.push_back(std::move(problem));
    }
    return loaded;
}

void list_files(Library::State& state, const Declarations& declarations)
{
    std::error_code error;
    const auto add = [&](const fs::path& file) { state.files.push_back(fs::weakly_canonical(file, error).string()); };
    for (const fs::path& file : declarations.files)
        add(file);
    for (const fs::path& file : declarations.listed)
        add(file);
    for (const FoundText& found : declarations.texts)
        add(found.file);
    std::sort(state.files.begin(), state.files.end());
    state.files.erase(std::unique(state.files.begin(), state.files.end()), state.files.end());
}

} // namespace

Library::Library(std::unique_ptr<State> state) : state_(std::move(state)) {}
Library::Library(Library&&) noexcept = default;
Library& Library::operator=(Library&&) noexcept = default;
Library::~Library() = default;

Outcome<Library> Library::open(const Request& request)
{
    for (const std::string& path : request.paths)
        if (const std::string manifest = manifest_of(path); !manifest.empty())
            return open_in_parts(manifest, request);
    Declarations declarations;
    for (const std::string& path : request.paths)
        if (auto problem = read_library_path(path, declarations))
            return *problem;
    drop_listed(declarations);

    auto state = std::make_unique<State>();
    state->problems = std::move(declarations.problems);
    open_saved_index(*state, request);
    LoadedTexts loaded = load_all(declarations, state->saved, request, state->problems);
    if (auto problem = assemble(*state, declarations, std::move(loaded)))
        return *problem;
    state->people = std::move(declarations.people);
    state->people.insert(state->people.end(), request.people.begin(), request.people.end());
    settle_people(*state);
    settle_titles(*state);
    list_files(*state, declarations);
    make_index(*state, request);
    return Library(std::move(state));
}

Outcome<Library> Library::open_in_parts(const std::string& manifest, const Request& request)
{
    if (request.paths.size() > 1)
        return Problem{manifest, 0, 0, Severity::error, "a library in parts stands alone",
                       "index all texts together: verbatim library index LIBRARY… --shards N --index FOLDER", true};
    auto state = std::make_unique<State>();
    if (auto problem = open_manifest(*state, manifest, request))
        return *problem;
    return Library(std::move(state));
}

const std::vector<Work>& Library::works() const { return state_->works; }
const std::vector<Person>& Library::people() const { return state_->people; }
const std::vector<Problem>& Library::problems() const { return state_->problems; }
std::size_t Library::readable_versions() const { return state_->readable; }
const std::vector<std::string>& Library::files() const { return state_->files; }

std::vector<VersionId> Library::versions_in_file(const std::string& path) const
{
    std::error_code error;
    const std::string real = fs::weakly_canonical(path, error).string();
    if (error || !std::binary_search(state_->files.begin(), state_->files.end(), real))
        return {};
    std::vector<VersionId> found;
    for (std::size_t work = 0; work < state_->works.size(); ++work)
        for (std::size_t version = 0; version < state_->works[work].versions.size(); ++version)
            if (fs::weakly_canonical(state_->works[work].versions[version].path, error).string() == real)
                found.push_back({work, version});
    return found;
}

const Reading& Library::version_reading(std::size_t work, std::size_t version) const
{
    static const Reading nothing;
    const VersionText* text = state_->text(work, version);
    if (text == nullptr)
        return nothing;
    const Held& held = *state_->held[work][version];
    std::call_once(held.read, [&] {
        extract::Context context;
        context.people = state_->people;
        for (const Work& known : state_->works)
            context.titles.push_back(known.title);
        held.reading = extract::extract(text->document, context);
    });
    return held.reading;
}

std::optional<std::size_t> Library::work_by_id(std::string_view id) const
{
    const auto& works = state_->works;
    const auto at = std::lower_bound(works.begin(), works.end(), id,
                                     [](const Work& work, std::string_view wanted) { return work.id < wanted; });
    if (at == works.end() || at->id != id)
        return std::nullopt;
    return static_cast<std::size_t>(at - works.begin());
}

} // namespace verbatim::library
