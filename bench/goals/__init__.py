# SPDX-License-Identifier: Apache-2.0
"""The speed goals of docs/performance.md: one file a kind of work, each a function that takes a Bench."""
