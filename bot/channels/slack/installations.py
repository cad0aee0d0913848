"""Who has installed the app, in the database that keeps the conversations; tokens are sealed there."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

import sqlalchemy as sa  # type: ignore[import-untyped]
from cryptography.fernet import Fernet
from slack_sdk.oauth.installation_store import Bot, Installation
from slack_sdk.oauth.installation_store.async_installation_store import AsyncInstallationStore
from slack_sdk.oauth.installation_store.sqlalchemy import SQLAlchemyInstallationStore
from slack_sdk.oauth.state_store.async_state_store import AsyncOAuthStateStore
from slack_sdk.oauth.state_store.sqlalchemy import SQLAlchemyOAuthStateStore

from bot.tables import make_tables

STATE_SECONDS = 600
_TOKENS = ("bot_token", "bot_refresh_token", "user_token", "user_refresh_token")

_Kept = TypeVar("_Kept", Bot, Installation)

logger = logging.getLogger(__name__)


class _SealedStore(SQLAlchemyInstallationStore):
    """The SDK's store with tokens that cannot be read without the service's secret."""

    def __init__(self, client_id: str, engine: sa.engine.Engine, secret: str) -> None:
        super().__init__(client_id, engine, logger=logger)
        for table in (self.installations, self.bots):
            for column in table.c:
                if column.name in _TOKENS:  # a sealed token is longer than the SDK's 200 characters
                    column.type = sa.Text()
        key = hashlib.sha256(b"slack installations" + secret.encode()).digest()
        self._seal = Fernet(base64.urlsafe_b64encode(key))

    def save(self, installation: Installation) -> None:
        """Keep an installation."""
        super().save(Installation(**self._sealed(installation.__dict__)))

    def save_bot(self, bot: Bot) -> None:
        """Keep what belongs to a bot; from :meth:`save` it comes sealed."""
        super().save_bot(Bot(**self._sealed(bot.__dict__)))

    def opened(self, kept: _Kept) -> _Kept:
        """Return what was kept with its tokens readable."""
        for name in _TOKENS:
            if token := getattr(kept, name, None):
                setattr(kept, name, self._seal.decrypt(token.encode()).decode())
        return kept

    def _sealed(self, fields: dict[str, Any]) -> dict[str, Any]:
        own = {name: value for name, value in fields.items() if name != "custom_values"}
        for name in _TOKENS:
            token = own.get(name)
            if token and token.startswith("xox"):
                own[name] = self._seal.encrypt(token.encode()).decode()
        return own


class Installations(AsyncInstallationStore):
    """The installation store as Bolt asks for it; a thread works with the database at ``url``."""

    def __init__(self, url: str, client_id: str, secret: str) -> None:
        self._engine = sa.create_engine(url, future=True, pool_pre_ping=True)
        self._store = _SealedStore(client_id, self._engine, secret)
        make_tables(self._engine, self._store.metadata)

    @property
    def logger(self) -> logging.Logger:
        """Return the logger."""
        return logger

    async def async_save(self, installation: Installation) -> None:
        """Keep an installation."""
        await asyncio.to_thread(self._store.save, installation)

    async def async_save_bot(self, bot: Bot) -> None:
        """Keep the bot of an installation, with new tokens."""
        await asyncio.to_thread(self._store.save_bot, bot)

    async def async_find_bot(self, **wanted: Any) -> Bot | None:  # noqa: ANN401 - the SDK's keywords
        """Return the bot of a team or an organisation."""
        return await self._found(self._store.find_bot, wanted)

    async def async_find_installation(self, **wanted: Any) -> Installation | None:  # noqa: ANN401
        """Return the newest installation of a team or an organisation."""
        return await self._found(self._store.find_installation, wanted)

    async def async_delete_bot(self, **wanted: Any) -> None:  # noqa: ANN401
        """Forget the bot of a team, and the tokens that its installations hold."""
        await asyncio.to_thread(lambda: self._store.delete_bot(**wanted))
        await asyncio.to_thread(lambda: self._store.delete_installation(**wanted))

    async def async_delete_installation(self, **wanted: Any) -> None:  # noqa: ANN401
        """Forget installations."""
        await asyncio.to_thread(lambda: self._store.delete_installation(**wanted))

    async def _found(self, find: Callable[..., _Kept | None], wanted: dict[str, Any]) -> _Kept | None:
        kept = await asyncio.to_thread(lambda: find(**wanted))
        return self._store.opened(kept) if kept else None


@dataclass
class States(AsyncOAuthStateStore):
    """The states of installations that have begun, in the same database."""

    url: str

    def __post_init__(self) -> None:
        """Make the table."""
        engine = sa.create_engine(self.url, future=True, pool_pre_ping=True)
        self._store = SQLAlchemyOAuthStateStore(STATE_SECONDS, engine, logger)
        make_tables(engine, self._store.metadata)

    @property
    def logger(self) -> logging.Logger:
        """Return the logger."""
        return logger

    async def async_issue(self, *_arguments: Any, **_named: Any) -> str:  # noqa: ANN401 - the SDK's signature
        """Return a new state, good for ten minutes."""
        return await asyncio.to_thread(self._store.issue)

    async def async_consume(self, state: str) -> bool:
        """Tell whether ``state`` is good; it is good once."""
        return await asyncio.to_thread(self._store.consume, state)
