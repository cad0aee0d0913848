"""A few sentences of three intents, and how tests make them into what the intent model takes."""

from __future__ import annotations

import numpy as np

from bot.nlu.space import Sentences

EXAMPLES = {
    "cost": ["what does it cost", "how much is the exam", "price of the course", "is it expensive", "the fee please",
             "how much money for the test", "cost of the certificate", "what do i pay for it"],
    "salary": ["what do they earn", "how much do you make", "pay in london", "average salary", "is the wage good",
               "what would i be paid", "salary range for the job", "do they earn well"],
    "compare": ["which of the two is better", "difference between them", "a or b", "is one harder than the other",
                "which is easier", "what sets them apart", "are they the same", "one versus the other"],
}  # fmt: skip
TEXTS = [text for group in EXAMPLES.values() for text in group]
INTENTS = [intent for intent, group in EXAMPLES.items() for _ in group]
SIGNS = 12


def sentences(encoder, texts):
    """Sentences without names, read once: the vectors of a message are twice as long."""
    return Sentences(encoder.encode_all(texts), list(texts), np.zeros((len(texts), SIGNS), dtype=np.float32))
