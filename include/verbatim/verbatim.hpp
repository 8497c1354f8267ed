// SPDX-License-Identifier: Apache-2.0
// The public door of libverbatim. One include gives the flows (check, compare, check_translation, find) and the stages
// that they are made of: read, extract, Library::open, locate, weigh, judge, write. Everything is thread-safe after
// construction. A user's mistakes are values (Problem: what, where, remedy); our own are exceptions.
#pragma once
#include "align/align.hpp"
#include "extract/extract.hpp"
#include "flows.hpp"
#include "library/library.hpp"
#include "pair/pair.hpp"
#include "read/read.hpp"
#include "report/report.hpp"
#include "rules/rules.hpp"
