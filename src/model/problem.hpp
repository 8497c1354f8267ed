// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace verbatim {

enum class Severity : unsigned char { off, info, warning, error };
[[nodiscard]] std::string_view to_string(Severity severity);
[[nodiscard]] std::optional<Severity> severity_named(std::string_view name);

/// Something that a user can cause and mend: what, where, and what to do. A value, never an exception.
struct Problem {
    std::string path;     ///< relative to the working directory; empty where no file is meant
    std::size_t line = 0; ///< 1-based; 0 where the whole file is meant
    std::size_t column = 0; ///< 1-based, code points
    Severity severity = Severity::error;
    std::string message;  ///< what is wrong
    std::string remedy;   ///< what to do about it
    bool fatal = false;   ///< this makes the exit code 2
    friend bool operator==(const Problem&, const Problem&) = default;
};

/// A result, or the user's mistake that prevented it.
template <typename T>
class Outcome {
public:
    Outcome(T value) : held_(std::move(value)) {}         // NOLINT(google-explicit-constructor)
    Outcome(Problem problem) : held_(std::move(problem)) {} // NOLINT(google-explicit-constructor)
    [[nodiscard]] bool ok() const { return std::holds_alternative<T>(held_); }
    explicit operator bool() const { return ok(); }
    [[nodiscard]] T& value() { return std::get<T>(held_); }
    [[nodiscard]] const T& value() const { return std::get<T>(held_); }
    [[nodiscard]] const Problem& problem() const { return std::get<Problem>(held_); }

private:
    std::variant<T, Problem> held_;
};

} // namespace verbatim
