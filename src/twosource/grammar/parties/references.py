"""References: mentions of one article gathered into the parties they stand for."""

from collections.abc import Sequence

from twosource.grammar.parties.antecedents import antecedent
from twosource.grammar.parties.descriptions import described_by
from twosource.grammar.parties.entries import Entry
from twosource.grammar.parties.gathered import Gathered
from twosource.grammar.parties.mentions import Found
from twosource.grammar.parties.naming import add_names
from twosource.grammar.parties.ties import main_country, tie
from twosource.reference.facts import country_of_code


class References:
    """Gathers the mentions of one article; ``entries`` are in order of their first mention."""

    def __init__(self, mentions: Sequence[Found], others: Sequence[Found] = ()) -> None:
        self._gathered = Gathered(mentions, main_country(mentions))
        add_names(self._gathered)
        _add_others(self._gathered, others)
        tie(self._gathered)

    @property
    def entries(self) -> list[Entry]:
        """All parties, each with at least one mention in order of the text."""
        made = self._gathered.entries
        for entry in made:
            entry.mentions.sort(key=lambda m: (m.span.start, m.span.end))
        return sorted(made, key=lambda e: (e.mentions[0].span.start, e.mentions[0].span.end, e.key))


def _add_others(so_far: Gathered, others: Sequence[Found]) -> None:
    """Give nominals and pronouns their parties, in order of the text."""
    waiting = list(reversed(others))
    for n, mention in enumerate(so_far.mentions):
        while waiting and waiting[-1].span.start < mention.span.start:
            so_far.pass_by(waiting.pop())
        entry = so_far.of.get(n)
        if entry is None and mention.form == "nominal":
            entry = described_by(so_far, mention)
        elif entry is None and mention.form == "pronoun":
            entry = antecedent(so_far, mention)
            if entry is not None and entry.bystander:
                entry = so_far.taken_up(entry, mention)
        if entry is None:
            continue
        if n not in so_far.of:
            so_far.of[n] = entry
            entry.add(mention)
        so_far.meet(entry, mention)


def country_name(code: str) -> str:
    """A country's name by its code."""
    country = country_of_code(code)
    return country.name if country else code
