from __future__ import annotations

from bot.knowledge.__main__ import main


def test_check_of_a_valid_folder_succeeds(write, capsys):
    assert main(["check", "--root", str(write())]) == 0
    assert capsys.readouterr().out.endswith("0 faults, 0 warnings\n")


def test_check_prints_file_line_key_and_cure(files, write, capsys):
    files["topics/start.yml"]["follow_ups"] = ["topic/none", "role/painter/overview"]
    assert main(["check", "--root", str(write())]) == 1
    out = capsys.readouterr().out
    assert "start.yml:" in out
    assert "follow_ups.0: 'topic/none' leads to no entry" in out


def test_a_file_that_cannot_be_read_is_told_alone(files, write, capsys):
    files["credentials/oil.yml"] = "name: [oil\n"
    assert main(["check", "--root", str(write())]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert "oil.yml:" in lines[0]
    assert lines[1].startswith("1 faults. Mend these first")
    assert len(lines) == 2


def test_stats_counts(write, capsys):
    assert main(["stats", "--root", str(write())]) == 0
    out = capsys.readouterr().out
    assert "roles                  3" in out
    assert "oldest check           2026-02-01" in out
