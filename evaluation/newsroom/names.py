"""Names that nobody bears: towns, people, companies and outlets, put together from syllables."""

from collections.abc import Sequence
from random import Random

_OPENINGS = (
    *("Vel", "Bras", "Tor", "Kel", "Mar", "Ost", "Hal", "Dun", "Rin", "Sol", "Gar", "Lin", "Fen", "Wes", "Pel", "Quor", "Ald", "Bren", "Cas", "Tal"),
    *(
        "Ulm",
        "Hes",
        "Jor",
        "Kren",
        "Lod",
        "Mys",
        "Nev",
        "Orl",
        "Pras",
        "Ros",
        "Ster",
        "Thal",
        "Ver",
        "Wim",
        "Yel",
        "Zan",
        "Drov",
        "Eld",
        "Fal",
        "Gron",
    ),
)
_MIDDLES = ("", "", "", "a", "e", "o", "en", "er", "in", "is", "ol", "un", "and", "est", "im")
_TOWN_ENDINGS = (
    "mar",
    "ka",
    "den",
    "ford",
    "wick",
    "stad",
    "holm",
    "by",
    "ova",
    "port",
    "ham",
    "leth",
    "gate",
    "moor",
    "vik",
    "bury",
    "field",
    "ness",
)
_SURNAME_ENDINGS = ("sen", "ler", "off", "ard", "ick", "man", "dor", "vey", "low", "rup", "zek", "lin", "thorn", "bach", "quist", "nell")
_GIVEN = (
    *("Anna", "Peter", "Maria", "Thomas", "Elena", "Martin", "Julia", "Robert", "Clara", "Simon", "Helen", "Victor", "Laura", "Daniel", "Irene"),
    *("Oscar", "Nina", "Paul", "Sarah", "Andrew", "Rosa", "Philip", "Emma", "Walter", "Lucy", "Edward", "Marta", "Hugo", "Diana", "Karl"),
)
_PAPERS = ("Courier", "Herald", "Gazette", "Observer", "Chronicle", "Tribune", "Mirror", "Dispatch", "Echo", "Examiner", "Ledger", "Standard")
_AGENCIES = ("Press Agency", "News Agency", "News Service", "Press Service")


class Names:
    """Draws names without ever giving one twice; the same seed draws the same names."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._given: set[str] = set()

    def town(self) -> str:
        """A town, lake, river or region."""
        return self._new(_OPENINGS, _MIDDLES, _TOWN_ENDINGS)

    def person(self) -> tuple[str, str]:
        """Given name and surname."""
        return self._random.choice(_GIVEN), self._new(_OPENINGS, _MIDDLES, _SURNAME_ENDINGS)

    def outlet(self) -> str:
        """A newspaper of a town of its own."""
        return f"{self.town()} {self._random.choice(_PAPERS)}"

    def agency(self, region: str) -> str:
        """A news agency of a region."""
        return f"{region} {self._random.choice(_AGENCIES)}"

    def _new(self, *syllables: Sequence[str]) -> str:
        for _ in range(1000):
            made = "".join(map(self._random.choice, syllables))
            if made not in self._given:
                self._given.add(made)
                return made
        raise ValueError("no name is left to draw")
