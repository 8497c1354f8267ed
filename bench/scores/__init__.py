# SPDX-License-Identifier: Apache-2.0
"""The scores of bench/accuracy.py, one module a task."""
