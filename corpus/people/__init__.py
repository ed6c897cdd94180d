"""People by office and name."""

from corpus.people.finding import Found, find_people

__all__ = ["Found", "find_people"]
