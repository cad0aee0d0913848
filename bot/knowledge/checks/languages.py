"""Checks of the texts for people who wrote in another language than English."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.answer_id import AnswerId
from bot.knowledge.base import Knowledge
from bot.knowledge.problems import Problem

OTHER_LANGUAGE = str(AnswerId("out_of_scope", ("other_language",)))
# Signs, not words: Chinese and Japanese put no space between words. The Hindi text stands in two scripts.
MOST_SIGNS = 350


def languages_hold(knowledge: Knowledge, _today: date) -> Iterator[Problem]:
    """Only the refusal of other languages is put into them; its texts are short, and each stands once."""
    for name, phrase in knowledge.phrases.items():
        source = knowledge.files["refusals" if name.startswith("out_of_scope/") else "smalltalk"]
        if phrase.languages and name != OTHER_LANGUAGE:
            cure = f"Move it to {OTHER_LANGUAGE}, the only answer given in other languages"
            yield source.problem((name, "languages"), "this answer is given in English only", cure)
        seen: dict[str, str] = {}
        for language, text in phrase.languages.items():
            place = (name, "languages", str(language))
            if language == "en":
                yield source.problem(place, "English is said by 'answer'", "Remove it")
            if len(text) > MOST_SIGNS:
                message = f"{len(text)} signs, at most {MOST_SIGNS} are allowed"
                yield source.problem(place, message, "Shorten it")
            if seen.setdefault(text, language) != language:
                yield source.problem(place, f"the same text as '{seen[text]}'", "Put it into this language")
