// SPDX-License-Identifier: Apache-2.0
// What an edit did to quotations, attributions and citations: two trunks and a pairing.
#include "pair_flow.hpp"

namespace verbatim {

Report compare(const Request& request) { return run_pairs(request, pair::pair_edit, PairLanguages::any); }

} // namespace verbatim
