// SPDX-License-Identifier: Apache-2.0
// Door of the workshop `syntax`: text in, plain struct out. Sole user of PEGTL; the grammars lie in grammar/.
#pragma once
#include "syntax/bibliography.hpp"
#include "syntax/citations.hpp"
#include "syntax/frames.hpp"
#include "syntax/lexicon.hpp"
#include "syntax/marks.hpp"
