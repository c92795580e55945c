"""Salience: how much a mention stands out for a pronoun, by its place in its sentence and by how near that is."""

from twosource.grammar.parties.entries import Entry
from twosource.grammar.parties.mentions import Found
from twosource.grammar.parties.prominence import Rank

# Weights in points; set by hand in the order that centering theory has, then each moved as long as pronouns of GUM and of the annotated stories
# that everything is tuned on were better told.
WEIGHTS = {
    "apart": -2.4,  # for each sentence that lies between
    Rank.SUBJECT: 2.0,
    Rank.LOWER: 1.6,
    Rank.OBJECT: 1.0,
    Rank.OBLIQUE: 1.0,
    Rank.ASIDE: 0.2,
    "owner": 1.0,
    "parallel": 0.5,  # a subject, as the pronoun is
    "told": -0.9,  # in what somebody is told to say or think
    "own clause": 1.0,  # the subject of the verb that the pronoun hangs on
    "clause above": 0.6,
    "spoken of": -6.0,  # in quotation marks, for whom speaks outside
    "quoted": -1.5,
    "in its own words": -3.0,  # "Lund had lied, he said"
    "speaks on": 1.5,
    "goes on": 2.0,  # "he added"
    "tells the quotation": -2.0,  # who speaks before quotation marks, for a pronoun inside
    "opened ahead of": 4.0,
    "often told of": 0.2,  # for each mention, up to five
    "person by name": 1.0,
    "of that gender": 1.2,
    "many": 1.0,
    "called otherwise": -4.0,  # a body that is "it" for its article is seldom "they" for it as well
    "somebody": -1.4,
    "some things": 0.7,
    "something": -0.1,
    "somebody speaks": -0.5,
}
_OFTEN = 5


def apart(taken: Found, mention: Found) -> int:
    """How many sentences lie between two mentions; for one outside quotation marks those wholly inside do not count."""
    return mention.sentence - taken.sentence if mention.quoted else mention.line - taken.line


def salience(taken: Found, mention: Found) -> float:
    """How much a mention stands out for a pronoun."""
    place, own = taken.prominence, mention.prominence
    score = WEIGHTS["apart"] * apart(taken, mention) + WEIGHTS[place.rank]
    score += WEIGHTS["owner"] if place.owner else 0.0
    score += WEIGHTS["parallel"] if place.rank >= Rank.LOWER and own.rank >= Rank.LOWER else 0.0
    score += WEIGHTS["told"] if place.told and not own.told else 0.0
    if taken.sentence == mention.sentence and place.acting is not None:
        score += WEIGHTS["own clause"] if place.acting == own.clause else WEIGHTS["clause above"] if place.acting == own.above else 0.0
    if own.ahead is not None and taken.span.start > mention.span.start:
        score += WEIGHTS["opened ahead of"]
    return score + _by_speech(taken, mention)


def _by_speech(taken: Found, mention: Found) -> float:
    """What speaking and being spoken of add: who speaks goes on speaking, and whom he speaks of does not take over."""
    score = WEIGHTS["in its own words"] if mention.says is not None and mention.says.covers(taken.span) else 0.0
    if mention.quoted and taken.speaks and (mention.speaks or not taken.quoted):
        return score + WEIGHTS["tells the quotation" if not taken.quoted else "speaks on"]
    if mention.quoted:
        return score
    if taken.quoted:
        return score + WEIGHTS["spoken of" if mention.speaks else "quoted"]
    goes_on = WEIGHTS["goes on"] if mention.goes_on and taken.speaks else 0.0
    return score + goes_on + (WEIGHTS["speaks on"] if mention.speaks and taken.speaks else 0.0)


def fitness(entry: Entry, mention: Found) -> float:
    """How well a party fits a pronoun, wherever it stands: often told of, a person by name, of that gender, many."""
    if entry.bystander:
        kind = {"p": "some things", "n": "something"}.get(mention.gender, "somebody")
        return WEIGHTS[kind] + (WEIGHTS["somebody speaks"] if mention.speaks else 0.0)
    score = WEIGHTS["often told of"] * min(_OFTEN, len(entry.mentions))
    if mention.gender in ("m", "f"):
        score += WEIGHTS["person by name"] if entry.kind == "person" else 0.0
        score += WEIGHTS["of that gender"] if entry.gender == mention.gender else 0.0
    elif not entry.plural:
        other = "n" if mention.gender == "p" else "p"
        score += WEIGHTS["called otherwise"] if other in entry.pronouns else 0.0
    if mention.gender == "p":
        score += WEIGHTS["many"] if entry.plural else 0.0
    return score
