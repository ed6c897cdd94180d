"""An encoder whose questions are timed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from index.model import Encoder, Vectors

Clock = Callable[[], float]


class TimedEncoder:
    """``encoder``, of which ``tell`` is given the seconds by ``clock`` of every call for questions.

    A call that fails is not told.
    """

    def __init__(self, encoder: Encoder, clock: Clock, tell: Callable[[float], None]) -> None:
        self.name = encoder.name
        self.dimension = encoder.dimension
        self.max_tokens = encoder.max_tokens
        self.fingerprint = encoder.fingerprint
        self._encoder, self._clock, self._tell = encoder, clock, tell

    def queries(self, texts: Sequence[str]) -> Vectors:
        """See ``Encoder.queries``."""
        started = self._clock()
        vectors = self._encoder.queries(texts)
        self._tell(self._clock() - started)
        return vectors

    def passages(self, texts: Sequence[str]) -> Vectors:
        """See ``Encoder.passages``."""
        return self._encoder.passages(texts)

    def count_tokens(self, text: str) -> int:
        """See ``Encoder.count_tokens``."""
        return self._encoder.count_tokens(text)
