// SPDX-License-Identifier: Apache-2.0
#include "library/stored_text.hpp"

#include <algorithm>
#include <chrono>
#include <cstring>
#include <sys/stat.h>
#include <type_traits>

namespace verbatim::library {

namespace {

/// Numbers in 32 bits: no text is larger than 1 GiB (src/read/load.cpp).
class Encoder {
public:
    explicit Encoder(std::size_t about = 0) { bytes_.reserve(about); }
    void number(std::size_t value)
    {
        const auto small = static_cast<std::uint32_t>(value);
        bytes_.append(reinterpret_cast<const char*>(&small), sizeof small);
    }
    void wide(std::uint64_t value) { bytes_.append(reinterpret_cast<const char*>(&value), sizeof value); }
    void string(std::string_view text)
    {
        number(text.size());
        bytes_.append(text);
    }
    void span(Span span)
    {
        number(span.begin);
        number(span.end);
    }
    template <typename T, typename Put>
    void list(const std::vector<T>& values, const Put& put)
    {
        number(values.size());
        for (const T& value : values)
            put(value);
    }
    [[nodiscard]] std::string take() && { return std::move(bytes_); }

private:
    std::string bytes_;
};

/// After the first thing that is not there, everything is empty and `good` is false.
class Decoder {
public:
    explicit Decoder(const SharedText& bytes) : owner_(bytes.owner()), rest_(bytes) {}

    [[nodiscard]] bool good() const { return good_; }
    [[nodiscard]] bool done() const { return good_ && rest_.empty(); }
    std::size_t number() { return fixed<std::uint32_t>(); }
    std::uint64_t wide() { return fixed<std::uint64_t>(); }
    std::string string() { return std::string(shared_string()); }
    /// The bytes where they lie.
    SharedText shared_string()
    {
        const std::size_t size = number();
        if (size > rest_.size())
            return fail(), SharedText();
        return {owner_, front(size)};
    }
    Span span()
    {
        const std::size_t begin = number();
        return {begin, number()};
    }
    template <typename T, typename Get>
    void list(std::vector<T>& values, const Get& get)
    {
        const std::size_t size = number();
        values.reserve(std::min(size, rest_.size() / sizeof(std::uint32_t)));
        for (std::size_t i = 0; i < size && good_; ++i)
            values.push_back(get());
    }
    void fail()
    {
        good_ = false;
        rest_ = {};
    }

private:
    template <typename T>
    T fixed()
    {
        T value{};
        if (rest_.size() < sizeof value) {
            fail();
            return value;
        }
        std::memcpy(&value, front(sizeof value).data(), sizeof value);
        return value;
    }
    std::string_view front(std::size_t size)
    {
        const std::string_view bytes = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return bytes;
    }
    std::shared_ptr<const void> owner_;
    std::string_view rest_;
    bool good_ = true;
};

template <typename Enum>
std::optional<Enum> enum_of(std::size_t value, Enum last)
{
    return value <= static_cast<std::size_t>(last) ? std::optional(static_cast<Enum>(value)) : std::nullopt;
}

void put(Encoder& out, const Metadata& metadata)
{
    out.number(metadata.size());
    for (const auto& [key, value] : metadata) {
        out.string(key);
        out.list(value.values, [&](const std::string& one) { out.string(one); });
        out.number(value.line);
    }
}

Metadata metadata_from(Decoder& in)
{
    Metadata metadata;
    const std::size_t size = in.number();
    for (std::size_t i = 0; i < size && in.good(); ++i) {
        const std::string key = in.string();
        MetadataValue& value = metadata[key];
        in.list(value.values, [&] { return in.string(); });
        value.line = in.number();
    }
    return metadata;
}

void put(Encoder& out, const SourceMap& map)
{
    out.list(map.runs(), [&](const SourceMap::Run& run) {
        out.number(run.plain.size());
        out.span({run.decoded.begin, run.decoded.end});
        out.number(static_cast<std::size_t>(run.kind));
    });
}

SourceMap map_from(Decoder& in)
{
    SourceMap map;
    const std::size_t size = in.number();
    for (std::size_t i = 0; i < size && in.good(); ++i) {
        const std::size_t plain = in.number();
        const Span decoded = in.span();
        const auto kind = enum_of(in.number(), SourceMap::Kind::synthetic);
        if (!kind || decoded.begin > decoded.end)
            in.fail();
        else
            map.append(plain, {decoded.begin, decoded.end}, *kind);
    }
    return map;
}

void put(Encoder& out, const Block& block)
{
    out.number(static_cast<std::size_t>(block.kind));
    out.span(block.span);
    out.number(static_cast<std::size_t>(block.level));
    out.number(block.paragraph);
    out.number(block.group);
    out.string(block.label);
}

Block block_from(Decoder& in)
{
    Block block;
    const auto kind = enum_of(in.number(), BlockKind::note);
    if (!kind)
        in.fail();
    block.kind = kind.value_or(BlockKind::paragraph);
    block.span = in.span();
    block.level = static_cast<int>(in.number());
    block.paragraph = in.number();
    block.group = in.number();
    block.label = in.string();
    return block;
}

bool inside(const std::vector<Span>& spans, std::size_t size)
{
    return std::all_of(spans.begin(), spans.end(),
                       [&](Span span) { return span.begin <= span.end && span.end <= size; });
}

/// The promises that readers of a document rely on.
bool is_sound(const Document& document)
{
    const std::size_t size = document.plain.size();
    std::vector<Span> spans;
    for (const Block& block : document.blocks)
        spans.push_back(block.span);
    for (const NoteCall& call : document.note_calls)
        spans.push_back(call.span);
    for (const LocatorMark& mark : document.locators)
        spans.push_back(mark.span);
    const auto& lines = document.line_starts;
    return document.map.consistent(document.plain, document.decoded) && inside(spans, size)
           && inside(document.emphasis, size) && inside(document.code, size) && inside(document.links, size)
           && !lines.empty() && std::is_sorted(lines.begin(), lines.end()) && lines.back() <= document.decoded.size();
}

} // namespace

std::optional<FileStamp> stamp_of(const std::string& file)
{
    struct stat status{};
    if (::stat(file.c_str(), &status) != 0 || !S_ISREG(status.st_mode))
        return std::nullopt;
    return FileStamp{static_cast<std::uint64_t>(status.st_size),
                     std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec, status.st_ino};
}

std::int64_t nanoseconds_now()
{
    return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now().time_since_epoch())
        .count();
}

bool too_fresh(const FileStamp& stamp, std::int64_t read_at)
{
    // Linux stamps files by the tick of its clock, some ten milliseconds; FAT and old network drives by whole seconds.
    const std::int64_t tick = stamp.modified % 1'000'000'000 == 0 ? 2'000'000'000 : 20'000'000;
    return stamp.modified + tick >= read_at;
}

std::string encoded(const std::vector<SavedText>& texts)
{
    Encoder out;
    out.list(texts, [&](const SavedText& text) {
        out.string(text.file);
        out.wide(text.stamp.size);
        out.wide(static_cast<std::uint64_t>(text.stamp.modified));
        out.wide(text.stamp.inode);
        out.wide(static_cast<std::uint64_t>(text.read_at));
        put(out, text.facts.metadata);
        out.string(text.facts.sha256);
        out.string(text.facts.detected_language);
        out.string(text.facts.first_heading);
        out.wide(text.begin);
        out.wide(text.size);
        out.wide(text.checksum);
    });
    return std::move(out).take();
}

std::optional<std::vector<SavedText>> decoded_texts(std::span<const char> bytes)
{
    Decoder in({nullptr, {bytes.data(), bytes.size()}});
    std::vector<SavedText> texts;
    in.list(texts, [&] {
        SavedText text;
        text.file = in.string();
        text.stamp.size = in.wide();
        text.stamp.modified = static_cast<std::int64_t>(in.wide());
        text.stamp.inode = in.wide();
        text.read_at = static_cast<std::int64_t>(in.wide());
        text.facts.metadata = metadata_from(in);
        text.facts.sha256 = in.string();
        text.facts.detected_language = in.string();
        text.facts.first_heading = in.string();
        text.begin = in.wide();
        text.size = in.wide();
        text.checksum = in.wide();
        return text;
    });
    return in.done() ? std::optional(std::move(texts)) : std::nullopt;
}

std::string encoded(const Document& document)
{
    // Of plain text, the plain bytes are the end of the decoded ones.
    const bool is_tail = document.decoded.view().ends_with(document.plain);
    constexpr std::size_t a_block = 48;
    Encoder out(document.decoded.size() + (is_tail ? 0 : document.plain.size()) + 4 * document.line_starts.size()
                + a_block * document.blocks.size() + 1'024);
    out.string(document.format);
    out.string(document.sha256);
    out.number(static_cast<std::size_t>(document.encoding));
    out.number(document.bom);
    out.string(document.decoded);
    out.number(is_tail ? 1 : 0);
    if (is_tail)
        out.number(document.plain.size());
    else
        out.string(document.plain);
    put(out, document.map);
    out.list(document.line_starts, [&](std::size_t at) { out.number(at); });
    out.list(document.blocks, [&](const Block& block) { put(out, block); });
    for (const std::vector<Span>* spans : {&document.emphasis, &document.code, &document.links})
        out.list(*spans, [&](Span span) { out.span(span); });
    out.list(document.note_calls, [&](const NoteCall& call) {
        out.span(call.span);
        out.string(call.label);
    });
    out.list(document.locators, [&](const LocatorMark& mark) {
        out.number(mark.offset);
        out.string(mark.kind);
        out.string(mark.label);
        out.span(mark.span);
    });
    out.list(document.comments, [&](const Comment& comment) {
        out.string(comment.text);
        out.number(comment.offset);
        out.span({comment.decoded.begin, comment.decoded.end});
    });
    put(out, document.metadata);
    return std::move(out).take();
}

std::optional<Document> decoded_document(const SharedText& bytes)
{
    Decoder in(bytes);
    Document document;
    document.format = in.string();
    document.sha256 = in.string();
    const auto encoding = enum_of(in.number(), Encoding::utf16be);
    document.encoding = encoding.value_or(Encoding::utf8);
    document.bom = in.number();
    document.decoded = in.shared_string();
    if (in.number() != 0) {
        const std::size_t size = in.number();
        if (size > document.decoded.size())
            return std::nullopt;
        document.plain = document.decoded.from(document.decoded.size() - size);
    } else {
        document.plain = in.shared_string();
    }
    document.map = map_from(in);
    in.list(document.line_starts, [&] { return in.number(); });
    in.list(document.blocks, [&] { return block_from(in); });
    for (std::vector<Span>* spans : {&document.emphasis, &document.code, &document.links})
        in.list(*spans, [&] { return in.span(); });
    in.list(document.note_calls, [&] {
        const Span span = in.span();
        return NoteCall{span, in.string()};
    });
    in.list(document.locators, [&] {
        LocatorMark mark;
        mark.offset = in.number();
        mark.kind = in.string();
        mark.label = in.string();
        mark.span = in.span();
        return mark;
    });
    in.list(document.comments, [&] {
        Comment comment;
        comment.text = in.string();
        comment.offset = in.number();
        const Span span = in.span();
        comment.decoded = {span.begin, span.end};
        return comment;
    });
    document.metadata = metadata_from(in);
    if (!in.done() || !encoding || !is_sound(document))
        return std::nullopt;
    return document;
}

} // namespace verbatim::library
