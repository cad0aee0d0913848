"""What a server has loaded stays: the search for garbage need not look at it again and again."""

from __future__ import annotations

import gc


def settle() -> None:
    """Take what there is now as there to stay.

    A server holds 300,000 objects, most of them for as long as it lives. Python looks through all of them for
    cycles every few hundred turns: 300 ms in which nobody is answered, and a millisecond of each turn. After
    this it looks at newer ones only.
    """
    gc.collect()
    gc.freeze()
