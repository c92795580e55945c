"""Time expressions: the grammar that finds them in a sentence's text, before anything is resolved."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cache

from twosource.grammar.calendar import MONTHS, WEEKDAYS
from twosource.reference.lexicon import table, words


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression as written.

    Attributes:
        start, end: offsets in the text given to ``timexes``.
        form: which rule of the grammar it fits, which is how it is resolved.
        parts: the rule's named pieces in lower case, "" where a piece is absent.
    """

    start: int
    end: int
    form: str
    parts: dict[str, str] = field(hash=False)


_NUMBER = (
    r"(?:\d{1,4}|an?\s(?:half-)?dozen|a\scouple(?:\sof)?|couple(?:\sof)?|a\sfew|few|several|many|some|an?|one|two|three|four|five|six|seven|eight|nine"
    r"|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|hundreds\sof|thousands\sof|dozens\sof|decades\sof)"
)
_ABBREVIATED = r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
_MONTHS = "|".join(m.capitalize() for m in MONTHS)
_WEEKDAYS = "|".join(d.capitalize() for d in WEEKDAYS)
_PIECES = {
    "_": r"(?:[\s\u00a0]{1,4})",
    "M": rf"(?P<month>(?:{_MONTHS}|{_MONTHS.upper()})\b|(?:{_ABBREVIATED}|{_ABBREVIATED.upper()})\b\.?)",
    "M2": rf"(?P<month2>(?:{_MONTHS})\b|(?:{_ABBREVIATED})\b\.?)",
    "D": r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?\b",
    "D2": r"(?P<day2>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?\b",
    "Y": r"(?P<year>1[0-9]\d\d|20\d\d)(?![\d%])(?!,\d{3})\b",
    "W": rf"(?P<weekday>{_WEEKDAYS}|{_WEEKDAYS.upper()})",
    "WX": rf"(?:(?:{_WEEKDAYS}|Mon\.?|Tues?\.?|Wed\.?|Thurs?\.?|Thu\.?|Fri\.?|Sat\.?|Sun\.?),?{{_}})?",
    "PART": r"(?i:early\smorning|morning|afternoon|evening|night|lunchtime|noon|midnight)",
    "EDGE": r"(?i:early(?:\sin)?|late(?:\sin)?|mid|middle\sof|beginning\sof|start\sof|end\sof)",
    "UNIT": r"(?P<unit>(?i:week|weekend|fortnight|month|quarter|year|decade|century))",
    "UNIT1": r"(?P<unit>(?i:day|night|week|month|year))",
    "UNIT1B": r"(?P<unit2>(?i:day|night|week|month|year))",
    "UNITS": r"(?P<unit>(?i:second|minute|hour|day|night|week|weekend|fortnight|month|year|decade|centurie|century))[sS]?",
    "N": rf"(?P<number>(?i:{_NUMBER}))",
    "SEASON": r"(?P<season>(?i:spring|summer|autumn|fall|winter))",
    "WHICHYEAR": r"(?P<which>(?i:last|this|next|the\sfollowing|that))[\s\u00a0]year",
    "NTH": r"(?i:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}(?:st|nd|rd|th))",
    "ERA": r"(?P<era>A\.D\.|AD|B\.C\.E\.|BCE|B\.C\.|BC|C\.E\.|CE)",
    "AMPM": r"(?i:[ap]\.m\.|[ap]m\b|noon\b|midnight\b)",
    "ZONE": (
        r"(?:[\s\u00a0]?\(?(?:UTC|GMT|[ECMP][DS]?T|CES?T|EES?T|BST|IST|JST|KST|MSK|SAST|AES?T)\b(?:[\s\u00a0]?[+-]\d{1,2})?\)?"
        r"|[\s\u00a0](?:[Ll]ocal|[A-Z][a-z]{2,12}(?:[\s\u00a0](?i:standard|daylight|summer))?)[\s\u00a0](?i:time)\b)"
    ),
}
_GRAMMAR = {
    "iso": r"(?P<year>1\d{{3}}|20\d\d)-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?!\d)",
    "slashed": r"(?P<a>\d{{1,2}})/(?P<b>\d{{1,2}})/(?P<year>\d{{4}}|\d\d)(?![\d/])",
    "day": r"{WX}{M}{_}{D}(?:{_}?,?{_}(?:(?i:of|in){_})?{Y})?(?![:.]\d)",
    "day.european": r"(?<![$£€]){WX}(?i:the{_})?{D}{_}(?:(?i:of){_})?{M}(?:{_}?,?{_}(?:(?i:of|in){_})?{Y}|(?!\.?{_}(?:[1-9]|[12]\d|3[01])\b))",
    "days": r"{M}{_}{D}(?:{_}?[-–]{_}?|{_}(?:(?i:and|to|through|until)){_}){D2}(?:,?{_}{Y})?(?![:.,]\d)",
    "days.european": r"{D}(?:{_}?[-–]{_}?|{_}(?:(?i:and|to)){_}){D2}{_}{M}(?:,?{_}{Y})?",
    "month": r"(?:(?i:the{_})?{EDGE}[-\s]{_}?)?{M}(?:,?{_}(?:(?i:of){_})?{Y})?",
    "month.edge": r"(?i:mid|early|late)-{M}(?:,?{_}{Y})?",
    "month.year": r"{M}(?:{_}(?i:of))?{_}{WHICHYEAR}",
    "month.which": r"(?P<which>(?i:last|this\spast|this|next)){_}{M}",
    "weekday": r"(?:(?i:early|late)(?:{_}(?i:on))?{_})?(?:(?P<which>(?i:last|this\spast|this\scoming|this|next|past|coming)){_})?{W}(?:{_}{PART})?",
    "weekday.week": r"{W}{_}(?i:of){_}(?P<which>(?i:last|this|next)){_}(?i:week)\b",
    "weekdays": r"(?:{W})s\b",
    "deictic": (
        r"(?P<word>(?i:(?:the{_})?day{_}before{_}yesterday|(?:the{_})?day{_}after{_}tomorrow|yesterday|today|tonight|tomorrow|late{_}last{_}night|last{_}night"
        r"|(?:earlier{_})?this{_}(?:morning|afternoon|evening)))(?:{_}{PART})?"
    ),
    "period": (
        r"(?:(?i:earlier|later|early|late){_})?(?P<which>(?i:this|last|next|the{_}previous|the{_}current|the{_}following|that|the{_}same|this{_}past|this{_}coming))"
        r"{_}(?:(?i:calendar|whole|entire){_})?{UNIT}\b"
    ),
    "period.edge": (
        r"(?:(?i:earlier|later|early|late)|(?i:the{_})?(?:(?i:very){_})?(?P<edge>(?i:beginning|start|middle|end)){_}(?i:of))(?:{_}(?i:in))?{_}"
        r"(?P<which>(?i:the|this|last|next)){_}(?P<unit>(?i:week|month|year|decade|century))\b"
    ),
    "weekend": r"(?P<prep>(?i:over|during|at|on|throughout|for|of)){_}(?i:the){_}(?i:holiday{_}|long{_})?(?i:weekend)\b",
    "window": r"(?:(?i:in|over|during|within|for|throughout){_})?(?i:the|these){_}(?P<side>(?i:last|past|next|coming)){_}(?:{N}{_})?{UNITS}\b",
    "window.bare": r"(?i:in|over|during|within|for|throughout){_}(?P<side>(?i:last|past|next|coming)){_}{N}{_}{UNITS}\b",
    "window.vague": r"(?P<side>(?i:recent|coming)){_}(?P<unit>(?i:hour|day|week|month|year|decade))s\b",
    "distance": (
        r"(?:(?P<about>(?i:about|around|nearly|almost|roughly|some|approximately)){_})?(?P<more>(?i:more{_}than|over|less{_}than|at{_}least){_})?"
        r"{N}(?:{_}(?i:and{_}a{_}half))?{_}{UNITS}{_}(?P<side>(?i:ago|earlier|later|before|after|from{_}now|hence|afterwards?|previously|prior))\b(?!{_}than\b)"
        r"(?:(?<=ago)(?P<exact>{_}(?i:today|this{_}day)))?"
    ),
    "ahead": r"(?i:in){_}{N}{_}{UNITS}(?:[’']{_}?(?i:time))?\b",
    "within": r"(?i:within){_}(?:(?i:the){_}(?P<side>(?i:next|coming)){_})?{N}{_}{UNITS}\b(?!{_}(?i:of|after|before|from)\b)",
    "decade": r"(?:(?i:the){_})?(?:(?i:early|mid|late|mid-to-late)[-\s])?(?:(?P<year>1\d|20)(?P<ten>\d0)|[’'‘](?P<short>\d0))[’']?s\b",
    "year": r"(?:(?P<edge>(?i:early|mid|late))[-\s]{_}?|(?<![\d.,/$£€#-])){Y}(?![-/]\d)",
    "era": r"(?P<year>[1-9]\d{{0,3}})(?:{_}?[-–]{_}?(?P<year2>[1-9]\d{{0,3}}))?{_}?{ERA}",
    "era.first": r"(?P<era>A\.?D\.?){_}(?P<year>[1-9]\d{{0,3}})(?:{_}?[-–]{_}?(?P<year2>[1-9]\d{{0,3}}))?",
    "half": r"(?i:the){_}(?P<nth>(?i:first|second|latter)){_}(?i:half){_}(?i:of){_}(?:{WHICHYEAR}|{Y})",
    "quarter": r"(?:(?i:the){_})?(?P<nth>(?i:first|second|third|fourth))(?:{_}|-)(?i:quarter)(?:{_}(?i:of){_}(?:{WHICHYEAR}|{Y}))?",
    "quarter.short": r"Q(?P<nth>[1-4])(?:{_}(?:(?i:of){_})?(?:{WHICHYEAR}|{Y}))?",
    "century": r"(?:(?i:the){_})?(?:(?i:early|mid|late)[-\s])?(?P<nth>1\d|20|21)(?:st|th)[-\s]{_}?(?i:century)",
    "years": r"(?<![\d.,/$£€#-]){Y}[-–](?P<year2>1[0-9]\d\d|20\d\d|\d\d)(?![-–/\d%.]\d?)",
    "season": r"(?P<which>(?i:last|this|next|this{_}past|this{_}coming)){_}{SEASON}\b",
    "season.year": r"(?:(?i:the){_})?{SEASON}{_}(?:(?i:of){_})?(?:{Y}|{WHICHYEAR})",
    "year.short": r"[’'‘](?P<short>\d\d)(?![\d’'‘])",
    "clock": (
        r"(?:(?:[01]?\d|2[0-3])[:.][0-5]\d(?:{_}?{AMPM}{ZONE}?|{ZONE})|(?:0?[1-9]|1[0-2])(?:{_}?{AMPM}|{_}o[’']clock\b){ZONE}?"
        r"|(?:[01]\d|2[0-3])[0-5]\d(?:{ZONE}|{_}(?i:hours)\b))"
    ),
    "clock.bare": r"(?:(?:[01]?\d|2[0-3]):[0-5]\d(?![:\d])|(?i:noon|midday|midnight))",
    "clock.part": r"(?i:in){_}(?i:the){_}(?:(?i:early|late){_})?(?i:(?:mid-)?(?:morning|afternoon)|evening)\b",
    "theday": r"(?i:(?:late|later|earlier|early){_}in{_}the{_}day|(?:the{_})?(?:start|beginning|end|close){_}of{_}the{_}day|the{_}day)\b",
    "running": (
        r"(?:(?i:an?|the|its|their|his|her){_})?{NTH}{_}(?:(?i:straight|consecutive|successive){_}{UNIT1}|{UNIT1B}{_}(?i:running|in{_}a{_}row))\b"
    ),
    "season.in": r"(?i:in|during|over|since|until|by){_}(?:(?i:the){_})?(?:(?i:early|late|mid)[-\s])?{SEASON}(?!{_}(?i:of)\b)",
    "season.noun": (
        r"{SEASON}(?={_}(?i:meetings?|session|term|semester|break|holidays?|vacation|offensive|campaign|conference|congress|budget|statement|tour)\b)"
    ),
    "narrative": (
        r"(?P<which>(?i:the{_}same|the{_}next|the{_}following|the{_}previous|that{_}same|that)){_}"
        r"(?P<unit>(?i:day|morning|afternoon|evening|night))\b"
    ),
    "narrative.side": r"(?i:the){_}(?P<unit>(?i:day|night|week|month|year)){_}(?P<which>(?i:before|after))(?=[\s\u00a0]*(?:[.,;:!?)”\"]|$))",
    "named": r"(?P<name>(?i:{NAMED}))(?:,?{_}{Y})?",
    "vague": r"(?P<phrase>(?i:{VAGUE}))\b",
}
_NEEDS_CONTEXT = frozenset({"may", "march", "april", "june", "august"})
_LINK = re.compile(r"[\s\u00a0]{1,4}(?:and|to|until|till|through|or)[\s\u00a0]{1,4}|[\s\u00a0]?[-–—][\s\u00a0]?", re.I)
_WORD_BEFORE = re.compile(r"([^\W\d_]{1,20})[\s\u00a0-]{1,4}$")


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    pieces = dict(_PIECES)
    pieces["WX"] = pieces["WX"].format(_=pieces["_"])
    pieces["NAMED"] = _alternatives(row["name"] for row in table("named_days"))
    pieces["VAGUE"] = _alternatives(row["phrase"] for row in table("vague_times"))
    return tuple((form, re.compile(r"(?<![\w])" + rule.format(**pieces) + r"(?!\w)")) for form, rule in _GRAMMAR.items())


def _alternatives(phrases: Iterable[str]) -> str:
    longest_first = sorted(phrases, key=lambda p: (-len(p), p))
    return "|".join(re.escape(p).replace(r"\ ", r"[\s\u00a0]{1,4}").replace("'", "[’']") for p in longest_first)


def timexes(text: str) -> list[Timex]:
    """The time expressions of one sentence, in order, none overlapping; the longest reading wins.

    Durations ("for two hours"), plural weekdays and bare numbers are none. Every rule is bounded, so the work grows
    with the length of the text and no faster.
    """
    found = [t for form, pattern in _patterns() for m in pattern.finditer(text) if (t := _timex(text, form, m)) is not None]
    found.sort(key=lambda t: (t.start, -t.end, t.form == "window"))  # "the next day" is told from a day, not from publication
    apart: list[Timex] = []
    for timex in found:
        if not apart or timex.start >= apart[-1].end:
            apart.append(timex)
        elif timex.end > apart[-1].end and timex.end - timex.start > apart[-1].end - apart[-1].start:
            apart[-1] = timex
    return _with_clocks(text, [t for t in apart if t.form not in ("weekdays",)])


_OF_A_DAY = frozenset({"day", "weekday", "weekday.week", "deictic", "iso", "slashed", "named"})
_BESIDE = re.compile(r",?[\s\u00a0]{1,4}(?:(?:at|on|around|about|by|shortly[\s\u00a0](?:after|before))[\s\u00a0]{1,4})?", re.I)


def _with_clocks(text: str, found: list[Timex]) -> list[Timex]:
    """A time of day and the day beside it are one expression: "Friday at 5 p.m.", "9.30am on Tuesday"."""
    whole: list[Timex] = []
    for timex in found:
        last = whole[-1] if whole else None
        if last is not None and (last.form == "clock") != (timex.form == "clock") and _BESIDE.fullmatch(text, last.end, timex.start):
            day = timex if last.form == "clock" else last
            if day.form in _OF_A_DAY:
                whole[-1] = replace(day, start=last.start, end=timex.end)
                continue
        whole.append(timex)
    return whole


def _timex(text: str, form: str, match: re.Match[str]) -> Timex | None:
    parts = {k: re.sub(r"\s+", " ", v).lower().strip(".") for k, v in match.groupdict(default="").items()}
    before = _WORD_BEFORE.search(text, max(0, match.start() - 26), match.start())
    word = before.group(1).lower() if before else ""
    if not _stands(form, word, text, match) or (form == "month" and not _is_month(parts, word, text, match)):
        return None
    if form == "year" and not parts["edge"] and (word in words("label_nouns") or not 1500 <= int(parts["year"]) <= 2099):
        return None
    if form == "day" and not parts["year"]:
        parts["year"] = _year_of_history(parts, text, match.end())
    return Timex(match.start(), match.end(), form if form in _KEPT else form.partition(".")[0], parts)


_AFTER = re.compile(r"(?:st|nd|rd|th)?,?[\s\u00a0]{1,4}([A-Za-z]{4,20})")


def _year_of_history(parts: dict[str, str], text: str, end: int) -> str:
    """The year of "the September 11 attacks", which are called after their day; "" for a day like any other."""
    after = _AFTER.match(text, end)
    month = next(n for n, name in enumerate(MONTHS, 1) if name.startswith(parts["month"][:3]))
    for row in table("days_of_history") if after else ():
        if (
            (int(row["month"]), int(row["day"])) == (month, int(parts["day"]))
            and after
            and after.group(1).lower().startswith(tuple(row["called"].split()))
        ):
            return row["year"]
    return ""


_KEPT = frozenset({"period.edge", "window.vague", "month.year", "month.which", "year.short", "weekday.week"})
_AT = frozenset({"at", "by", "around", "about", "until", "till", "from", "since", "after", "before"})
_ENDED = frozenset(
    {"end", "ends", "ended", "ending", "finish", "finishes", "finished", "finishing", "close", "closes", "closed", "closing", "for", "during"}
)
_YEARLY = frozenset({"annual", "yearly", "every", "each", "traditional"})
_NAMES_A_DAY = frozenset({"black", "bloody", "ash", "maundy", "palm", "holy", "super", "cyber", "whit", "shrove", "easter", "good", "giving"})


def _stands(form: str, word: str, text: str, match: re.Match[str]) -> bool:
    """Whether an expression that is a time only in some places stands in such a place, as the word before and the text after tell."""
    if form == "clock.bare":
        return word in _AT
    if form == "year.short":
        return word in words("before_times")
    if form == "named":  # "the annual New Year's Eve concert" is none of them
        return word not in _YEARLY
    if form.startswith("weekday"):  # "Black Monday" is a day of history's, not the last one
        return not (word in _NAMES_A_DAY and text[match.start() - 1 - len(word)].isupper())
    if form == "theday":
        whole = match.group().lower()
        if whole == "the day":
            return word in _ENDED and _WHICH_DAY.match(text, match.end()) is None
        return not (whole == "the end of the day" and word == "at")  # an idiom
    return True


_WHICH_DAY = re.compile(r"[\s\u00a0]{1,4}(?:when|that|of|after|before|she|he|they|it|we|I)\b")


def _is_month(parts: dict[str, str], before: str, text: str, match: re.Match[str]) -> bool:
    """ "May", "March" and the like are months only where time can stand; "Mar" alone never is."""
    if parts["year"] or match.group()[:1].islower():
        return True
    if parts["month"] in _NEEDS_CONTEXT or len(parts["month"]) < 4:
        return before in words("before_times") and not text[match.end() : match.end() + 2].strip()[:1].isupper()
    return True


def joined(text: str, found: list[Timex]) -> list[tuple[Timex, Timex | None]]:
    """The expressions with the ranges among them paired: "between A and B", "from A to B", "A-B"."""
    pairs: list[tuple[Timex, Timex | None]] = []
    n = 0
    while n < len(found):
        first, second = found[n], found[n + 1] if n + 1 < len(found) else None
        if second is not None and _LINK.fullmatch(text[first.end : second.start]) and _opens_range(text, first, second):
            pairs.append((first, second))
            n += 2
        else:
            pairs.append((first, None))
            n += 1
    return pairs


def _opens_range(text: str, first: Timex, second: Timex) -> bool:
    before = _WORD_BEFORE.search(text, max(0, first.start - 26), first.start)
    word = before.group(1).lower() if before else ""
    link = text[first.end : second.start].strip().lower()
    if link == "and":
        return word == "between"
    if link == "or":
        return False
    return word == "from" or link in "-–—" or link in ("through", "until", "till")


def word_before(text: str, at: int) -> str:
    """The word right before an offset, in lower case, or ""."""
    before = _WORD_BEFORE.search(text, max(0, at - 26), at)
    return before.group(1).lower() if before else ""


def position(starts: list[int], offset: int) -> int:
    """Index of the token that an offset falls in, given the tokens' starts in order."""
    return max(0, bisect_right(starts, offset) - 1)
