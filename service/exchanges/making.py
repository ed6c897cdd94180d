"""Making public files: few at a time, and no longer than the work takes."""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Iterator
from typing import IO

from fastapi import HTTPException

# Files made at once: each keeps one core busy, and answers must not wait for them.
AT_ONCE = 2
# Seconds after which a refused client may come back.
_AGAIN = "5"
# So many bytes of a file stay in memory, the rest on disk; and bytes that are sent at a time.
_IN_MEMORY, _BYTES = 4 * 1024 * 1024, 64 * 1024
_turns = threading.BoundedSemaphore(AT_ONCE)


def made(parts: Iterator[bytes]) -> Iterator[bytes]:
    """A file that is made now, to be sent; raises HTTPException (503) where others are being made.

    It is made before it is sent, so that who reads slowly takes nobody's turn.
    """
    if not _turns.acquire(blocking=False):
        detail = f"{AT_ONCE} files are being made already; try again in {_AGAIN} s"
        raise HTTPException(503, detail, {"retry-after": _AGAIN})
    file = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 -- closed when it is sent
    try:
        file.writelines(parts)
    except BaseException:
        file.close()
        raise
    finally:
        _turns.release()
    file.seek(0)
    return _sent(file)


def _sent(file: IO[bytes]) -> Iterator[bytes]:
    with file:
        while part := file.read(_BYTES):
            yield part
