"""The demo page: what a district's website looks like with the widget in it.

All that it states comes from the index: the home place is the one with the most ties.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from corpus.model import Exchange, Language, Page, Source, Tie
from service.bundle import LANGUAGES, load_words
from service.catalogue import Catalogue
from service.rendering import render
from service.wording import Voice

_WORDS = Path(__file__).parent / "data" / "demo"
# So many of the latest exchanges are shown.
RECENT = 5
_VOICES: dict[str, Voice] = {
    "ko": Voice("ko"),
    "zh-Hans": Voice("zh"),
    "zh-Hant": Voice("zh", True),
    "en": Voice("en"),
}


@dataclass(frozen=True, slots=True)
class Partner:
    """A partner city: since when, by which document, and a question about it."""

    name: str
    date: str | None
    stage: str | None
    question: str


@dataclass(frozen=True, slots=True)
class News:
    """An exchange: when and with whom in the visitor's words, what in those of the page."""

    date: str
    partner: str
    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Origin:
    """A page that the contents come from; ``updated`` is in the visitor's words."""

    title: str
    publisher: str | None
    url: str | None
    language: str
    updated: str | None


def render_demo(catalogue: Catalogue, language: str, district: str | None = None) -> str:
    """The page in ``language`` (one of LANGUAGES), of ``district`` if it has ties."""
    voice = _VOICES[language]
    home = _home(catalogue, district)
    ties = [tie for tie in catalogue.ties.values() if tie.places[0] == home]
    name = catalogue.name(home, voice) if home else "Gyoryu"
    exchanges = catalogue.exchanges(ties)
    partners = [_partner(tie, catalogue, voice, language) for tie in ties]
    return render(
        "demo.html",
        language=language,
        names={tag: words["name"] for tag, words in load_words().items()},
        words={key: text.replace("{home}", name) for key, text in _words()[language].items()},
        home=name,
        district=home,
        chosen=district if district == home else None,
        partners=partners,
        examples=_examples(ties, catalogue, voice),
        exchanges=len(exchanges),
        since=_first_year(ties),
        news=[_news(event, catalogue, voice) for event in reversed(exchanges[-RECENT:])],
        origins=[_origin(page, voice, language) for page in _pages(ties, catalogue)],
    )


def _home(catalogue: Catalogue, district: str | None) -> str | None:
    """The place whose website this is; None where the index has no ties."""
    counts = Counter(tie.places[0] for tie in catalogue.ties.values())
    if district in counts:
        return district
    return max(counts, key=lambda place: counts[place], default=None)


def _partner(tie: Tie, catalogue: Catalogue, voice: Voice, language: str) -> Partner:
    stage = next((stage for stage in tie.stages if stage.formal), None)
    return Partner(
        name=catalogue.name(tie.places[1], voice),
        date=voice.date(stage.date, False) if stage and stage.date else None,
        stage=load_words()[language]["stage"].get(stage.kind) if stage else None,
        question=_question("signed", tie, catalogue, voice),
    )


def _question(name: str, tie: Tie, catalogue: Catalogue, voice: Voice) -> str:
    home, partner = (catalogue.name(place, voice) for place in tie.places)
    return voice.say(f"suggest.{name}", home=home, partner=partner)


def _examples(ties: Sequence[Tie], catalogue: Catalogue, voice: Voice) -> list[str]:
    """Questions that the index answers, each about another partner."""
    dated = [tie for tie in ties if any(stage.formal and stage.date for stage in tie.stages)]
    met = [tie for tie in ties if catalogue.exchanges([tie])]
    counted = [tie for tie in ties if catalogue.facts(tie.places[1], "population")]
    kinds = {"signed": dated[-1:], "exchanges": met[:1], "population": counted[:1]}
    return [_question(kind, tie, catalogue, voice) for kind, some in kinds.items() for tie in some]


def _first_year(ties: Sequence[Tie]) -> str | None:
    dates = [stage.date for tie in ties for stage in tie.stages if stage.formal and stage.date]
    return min(dates)[:4] if dates else None


def _news(event: Exchange, catalogue: Catalogue, voice: Voice) -> News:
    source = _told(event.sources, voice.language)
    return News(
        date=voice.date(event.date, False),
        partner=catalogue.name(event.places[1], voice),
        text=source.quote,
        language=source.language,
    )


def _told(sources: Sequence[Source], language: Language) -> Source:
    """The quote in the visitor's language, or the first."""
    return next((source for source in sources if source.language == language), sources[0])


def _pages(ties: Sequence[Tie], catalogue: Catalogue) -> list[Page]:
    ids = dict.fromkeys(page for tie in ties for page in tie.pages)
    return [catalogue.index.pages[page] for page in ids]


def _origin(page: Page, voice: Voice, language: str) -> Origin:
    when = voice.date(page.updated, False) if page.updated else None
    return Origin(
        title=page.title,
        publisher=page.publisher,
        url=page.url,
        language=page.languages[0] if page.languages else "",
        updated=_words()[language]["updated"].replace("{date}", when) if when else None,
    )


@lru_cache(maxsize=1)
def _words() -> dict[str, dict[str, str]]:
    return {
        language: tomllib.loads((_WORDS / f"{language}.toml").read_text(encoding="utf-8"))
        for language in LANGUAGES
    }
