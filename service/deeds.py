"""Whether an exchange is of the deed that a question asks about: a gift, a thing sent, a coming.

A letter of sympathy is no donation, a card that was sent is nobody who came, and what somebody
did on another day is not told by a signing.
"""

from __future__ import annotations

from corpus.model import Exchange
from corpus.text import fold_text
from service.enquiry import Enquiry
from service.lexicon import has, search_all
from service.model import Question
from service.senses import senses_of

_SENT = frozenset({"gift", "letter"})


def is_deed_asked(enquiry: Enquiry, exchange: Exchange) -> bool:
    """Whether an exchange is of the sort of deed that the question names."""
    question, kinds = enquiry.question, set(exchange.kinds)
    bare = question.bare
    text = fold_text(" ".join(source.quote for source in exchange.sources))
    if has("donating", bare) and "gift" not in kinds and not has("donating", text):
        return False
    if has("things_sent", bare) and not kinds & _SENT and "send" not in senses_of(text):
        return False
    came = has("moved", bare) or (set(question.kinds) == {"visit"} and enquiry.asks_of_chief)
    of_people = question.wants in ("person", "people", "date") and came
    if of_people and kinds & _SENT and "visit" not in kinds:
        return False
    if has("while_signing", bare) and not senses_of(text) & {"sign", "pact"}:
        return False
    return not (question.wants == "reason" and question.property == "background")


def adds_people(question: Question, text: str) -> bool:
    """Whether a folded text tells of people of whom the question does not speak itself.

    "Which staff were posted" is not answered by "staff were posted".
    """
    told = {match.group() for match in search_all("persons", text)}
    return bool(told - {match.group() for match in search_all("persons", question.bare)})
