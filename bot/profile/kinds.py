"""The kinds of experience and training that eligibility rules ask for, and how people speak of them.

``kind`` is the slug that ``eligibility_paths`` in the knowledge use. A kind that is not in these tables still
works: it is called by its slug and counts for itself alone.
"""

from __future__ import annotations

# Experience or training of which the person did not say the kind: "i have a bachelor and 4 years".
UNSAID = "unsaid"
# Experience in another field: "10 years in banking". It is business experience and nothing else.
OTHER = "other"

# Months of which kinds also count where a kind is asked for. Only what is plainly part of the other is here:
# who leads a project works in one, a scrum master works in an agile team, and all of it is business
# experience. Programme work is not here for leading projects: no rule of ours says that it counts, and the
# PgMP asks for both.
COUNTS_FOR: dict[str, tuple[str, ...]] = {
    "leading_projects": ("complex_projects", "strategic_projects"),
    "complex_projects": ("strategic_projects",),
    "programme_management": ("complex_programmes",),
    "portfolio_management": ("complex_portfolios",),
    "project_work": (
        "leading_projects",
        "complex_projects",
        "strategic_projects",
        "assisting_complex_projects",
        "programme_management",
        "complex_programmes",
        "scheduling",
    ),
    "agile": ("scrum_master",),
    "business": (
        OTHER,
        "leading_projects",
        "complex_projects",
        "strategic_projects",
        "assisting_complex_projects",
        "programme_management",
        "complex_programmes",
        "portfolio_management",
        "complex_portfolios",
        "project_work",
        "scheduling",
        "risk",
        "agile",
        "scrum_master",
        "business_analysis",
        "built_environment",
        "process_improvement",
    ),
    "one_completed_improvement_project": ("two_completed_improvement_projects",),
}

# What time in a job is experience of, when a person only names the job: "3 years as a PMO analyst".
OF_ROLE: dict[str, tuple[str, ...]] = {
    "project_administrator": ("project_work",),
    "project_coordinator": ("project_work",),
    "assistant_project_manager": ("project_work",),
    "project_manager": ("leading_projects",),
    "senior_project_manager": ("leading_projects",),
    "it_project_manager": ("leading_projects",),
    "construction_project_manager": ("leading_projects", "built_environment"),
    "program_manager": ("programme_management",),
    "portfolio_manager": ("portfolio_management",),
    "pmo": ("project_work",),
    "pmo_analyst": ("project_work",),
    "pmo_manager": ("project_work",),
    "pmo_director": ("project_work",),
    "scrum_master": ("scrum_master",),
    "product_owner": ("agile",),
    "agile_coach": ("agile",),
    "business_analyst": ("business_analysis",),
    "project_planner": ("scheduling",),
}

# How each kind is called after "months of", "hours of" and "experience in".
_CALLED = {
    "leading_projects": "leading projects",
    "complex_projects": "leading complex projects",
    "complex_programmes": "leading very complex programmes at a strategic level",
    "complex_portfolios": "leading very complex portfolios at a strategic level",
    "strategic_projects": "leading work at a strategic level",
    "assisting_complex_projects": "assisting the manager of complex projects in a responsible role",
    "programme_management": "programme management",
    "portfolio_management": "portfolio management",
    "project_work": "work in projects or a PMO",
    "business": "professional business work",
    "agile": "work in agile teams",
    "scrum_master": "work as a scrum master",
    "risk": "project risk work",
    "scheduling": "project scheduling",
    "business_analysis": "business analysis",
    "built_environment": "work in construction or the built environment",
    "process_improvement": "work in quality and process improvement",
    "one_completed_improvement_project": "one completed improvement project, confirmed by signature",
    "two_completed_improvement_projects": "two completed improvement projects, confirmed by signature",
    "safe": "SAFe",
    "project_management": "project management training",
    "pmo": "PMO training",
    "csm_course": "the approved CSM course",
    "a_csm_course": "the A-CSM course",
    "leading_safe_course": "the Leading SAFe course",
    "safe_scrum_master_course": "the SAFe Scrum Master course",
    "release_train_engineer_course": "the Release Train Engineer course",
    UNSAID: "experience",
    OTHER: "other work",
}
# Demands without a number of months, as the rules put them.
_DEMANDED = {"complex_projects": "experience of leading complex projects", "safe": "experience with SAFe"}
_TRAINING = ("agile", "risk", "scheduling", "business_analysis", "programme_management")


def called(kind: str) -> str:
    """Return how experience of a kind is called within a sentence."""
    return _CALLED.get(kind, kind.replace("_", " "))


def demanded(kind: str) -> str:
    """Return how a demand is called that is met or not, without a number of months."""
    return _DEMANDED.get(kind, called(kind))


def training_called(kind: str) -> str:
    """Return how training of a kind is called within a sentence."""
    if kind in _TRAINING:
        return f"{kind.replace('_', ' ')} training"
    return called(kind)


def counting(kind: str) -> tuple[str, ...]:
    """Return the kinds whose months count where ``kind`` is asked for, itself first."""
    return (kind, *COUNTS_FOR.get(kind, ()))
