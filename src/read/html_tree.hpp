// SPDX-License-Identifier: Apache-2.0
// Sole user of Gumbo: its tree, walked without recursion, and what is asked of its elements.
#pragma once
#include "read/html_elements.hpp"

#include <gumbo.h>

#include <memory>
#include <string_view>

namespace verbatim::read {

struct Destroy {
    void operator()(GumboOutput* output) const { gumbo_destroy_output(&kGumboDefaultOptions, output); }
};
using Tree = std::unique_ptr<GumboOutput, Destroy>;

[[nodiscard]] inline std::string_view view(const GumboStringPiece& piece) { return {piece.data, piece.length}; }

/// Unknown elements have no name, and no role either.
[[nodiscard]] HtmlRole role_of(const GumboNode& node);
/// The element is not shown: the reader of the page does not see what is in it.
[[nodiscard]] bool is_hidden(const GumboElement& element);
/// Nothing but white space follows in the element that holds the node.
[[nodiscard]] bool ends_parent(const GumboNode& node);
/// A piece may begin inside a table whose head stood in an earlier one; elsewhere its rows and cells would be ignored.
[[nodiscard]] GumboTag context_of(std::string_view html);

/// Visits a tree in order, without recursion: enter(element) says whether to go into it, leave(element) what follows.
template <class Enter, class Leave, class Other>
void walk(const GumboNode& root, const Enter& enter, const Leave& leave, const Other& other)
{
    const GumboNode* node = &root;
    while (node != nullptr) {
        bool down = false;
        if (node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE)
            down = enter(*node) && node->v.element.children.length > 0;
        else
            other(*node);
        if (down) {
            node = static_cast<const GumboNode*>(node->v.element.children.data[0]);
            continue;
        }
        while (true) {
            if (node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE)
                leave(*node);
            if (node == &root)
                return;
            const GumboVector& siblings = node->parent->v.element.children;
            if (node->index_within_parent + 1 < siblings.length) {
                node = static_cast<const GumboNode*>(siblings.data[node->index_within_parent + 1]);
                break;
            }
            node = node->parent;
        }
    }
}

} // namespace verbatim::read
