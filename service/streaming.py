"""One question a line in, one JSON line each out, whatever a line may hold."""

from __future__ import annotations

from collections.abc import Callable
from typing import BinaryIO

import orjson
import structlog
from pydantic import BaseModel

from service.problems import Refused

_log = structlog.get_logger("gyoryu")
Reply = Callable[[str], BaseModel]


def stream(reply: Reply, source: BinaryIO, target: BinaryIO) -> None:
    """Write what ``reply`` makes of each line of ``source``, each at once; errors are lines too."""
    for line in source:
        text = line.decode("utf-8-sig", "replace").rstrip("\r\n")
        target.write(_one(reply, text) + b"\n")
        target.flush()


def as_line(reply: BaseModel) -> bytes:
    """A reply as one line of JSON."""
    return orjson.dumps(reply.model_dump())


def _one(reply: Reply, text: str) -> bytes:
    try:
        return as_line(reply(text))
    except Refused as error:
        return _error(text, str(error))
    except Exception:
        _log.exception("fault")
        return _error(text, "something went wrong with this line; it is logged")


def _error(text: str, reason: str) -> bytes:
    return orjson.dumps({"status": "error", "error": reason, "line": text[:200]})
