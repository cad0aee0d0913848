"""What is wrong with a knowledge file, said so that an editor can mend it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, order=True)
class Problem:
    """One fault of one file.

    ``line`` counts from 1; ``key`` is the path of keys to the fault, such as ``facts.fee.as_of``; ``message``
    says what is wrong and ``cure`` what to do about it. Warnings do not stop the use of the knowledge.
    """

    file: Path
    line: int
    key: str
    message: str
    cure: str
    warning: bool = False

    def __str__(self) -> str:
        """Return the one-line form that tools print: file, line, key, fault, cure."""
        kind = "warning: " if self.warning else ""
        return f"{_shown(self.file)}:{self.line}: {kind}{self.key or '(file)'}: {self.message}. {self.cure}"


class KnowledgeError(Exception):
    """Raised when the knowledge cannot be used; ``problems`` lists every fault that was found."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in sorted(problems)))
        self.problems = sorted(problems)


def _shown(path: Path) -> Path:
    """Return ``path`` as seen from the current folder when it lies below it."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path
