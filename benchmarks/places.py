"""Where the benchmarks keep things, and how the parts' results are written and read."""

from __future__ import annotations

import json
from datetime import datetime, timezone
from typing import Any

from bot.settings import ROOT

WORK = ROOT / "build" / "bench"
PAGE = ROOT / "docs" / "benchmarks.md"
PLOT = ROOT / "docs" / "benchmarks.svg"
STOCK_PYTHON = ROOT / "build" / "stock-venv" / "bin" / "python"
STOCK_BOT = WORK / "stock-bot"


def keep(part: str, result: dict[str, Any]) -> None:
    """Write the result of a part over what it was: first what is new, then the day; other keys stay."""
    WORK.mkdir(parents=True, exist_ok=True)
    day = datetime.now(tz=timezone.utc).date().isoformat()
    text = json.dumps({**kept(part), **result, "day": day}, indent=1)
    (WORK / f"{part}.json").write_text(text + "\n", encoding="utf-8")


def kept(part: str) -> dict[str, Any]:
    """Return the last result of a part; nothing when it was never measured here."""
    path = WORK / f"{part}.json"
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    return found
