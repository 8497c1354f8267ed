// SPDX-License-Identifier: Apache-2.0
// The catalogue of a library in parts as JSON. It stands in a file that is summed; still nothing in it is trusted.
#include "library/manifest.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace verbatim::library {

namespace {

using Json = nlohmann::ordered_json;

Json form_of(const Person& person) { return {{"name", person.name}, {"aliases", person.aliases}}; }

Json form_of(const Problem& problem)
{
    return {{"path", problem.path},       {"line", problem.line},
            {"column", problem.column},   {"severity", to_string(problem.severity)},
            {"message", problem.message}, {"remedy", problem.remedy}};
}

Json form_of(const Version& version, const Held& held, std::uint32_t shard)
{
    return {{"file", held.origin.file},
            {"language", version.language},
            {"label", version.label},
            {"title", version.title},
            {"translator", version.translator},
            {"date", version.date},
            {"status", to_string(version.status)},
            {"coverage", to_string(version.coverage)},
            {"quality", to_string(version.quality)},
            {"first_page", version.first_page},
            {"sha256", version.sha256},
            {"shard", shard}}; // 0: not readable
}

Json form_of(const Work& work)
{
    return {{"id", work.id},
            {"title", work.title},
            {"creators", work.creators},
            {"date", work.date},
            {"occasion", work.occasion},
            {"kind", work.kind},
            {"identifiers", work.identifiers},
            {"versions", Json::array()}};
}

Problem problem_from(const Json& form)
{
    Problem problem;
    problem.path = form.at("path").get<std::string>();
    problem.line = form.at("line").get<std::size_t>();
    problem.column = form.at("column").get<std::size_t>();
    problem.severity = severity_named(form.at("severity").get<std::string>()).value();
    problem.message = form.at("message").get<std::string>();
    problem.remedy = form.at("remedy").get<std::string>();
    return problem;
}

/// Throws where something is missing or wrong.
void read_version(const Json& form, std::uint32_t shards, Work& work, std::vector<std::unique_ptr<Held>>& versions)
{
    Version version;
    auto held = std::make_unique<Held>();
    held->origin.file = form.at("file").get<std::string>();
    version.path = shown_path(held->origin.file); // from where the program stands now
    version.language = form.at("language").get<std::string>();
    version.label = form.at("label").get<std::string>();
    version.title = form.at("title").get<std::string>();
    version.translator = form.at("translator").get<std::string>();
    version.date = form.at("date").get<std::string>();
    version.status = status_named(form.at("status").get<std::string>()).value();
    version.coverage = coverage_named(form.at("coverage").get<std::string>()).value();
    version.quality = quality_named(form.at("quality").get<std::string>()).value();
    version.first_page = form.at("first_page").get<std::size_t>();
    version.sha256 = held->origin.facts.sha256 = form.at("sha256").get<std::string>();
    held->shard = form.at("shard").get<std::uint32_t>();
    held->readable = version.readable = held->shard != 0;
    if (held->shard > shards)
        throw std::out_of_range("shard");
    work.versions.push_back(std::move(version));
    versions.push_back(std::move(held));
}

void read_work(const Json& form, std::uint32_t shards, Library::State& state)
{
    Work work;
    work.id = form.at("id").get<std::string>();
    work.title = form.at("title").get<std::string>();
    work.creators = form.at("creators").get<std::vector<std::string>>();
    work.date = form.at("date").get<std::string>();
    work.occasion = form.at("occasion").get<std::string>();
    work.kind = form.at("kind").get<std::string>();
    work.identifiers = form.at("identifiers").get<std::map<std::string, std::string>>();
    std::vector<std::unique_ptr<Held>> held;
    for (const Json& version : form.at("versions"))
        read_version(version, shards, work, held);
    state.works.push_back(std::move(work));
    state.held.push_back(std::move(held));
    state.origins.emplace_back();
}

} // namespace

std::string catalogue_form(const Library::State& state, std::uint32_t shards,
                           const std::vector<std::uint32_t>& shard_of)
{
    Json form{{"shards", shards},
              {"people", Json::array()},
              {"works", Json::array()},
              {"files", state.files},
              {"problems", Json::array()}};
    for (std::size_t i = 0; i < state.registered_people; ++i)
        form["people"].push_back(form_of(state.people[i]));
    std::size_t next = 0;
    for (std::size_t work = 0; work < state.works.size(); ++work) {
        form["works"].push_back(form_of(state.works[work]));
        for (std::size_t version = 0; version < state.held[work].size(); ++version) {
            const Held& held = *state.held[work][version];
            form["works"].back()["versions"].push_back(
                form_of(state.works[work].versions[version], held, held.readable ? shard_of[next++] : 0));
        }
    }
    for (const Problem& problem : state.problems)
        form["problems"].push_back(form_of(problem));
    return form.dump(-1, ' ', false, Json::error_handler_t::replace);
}

bool read_catalogue(std::string_view text, Library::State& state, std::uint32_t& shards)
{
    try {
        const Json form = Json::parse(text);
        constexpr std::uint32_t most_shards = 1U << 20;
        shards = form.at("shards").get<std::uint32_t>();
        if (shards == 0 || shards > most_shards)
            return false;
        for (const Json& person : form.at("people"))
            state.people.push_back(
                {person.at("name").get<std::string>(), person.at("aliases").get<std::vector<std::string>>()});
        for (const Json& work : form.at("works"))
            read_work(work, shards, state);
        state.files = form.at("files").get<std::vector<std::string>>();
        for (const Json& problem : form.at("problems"))
            state.problems.push_back(problem_from(problem));
    } catch (const std::exception&) { // of nlohmann-json, or of what stands in its values
        return false;
    }
    return std::is_sorted(state.works.begin(), state.works.end(),
                          [](const Work& a, const Work& b) { return a.id < b.id; })
           && std::is_sorted(state.files.begin(), state.files.end());
}

} // namespace verbatim::library
