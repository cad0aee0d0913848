from __future__ import annotations

import numpy as np
import pytest

from bot.nlu.signs import signs

FROM_PMO = {"entity": "role", "value": "pmo", "role": "from"}
TO_MANAGER = {"entity": "role", "value": "project_manager", "role": "to"}
PAPER = {"entity": "credential", "value": "pmp"}


def test_kinds_and_directions_are_told_apart():
    assert signs([]).sum() == 1
    assert signs([FROM_PMO]).tolist() != signs([TO_MANAGER]).tolist()
    assert not np.array_equal(signs([FROM_PMO, TO_MANAGER]), signs([FROM_PMO, PAPER]))


@pytest.mark.parametrize("other", ["capm", "safe"])
def test_which_credential_is_named_makes_no_difference(other):
    assert np.array_equal(signs([PAPER]), signs([PAPER | {"value": other}]))
