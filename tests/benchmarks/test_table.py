from __future__ import annotations

from datetime import date

from benchmarks.table import Measurement, write_page


def test_the_page_holds_what_it_is_given(tmp_path):
    measured = [
        Measurement("Waymark", 12345, 61.4, 65.0, 1.26, 5.04, 9.5),
        Measurement("stock, 5 epochs (quick)", 12345, 600.0, 610.0, 3.0, 20.0, 31.25),
    ]
    write_page(tmp_path / "page.md", measured, 1462, date(2026, 11, 26))
    page = (tmp_path / "page.md").read_text()
    assert "2026-11-26: 1,462 questions" in page
    assert page.splitlines()[-2:] == [
        "| Waymark | 12,345 | 61 s | 65 s | 1.3 s | 5.0 ms | 9.5 ms |",
        "| stock, 5 epochs (quick) | 12,345 | 600 s | 610 s | 3.0 s | 20.0 ms | 31.2 ms |",
    ]
    assert len({line.count("|") for line in page.splitlines() if line.startswith("|")}) == 1
