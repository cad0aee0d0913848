"""``waymark reload``: changed answers go live without training and without a restart."""

from __future__ import annotations

import sys
import time
import uuid
from dataclasses import asdict

import click

from bot.cli.check import as_data
from bot.cli.common import as_json_option, print_json, today, told
from bot.knowledge.faults import all_problems
from bot.live.board import Board, Report, Request
from bot.live.changes import digest_of
from bot.service.model import current_model
from bot.settings import ROOT, load

_POLL_SECONDS = 0.2


@click.command()
@click.option("--wait", default=30, show_default=True, help="Seconds to wait for the servers.")
@as_json_option
@told
def command(*, wait: int, as_json: bool) -> None:
    r"""Check the knowledge, then let every running server of this machine take it over.

    When the check finds a fault nothing is changed: the old answers stay. New names, aliases, entries and
    examples also need `make train` and a start of the service; a reload says so. Exit code 0: all servers use
    the new answers; 1: faults, or a server kept the old ones; 2: no service is running.

    \b
    Examples:
      ./waymark reload
      ./waymark reload --json
    """
    digest = digest_of(ROOT / "knowledge")
    faults = [problem for problem in all_problems(ROOT, today()) if not problem.warning]
    if faults:
        if as_json:
            print_json({"faults": [as_data(problem) for problem in faults], "servers": []})
        else:
            click.echo("\n".join(map(str, faults)))
            click.echo("Nothing was changed: mend these first.", err=True)
        sys.exit(1)
    board = Board(load().var_dir)
    if not board.reports():
        raise _NothingRuns
    request = Request(uuid.uuid4().hex, digest)
    board.ask(request)
    reports = _wait(board, request, wait)
    if as_json:
        servers = [asdict(report) for report in reports]
        print_json({"faults": [], "servers": servers, "model_up_to_date": current_model(ROOT).is_file()})
    else:
        click.echo("\n".join(line for report in reports for line in _lines(report, request)))
        if not current_model(ROOT).is_file():
            click.echo("Names, examples or code are newer than the model: `make train`, then start again.")
    sys.exit(0 if all(_took(report, request) for report in reports) else 1)


class _NothingRuns(click.ClickException):
    exit_code = 2

    def __init__(self) -> None:
        super().__init__(
            "No service runs here with this var directory; `make run` starts with the files as they are."
        )


def _wait(board: Board, request: Request, seconds: float) -> list[Report]:
    """Return what the servers say once all have dealt with ``request``, or after ``seconds``."""
    deadline = time.monotonic() + seconds
    while True:
        reports = board.reports()
        if all(report.request == request.id for report in reports) or time.monotonic() > deadline:
            return reports
        time.sleep(_POLL_SECONDS)


def _took(report: Report, request: Request) -> bool:
    return report.request == request.id and report.loaded


def _lines(report: Report, request: Request) -> list[str]:
    server = f"{report.name} (process {report.pid})"
    if report.request != request.id:
        return [f"{server}: no answer in time"]
    if not report.loaded:
        return [f"{server}: kept the old answers", *(f"  {fault}" for fault in report.faults)]
    return [f"{server}: uses the new answers", *(f"  needs training: {text}" for text in report.training)]
