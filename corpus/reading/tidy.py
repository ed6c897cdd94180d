"""Pieces of a page put in order: no navigation, no repeats, page information apart, levels set."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from corpus.labels.words import is_document, list_of, property_of
from corpus.reading.lines import (
    crumbs,
    is_caption,
    is_closing,
    is_control,
    is_menu,
    is_survey,
    is_survey_option,
)
from corpus.reading.outline import Piece
from corpus.reading.page_labels import dateline, page_labels
from corpus.reading.records import join_records

# How far from a breadcrumb trail its steps are repeated, how many pieces are the top of a page,
# and how many lines may stand between a survey question and the last of its answers.
_NEAR_CRUMBS, _TOP, _SURVEY_OPTIONS = 3, 6, 8
# More answers on one line than this need no question above them.
_MOST_WORDS = 2
# More lines in a row than a page has levels of headings are a list of names.
_MOST_LEVELS = 3


def tidy(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces that are the page's own, in their final form."""
    kept = _apart(_without_navigation(pieces))
    kept = [_caption(piece) for piece in _without_repeats(kept)]
    return list(_levelled(kept))


def _without_navigation(pieces: Sequence[Piece]) -> list[Piece]:
    trails = [_trail(piece, index) for index, piece in enumerate(pieces)]
    asked = -_SURVEY_OPTIONS - 1
    kept = []
    for index, piece in enumerate(pieces):
        if is_survey(piece.text):
            asked = index
        elif _is_answer(piece.text, index - asked <= _SURVEY_OPTIONS):
            continue
        elif not (trails[index] or _is_step(piece, index, trails) or _is_menu(piece)):
            kept.append(piece)
    return kept


def _is_answer(text: str, asked: bool) -> bool:
    """Whether a line offers answers to a survey: where one was ``asked``, or several of them."""
    return (asked or len(text.split()) > _MOST_WORDS) and is_survey_option(text)


def _is_loose(piece: Piece) -> bool:
    """Whether ``piece`` is a line that nothing but its text tells the kind of."""
    return piece.kind == "paragraph" or (piece.kind == "heading" and not piece.depth)


def _trail(piece: Piece, index: int) -> tuple[str, ...]:
    return crumbs(piece.text, near_top=index < _TOP) if _is_loose(piece) else ()


def _is_step(piece: Piece, index: int, trails: Sequence[tuple[str, ...]]) -> bool:
    """Whether ``piece`` repeats a step above the page itself of a breadcrumb trail beside it."""
    near = trails[max(0, index - _NEAR_CRUMBS) : index + _NEAR_CRUMBS + 1]
    return _is_loose(piece) and any(piece.text in trail[:-1] for trail in near)


def _is_menu(piece: Piece) -> bool:
    plain = _is_loose(piece) or piece.kind in ("row", "caption")
    return plain and (is_menu(piece.text) or is_control(piece.text))


def _apart(pieces: list[Piece]) -> list[Piece]:
    """Mark what stands at the page's end, or right under its title, as page information."""
    about = {*_closing_lines(pieces), *_opening_lines(pieces)}
    return [_about(piece) if index in about else piece for index, piece in enumerate(pieces)]


def _about(piece: Piece) -> Piece:
    kind = "paragraph" if piece.kind == "heading" else piece.kind
    return replace(piece, kind=kind, depth=min(piece.depth, 1), parents=(), about_page=True)


def _closing_lines(pieces: list[Piece]) -> Iterator[int]:
    """The last lines that are labels of the page: from its department, or else from the first
    that can be nothing else.
    """
    first = len(pieces)
    while first and (_is_label(pieces[first - 1]) or is_closing(pieces[first - 1].text)):
        first -= 1
    # Rows of a table that tells of something else belong to that.
    while 0 < first < len(pieces) and pieces[first - 1].kind == pieces[first].kind == "row":
        if _is_footer(pieces[first]):
            break
        first += 1
    start = next((i for i in range(first, len(pieces)) if _tells_page(pieces[i])), len(pieces))
    opening = [i for i in range(first, start) if _names_department(pieces[i])]
    yield from range(opening[-1] if opening and start < len(pieces) else start, len(pieces))


def _opening_lines(pieces: list[Piece]) -> Iterator[int]:
    dated = [index for index, piece in enumerate(pieces) if _tells_day(piece)]
    # A board with several items gives each its own day.
    board = len({pieces[index].text for index in dated if not _is_change(pieces[index])}) > 1
    for index in dated:
        if index < _TOP and not (board and not _is_change(pieces[index])):
            yield index
            yield from _publishers_beside(pieces, index)
    days = [
        index for index, piece in enumerate(pieces) if _is_loose(piece) and dateline(piece.text)
    ]
    # Days of events stand on lines of their own as well, but not only once.
    if len(days) == 1 and 0 < days[0] < _TOP:
        yield days[0]


def _publishers_beside(pieces: list[Piece], index: int) -> Iterator[int]:
    """The lines right above and below the day of a page that name who publishes it."""
    for beside in (index - 1, index + 1):
        labels = page_labels(pieces[beside].text) if 0 <= beside < len(pieces) else []
        if any(label.name == "publisher" and label.alone for label in labels):
            yield beside


def _tells_day(piece: Piece) -> bool:
    labels = page_labels(piece.text) if _is_label(piece) else []
    return any(label.name in ("updated", "published") for label in labels)


def _is_change(piece: Piece) -> bool:
    """Whether a line tells when its page was changed, and not when news were published."""
    return all(label.name != "published" for label in page_labels(piece.text))


def _is_label(piece: Piece) -> bool:
    return not (piece.kind == "heading" and piece.depth) and bool(page_labels(piece.text))


def _tells_page(piece: Piece) -> bool:
    return is_closing(piece.text) or any(label.alone for label in page_labels(piece.text))


def _is_footer(piece: Piece) -> bool:
    """Whether a row tells who keeps the page and when it changed, whatever table is above it."""
    names = {label.name for label in page_labels(piece.text)}
    return {"department", "updated"} <= names


def _names_department(piece: Piece) -> bool:
    return any(label.name == "department" for label in page_labels(piece.text)[:1])


def _caption(piece: Piece) -> Piece:
    loose = piece.kind == "paragraph" and not piece.about_page
    return replace(piece, kind="caption") if loose and is_caption(piece.text) else piece


def _without_repeats(pieces: list[Piece]) -> Iterator[Piece]:
    """Pieces without headings repeated under themselves; variants of them become paragraphs."""
    names = {piece.text for piece in pieces if piece.kind == "heading"}
    doubled = {b.text for a, b in pairwise(pieces) if _repeats(a, b)}
    unreal = _levels_of_variants(pieces)
    above: Piece | None = None
    for piece in pieces:
        if above is not None and _repeats(above, piece):
            continue
        if above is not None and piece.kind == "heading" and _is_variant(above, piece, unreal):
            outer = _is_outer(above.text, names) or (
                piece.text in doubled and above.text not in doubled
            )
            if not outer:
                piece = replace(piece, kind="paragraph", depth=0)
        yield piece
        above = piece if piece.kind == "heading" else None


def _repeats(above: Piece, piece: Piece) -> bool:
    plain = piece.kind in ("heading", "paragraph") and not piece.about_page
    return above.kind == "heading" and plain and piece.text == above.text


def _is_variant(above: Piece, piece: Piece, unreal: set[int]) -> bool:
    """Whether ``piece`` says the heading above it in other words, on no real level of its own."""
    level = piece.depth in (0, above.depth) or piece.depth in unreal
    return level and _alike(above.text, piece.text)


def _alike(one: str, other: str) -> bool:
    shorter, longer = sorted((set(one.split()), set(other.split())), key=len)
    return shorter <= longer or one in other or other in one


def _is_outer(text: str, names: set[str]) -> bool:
    """Whether several headings start with ``text``: it is above them all ("중국")."""
    return sum(name != text and name.startswith(text) for name in names) > 1


def _levels_of_variants(pieces: list[Piece]) -> set[int]:
    """Heading levels that only ever say the heading right above them again."""
    levels = {piece.depth for piece in pieces if piece.kind == "heading"}
    for above, piece in zip([None, *pieces], pieces, strict=False):
        if piece.kind == "heading":
            near = above is not None and above.kind == "heading" and above.depth < piece.depth
            if not (near and above is not None and _alike(above.text, piece.text)):
                levels.discard(piece.depth)
    return levels


def _levelled(pieces: list[Piece]) -> Iterator[Piece]:
    """Pieces in which each line that may be a heading is one with a level, or is none."""
    pieces = list(_with_values(join_records(pieces)))
    counts = Counter(piece.text for piece in pieces if _is_open(piece))
    counts.update(text for text in list(counts) if _describes(text))
    level = deepest = index = 0
    while index < len(pieces):
        run = list(takewhile(_is_open, (pieces[i] for i in range(index, len(pieces)))))
        if run and _has_body(pieces, index + len(run)):
            depths, deepest = _run_depths([piece.text for piece in run], deepest, counts)
            yield from map(_heading, run, (level + depth if depth else 0 for depth in depths))
        elif run:
            yield from (_no_heading(piece, len(run)) for piece in run)
        else:
            if pieces[index].kind == "heading":
                level, deepest = pieces[index].depth, 0
            yield pieces[index]
        index += len(run) or 1


def _with_values(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Pieces in which the line below a lone label is its value and no heading."""
    above: Piece | None = None
    for piece in pieces:
        labelled = above is not None and _is_open(above) and property_of(above.text) is not None
        if labelled and _is_open(piece) and not _describes(piece.text):
            piece = replace(piece, kind="paragraph")
        yield piece
        above = piece


def _describes(text: str) -> bool:
    """Whether a line is a label that sections are made of, and so below their headings."""
    return property_of(text) is not None or list_of(text) is not None


def _is_open(piece: Piece) -> bool:
    return piece.kind == "heading" and not piece.depth


def _has_body(pieces: list[Piece], index: int) -> bool:
    """Whether text stands below; what is said of the page right under its title is passed over."""
    first = index
    while index < len(pieces) and pieces[index].about_page:
        index += 1
    return index < len(pieces) and (pieces[index].kind != "heading" or index > first)


def _run_depths(run: list[str], deepest: int, counts: Counter[str]) -> tuple[list[int], int]:
    """Like ``_depths``; lines that many sections have ("일반현황") lie one level below those."""
    inner = len(list(takewhile(lambda text: counts[text] > 1, reversed(run))))
    # Below the name of a partner a line may only say of what kind it is ("자매결연").
    inner += not inner and len(run) > 1 and is_document(run[-1])
    outer = run[: len(run) - inner]
    depths, deepest = _depths(outer, deepest) if outer else ([], deepest)
    return [*depths, *range(deepest + 1, deepest + 1 + inner)], deepest


def _depths(run: list[str], deepest: int) -> tuple[list[int], int]:
    """A level for each line of ``run`` (0: none), and the level of the sections from now on."""
    if len(run) > _MOST_LEVELS:
        first, deepest = _depths([run[0], run[-1]], deepest)
        return [first[0], *[0] * (len(run) - 2), first[1]], deepest
    if not deepest:
        return list(range(1, len(run) + 1)), len(run)
    if len(run) > 1 and run[-1].startswith(run[-2]):
        deepest = max(deepest, len(run))
        return list(range(deepest - len(run) + 1, deepest + 1)), deepest
    return list(range(deepest, deepest + len(run))), deepest


def _heading(piece: Piece, depth: int) -> Piece:
    return (
        replace(piece, depth=min(depth, 6), inferred=True)
        if depth
        else replace(piece, kind="caption")
    )


def _no_heading(piece: Piece, lines: int) -> Piece:
    return replace(piece, kind="caption" if lines > 1 else "paragraph")
