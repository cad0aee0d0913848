"""All cases worked out by hand."""

from __future__ import annotations

from tests.eligibility.case import PM35, TODAY, Case, who
from tests.eligibility.other_cases import OTHER_CASES
from tests.eligibility.pmi_cases import PMI_CASES

__all__ = ["CASES", "PM35", "TODAY", "Case", "who"]

CASES = [*PMI_CASES, *OTHER_CASES]
