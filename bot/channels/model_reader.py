"""The trained model in this process: words in, Rasa's parse out, without server and store."""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path
from typing import Any

from rasa.core.agent import Agent
from rasa.utils.common import configure_logging_and_warnings
from rasa.utils.log_utils import configure_structlog

from bot.profile.masking import masked


class ModelReader:
    """Reads messages with the model in the file ``model``.

    Names of roles and credentials are found as the knowledge files have them now, whatever the model's age.
    """

    def __init__(self, model: Path) -> None:
        configure_logging_and_warnings(logging.ERROR)
        configure_structlog(logging.ERROR)
        self._agent = Agent.load(str(model))

    def read(self, text: str) -> dict[str, Any]:
        """Return Rasa's parse of ``text``, masked as a channel masks it before anything is stored."""
        parse: dict[str, Any] = asyncio.run(self._agent.parse_message(masked(text)[0]))
        return parse
