"""The ONNX graph of all-MiniLM-L6-v2, int8: token ids in, a unit-length vector out for each sentence.

Sentences that are read together have the same number of tokens, so that nothing is padded.

The vector has two halves of equal weight, each the mean over the tokens, brought to one length: of the last
layer, which is the model's sentence vector and carries the meaning, and of the third layer, which still knows
the words. Intents that differ by a word are told apart better with both, and the second costs no time.

Weights are int8, activations are quantised as they come. Columns of a matrix have a scale each and a 7-bit
range, because x86 processors without VNNI add pairs of 8-bit products in 16 bits, which the full range
overflows. Attention, layer norm and GELU use onnxruntime's fused operators; GELU by its tanh formula, in half
the time of the exact one, with an error far below that of the quantisation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from onnx import TensorProto, helper, numpy_helper, save_model
from safetensors.numpy import load_file

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray
    from onnx import ModelProto

LAYERS, HEADS, WIDTH, MAX_TOKENS = 6, 12, 384, 128
WORD_LAYER = 2
EPSILON = 1e-12
MATRIX_LEVELS, ROW_LEVELS = 64, 127


def quantise(
    values: NDArray[np.float32], axis: int, levels: int
) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Return int8 values and their scales along ``axis``, with ``values ~ int8 * scale``."""
    scale = np.abs(values).max(axis=axis, keepdims=True) / np.float32(levels)
    scale = np.maximum(scale, np.finfo(np.float32).tiny)
    return np.rint(values / scale).astype(np.int8), scale


class GraphBuilder:
    """Collects the nodes and constants of the graph. ``weights`` are the fp32 tensors by their BERT names."""

    def __init__(self, weights: dict[str, NDArray[np.float32]]) -> None:
        self.weights = weights
        self.nodes: list[Any] = []
        self.constants: list[Any] = []

    def constant(self, name: str, value: NDArray[Any]) -> str:
        """Add a constant and return its name."""
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def weight(self, name: str) -> str:
        """Add a weight as it is, under its own name, and return that name."""
        return self.constant(name, self.weights[name])

    def node(self, operation: str, inputs: list[str], *outputs: str, **attributes: object) -> str:
        """Add a node and return the name of its first output."""
        self.nodes.append(helper.make_node(operation, inputs, outputs, name=outputs[0], **attributes))
        return outputs[0]

    def fused(self, operation: str, inputs: list[str], output: str, **attributes: object) -> str:
        """Add one of the operators that onnxruntime brings."""
        return self.node(operation, inputs, output, domain="com.microsoft", **attributes)

    def matrix(self, name: str, values: NDArray[np.float32]) -> tuple[str, str]:
        """Add a quantised matrix; return the names of its values and of its scales."""
        columns, scale = quantise(values, axis=0, levels=MATRIX_LEVELS)
        return self.constant(name, columns), self.constant(f"{name}.scale", scale[0])

    def embed(self) -> str:
        """Add token and position embeddings and their layer norm. A token's row has its own scale."""
        table, scale = quantise(self.weights["embeddings.word_embeddings.weight"], axis=1, levels=ROW_LEVELS)
        kinds = self.weights["embeddings.token_type_embeddings.weight"]
        positions = self.weights["embeddings.position_embeddings.weight"][:MAX_TOKENS] + kinds[0]
        self.node("Gather", [self.constant("token_rows", table), "input_ids"], "row")
        self.node("Gather", [self.constant("token_scales", scale), "input_ids"], "row_scale")
        self.node("Cast", ["row"], "row_float", to=TensorProto.FLOAT)
        self.node("Mul", ["row_float", "row_scale"], "tokens")
        self.node("Shape", ["input_ids"], "length", start=1)
        first, axis = self.constant("first", np.array([0])), self.constant("axis", np.array([1]))
        self.node("Slice", [self.constant("positions", positions[None]), first, "length", axis], "places")
        return self.layer_norm(["tokens", "places"], "embeddings.LayerNorm")

    def layer_norm(self, summands: list[str], name: str, bias: str | None = None) -> str:
        """Add the layer norm of the sum of two summands and of ``bias``."""
        inputs = [*summands, self.weight(f"{name}.weight"), self.weight(f"{name}.bias")]
        inputs += [self.weight(bias)] if bias else []
        return self.fused("SkipLayerNormalization", inputs, f"{name}.out", epsilon=EPSILON)

    def attention(self, hidden: str, prefix: str) -> str:
        """Add multi-head self-attention with query, key and value in one quantised matrix."""
        parts = [f"{prefix}.{part}" for part in ("query", "key", "value")]
        stacked = np.concatenate([self.weights[f"{part}.weight"].T for part in parts], axis=1)
        bias = np.concatenate([self.weights[f"{part}.bias"] for part in parts])
        matrix, scale = self.matrix(f"{prefix}.matrix", stacked)
        levels = [f"{prefix}.levels", f"{prefix}.levels_scale", f"{prefix}.levels_zero"]
        self.node("DynamicQuantizeLinear", [hidden], *levels)
        zero = self.constant(f"{prefix}.zero", np.zeros(3 * WIDTH, np.int8))
        inputs = [
            levels[0],
            matrix,
            self.constant(f"{prefix}.bias", bias),
            levels[1],
            scale,
            "",
            levels[2],
            zero,
        ]
        return self.fused("QAttention", inputs, f"{prefix}.out", num_heads=HEADS)

    def product(self, hidden: str, name: str) -> str:
        """Add a product with a quantised matrix, without the bias, which the next fused operator adds."""
        matrix, scale = self.matrix(f"{name}.weight", self.weights[f"{name}.weight"].T)
        return self.fused("DynamicQuantizeMatMul", [hidden, matrix, scale], f"{name}.product")

    def closing(self, inner: str, residual: str, name: str) -> str:
        """Add the projection back to the model's width, the residual connection and the layer norm."""
        product = self.product(inner, f"{name}.dense")
        return self.layer_norm([product, residual], f"{name}.LayerNorm", f"{name}.dense.bias")

    def layer(self, hidden: str, prefix: str) -> str:
        """Add one transformer layer: self-attention, then the feed-forward network."""
        attended = self.attention(hidden, f"{prefix}.attention.self")
        hidden = self.closing(attended, hidden, f"{prefix}.attention.output")
        wide = self.product(hidden, f"{prefix}.intermediate.dense")
        bias = self.weight(f"{prefix}.intermediate.dense.bias")
        active = self.fused("FastGelu", [wide, bias], f"{prefix}.intermediate.out")
        return self.closing(active, hidden, f"{prefix}.output")

    def pool(self, hidden: str, name: str) -> str:
        """Add the mean over the tokens, as a vector of length one."""
        self.node("ReduceMean", [hidden], f"{name}.mean", axes=[1], keepdims=0)
        return self.node("LpNormalization", [f"{name}.mean"], name, axis=-1, p=2)

    def build(self) -> ModelProto:
        """Return the graph: ``input_ids`` int64 [b, n], 1 <= n <= 128, to ``vector`` float32 [b, 768]."""
        layers = [self.embed()]
        for number in range(LAYERS):
            layers.append(self.layer(layers[-1], f"encoder.layer.{number}"))
        halves = [self.pool(layers[-1], "meaning"), self.pool(layers[WORD_LAYER + 1], "words")]
        self.node("Concat", halves, "halves", axis=-1)
        self.node("LpNormalization", ["halves"], "vector", axis=-1, p=2)
        ids = helper.make_tensor_value_info("input_ids", TensorProto.INT64, ["b", "n"])
        vector = helper.make_tensor_value_info("vector", TensorProto.FLOAT, ["b", 2 * WIDTH])
        graph = helper.make_graph(self.nodes, "sentence_encoder", [ids], [vector], self.constants)
        opsets = [helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=8)


def write_graph(weights: Path, target: Path) -> None:
    """Write the graph of the safetensors file ``weights`` to ``target``."""
    save_model(GraphBuilder(load_file(weights)).build(), target)
