// SPDX-License-Identifier: Apache-2.0
#include "library/pipe_line.hpp"

#include "library/library.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace verbatim::library {

namespace {

using Json = nlohmann::ordered_json;

constexpr int schema_version = 1;
constexpr std::size_t longest_line = std::size_t{64} << 20;
constexpr int deepest = 12;
constexpr std::array<std::string_view, 4> look_names = {"first", "patient", "short-shingles", "every-word"};

// ---- writing -----------------------------------------------------------------------------------------------------

Json head(const char* type) { return {{"type", type}, {"schema_version", schema_version}}; }

/// In the order of ProposedPlace.
Json form_of(const ProposedPlace& place)
{
    return {place.begin,         place.end,           place.edits, place.passage_begin, place.passage_end,
            place.passage_edits, place.passage_words, place.whole, place.plain.begin,   place.plain.end};
}

Json form_of(const Proposals& look)
{
    Json windows = Json::array();
    for (const Proposal& one : look.proposals) {
        Json places = Json::array();
        for (const ProposedPlace& place : one.places)
            places.push_back(form_of(place));
        windows.push_back({{"claimed", one.claimed},
                           {"votes", one.weight},
                           {"version", {one.version.work, one.version.version}},
                           {"cell", one.cell},
                           {"places", std::move(places)}});
    }
    return {{"piece", look.piece},
            {"look", look_names[static_cast<std::size_t>(look.look)]},
            {"all_counted", look.all_counted},
            {"windows", std::move(windows)}};
}

struct Writer {
    Json operator()(const DocumentLine& line) const
    {
        Json form = head("document");
        form["ordinal"] = line.ordinal;
        form["path"] = line.path;
        form["sha256"] = line.sha256;
        return form;
    }
    Json operator()(const QueryLine& line) const
    {
        Json form = head("query");
        form["manifest"] = line.manifest;
        form["path"] = line.path;
        form["line"] = line.line;
        form["column"] = line.column;
        form["query"] = Json::parse(line.query);
        return form;
    }
    Json operator()(const LocatedLine& line) const
    {
        Json form = head("located");
        form["manifest"] = line.manifest;
        form["query"] = line.key;
        form["shards"] = line.result.shards;
        form["looks"] = Json::array();
        for (const Proposals& look : line.result.looks)
            form["looks"].push_back(form_of(look));
        return form;
    }
    Json operator()(const ProblemLine& line) const
    {
        Json form = head("problem");
        form["ordinal"] = line.ordinal;
        form["path"] = line.problem.path;
        form["line"] = line.problem.line;
        form["column"] = line.problem.column;
        form["severity"] = to_string(line.problem.severity);
        form["message"] = line.problem.message;
        form["remedy"] = line.problem.remedy;
        form["fatal"] = line.problem.fatal;
        return form;
    }
};

// ---- reading -----------------------------------------------------------------------------------------------------

/// Numbers below zero would be taken for very large ones.
template <typename Number>
Number number_from(const Json& form)
{
    if (!form.is_number_unsigned() || form.get<std::uint64_t>() > std::numeric_limits<Number>::max())
        throw std::out_of_range("a number is negative, too large or none");
    return form.get<Number>();
}
std::size_t size_from(const Json& form) { return number_from<std::uint32_t>(form); }

VersionId version_from(const Json& form)
{
    if (!form.is_array() || form.size() != 2)
        throw std::out_of_range("a version is a work's number and its own");
    return {size_from(form[0]), size_from(form[1])};
}

ProposedPlace place_from(const Json& form)
{
    if (!form.is_array() || form.size() != 10)
        throw std::out_of_range("a place has ten values");
    ProposedPlace place{size_from(form[0]), size_from(form[1]),  size_from(form[2]),
                        size_from(form[3]), size_from(form[4]),  size_from(form[5]),
                        size_from(form[6]), form[7].get<bool>(), {size_from(form[8]), size_from(form[9])}};
    if (place.begin >= place.end || place.passage_begin >= place.passage_end || place.plain.begin >= place.plain.end
        || place.passage_words == 0)
        throw std::out_of_range("a place is empty");
    return place;
}

Proposals look_from(const Json& form)
{
    Proposals look;
    look.piece = size_from(form.at("piece"));
    const auto name = std::find(look_names.begin(), look_names.end(), form.at("look").get<std::string>());
    if (name == look_names.end())
        throw std::out_of_range("there is no such look");
    look.look = static_cast<Look>(name - look_names.begin());
    look.all_counted = form.at("all_counted").get<bool>();
    for (const Json& window : form.at("windows")) {
        Proposal one;
        one.claimed = window.at("claimed").get<bool>();
        one.weight = number_from<std::uint32_t>(window.at("votes"));
        one.version = version_from(window.at("version"));
        one.cell = number_from<std::uint64_t>(window.at("cell"));
        for (const Json& place : window.at("places"))
            one.places.push_back(place_from(place));
        look.proposals.push_back(std::move(one));
    }
    return look;
}

LocatedLine located_from(const Json& form)
{
    LocatedLine line;
    line.manifest = form.at("manifest").get<std::string>();
    line.key = form.at("query").get<std::string>();
    ShardResult result;
    for (const Json& shard : form.at("shards")) {
        result.shards.push_back(number_from<std::uint32_t>(shard));
        if (result.shards.size() > 1 && result.shards[result.shards.size() - 2] >= result.shards.back())
            throw std::out_of_range("shards are not ascending");
    }
    for (const Json& look : form.at("looks"))
        result.looks.push_back(look_from(look));
    line.result = merge(result, {}); // whatever their order was
    return line;
}

ProblemLine problem_from(const Json& form)
{
    ProblemLine line;
    line.ordinal = size_from(form.at("ordinal"));
    line.problem.path = form.at("path").get<std::string>();
    line.problem.line = size_from(form.at("line"));
    line.problem.column = size_from(form.at("column"));
    line.problem.severity = severity_named(form.at("severity").get<std::string>()).value();
    line.problem.message = form.at("message").get<std::string>();
    line.problem.remedy = form.at("remedy").get<std::string>();
    line.problem.fatal = form.at("fatal").get<bool>();
    return line;
}

PipeLine line_from(const Json& form)
{
    if (form.at("schema_version") != schema_version)
        throw std::out_of_range("it is of another version of this form");
    const auto type = form.at("type").get<std::string>();
    if (type == "document")
        return DocumentLine{size_from(form.at("ordinal")), form.at("path").get<std::string>(),
                            form.at("sha256").get<std::string>()};
    if (type == "query")
        return QueryLine{form.at("manifest").get<std::string>(), form.at("path").get<std::string>(),
                         size_from(form.at("line")), size_from(form.at("column")), form.at("query").dump()};
    if (type == "located")
        return located_from(form);
    if (type == "problem")
        return problem_from(form);
    throw std::out_of_range("it is of no type that is known here");
}

Problem no_line(std::size_t column, const std::string& why)
{
    return {"",
            0,
            column,
            Severity::error,
            "this is no line of \"extract --queries\" or \"locate\": " + why,
            "make it anew: verbatim extract --queries … | verbatim locate --shard FILE | verbatim judge",
            true};
}

/// Deeper nesting is refused before it is built.
bool keep_shallow(int depth, Json::parse_event_t, Json&)
{
    if (depth > deepest)
        throw std::out_of_range("it is nested too deep");
    return true;
}

} // namespace

std::string written(const PipeLine& line)
{
    return std::visit(Writer{}, line).dump(-1, ' ', false, Json::error_handler_t::replace);
}

Outcome<PipeLine> read_pipe_line(std::string_view line)
{
    if (line.size() > longest_line)
        return no_line(1, "it is longer than 64 MiB");
    try {
        return line_from(Json::parse(line, keep_shallow));
    } catch (const Json::parse_error& error) {
        return no_line(std::max<std::size_t>(1, error.byte), "no valid JSON stands here");
    } catch (const std::exception& error) { // a value is missing, or of another kind
        return no_line(1, error.what());
    }
}

std::string query_form(const Query& query)
{
    Json own = Json::array();
    for (const VersionId& version : query.own)
        own.push_back({version.work, version.version});
    return Json{{"text", query.text},
                {"pieces", query.pieces},
                {"language", query.language},
                {"claimed", query.claimed_works},
                {"own", std::move(own)}}
        .dump(-1, ' ', false, Json::error_handler_t::replace);
}

Outcome<Query> read_query(std::string_view form)
{
    try {
        const Json json = Json::parse(form, keep_shallow);
        Query query;
        query.text = json.at("text").get<std::string>();
        query.pieces = json.at("pieces").get<std::vector<std::string>>();
        query.language = json.at("language").get<std::string>();
        for (const Json& work : json.at("claimed"))
            query.claimed_works.push_back(size_from(work));
        for (const Json& version : json.at("own"))
            query.own.push_back(version_from(version));
        return query;
    } catch (const std::exception& error) {
        return no_line(1, error.what());
    }
}

std::string key_of(std::string_view form) { return text::sha256(form); }

std::string manifest_name_of(std::uint64_t manifest)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string name;
    for (int shift = 60; shift >= 0; shift -= 4)
        name.push_back(digits[(manifest >> shift) & 15U]);
    return name;
}

} // namespace verbatim::library
