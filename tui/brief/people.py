"""Actors and claims: who is in the account, and who says what."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from tui.analysis.model import Actor, Claim

from .lines import Sheet, crop, flat, quote, upper_first
from .model import Evidence, Line

MOST_ACTORS = 12
MOST_CLAIMS = 10
_FORM_MARK = {"direct": "", "mixed": " (partly quoted)", "indirect": " (in the account's words)"}
_NO_ROLE = {"person": "none stated"}
_UNSOURCED_STANCES = frozenset({"reportedly"})


def actor_lines(sheet: Sheet) -> list[Line]:
    """The actors that matter most, with their roles as stated and what they say or do here.

    One that the account only names in passing, without a role, a claim or a deed, is left out.
    """
    speaking = {claim.actor for claim in sheet.analysis.claims}
    told = [a for a in sheet.analysis.actors if a.roles or a.position or a.id in speaking or a.mentions > 2]
    ranked = sorted(told, key=lambda a: -(a.salience + 0.2 * bool(a.roles) + 0.1 * (a.id in speaking)))
    return [line for a in ranked[:MOST_ACTORS] if (line := _actor_line(sheet, a)) is not None]


def _actor_line(sheet: Sheet, actor: Actor) -> Line | None:
    roles = list(dict.fromkeys(_role_words(actor)))
    evidence = [sheet.evidence(role.sentence, role.start, role.end) for role in actor.roles]
    position, shown = _position(sheet, actor)
    evidence += shown
    if not evidence:
        return None
    role = "; ".join(upper_first(words) for words in roles) or _NO_ROLE.get(actor.kind, f"({actor.kind})")
    cells = (flat(actor.name), role, position)
    return sheet.line("actors", f"{cells[0]} ({role}): {position}", evidence, cells, actor=actor.id)


def _role_words(actor: Actor) -> list[str]:
    """The roles as written, with the organisation where the role's words leave it out."""
    return [
        flat(role.text)
        if not role.organisation or role.organisation.lower() in role.text.lower()
        else f"{flat(role.text)}, {flat(role.organisation)}"
        for role in actor.roles
    ]


def _position(sheet: Sheet, actor: Actor) -> tuple[str, list[Evidence]]:
    """What the actor says, else does, in words of the text; and where."""
    claims = [claim for claim in sheet.analysis.claims if claim.actor == actor.id]
    name = flat(actor.name)
    if claims:
        claim = min(claims, key=lambda c: (c.form == "indirect", len(c.text) < 20, c.start))
        cue = flat(claim.cue or "says")
        said = f"{'is cited' if _is_according(cue) else cue}: {quote(claim.text, 140)}"
        voice = sheet.voice(claim.start, claim.end, beyond=claim)
        return _as_told(voice, name, said), [sheet.evidence(claim.sentence, claim.start, claim.end)]
    if actor.position is not None:
        act = actor.position
        words = quote(sheet.analysis.text[act.start : act.end], 140)
        return _as_told(sheet.voice(act.start, act.end), name, words), [
            sheet.evidence(act.sentence, act.start, act.end)
        ]
    named = _first_in_body(sheet, actor)
    if named is None:
        return f"named {actor.mentions} time{'' if actor.mentions == 1 else 's'} (calc)", []
    return quote(sheet.words(named.sentence), 140), [named]


def _is_according(cue: str) -> bool:
    """Whether a claim has its speaker after "according to", which is no verb that could follow the name."""
    return cue.lower().startswith("according")


def _as_told(voice: str | None, actor: str, words: str) -> str:
    """The words about an actor, with who says so where that is somebody else."""
    return words if voice in (None, actor) else f"according to {crop(voice or '', 80)}: {words}"


def _first_in_body(sheet: Sheet, actor: Actor) -> Evidence | None:
    """The first sentence of the body that names the actor."""
    sentences = sheet.analysis.sentences
    for mention in sheet.analysis.mentions:
        if mention.actor == actor.id:
            holder = sentences[max(0, bisect_right(sentences, mention.start, key=lambda s: s.start) - 1)]
            if sheet.kind(holder.id) == "body":
                return sheet.evidence(holder.id, mention.start, mention.end)
    return None


def claim_lines(sheet: Sheet) -> list[Line]:
    """The claims that matter most, in reading order, each with its speaker, the cue and how much of it is quoted."""
    claims = sheet.analysis.claims
    ranked = sorted(range(len(claims)), key=lambda i: (-_weight(sheet, claims[i]), i))[:MOST_CLAIMS]
    return [_claim_line(sheet, claims[i]) for i in sorted(ranked)]


def _weight(sheet: Sheet, claim: Claim) -> float:
    actor = sheet.actors.get(claim.actor or "")
    named = 0.6 if actor and actor.kind != "unnamed" else 0.3 if claim.speaker else 0.2
    form = {"direct": 0.3, "mixed": 0.35, "indirect": 0.2}[claim.form]
    figures = sum(f.salience for f in sheet.analysis.figures if claim.start <= f.start < claim.end)
    words = len(claim.text.split())
    return named + form + (actor.salience if actor else 0.0) + min(0.4, figures) - (0.5 if words < 4 else 0.0)


def _claim_line(sheet: Sheet, claim: Claim) -> Line:
    actor = sheet.actors.get(claim.actor or "")
    cue = flat(claim.cue).lower() if claim.cue else "says"
    if speaker := sheet.speaker(claim):
        unnamed = " (unnamed)" if actor and actor.kind == "unnamed" else ""
        name = f"{crop(speaker, 80)}{unnamed}"
        told = f"according to {name}" if _is_according(cue) else f"{name}, {cue}"
        opening = f"{upper_first(told)}{_FORM_MARK[claim.form]}"
    else:
        known = claim.stance in _UNSOURCED_STANCES
        opening = (
            f"{upper_first(cue)} (no source named)" if known or claim.cue else "Quoted without a speaker"
        )
    if (voice := sheet.voice(claim.start, claim.end, beyond=claim)) and voice != speaker:
        opening += f", according to {crop(voice, 80)}"
    evidence: Sequence[Evidence] = [sheet.evidence(claim.sentence, claim.start, claim.end)]
    if claim.speaker_start is not None and claim.speaker_end is not None:
        where = next((s for s in sheet.analysis.sentences if s.start <= claim.speaker_start < s.end), None)
        if where is not None and where.id != claim.sentence:
            evidence = [*evidence, sheet.evidence(where.id, claim.speaker_start, claim.speaker_end)]
    return sheet.line("claims", f"{opening}: {quote(claim.text)}", evidence, actor=claim.actor)
