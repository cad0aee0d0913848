"""What people write of their education, training and certificates, and what is to be read from it."""

from __future__ import annotations

from bot.profile.person import Person
from tests.profile.phrases import ASK_HOURS, NOTHING, school, trained

# fmt: off
EDUCATION = [
    ("education", "bachelor", school("bachelor")),
    ("education", "Bachelors", school("bachelor")),
    ("education", "batchelor's degree", school("bachelor")),
    ("education", "BSc", school("bachelor")),
    ("education", "b.tech in mechanical", school("bachelor")),
    ("education", "uni", school("bachelor")),
    ("education", "4 year degree", school("bachelor")),
    ("education", "graduated from university", school("bachelor")),
    ("education", "masters", school("master")),
    ("education", "MBA", school("master")),
    ("education", "phd in physics", school("master")),
    (None, "I have a MA in history", school("master")),
    (None, "i have a BA in history", school("bachelor")),
    ("education", "associates degree", school("associate")),
    ("education", "HND", school("associate")),
    ("education", "high school", school("secondary")),
    ("education", "highschool diploma", school("secondary")),
    ("education", "A levels", school("secondary")),
    ("education", "Abitur", school("secondary")),
    ("education", "no degree", school("secondary")),
    ("education", "i dont have any degree", school("secondary")),
    ("education", "college dropout", school("secondary")),
    ("education", "dropped out of uni", school("secondary")),
    ("education", "still doing my bachelor", school("secondary")),
    ("education", "no diploma", school("none")),
    ("education", "never finished high school", school("none")),
    ("education", "none", school("none")),
    ("education", "GAC-accredited degree", school("bachelor_gac")),
    ("education", "my masters is GAC accredited", school("master_gac")),
    ("education", "degree but not gac", school("bachelor")),
    ("education", "i don't have a masters, only a bachelor", school("bachelor")),
    ("education", "idk", Person(unsure=("education",))),
]

TRAINING = [
    (ASK_HOURS, "35", trained(35)),
    (ASK_HOURS, "35 PDUs from udemy", trained(35)),
    (None, "35 PDUs from udemy", trained(35)),
    (None, "did a bootcamp 35h", trained(35)),
    (ASK_HOURS, "40 hrs on coursera", trained(40)),
    (ASK_HOURS, "thirty-five contact hours", trained(35)),
    (ASK_HOURS, "20-25 hours", trained(20)),
    (ASK_HOURS, "almost 35 hours", trained(34)),
    (ASK_HOURS, "no training yet", trained(0)),
    (ASK_HOURS, "none", trained(0)),
    (ASK_HOURS, "i have my capm", Person(holds=("capm",))),
    (ASK_HOURS, "4 day course", NOTHING),
    (ASK_HOURS, "i did a course", NOTHING),
    (ASK_HOURS, "yes", NOTHING),
    ("hours/agile", "21 pdus", trained(21, "agile")),
    (None, "i took 24 hours of agile training", trained(24, "agile")),
    ("course/csm_course", "yes i did", Person(confirmed=("csm_course",))),
    ("course/csm_course", "nope", Person(denied=("csm_course",))),
    (None, "i attended the leading safe course", Person(confirmed=("leading_safe_course",))),
]

HELD = [
    (None, "i have my capm", Person(holds=("capm",))),
    (None, "got csm and psm", Person(holds=("csm", "psm"))),
    (None, "i'm csm certified", Person(holds=("csm",))),
    (None, "i hold prince2 and msp but not pmp", Person(holds=("prince2", "msp"), denied=("holds/pmp",))),
    (None, "no pmp yet", Person(denied=("holds/pmp",))),
    (None, "my pmp expired", Person(denied=("holds/pmp",))),
    ("holds/pmp", "yes", Person(holds=("pmp",))),
    ("holds/pmp", "no", Person(denied=("holds/pmp",))),
    ("holds/prince2+capm", "the capm", Person(holds=("capm",))),
    ("holds/prince2+capm", "none of them", Person(denied=("holds/prince2", "holds/capm"))),
    ("holds/prince2+capm", "yes", NOTHING),
    ("demand/complex_projects", "yeah", Person(confirmed=("complex_projects",))),
    ("demand/complex_projects", "not really", Person(denied=("complex_projects",))),
    ("demand/complex_projects", "maybe", Person(unsure=("demand/complex_projects",))),
]
