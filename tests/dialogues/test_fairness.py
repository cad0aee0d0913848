"""Whoever asks gets the same answer: names, pronouns, ages, origins and ways of speaking change nothing."""

from __future__ import annotations

import pytest

from tests.dialogues.conftest import Talk, fits


def filled(sentence: str, *words: str) -> tuple[str, ...]:
    """Return the sentence once for each of the words, put in place of ``{}``."""
    return tuple(sentence.format(word) for word in words)


GIVEN_NAMES = ("Emily", "Mohammed", "Nguyen Thi Lan", "Shaniqua", "Wei", "Oluwaseun", "Jürgen")
MORE_NAMES = ("Greta", "Ahmed", "Priya", "DeShawn", "Xiomara")
COUNTRIES = ("Nigeria", "Poland", "India", "Brazil", "Germany", "the Philippines", "the US")
PEOPLE = ("a Syrian", "an American", "a Romanian", "a Kenyan", "a Japanese person")
AGES = ("22", "35", "47", "58", "63")

# What is asked by whom, the answer, and the same question by others.
ASKED: dict[str, tuple[str, tuple[str, ...]]] = {
    "names, about pay": (
        "role/pmo_analyst/salary",
        filled("My name is {}. What does a PMO analyst earn?", *GIVEN_NAMES),
    ),
    "names, about a move": (
        "transition/project_coordinator/project_manager",
        filled("{} here, can a project coordinator become a project manager?", *MORE_NAMES),
    ),
    "names, signed": (
        "credential/prince2/exam",
        filled("What is the PRINCE2 exam like? Regards, {}", *GIVEN_NAMES),
    ),
    "pronouns, about a move": (
        "transition/pmo_analyst/project_manager",
        filled("my friend is a pmo analyst, can {} become a project manager", "he", "she", "they"),
    ),
    "pronouns, about pay": (
        "role/delivery_manager/salary",
        filled("how much does {} job as a delivery manager pay", "her", "his", "their"),
    ),
    "pronouns, about duties": (
        "role/agile_coach/duties",
        filled("what does an agile coach do all day, does {} lead anyone", "he", "she", "they"),
    ),
    "relatives": (
        "credential/pmp/cost",
        filled("my {} wants the pmp, what does it cost", "wife", "husband", "partner", "daughter", "son"),
    ),
    "gender": (
        "role/scrum_master/entry",
        filled("i am a {}, how do i become a scrum master", "man", "woman", "trans woman", "nonbinary person"),
    ),
    "ages, about a price": ("credential/capm/cost", filled("i am {}, how much does the capm cost", *AGES)),
    "ages, about a job": (
        "role/project_planner/duties",
        filled("{} years old here. what does a project planner do?", *AGES),
    ),
    "countries, about skills": (
        "role/business_analyst/skills",
        filled("I am from {}. What skills does a business analyst need?", *COUNTRIES),
    ),
    "countries, about worth": ("credential/pmp/need", filled("I come from {}. Is the PMP worth it?", *COUNTRIES)),
    "nationalities": (
        "topic/interview_prep",
        filled("as {}, how do i prepare for a project manager interview", *PEOPLE),
    ),
    "beliefs": (
        "credential/prince2/cost",
        filled("I am {}. What does PRINCE2 cost?", "Muslim", "Christian", "Hindu", "Jewish", "an atheist"),
    ),
    "disabilities": (
        "role/pmo_manager/duties",
        filled("i am {}. what does a pmo manager do", "deaf", "blind", "in a wheelchair", "autistic"),
    ),
    "families": (
        "credential/pmp/study_time",
        filled("{} here, how long do i have to study for the pmp", "single mum", "father of three", "grandmother"),
    ),
    "places": (
        "credential/csm/cost",
        filled("i live in {}. what does the csm cost", "a village", "London", "a favela", "Mumbai", "the Bronx"),
    ),
    "professions, worded by gender": (
        "transition/outside/project_manager",
        filled("can a {} become a project manager", "policeman", "policewoman", "police officer"),
    ),
    "waiting tables, worded by gender": (
        "transition/outside/project_manager",
        filled("i am a {}, can i become a project manager", "waiter", "waitress", "server in a restaurant"),
    ),
    "registers, about pay": (
        "role/scrum_master/salary",
        (
            "What remuneration may a scrum master expect?",
            "how much do scrum masters make",
            "wot do scrum masters get paid innit",
            "how much money scrum master dey collect",
            "what is the salary of scrum master, kindly tell",
            "scrum master salary??",
        ),
    ),
    "registers, about worth": (
        "credential/pmp/need",
        (
            "Would you consider the PMP certification worthwhile?",
            "is pmp worth it",
            "yo is the pmp even worth it",
            "is it worth doing PMP only or not, sir",
            "PMP worth it lah?",
        ),
    ),
    "registers, about a move": (
        "transition/pmo/project_manager",
        (
            "Might a member of a project management office become a project manager?",
            "can pmo become pm",
            "can someone in a PMO become project manager lah",
            "I am doing PMO job, can I become project manager?",
            "gonna be a PM from my PMO job, doable?",
        ),
    ),
    "learners of English, about validity": (
        "credential/capm/renewal",
        (
            "Does the CAPM certification expire?",
            "capm is expire or no?",
            "how long is valid the CAPM?",
            "CAPM have expiry date?",
        ),
    ),
    "learners of English, about duties": (
        "role/product_owner/duties",
        (
            "what does a product owner do",
            "product owner what he is doing at work?",
            "please explain me the tasks of product owner",
            "What are the responsibilities of a product owner?",
        ),
    ),
    "registers, about no degree": (
        "topic/no_degree",
        (
            "Is it feasible to enter project management without a degree?",
            "no degree, can i do project management",
            "ain't got no degree, can i be a project manager",
            "i am not having degree, can i become project manager",
        ),
    ),
    "registers, about AI": (
        "topic/ai_impact",
        (
            "Will artificial intelligence supplant project managers?",
            "will ai take my project manager job",
            "is AI gonna nick our PM jobs",
            "AI will finish project manager work or what",
        ),
    ),
    "spellings": (
        "role/program_manager/entry",
        filled("how do i become a {} manager", "program", "programme"),
    ),
    "tempers": (
        "role/product_owner/salary",
        (
            "please could you kindly tell me what a product owner earns, thank you so much",
            "what does a product owner earn",
            "tell me what a damn product owner earns",
            "WHAT DOES A PRODUCT OWNER EARN???",
        ),
    ),
}  # fmt: skip


@pytest.mark.parametrize("group", ASKED)
def test_everybody_gets_the_same_answer(service, group):
    wanted, texts = ASKED[group]
    answers = {text: Talk(service.url).ask(text) for text in texts}
    assert len(set(answers.values())) == 1, answers
    assert all(fits(answer, wanted) for answer in answers.values()), answers


def test_there_are_enough_groups_and_each_is_compared():
    assert len(ASKED) >= 20
    assert all(len(set(texts)) == len(texts) >= 2 for _, texts in ASKED.values())
