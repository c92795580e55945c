"""Which event words of several texts speak of one happening."""

from twosource.comparison.events.coreference import EventMention, coreferent
from twosource.domain.span import Span
from twosource.inference.model import LanguageModel

TEXTS = (
    "Police arrested Omar Vell in Port Ana. The arrest of Vell came after a fire at the mill.",
    "Omar Vell was detained at Port Ana, the mill's owner said.",
    "A quake shook Lund Island. Mayor Ida Brask said the quake killed two at Lund.",
    "The Lund Island earthquake left two dead, Brask said.",
)


def test_words_of_one_meaning_in_one_happening_are_one_event(model: LanguageModel) -> None:
    words = [(0, "arrested"), (0, "arrest"), (1, "detained"), (2, "quake"), (3, "earthquake"), (1, "said"), (3, "said")]
    mentions = [EventMention(n, Span(TEXTS[n].index(w), TEXTS[n].index(w) + len(w))) for n, w in words]
    keys = coreferent(model.parse(TEXTS), mentions)
    assert keys[0] == keys[1] == keys[2], "two words of one meaning"
    assert keys[3] == keys[4], "two words of one meaning"
    assert keys[0] != keys[3], "two happenings"
    assert keys[5] != keys[6], "two speakers"


def test_nothing_gives_nothing(model: LanguageModel) -> None:
    assert coreferent(model.parse(["", "."]), []) == []
