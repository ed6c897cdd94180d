"""An opened index with the look-ups that answering needs: facts by subject, ties by place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import cast

from corpus.dates import bounds
from corpus.gazetteer.aliases import Script, strip_suffix
from corpus.labels import list_of, property_of
from corpus.mandarin import in_pinyin
from corpus.model import Exchange, Fact, Passage, Place, Span, Tie, is_unnamed, tie_id
from corpus.readings import heads, read_as_korean
from corpus.text import fold_text
from index.lexical import tokenize
from index.search import Index
from service.concepts import concepts_of
from service.wording import Voice

# Properties of a page itself.
CONTACT = frozenset({"phone", "department", "address", "updated"})
# Labelled values that are sentences and may be quoted as such.
PROSE = frozenset({"features", "background", "location", "economy"})

# Of more sentences than this the Chinese ones are not read as Korean: 0.05 ms for each of them.
MOST_READ = 20_000
# Quotes whose sentences are remembered: those of every exchange of some thousand.
_SPANS = 8192

# A word that more passages have is no name of anything in particular.
_RARE = 20
# A row of fewer cells is a label beside its value.
_COLUMNS = 3


def edges_of(name: str) -> tuple[str, str]:
    """The first and the last letters of a folded name: one syllable in Hangul, else two."""
    size = 1 if "가" <= name[:1] <= "힣" else 2
    return f"{name[:size]}-", f"-{name[-size:]}"


def _read_words(text: str) -> frozenset[str]:
    """The words of a Chinese text in Korean readings, also as they are at the head of a word."""
    words = tokenize(read_as_korean(text))
    return frozenset(words) | {heads()[word[0]] + word[1:] for word in words if word[0] in heads()}


def _is_header(text: str) -> bool:
    """Whether ``text`` is the row of labels that stands over a table."""
    cells = [cell.strip() for cell in text.split("|")]
    if len(cells) < _COLUMNS or any(letter.isdigit() for letter in text):
        return False
    return any(property_of(cell) or list_of(cell) for cell in cells)


class Catalogue:
    """Everything of one index generation, read-only and safe to share between threads."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.gazetteer = index.gazetteer
        self.ties = {tie.id: tie for tie in index.ties}
        self._owners: dict[tuple[str, ...], str | None] = {}
        self._names: dict[tuple[str, str, bool], str] = {}
        self._owner_of_row: dict[int, str | None] = {}
        self._words: dict[int, frozenset[str]] = {}
        self._concepts: dict[int, frozenset[str]] = {}
        self._labelled: dict[str, frozenset[int]] = {}
        self._rows = lru_cache(maxsize=_SPANS)(self._rows_within)
        # What can be asked about each tie, by its id: service.suggestions fills it in.
        self.answerable: dict[str, tuple[str, ...]] = {}
        self._facts: dict[tuple[str, str], list[Fact]] = defaultdict(list)
        for fact in index.facts:
            self._facts[fact.subject, fact.property].append(fact)
        self._exchanges: dict[str, list[Exchange]] = defaultdict(list)
        for exchange in index.exchanges:
            self._exchanges[exchange.tie].append(exchange)

    @cached_property
    def partnered(self) -> frozenset[str]:
        """Ids of every place that has a tie."""
        return frozenset(place for tie in self.ties.values() for place in tie.places)

    @cached_property
    def called(self) -> frozenset[str]:
        """Those of ``partnered`` that go by a name of their own."""
        return frozenset(place for place in self.partnered if not is_unnamed(place))

    @cached_property
    def containers(self) -> frozenset[str]:
        """Ids of every place that one with a tie lies in."""
        return frozenset(p for place in self.partnered for p in self.gazetteer.ancestors(place))

    @cached_property
    def told(self) -> frozenset[str]:
        """Ids of every place that has a tie, and of all that these lie in."""
        return self.partnered | self.containers

    @cached_property
    def _by_id(self) -> dict[str, Exchange]:
        return {exchange.id: exchange for exchange in self.index.exchanges}

    @property
    def exchange_ids(self) -> frozenset[str]:
        """Ids of all exchanges."""
        return frozenset(self._by_id)

    def exchange(self, id: str) -> Exchange | None:
        """The exchange of an id, if there is one."""
        return self._by_id.get(id)

    def exchanges_of(self, tie: str) -> list[Exchange]:
        """The exchanges of the tie with an id, in page order."""
        return self._exchanges.get(tie, [])

    @cached_property
    def homes(self) -> frozenset[str]:
        """Ids of the places that publish pages."""
        return frozenset(tie.places[0] for tie in self.ties.values())

    @cached_property
    def edges(self) -> frozenset[str]:
        """How names of places with ties start and end: a misspelt one keeps one of its edges."""
        names = [
            form
            for place in self.called
            for language, given in self.place(place).names.items()
            for name in given
            for form in (name, strip_suffix(name, cast(Script, language.split("-")[0])))
        ]
        return frozenset(edge for name in names for edge in edges_of(fold_text(name)))

    @cached_property
    def tied_names(self) -> tuple[str, ...]:
        """Every name of the places with ties, folded and squeezed as the gazetteer keeps them."""
        return tuple(sorted(self.gazetteer.names_of(self.partnered)))

    @cached_property
    def han_patterns(self) -> dict[str, set[str]]:
        """Full Chinese names of places with ties, folded, with ``?`` for one of the inner signs."""
        patterns: dict[str, set[str]] = defaultdict(set)
        for place in self.called:
            for name in map(fold_text, self.place(place).names.get("zh", ())):
                for i in range(1, len(name) - 1):
                    patterns[f"{name[:i]}?{name[i + 1 :]}"].add(place)
        return dict(patterns)

    @cached_property
    def han_sounds(self) -> dict[tuple[str, int], set[str]]:
        """Places with ties by how their full Chinese names sound, and how many signs these have."""
        sounds: dict[tuple[str, int], set[str]] = defaultdict(set)
        for place in self.called:
            for name in map(fold_text, self.place(place).names.get("zh", ())):
                sounds[in_pinyin(name), len(name)].add(place)
        return dict(sounds)

    def bare_names(self, place: str) -> frozenset[str]:
        """The names of a place without "city" or "district", folded; none of a single letter."""
        return frozenset(
            name
            for language, given in self.place(place).names.items()
            for full in given
            if len(name := fold_text(strip_suffix(full, cast(Script, language.split("-")[0])))) > 1
        )

    @cached_property
    def bare_places(self) -> Mapping[str, tuple[str, ...]]:
        """The places with ties by their bare names, folded, in Hangul and in Latin letters."""
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for place in sorted(self.called):
            for name in self.bare_names(place):
                found[name][place] = None
        return {name: tuple(places) for name, places in found.items()}

    def place(self, place: str) -> Place:
        """The place of an id."""
        return self.gazetteer.places[place]

    def tie(self, one: str, other: str) -> Tie | None:
        """The tie between two places."""
        return self.ties.get(tie_id(one, other))

    def ties_of(self, place: str) -> list[Tie]:
        """The ties of ``place``, or of what lies in it where it has none itself."""
        own = [tie for tie in self.ties.values() if place in tie.places]
        return own or [
            tie
            for tie in self.ties.values()
            if any(place in self.gazetteer.ancestors(p) for p in tie.places)
        ]

    def ties_on(self, page: str) -> list[Tie]:
        """The ties that a page tells of."""
        return self._ties_on.get(page, [])

    @cached_property
    def _ties_on(self) -> dict[str, list[Tie]]:
        found: dict[str, list[Tie]] = defaultdict(list)
        for tie in self.ties.values():
            for page in tie.pages:
                found[page].append(tie)
        return dict(found)

    def facts(self, subject: str, name: str) -> list[Fact]:
        """The facts of one property of a place or tie; the latest as-of first."""
        found = self._facts.get((subject, name), [])
        return sorted(
            found, key=lambda fact: bounds(fact.as_of)[1] if fact.as_of else "", reverse=True
        )

    def subjects(self, name: str) -> list[str]:
        """Ids that have a fact of the property ``name``, in page order."""
        return list(dict.fromkeys(subject for subject, key in self._facts if key == name))

    def exchanges(self, ties: Iterable[Tie]) -> list[Exchange]:
        """The exchanges of ``ties`` by date."""
        found = [exchange for tie in ties for exchange in self._exchanges.get(tie.id, ())]
        return sorted(found, key=lambda exchange: (exchange.first, exchange.last))

    def passage(self, passage: str) -> Passage:
        """The passage of an id."""
        return self.index.passage(passage)

    def name(self, place: str, voice: Voice) -> str:
        """The name of a place for a reader; with its parent's where several places share it."""
        key = (place, voice.language, voice.traditional)
        if key not in self._names:
            self._names[key] = self._name(place, voice)
        return self._names[key]

    def _name(self, place: str, voice: Voice) -> str:
        name = voice.name(self.place(place))
        parent = self.place(place).parent
        if parent is None or len(self.gazetteer.named(name)) < 2:
            return name
        return voice.within(name, self.place(parent))

    def partner_of(self, passage: Passage) -> str | None:
        """The partner that the headings above a passage name, if they name one."""
        key = (passage.page, *passage.heading)
        if key not in self._owners:
            ties = self.ties_on(passage.page)
            partners = {tie.places[1] for tie in ties}
            sides = sorted({place for tie in ties for place in tie.places})
            # The page's own places are near: a prefecture of the same name is not meant.
            named = [m.place for m in self.gazetteer.find(" > ".join(passage.heading), sides)]
            owners = [place for place in named if place in partners]
            self._owners[key] = owners[-1] if owners else None
        return self._owners[key]

    def owner_of(self, row: int) -> str | None:
        """The partner that the headings above a sentence name."""
        if row not in self._owner_of_row:
            passage = self.passage(self.index.sentences[row].passage)
            self._owner_of_row[row] = self.partner_of(passage)
        return self._owner_of_row[row]

    @cached_property
    def _facts_on(self) -> dict[str, list[Fact]]:
        """The facts of each page."""
        found: dict[str, list[Fact]] = defaultdict(list)
        for fact in self.index.facts:
            found[fact.source.page].append(fact)
        return found

    def is_labelled(self, row: int) -> bool:
        """Whether a sentence is a labelled value, a bare label or the page's contact.

        Facts say these better.
        """
        page = self.index.sentences[row].page
        if page not in self._labelled:
            self._labelled[page] = self._labelled_on(page)
        return row in self._labelled[page]

    def _labelled_on(self, page: str) -> frozenset[int]:
        told = {
            row
            for fact in self._facts_on.get(page, ())
            if fact.property in CONTACT
            or (fact.property not in PROSE and property_of(fact.source.quote.split(":")[0]))
            for row in self.rows(page, fact.source.span)
        }
        texts = ((row, self.index.sentences[row].text) for row in self.index.sentences_of(page))
        bare = {
            row for row, text in texts if property_of(text) or list_of(text) or _is_header(text)
        }
        return frozenset(told | bare)

    def words(self, row: int) -> frozenset[str]:
        """The words of a sentence, as ``index.lexical`` matches them."""
        if row not in self._words:
            self._words[row] = frozenset(tokenize(self.index.sentences[row].text))
        return self._words[row]

    def are_apart(self, places: Iterable[str]) -> bool:
        """Whether several of ``places`` have ties: partners of others, side by side."""
        return sum(place in self.partnered for place in places) > 1

    def has_word(self, word: str) -> bool:
        """Whether ``word`` stands on any page."""
        return bool(len(self.index.passages_with(word)))

    def rows_with(self, word: str) -> Sequence[int]:
        """The sentences that have a rare word, as written or in Korean readings; else none."""
        passages = self.index.passages_with(word).tolist()
        rows = (
            row
            for passage in passages[:_RARE]
            for row in self.index.sentences_in(passage)
            if word in self.words(row)
        )
        return [*rows, *self.read_rows(word)[:_RARE]] if len(passages) <= _RARE else []

    def read_words(self, row: int) -> frozenset[str]:
        """The words of a Chinese sentence in Korean readings; none of another, or of too many."""
        return self._read[0].get(row, frozenset())

    def read_rows(self, word: str) -> Sequence[int]:
        """The Chinese sentences that have ``word`` in Korean readings."""
        return self._read[1].get(word, ())

    @cached_property
    def _read(self) -> tuple[dict[int, frozenset[str]], dict[str, list[int]]]:
        """The words of Chinese sentences in Korean readings, and the sentences of each word."""
        sentences = self.index.sentences
        words: dict[int, frozenset[str]] = {}
        rows: dict[str, list[int]] = defaultdict(list)
        if len(sentences) <= MOST_READ:
            chinese = (row for row in range(len(sentences)) if sentences[row].language == "zh")
            words = {row: _read_words(sentences[row].text) for row in chinese}
        for row, those in words.items():
            for word in those:
                rows[word].append(row)
        return words, dict(rows)

    def concepts(self, row: int) -> frozenset[str]:
        """The concepts that a sentence has words of."""
        if row not in self._concepts:
            self._concepts[row] = concepts_of(fold_text(self.index.sentences[row].text))
        return self._concepts[row]

    def rows(self, page: str, span: Span) -> tuple[int, ...]:
        """Rows of the sentences that ``span`` of a page touches."""
        return self._rows(page, span)

    def _rows_within(self, page: str, span: Span) -> tuple[int, ...]:
        return tuple(self.index.rows_within(page, span))
