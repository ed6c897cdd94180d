"""Errors on the command line: one line that says what to do, never a traceback."""

from __future__ import annotations

import os
import sys
from typing import Any, NoReturn

import click

from service.settings import PREFIX, SettingsError

FAILED = 2
_INTERRUPTED = 130
_DEBUG = f"{PREFIX}LOG_LEVEL"


class OneLineGroup(click.Group):
    """Commands whose errors are one line on standard error, with exit code 2."""

    def main(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Run a command and exit."""
        try:
            code = super().main(*args, **{**kwargs, "standalone_mode": False})
        except click.ClickException as error:
            _fail(_usage(error))
        except (click.Abort, KeyboardInterrupt):
            sys.exit(_INTERRUPTED)
        except BrokenPipeError:
            _leave_stdout()
        except Exception as error:
            if os.environ.get(_DEBUG, "").lower() == "debug":
                raise
            _fail(describe(error))
        sys.exit(code if isinstance(code, int) else 0)


def describe(error: Exception) -> str:
    """What went wrong, in one line."""
    if isinstance(error, _expected()):
        return str(error)
    if isinstance(error, ImportError) and error.name:
        return f"{error.name} is not installed; install Gyoryu with its `build` extra"
    if isinstance(error, OSError) and error.filename:
        return f"{error.filename}: {error.strerror}"
    kind = f"{type(error).__name__}: {error}".rstrip(": ")
    return f"something went wrong ({kind}); set {_DEBUG}=debug to see where, and report it"


def _expected() -> tuple[type[Exception], ...]:
    """The errors that say themselves what to do."""
    from corpus.gazetteer import GazetteerError
    from index.model import UnusableIndex
    from service.evaluation import GoldenError
    from service.extraction import NoSuchPage
    from service.knowledge_bench import KnowledgeBenchError
    from service.load_bench import BenchError
    from service.problems import Refused
    from service.retrieval.model import RetrievalSetError
    from service.serving import ListenError
    from service.storage.accounts import AccountError
    from service.storage.database import StorageError

    return (
        AccountError,
        BenchError,
        GazetteerError,
        GoldenError,
        KnowledgeBenchError,
        ListenError,
        NoSuchPage,
        Refused,
        RetrievalSetError,
        SettingsError,
        StorageError,
        UnusableIndex,
    )


def _usage(error: click.ClickException) -> str:
    context = getattr(error, "ctx", None)
    hint = f" (see `{context.command_path} --help`)" if context else ""
    return error.format_message() + hint


def _fail(message: str) -> NoReturn:
    click.echo(f"gyoryu: {' '.join(message.split())}", err=True)
    sys.exit(FAILED)


def _leave_stdout() -> NoReturn:
    """Whoever read our output has enough: end without a word."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(0)
