// SPDX-License-Identifier: Apache-2.0
#include "read/sketch.hpp"

#include <algorithm>
#include <numeric>

namespace verbatim::read {

void Sketch::open(Kind kind)
{
    close();
    Sketched block;
    block.kind = std::move(kind);
    block.begin = block.visible = plain_.size();
    block.first_piece = pieces_.size();
    block.first_span = spans_.size();
    blocks_.push_back(std::move(block));
    open_ = true;
}

void Sketch::close()
{
    if (!open_)
        return;
    open_ = false;
    for (const std::size_t index : open_spans_)
        spans_[index].span.end = plain_.size();
    open_spans_.clear();
    Sketched& block = blocks_.back();
    block.end = plain_.size();
    block.end_piece = pieces_.size();
    block.end_span = spans_.size();
    if (block.begin != block.end)
        return;
    spans_.resize(block.first_span);
    for (Noted& noted : comments_)
        if (noted.at && noted.block + 1 == blocks_.size())
            noted.at.reset();
    blocks_.pop_back();
}

void Sketch::piece(std::string_view plain, FileSpan decoded, SourceMap::Kind kind)
{
    if (plain.empty() || !open_)
        return;
    if (blocks_.back().first_piece == pieces_.size())
        blocks_.back().decoded = decoded.begin;
    pieces_.push_back({plain.size(), decoded, kind});
    plain_ += plain;
}

void Sketch::copy(FileSpan decoded)
{
    piece(decoded_.substr(decoded.begin, decoded.end - decoded.begin), decoded, SourceMap::Kind::copied);
}
void Sketch::replace(std::string_view plain, FileSpan decoded) { piece(plain, decoded, SourceMap::Kind::replaced); }

void Sketch::synthesize(std::string_view plain)
{
    if (!open_)
        return;
    const bool first = blocks_.back().first_piece == pieces_.size();
    const std::size_t at = first ? 0 : pieces_.back().decoded.end;
    if (!first) // a block never begins with what the reader made up
        piece(plain, {at, at}, SourceMap::Kind::synthetic);
}

void Sketch::begin(Mark mark)
{
    if (!open_)
        return;
    open_spans_.push_back(spans_.size());
    spans_.push_back({mark, {plain_.size(), plain_.size()}});
}

void Sketch::end(Mark mark)
{
    if (open_spans_.empty() || spans_[open_spans_.back()].mark != mark)
        return;
    spans_[open_spans_.back()].span.end = plain_.size();
    open_spans_.pop_back();
}

void Sketch::skip(std::size_t bytes)
{
    if (open_)
        blocks_.back().visible = std::min(plain_.size(), blocks_.back().begin + bytes);
}

std::string_view Sketch::written() const
{
    return open_ ? std::string_view(plain_).substr(blocks_.back().begin) : std::string_view{};
}

void Sketch::comment(FileSpan decoded, std::string text)
{
    Noted noted{decoded, std::move(text), std::nullopt, 0};
    if (open_) {
        noted.at = plain_.size();
        noted.block = blocks_.size() - 1;
    }
    comments_.push_back(std::move(noted));
}

void Sketch::place_block(Document& document, std::string& plain, const Sketched& sketched,
                         std::vector<PrintedNumber>& printed)
{
    if (!plain.empty()) {
        const std::size_t at = document.map.runs().back().decoded.end;
        document.map.append(2, {at, at}, SourceMap::Kind::synthetic);
        plain += "\n\n";
    }
    const std::size_t begin = plain.size();
    plain.append(plain_, sketched.begin, sketched.end - sketched.begin);
    for (std::size_t i = sketched.first_piece; i < sketched.end_piece; ++i)
        document.map.append(pieces_[i].size, pieces_[i].decoded, pieces_[i].kind);
    const auto moved = [&](Span span) {
        return Span{span.begin - sketched.begin + begin, span.end - sketched.begin + begin};
    };
    for (std::size_t i = sketched.first_span; i < sketched.end_span; ++i) {
        const Marked& marked = spans_[i];
        if (marked.span.empty())
            continue;
        std::vector<Span>& list = marked.mark == Mark::emphasis ? document.emphasis
                                  : marked.mark == Mark::code   ? document.code
                                                                : document.links;
        list.push_back(moved(marked.span));
    }
    if (sketched.visible == sketched.end) // nothing but a marker
        return;
    if (sketched.kind.printed_number != 0)
        printed.push_back({document.blocks.size(), sketched.kind.printed_number});
    document.blocks.push_back({sketched.kind.kind, moved({sketched.visible, sketched.end}), sketched.kind.level, 0,
                               sketched.kind.group, sketched.kind.label});
}

void Sketch::assemble(Document& document) &&
{
    close();
    std::vector<std::size_t> order(blocks_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [this](std::size_t a, std::size_t b) { return blocks_[a].decoded < blocks_[b].decoded; });
    std::vector<PrintedNumber> printed;
    std::vector<std::size_t> starts; ///< plain offset of each block, in order
    std::vector<std::size_t> start_of(blocks_.size());
    std::string plain;
    plain.reserve(plain_.size() + 2 * blocks_.size());
    for (const std::size_t index : order) {
        place_block(document, plain, blocks_[index], printed);
        start_of[index] = plain.size() - (blocks_[index].end - blocks_[index].begin);
        starts.push_back(start_of[index]);
    }
    document.plain = std::move(plain);
    for (Noted& noted : comments_) {
        std::size_t at = document.plain.size();
        if (noted.at) {
            at = *noted.at - blocks_[noted.block].begin + start_of[noted.block];
        } else {
            const auto next = std::partition_point(order.begin(), order.end(), [&](std::size_t index) {
                return blocks_[index].decoded < noted.decoded.begin;
            });
            if (next != order.end())
                at = starts[static_cast<std::size_t>(next - order.begin())];
        }
        document.comments.push_back({std::move(noted.text), at, noted.decoded});
    }
    std::stable_sort(document.comments.begin(), document.comments.end(),
                     [](const Comment& a, const Comment& b) { return a.decoded.begin < b.decoded.begin; });
    number_paragraphs(document);
    find_locators(document, printed);
}

} // namespace verbatim::read
