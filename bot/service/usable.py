"""Whether the settings, right in themselves, can be used here: said before anything is started."""

from __future__ import annotations

import socket
import tempfile
import time
from collections.abc import Iterator

import sqlalchemy as sa  # type: ignore[import-untyped]

from bot.secret import secret_of
from bot.settings import Settings, SettingsError

WAIT_SECONDS = 30.0  # a machine that starts may start its database last
_AGAIN_SECONDS = 1.0


def require_usable(settings: Settings) -> None:
    """Make sure that address, directory, key and database can be used; wait a while for the database.

    Raises :class:`SettingsError` that names every setting that cannot.
    """
    wrong = list(_wrong(settings))
    if not wrong:
        wrong = list(_database(settings.database_url))
    if wrong:
        raise SettingsError("\n".join(wrong))


def _wrong(settings: Settings) -> Iterator[str]:
    try:
        family, *_, address = socket.getaddrinfo(settings.host, 0, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.bind(address)
    except OSError:
        yield f"WAYMARK_HOST is '{settings.host}', but should be an address of this machine."
    try:
        settings.var_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=settings.var_dir) as file:
            file.write(b"x" * 4096)
        secret_of(settings)
    except OSError as error:
        yield f"WAYMARK_VAR_DIR is '{settings.var_dir}', but nothing can be written there: {error.strerror}."
    except ValueError as error:
        yield f"WAYMARK_TOKEN_SECRET is not set, and {error}."


def _database(url: str) -> Iterator[str]:
    """Yield what is wrong with the database, never its address, which may hold a password."""
    try:
        engine = sa.create_engine(url, future=True)
    except (sa.exc.SQLAlchemyError, ImportError, ValueError) as error:
        yield f"WAYMARK_DATABASE_URL names a database that cannot be used here ({type(error).__name__})."
        return
    fault = _connect(engine)
    if fault and engine.dialect.name != "sqlite":  # a file does not come up by waiting
        print("Waiting for the database (WAYMARK_DATABASE_URL).", flush=True)
        deadline = time.monotonic() + WAIT_SECONDS
        while (fault := _connect(engine)) and time.monotonic() < deadline:
            time.sleep(_AGAIN_SECONDS)
    engine.dispose()
    if fault:
        yield f"WAYMARK_DATABASE_URL: the database cannot be reached ({fault})."


def _connect(engine: sa.engine.Engine) -> str | None:
    """Return what kept us from connecting, None when nothing did."""
    try:
        engine.connect().close()
    except (sa.exc.SQLAlchemyError, OSError) as error:
        return type(error).__name__
    return None
