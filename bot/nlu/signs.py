"""What the names in a message say about its intent, whatever the names are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray


def signs(entities: Iterable[dict[str, Any]]) -> NDArray[np.float32]:
    """Return one row of signs (0 or 1) for a message: which kinds are named, how often, in which direction.

    A PMO and a project manager have signs of their own, because half of all questions name one of them.
    """
    found = list(entities)
    kinds = [entity["entity"] for entity in found]
    directions = {entity.get("role") for entity in found}
    names = [str(entity["value"]) for entity in found]
    roles, credentials = kinds.count("role"), kinds.count("credential")
    return np.array(
        [
            roles == 1,
            roles > 1,
            credentials == 1,
            credentials > 1,
            "profession" in kinds,
            "from" in directions,
            "to" in directions,
            {"from", "to"} <= directions,
            not found,
            "pmo" in names,
            "project_manager" in names,
            any(name.startswith("pmo_") for name in names),
        ],
        dtype=np.float32,
    )
