"""Sentences about the tie between two places: its stages, document, place, method, signatories."""

from __future__ import annotations

from corpus.model import Stage, Tie
from corpus.text import fold_text
from service.draft import Draft
from service.lexicon import has

# Kinds of ties that a list of names tells without any document.
_RELATIONS = frozenset({"agreement", "friendship", "sister"})


def tell_stage(draft: Draft) -> str:
    """What was asked about the stage in evidence."""
    stage, tie = draft.evidence.stage, draft.evidence.ties[0]
    assert stage is not None
    writers = {
        "signing_place": _signing_place,
        "agreement": _agreement,
        "method": _method,
        "signatories": _signatories,
    }
    writer = writers.get(draft.question.property or "", _signed)
    asked_where = draft.question.yes_no and writer is _signing_place
    if asked_where or (writer is _agreement and not stage.document):
        writer = _signed
    return writer(draft, stage, tie)


def _signing_place(draft: Draft, stage: Stage, tie: Tie) -> str:
    when = ""
    if stage.date:
        when = draft.voice.say("answers.signing_when", date=draft.voice.date(stage.date))
    return draft.voice.say(
        "answers.signing_place",
        document=draft.document(stage),
        place=_place(draft, stage),
        when=when,
        **draft.sides(tie),
    )


def _place(draft: Draft, stage: Stage) -> str:
    """The place of a signing; with the page's words where they tell a hall as well as the city."""
    told = stage.place or ""
    mentions = draft.catalogue.gazetteer.find(told, draft.evidence.places)
    spans = [mention.span for mention in mentions]
    rest = "".join(c for i, c in enumerate(told) if not any(s.start <= i < s.end for s in spans))
    linked = draft.linked(told)
    if not rest.strip() or not has("venue", fold_text(told)):
        return linked
    if linked == told:
        return f"“{told}”"
    return draft.voice.say("answers.venue", place=linked, quote=told)


def _agreement(draft: Draft, stage: Stage, tie: Tie) -> str:
    date = draft.voice.date(stage.date) if stage.date else ""
    return draft.voice.say(
        "answers.agreement",
        date=date,
        quote=stage.document or "",
        stage=draft.document(stage),
        **draft.sides(tie),
    )


def _method(draft: Draft, stage: Stage, tie: Tie) -> str:
    method = stage.method or ""
    return draft.voice.say(
        "answers.method", quote=method, gloss=draft.voice.gloss(method), **draft.sides(tie)
    )


def _signatories(draft: Draft, stage: Stage, tie: Tie) -> str:
    people = [f"{person.office or ''} {person.name or ''}".strip() for person in stage.signatories]
    return draft.voice.say(
        "answers.signatories", quote=draft.voice.join(people), **draft.sides(tie)
    )


def tell_signing(draft: Draft, stage: Stage, tie: Tie) -> str:
    """When which document was signed, where and how; of a partner only listed, that it is one."""
    bare = not (stage.date or stage.place or stage.document or stage.method)
    if bare and stage.kind in _RELATIONS:
        relation = draft.voice.say(f"relations.{stage.kind}")
        return draft.voice.say("answers.listed", relation=relation, **draft.sides(tie))
    date = draft.voice.date(stage.date) if stage.date else ""
    return draft.voice.say(
        "answers.signed",
        date=date,
        document=draft.document(stage),
        where=_where(draft, stage),
        **draft.sides(tie),
    )


def _signed(draft: Draft, stage: Stage, tie: Tie) -> str:
    text = tell_signing(draft, stage, tie)
    return draft.verdict() + text + _other_stages(draft, stage, tie)


def _where(draft: Draft, stage: Stage) -> str:
    text = ""
    if stage.place:
        text += draft.voice.say("answers.signed_where", place=draft.linked(stage.place))
    if stage.method:
        method = f"“{stage.method}”{draft.voice.gloss(stage.method)}"
        text += draft.voice.say("answers.signed_method", method=method)
    return text


def _other_stages(draft: Draft, stage: Stage, tie: Tie) -> str:
    others = [s for s in tie.stages if s != stage and s.date]
    others.sort(key=lambda s: s.date or "")
    items = [
        draft.voice.say(
            "answers.stage_item",
            stage=draft.document(s),
            date=draft.voice.date(s.date or "", preposition=False),
        )
        for s in others
    ]
    text = draft.voice.say("answers.other_stages", stages=draft.voice.join(items)) if items else ""
    only_intent = all(s.kind == "intent" for s in tie.stages)
    return draft.voice.say("answers.only_intent") + text if only_intent else text
