"""The widget as one file: its modules, words and styles put together when the service starts.

The modules keep to a small part of JavaScript, so that this needs no parser: an import is one line
of names from a neighbour, an export stands in front of a declaration, and no two modules declare
the same name. Whatever does not is refused with its file and line.
"""

from __future__ import annotations

import gzip
import json
import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import rcssmin
import rjsmin

SOURCES = Path(__file__).parent / "web" / "widget"
WORDS = Path(__file__).parent / "data" / "widget"
LANGUAGES = ("ko", "zh-Hans", "zh-Hant", "en")

_IMPORT = re.compile(r'import \{ [\w, ]+ \} from "(?P<source>[^"]+)";')
_EXPORT = re.compile(r"export (?=(?:async )?(?:function|class|const) )")
_DECLARED = re.compile(r"(?:async )?(?:function|class|const|let) (?P<name>\w+)")


class BundleError(Exception):
    """Sources that cannot be put together; the message names the file and the line."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """What browsers get, in UTF-8, and the script as gzip sends it."""

    script: bytes
    style: bytes
    zipped: bytes


@lru_cache(maxsize=1)
def widget() -> Bundle:
    """The widget of this version."""
    style = rcssmin.cssmin((SOURCES / "widget.css").read_text(encoding="utf-8"))
    generated = {"generated:style": _constant("STYLE", style), "generated:words": _words()}
    modules = _ordered("./main.js", generated, {})
    script = rjsmin.jsmin("(() => {\n" + "\n".join(modules.values()) + "\n})();\n")
    raw = script.encode()
    return Bundle(raw, style.encode(), gzip.compress(raw, compresslevel=9, mtime=0))


@lru_cache(maxsize=1)
def load_words() -> dict[str, dict[str, Any]]:
    """The words of each language, from one file each."""
    return {
        language: tomllib.loads((WORDS / f"{language}.toml").read_text(encoding="utf-8"))
        for language in LANGUAGES
    }


def _words() -> str:
    return _constant("WORDS", load_words())


def _constant(name: str, value: object) -> str:
    return f"const {name} = {json.dumps(value, ensure_ascii=False, separators=(',', ':'))};"


def _ordered(source: str, generated: dict[str, str], done: dict[str, str]) -> dict[str, str]:
    """The bodies of a module and all that it imports, each behind what it needs."""
    if source in done:
        return done
    if source in generated:
        done[source] = generated[source]
        return done
    done[source] = ""  # A circle of imports ends here: functions may call each other across it.
    body = []
    for number, line in enumerate(_read(source), start=1):
        if found := _IMPORT.fullmatch(line):
            _ordered(found["source"], generated, done)
        elif line.startswith("import"):
            raise BundleError(f'{source}:{number}: write import {{ name }} from "./module.js";')
        else:
            body.append(_unexported(line, f"{source}:{number}"))
    del done[source]
    done[source] = "\n".join(body)
    _check_names(done)
    return done


def _read(source: str) -> list[str]:
    try:
        return (SOURCES / source).read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise BundleError(f"{source}: no such module of the widget") from error


def _unexported(line: str, where: str) -> str:
    if not line.startswith("export"):
        return line
    if not _EXPORT.match(line):
        raise BundleError(f"{where}: export only a function, a class or a const")
    return _EXPORT.sub("", line, count=1)


def _check_names(modules: dict[str, str]) -> None:
    """All modules share one scope: a name may be declared at its top once."""
    owners: dict[str, str] = {}
    for source, body in modules.items():
        for line in body.splitlines():
            declared = _DECLARED.match(line)
            if declared and owners.setdefault(declared["name"], source) != source:
                name, other = declared["name"], owners[declared["name"]]
                raise BundleError(f"{source}: {name} is declared in {other} too; rename one")
