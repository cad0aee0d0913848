"""Cases for the credentials of other issuers, worked out by hand, each with the fact that decides it."""

from __future__ import annotations

from datetime import date

from tests.eligibility.case import FULL, Case, who

# fmt: off
IPMA = [
    Case("ipma", "credentials/ipma.d_open", "open_to_all", who(), earliest=FULL),
    Case("ipma", "credentials/ipma.c_experience", "eligible", who(leading_projects=36), "Level C", earliest=FULL),
    Case("ipma", "credentials/ipma.c_experience", "not_yet", who(leading_projects=35, assisting_complex_projects=0), "Level C", months=1, earliest=date(2026, 12, 26), nearest="ipma"),
    Case("ipma", "credentials/ipma.c_assisting", "eligible", who(assisting_complex_projects=36), "Level C", earliest=FULL),
    # Any project work is not a responsible role beside the manager of complex projects.
    Case("ipma", "credentials/ipma.c_experience", "unknown", who(project_work=72), "Level C"),
    Case("ipma", "credentials/ipma.b_complex", "eligible", who(leading_projects=60, complex_projects=36), "Level B", earliest=FULL),
    Case("ipma", "credentials/ipma.b_complex", "not_yet", who(leading_projects=60, complex_projects=24), "Level B", months=12, earliest=date(2027, 11, 26), nearest="ipma"),
    Case("ipma", "credentials/ipma.b_experience", "not_yet", who(leading_projects=48, complex_projects=36), "Level B", months=12, earliest=date(2027, 11, 26), nearest="ipma"),
    Case("ipma", "credentials/ipma.a_strategic", "eligible", who(complex_projects=60, strategic_projects=36), "Level A", earliest=FULL),
    Case("ipma", "credentials/ipma.a_programme", "eligible", who(complex_programmes=60), "Level A", earliest=FULL),
    Case("ipma", "credentials/ipma.a_programme", "unknown", who(programme_management=60), "Level A"),
]

APM = [
    Case("apm", "credentials/apm.pfq_open", "open_to_all", who(), earliest=FULL),
    Case("apm", "credentials/apm.pmq_open", "open_to_all", who(), "PMQ", earliest=FULL),
    Case("apm", "credentials/apm.ppq_open", "open_to_all", who("none"), "PPQ", earliest=FULL),
    Case("apm", "credentials/apm.chpp_criteria", "eligible", who(confirmed=["complex_projects"]), "ChPP", earliest=FULL),
    Case("apm", "credentials/apm.chpp_criteria", "not_yet", who(holds=["pmp"], denied=["complex_projects"]), "ChPP", nearest="apm"),
    Case("apm", "credentials/apm.chpp_criteria", "unknown", who(leading_projects=120), "ChPP"),
]

SCRUM = [
    Case("csm", "credentials/csm.course_approved", "open_to_all", who()),
    Case("csm", "credentials/csm.course_hours", "open_to_all", who(confirmed=["csm_course"]), earliest=FULL),
    Case("csm", "credentials/csm.advanced_experience", "eligible", who(holds=["csm"], confirmed=["a_csm_course"], scrum_master=12), "A-CSM", earliest=FULL),
    Case("csm", "credentials/csm.advanced_experience", "not_yet", who(holds=["csm"], confirmed=["a_csm_course"], scrum_master=11), "A-CSM", months=1, earliest=date(2026, 12, 26), nearest="csm"),
    Case("csm", "credentials/csm.advanced_course", "not_yet", who(holds=["csm"], denied=["a_csm_course"], scrum_master=12), "A-CSM", hours=16, nearest="csm"),
    Case("csm", "credentials/csm.advanced_csm", "not_yet", who(denied=["holds/csm"], confirmed=["a_csm_course"], scrum_master=12), "A-CSM", nearest="csm"),
    Case("psm", "credentials/psm.open_to_all", "open_to_all", who(), earliest=FULL),
    Case("psm", "credentials/psm.level_two_open", "open_to_all", who(), "PSM II", earliest=FULL),
    Case("psm", "credentials/psm.level_three_open", "open_to_all", who(scrum_master=0), "PSM III", earliest=FULL),
]

RTE = "SAFe Release Train Engineer (RTE)"
SAFE = [
    Case("safe", "credentials/safe.course_needed", "open_to_all", who()),
    Case("safe", "credentials/safe.ssm_open", "open_to_all", who(), "SAFe Scrum Master (SSM)"),
    Case("safe", "credentials/safe.advanced_assume", "eligible", who(confirmed=["safe", "release_train_engineer_course"]), RTE, earliest=FULL),
    Case("safe", "credentials/safe.advanced_assume", "eligible", who(holds=["safe"], confirmed=["release_train_engineer_course"]), RTE, earliest=FULL),
    Case("safe", "credentials/safe.rte_days", "not_yet", who(holds=["safe"], denied=["release_train_engineer_course"]), RTE, hours=24, nearest="safe"),
    Case("safe", "credentials/safe.advanced_assume", "not_yet", who(denied=["safe", "holds/safe"], confirmed=["release_train_engineer_course"]), RTE, nearest="safe"),
]

FOUNDATIONS = [
    Case("prince2", "credentials/prince2.foundation_open", "open_to_all", who(), earliest=FULL),
    Case("prince2", "credentials/prince2.practitioner_entry", "eligible", who(holds=["prince2"]), "Practitioner", earliest=FULL),
    Case("prince2", "credentials/prince2.practitioner_entry", "eligible", who(holds=["pmp"]), "Practitioner", earliest=FULL),
    Case("prince2", "credentials/prince2.practitioner_entry", "unknown", who(holds=["msp"], leading_projects=200), "Practitioner"),
    Case("prince2", "credentials/prince2.practitioner_entry", "not_yet", who(denied=[f"holds/{slug}" for slug in ("prince2", "prince2_agile", "pmp", "capm", "ipma")]), "Practitioner", nearest="prince2"),
    Case("prince2_agile", "credentials/prince2_agile.foundation_open", "open_to_all", who(), earliest=FULL),
    Case("prince2_agile", "credentials/prince2_agile.practitioner_entry", "eligible", who(holds=["prince2_agile"]), "Practitioner", earliest=FULL),
    Case("prince2_agile", "credentials/prince2_agile.practitioner_entry", "not_yet", who(holds=["prince2"], denied=["holds/prince2_agile"]), "Practitioner", nearest="prince2_agile"),
    Case("msp", "credentials/msp.foundation_open", "open_to_all", who(), earliest=FULL),
    Case("msp", "credentials/msp.practitioner_entry", "not_yet", who(denied=["holds/msp"], holds=["pmp"]), "Practitioner", nearest="msp"),
    Case("mop", "credentials/mop.foundation_open", "open_to_all", who(), earliest=FULL),
    Case("mop", "credentials/mop.practitioner_entry", "eligible", who(holds=["mop"]), "Practitioner", earliest=FULL),
    Case("p3o", "credentials/p3o.foundation_open", "open_to_all", who(), earliest=FULL),
    Case("p3o", "credentials/p3o.practitioner_entry", "not_yet", who(holds=["pmp"], denied=["holds/p3o"]), "Practitioner", nearest="p3o"),
    Case("agilepm", "credentials/agilepm.foundation_open", "open_to_all", who(), earliest=FULL),
    Case("agilepm", "credentials/agilepm.practitioner_entry", "eligible", who(holds=["agilepm"]), "Practitioner", earliest=FULL),
    Case("google_pm", "credentials/google_pm.no_degree", "open_to_all", who("none"), earliest=FULL),
    Case("project_plus", "credentials/project_plus.no_application", "open_to_all", who(), earliest=FULL),
]

GREEN, BLACK = "Green belt (ASQ)", "Black belt (ASQ)"
BELTS = [
    Case("six_sigma", "credentials/six_sigma.iassc_open", "open_to_all", who(), earliest=FULL),
    Case("six_sigma", "credentials/six_sigma.asq_yellow_open", "open_to_all", who(), "Yellow belt (ASQ)", earliest=FULL),
    Case("six_sigma", "credentials/six_sigma.asq_green_years", "eligible", who(process_improvement=36), GREEN, earliest=FULL),
    Case("six_sigma", "credentials/six_sigma.asq_green_years", "not_yet", who(process_improvement=35), GREEN, months=1, earliest=date(2026, 12, 26), nearest="six_sigma"),
    # A degree shortens nothing.
    Case("six_sigma", "credentials/six_sigma.asq_green_years", "not_yet", who("master", process_improvement=0), GREEN, months=36, earliest=date(2029, 11, 26), nearest="six_sigma"),
    Case("six_sigma", "credentials/six_sigma.asq_black_two", "eligible", who(confirmed=["two_completed_improvement_projects"]), BLACK, earliest=FULL),
    Case("six_sigma", "credentials/six_sigma.asq_black_one", "eligible", who(confirmed=["one_completed_improvement_project"], denied=["two_completed_improvement_projects"], process_improvement=36), BLACK, earliest=FULL),
    Case("six_sigma", "credentials/six_sigma.asq_black_one", "not_yet", who(confirmed=["one_completed_improvement_project"], denied=["two_completed_improvement_projects"], process_improvement=30), BLACK, months=6, earliest=date(2027, 5, 26), nearest="six_sigma"),
]

OTHER_CASES = [*IPMA, *APM, *SCRUM, *SAFE, *FOUNDATIONS, *BELTS]
