"""Forgetting in time: a thread that deletes what is older than it may be."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import structlog
from sqlalchemy.exc import SQLAlchemyError

from service.inbox import Inbox
from service.storage.accounts import forget_sign_ins

# Seconds between two looks: what is kept for days is gone within the hour.
EVERY = 3600.0

_log = structlog.get_logger("gyoryu")


@contextmanager
def forgetting(inbox: Inbox, every: float = EVERY) -> Iterator[None]:
    """While the block runs, delete what is too old, at once and then ``every`` so many seconds."""
    stopped = threading.Event()
    thread = threading.Thread(target=_forget, args=(inbox, stopped, every), daemon=True)
    thread.start()
    try:
        yield
    finally:
        stopped.set()
        thread.join()


def _forget(inbox: Inbox, stopped: threading.Event, every: float) -> None:
    while not stopped.is_set():
        try:
            if number := inbox.forget():
                _log.info("forgotten", questions=number)
            with inbox.database.writing() as session:
                forget_sign_ins(session)
            inbox.database.clear_log()
        except SQLAlchemyError:
            _log.exception("questions not forgotten")
        stopped.wait(every)
