"""Runs a module as ``python -m`` does, without notices and dead weight of the libraries that Rasa pins.

The notices of deprecation are about code that nobody here can change, and bury what matters.
``PYTHONWARNINGS`` alone is not enough: sanic turns these notices on again when it is imported, so it is
imported before they are turned off. The weight is told in :mod:`bot.service.absent`.
"""

from __future__ import annotations

import runpy
import sys
import warnings
from collections.abc import Sequence

from bot.service import absent
from bot.service.commands import SHELL_CHANNEL


def main() -> None:
    """Run the module that the first argument names, with the rest as its arguments."""
    import sanic.app  # noqa: F401, PLC0415 - for what it does to the filters

    warnings.filterwarnings("ignore", category=DeprecationWarning)
    del sys.argv[0]
    absent.stand_in(_needed(sys.argv))
    # For the signatures of tokens, which are HMACs: the library takes 9 MB for those with key pairs.
    absent.import_without("cryptography", "jwt.algorithms", names=("RSAAlgorithm",))
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)


def _needed(command: Sequence[str]) -> Sequence[str]:
    """Return the libraries that ``command``, a module with its arguments, needs after all."""
    if list(command[:2]) != ["rasa", "run"]:
        return absent.TRAINING
    return absent.SHELL if SHELL_CHANNEL in command else ()


if __name__ == "__main__":
    main()
