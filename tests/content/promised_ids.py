"""The ids that are promised to have an answer. More may exist; none of these may go."""

from __future__ import annotations

ROLES = (
    "project_administrator", "project_coordinator", "assistant_project_manager", "project_manager",
    "senior_project_manager", "it_project_manager", "construction_project_manager", "program_manager",
    "portfolio_manager", "pmo", "pmo_analyst", "pmo_manager", "pmo_director", "scrum_master", "product_manager",
    "product_owner", "business_analyst", "project_planner", "agile_coach", "delivery_manager",
    "chief_operating_officer", "team_lead", "consultant",
)  # fmt: skip
CREDENTIALS = (
    "pmp", "capm", "pgmp", "pfmp", "pmi_acp", "pmi_rmp", "pmi_sp", "pmi_pba", "pmi_cp", "pmi_pmocp", "prince2",
    "prince2_agile", "msp", "mop", "p3o", "agilepm", "csm", "psm", "safe", "ipma", "apm", "google_pm",
    "project_plus", "six_sigma",
)  # fmt: skip
TOPICS = (
    "pmo_definition", "pmo_types", "pmo_functions", "pmo_value", "pmo_setup", "pmo_challenges",
    "pmo_reporting_line", "agile_pmo", "pmo_tools", "pm_tools", "what_is_project_management", "no_degree",
    "degree_choice", "masters", "experience_without_title", "career_change", "apprenticeship", "career_ladder",
    "after_project_manager", "time_to_become_pm", "first_90_days", "interview_prep", "cv_tips", "job_market",
    "ai_impact", "remote_freelance", "networking_mentoring", "specialise", "fit_for_pm", "career_break",
    "imposter_syndrome", "burnout_or_stress", "stakeholder_conflict", "leadership_skills", "time_management",
    "troubled_project", "should_i_join_pmo", "which_certification", "course_choice", "employer_funding",
    "age_or_late_start", "language_or_relocation", "salary_negotiation",
)  # fmt: skip
