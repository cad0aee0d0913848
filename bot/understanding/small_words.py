"""Small words of English that say nothing about a question by themselves."""

from __future__ import annotations

_WITHOUT_ASPECT = """
a about actually again also an and as at back but concerning for hmm how i is it just lets mean meant me
my no not nope of ok okay on one or otherwise oh please regarding rather return sorry so switch talk
than that the then think to versus vs wait well what whats with y yeah yes you go going if ah um uh
instead same question thing ones too let s m oops typo mistake wrong word rather correction were was are n
nah am im said did asked please thx by way typed wrote
"""
_BESIDE_NAMES = """
about after and any are before but can does for from good has have how into its just like more not now
onto our over than that the their them then they this was what when which who why will with you your a
an as at be by do i in is it me my of on or to one ones
"""

# What is left of "and what about the capm then?" besides the name.
WITHOUT_ASPECT = frozenset(_WITHOUT_ASPECT.split())

# Words beside a name that do not belong to it: "into project management" is not "IT project management".
BESIDE_NAMES = frozenset(_BESIDE_NAMES.split())
