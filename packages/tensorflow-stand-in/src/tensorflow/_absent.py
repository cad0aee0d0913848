"""What every name of the stand-in does when it is used: say who used it, and what to do."""

from __future__ import annotations

import sys
from types import FrameType
from typing import NoReturn


class TensorFlowMissingError(RuntimeError):
    """Something needs TensorFlow, which is not installed; the message says what, and the cure."""


class NameMissingError(TensorFlowMissingError, AttributeError):
    """The same for a name that the stand-in does not have.

    It is an ``AttributeError`` too, since some look into every module that is loaded, as pickle does.
    """


def refuse(name: str, kind: type[TensorFlowMissingError] = TensorFlowMissingError) -> NoReturn:
    """Raise an error of ``kind`` for the use of ``name``, such as ``keras.Model``."""
    component = _component()
    cure = f"Take {component} out of config.yml, or put" if component else "Put"
    raise kind(
        f"{component or 'This program'} needs TensorFlow ({name}), which is not installed. "
        f"{cure} TensorFlow back: docs/decisions/lean-runtime.md says how."
    )


def refuse_attribute(module: str, name: str) -> NoReturn:
    """Refuse ``name`` of a module of the stand-in."""
    refuse(f"{module}.{name}", NameMissingError)


class AbsentType(type):
    """The type of a class that is only a name: it can be inherited from and written in a type hint."""

    def __getattr__(cls, name: str) -> NoReturn:
        """Refuse what the class does not have."""
        refuse(f"{cls.__module__}.{cls.__name__}.{name}", NameMissingError)


class Absent(metaclass=AbsentType):
    """The base of all classes of the stand-in. No instance of it can be made."""

    def __new__(cls, *_arguments: object, **_options: object) -> NoReturn:
        """Refuse, in the name of the class of TensorFlow that is meant."""
        real = next(
            base for base in cls.__mro__ if base.__module__.partition(".")[0] in {"tensorflow", "keras"}
        )
        refuse(f"{real.__module__}.{real.__name__}")


def _component() -> str | None:
    """Return the class name of the component of Rasa's that is at work, if one is."""
    frame: FrameType | None = sys._getframe(2)  # noqa: SLF001 - the documented way to the caller
    while frame is not None:
        for name in ("self", "cls"):
            caller = frame.f_locals.get(name)
            kind = caller if isinstance(caller, type) else type(caller)
            if any(base.__name__ == "GraphComponent" for base in kind.__mro__):
                return kind.__name__
        frame = frame.f_back
    return None
