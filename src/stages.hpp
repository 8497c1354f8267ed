// SPDX-License-Identifier: Apache-2.0
// What the flows share: opening the library, the trunk of one document, and putting the report together.
#pragma once
#include "bibliography.hpp"
#include "extract/extract.hpp"
#include "flows.hpp"

namespace verbatim {

/// The library of a request, or why there is none, and its bibliographies.
struct OpenedLibrary {
    std::optional<library::Library> library;
    std::vector<DocumentResult> bibliographies;
    std::vector<Problem> problems; ///< fatal where the library was given and cannot be used
    [[nodiscard]] const library::Library* get() const { return library ? &*library : nullptr; }
    [[nodiscard]] bool usable() const;
};
[[nodiscard]] OpenedLibrary open_library(const Request& request);

/// Runs a flow; once more without the saved index where its bytes, met while it was searched, turn out to be damaged.
[[nodiscard]] inline Report with_sound_index(const Request& request, const std::function<Report(const Request&)>& flow)
{
    try {
        return flow(request);
    } catch (const library::DamagedIndex&) {
        Request without = request;
        without.index_is_damaged = true;
        return flow(without);
    }
}

/// A document with its language settled, or the problem that prevented it.
[[nodiscard]] Outcome<Document> read_input(const Input& input, const LanguageChoice& language);
/// read is done: extract → resolve. Nothing is weighed.
[[nodiscard]] DocumentResult read_only(Document document, const OpenedLibrary& opened, const Request& request);
/// read is done: extract → resolve → weigh. No rule runs. `locate` empty: the library answers.
[[nodiscard]] DocumentResult examine(Document document, const OpenedLibrary& opened, const Request& request,
                                     const align::Locate& locate = {});

/// Runs `work(i)` for 0 ≤ i < count on up to `request.jobs` threads, telling progress; results go by index.
void for_each_input(const Request& request, std::size_t count, const std::function<void(std::size_t)>& work);

/// Library, problems, notes and counts.
[[nodiscard]] Report assemble(const Request& request, const OpenedLibrary& opened,
                              std::vector<DocumentResult> documents, std::vector<PairResult> pairs,
                              std::vector<Problem> problems);

} // namespace verbatim
