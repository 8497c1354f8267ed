// SPDX-License-Identifier: Apache-2.0
// What depends on the language of a text and not on its values: which one it is, stems, marks, scripts, look-alikes.
// ICU's and Snowball's objects are not thread-safe: each thread keeps its own.
#include "text/code_points.hpp"
#include "text/icu.hpp"
#include "text/text.hpp"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>
#include <libstemmer.h>
#include <unicode/translit.h>
#include <unicode/ulocdata.h>
#include <unicode/uscript.h>
#include <unicode/uspoof.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>

namespace verbatim::text {
namespace {

constexpr std::size_t sample_size = 4 * 1024; // bytes of each of three samples: a page tells the language

/// The start, the middle and the end of a long text, cut between words: a title page or a list of names at one of them
/// must not speak for the rest.
std::string sample_of(std::string_view text)
{
    if (text.size() <= 3 * sample_size)
        return std::string(text);
    const auto between_words = [&](std::size_t at) { // else between code points
        for (std::size_t end = std::min(text.size(), at + 64), next = at; next < end; ++next)
            if (text[next] == ' ' || text[next] == '\n')
                return next;
        while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U)
            ++at;
        return at;
    };
    std::string sample;
    for (const std::size_t begin : {std::size_t{0}, text.size() / 2, text.size() - sample_size}) {
        const std::size_t first = begin == 0 ? 0 : between_words(begin);
        const std::size_t last = begin + sample_size >= text.size() ? text.size() : between_words(begin + sample_size);
        sample += text.substr(first, last - first);
        sample += '\n';
    }
    return sample;
}

struct Scripts {
    std::size_t han = 0, kana = 0, letters = 0;
};

Scripts scripts_of(std::string_view text)
{
    Scripts scripts;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = read(text, at);
        at += c.size;
        if (is_han_or_kana(c.value))
            ++(c.value >= 0x3041 && c.value <= 0x30FF ? scripts.kana : scripts.han);
        else
            scripts.letters += is_letter(c.value) ? 1 : 0;
    }
    return scripts;
}

/// Which of the two scripts Chinese is in: the one that a conversion changes less.
std::string chinese(std::string_view text)
{
    const std::string_view sample = text.substr(0, 6000);
    const auto changed = [](std::string_view a, std::string_view b) {
        std::size_t n = 0;
        for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
            n += a[i] != b[i] ? 1 : 0;
        return n;
    };
    return changed(sample, simplified(sample)) * 50 > sample.size() ? "zh-Hant" : "zh";
}

std::string detected_by_cld(std::string_view text)
{
    bool reliable = false;
    int percent[3] = {};
    int bytes = 0;
    CLD2::Language best[3] = {};
    const CLD2::Language found = CLD2::ExtDetectLanguageSummary(text.data(), static_cast<int>(text.size()), true,
                                                                nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE,
                                                                best, percent, &bytes, &reliable);
    if (!reliable || found == CLD2::UNKNOWN_LANGUAGE)
        return {};
    const std::string code = primary_language(CLD2::LanguageCode(found));
    return code.size() == 2 || code.size() == 3 ? code : std::string();
}

struct CloseStemmer {
    void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};

sb_stemmer* stemmer_of(const std::string& language)
{
    thread_local std::map<std::string, std::unique_ptr<sb_stemmer, CloseStemmer>> kept;
    const auto found = kept.find(language);
    if (found != kept.end())
        return found->second.get();
    if (kept.size() > 64)
        kept.clear();
    auto* made = language.empty() ? nullptr : sb_stemmer_new(language.c_str(), "UTF_8");
    return kept.emplace(language, made).first->second.get();
}

std::string transliterated(icu::Transliterator* transliterator, std::string_view text)
{
    if (transliterator == nullptr)
        return std::string(text);
    icu::UnicodeString converted = wide(text);
    transliterator->transliterate(converted);
    return narrow(converted);
}

std::unique_ptr<icu::Transliterator> open_transliterator(const char* id)
{
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Transliterator> made(
        icu::Transliterator::createInstance(icu::UnicodeString(id), UTRANS_FORWARD, status));
    return U_SUCCESS(status) ? std::move(made) : nullptr;
}

bool has_han(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = read(text, at);
        if (c.value >= 0x2E80 && is_han_or_kana(c.value))
            return true;
        at += c.size;
    }
    return false;
}

std::set<UScriptCode> letter_scripts(std::string_view text)
{
    std::set<UScriptCode> scripts;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = read(text, at);
        at += c.size;
        UErrorCode status = U_ZERO_ERROR;
        const UScriptCode script = uscript_getScript(static_cast<UChar32>(c.value), &status);
        if (script != USCRIPT_COMMON && script != USCRIPT_INHERITED)
            scripts.insert(script);
    }
    return scripts;
}

std::string skeleton(const USpoofChecker* checker, std::string_view text)
{
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString out;
    uspoof_getSkeletonUnicodeString(checker, 0, wide(text), out, &status);
    return U_SUCCESS(status) ? narrow(out) : std::string();
}

} // namespace

std::string detect_language(std::string_view text)
{
    const std::string sample = sample_of(text);
    const Scripts scripts = scripts_of(sample);
    // Han without Kana is Chinese, Kana is Japanese: the script tells it better, and on shorter texts.
    if (scripts.han + scripts.kana > scripts.letters) {
        if (scripts.han + scripts.kana < 8)
            return {};
        return scripts.kana * 10 > scripts.han ? "ja" : chinese(sample);
    }
    if (scripts.letters < 20)
        return {};
    const std::string code = detected_by_cld(sample);
    return code == "zh" ? chinese(sample) : code;
}

std::string primary_language(const std::string& tag)
{
    std::string out = tag.substr(0, tag.find_first_of("-_"));
    for (char& c : out)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return out;
}

bool same_language(const std::string& a, const std::string& b) { return primary_language(a) == primary_language(b); }

std::string stem(std::string_view word, const std::string& language)
{
    std::string folded = search_fold(word);
    sb_stemmer* stemmer = stemmer_of(primary_language(language));
    if (stemmer == nullptr || folded.size() > 256)
        return folded;
    const sb_symbol* stemmed =
        sb_stemmer_stem(stemmer, reinterpret_cast<const sb_symbol*>(folded.data()), static_cast<int>(folded.size()));
    if (stemmed == nullptr)
        return folded;
    return {reinterpret_cast<const char*>(stemmed), static_cast<std::size_t>(sb_stemmer_length(stemmer))};
}

QuotationMarks quotation_marks(const std::string& language)
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<ULocaleData, decltype(&ulocdata_close)> data(ulocdata_open(language.c_str(), &status),
                                                                       &ulocdata_close);
    const auto mark = [&](ULocaleDataDelimiterType type) {
        UChar buffer[16];
        UErrorCode failed = U_ZERO_ERROR;
        const int32_t size = ulocdata_getDelimiter(data.get(), type, buffer, 16, &failed);
        return U_SUCCESS(failed) ? narrow(icu::UnicodeString(buffer, size)) : std::string();
    };
    if (U_FAILURE(status))
        return {"\u201C", "\u201D", "\u2018", "\u2019"};
    return {mark(ULOCDATA_QUOTATION_START), mark(ULOCDATA_QUOTATION_END), mark(ULOCDATA_ALT_QUOTATION_START),
            mark(ULOCDATA_ALT_QUOTATION_END)};
}

std::string simplified(std::string_view text)
{
    if (!has_han(text))
        return std::string(text);
    thread_local const std::unique_ptr<icu::Transliterator> kept = open_transliterator("Hant-Hans");
    return transliterated(kept.get(), text);
}

std::string romanised(std::string_view text)
{
    if (!has_han(text))
        return std::string(text);
    thread_local const std::unique_ptr<icu::Transliterator> kept =
        open_transliterator("Han-Latin/Names; NFD; [:Mn:] Remove; NFC");
    return transliterated(kept.get(), text);
}

bool looks_alike(std::string_view a, std::string_view b)
{
    // Within one script uspoof finds too much (modern and modem): only letters of another script deceive.
    if (a == b || letter_scripts(a) == letter_scripts(b))
        return false;
    thread_local const std::unique_ptr<USpoofChecker, decltype(&uspoof_close)> checker = [] {
        UErrorCode status = U_ZERO_ERROR;
        USpoofChecker* made = uspoof_open(&status);
        return std::unique_ptr<USpoofChecker, decltype(&uspoof_close)>(U_SUCCESS(status) ? made : nullptr,
                                                                       &uspoof_close);
    }();
    if (checker == nullptr)
        return false;
    const std::string form = skeleton(checker.get(), a);
    return !form.empty() && form == skeleton(checker.get(), b);
}

} // namespace verbatim::text
