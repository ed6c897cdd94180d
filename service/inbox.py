"""What citizens asked, on its way into the database: without personal data, and not for ever."""

from __future__ import annotations

from datetime import UTC, datetime

import structlog
from sqlalchemy.exc import SQLAlchemyError

from corpus.language import detect_language
from index.search import Index
from service.api import Answer
from service.asking import Ask
from service.privacy import PLACEHOLDER, Redactor
from service.settings import Settings
from service.storage.database import Database
from service.storage.questions import (
    UNANSWERED,
    find_question,
    forget_before,
    give_feedback,
    keep_vector,
    retention,
)
from service.storage.tables import NAME, Asked

_log = structlog.get_logger("gyoryu")


class Inbox:
    """Keeps questions and feedback as the settings say."""

    def __init__(self, database: Database, settings: Settings, index: Index) -> None:
        self.database = database
        self._settings = settings
        self._index = index
        self._redactor = Redactor(page.text for page in index.pages.values())

    def keep(self, asked: Ask, answer: Answer) -> Answer:
        """``answer`` with the id under which its question is on disk; without, where it is not.

        A question that cannot be kept is answered all the same; the log has the reason.
        """
        if not self._settings.keep_questions:
            return answer
        now = datetime.now(UTC)
        row = Asked(
            id=answer.answer_id,
            asked=now,
            day=now.astimezone().date().isoformat(),
            text=self._redactor.redact(asked.question),
            status=answer.status,
            language=answer.language,
            district=asked.district and self._redactor.redact(asked.district)[:NAME],
        )
        try:
            with self.database.writing() as session:
                session.add(row)
        except SQLAlchemyError:
            _log.exception("question not kept")
            return answer
        return answer.model_copy(update={"id": answer.answer_id})

    @staticmethod
    def is_open(answer: Answer) -> bool:
        """Whether a question is kept and got no answer, so that its meaning is to be noted."""
        return answer.id is not None and answer.status in UNANSWERED

    def note_meaning(self, answer: Answer) -> None:
        """Keep the vector of a question that got no answer, for grouping it with its like."""
        if answer.id is None or not self.is_open(answer):
            return
        try:
            with self.database.reading() as session:
                row = find_question(session, answer.id)
            if row is not None:
                vector = self.meaning(row.text)
                with self.database.writing() as session:
                    keep_vector(session, row.id, vector, self.encoder)
        except SQLAlchemyError:
            _log.exception("meaning of a question not kept")

    def meaning(self, text: str) -> bytes:
        """The vector of a question as it is kept; what was removed from it means nothing."""
        words = PLACEHOLDER.sub(" ", text)
        return self._index.embed(words, detect_language(words)).tobytes()

    @property
    def encoder(self) -> str:
        """What names the encoder whose vectors compare with those kept under this name."""
        return self._index.encoder.fingerprint[:64]

    def take_feedback(self, question: str, helpful: bool, comment: str | None) -> bool:
        """Whether the question is kept and what its asker says of the answer is now on disk."""
        said = self._redactor.redact(comment) if comment else ""
        with self.database.writing() as session:
            if find_question(session, question) is None:
                return False
            give_feedback(session, question, helpful, said or None)
        return True

    def forget(self) -> int:
        """Delete what is older than it may be; how many questions that were."""
        with self.database.writing() as session:
            return forget_before(session, retention(self._settings.question_days))
