// SPDX-License-Identifier: Apache-2.0
// Markdown (CommonMark with tables, strike-through, task lists; notes by markdown_source). Sole user of md4c.
//
// md4c's text callbacks point into the input except for line breaks, tabs and entities; a block of a tight list has no
// paragraph of its own, so a paragraph is opened where text comes and none is open.
#include "read/formats.hpp"
#include "read/html.hpp"
#include "read/html_elements.hpp"
#include "read/markdown_html.hpp"
#include "read/markdown_place.hpp"
#include "read/markdown_source.hpp"
#include "read/markdown_tags.hpp"
#include "read/sketch.hpp"

#include <md4c.h>

#include <algorithm>
#include <map>

namespace verbatim::read {
namespace {

class MarkdownReader {
public:
    MarkdownReader(std::string_view decoded, const MarkdownSource& source, Sketch& sketch)
        : decoded_(decoded), source_(source), sketch_(sketch), tags_(decoded), html_(decoded, source.notes)
    {
        for (const std::string_view end : {"</blockquote", "</BLOCKQUOTE"})
            if (const std::size_t at = decoded.rfind(end); at != std::string_view::npos)
                last_quote_end_ = std::max(last_quote_end_, at);
    }

    void read_main() { parse(source_.main); }
    void read_note(const NoteDefinition& note)
    {
        place_.enter_note(note.label);
        parse(note.text);
    }

private:
    void parse(const Excerpt& excerpt);
    int enter(MD_BLOCKTYPE type, void* detail);
    int leave(MD_BLOCKTYPE type);
    int enter(MD_SPANTYPE type);
    int leave(MD_SPANTYPE type);
    int text(MD_TEXTTYPE type, std::string_view text);

    void open_paragraph() { sketch_.open(place_.paragraph()); }
    void copy(FileSpan decoded);
    void line_break();
    void leave_html();
    void inline_html(FileSpan decoded, std::string_view tag);
    [[nodiscard]] bool is_deleted() const;
    void between_blocks();
    void comments(FileSpan decoded);

    std::string_view decoded_;
    const MarkdownSource& source_;
    Sketch& sketch_;
    const Excerpt* excerpt_ = nullptr;
    MarkdownPlace place_;
    std::size_t images_ = 0;      ///< open images: their text is no running text
    std::vector<bool> deletions_; ///< open strike-through, and whether it is of two tildes: struck out of the text
    std::size_t deleted_ = 0;     ///< of them those that are
    LeftOutTags tags_;
    std::size_t last_ = 0; ///< decoded offset behind the last text
    bool in_html_ = false;
    HtmlLines html_;
    std::size_t last_quote_end_ = 0; ///< decoded offset of the last `</blockquote`
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
    place_.leave_all();
}

// ---- blocks ------------------------------------------------------------------------------------------------------

/// No inline tag reaches beyond its block.
void MarkdownReader::between_blocks()
{
    place_.close_block(sketch_);
    tags_.end_block();
}

int MarkdownReader::enter(MD_BLOCKTYPE type, void* detail)
{
    Sketch::Kind what;
    between_blocks();
    switch (type) {
    case MD_BLOCK_QUOTE:
        place_.enter_quote();
        break;
    case MD_BLOCK_UL:
        place_.enter_list(0);
        break;
    case MD_BLOCK_OL:
        place_.enter_list(static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start);
        break;
    case MD_BLOCK_LI:
        place_.enter_item();
        break;
    case MD_BLOCK_H:
        sketch_.open(
            place_.block(BlockKind::heading, static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level)));
        break;
    case MD_BLOCK_CODE:
        what = place_.block(BlockKind::code, 0);
        sketch_.open(what);
        if (what.kind == BlockKind::quote) // its words are quoted, its marks are none
            sketch_.begin(Sketch::Mark::code);
        break;
    case MD_BLOCK_HTML:
        in_html_ = true;
        html_.begin();
        break;
    case MD_BLOCK_P:
        open_paragraph();
        break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
        sketch_.open(place_.block(place_.in_note() ? BlockKind::note : BlockKind::table_cell, 0));
        break;
    default:
        break;
    }
    return 0;
}

int MarkdownReader::leave(MD_BLOCKTYPE type)
{
    between_blocks();
    switch (type) {
    case MD_BLOCK_QUOTE:
        place_.leave_quote();
        break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
        place_.leave_list();
        break;
    case MD_BLOCK_LI:
        place_.leave_item();
        break;
    case MD_BLOCK_HTML:
        leave_html();
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
    case MD_SPAN_DEL:
        deletions_.push_back(is_deleted());
        deleted_ += deletions_.back() ? 1U : 0U;
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
    case MD_SPAN_DEL:
        deleted_ -= deletions_.back() ? 1U : 0U;
        deletions_.pop_back();
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

void MarkdownReader::leave_html()
{
    in_html_ = false;
    const Excerpt& html = html_.excerpt();
    if (html.bytes.empty())
        return;
    const FileSpan all = html.decoded(0, html.bytes.size());
    const HtmlOutcome outcome = read_html(html, place_.html(), sketch_);
    if (!outcome.read)
        comments(all);
    place_.after_html(outcome, all.end <= last_quote_end_);
}

/// `~~struck~~`, and not the `H~2~O` of those who write subscripts so.
bool MarkdownReader::is_deleted() const
{
    const std::size_t at = decoded_.find('~', last_);
    return at != std::string_view::npos && decoded_.substr(at).starts_with("~~");
}

void MarkdownReader::inline_html(FileSpan decoded, std::string_view tag)
{
    comments(decoded);
    const std::string name = html_tag_name(tag);
    if (tags_.leave_out(name, decoded.end, tag))
        return;
    const auto mark = [&](Sketch::Mark what) { tag.starts_with("</") ? sketch_.end(what) : sketch_.begin(what); };
    switch (html_role(name)) {
    case HtmlRole::emphasis:
        return mark(Sketch::Mark::emphasis);
    case HtmlRole::code:
        return mark(Sketch::Mark::code);
    case HtmlRole::link:
        return mark(Sketch::Mark::link);
    case HtmlRole::line_break:
        return sketch_.replace("\n", decoded);
    default:
        return;
    }
}

void MarkdownReader::comments(FileSpan decoded)
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
        html_.add(decoded, text, last_);
        return 0;
    }
    const bool is_tag = type == MD_TEXT_HTML;
    if (images_ != 0 || deleted_ != 0 || (tags_.is_open() && !is_tag))
        return 0;
    if (!sketch_.is_open())
        open_paragraph();
    switch (type) {
    case MD_TEXT_HTML:
        if (inside)
            inline_html(decoded, text);
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
        sketch.comment(comment,
                       std::string(document.decoded.view().substr(comment.begin + 4, comment.end - comment.begin - 7)));
    std::move(sketch).assemble(document);
    find_note_calls(document, source.calls);
}

} // namespace verbatim::read
