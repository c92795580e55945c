"""What statements of several articles have in common, and on how many parties it rests."""

from dataclasses import dataclass
from typing import Literal

from twosource.domain.finding import Conclusion

Standing = Literal["corroborated", "single-source", "unattributed", "disputed", "retracted"]


@dataclass(frozen=True, slots=True)
class Rendition:
    """One statement of a claim, as it reads alone.

    Attributes:
        statement: its id.
        in_full: its words as ``Claim.in_full`` has them.
        alone: whether these are a clause that lacks nothing, so that they can be read alone.
    """

    statement: str
    in_full: str
    alone: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Conclusion):
    """One thing said to be so; ``basis`` holds the ids of its statements.

    Attributes:
        text: the words of its clearest statement.
        clearest: id of that statement.
        in_full: the same words without what only ties them to those before ("while", "However,"), with who a pronoun is and what
            the verb is said of in square brackets where the article tells it elsewhere; for eyes, as the words in brackets are not in
            that place of the text. Empty where nobody looked.
        told: its statements as they read alone, the clearest first; empty where nobody looked.
        events: ids of the story's events that its statements tell.
    """

    text: str
    clearest: str
    in_full: str = ""
    told: tuple[Rendition, ...] = ()
    events: tuple[str, ...] = ()

    @property
    def statements(self) -> tuple[str, ...]:
        """Ids of the statements that make the claim."""
        return self.basis


@dataclass(frozen=True, slots=True, kw_only=True)
class Independence(Conclusion):
    """On how many parties a claim rests: the minimum vertex cut between FACT and READER (Menger's theorem).

    Attributes:
        claim: id of the claim.
        independent: size of the cut; an upper bound from visible evidence.
        rests_on: the cut nearest the origins: Party ids, or outlet names where an outlet speaks in its own voice.
        origins, carriers: Party ids of first links, and of later ones.
        standing: what the number and the denials make of it.
        stake: origins that are actors or recipients of the claim's event, or their government.
        kin: groups of origins of one government or body, each two or more.
        dependence: sentences of labels (no prose about the news) on what ties its statements: same origin, copy, credit.
        would_raise: what would raise the count.
    """

    claim: str
    independent: int
    rests_on: tuple[str, ...]
    origins: tuple[str, ...]
    carriers: tuple[str, ...]
    standing: Standing
    stake: tuple[str, ...] = ()
    kin: tuple[tuple[str, ...], ...] = ()
    dependence: tuple[str, ...] = ()
    would_raise: str = ""
