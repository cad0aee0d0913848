"""Runs a module as ``python -m`` does, without notices and dead weight of the libraries that Rasa pins.

The notices of deprecation are about code that nobody here can change, and bury what matters.
``PYTHONWARNINGS`` alone is not enough: sanic turns these notices on again when it is imported, so it is
imported before they are turned off. The weight is told in :mod:`bot.service.absent`.
"""

from __future__ import annotations

import runpy
import sys
import warnings

from bot.service import absent


def main() -> None:
    """Run the module that the first argument names, with the rest as its arguments."""
    import sanic.app  # noqa: F401, PLC0415 - for what it does to the filters

    warnings.filterwarnings("ignore", category=DeprecationWarning)
    del sys.argv[0]
    absent.stand_in(() if sys.argv[:2] == ["rasa", "run"] else ("sklearn",))
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
