"""Where one account says yes and another no."""

from collections.abc import Iterator

from twosource.comparison.claims.matter import denies
from twosource.comparison.conflicts.beside import ALIKE, Beside, laid
from twosource.comparison.conflicts.deeds import Deed
from twosource.comparison.conflicts.said import Parting, Said
from twosource.grammar.slots import stem
from twosource.reference.lexicon import words

# How much of what is denied the other must say too.
_HELD = 0.5
# A denial in so many words needs less likeness than a "not" that may belong to another matter.
_DENIAL = 0.15
# How alike two statements must be where nothing but the deed itself is denied ("he will not run").
_BARE = 0.25
# How alike two statements must be for the denial of one to be a denial of the other, whatever their verbs.
_ONE_THING = 0.5
# Words with which a "no" holds for a time only, so that a "yes" at another time is none against it.
_FOR_A_TIME = frozenset(
    stem(w) for w in ("again", "another", "anymore", "longer", "since", "second", "minute", "hour", "day", "week", "month", "year", "decade")
)
# What is left open when it is not done with a matter, and the words that say that it is not.
_KEPT_BACK = frozenset(
    {
        *("say", "specify", "confirm", "know", "disclose", "tell", "elaborate", "reveal", "explain", "mention", "clarify", "identify", "verify"),
        *("state", "announce", "acknowledge", "comment", "discuss", "determine", "establish"),
    }
)
_NOT = frozenset({"not", "n't", "n’t", "never"})
_FALSELY = frozenset({"false", "falsely", "wrongly", "mistakenly", "untruthfully"})
_QUESTIONS = frozenset({"whether", "what", "how"})


def signs(a: Said, b: Said, alike: float) -> Iterator[Parting]:
    """The one deed that one statement tells and the other denies."""
    if not (_any_no(a) or _any_no(b)) or asked(a) or asked(b):
        return
    for pair in laid(a, b, alike):
        if says_no(a, pair.f) != says_no(b, pair.g) and _against(pair):
            yield _parting(a, b, says_no(a, pair.f))
            return
    if (alike >= _DENIAL and (_as_noun(a, b) or _as_noun(b, a))) or (alike >= _ONE_THING and (_rejects(a, b) or _rejects(b, a))):
        yield _parting(a, b, turned(a))


def _parting(a: Said, b: Said, left_denies: bool) -> Parting:
    return Parting("polarity", a.words, b.words, *(("-", "+") if left_denies else ("+", "-")))


def says_no(said: Said, deed: Deed) -> bool:
    """Whether a deed is denied, by the words of its clause or by those that attribute it."""
    # "Denied it: 'No one paid'" is one denial, not two that cancel each other.
    return deed.denied or (deed.main and turned(said))


def _any_no(said: Said) -> bool:
    return any(deed.denied for deed in said.deeds) or turned(said)


def turned(said: Said) -> bool:
    """Whether the words that attribute a statement deny it; a cue within it attributes something else.

    Who "did not say" or "could not confirm" something has not denied it, nor has who "falsely said" it.
    """
    cue = said.statement.cue
    if cue is None or said.statement.span.covers(cue) or not denies(said.statement, said.text):
        return False
    told = _cue(said)
    return told.isdisjoint(_FALSELY) and (told.isdisjoint(_KEPT_BACK) or told.isdisjoint(_NOT))


def asked(said: Said) -> bool:
    """Whether a statement is a question that somebody asks or leaves open ("whether he paid")."""
    return said.words.split(maxsplit=1)[0].lower() in _QUESTIONS or said.words.endswith("?")


def _cue(said: Said) -> set[str]:
    """Words and lemmas of what attributes a statement, which may stand in another sentence."""
    cue = said.statement.cue
    if cue is None:
        return set()
    return {t.lemma.lower() for t in said.tree.tokens if cue.start <= t.start < cue.end} | set(cue.of(said.text).lower().split())


def _against(pair: Beside) -> bool:
    """Whether the "no" of the one stands against the "yes" of the other: the same deed by the same, and all that is denied is said."""
    left = says_no(pair.a, pair.f)
    no, deed, held = (pair.a, pair.f, pair.left) if left else (pair.b, pair.g, pair.right)
    if pair.f.supposed or pair.g.supposed or not (pair.tied or pair.described) or not _same_times(pair):
        return False
    if deed.at != no.statement.head and no.slots.negated is False:
        return False
    if not pair.same_word and pair.alike < ALIKE:
        return False
    if _for_a_time(no) or pair.a.slots.words == pair.b.slots.words:
        return False
    return held >= _HELD if deed.matter else pair.one_subject and pair.same_word and pair.alike >= _BARE


def _for_a_time(no: Said) -> bool:
    span = no.statement.span
    return any(stem(t.lemma.lower()) in _FOR_A_TIME for t in no.tree.tokens if span.start <= t.start < span.end)


def _same_times(pair: Beside) -> bool:
    """What is not yet may still come; and where the stage before read one sign at both places, a word of negation belongs elsewhere."""
    x, y = pair.a.factuality, pair.b.factuality
    if not (pair.f.main and pair.g.main and x and y):
        return True
    if (x.time == "future") != (y.time == "future"):
        return False
    return turned(pair.a) or turned(pair.b) or x.value[-1] != y.value[-1]


def _as_noun(denied: Said, other: Said) -> bool:
    """Whether what one statement tells with a verb stands in the other, which is denied, as a noun ("a visit is planned")."""
    if not turned(denied) or other.slots.negated or any(d.denied for d in other.deeds) or denied.statement.sentence == other.statement.sentence:
        return False
    return bool(set(other.slots.verbs) & (set(denied.slots.words) | set(denied.slots.classes)))


def _rejects(denied: Said, other: Said) -> bool:
    """Whether somebody denies in so many words what the other says is so; who calls it false as well agrees."""
    if not (turned(denied) and denied.slots.negated) or turned(other) or other.slots.negated or any(d.denied for d in other.deeds):
        return False
    return not any(t.lemma.lower() in words("untrue") for t in other.tree.tokens)
