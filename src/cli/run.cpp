// SPDX-License-Identifier: Apache-2.0
#include "cli/cli.hpp"

#include "cli/commands.hpp"

#include <algorithm>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

namespace verbatim::cli {
namespace {

using Environment = std::map<std::string, std::string>;

std::optional<std::string> variable(const Environment& environment, const std::string& name)
{
    const auto it = environment.find(name);
    if (it == environment.end() || it->second.empty())
        return std::nullopt;
    return it->second;
}

bool is_terminal(const std::ostream& stream)
{
    return (&stream == &std::cout && ::isatty(STDOUT_FILENO) == 1)
           || (&stream == &std::cerr && ::isatty(STDERR_FILENO) == 1);
}

bool wants_colour(const Options& options, const Environment& environment, const std::ostream& stream)
{
    if (options.colour != "auto")
        return options.colour == "always";
    return is_terminal(stream) && !environment.contains("NO_COLOR");
}

/// The command line wins over VERBATIM_… variables, these over verbatim.toml. Returns what is wrong with one.
std::optional<std::string> apply_environment(const Environment& environment, Options& options)
{
    if (!options.config && !options.no_config)
        options.config = variable(environment, "VERBATIM_CONFIG");
    if (options.library.empty())
        if (auto path = variable(environment, "VERBATIM_LIBRARY"))
            options.library.push_back(*path);
    if (!options.index)
        options.index = variable(environment, "VERBATIM_INDEX");
    if (!options.language)
        options.language = variable(environment, "VERBATIM_LANGUAGE");
    if (!options.format)
        options.format = variable(environment, "VERBATIM_FORMAT");
    if (options.fail_on)
        return std::nullopt;
    options.fail_on = variable(environment, "VERBATIM_FAIL_ON");
    if (!options.fail_on || *options.fail_on == "never"
        || severity_named(*options.fail_on).value_or(Severity::off) != Severity::off)
        return std::nullopt;
    return "VERBATIM_FAIL_ON is \"" + *options.fail_on + "\"; it can be error, warning, info or never";
}

Outcome<Configuration> configuration_of(const Options& options)
{
    if (options.no_config)
        return Configuration{};
    const std::string file = options.config ? *options.config : find_configuration();
    if (file.empty())
        return Configuration{};
    return read_configuration(file);
}

void configure_log(const Options& options)
{
    auto logger = std::make_shared<spdlog::logger>("verbatim", std::make_shared<spdlog::sinks::stderr_sink_mt>());
    logger->set_pattern("verbatim: %l: %v");
    logger->set_level(spdlog::level::from_str(options.log_level));
    spdlog::set_default_logger(std::move(logger));
}

int run_command(const Options& options, const Environment& environment, std::istream& in, std::ostream& out,
                std::ostream& err)
{
    configure_log(options);
    const Configuration defaults;
    Outcome<Configuration> configuration = configuration_of(options);
    const Session session{options,
                          configuration ? configuration.value() : defaults,
                          in,
                          out,
                          err,
                          wants_colour(options, environment, out),
                          wants_colour(options, environment, err),
                          is_terminal(err),
                          variable(environment, "USER").value_or(variable(environment, "LOGNAME").value_or("")),
                          variable(environment, "SOURCE_DATE_EPOCH").value_or("")};
    if (!configuration)
        return refuse(session, configuration.problem());
    if (!session.configuration.file.empty())
        spdlog::debug("configuration: {}", session.configuration.file);
    if (options.print_config) {
        return print_configuration(session);
    }
    const auto& all = commands();
    const auto command =
        std::find_if(all.begin(), all.end(), [&](const Command& one) { return one.name == options.command; });
    return command->run(session);
}

} // namespace

int run(const std::vector<std::string>& arguments, const Environment& environment, std::istream& in, std::ostream& out,
        std::ostream& err)
{
    ParsedOptions parsed = parse_options(arguments);
    out << parsed.out;
    err << parsed.err;
    if (parsed.exit_code)
        return *parsed.exit_code;
    if (const auto fault = apply_environment(environment, parsed.options)) {
        err << "verbatim: " << *fault << '\n';
        return 2;
    }
    try {
        const int code = run_command(parsed.options, environment, in, out, err);
        out.flush();
        if (!out && code == 0) {
            err << "verbatim: standard output could not be written\n";
            return 2;
        }
        return code;
    } catch (const std::bad_alloc&) {
        err << "verbatim: out of memory; check fewer or smaller files at once\n";
    } catch (const std::exception& error) {
        err << "verbatim: internal error: " << error.what() << "\nPlease report it together with the command.\n";
    }
    return 2;
}

} // namespace verbatim::cli
