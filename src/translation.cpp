// SPDX-License-Identifier: Apache-2.0
// Whether a translation keeps quotations, speakers, numbers, dates and citations: two trunks and a pairing.
#include "pair_flow.hpp"

namespace verbatim {

Report check_translation(const Request& request)
{
    return run_pairs(request, pair::pair_translation, PairLanguages::different);
}

} // namespace verbatim
