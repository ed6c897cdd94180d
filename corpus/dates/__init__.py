"""Dates and intervals in three languages, as EDTF (ISO 8601-2)."""

from corpus.dates.mentions import DateMention, bounds, find_dates

__all__ = ["DateMention", "bounds", "find_dates"]
