from __future__ import annotations

from datetime import date

from bot.cli.explain import Explainer, lines, place_of
from bot.knowledge.loader import DEFAULT_ROOT
from bot.understanding.mention import Mention
from bot.understanding.question import Question


def cost_of_pmp() -> Question:
    return Question("pmp fee", (("cost", 0.9), ("exam", 0.1)), (Mention("credential", "pmp", 0, 3, "pmp"),))


def test_an_answer_comes_with_its_reason_its_signs_and_its_place(knowledge):
    turn = Explainer(knowledge, date(2026, 11, 26)).ask(cost_of_pmp())
    assert turn.answer.id == "credential/pmp/cost"
    assert turn.reason == "intent cost"
    shown = "\n".join(lines(turn))
    for part in ("credential/pmp/cost", "intent cost", "cost 0.90", "pmp (credential)", "just begun"):
        assert part in shown


def test_the_place_is_the_line_of_the_entry(knowledge):
    place = place_of("credential/pmp/cost", knowledge)
    name, _, line = place.rpartition(":")
    written = (DEFAULT_ROOT.parent / name).read_text().splitlines()
    assert written[int(line) - 1] == "cost:"


def test_small_talk_and_refusals_have_a_place_and_computed_answers_none(knowledge):
    assert place_of("smalltalk/greet", knowledge).startswith("knowledge/smalltalk.yml:")
    assert place_of("out_of_scope/advice", knowledge).startswith("knowledge/refusals.yml:")
    assert place_of("clarify", knowledge) is None
    assert place_of("tool/plan", knowledge) is None


def test_what_nobody_wrote_yet_says_where_it_would_stand(small):
    explainer = Explainer(small, date(2026, 11, 26))
    missing = explainer.ask(
        Question("oil exam", (("exam", 0.9),), (Mention("credential", "oil", 0, 3, "oil"),))
    )
    assert missing.place is None
    assert "'exam' in knowledge/credentials/oil.yml" in "\n".join(lines(missing))


def test_several_questions_are_one_talk(knowledge):
    explainer = Explainer(knowledge, date(2026, 11, 26))
    explainer.ask(cost_of_pmp())
    capm = Question("and capm?", (("overview", 0.5),), (Mention("credential", "capm", 4, 8, "capm"),))
    turn = explainer.ask(capm)
    assert turn.answer.id == "credential/capm/cost"
    assert "answered credential/pmp/cost" in "\n".join(lines(turn))


def test_what_a_guided_talk_takes_says_so(knowledge):
    explainer = Explainer(knowledge, date(2026, 11, 26))
    explainer.ask(Question("", pressed="tool/eligibility/pmp"))
    turn = explainer.ask(Question("stop", (("smalltalk_goodbye", 0.4),)))
    assert turn.reason == "a guided talk took it"


def test_ids_are_asked_without_a_model(data):
    (turn,) = data("ask", "--id", "credential/pmp/cost")
    assert turn["asked"] == turn["answer"]["id"] == "credential/pmp/cost"
    assert turn["written_in"].startswith("knowledge/credentials/pmp.yml:")


def test_words_are_read_by_the_trained_model(run):
    result = run("ask", "how much is the pmp", "and capm?")
    assert result.exit_code == 0, result.output
    assert "credential/pmp/cost" in result.output
    assert "credential/capm/cost" in result.output
    assert "[1] " in result.output
