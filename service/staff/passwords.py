"""Passwords: hashed with Argon2id, and compared without telling what was wrong."""

from __future__ import annotations

import threading

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from service.storage.accounts import AccountError

SHORTEST, LONGEST = 12, 256
_HASHER = PasswordHasher()
# One hash takes 64 MB and some 50 ms of every core: so many are made at once, others wait.
_TURNS = threading.BoundedSemaphore(2)
# What the password of an unknown name is compared with, so that it takes as long.
_NOBODY = "$argon2id$v=19$m=65536,t=3,p=4$5Y+jNk8VTkcTcGDuDZ27XQ$" + "A" * 43


def hash_password(password: str) -> str:
    """The hash to keep; raises AccountError for a password that is too short or too long."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise AccountError(f"a password has {SHORTEST} to {LONGEST} characters")
    with _TURNS:
        return _HASHER.hash(password)


def is_password(password: str, kept: str | None) -> bool:
    """Whether ``password`` is the one whose hash is ``kept``; None where the name is unknown."""
    if len(password) > LONGEST:
        return False
    try:
        with _TURNS:
            return _HASHER.verify(kept or _NOBODY, password) and kept is not None
    except (VerificationError, InvalidHashError):
        return False
