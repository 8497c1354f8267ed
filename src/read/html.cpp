// SPDX-License-Identifier: Apache-2.0
// What the parser moved (text that stands loose in a table) is left out, so that the text keeps the order of the file.
#include "read/html.hpp"

#include "read/html_elements.hpp"
#include "read/html_guard.hpp"
#include "read/html_text.hpp"
#include "read/html_tree.hpp"
#include "text/text.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <map>

namespace verbatim::read {
namespace {

constexpr std::string_view quote_tag = "<blockquote>";

std::optional<Sketch::Mark> mark_of(HtmlRole role)
{
    switch (role) {
    case HtmlRole::emphasis:
        return Sketch::Mark::emphasis;
    case HtmlRole::code:
        return Sketch::Mark::code;
    case HtmlRole::link:
        return Sketch::Mark::link;
    default:
        return std::nullopt;
    }
}

bool is_dash(char32_t c) { return c == U'-' || (c >= U'\u2010' && c <= U'\u2015'); }

class HtmlReader {
public:
    HtmlReader(const Excerpt& html, const HtmlPlace& place, Sketch& sketch)
        : html_(html), place_(place), sketch_(sketch), context_(context_of(html.bytes)), group_(place.group),
          groups_(place.groups)
    {
        const bool in_table = context_ != GUMBO_TAG_BODY; // there it can neither open nor close what is around
        open_ = in_table ? place.open : 0;
        for (std::size_t i = open_; i < place.open; ++i)
            bytes_ += quote_tag; // what is still open is opened again, so that this piece may close it
        within_[HtmlRole::left_out] = 0;
        within_[HtmlRole::quote] = place.quotes - static_cast<int>(place.open - open_);
        prefix_ = bytes_.size();
        bytes_ += html.bytes;
    }

    HtmlOutcome run() &&
    {
        GumboOptions options = kGumboDefaultOptions;
        options.max_errors = 0;
        options.fragment_context = context_;
        const Tree tree(gumbo_parse_with_options(&options, bytes_.data(), bytes_.size()));
        find_moved(*tree->root);
        walk(
            *tree->root, [this](const GumboNode& node) { return enter(node); },
            [this](const GumboNode& node) { leave(node); }, [this](const GumboNode& node) { other(node); });
        close();
        return {true, open_, open_ == 0 ? 0 : group_, groups_};
    }

private:
    // Blocks and marks
    bool enter(const GumboNode& node);
    void leave(const GumboNode& node);
    void open();
    void close();
    /// <footer>, and a <cite> that stands in a line of its own behind the words.
    [[nodiscard]] bool signs(const GumboNode& node) const
    {
        const GumboElement& element = node.v.element;
        return stands_here(view(element.original_tag))
               && (element.tag == GUMBO_TAG_FOOTER
                   || (element.tag == GUMBO_TAG_CITE && worded_ && (!sketch_.is_open() || after_break_)
                       && ends_parent(node)));
    }
    [[nodiscard]] static bool is_container(HtmlRole role) { return role == HtmlRole::quote || role == HtmlRole::list; }
    [[nodiscard]] bool stays_open(const GumboElement& element) const
    {
        return element.original_end_tag.length == 0 && element.end_pos.offset >= bytes_.size();
    }

    // Text
    void find_moved(const GumboNode& root);
    void other(const GumboNode& node);
    void text(const GumboNode& node);
    void line_break(std::string_view tag);
    [[nodiscard]] bool in_order(std::string_view written) const;
    void write(const HtmlPiece& piece, std::size_t raw);
    void flush_space();
    void comment(const GumboNode& node);
    /// Decoded bytes of a view of bytes_, which begins behind the prefix.
    [[nodiscard]] FileSpan decoded(std::size_t begin, std::size_t end) const
    {
        return html_.decoded(begin - prefix_, end - prefix_);
    }
    /// False for what the parser made up.
    [[nodiscard]] bool stands_here(std::string_view text) const
    {
        const std::less_equal<> before;
        return !text.empty() && before(bytes_.data() + prefix_, text.data())
               && before(text.data() + text.size(), bytes_.data() + bytes_.size());
    }
    [[nodiscard]] std::size_t at(std::string_view text) const
    {
        return static_cast<std::size_t>(text.data() - bytes_.data());
    }

    const Excerpt& html_;
    const HtmlPlace& place_;
    Sketch& sketch_;
    GumboTag context_;
    std::string bytes_;
    std::size_t prefix_ = 0; ///< bytes of bytes_ that we put there

    std::map<HtmlRole, int> within_; ///< open elements that are blocks or left out
    bool worded_ = false;            ///< a paragraph of the open block quotation was read
    std::string_view signature_;     ///< the tag before what says whose words the block quotation holds
    int heading_ = 0;                ///< level of the last
    int containers_ = 0;             ///< open quotations and lists of this piece
    std::size_t group_ = 0;          ///< of the open containers
    std::size_t groups_ = 0;
    std::size_t open_ = 0;              ///< quotations that were left open
    std::map<Sketch::Mark, int> marks_; ///< open inline elements; one in another of its kind says nothing more
    std::optional<FileSpan> space_;     ///< white space that will stand where more text follows
    bool after_break_ = false;          ///< no white space stands behind a line break
    std::vector<std::size_t> moved_;    ///< offsets of what the parser moved, ascending
    std::size_t cut_ = 0;               ///< the next of html_.cuts
    std::size_t last_ = 0;              ///< offset behind the last text
};

// ---- blocks ------------------------------------------------------------------------------------------------------

bool HtmlReader::enter(const GumboNode& node)
{
    const HtmlRole role = role_of(node);
    if (is_hidden(node.v.element))
        ++within_[HtmlRole::left_out];
    if (within_[HtmlRole::quote] > 0 && signs(node)) {
        close();
        signature_ = view(node.v.element.original_tag);
    }
    if (role == HtmlRole::line_break) {
        line_break(view(node.v.element.original_tag));
    } else if (const std::optional<Sketch::Mark> mark = mark_of(role)) {
        if (++marks_[*mark] == 1 && sketch_.is_open()) {
            flush_space();
            sketch_.begin(*mark);
        }
    } else if (role == HtmlRole::left_out) {
        ++within_[role];
    } else if (role != HtmlRole::inline_) {
        close();
        ++within_[role];
        if (is_container(role) && containers_++ == 0 && place_.group == 0)
            group_ = ++groups_;
        if (role == HtmlRole::heading)
            heading_ = 1 + static_cast<int>(node.v.element.tag) - static_cast<int>(GUMBO_TAG_H1);
    }
    return true;
}

void HtmlReader::leave(const GumboNode& node)
{
    const HtmlRole role = role_of(node);
    if (is_hidden(node.v.element))
        --within_[HtmlRole::left_out];
    if (const std::optional<Sketch::Mark> mark = mark_of(role)) {
        if (--marks_[*mark] == 0 && sketch_.is_open())
            sketch_.end(*mark);
    } else if (role == HtmlRole::left_out) {
        --within_[role];
    } else if (role != HtmlRole::inline_ && role != HtmlRole::line_break) {
        close();
        --within_[role];
        worded_ = worded_ && within_[HtmlRole::quote] > 0;
        if (role == HtmlRole::quote && stays_open(node.v.element))
            ++open_;
        if (is_container(role) && --containers_ == 0 && place_.group == 0 && open_ == 0)
            group_ = 0;
    }
}

void HtmlReader::open()
{
    Sketch::Kind what{place_.kind, 0, group_, place_.label, 0};
    if (within_[HtmlRole::preformatted] > 0) {
        what.kind = BlockKind::code;
    } else if (place_.kind == BlockKind::note || place_.kind == BlockKind::admonition) {
        what.kind = place_.kind;
    } else if (within_[HtmlRole::heading] > 0 && !worded_) {
        what.kind = BlockKind::heading;
        what.level = heading_;
    } else if (within_[HtmlRole::cell] > 0 && !worded_) {
        what.kind = BlockKind::table_cell;
    } else if (within_[HtmlRole::quote] > 0) {
        worded_ = true;
        what.kind = BlockKind::quote;
        what.level = within_[HtmlRole::quote];
    } else if (within_[HtmlRole::item] > 0) {
        what.kind = BlockKind::list_item;
    }
    sketch_.open(std::move(what));
    for (const auto& [mark, count] : marks_)
        if (count > 0)
            sketch_.begin(mark);
}

void HtmlReader::close()
{
    sketch_.close();
    space_.reset();
}

// ---- text --------------------------------------------------------------------------------------------------------

/// Text and line breaks behind which, in the tree, some stand that come earlier in the file.
void HtmlReader::find_moved(const GumboNode& root)
{
    std::vector<std::size_t> begins;
    const auto note = [&](std::string_view written) {
        if (stands_here(written))
            begins.push_back(at(written));
    };
    const auto note_break = [&](const GumboNode& node) {
        if (node.v.element.tag == GUMBO_TAG_BR)
            note(view(node.v.element.original_tag));
        return true;
    };
    walk(
        root, note_break, [](const GumboNode&) {},
        [&](const GumboNode& node) { note(view(node.v.text.original_text)); });
    std::size_t least = std::numeric_limits<std::size_t>::max();
    for (auto begin = begins.rbegin(); begin != begins.rend(); ++begin) {
        if (*begin > least)
            moved_.push_back(*begin);
        least = std::min(least, *begin);
    }
    std::sort(moved_.begin(), moved_.end());
}

void HtmlReader::other(const GumboNode& node)
{
    if (node.type == GUMBO_NODE_COMMENT)
        return comment(node);
    if (in_order(view(node.v.text.original_text)))
        text(node);
}

/// True for what is read: in no element that is left out, and where it stands in the file.
bool HtmlReader::in_order(std::string_view written) const
{
    return within_.find(HtmlRole::left_out)->second == 0 && stands_here(written) && at(written) >= last_
           && !std::binary_search(moved_.begin(), moved_.end(), at(written));
}

void HtmlReader::line_break(std::string_view tag)
{
    if (!in_order(tag))
        return;
    space_.reset();
    last_ = at(tag) + tag.size();
    if (sketch_.is_open() && !sketch_.empty())
        sketch_.replace("\n", decoded(at(tag), last_));
    after_break_ = true;
}

void HtmlReader::text(const GumboNode& node)
{
    const std::string_view raw = view(node.v.text.original_text);
    for (const HtmlPiece& piece : html_pieces(raw, node.v.text.text))
        write(piece, at(raw));
    last_ = at(raw) + raw.size();
}

void HtmlReader::write(const HtmlPiece& piece, std::size_t raw)
{
    FileSpan where = decoded(raw + piece.begin, raw + piece.end);
    if (piece.kind == HtmlPiece::Kind::space) // the first of a run stands for all
        where.end = where.begin + 1;
    for (; cut_ < html_.cuts.size() && html_.cuts[cut_] + prefix_ <= raw + piece.begin; ++cut_)
        close();
    if (piece.kind == HtmlPiece::Kind::space && within_[HtmlRole::preformatted] == 0) {
        if (!space_ && !after_break_ && sketch_.is_open() && !sketch_.empty())
            space_ = where;
        return;
    }
    after_break_ = false;
    if (!sketch_.is_open()) {
        open();
        if (!signature_.empty() && !is_dash(text::code_point_at(piece.value, 0)))
            sketch_.replace("— ", decoded(at(signature_), at(signature_) + signature_.size()));
        signature_ = {};
    }
    flush_space();
    if (piece.kind == HtmlPiece::Kind::copied)
        sketch_.copy(where);
    else
        sketch_.replace(piece.value, where);
}

void HtmlReader::flush_space()
{
    if (space_)
        sketch_.replace(" ", *space_);
    space_.reset();
}

void HtmlReader::comment(const GumboNode& node)
{
    const std::string_view written = view(node.v.text.original_text);
    if (!stands_here(written) || written.size() < 7 || !written.starts_with("<!--") || !written.ends_with("-->"))
        return; // a declaration, an instruction, a comment without end
    if (sketch_.is_open())
        flush_space();
    sketch_.comment(decoded(at(written), at(written) + written.size()),
                    std::string(written.substr(4, written.size() - 7)));
}

} // namespace

HtmlOutcome read_html(const Excerpt& html, const HtmlPlace& place, Sketch& sketch)
{
    if (!affordable_html(html.bytes))
        return {false, place.open, place.group, place.groups};
    return HtmlReader(html, place, sketch).run();
}

} // namespace verbatim::read
