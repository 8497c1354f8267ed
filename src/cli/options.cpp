// SPDX-License-Identifier: Apache-2.0
// Sole user of CLI11.
#include "cli/options.hpp"

#include "cli/command_help.hpp"

#include "report/report.hpp"
#include "text/text.hpp"

#include <CLI/CLI.hpp>
#include <sstream>

namespace verbatim::cli {
namespace {

void split_list(const std::vector<std::string>& given, std::vector<std::string>& into)
{
    for (const std::string& list : given) {
        std::istringstream words(list);
        for (std::string word; std::getline(words, word, ',');)
            if (!word.empty())
                into.push_back(word);
    }
}

/// Options such as NAME=FILE; a missing "=" is a usage error.
void split_pairs(const char* option, const char* form, const std::vector<std::string>& given,
                 std::vector<std::pair<std::string, std::string>>& into)
{
    for (const std::string& pair : given) {
        const std::size_t equals = pair.find('=');
        if (equals == std::string::npos || equals == 0 || equals + 1 == pair.size())
            throw CLI::ValidationError(option, "needs the form " + std::string(form) + ", not \"" + pair + "\"");
        into.emplace_back(pair.substr(0, equals), pair.substr(equals + 1));
    }
}

struct Lists {
    std::vector<std::string> outputs, select, ignore, severities;
};

/// CLI11 would show the choices a second time, as part of the type.
CLI::Validator one_of(const std::vector<std::string>& choices)
{
    CLI::Validator validator = CLI::IsMember(choices);
    return validator.description("");
}

/// Options as "--name TYPE", without CLI11's marks for lists.
class HelpFormatter : public CLI::Formatter {
public:
    [[nodiscard]] std::string make_option_opts(const CLI::Option* option) const override
    {
        return option->get_type_name().empty() || option->get_positional() ? "" : " " + option->get_type_name();
    }
    [[nodiscard]] std::string make_help(const CLI::App* app, std::string name, CLI::AppFormatMode mode) const override
    {
        std::string help = CLI::Formatter::make_help(app, std::move(name), mode);
        for (std::size_t at = 0; (at = help.find("\n\n\n")) != std::string::npos;)
            help.erase(at, 1);
        return help;
    }
};

void add_jobs(CLI::App& app, Options& options)
{
    app.add_option("--jobs", options.jobs, "Threads (default: one a core)")
        ->check(CLI::Range(1, 1024).description(""))
        ->type_name("N")
        ->group("Running");
}

void add_document_options(CLI::App& app, Options& options, Lists& lists, const std::string& fail_on)
{
    const auto repeated = [&](const char* name, std::vector<std::string>& into, const char* help, const char* type) {
        app.add_option(name, into, help)->allow_extra_args(false)->type_name(type)->group("Input and output");
    };
    repeated("--library", options.library, "A folder of reference texts, a library.toml or a text; may be repeated",
             "PATH");
    app.add_option("--index", options.index,
                   "The library's saved index: auto (in the cache folder, for large libraries), off, or a file")
        ->type_name("FILE")
        ->group("Input and output");
    repeated("--bibliography", options.bibliographies,
             "Entries that citations may lead to: a .bib, a .json (CSL-JSON) or a .ris file; may be repeated", "FILE");
    app.add_option("--language", options.language,
                   "Language of the documents (BCP 47: en, zh); for translation, of the translation")
        ->type_name("TAG")
        ->group("Input and output");
    std::string formats;
    for (const report::Reporter& reporter : report::reporters())
        formats += (formats.empty() ? "" : " ") + std::string(reporter.name);
    app.add_option("--format", options.format, "What standard output gets: " + formats)
        ->type_name("NAME")
        ->group("Input and output");
    repeated("--output", lists.outputs, "Also write a format to a file; may be repeated", "NAME=FILE");
    app.add_option("--files-from", options.files_from, "Read the paths of documents from a file, one a line")
        ->type_name("FILE")
        ->group("Input and output");
    app.add_option("--stdin-filename", options.stdin_filename, "The name that - has in reports")
        ->type_name("NAME")
        ->group("Input and output");
    app.add_option("--dump", options.dump, "Print a stage instead: text, quotations, citations, attributions, matches")
        ->check(one_of({"text", "quotations", "citations", "attributions", "matches"}))
        ->type_name("STAGE")
        ->group("Input and output");
    app.add_flag("--statistics", options.statistics, "Count findings by rule")->group("Input and output");

    const auto rule_list = [&](const char* name, std::vector<std::string>& into, const char* help, const char* type) {
        app.add_option(name, into, help)->allow_extra_args(false)->type_name(type)->group("Rules");
    };
    rule_list("--select", lists.select, "Run these rules or groups alone; comma-separated", "RULE");
    rule_list("--ignore", lists.ignore, "Do not run these rules or groups; comma-separated", "RULE");
    rule_list("--severity", lists.severities, "Set a rule's severity: off, info, warning, error", "RULE=LEVEL");
    app.add_option("--fail-on", options.fail_on,
                   "The least severity that makes the exit code 1: error, warning, info, never (default: " + fail_on
                       + ")")
        ->check(one_of({"error", "warning", "info", "never"}))
        ->type_name("LEVEL")
        ->group("Rules");
    app.add_option("--min-checked", options.min_checked, "Exit with 1 where fewer of the quotations could be checked")
        ->check(CLI::Range(0.0, 100.0).description(""))
        ->type_name("PERCENT")
        ->group("Rules");
    app.add_flag("--allow-unchecked", options.allow_unchecked, "A library without readable text is no error")
        ->group("Rules");
    app.add_option("--baseline", options.baseline, "Leave out the findings that this file knows; tell which are gone")
        ->type_name("FILE")
        ->group("Known findings");
    CLI::Option* baseline = app.get_option("--baseline");
    CLI::Option* write =
        app.add_flag("--write-baseline", options.write_baseline,
                     "Write the file: a new one with every finding, an old one without those that are gone")
            ->needs(baseline)
            ->group("Known findings");
    app.add_flag("--accept-new", options.accept_new, "Take new findings into a file that is there already")
        ->needs(write)
        ->group("Known findings");
    app.add_option("--reason", options.reason, "Why they are accepted; written beside them")
        ->needs(write)
        ->type_name("REASON")
        ->group("Known findings");
    app.add_option("--since", options.since, "Only findings on lines that differ from this git revision")
        ->type_name("REV")
        ->group("Known findings");
    add_jobs(app, options);
}

void add_common_options(CLI::App& app, Options& options)
{
    app.add_option("--config", options.config, "Use this verbatim.toml")->type_name("FILE")->group("Running");
    app.add_flag("--no-config", options.no_config, "Use no verbatim.toml")->group("Running");
    app.add_flag("--print-config", options.print_config, "Print the settings in force and stop")->group("Running");
    app.add_option("--color", options.colour, "Colours: auto, always, never; NO_COLOR is honoured")
        ->check(one_of({"auto", "always", "never"}))
        ->type_name("WHEN")
        ->group("Running");
    app.add_flag("--quiet", options.quiet, "Findings alone, no summary")->group("Running");
    app.add_flag("--verbose", options.verbose, "Also related places and permitted differences")->group("Running");
    app.add_option("--log-level", options.log_level,
                   "How much of its own work it tells: trace, debug, info, warn, error, off")
        ->check(one_of({"trace", "debug", "info", "warn", "error", "off"}))
        ->type_name("LEVEL")
        ->group("Running");
}

void finish_lists(const Lists& lists, Options& options)
{
    split_list(lists.select, options.select);
    split_list(lists.ignore, options.ignore);
    split_pairs("--output", "NAME=FILE", lists.outputs, options.outputs);
    split_pairs("--severity", "RULE=LEVEL", lists.severities, options.severities);
}

/// What to say of an argument that is no command or no option, with the nearest one.
std::string unknown_name(const std::string& what, const std::string& name, const std::vector<std::string>& known)
{
    const auto nearest = text::nearest_name(name, known);
    return "verbatim: unknown " + what + " " + name + (nearest ? "; did you mean " + *nearest + "?" : "") + "\n";
}

std::optional<std::string> wrong_command(const std::vector<std::string>& arguments)
{
    std::vector<std::string> names;
    for (const CommandHelp& command : command_helps())
        names.emplace_back(command.name);
    if (arguments.empty())
        return "verbatim: a command is missing: check, compare, translation, report …\n";
    const std::string& first = arguments.front();
    if (first.starts_with("-") || std::find(names.begin(), names.end(), first) != names.end())
        return std::nullopt;
    return unknown_name("command", first, names);
}

/// The first thing that CLI11 could not place.
std::string unexpected(const CLI::App& app)
{
    std::vector<std::string> known;
    for (const CLI::App* sub : app.get_subcommands())
        for (const CLI::Option* option : sub->get_options())
            for (const std::string& name : option->get_lnames())
                known.push_back("--" + name);
    for (const std::string& extra : app.remaining(true))
        if (extra.starts_with("-"))
            return unknown_name("option", extra.substr(0, extra.find('=')), known);
    return "verbatim: one argument too many: " + app.remaining(true).front() + "\n";
}

constexpr const char* see_help = "Run \"verbatim --help\", or \"verbatim COMMAND --help\", for what there is.\n";

/// Options are made of the commands alone that the arguments may name: to make all takes as long as to check a page.
void set_up(CLI::App& app, const std::vector<std::string>& arguments, Options& options, Lists& lists)
{
    app.formatter(std::make_shared<HelpFormatter>());
    app.get_formatter()->column_width(28);
    app.get_formatter()->label("SUBCOMMAND", "COMMAND");
    app.get_formatter()->label("Subcommands", "Commands");
    app.footer(exit_codes);
    app.set_help_flag("-h,--help", "Print this help");
    app.set_version_flag("--version", "verbatim " VERBATIM_VERSION, "Print the version");
    app.require_subcommand(1);
    for (const CommandHelp& command : command_helps()) {
        CLI::App* sub = app.add_subcommand(command.name, command.summary);
        sub->footer("Examples:\n" + std::string(command.examples) + "\n\n" + exit_codes);
        sub->callback([&options, &command] { options.command = command.name; });
        if (std::find(arguments.begin(), arguments.end(), command.name) == arguments.end())
            continue;
        if (command.positional != nullptr)
            sub->add_option(command.positional, options.paths, command.positional_help);
        if (command.reads_documents)
            add_document_options(*sub, options, lists, command.fail_on);
        if (command.name == std::string_view("check")) {
            CLI::Option* fix =
                sub->add_flag("--fix", options.fix, "Put the source's words back where that is safe")->group("Mending");
            sub->add_flag("--diff", options.diff, "With --fix: print a patch, change no file")
                ->needs(fix)
                ->group("Mending");
        }
        if (command.name == std::string_view("compare"))
            sub->add_option("--git", options.git,
                            "Compare the working tree with this git revision, or two revisions A..B; paths then choose "
                            "documents")
                ->type_name("REV")
                ->group("Input and output");
        if (command.name == std::string_view("extract"))
            sub->add_flag("--queries", options.queries,
                          "Print what the quotations ask of a library in parts, for locate and judge")
                ->group("Input and output");
        if (command.name == std::string_view("locate")) {
            sub->add_option("--shard", options.shards, "A shard, in the folder of its manifest; may be repeated")
                ->allow_extra_args(false)
                ->required()
                ->type_name("FILE")
                ->group("Input and output");
            add_jobs(*sub, options);
        }
        if (command.name == std::string_view("library"))
            sub->add_option("--shards", options.shard_count,
                            "With index: save the library in so many parts, into the folder that --index names")
                ->check(CLI::Range(1, 10'000).description(""))
                ->type_name("N")
                ->group("Input and output");
        add_common_options(*sub, options);
    }
}

} // namespace

ParsedOptions parse_options(const std::vector<std::string>& arguments)
{
    ParsedOptions parsed;
    if (auto complaint = wrong_command(arguments)) {
        parsed.exit_code = 2;
        parsed.err = *complaint + see_help;
        return parsed;
    }
    Lists lists;
    CLI::App app(description, "verbatim");
    set_up(app, arguments, parsed.options, lists);
    try {
        std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
        app.parse(reversed);
        finish_lists(lists, parsed.options);
    } catch (const CLI::ExtrasError&) {
        parsed.exit_code = 2;
        parsed.err = unexpected(app) + see_help;
    } catch (const CLI::ParseError& error) {
        std::ostringstream out;
        std::ostringstream err;
        const int code = app.exit(error, out, err);
        parsed.exit_code = code == 0 ? 0 : 2;
        parsed.out = out.str();
        parsed.err = code == 0 ? err.str() : "verbatim: " + std::string(error.what()) + "\n" + see_help;
    }
    return parsed;
}

} // namespace verbatim::cli
