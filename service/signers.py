"""Whether a text tells who signed the agreement of two places."""

from __future__ import annotations

from corpus.sentences import sentence_spans
from corpus.wordlists import load_toml
from service.lexicon import has


def tells_signing(folded: str) -> bool:
    """Whether a sentence of a folded text has people who sign, and no hospitals that do."""
    sentences = (folded[span.start : span.end] for span in sentence_spans(folded))
    return any(
        has("sign_verbs", one) and has("leaders", one) and not _of_institutions(one)
        for one in sentences
    )


def _of_institutions(sentence: str) -> bool:
    table = load_toml("stages.toml")["institutions"]
    return any(word in sentence for word in (*table["words"], *table["more"]))
