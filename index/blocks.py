"""Smaller weights for an ONNX graph: blocks of 32 numbers that share one scale.

The grid is that of Q4_0: the number of largest magnitude in a block becomes the lowest code, and a
code c stands for (c - 2^(bits-1)) * scale. Weights that come from Q4_0 blocks along the same axis,
as those of the default model do, are therefore kept exactly with 4 bits.
ONNX Runtime's own operators read it: MatMulNBits and GatherBlockQuantized (see its
ContribOperators.md).
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import NodeProto, TensorProto, helper, numpy_helper

from index.encoder import DATA
from index.model import Vectors

BLOCK = 32
# Tables with fewer numbers than this stay as they are: of positions and token types, 0.8 MB here.
SMALL = 1 << 20
# Tensors of at least this many bytes lie outside model.onnx, where they are mapped into memory.
EXTERNAL = 1024
DOMAIN = "com.microsoft"
# How MatMulNBits computes: 4 rounds activations to 8 bits block by block, 0 keeps them fp32. The
# default model, one core with AVX2, ms for a question of 20 tokens and for 8 passages of 128:
#    4 bits, level 4: 13.5, 890    4 bits, level 0: 19.3, 690
#    8 bits, level 4: 18.8, 1120   fp32: 16.9, 690
# Level 4 has a cosine of 0.9998 with the model, level 0 of 1.0000; R@1 as in index.centring is that
# of fp32 within 0.4 points either way.
ACCURACY = 4

Bytes = NDArray[np.uint8]


def compress(source: Path, target: Path, bits: int | None) -> None:
    """Writes the graph at ``source`` to ``target`` with weights of ``bits`` bits (None: fp32)."""
    model = onnx.load(source)
    if bits:
        _Rewriter(model, bits).run()
    _forget(model)
    options = {"location": DATA, "size_threshold": EXTERNAL, "save_as_external_data": True}
    onnx.save_model(model, target, **options)
    data = target.with_name(DATA)
    if data.exists():  # onnx gives it to its owner alone
        data.chmod(target.stat().st_mode)


def quantise(matrix: Vectors, bits: int) -> tuple[Bytes, Vectors]:
    """Codes and scales of ``matrix`` (rows, columns), both of shape (rows, blocks, ...).

    The last block of a row is filled up with zeros. Codes are (rows, blocks, 32) of one byte each.
    """
    rows, columns = matrix.shape
    blocks = np.pad(matrix, ((0, 0), (0, -columns % BLOCK))).reshape(rows, -1, BLOCK)
    half = 1 << (bits - 1)
    peaks = np.take_along_axis(blocks, np.abs(blocks).argmax(2, keepdims=True), 2)
    scales = (peaks / -half).astype(np.float32)
    steps = np.divide(blocks, scales, out=np.zeros_like(blocks), where=scales != 0)
    codes = np.clip(np.rint(steps) + half, 0, 2 * half - 1).astype(np.uint8)
    return codes, scales[:, :, 0]


def pack(codes: Bytes, bits: int) -> Bytes:
    """Codes as the operators store them: of 4 bits two in a byte, the first in the low half."""
    if bits != 4:
        return codes
    return codes[..., ::2] | np.left_shift(codes[..., 1::2], 4, dtype=np.uint8)


class _Rewriter:
    """Replaces MatMul and Gather over constant weights in ``model``, in place."""

    def __init__(self, model: onnx.ModelProto, bits: int) -> None:
        self.model = model
        self.graph = model.graph
        self.bits = bits
        self.weights = {tensor.name: tensor for tensor in self.graph.initializer}
        self.made = {output: node for node in self.graph.node for output in node.output}

    def run(self) -> None:
        nodes = [self._replaced(node) for node in self.graph.node]
        del self.graph.node[:]
        self.graph.node.extend(nodes)
        self._drop_unused()
        if all(known.domain != DOMAIN for known in self.model.opset_import):
            self.model.opset_import.append(helper.make_opsetid(DOMAIN, 1))

    def _replaced(self, node: NodeProto) -> NodeProto:
        if node.op_type == "MatMul":
            weight = self._matrix(node.input[1])
            return node if weight is None else self._matmul(node, weight)
        if node.op_type == "Gather" and node.input[0] in self.weights:
            table = numpy_helper.to_array(self.weights[node.input[0]])
            return self._gather(node, table) if _compressible(node, table) else node
        return node

    def _matrix(self, name: str) -> Vectors | None:
        """The constant (inputs, outputs) by that name, also where a node transposes it."""
        maker = self.made.get(name)
        transposed = maker is not None and maker.op_type == "Transpose"
        tensor = self.weights.get(maker.input[0] if maker is not None and transposed else name)
        if tensor is None or len(tensor.dims) != 2 or tensor.data_type != TensorProto.FLOAT:
            return None
        array: Vectors = numpy_helper.to_array(tensor)
        return array.T if transposed else array

    def _matmul(self, node: NodeProto, weight: Vectors) -> NodeProto:
        inputs, outputs = weight.shape
        codes, scales = quantise(np.ascontiguousarray(weight.T), self.bits)
        stored = self._store(node.input[1], pack(codes, self.bits), scales)
        return helper.make_node(
            "MatMulNBits",
            [node.input[0], *stored],
            node.output,
            node.name,
            domain=DOMAIN,
            K=inputs,
            N=outputs,
            bits=self.bits,
            block_size=BLOCK,
            accuracy_level=ACCURACY,
        )

    def _gather(self, node: NodeProto, table: Vectors) -> NodeProto:
        codes, scales = quantise(table, self.bits)
        packed = pack(codes, self.bits).reshape(len(table), -1)
        data, scale = self._store(node.input[0], packed, scales)
        return helper.make_node(
            "GatherBlockQuantized",
            [data, node.input[1], scale],
            node.output,
            node.name,
            domain=DOMAIN,
            bits=self.bits,
            block_size=BLOCK,
            gather_axis=0,
            quantize_axis=1,
        )

    def _store(self, name: str, codes: Bytes, scales: Vectors) -> tuple[str, str]:
        names = (f"{name}.codes", f"{name}.scales")
        if names[0] not in self.weights:
            tensors = [
                numpy_helper.from_array(*pair) for pair in zip((codes, scales), names, strict=True)
            ]
            self.graph.initializer.extend(tensors)
            self.weights.update(zip(names, tensors, strict=True))
        return names

    def _drop_unused(self) -> None:
        used = _read(self.graph.node) | {output.name for output in self.graph.output}
        nodes = [node for node in self.graph.node if used.intersection(node.output)]
        del self.graph.node[:]
        self.graph.node.extend(nodes)
        used = _read(nodes)
        kept = [tensor for tensor in self.graph.initializer if tensor.name in used]
        del self.graph.initializer[:]
        self.graph.initializer.extend(kept)


def _forget(model: onnx.ModelProto) -> None:
    """Removes what torch notes about the code that it traced, with the paths of its files."""
    for thing in (model, model.graph, *model.graph.node, *model.graph.value_info):
        thing.ClearField("metadata_props")
        thing.ClearField("doc_string")


def _read(nodes: Iterable[NodeProto]) -> set[str]:
    """Names that ``nodes`` read, those inside their subgraphs too."""
    names: set[str] = set()
    for node in nodes:
        names.update(node.input)
        for attribute in node.attribute:
            if attribute.type == onnx.AttributeProto.GRAPH:
                names |= _read(attribute.g.node)
    return names


def _compressible(node: NodeProto, table: Vectors) -> bool:
    axis = next((attribute.i for attribute in node.attribute if attribute.name == "axis"), 0)
    large = table.size >= SMALL and table.dtype == np.float32
    return large and table.ndim == 2 and axis == 0 and table.shape[1] % BLOCK == 0
