"""A plain numpy forward pass of all-MiniLM-L6-v2 in fp32: the yardstick of the int8 graph.

Written from the BERT architecture, independently of ``tools/encoder_graph.py``.
"""

from __future__ import annotations

import numpy as np
from scipy.special import erf, softmax

HEADS, LAYERS, EPSILON = 12, 6, 1e-12


def layer_norm(values, weights, name):
    centred = values - values.mean(axis=-1, keepdims=True)
    normed = centred / np.sqrt((centred**2).mean(axis=-1, keepdims=True) + EPSILON)
    return normed * weights[f"{name}.weight"] + weights[f"{name}.bias"]


def dense(values, weights, name):
    return values @ weights[f"{name}.weight"].T + weights[f"{name}.bias"]


def heads_of(values):
    return values.reshape(len(values), HEADS, -1).transpose(1, 0, 2)


def attention(hidden, weights, name):
    query, key, value = (
        heads_of(dense(hidden, weights, f"{name}.self.{part}")) for part in ("query", "key", "value")
    )
    scores = query @ key.transpose(0, 2, 1) / np.sqrt(query.shape[-1])
    mixed = (softmax(scores, axis=-1) @ value).transpose(1, 0, 2).reshape(hidden.shape)
    return layer_norm(
        dense(mixed, weights, f"{name}.output.dense") + hidden, weights, f"{name}.output.LayerNorm"
    )


def encode(ids, weights):
    """Return the vector of the token ``ids``, which include the opening and closing marks.

    Half of it is the mean of the last layer's tokens, half the mean of the third layer's.
    """
    hidden = (
        weights["embeddings.word_embeddings.weight"][ids]
        + weights["embeddings.position_embeddings.weight"][: len(ids)]
        + weights["embeddings.token_type_embeddings.weight"][0]
    )
    hidden = layer_norm(hidden, weights, "embeddings.LayerNorm")
    means = []
    for number in range(LAYERS):
        name = f"encoder.layer.{number}"
        hidden = attention(hidden, weights, f"{name}.attention")
        wide = dense(hidden, weights, f"{name}.intermediate.dense")
        active = wide * 0.5 * (1 + erf(wide / np.sqrt(2)))
        hidden = layer_norm(
            dense(active, weights, f"{name}.output.dense") + hidden, weights, f"{name}.output.LayerNorm"
        )
        means.append(hidden.mean(axis=0))
    meaning, words = means[-1], means[2]
    halves = meaning / np.linalg.norm(meaning), words / np.linalg.norm(words)
    return np.concatenate(halves) / np.sqrt(2)
