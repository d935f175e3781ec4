"""Who is meant in a question: the speaker of a quoted clause, the person behind a "he" or "she"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from ..model import Actor, Claim, Mention
from ..parsed import Parsed

_PRONOUN = re.compile(
    r"(?:(?:how|when|where|why|what) )?(?:will|did|do|does|is|are|was|were|has|have|had|can|could|would|should|must) "
    r"(he|she|they|it)\b",
    re.IGNORECASE,
)
_UNCLEAR = 0.8
"""What is left of a question's strength where its subject is a pronoun that nothing explains."""
_SENTENCES_BACK = 4


class Voices:
    """Looks up speakers and persons of one article."""

    def __init__(
        self, parsed: Parsed, actors: Sequence[Actor], claims: Sequence[Claim], mentions: Sequence[Mention]
    ) -> None:
        self._parsed = parsed
        self._actors = {actor.id: actor for actor in actors}
        self._direct = [claim for claim in claims if claim.form == "direct"]
        self._people = [m for m in mentions if m.actor and self._is_person(m.actor)]
        self._called = {
            claim.actor: claim.speaker.lower()
            for claim in claims
            if claim.actor and claim.speaker and claim.speaker.lower() in ("he", "she")
        }
        self._starts = [mention.start for mention in self._people]

    def at(self, offset: int) -> str | None:
        """The name of the person or body whose direct speech covers the offset."""
        for claim in self._direct:
            if claim.start <= offset < claim.end and claim.actor in self._actors:
                actor = self._actors[claim.actor]
                return actor.name if actor.kind != "unnamed" else None
        return None

    def explained(self, question: str, start: int, end: int, index: int) -> tuple[str, float]:
        """The question with the name after a "he" or "she" that is its subject, and what is left of its strength.

        `start` and `end` bound the clause that it is made from, `index` is the place of its sentence. The name stands in
        square brackets, as an editor's word, and only where one person alone is named in the sentences before.
        """
        found = _PRONOUN.match(question)
        if found is None:
            return question, 1.0
        word = found[1]
        place = re.search(rf"\b{word}\b", self._parsed.text[start:end], re.IGNORECASE)
        if word not in ("he", "she") or place is None or self.at(start + place.start()):
            return question, _UNCLEAR
        first = self._parsed.sentences[max(0, index - _SENTENCES_BACK)].start
        low, high = bisect_left(self._starts, first), bisect_left(self._starts, start + place.start())
        named = {mention.actor for mention in self._people[low:high]}
        if len(named) != 1:
            return question, _UNCLEAR
        actor = named.pop() or ""
        name = self._actors[actor].name
        if self._called.get(actor, word) != word or name.split()[-1] in question:
            return question, _UNCLEAR
        return f"{question[: found.end()]} [{name}]{question[found.end() :]}", 1.0

    def _is_person(self, actor: str) -> bool:
        return actor in self._actors and self._actors[actor].kind == "person"
