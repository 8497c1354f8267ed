// SPDX-License-Identifier: Apache-2.0
// What a test may spend: processor time of this process, which a busy machine does not make longer.
#pragma once
#include <ctime>

class ProcessorTime {
public:
    [[nodiscard]] double seconds() const { return static_cast<double>(std::clock() - start_) / CLOCKS_PER_SEC; }

private:
    std::clock_t start_ = std::clock();
};
