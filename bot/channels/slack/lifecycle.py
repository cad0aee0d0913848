"""The app is removed from a workspace, or its tokens are: what belongs to it goes too."""

from __future__ import annotations

from typing import Any

from slack_bolt.async_app import AsyncApp
from slack_bolt.context.async_context import AsyncBoltContext

from bot.channels.slack.installations import Installations
from bot.channels.slack.memory import Memory


class Lifecycle:
    """Listens to the end of installations. ``installations`` is None with one fixed token."""

    def __init__(self, memory: Memory, installations: Installations | None) -> None:
        self._memory = memory
        self._installations = installations

    def listen(self, bolt: AsyncApp) -> None:
        """Register the listeners with ``bolt``."""
        bolt.event("tokens_revoked")(self._revoked)
        bolt.event("app_uninstalled")(self._uninstalled)

    async def _revoked(self, event: dict[str, Any], context: AsyncBoltContext) -> None:
        """Forget the token of the bot. Tokens of persons are not asked for."""
        if self._installations and (event.get("tokens") or {}).get("bot"):
            await self._forget_tokens(self._installations, context)

    async def _uninstalled(self, context: AsyncBoltContext) -> None:
        """Forget the tokens, and delete the talks of the workspace."""
        if self._installations:
            await self._forget_tokens(self._installations, context)
        if context.team_id:
            await self._memory.forget_team(context.team_id)

    async def _forget_tokens(self, installations: Installations, context: AsyncBoltContext) -> None:
        await installations.async_delete_bot(enterprise_id=context.enterprise_id, team_id=context.team_id)
