// SPDX-License-Identifier: Apache-2.0
// Markdown (CommonMark with tables, strike-through, task lists; notes by markdown_source). Sole user of md4c.
//
// md4c's text callbacks point into the input except for line breaks, tabs and entities; a block of a tight list has no
// paragraph of its own, so a paragraph is opened where text comes and none is open.
#include "read/formats.hpp"
#include "read/markdown_source.hpp"
#include "read/sketch.hpp"
#include "text/text.hpp"

#include <md4c.h>

#include <algorithm>
#include <map>

namespace verbatim::read {
namespace {

class MarkdownReader {
public:
    MarkdownReader(std::string_view decoded, const MarkdownSource& source, Sketch& sketch)
        : decoded_(decoded), source_(source), sketch_(sketch)
    {
    }

    void read_main() { parse(source_.main); }
    void read_note(const NoteDefinition& note)
    {
        note_ = &note;
        note_group_ = ++groups_;
        parse(note.text);
        note_ = nullptr;
    }

private:
    enum class Container : unsigned char { quote, admonition, list, item };
    struct Open {
        Container kind = Container::quote;
        std::size_t group = 0;
        std::size_t number = 0; ///< of the next item of an ordered list; 0: bullets
        bool untouched = true;  ///< no block of it was closed yet
    };

    void parse(const Excerpt& excerpt);
    int enter(MD_BLOCKTYPE type, void* detail);
    int leave(MD_BLOCKTYPE type);
    int enter(MD_SPANTYPE type);
    int leave(MD_SPANTYPE type);
    int text(MD_TEXTTYPE type, std::string_view text);

    void open(BlockKind kind, int level);
    void open_paragraph();
    void close();
    void copy(FileSpan decoded);
    void line_break();
    void html(FileSpan decoded);
    [[nodiscard]] const Open* innermost(Container kind) const;

    std::string_view decoded_;
    const MarkdownSource& source_;
    Sketch& sketch_;
    const Excerpt* excerpt_ = nullptr;
    const NoteDefinition* note_ = nullptr;
    std::size_t note_group_ = 0;
    std::vector<Open> containers_;
    int quotes_ = 0;
    std::size_t groups_ = 0;
    std::size_t item_number_ = 0; ///< of the ordered item whose first block is still to come
    std::size_t images_ = 0;      ///< open images: their text is no running text
    std::size_t last_ = 0;        ///< decoded offset behind the last text
    bool in_html_ = false;
    FileSpan html_{};
    std::map<std::string, std::string, std::less<>> entities_;
};

void MarkdownReader::parse(const Excerpt& excerpt)
{
    excerpt_ = &excerpt;
    MD_PARSER parser{};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
        return static_cast<MarkdownReader*>(self)->enter(type, detail);
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) {
        return static_cast<MarkdownReader*>(self)->leave(type);
    };
    parser.enter_span = [](MD_SPANTYPE type, void*, void* self) {
        return static_cast<MarkdownReader*>(self)->enter(type);
    };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* self) {
        return static_cast<MarkdownReader*>(self)->leave(type);
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
        return static_cast<MarkdownReader*>(self)->text(type, {text, size});
    };
    md_parse(excerpt.bytes.data(), static_cast<MD_SIZE>(excerpt.bytes.size()), &parser, this);
    sketch_.close();
    containers_.clear();
    quotes_ = 0;
}

// ---- blocks ------------------------------------------------------------------------------------------------------

const MarkdownReader::Open* MarkdownReader::innermost(Container kind) const
{
    const auto found =
        std::find_if(containers_.rbegin(), containers_.rend(), [&](const Open& open) { return open.kind == kind; });
    return found == containers_.rend() ? nullptr : &*found;
}

void MarkdownReader::open(BlockKind kind, int level)
{
    Sketch::Kind what{kind, level, 0, {}, 0};
    if (!containers_.empty())
        what.group = containers_.front().group;
    if (note_ != nullptr) {
        what.group = note_group_;
        what.label = note_->label;
    }
    what.printed_number = std::exchange(item_number_, 0);
    sketch_.open(std::move(what));
}

void MarkdownReader::open_paragraph()
{
    if (note_ != nullptr)
        return open(BlockKind::note, 0);
    if (const Open* admonition = innermost(Container::admonition))
        return open(BlockKind::admonition, static_cast<int>(admonition->group != 0));
    if (quotes_ > 0)
        return open(BlockKind::quote, quotes_);
    open(containers_.empty() ? BlockKind::paragraph : BlockKind::list_item, 0);
}

/// `[!NOTE]` at the head of a block quotation makes it an admonition (a title may follow). Bytes of the marker with the
/// white space behind it, 0 where there is none.
std::size_t admonition_marker(std::string_view text)
{
    if (!text.starts_with("[!"))
        return 0;
    std::size_t end = 2;
    while (end < text.size() && ((text[end] >= 'A' && text[end] <= 'Z') || (text[end] >= 'a' && text[end] <= 'z')))
        ++end;
    if (end == 2 || end >= text.size() || text[end] != ']')
        return 0;
    return std::min(text.find_first_not_of(" \t\r\n", end + 1), text.size());
}

void MarkdownReader::close()
{
    if (!sketch_.is_open())
        return;
    if (!containers_.empty() && containers_.back().kind == Container::quote && containers_.back().untouched) {
        if (const std::size_t marker = admonition_marker(sketch_.written()); marker != 0) {
            containers_.back().kind = Container::admonition;
            --quotes_;
            sketch_.set_kind(BlockKind::admonition);
            sketch_.skip(marker);
        }
    }
    for (Open& open : containers_)
        open.untouched = false;
    sketch_.close();
}

int MarkdownReader::enter(MD_BLOCKTYPE type, void* detail)
{
    close();
    const std::size_t group = containers_.empty() ? groups_ + 1 : containers_.front().group;
    switch (type) {
    case MD_BLOCK_QUOTE:
        groups_ = std::max(groups_, group);
        containers_.push_back({Container::quote, group, 0, true});
        ++quotes_;
        break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
        groups_ = std::max(groups_, group);
        containers_.push_back(
            {Container::list, group, type == MD_BLOCK_OL ? static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start : 0U, true});
        break;
    case MD_BLOCK_LI:
        item_number_ = 0;
        if (!containers_.empty() && containers_.back().number != 0)
            item_number_ = containers_.back().number++;
        break;
    case MD_BLOCK_H:
        open(BlockKind::heading, static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level));
        break;
    case MD_BLOCK_CODE:
        open(BlockKind::code, 0);
        break;
    case MD_BLOCK_HTML:
        in_html_ = true;
        html_ = {};
        break;
    case MD_BLOCK_P:
        open_paragraph();
        break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
        open(note_ != nullptr ? BlockKind::note : BlockKind::table_cell, 0);
        break;
    default:
        break;
    }
    return 0;
}

int MarkdownReader::leave(MD_BLOCKTYPE type)
{
    close();
    switch (type) {
    case MD_BLOCK_QUOTE:
        if (!containers_.empty()) {
            if (containers_.back().kind == Container::quote)
                --quotes_;
            containers_.pop_back();
        }
        break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
        if (!containers_.empty())
            containers_.pop_back();
        break;
    case MD_BLOCK_HTML:
        in_html_ = false;
        html(html_);
        break;
    default:
        break;
    }
    return 0;
}

// ---- spans -------------------------------------------------------------------------------------------------------

int MarkdownReader::enter(MD_SPANTYPE type)
{
    if (!sketch_.is_open())
        open_paragraph();
    switch (type) {
    case MD_SPAN_EM:
    case MD_SPAN_STRONG:
        sketch_.begin(Sketch::Mark::emphasis);
        break;
    case MD_SPAN_A:
        sketch_.begin(Sketch::Mark::link);
        break;
    case MD_SPAN_CODE:
        sketch_.begin(Sketch::Mark::code);
        break;
    case MD_SPAN_IMG:
        ++images_;
        break;
    default:
        break;
    }
    return 0;
}

int MarkdownReader::leave(MD_SPANTYPE type)
{
    switch (type) {
    case MD_SPAN_EM:
    case MD_SPAN_STRONG:
        sketch_.end(Sketch::Mark::emphasis);
        break;
    case MD_SPAN_A:
        sketch_.end(Sketch::Mark::link);
        break;
    case MD_SPAN_CODE:
        sketch_.end(Sketch::Mark::code);
        break;
    case MD_SPAN_IMG:
        --images_;
        break;
    default:
        break;
    }
    return 0;
}

// ---- text --------------------------------------------------------------------------------------------------------

/// Copies decoded bytes, without the comments that were masked for md4c.
void MarkdownReader::copy(FileSpan decoded)
{
    auto comment = std::partition_point(source_.comments.begin(), source_.comments.end(),
                                        [&](FileSpan span) { return span.end <= decoded.begin; });
    for (; comment != source_.comments.end() && comment->begin < decoded.end; ++comment) {
        sketch_.copy({decoded.begin, std::max(decoded.begin, comment->begin)});
        decoded.begin = std::min(comment->end, decoded.end);
        while (decoded.begin < decoded.end && decoded_[decoded.begin] == ' ')
            ++decoded.begin;
    }
    sketch_.copy(decoded);
}

/// Copies the line end that follows the last text; what stands around it (`> `, two spaces, a backslash) is markup.
void MarkdownReader::line_break()
{
    const std::size_t at = decoded_.find_first_of("\r\n", last_);
    if (at == std::string_view::npos)
        return;
    const bool both = decoded_.substr(at).starts_with("\r\n");
    last_ = at + (both ? 2 : 1);
    if (!sketch_.empty())
        sketch_.copy({at, last_});
}

void MarkdownReader::html(FileSpan decoded)
{
    const std::string_view raw = decoded_.substr(decoded.begin, decoded.end - decoded.begin);
    // md4c hands over whole comments, but inline ones line by line: read on in the file.
    for (std::size_t at = raw.find("<!--"); at != std::string_view::npos; at = raw.find("<!--", at + 4)) {
        const std::size_t begin = decoded.begin + at;
        std::size_t close = decoded_.find("-->", begin + 4);
        if (close == std::string_view::npos)
            return;
        sketch_.comment({begin, close + 3}, std::string(decoded_.substr(begin + 4, close - begin - 4)));
        if (close + 3 >= decoded.end)
            return;
        at = close - decoded.begin - 1;
    }
}

int MarkdownReader::text(MD_TEXTTYPE type, std::string_view text)
{
    const std::string_view input = excerpt_->bytes;
    const bool inside =
        std::less_equal<>{}(input.data(), text.data()) && std::less<>{}(text.data(), input.data() + input.size());
    FileSpan decoded{last_, last_};
    if (inside) {
        const std::size_t at = static_cast<std::size_t>(text.data() - input.data());
        decoded.begin = excerpt_->decoded(at);
        decoded.end = decoded.begin + text.size();
        last_ = decoded.end;
    }
    if (in_html_) {
        if (inside)
            html_ = {html_.end == 0 ? decoded.begin : html_.begin, decoded.end};
        return 0;
    }
    if (images_ != 0)
        return 0;
    if (!sketch_.is_open())
        open_paragraph();
    switch (type) {
    case MD_TEXT_HTML:
        if (inside)
            html(decoded);
        if (text.starts_with("<br"))
            sketch_.replace("\n", decoded);
        break;
    case MD_TEXT_BR:
    case MD_TEXT_SOFTBR:
        line_break();
        break;
    case MD_TEXT_ENTITY: {
        auto known = entities_.find(text);
        if (known == entities_.end())
            known = entities_.emplace(std::string(text), decode_entity(text)).first;
        sketch_.replace(known->second, decoded);
        break;
    }
    case MD_TEXT_NULLCHAR:
        sketch_.replace("\xEF\xBF\xBD", decoded);
        break;
    default:
        if (inside)
            copy(decoded);
        else if (text == "\n")
            line_break();
        else
            sketch_.synthesize(text);
    }
    return 0;
}

} // namespace

void read_markdown(Document& document, std::size_t body)
{
    const MarkdownSource source = prepare_markdown(document.decoded, body);
    Sketch sketch(document.decoded);
    MarkdownReader reader(document.decoded, source, sketch);
    reader.read_main();
    for (const NoteDefinition& note : source.notes)
        reader.read_note(note);
    for (const FileSpan comment : source.comments)
        sketch.comment(comment, document.decoded.substr(comment.begin + 4, comment.end - comment.begin - 7));
    std::move(sketch).assemble(document);
    find_note_calls(document, source.calls);
}

} // namespace verbatim::read
