// SPDX-License-Identifier: Apache-2.0
#include "report/terminal.hpp"
#include "report/escape.hpp"
#include "report/lookup.hpp"

namespace verbatim::report {
namespace {

std::string diff_line(const Terminal& terminal, const std::vector<DiffRun>& runs, DiffSide side)
{
    const bool quoted = side == DiffSide::quoted;
    std::string line;
    for (const DiffPiece& piece : diff_side(runs, side, DiffExtent::around_hunks)) {
        const std::string words = visible(piece.text);
        if (!piece.differs)
            line += words;
        else if (quoted)
            line += terminal.inked(Ink::red, "[-" + words + "-]");
        else
            line += terminal.inked(Ink::green, "{+" + words + "+}");
    }
    return line;
}

} // namespace

void write_diff(Terminal& terminal, const Passage& passage)
{
    terminal.line("   " + terminal.inked(Ink::dim, "quoted") + "   "
                  + diff_line(terminal, passage.diff, DiffSide::quoted));
    terminal.line("   " + terminal.inked(Ink::dim, "source") + "   "
                  + diff_line(terminal, passage.diff, DiffSide::source));
}

std::string passage_name(const Report& report, const Passage& passage)
{
    const Version* version = version_of(report, passage);
    const Work* work = work_of(report, passage);
    std::string name = work == nullptr ? "" : visible(work_name(*work));
    if (const std::string place = passage_place(passage); !place.empty())
        name += ", " + visible(place);
    return version == nullptr ? name
                              : name + " (" + visible(version->path) + ":" + std::to_string(passage.where.line) + ")";
}

} // namespace verbatim::report
