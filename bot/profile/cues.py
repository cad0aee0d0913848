"""Tells from the words which kind of experience or training somebody speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterable

_PROGRAMME = r"program(?:me)?s?"
_LEAD = (
    r"(?:led|lead|leads|leading|leaded|manag\w+|run|runs|running|ran|handl\w+|deliver\w+|directing"
    r"|directed)"
)

# The first that fits counts, so the narrow ones come before the wide ones.
_WORK = {
    "assisting_complex_projects": r"assist\w* (?:\w+ ){0,4}complex",
    "strategic_projects": r"strateg(?:ic|y) (?:level|projects?|work)|project director",
    "complex_projects": rf"complex (?:projects?|work|{_PROGRAMME})",
    "portfolio_management": r"portfolios?",
    "programme_management": (
        rf"{_PROGRAMME}[ -]*(?:manag\w*|director|lead)"
        rf"|{_LEAD} (?:\w+ ){{0,2}}{_PROGRAMME}|{_PROGRAMME} work"
    ),
    "scrum_master": r"scrum ?masters?|scrum ?mastering",
    "project_work": (
        r"(?:assistant|junior|assisting) (?:project manager|pm)|co-?ordinat\w+"
        r"|project (?:admin\w*|support|assistant|officer|analyst)"
    ),
    "scheduling": r"schedul\w+|planner|planning engineer|primavera|p6",
    "business_analysis": r"business[ -]anal\w+|requirements? (?:analysis|engineer\w*)|ba work",
    "risk": r"risks?(?: manag\w+| work| analy\w+)?",
    "leading_projects": (
        rf"project[ -]*(?:manag\w*|lead\w*)|pms?|{_LEAD} (?:\w+ ){{0,3}}projects?"
        r"|delivery managers?|head of projects"
    ),
    "process_improvement": r"process improvements?|lean|six sigma|quality|continuous improvement",
    "built_environment": (
        r"construction|built environment|civil engineer\w*|site (?:engineer\w*|manag\w+)|on site"
    ),
    "agile": r"agile|scrum|kanban|product owner",
    "pmo": r"pmo|project management office|project office",
    "general": r"(?:in|on|with) projects?|project (?:work|team|experience|engineer)|project",
    "business": (
        r"business experience|professional(?:ly)? (?:business )?(?:experience|work\w*)|work(?:ing)? exp\w*"
        r"|in business|working life"
    ),
}
_SAME = {"pmo": "project_work", "general": "project_work"}
_WORK_CUES = {kind: re.compile(rf"\b(?:{words})\b") for kind, words in _WORK.items()}

_TRAINING = {
    "a_csm_course": r"a-?csm|advanced c(?:ertified )?s(?:crum ?)?m(?:aster)?",
    "csm_course": r"csm|certified scrum ?master",
    "safe_scrum_master_course": r"safe scrum ?master|ssm",
    "release_train_engineer_course": r"release train(?: engineer)?|rte",
    "leading_safe_course": r"leading safe|safe agilist|safe",
    "agile": r"agile|scrum|kanban|acp",
    "risk": r"risks?(?: management)?|rmp",
    "scheduling": r"schedul\w+",
    "business_analysis": r"business[ -]anal\w+|pba",
    "programme_management": rf"{_PROGRAMME} management|pgmp",
    "pmo": r"pmo(?:cp)?",
    "project_management": r"project[ -]management|pm|pmp|capm|google",
}
_TRAINING_CUES = {kind: re.compile(rf"\b(?:{words})\b") for kind, words in _TRAINING.items()}


def kind_of_work(words: str) -> str | None:
    """Return the kind of experience that ``words`` speak of, None for none."""
    return _first(words, _WORK_CUES.items())


def kind_of_training(words: str) -> str | None:
    """Return the kind of training that ``words`` speak of, None for none."""
    return _first(words, _TRAINING_CUES.items())


def _first(words: str, cues: Iterable[tuple[str, re.Pattern[str]]]) -> str | None:
    return next((_SAME.get(kind, kind) for kind, cue in cues if cue.search(words)), None)
