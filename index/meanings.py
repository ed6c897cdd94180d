"""Vectors of questions: worked out in other threads, and the last ones remembered.

The encoder leaves the interpreter free, so that a question can be read and looked up meanwhile.
Whoever asks the same at the same time waits for the same vector.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Lock
from time import sleep

from corpus.model import Language
from index.model import Vectors

# Questions that are encoded at the same time; as many as an app answers at once.
AT_ONCE = 40

_Key = tuple[str, Language]


class Meanings:
    """Gives vectors of shape (dimension,) by ``encode``, of which ``remembered`` are kept."""

    def __init__(self, encode: Callable[[str, Language], Vectors], remembered: int) -> None:
        self._encode, self._remembered = encode, remembered
        self._kept: OrderedDict[_Key, Future[Vectors]] = OrderedDict()
        self._lock = Lock()
        self._pool = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="encode")

    def of(self, question: str, language: Language) -> Future[Vectors]:
        """The vector of ``question``, which may still be under way."""
        key = (question, language)
        with self._lock:
            found = self._kept.get(key)
            if found is not None and not _has_failed(found):
                self._kept.move_to_end(key)
                return found
            begun = self._pool.submit(self._encode, question, language)
            self._keep(key, begun)
        # The interpreter is left for a moment, without which the encoder begins after 5 ms, when
        # whoever asks has done most of the rest (sys.getswitchinterval).
        sleep(0)
        return begun

    def _keep(self, key: _Key, begun: Future[Vectors]) -> None:
        self._kept[key] = begun
        self._kept.move_to_end(key)
        while len(self._kept) > self._remembered:
            self._kept.popitem(last=False)


def _has_failed(begun: Future[Vectors]) -> bool:
    """Whether it could not be encoded: the next who asks has it tried again."""
    return begun.done() and begun.exception() is not None
