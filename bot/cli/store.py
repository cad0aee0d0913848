"""The database and the sentence encoder, for commands that look back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta, timezone
from functools import wraps
from typing import TYPE_CHECKING, TypeVar

import click
import sqlalchemy as sa  # type: ignore[import-untyped]
from typing_extensions import ParamSpec

from bot.insights.families import Encode
from bot.insights.gather import Material, gather
from bot.settings import Settings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


P = ParamSpec("P")
R = TypeVar("R")


def engine_of(settings: Settings) -> sa.engine.Engine:
    """Return the database of conversations; its directory is made if it is not there yet."""
    settings.var_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    return sa.create_engine(settings.database_url, future=True)


def readable(work: Callable[P, R]) -> Callable[P, R]:
    """Say that the database cannot be used as a sentence, which holds neither its address nor a password."""

    @wraps(work)
    def reading(*arguments: P.args, **options: P.kwargs) -> R:
        try:
            return work(*arguments, **options)
        except sa.exc.SQLAlchemyError as error:
            raise click.ClickException(f"The database cannot be used: {type(error).__name__}") from error

    return reading


@readable
def material(settings: Settings, now: datetime | None = None) -> Material:
    """Bring the queue up to date and read everything. Raises ``click.ClickException`` with a sentence."""
    keep = timedelta(days=settings.unanswered_days)
    return gather(engine_of(settings), now or datetime.now(timezone.utc), keep, encoder())


def encoder() -> Encode:
    """Return what turns texts into unit vectors of their meaning; it is loaded at the first call."""

    def encode(texts: Sequence[str]) -> NDArray[np.float32]:
        import numpy as np  # noqa: PLC0415 - only where there is something to encode

        from bot.nlu.encoder import MEANING, Encoder  # noqa: PLC0415

        vectors = Encoder().encode_all(texts)[:, MEANING]
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        unit: NDArray[np.float32] = vectors / np.where(lengths == 0, 1, lengths)
        return unit

    return encode
