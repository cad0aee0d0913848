"""What Rasa does for nothing with each message, and the patches that keep it from doing so."""

from __future__ import annotations

import ast
import inspect

import pytest
from rasa.core import processor
from rasa.shared.core.domain import Domain

from bot.channels import rasa_patches
from tests.channels.test_rasa_patches import in_fresh_python


def test_rasa_still_makes_an_empty_domain_for_each_message():
    """When this fails, Rasa no longer needs the patch of ``Domain.is_empty``: remove it."""
    counted = in_fresh_python(
        "from rasa.shared.core.domain import Domain\n"
        "count, make, domain = [], Domain.from_dict, Domain.empty()\n"
        "Domain.from_dict = lambda data: (count.append(1), make(data))[1]\n"
        "for _ in range(3): domain.is_empty()\n"
        "print(len(count))"
    )
    assert counted.splitlines()[-1] == "3"


@pytest.mark.parametrize(("text", "empty"), [("{}", True), ("intents: [ask]", False), ("slots: {}", True)])
def test_an_empty_domain_is_known_as_before(text, empty):
    domain = Domain.from_yaml(text)
    assert rasa_patches._is_empty(domain) is empty
    assert (domain.as_dict() == Domain.empty().as_dict()) is empty


def test_rasas_processor_copies_only_what_it_logs():
    """When this fails, it copies something else, or no longer needs the patch of ``copy``."""
    tree = ast.parse(inspect.getsource(processor))

    def copies(node: ast.AST) -> int:
        return sum(
            isinstance(found, ast.Attribute)
            and isinstance(found.value, ast.Name)
            and found.value.id == "copy"
            for found in ast.walk(node)
        )

    logged = [
        call
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and ast.unparse(call.func) == "structlogger.debug"
    ]
    assert copies(tree) == sum(map(copies, logged)) > 0
    rasa_patches.apply()
    answer = {"text": "hello"}
    assert processor.copy.deepcopy(answer) is answer
