// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>

namespace verbatim {

/// Bytes that never change and that several may hold: a file and the plain text that is its end, an index that is mapped
/// and the documents in it. A copy shares the bytes.
class SharedText {
public:
    SharedText() = default;
    SharedText(std::string text) // NOLINT(google-explicit-constructor)
    {
        const auto owned = std::make_shared<const std::string>(std::move(text));
        bytes_ = *owned;
        owner_ = owned;
    }
    SharedText(const char* text) : SharedText(std::string(text)) {} // NOLINT(google-explicit-constructor)
    /// `owner` keeps the bytes where they are.
    SharedText(std::shared_ptr<const void> owner, std::string_view bytes) : owner_(std::move(owner)), bytes_(bytes) {}

    operator std::string_view() const { return bytes_; } // NOLINT(google-explicit-constructor)
    [[nodiscard]] std::string_view view() const { return bytes_; }
    [[nodiscard]] std::size_t size() const { return bytes_.size(); }
    [[nodiscard]] bool empty() const { return bytes_.empty(); }
    [[nodiscard]] const char* data() const { return bytes_.data(); }
    [[nodiscard]] char operator[](std::size_t at) const { return bytes_[at]; }
    friend bool operator==(const SharedText& a, std::string_view b) { return a.bytes_ == b; }
    friend std::ostream& operator<<(std::ostream& out, const SharedText& text) { return out << text.bytes_; }
    /// What stands from a byte on, shared.
    [[nodiscard]] SharedText from(std::size_t begin) const { return {owner_, bytes_.substr(begin)}; }
    [[nodiscard]] const std::shared_ptr<const void>& owner() const { return owner_; }

private:
    std::shared_ptr<const void> owner_;
    std::string_view bytes_;
};

} // namespace verbatim
