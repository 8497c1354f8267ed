// SPDX-License-Identifier: Apache-2.0
#include "read/markdown_place.hpp"

#include <algorithm>
#include <utility>

namespace verbatim::read {
namespace {

constexpr std::size_t deepest = 16; ///< quotations of HTML that stay open; each later piece opens them once more

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

} // namespace

// ---- containers --------------------------------------------------------------------------------------------------

void MarkdownPlace::enter(Container kind, std::size_t number)
{
    const std::size_t group = containers_.empty() ? groups_ + 1 : containers_.front().group;
    groups_ = std::max(groups_, group);
    containers_.push_back({kind, group, number, kind != Container::html_quote, false});
    quotes_ += kind == Container::quote || kind == Container::html_quote ? 1 : 0;
}

void MarkdownPlace::leave()
{
    close_html();
    if (containers_.empty())
        return;
    quotes_ -= containers_.back().kind == Container::quote ? 1 : 0;
    containers_.pop_back();
}

std::size_t MarkdownPlace::open_html() const
{
    const auto other = std::find_if(containers_.rbegin(), containers_.rend(),
                                    [](const Open& open) { return open.kind != Container::html_quote; });
    return static_cast<std::size_t>(other - containers_.rbegin());
}

void MarkdownPlace::close_html()
{
    for (std::size_t count = open_html(); count > 0; --count) {
        containers_.pop_back();
        --quotes_;
    }
}

void MarkdownPlace::enter_item()
{
    item_number_ = 0;
    if (!containers_.empty() && containers_.back().number != 0)
        item_number_ = containers_.back().number++;
}

void MarkdownPlace::enter_note(const std::string& label)
{
    label_ = label;
    note_group_ = ++groups_;
}

void MarkdownPlace::leave_all()
{
    containers_.clear();
    quotes_ = 0;
    label_.clear();
}

bool MarkdownPlace::holds(Container kind) const
{
    return std::any_of(containers_.begin(), containers_.end(), [&](const Open& open) { return open.kind == kind; });
}

// ---- blocks ------------------------------------------------------------------------------------------------------

bool MarkdownPlace::goes_on_quoting(BlockKind kind) const
{
    return paragraph_kind() == BlockKind::quote && kind != BlockKind::note
           && std::any_of(containers_.begin(), containers_.end(), [](const Open& open) {
                  return open.worded && (open.kind == Container::quote || open.kind == Container::html_quote);
              });
}

Sketch::Kind MarkdownPlace::block(BlockKind kind, int level)
{
    return goes_on_quoting(kind) ? here(BlockKind::quote, quotes_) : here(kind, level);
}

Sketch::Kind MarkdownPlace::here(BlockKind kind, int level)
{
    Sketch::Kind what{kind, level, 0, label_, std::exchange(item_number_, 0)};
    if (in_note())
        what.group = note_group_;
    else if (!containers_.empty())
        what.group = containers_.front().group;
    return what;
}

BlockKind MarkdownPlace::paragraph_kind() const
{
    if (in_note())
        return BlockKind::note;
    if (holds(Container::admonition))
        return BlockKind::admonition;
    if (quotes_ > 0)
        return BlockKind::quote;
    return containers_.empty() ? BlockKind::paragraph : BlockKind::list_item;
}

Sketch::Kind MarkdownPlace::paragraph()
{
    const BlockKind kind = paragraph_kind();
    for (Open& open : containers_)
        open.worded = true;
    return here(kind, kind == BlockKind::quote ? quotes_ : kind == BlockKind::admonition ? 1 : 0);
}

void MarkdownPlace::close_block(Sketch& sketch)
{
    if (!sketch.is_open())
        return;
    if (!containers_.empty() && containers_.back().kind == Container::quote && containers_.back().untouched) {
        if (const std::size_t marker = admonition_marker(sketch.written()); marker != 0) {
            containers_.back().kind = Container::admonition;
            --quotes_;
            sketch.set_kind(BlockKind::admonition);
            sketch.skip(marker);
        }
    }
    for (Open& open : containers_)
        open.untouched = false;
    sketch.close();
}

// ---- raw HTML ----------------------------------------------------------------------------------------------------

HtmlPlace MarkdownPlace::html() const
{
    HtmlPlace place;
    place.kind = in_note()                      ? BlockKind::note
                 : holds(Container::admonition) ? BlockKind::admonition
                 : holds(Container::list)       ? BlockKind::list_item
                                                : BlockKind::paragraph;
    place.quotes = quotes_;
    place.open = open_html();
    place.group = in_note() ? note_group_ : containers_.empty() ? 0 : containers_.front().group;
    place.groups = groups_;
    place.label = label_;
    return place;
}

void MarkdownPlace::after_html(const HtmlOutcome& outcome, bool is_closed_later)
{
    groups_ = std::max(groups_, outcome.groups);
    for (Open& open : containers_)
        open.untouched = false;
    if (!outcome.read)
        return;
    close_html();
    const std::size_t outermost = containers_.empty() ? outcome.group : containers_.front().group;
    for (std::size_t count = is_closed_later ? std::min(outcome.open, deepest) : 0; count > 0; --count) {
        containers_.push_back({Container::html_quote, outermost, 0, false, false});
        ++quotes_;
    }
}

} // namespace verbatim::read
