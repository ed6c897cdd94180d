from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import onnxruntime as ort
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from onnx import TensorProto, helper, numpy_helper

from index import blocks
from index.blocks import BLOCK, compress, pack, quantise
from index.model import Vectors

MATRICES = arrays.arrays(
    np.float32,
    st.tuples(st.integers(1, 4), st.integers(1, 100)),
    elements=st.floats(-4, 4, width=32),
)


def restored(matrix: Vectors, bits: int) -> Vectors:
    codes, scales = quantise(matrix, bits)
    values = (codes.astype(np.float32) - (1 << (bits - 1))) * scales[..., None]
    return values.reshape(len(matrix), -1)[:, : matrix.shape[1]]


@given(MATRICES, st.sampled_from([4, 8]))
def test_a_code_is_at_most_a_step_away(matrix: Vectors, bits: int) -> None:
    """Half a step, but for the largest code, which stands for a step less than the peak."""
    _, scales = quantise(matrix, bits)
    steps = np.repeat(np.abs(scales), BLOCK, axis=1)[:, : matrix.shape[1]]
    assert (np.abs(restored(matrix, bits) - matrix) <= steps * 1.001 + 1e-30).all()


@given(MATRICES, st.sampled_from([4, 8]))
def test_what_lies_on_the_grid_stays_there(matrix: Vectors, bits: int) -> None:
    once = restored(matrix, bits)
    np.testing.assert_allclose(restored(once, bits), once, rtol=1e-5, atol=1e-30)


def test_packs_two_codes_in_a_byte() -> None:
    codes = np.array([[1, 2, 15, 0]], np.uint8)
    np.testing.assert_array_equal(pack(codes, 4), [[0x21, 0x0F]])
    np.testing.assert_array_equal(pack(codes, 8), codes)


def graph(folder: Path, table: Vectors, weight: Vectors, turned: Vectors) -> Path:
    """Rows of ``table``, times ``weight``, times ``turned`` transposed by a node of its own."""
    nodes = [
        helper.make_node("Gather", ["table", "rows"], ["found"]),
        helper.make_node("MatMul", ["found", "weight"], ["product"]),
        helper.make_node("Transpose", ["turned"], ["straight"], perm=[1, 0]),
        helper.make_node("MatMul", ["product", "straight"], ["result"], doc_string="/home/me.py"),
    ]
    tensors = {"table": table, "weight": weight, "turned": turned}
    content = helper.make_graph(
        nodes,
        "test",
        [helper.make_tensor_value_info("rows", TensorProto.INT64, [None])],
        [helper.make_tensor_value_info("result", TensorProto.FLOAT, [None, len(turned)])],
        [numpy_helper.from_array(value, name) for name, value in tensors.items()],
    )
    model = helper.make_model(content, opset_imports=[helper.make_opsetid("", 20)], ir_version=10)
    onnx.save_model(model, folder / "whole.onnx")
    return folder / "whole.onnx"


@pytest.mark.parametrize(("bits", "most"), [(4, 0.02), (8, 0.02), (None, 1e-5)])
def test_a_compressed_graph_computes_with_the_restored_weights(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bits: int | None, most: float
) -> None:
    """Up to the rounding of activations to 8 bits, which is half a percent of a block's peak."""
    monkeypatch.setattr(blocks, "SMALL", 1)
    random = np.random.default_rng(1)
    table, weight, turned = (
        random.normal(size=shape).astype(np.float32) for shape in ((50, 64), (64, 48), (40, 48))
    )
    source = graph(tmp_path, table, weight, turned)
    (tmp_path / "small").mkdir()
    target = tmp_path / "small" / "model.onnx"
    compress(source, target, bits)
    rows = np.array([3, 49, 0, 3])
    if bits:
        table, weight, turned = (
            restored(table, bits),
            restored(weight.T, bits).T,
            restored(turned, bits),
        )
    expected = table[rows] @ weight @ turned.T
    session = ort.InferenceSession(target, providers=["CPUExecutionProvider"])
    found = session.run(None, {"rows": rows})[0]
    assert np.abs(found - expected).max() <= most * np.abs(expected).max()


def test_a_compressed_graph_keeps_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(blocks, "SMALL", 1)
    ones = np.ones((32, 32), np.float32)
    target = tmp_path / "model.onnx"
    compress(graph(tmp_path, ones, ones, ones), target, 4)
    model = onnx.load(target)
    assert [node.op_type for node in model.graph.node] == [
        "GatherBlockQuantized",
        "MatMulNBits",
        "MatMulNBits",
    ]
    assert {tensor.name for tensor in model.graph.initializer} == {
        f"{name}.{part}" for name in ("table", "weight", "straight") for part in ("codes", "scales")
    }
    assert b"/home/me.py" not in target.read_bytes()
