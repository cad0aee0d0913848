"""What is declined, or met with help, without a look at the classifier's ranking."""

from __future__ import annotations

from bot.answer_id import AnswerId
from bot.understanding.distress import is_distress
from bot.understanding.german import of_the_office
from bot.understanding.language import language_of
from bot.understanding.letters import has_letters, is_foreign_script
from bot.understanding.question import Question, Resolution

UNRELATED = AnswerId("out_of_scope", ("unrelated",))
GIBBERISH = AnswerId("out_of_scope", ("gibberish",))
ADVICE = AnswerId("out_of_scope", ("advice",))
OTHER_LANGUAGE = AnswerId("out_of_scope", ("other_language",))


def refused(question: Question) -> Resolution | None:
    """Return the reply to someone in danger, to a text without letters and to another language, else None.

    German questions on the PMO are answered, in English.
    """
    text = question.text
    if is_distress(text):
        return Resolution(ADVICE, 1.0, "someone may be in danger", urgent=True)
    if not has_letters(text):
        return Resolution(GIBBERISH, 1.0, "no letters")
    language = language_of(text, question.places)
    of_office = of_the_office(text) if language == "de" else None
    if of_office is not None:
        return Resolution(of_office, 1.0, "a German question on the PMO", language=language)
    if language is not None or is_foreign_script(text):
        return Resolution(OTHER_LANGUAGE, 1.0, "another language", language=language)
    return None
