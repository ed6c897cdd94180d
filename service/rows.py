"""The sentences of pages that may speak of the ties in question."""

from __future__ import annotations

from collections.abc import Iterable

from service.enquiry import Enquiry


def rows_about(enquiry: Enquiry, pages: Iterable[str]) -> list[int]:
    """Rows of the sentences of ``pages``, in page order.

    Without those in another partner's section, and those that tell of an exchange which the
    question rules out (one in the other direction, say).
    """
    catalogue = enquiry.catalogue
    partners = {None, *(tie.places[1] for tie in enquiry.ties)}
    against = {
        row
        for exchange in catalogue.exchanges(enquiry.ties)
        if enquiry.ways.goes_against(exchange)
        for source in exchange.sources
        for row in catalogue.rows(source.page, source.span)
    }
    return [
        row
        for page in pages
        for row in catalogue.index.sentences_of(page)
        if row not in against and catalogue.owner_of(row) in partners
    ]
