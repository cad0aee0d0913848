"""The seal of a model: a file beside it with the SHA-256 that it had when training wrote it.

A model names the Python classes that are to be loaded, so it is as powerful as a program. What does not fit
its seal is not loaded. With a key (``WAYMARK_MODEL_SECRET``) the seal is signed as well: who can write into
the folder of the models, but does not have the key, cannot put another model there.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from pathlib import Path

_CHUNK = 1 << 20
_TRAIN = "make train ARGS=--force"


class SealError(RuntimeError):
    """A model is not the one that training wrote; the message says what to do."""


def seal_path(model: Path) -> Path:
    """Return where the seal of ``model`` is."""
    return model.with_name(f"{model.name}.seal")


def seal(model: Path, key: str | None) -> None:
    """Write the seal of ``model``, signed when there is a ``key``. Only for one that was just trained."""
    digest = _digest(model)
    fields = {"sha256": digest, **({"signature": _signature(digest, key)} if key else {})}
    seal_path(model).write_text(f"{json.dumps(fields)}\n", encoding="ascii")


def check(model: Path, key: str | None) -> None:
    """Make sure that ``model`` is as its seal says, and with a ``key``, that the seal is signed with it.

    Raises :class:`SealError`.
    """
    try:
        fields = json.loads(seal_path(model).read_text(encoding="ascii"))
        stated = (str(fields["sha256"]), str(fields.get("signature", "")))
    except FileNotFoundError as error:
        raise SealError(
            f"{model} has no seal: it was not trained by this version of Waymark. Train it: {_TRAIN}"
        ) from error
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise SealError(f"The seal of {model} cannot be read. Train the model again: {_TRAIN}") from error
    digest = _digest(model)
    if not hmac.compare_digest(stated[0].encode(), digest.encode()):
        raise SealError(
            f"{model} has changed since it was trained. If nobody should have changed it, look into that "
            f"first. Then train it again: {_TRAIN}"
        )
    if key and not hmac.compare_digest(stated[1].encode(), _signature(digest, key).encode()):
        raise SealError(
            f"{model} was not sealed with the key in WAYMARK_MODEL_SECRET. Train it with that key: {_TRAIN}"
        )


def _digest(model: Path) -> str:
    digest = hashlib.sha256()
    with model.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def _signature(digest: str, key: str) -> str:
    return hmac.new(key.encode(), f"waymark model {digest}".encode(), "sha256").hexdigest()
