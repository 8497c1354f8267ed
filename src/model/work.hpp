// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace verbatim {

struct Person {
    std::string name;
    std::vector<std::string> aliases;
};

enum class VersionStatus : unsigned char { official, published, draft, superseded, retracted };
enum class VersionCoverage : unsigned char { full, excerpt, abstract };
enum class VersionQuality : unsigned char { clean, extracted, ocr };
[[nodiscard]] std::string_view to_string(VersionStatus status);
[[nodiscard]] std::string_view to_string(VersionCoverage coverage);
[[nodiscard]] std::string_view to_string(VersionQuality quality);

/// One text of a work: an edition, a translation.
struct Version {
    std::string path;     ///< relative to the working directory
    std::string language; ///< BCP 47
    std::string label;    ///< as configured, else the file name
    std::string title;    ///< in this language
    std::string translator;
    std::string date;     ///< EDTF
    VersionStatus status = VersionStatus::published;
    VersionCoverage coverage = VersionCoverage::full;
    VersionQuality quality = VersionQuality::clean;
    std::size_t first_page = 0; ///< printed number of the first page; 0: unknown
    std::string sha256;         ///< of the stored bytes
    bool readable = true;       ///< false: a problem says why
};

struct Work {
    std::string id;
    std::string title;
    std::vector<std::string> creators; ///< registered names where an alias was given
    std::string date;                  ///< EDTF: said or first published
    std::string occasion;
    std::string kind;                  ///< CSL type
    std::map<std::string, std::string> identifiers;
    std::vector<Version> versions;     ///< by language, then path
};

} // namespace verbatim
