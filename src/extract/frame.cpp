// SPDX-License-Identifier: Apache-2.0
// Which family of languages reads a host sentence: the one that its lexicon names.
#include "extract/frame.hpp"

namespace verbatim::extract {

Frame introduced_without_cue(std::size_t chunk, Speaker speaker)
{
    Frame frame;
    frame.cue = chunk;
    frame.cue_class = "say";
    frame.speaker = std::move(speaker);
    frame.introduced = true;
    return frame;
}

std::optional<Frame> frame_behind(const Sentence& sentence, std::size_t ordinal)
{
    const std::string& family = sentence.lexicon.frame();
    if (family == "han")
        return frame_behind_han(sentence, ordinal);
    return family == "continental" ? frame_behind_continental(sentence, ordinal)
                                   : frame_behind_european(sentence, ordinal);
}

std::optional<Frame> frame_of(const Sentence& sentence, std::size_t ordinal)
{
    const std::string& family = sentence.lexicon.frame();
    if (family == "han")
        return frame_han(sentence, ordinal);
    return family == "continental" ? frame_continental(sentence, ordinal) : frame_european(sentence, ordinal);
}

} // namespace verbatim::extract
