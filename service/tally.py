"""With whom, or in which year, the most or the fewest exchanges are told."""

from __future__ import annotations

from collections.abc import Callable

from corpus.model import Exchange
from service.candidates import in_period
from service.enquiry import Enquiry
from service.lexicon import has
from service.model import Evidence

# An interval of several years, or an open one, is of no single year.
_YEAR = 4


def find_tally(enquiry: Enquiry) -> Evidence | None:
    """Exchanges counted by partner or by year; None where the question ranks nothing so."""
    question = enquiry.question
    counted = question.exchanges or question.beside_signing
    ranks = question.operation in ("largest", "smallest")
    compared = _compared(enquiry)
    if compared and counted and question.property is None:
        return _ranked(compared, _counted(compared, lambda exchange: exchange.tie), by_year=False)
    # The words for partners alone ask after no signing.
    merely = question.property == "signed" and question.partners
    if not (ranks and counted) or not (merely or question.property in (None, "began")):
        return None
    by_year = question.wants == "date" or has("which_year", question.bare)
    asked = has("which_partner", question.bare) or has("town", question.bare)
    by_partner = question.partners or asked or question.wants in ("person", "where")
    if not (by_year or by_partner):
        return None
    if not enquiry.ties:
        return enquiry.no_tie()
    if not by_year and len(enquiry.ties) == 1:
        return None
    homes = tuple(dict.fromkeys(tie.places[0] for tie in enquiry.ties))
    if not by_year and len(homes) > 1:
        return Evidence("clarify", choices=homes)
    groups = _counted(enquiry, _year if by_year else lambda exchange: exchange.tie)
    return _ranked(enquiry, groups, by_year) if groups else enquiry.none("not_stated", "events")


def _compared(enquiry: Enquiry) -> Enquiry | None:
    """The enquiry with the ties of two or more partners that are named to be compared."""
    question, catalogue = enquiry.question, enquiry.catalogue
    named = [place for place in question.places if place not in catalogue.homes]
    if len(named) < 2 or not has("more_often", question.bare):
        return None
    ties = [tie for tie in catalogue.ties.values() if tie.places[1] in named]
    others = {tie.places[1] for tie in catalogue.ties.values()} - set(named)
    homes = tuple(dict.fromkeys(tie.places[0] for tie in ties))
    if len(homes) != 1 or len(ties) != len(named):
        return None
    return enquiry.about(places=homes, without=(*question.without, *others), operation="largest")


def _counted(enquiry: Enquiry, key: Callable[[Exchange], str]) -> dict[str, list[Exchange]]:
    """The exchanges that the question counts, by ``key``; a partner without any has none."""
    by_year = key is _year
    groups: dict[str, list[Exchange]] = {} if by_year else {tie.id: [] for tie in enquiry.ties}
    for exchange in enquiry.catalogue.exchanges(enquiry.ties):
        if _fits(enquiry, exchange) and key(exchange):
            groups.setdefault(key(exchange), []).append(exchange)
    return groups


def _fits(enquiry: Enquiry, exchange: Exchange) -> bool:
    """Whether an exchange is of the period, the kinds and the way that the question names."""
    kinds = set(enquiry.question.kinds)
    kindred = not kinds or kinds & set(exchange.kinds)
    timely = in_period(exchange, enquiry.question.period)
    meant = timely and not enquiry.leaves_out(exchange)
    ways = enquiry.ways
    directed = ways.directions.get(exchange.tie) is None or ways.goes_along(exchange)
    return bool(kindred) and meant and directed


def _year(exchange: Exchange) -> str:
    """The year of an exchange; nothing where it spans several."""
    first, last = exchange.first[:_YEAR], exchange.last[:_YEAR]
    return first if first == last else ""


def _ranked(enquiry: Enquiry, groups: dict[str, list[Exchange]], by_year: bool) -> Evidence:
    """The groups by size, those asked for first; all that share the first rank answer."""
    fewest = enquiry.question.operation == "smallest"
    ordered = sorted(groups, key=lambda k: ((1 if fewest else -1) * len(groups[k]), k))
    best = [key for key in ordered if len(groups[key]) == len(groups[ordered[0]])]
    if not any(groups.values()):
        return enquiry.none("not_stated", "events")
    ties = tuple(tie for tie in enquiry.ties if by_year or tie.id in best)
    return Evidence(
        "answered",
        "tally",
        (),
        ties,
        exchanges=tuple(exchange for key in best for exchange in groups[key]),
        total=sum(map(len, groups.values())),
        tally=tuple((key, len(groups[key])) for key in ordered),
    )
