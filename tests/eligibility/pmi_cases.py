"""Cases for PMI's credentials, worked out by hand from the rules, each with the fact that decides it."""

from __future__ import annotations

from datetime import date

from bot.profile.kinds import UNSAID
from tests.eligibility.case import FULL, PM35, Case, since, who

# fmt: off
NONE = [("project_management", 0)]

PMP = [
    Case("pmp", "credentials/pmp.exp_bachelor", "eligible", who("bachelor", training=PM35, leading_projects=36), earliest=FULL),
    Case("pmp", "credentials/pmp.exp_bachelor", "not_yet", who("bachelor", training=PM35, leading_projects=35), months=1, earliest=date(2026, 12, 26), nearest="capm"),
    Case("pmp", "credentials/pmp.exp_bachelor", "eligible", who("master", training=PM35, leading_projects=37), earliest=FULL),
    Case("pmp", "credentials/pmp.exp_secondary", "eligible", who("secondary", training=PM35, leading_projects=60), earliest=FULL),
    Case("pmp", "credentials/pmp.exp_secondary", "not_yet", who("secondary", training=PM35, leading_projects=59), months=1, earliest=date(2026, 12, 26), nearest="capm"),
    # The PMP treats an associate degree like a secondary diploma.
    Case("pmp", "credentials/pmp.exp_secondary", "not_yet", who("associate", training=PM35, leading_projects=36), months=24, earliest=date(2028, 11, 26), nearest="capm"),
    Case("pmp", "credentials/pmp.exp_gac", "eligible", who("bachelor_gac", training=PM35, leading_projects=24), earliest=FULL),
    Case("pmp", "credentials/pmp.exp_gac", "not_yet", who("master_gac", training=PM35, leading_projects=23), months=1, earliest=date(2026, 12, 26), nearest="capm"),
    Case("pmp", "credentials/pmp.training", "not_yet", who("bachelor", training=[("project_management", 34)], leading_projects=40), hours=1, nearest="capm"),
    Case("pmp", "credentials/pmp.training", "not_yet", who("bachelor", training=NONE, leading_projects=40, weekly_hours=10.0), hours=35, earliest=date(2026, 12, 24), nearest="ipma"),
    Case("pmp", "credentials/pmp.training", "eligible", who("bachelor", holds=["capm"], leading_projects=40), earliest=FULL),
    Case("pmp", "credentials/pmp.training", "unknown", who("bachelor", leading_projects=40)),
    Case("pmp", "credentials/pmp.exp_bachelor", "unknown", who("bachelor", training=PM35)),
    Case("pmp", "credentials/pmp.exp_bachelor", "unknown", who(training=PM35, leading_projects=40)),
    Case("pmp", "credentials/pmp.exp_secondary", "not_yet", who("none", training=PM35, leading_projects=120), nearest="ipma"),
    # Programme work and project support are not leading projects.
    Case("pmp", "credentials/pmp.exp_bachelor", "unknown", who("bachelor", training=PM35, programme_management=60, project_work=60)),
    Case("pmp", "credentials/pmp.exp_bachelor", "eligible", who("bachelor", training=PM35, complex_projects=36), earliest=FULL),
    # Years without a kind are taken for the kind that the rules ask for.
    Case("pmp", "credentials/pmp.exp_bachelor", "eligible", who("bachelor", training=PM35, **{UNSAID: 48}), earliest=FULL),
    # Half time for five years is 30 months.
    Case("pmp", "credentials/pmp.exp_bachelor", "not_yet", since("leading_projects", None, 60, 0.5, education="bachelor", training=PM35), months=6, earliest=date(2027, 5, 26), nearest="capm"),
    # March 2021 to October 2026 are 68 months.
    Case("pmp", "credentials/pmp.exp_secondary", "eligible", since("leading_projects", date(2021, 3, 1), 68, education="secondary", training=PM35), earliest=FULL),
    # 2010 to 2017: of 84 months only those from November 2016 on are within ten years, that is two.
    Case("pmp", "credentials/pmp.exp_bachelor", "not_yet", since("leading_projects", date(2010, 1, 1), 84, education="bachelor", training=PM35), months=34, earliest=date(2029, 11, 26), nearest="capm"),
]

CAPM = [
    Case("capm", "credentials/capm.training", "eligible", who("secondary", training=[("project_management", 23)]), earliest=FULL),
    Case("capm", "credentials/capm.training", "not_yet", who("secondary", training=[("project_management", 22)]), hours=1, nearest="google_pm"),
    Case("capm", "credentials/capm.education", "not_yet", who("none", training=PM35), nearest="google_pm"),
    Case("capm", "credentials/capm.training", "not_yet", who("master", training=NONE, weekly_hours=4.0), hours=23, earliest=date(2027, 1, 7), nearest="google_pm"),
    Case("capm", "credentials/capm.education", "unknown", who(training=PM35)),
]

PG = [("programme_management", 21)]
PGMP = [
    Case("pgmp", "credentials/pgmp.programme_bachelor", "eligible", who("bachelor", training=PG, leading_projects=36, programme_management=36), earliest=FULL),
    Case("pgmp", "credentials/pgmp.project_bachelor", "not_yet", who("bachelor", training=PG, leading_projects=35, programme_management=36), months=1, earliest=date(2026, 12, 26), nearest="msp"),
    Case("pgmp", "credentials/pgmp.programme_secondary", "not_yet", who("secondary", training=PG, leading_projects=48, programme_management=83), months=1, earliest=date(2026, 12, 26), nearest="msp"),
    Case("pgmp", "credentials/pgmp.programme_secondary", "eligible", who("secondary", training=PG, leading_projects=48, programme_management=84), earliest=FULL),
    # Months may not overlap: 12 of the one and 12 of the other take two years.
    Case("pgmp", "credentials/pgmp.programme_bachelor", "not_yet", who("bachelor", training=PG, leading_projects=24, programme_management=24), months=24, earliest=date(2028, 11, 26), nearest="msp"),
    Case("pgmp", "credentials/pgmp.training", "not_yet", who("master", training=[("programme_management", 20)], leading_projects=48, programme_management=84), hours=1, nearest="msp"),
    Case("pgmp", "credentials/pgmp.programme_bachelor", "unknown", who("bachelor", training=PG, leading_projects=60)),
]

PFMP = [
    Case("pfmp", "credentials/pfmp.portfolio_bachelor", "eligible", who("bachelor", business=96, portfolio_management=48), earliest=FULL),
    Case("pfmp", "credentials/pfmp.portfolio_bachelor", "not_yet", who("bachelor", business=120, portfolio_management=47), months=1, earliest=date(2026, 12, 26), nearest="mop"),
    Case("pfmp", "credentials/pfmp.business", "not_yet", who("bachelor", business=95, portfolio_management=48), months=1, earliest=date(2026, 12, 26), nearest="mop"),
    Case("pfmp", "credentials/pfmp.portfolio_secondary", "eligible", who("secondary", business=96, portfolio_management=84), earliest=FULL),
    Case("pfmp", "credentials/pfmp.portfolio_secondary", "not_yet", who("secondary", business=100, portfolio_management=83), months=1, earliest=date(2026, 12, 26), nearest="mop"),
    # Portfolio work is business work, so 96 months of it meet both.
    Case("pfmp", "credentials/pfmp.business", "eligible", who("secondary", portfolio_management=96), earliest=FULL),
]

AGILE21 = [("agile", 21)]
ACP = [
    Case("pmi_acp", "credentials/pmi_acp.experience", "eligible", who("secondary", training=AGILE21, agile=24), earliest=FULL),
    Case("pmi_acp", "credentials/pmi_acp.experience", "not_yet", who("secondary", training=AGILE21, agile=23, denied=["holds/pmp"]), months=1, earliest=date(2026, 12, 26), nearest="agilepm"),
    Case("pmi_acp", "credentials/pmi_acp.experience", "eligible", who("secondary", training=AGILE21, scrum_master=24), earliest=FULL),
    Case("pmi_acp", "credentials/pmi_acp.pmp_route", "eligible", who("bachelor", holds=["pmp"], training=AGILE21), earliest=FULL),
    Case("pmi_acp", "credentials/pmi_acp.training", "not_yet", who("bachelor", holds=["pmp"], training=[("agile", 20)]), hours=1, nearest="agilepm"),
    # Six years ago is out of the window of five.
    Case("pmi_acp", "credentials/pmi_acp.experience", "not_yet", since("agile", date(2018, 1, 1), 36, education="secondary", training=AGILE21, denied=["holds/pmp"]), months=24, earliest=date(2028, 11, 26), nearest="agilepm"),
]

RISK30, RISK40 = [("risk", 30)], [("risk", 40)]
RMP = [
    Case("pmi_rmp", "credentials/pmi_rmp.years_bachelor", "eligible", who("bachelor", training=RISK30, risk=36), earliest=FULL),
    Case("pmi_rmp", "credentials/pmi_rmp.years_bachelor", "not_yet", who("bachelor", training=RISK30, risk=35), months=1, earliest=date(2026, 12, 26), nearest="google_pm"),
    Case("pmi_rmp", "credentials/pmi_rmp.years_secondary", "eligible", who("secondary", training=RISK40, risk=48), earliest=FULL),
    Case("pmi_rmp", "credentials/pmi_rmp.training_secondary", "not_yet", who("secondary", training=RISK30, risk=48), hours=10, nearest="google_pm"),
]

SCHED30, SCHED40 = [("scheduling", 30)], [("scheduling", 40)]
SP = [
    Case("pmi_sp", "credentials/pmi_sp.exp_secondary", "eligible", who("secondary", training=SCHED40, scheduling=40), earliest=FULL),
    Case("pmi_sp", "credentials/pmi_sp.exp_secondary", "not_yet", who("secondary", training=SCHED40, scheduling=39), months=1, earliest=date(2026, 12, 26), nearest="google_pm"),
    Case("pmi_sp", "credentials/pmi_sp.exp_bachelor", "eligible", who("bachelor", training=SCHED30, scheduling=28), earliest=FULL),
    Case("pmi_sp", "credentials/pmi_sp.exp_gac", "eligible", who("bachelor_gac", training=SCHED30, scheduling=12), earliest=FULL),
    Case("pmi_sp", "credentials/pmi_sp.training_degree", "not_yet", who("bachelor", training=[("scheduling", 29)], scheduling=28), hours=1, nearest="google_pm"),
]

BA35 = [("business_analysis", 35)]
PBA = [
    Case("pmi_pba", "credentials/pmi_pba.exp_bachelor", "eligible", who("bachelor", training=BA35, business_analysis=36), earliest=FULL),
    Case("pmi_pba", "credentials/pmi_pba.exp_secondary", "not_yet", who("secondary", training=BA35, business_analysis=36), months=24, earliest=date(2028, 11, 26), nearest="google_pm"),
    Case("pmi_pba", "credentials/pmi_pba.exp_gac", "eligible", who("master_gac", training=BA35, business_analysis=24), earliest=FULL),
    Case("pmi_pba", "credentials/pmi_pba.training", "not_yet", who("bachelor", training=[("business_analysis", 20)], business_analysis=36, weekly_hours=5.0), hours=15, earliest=date(2026, 12, 17), nearest="google_pm"),
]

CP = [
    Case("pmi_cp", "credentials/pmi_cp.exp_bachelor", "eligible", who("bachelor", built_environment=36), earliest=FULL),
    Case("pmi_cp", "credentials/pmi_cp.exp_secondary", "not_yet", who("secondary", built_environment=36), months=24, earliest=date(2028, 11, 26), nearest="google_pm"),
    Case("pmi_cp", "credentials/pmi_cp.exp_secondary", "eligible", who("associate", built_environment=60), earliest=FULL),
]

PMO10 = [("pmo", 10)]
PMOCP = [
    Case("pmi_pmocp", "credentials/pmi_pmocp.experience", "eligible", who("secondary", training=PMO10, project_work=36), earliest=FULL),
    Case("pmi_pmocp", "credentials/pmi_pmocp.experience", "eligible", who("secondary", training=PMO10, leading_projects=36), earliest=FULL),
    Case("pmi_pmocp", "credentials/pmi_pmocp.experience", "not_yet", who("secondary", training=PMO10, project_work=35, denied=["holds/pmp"]), months=1, earliest=date(2026, 12, 26), nearest="p3o"),
    Case("pmi_pmocp", "credentials/pmi_pmocp.pmp_route", "eligible", who("bachelor", holds=["pmp"], training=PMO10), earliest=FULL),
    Case("pmi_pmocp", "credentials/pmi_pmocp.training", "not_yet", who("bachelor", holds=["pmp"], training=[("pmo", 9)]), hours=1, nearest="p3o"),
]

PMI_CASES = [*PMP, *CAPM, *PGMP, *PFMP, *ACP, *RMP, *SP, *PBA, *CP, *PMOCP]
