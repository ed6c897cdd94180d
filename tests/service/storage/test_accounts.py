"""Accounts, sign-ins and lock-out on both databases."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from service.staff.passwords import hash_password, is_password
from service.storage.accounts import (
    AccountError,
    account_names,
    add_account,
    find_account,
    find_visitor,
    fold_name,
    forget_sign_ins,
    remove_account,
    set_password,
    sign_in,
    sign_out,
)
from service.storage.attempts import MOST_BY_NAME, claim_attempt, clear_attempts, key_of
from service.storage.database import Database

DAY = timedelta(days=1)


def test_a_name_is_found_however_it_is_typed(database: Database) -> None:
    with database.writing() as session:
        assert add_account(session, " Ｋｉｍ ", "x") == "kim"
        with pytest.raises(AccountError, match="has an account"):
            add_account(session, "KIM", "y")
        assert find_account(session, "kIM") is not None
        assert account_names(session) == ["kim"]


@pytest.mark.parametrize("name", ["", "  ", "a b", "a\tb", "x" * 81, "a\x00"])
def test_a_name_that_is_none(name: str) -> None:
    with pytest.raises(AccountError, match="a name has"):
        fold_name(name)


def test_a_sign_in_lasts_until_it_is_over(database: Database) -> None:
    with database.writing() as session:
        add_account(session, "김민지", "x")
        account = find_account(session, "김민지")
        assert account is not None
        one, other = sign_in(session, account, DAY), sign_in(session, account, DAY)
        over = sign_in(session, account, -DAY)
    with database.writing() as session:
        assert [v.name for s in (one, other) if (v := find_visitor(session, s))] == ["김민지"] * 2
        assert find_visitor(session, over) is None
        assert find_visitor(session, "") is None
        sign_out(session, one)
        forget_sign_ins(session)
    with database.writing() as session:
        assert find_visitor(session, one) is None
        set_password(session, "김민지", "y")
        assert find_visitor(session, other) is None


def test_a_removed_account_is_signed_out(database: Database) -> None:
    with database.writing() as session:
        add_account(session, "kim", "x")
        account = find_account(session, "kim")
        assert account is not None
        secret = sign_in(session, account, DAY)
    with database.writing() as session:
        remove_account(session, "kim")
    with database.writing() as session:
        assert find_visitor(session, secret) is None
        with pytest.raises(AccountError, match="no such account"):
            remove_account(session, "kim")


def test_many_guesses_at_once_are_no_more_than_a_few(database: Database) -> None:
    key = key_of("name", "kim")

    def guess(_: int) -> bool:
        with database.writing() as session:
            return claim_attempt(session, {key: MOST_BY_NAME}) is None

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(guess, range(30))) == MOST_BY_NAME
    with database.writing() as session:
        clear_attempts(session, key)
        assert claim_attempt(session, {key: MOST_BY_NAME}) is None


def test_who_is_locked_out_locks_nobody_else_out(database: Database) -> None:
    tries = {key_of("name", "kim"): 2, key_of("client", "203.0.113.7"): 3}
    with database.writing() as session:
        assert [claim_attempt(session, tries) is None for _ in range(9)] == [True] * 2 + [False] * 7
    with database.writing() as session:
        assert claim_attempt(session, {key_of("client", "203.0.113.7"): 3}) is None


def test_passwords_are_hashed_and_compared() -> None:
    kept = hash_password("a long enough password")
    assert kept.startswith("$argon2id$")
    assert is_password("a long enough password", kept)
    assert not is_password("a long enough passwore", kept)
    assert not is_password("a long enough password", None)
    assert not is_password("x" * 10_000, kept)
    for password in ("short", "x" * 257):
        with pytest.raises(AccountError, match="12 to 256"):
            hash_password(password)
