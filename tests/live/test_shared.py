from __future__ import annotations

from bot.live import shared
from bot.live.board import Board


def test_all_parts_of_a_server_use_one_copy(tmp_path):
    first, second = shared.live_knowledge(tmp_path), shared.live_knowledge(tmp_path)
    assert Board(tmp_path).reports() == []  # read at the first use
    assert first() is second()
    assert [report.name for report in Board(tmp_path).reports()] == ["chat"]


def test_an_exchanged_knowledge_is_what_they_get_next(tmp_path, small):
    now = shared.live_knowledge(tmp_path)
    before = now()
    shared._held[tmp_path].now = small
    assert now() is small is not before
