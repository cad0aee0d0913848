"""The alerts speak of metrics that exist, with labels that they have."""

from __future__ import annotations

import re

import pytest
import yaml

from bot.settings import ROOT
from bot.watching import metrics
from bot.watching.faults import FAULTS
from bot.watching.turn import STAGES

RULES = yaml.safe_load((ROOT / "deploy" / "prometheus-rules.yml").read_text("utf-8"))
ALERTS = [rule for group in RULES["groups"] for rule in group["rules"]]
FAMILIES = {family.name: family for family in metrics.REGISTRY.collect()}
VALUES = {
    "outcome": {"answered", "failed"},
    "stage": {*STAGES, "whole"},
    "part": set(metrics.PARTS),
    "kind": set(FAULTS),
}


def family_of(series: str) -> str:
    return re.sub(r"_(total|bucket|sum|count)$", "", series)


def test_there_are_five_and_each_name_is_one():
    names = [alert["alert"] for alert in ALERTS]
    assert len(set(names)) == len(names) == 5


@pytest.mark.parametrize("alert", ALERTS, ids=lambda alert: alert["alert"])
def test_an_alert_is_whole_and_speaks_of_what_there_is(alert):
    assert set(alert) == {"alert", "expr", "for", "labels", "annotations"}
    assert re.fullmatch(r"\d+m", alert["for"])
    assert alert["labels"]["severity"] in {"page", "ticket"}
    assert {"summary", "description"} == set(alert["annotations"])
    assert all(text.endswith(".") for text in alert["annotations"].values())
    expression = alert["expr"]
    assert expression.count("(") == expression.count(")")
    series = set(re.findall(r"\bwaymark_\w+", expression))
    assert series or 'up{job="waymark"}' in expression
    assert {family_of(name) for name in series} <= set(FAMILIES)
    for label, value in re.findall(r'(\w+)="(\w+)"', expression):
        assert label == "job" or value in VALUES[label]


def test_every_metric_is_documented():
    documented = (ROOT / "docs" / "operations.md").read_text("utf-8")
    ours = [name for name in FAMILIES if name.startswith("waymark_")]
    assert len(ours) > 8
    assert [name for name in ours if f"`{name}" not in documented] == []


def test_every_kind_of_fault_and_part_is_documented():
    documented = (ROOT / "docs" / "operations.md").read_text("utf-8")
    assert [name for name in (*FAULTS, *metrics.PARTS) if f"`{name}`" not in documented] == []
