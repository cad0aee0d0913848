"""What people write of themselves, the way they write it, and what is to be read from it.

Each row: the question just asked (None for none), the words, the facts that they tell.
"""

from __future__ import annotations

from datetime import date

from bot.profile.kinds import OTHER, UNSAID
from bot.profile.person import Course, Person, Spell

TODAY = date(2026, 11, 26)
PM = "leading_projects"
ASK_PM = f"months/{PM}"
ASK_HOURS = "hours/project_management"
NOTHING = Person()


def led(months: int, started: date | None = None, share: float = 1.0) -> Person:
    return Person(experience=(Spell(PM, months, started, share),))


def some(months: int, started: date | None = None, share: float = 1.0) -> Person:
    return Person(experience=(Spell(UNSAID, months, started, share),))


def trained(hours: int, kind: str = "project_management") -> Person:
    return Person(training=(Course(kind, hours),))


def spells(*pairs: tuple[str, int], **more) -> Person:
    return Person(experience=tuple(Spell(kind, months) for kind, months in pairs), **more)


def school(level: str, **more) -> Person:
    return Person(education=level, **more)


# fmt: off
LENGTHS = [
    (ASK_PM, "4", led(48)),
    (ASK_PM, "about 4 yrs", led(48)),
    (ASK_PM, "18 months", led(18)),
    (ASK_PM, "a year and a half", led(18)),
    (ASK_PM, "one and a half years", led(18)),
    (ASK_PM, "five and a half yrs give or take", led(66)),
    (ASK_PM, "since march 2021", led(68, date(2021, 3, 1))),
    (ASK_PM, "since marhc 2021", led(68, date(2021, 3, 1))),
    (ASK_PM, "from mar '21", led(68, date(2021, 3, 1))),
    (ASK_PM, "since 03/2021", led(68, date(2021, 3, 1))),
    (ASK_PM, "Since 1st of May 2024", led(30, date(2024, 5, 1))),
    (ASK_PM, "since 2021", led(60, date(2021, 11, 1))),
    (ASK_PM, "since january", led(10, date(2026, 1, 1))),
    (ASK_PM, "since last march", led(8, date(2026, 3, 1))),
    (ASK_PM, "since last year", led(12, date(2025, 11, 26))),
    (ASK_PM, "since summer 2020", led(77, date(2020, 6, 1))),
    (ASK_PM, "i started 3 years ago", led(36, date(2023, 11, 26))),
    (ASK_PM, "half time for 2 years", led(24, share=0.5)),
    (ASK_PM, "2 yrs part-time", led(24, share=0.5)),
    (ASK_PM, "3 years but only 20% of my time", led(36, share=0.2)),
    (ASK_PM, "4 years, 2 days a week", led(48, share=0.4)),
    (ASK_PM, "2019 to 2023", led(48, date(2019, 11, 1))),
    (ASK_PM, "2019 - present", led(84, date(2019, 11, 1))),
    (ASK_PM, "june 2019 to december 2019", led(7, date(2019, 6, 1))),
    (ASK_PM, "between 2018 and 2021", led(36, date(2018, 11, 1))),
    (ASK_PM, "10+ years", led(120)),
    (ASK_PM, "2-3 years", led(24)),
    (ASK_PM, "4 or 5 years", led(48)),
    (ASK_PM, "two-three years", led(24)),
    (ASK_PM, "almost 3 years", led(35)),
    (ASK_PM, "less than a year", led(11)),
    (ASK_PM, "more than 5 years", led(60)),
    (ASK_PM, "1\u00bd years", led(18)),
    (ASK_PM, "3,5 years", led(42)),
    (ASK_PM, "3.5 yrs", led(42)),
    (ASK_PM, "2y3m", led(27)),
    (ASK_PM, "2 years and 3 months", led(27)),
    (ASK_PM, "4 years 6 months", led(54)),
    (ASK_PM, "half a year", led(6)),
    (ASK_PM, "a couple of years", led(24)),
    (ASK_PM, "a decade", led(120)),
    (ASK_PM, "fourty months", led(40)),
    (ASK_PM, "2 yeras", led(24)),
    (ASK_PM, "twelve moths", led(12)),
    (ASK_PM, "i have like 7 years i guess", led(84)),
    (ASK_PM, "since 5 years", led(60)),
    (ASK_PM, "i am working since 6 years like PM", spells((PM, 72), role="project_manager")),
    (ASK_PM, "no, 3 years", led(36)),
    (ASK_PM, "no it's 5 years", led(60)),
    (ASK_PM, "that's wrong, it is 5 years", led(60)),
    (ASK_PM, "not 5, 3 years", led(36)),
    (ASK_PM, "4 years in construction", led(48)),
    (ASK_PM, "60", led(60)),
    (ASK_PM, "5ish", led(60)),
    (ASK_PM, "from Jan 2020 till date", led(82, date(2020, 1, 1))),
    (ASK_PM, "1 Jan 2020 - 31 Dec 2022", led(36, date(2020, 1, 1))),
    (ASK_PM, "Honestly not sure, maybe 2 years", led(24)),
    (ASK_PM, "yes, about 30 months", led(30)),
    (ASK_PM, "10 years in banking", led(120)),
    (ASK_PM, "2 years but as a coordinator", spells(("project_work", 24), role="project_coordinator")),
    (ASK_PM, "none", led(0)),
    (ASK_PM, "no", led(0)),
    (ASK_PM, "nope, not yet", led(0)),
    (ASK_PM, "zero", led(0)),
    (ASK_PM, "i have never led a project", led(0)),
    (ASK_PM, "no experience", led(0)),
    (ASK_PM, "not sure", Person(unsure=(ASK_PM,))),
    (ASK_PM, "idk", Person(unsure=(ASK_PM,))),
    (ASK_PM, "hmm hard to say", Person(unsure=(ASK_PM,))),
    (ASK_PM, "i dont know exactly", Person(unsure=(ASK_PM,))),
    (ASK_PM, "prefer not to say", Person(declined=(ASK_PM,))),
    (ASK_PM, "I'd rather not say", Person(declined=(ASK_PM,))),
    (ASK_PM, "skip this one", Person(declined=(ASK_PM,))),
    (ASK_PM, "none of your business", Person(declined=(ASK_PM,))),
]

OTHERS = [
    ("weekly_hours", "10", Person(weekly_hours=10)),
    (None, "i can study 10 hours a week", Person(weekly_hours=10)),
    (None, "what if I study 10 hours a week", Person(weekly_hours=10)),
    (None, "5-6 hrs per week", Person(weekly_hours=5)),
    (None, "an hour a day", Person(weekly_hours=5)),
    ("country", "germany", Person(country="Germany")),
    (None, "i live in the uk", Person(country="United Kingdom")),
    (None, "based in South Africa", Person(country="South Africa")),
    (None, "i want to become a project manager", Person(goal="project_manager")),
    (None, "from pmo analyst to coo", Person(role="pmo_analyst", goal="chief_operating_officer")),
]

TOGETHER = [
    (None, "i have a bachelor and 4 years, can i sit pmp", school("bachelor", experience=some(48).experience)),
    (None, "as a PMO analyst with 3 years", spells(("project_work", 36), role="pmo_analyst")),
    (None, "im 3 yrs in a pmo and bored, what now", spells(("project_work", 36), role="pmo")),
    (None, "scrum master for 2 yrs", spells(("scrum_master", 24), role="scrum_master")),
    (None, "i was coordinator for 3 years, then project manager for 2 years", spells(("project_work", 36), (PM, 24), role="project_manager")),
    (None, "coordinator for 3 years and pm for 2", spells(("project_work", 36), (PM, 24), role="project_manager")),
    (None, "5 years experience, 3 of them as a pm", spells((OTHER, 60), (PM, 36), role="project_manager")),
    (None, "MBA, 7 yrs running IT projects, 35 PDUs from udemy, based in the UK", school("master", experience=led(84).experience, training=trained(35).training, country="United Kingdom")),
    (None, "hi i am from india having btech and 4+ yrs exp in leading software projects", school("bachelor", experience=led(48).experience, country="India")),
    (None, "I did manage projects since 2018 at 50%", led(96, date(2018, 11, 1), 0.5)),
    (None, "capm certified, 3 years as project coordinator, bsc", spells(("project_work", 36), role="project_coordinator", education="bachelor", holds=("capm",))),
    (None, "no degree but 6 years leading projects", school("secondary", experience=led(72).experience)),
    (None, "4 yrs of risk work and 30 hours risk training", spells(("risk", 48), training=trained(30, "risk").training)),
    (None, "6 years construction experience, high school only", spells(("built_environment", 72), education="secondary")),
    (None, "worked in agile teams for three years", spells(("agile", 36))),
    (None, "3 years programme management and 4 years leading projects", spells(("programme_management", 36), (PM, 48), role="program_manager")),
    (None, "20 hours a week for 2 years", some(24, share=0.5)),
    (None, "can i take the pmp with only 2 years of experience", some(24)),
    # Years of other work are none of leading projects, whatever is wished for.
    (None, "im a teacher with 10 years experience, want to be a pm", spells((OTHER, 120), goal="project_manager")),
    (None, "i am 29 and have 5 years exp in banking", spells((OTHER, 60))),
    (None, "I work in HR for 8 years", spells((OTHER, 96))),
    (None, "Farmer's son, ran the farm for a decade, now looking at project management", NOTHING),
    (None, "Midwife. Twenty years. Next thing should be running health projects.", NOTHING),
    (None, "construction foreman, 20 years. want to be the PM instead", spells(("built_environment", 240), goal="project_manager")),
    (None, "been in a pmo 3 yrs. pm next? how", spells(("project_work", 36), role="pmo")),
    (None, "my experience is 7 years in total, 4 as project manager", spells((OTHER, 84), (PM, 48), role="project_manager")),
    (ASK_PM, "2015-2018 and 2020-2023",
     Person(experience=(Spell(PM, 36, date(2015, 11, 1)), Spell(PM, 36, date(2020, 11, 1))))),
    (ASK_PM, "6 months full time and 2 years part time", Person(experience=(Spell(PM, 6), Spell(PM, 24, share=0.5)))),
    ("demand/safe", "yes for 2 years", Person(confirmed=("safe",), experience=(Spell("safe", 24),))),
]
