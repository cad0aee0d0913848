from __future__ import annotations

from bot.knowledge.loader import load
from bot.planning.named import credentials_for
from tests.conftest import move, passage


def test_advised_are_those_of_follow_ups_and_steps(world_files, write):
    world_files["transitions/project_coordinator.yml"]["to"]["project_manager"] = move(
        "Go.", "credential/leader/need", "topic/start", steps=["take the STEPS exam", "try", "ask"]
    )
    advised, others = credentials_for("project_coordinator", "project_manager", load(write()))
    assert advised == ("steps", "leader", "quick", "cheap")
    assert others == ()


def test_others_are_only_spoken_of(world_files, write):
    world_files["roles/project_manager.yml"]["entry"] = passage(
        "QUICK and CHEAPER help.", "topic/start", "role/project_manager/overview"
    )
    world_files["roles/project_manager.yml"]["overview"] = passage(
        "LEADER.", "topic/start", "role/project_manager/entry"
    )
    assert credentials_for("project_coordinator", "project_manager", load(write())) == ((), ("quick",))


def test_the_shipped_moves_name_what_people_take(knowledge):
    assert credentials_for("project_coordinator", "project_manager", knowledge)[0] == ("capm",)
    assert {"csm", "psm"} <= set(credentials_for("project_coordinator", "scrum_master", knowledge)[0])
    assert credentials_for("senior_project_manager", "project_manager", knowledge) == ((), ())
