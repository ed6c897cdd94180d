from __future__ import annotations

import io
import re

import pytest

from index.progress import Bars, Lines, Progress, Silent, make_progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def work(progress: Progress, steps: int = 4) -> None:
    progress.say("starting")
    with progress.count("embedding", steps) as advance:
        for _ in range(steps):
            advance(1)


def test_a_terminal_gets_a_bar() -> None:
    stream = Terminal()
    progress = make_progress(stream)
    assert isinstance(progress, Bars)
    work(progress)
    assert "starting" in stream.getvalue()
    assert re.search(r"embedding: 100%.*4/4", stream.getvalue())
    assert "\r" in stream.getvalue()


def test_a_log_gets_plain_lines() -> None:
    stream = io.StringIO()
    progress = make_progress(stream)
    assert isinstance(progress, Lines)
    work(progress)
    assert stream.getvalue() == "starting\nembedding: 4 of 4\n"


def test_long_work_is_heard_of_in_between() -> None:
    stream = io.StringIO()
    work(Lines(stream, interval=0))
    assert stream.getvalue().splitlines()[1:] == [f"embedding: {n} of 4" for n in (1, 2, 3, 4)]


def test_work_that_fails_is_not_said_to_be_done() -> None:
    stream = io.StringIO()
    with pytest.raises(ZeroDivisionError), Lines(stream).count("embedding", 4) as advance:
        advance(1)
        raise ZeroDivisionError
    assert stream.getvalue() == ""


def test_standard_error_is_where_it_goes(capsys: pytest.CaptureFixture[str]) -> None:
    work(make_progress())
    assert capsys.readouterr().out == ""


def test_silence(capsys: pytest.CaptureFixture[str]) -> None:
    work(Silent())
    assert capsys.readouterr() == ("", "")
