"""The sentence encoder: text in, a unit-length vector of 768 numbers out.

It runs the int8 graph of all-MiniLM-L6-v2 that ``tools/build_encoder.py`` writes, a sentence on one thread:
that takes a millisecond or two, and a second thread helps only while another core is idle. The first half of
the vector carries the meaning, the second the words (see ``tools/encoder_graph.py``).
"""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

DIMENSIONS = 768
# The part of a vector that is the model's sentence embedding.
MEANING = slice(0, 384)
MAX_TOKENS = 128
HEAD_TOKENS = 30
MAX_CHARACTERS = 8_000
# More sentences at a time are hardly quicker, and take more memory.
BATCH = 16
DEFAULT_DIRECTORY = Path(__file__).resolve().parents[2] / "build" / "encoder"


class EncoderMissingError(FileNotFoundError):
    """The encoder was not built; the message names the cure."""


def read_manifest(directory: Path) -> dict[str, Any]:
    """Return the manifest of a built encoder; :class:`EncoderMissingError` when there is none that fits."""
    path = directory / "manifest.json"
    if not path.is_file():
        raise EncoderMissingError(f"there is no sentence encoder in {directory}: run `make setup`")
    manifest: dict[str, Any] = json.loads(path.read_text())
    if manifest.get("dimensions") != DIMENSIONS:
        raise EncoderMissingError(f"the sentence encoder in {directory} is out of date: run `make setup`")
    return manifest


class Encoder:
    """Turns texts into vectors. ``directory`` is what ``tools/build_encoder.py`` wrote.

    Raises :class:`EncoderMissingError` when it is not there.
    """

    def __init__(self, directory: Path = DEFAULT_DIRECTORY) -> None:
        self._manifest = read_manifest(directory)
        self._tokenizer = Tokenizer.from_file(str(directory / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._session = onnxruntime.InferenceSession(
            str(directory / "encoder.onnx"), _session_options(), providers=["CPUExecutionProvider"]
        )

    @property
    def fingerprint(self) -> str:
        """The SHA-256 of the graph. Vectors of encoders with different fingerprints must not be compared."""
        return str(self._manifest["outputs"]["encoder.onnx"])

    @cached_property
    def _marks(self) -> tuple[int, int, int]:
        """The ids of the tokens that open a text, close it, and stand for what is not in the vocabulary."""
        vocabulary = self._tokenizer.get_vocab()
        return vocabulary["[CLS]"], vocabulary["[SEP]"], vocabulary["[UNK]"]

    def token_ids(self, text: str) -> list[int]:
        """Return the WordPiece ids of ``text``, at most 128 with the two marks; empty if no word is known.

        Of a long text the first 30 and the last 96 tokens are kept: people tell their story first, then ask.
        """
        ids: list[int] = self._tokenizer.encode(_shorten(text), add_special_tokens=False).ids
        first, last, unknown = self._marks
        if all(token == unknown for token in ids):
            return []
        room = MAX_TOKENS - 2
        if len(ids) > room:
            ids = ids[:HEAD_TOKENS] + ids[HEAD_TOKENS - room :]
        return [first, *ids, last]

    def encode(self, text: str) -> NDArray[np.float32]:
        """Return the vector of ``text``, of length one; zeros if the text holds no known word."""
        ids = self.token_ids(text)
        if not ids:
            return np.zeros(DIMENSIONS, dtype=np.float32)
        (vector,) = self._run([ids])
        return np.asarray(vector)

    def encode_all(self, texts: Sequence[str], threads: int = 1) -> NDArray[np.float32]:
        """Return the vectors of ``texts`` as the rows of a matrix, in two thirds of the time.

        Texts of one length are read together and then share their quantisation: a vector differs from that of
        :meth:`encode` by a cosine of about 0.994, and the same texts in the same order give the same vectors.
        """
        vectors = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
        ids = [self.token_ids(text) for text in texts]

        def fill(batch: list[int]) -> None:
            vectors[batch] = self._run([ids[place] for place in batch])

        with ThreadPoolExecutor(threads) as pool:  # the encoder leaves the interpreter free
            for _ in pool.map(fill, _of_one_length(ids)):
                pass
        return vectors

    def _run(self, ids: list[list[int]]) -> NDArray[np.float32]:
        """Return the vectors of sentences with the same number of tokens."""
        vectors: NDArray[np.float32] = self._session.run(None, {"input_ids": np.array(ids)})[0]
        return vectors


def english_words(directory: Path = DEFAULT_DIRECTORY) -> frozenset[str]:
    """Return the words that the encoder knows as a whole, in lower case, nearly all of them English.

    Raises :class:`EncoderMissingError`.
    """
    read_manifest(directory)
    vocabulary = Tokenizer.from_file(str(directory / "tokenizer.json")).get_vocab()
    return frozenset(word for word in vocabulary if word.isalpha() and len(word) > 1)


def _of_one_length(ids: Sequence[list[int]]) -> Iterator[list[int]]:
    """Yield the places of the sentences that have tokens, in batches of the same number of them."""
    by_length: dict[int, list[int]] = {}
    for place, tokens in enumerate(ids):
        by_length.setdefault(len(tokens), []).append(place)
    for length, places in by_length.items():
        if length:
            yield from (places[i : i + BATCH] for i in range(0, len(places), BATCH))


def _shorten(text: str) -> str:
    """Bound the work on a very long text; what is cut lies between the tokens that are kept."""
    if len(text) <= MAX_CHARACTERS:
        return text
    return f"{text[: MAX_CHARACTERS // 4]} {text[-3 * MAX_CHARACTERS // 4 :]}"


def _session_options() -> onnxruntime.SessionOptions:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.add_session_config_entry("session.inter_op.allow_spinning", "0")
    return options
