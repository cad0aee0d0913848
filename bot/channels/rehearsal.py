"""A message that nobody sent: proof that NLU, policies and action work together before people are let in.

It also takes the time that the first message after a start takes longer. Nothing of it is stored.
"""

from __future__ import annotations

import copy
import logging

from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage
from rasa.core.tracker_store import InMemoryTrackerStore

from bot.channels.errors import describe
from bot.channels.messages import Collector

WORDS = "what does a project manager do"

logger = logging.getLogger(__name__)


async def rehearse(agent: Agent) -> bool:
    """Put a question to ``agent`` with a store that is thrown away; tell whether it was answered."""
    collector = Collector()
    try:
        processor = copy.copy(agent.processor)
        processor.tracker_store = InMemoryTrackerStore(agent.domain)
        message = UserMessage(WORDS, collector, "rehearsal", input_channel="rehearsal")
        await processor.handle_message(message)
    except Exception as error:  # noqa: BLE001 - whatever it is, the service is not ready
        logger.error("The rehearsal failed: %s", describe(error))  # noqa: TRY400
        return False
    if collector.queue.empty():
        logger.error("The rehearsal brought no answer: the action server's log tells more.")
        return False
    return True
