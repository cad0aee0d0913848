"""The parts of docs/benchmarks.md after the targets, each made from the result of one part."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from benchmarks.places import kept
from benchmarks.table import number, table

NAMES = {"waymark": "Waymark", "stock": "stock bot"}


def _memory() -> str:
    """Return RSS and PSS of each process, when ready and after the turns of the measurement."""
    rows = []
    for bot, result in _bots("starting").items():
        for moment, title in (("ready", "ready"), ("used", "after its turns")):
            for process in dict.fromkeys(memory["process"] for memory in result[moment]):
                own = [memory for memory in result[moment] if memory["process"] == process]
                sums = [number(sum(memory[kind] for memory in own)) for kind in ("rss", "pss")]
                rows.append((NAMES[bot], title, f"{process} ({len(own)})", *sums))
            every = [number(sum(memory[kind] for memory in result[moment])) for kind in ("rss", "pss")]
            rows.append((NAMES[bot], title, "**all**", *every))
    said = (
        "MB. RSS counts what two processes share twice, PSS once, so that only PSS can be added up; they "
        "share little, the libraries of the same environment."
    )
    return said + "\n\n" + table(("", "when", "process", "RSS", "PSS"), rows) if rows else ""


def _start() -> str:
    rows = [
        (NAMES[bot], number(result["wall"]), number(result["processor"]))
        for bot, result in _bots("starting").items()
    ]
    said = "Seconds from the start of all processes to the first answer to a message over HTTP."
    return said + "\n\n" + table(("", "wall", "processor"), rows) if rows else ""


def _turn() -> str:
    rows = []
    for bot, result in _bots("stages").items():
        for quantile in ("p50", "p99"):
            stages = [number(stage[quantile]) for stage in result["stages"].values()]
            processor = number(result["processor"]) if quantile == "p50" else ""
            rows.append((f"{NAMES[bot]} {quantile}", *stages, number(result["whole"][quantile]), processor))
    head = ("", "NLU", "policies", "actions", "store", "whole, over HTTP", "processor, mean")
    said = (
        "Milliseconds, one person who waits for each answer. Actions: Rasa's work around them, and "
        "for Waymark the call of the action server. Quantiles of stages do not add up to that of the whole."
    )
    return said + "\n\n" + table(head, rows) if rows else ""


def _throughput() -> str:
    rows = [
        (
            f"{NAMES[bot]}, {users}",
            number(seen["turns_a_second"]),
            number(seen["p50"]),
            number(seen["p99"]),
            str(seen["failed"]),
            number(seen["processor"]),
        )
        for bot, result in _bots("throughput").items()
        for users, seen in result.items()
    ]
    head = ("users at once", "turns a second", "p50, ms", "p99, ms", "failed", "processor a turn, ms")
    said = (
        "Everyone asks again as soon as an answer is there, in talks of ten turns; the client runs on the "
        "same machine."
    )
    return said + "\n\n" + table(head, rows) if rows else ""


def _length() -> str:
    rows = []
    for bot, result in _bots("length").items():
        first = next(iter(result.values()))["processor"]
        for length, seen in result.items():
            growth = seen["processor"] / first
            rows.append(
                (
                    f"{NAMES[bot]}, turn {int(length):,}",
                    number(seen["processor"]),
                    number(seen["wall"]),
                    f"{growth:.2f}",
                )
            )
    head = ("", "processor, ms", "wall, ms", "times the first row's")
    said = "One talk; the ten turns from there on, which say the same ten sentences each time."
    return said + "\n\n" + table(head, rows) if rows else ""


def _training() -> str:
    rows = [
        (NAMES[bot], f"{result['examples']:,}", number(result["wall"]), number(result["processor"]))
        for bot, result in _bots("training").items()
    ]
    text = table(("own data, all cores", "examples", "wall, s", "processor, s"), rows) if rows else ""
    if pipelines := kept("nlu").get("pipelines"):
        text += (
            "\n\nThe same data, one core, and reading (questions of `tests/evaluation/`, processor time):\n\n"
        )
        head = ("pipeline", "examples", "training, s", "loading, s", "parse p50, ms", "parse p99, ms")
        keys = ("training_processor", "loading", "parse_median", "parse_slow")
        text += table(
            head,
            [
                (row["pipeline"], f"{row['examples']:,}", *(number(row[key]) for key in keys))
                for row in pipelines
            ],
        )
    return text.strip()


def _tenfold() -> str:
    rows = [
        (
            title,
            f"{row['names']:,}",
            f"{row['examples']:,}",
            *(number(row[key]) for key in ("training", "parse_median", "memory")),
        )
        for title, row in kept("tenfold").items()
        if isinstance(row, dict)
    ]
    head = ("", "names", "examples", "training, processor, s", "parse p50, ms", "memory of one process, MB")
    return table(head, rows) if rows else ""


def _disk() -> str:
    rows = [
        (f"{NAMES[bot]}{of}", str(result[packages]), number(result[size]))
        for bot, result in _bots("disk").items()
        for of, packages, size in (
            (", runtime", "runtime_packages", "runtime"),
            ("" if bot == "stock" else ", with tests, style, encoder", "packages", "all"),
        )
        if size in result
    ]
    said = "What serves (`deploy/requirements.lock`), and the whole `.venv`; compiled modules count."
    return said + "\n\n" + table(("environment", "packages", "MB"), rows) if rows else ""


def _load() -> str:
    result = kept("load")
    rows = [
        (
            users,
            *(number(seen[key]) for key in ("requests", "turns", "p50", "p95", "p99")),
            str(seen["failed"]),
            f"{seen['busy']:,}" + (f" (p95 {number(seen['busy_p95'])} ms)" if seen["busy"] else ""),
            number(seen["processor"]),
            number(seen["memory"]),
        )
        for users, seen in result.get("crowds", {}).items()
    ]
    head = (
        *("people", "requests/s", "turns/s", "p50, ms", "p95, ms", "p99, ms", "failed", "told to come later"),
        *("cores in use", "memory (PSS), MB"),
    )
    said = (
        f"`make load`, {result.get('seconds')} s each: people who think one to four seconds between two "
        "messages, ask, press buttons, go through a check, look back, vote, and begin anew. Beyond what it "
        "can take, the chat says at once that it is busy, and when to come again (429 with Retry-After); "
        "they do, up to three times."
    )
    return said + "\n\n" + table(head, rows) if rows else ""


def _bots(part: str) -> dict[str, Mapping[str, Any]]:
    found = kept(part)
    return {bot: found[bot] for bot in NAMES if bot in found}


SECTIONS = {
    "Memory": _memory,
    "Start": _start,
    "A turn": _turn,
    "Many at once": _throughput,
    "Load": _load,
    "Long talks": _length,
    "Training and reading": _training,
    "Several times as much": _tenfold,
    "On the disk": _disk,
}
