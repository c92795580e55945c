"""Page parts are told from the news by form and place, and the news is left alone."""

import time
from pathlib import Path

import pytest

from twosource.domain.article import Article
from twosource.domain.furniture import Furniture, Headline
from twosource.domain.reading import Reading
from twosource.domain.span import Span
from twosource.stages.within_article.furniture import Furnitures


def parts(text: str, title: Span | None = None) -> Reading:
    reading = Reading(Article(ref="x", text=text, title=title))
    return reading.with_(next(iter(Furnitures().run([reading]))))


def told(text: str) -> dict[str, str]:
    """Furniture by its words, with its kind."""
    return {f.span.of(text): f.kind for f in parts(text).of(Furniture)}


BODY = "The harbour of Velden was closed on Monday after a ferry ran aground, the port authority said. No one was hurt."


def test_byline_without_by_read_time_and_share_line() -> None:
    text = f"Ferry runs aground off Velden\n\nMara Lindqvist\n4 Min Read\nphoto credit: Velden TV\n{BODY}\n\nShare This Article"
    assert told(text) == {"Mara Lindqvist": "byline", "4 Min Read": "read-time", "photo credit: Velden TV": "credit", "Share This Article": "share"}
    reading = parts(text)
    assert [h.span.of(text) for h in reading.of(Headline)] == ["Ferry runs aground off Velden"]
    assert reading.of(Furniture)[0].names == ("Mara Lindqvist",)


def test_comment_form() -> None:
    text = f"{BODY}\n\nBe the first to comment\n\nLeave a Reply\n\nYour email address will not be published."
    assert set(told(text).values()) == {"comments"} and len(told(text)) == 3


@pytest.mark.parametrize(
    ("opening", "agency"),
    [("SAN VITO, Dec 31 (Reuters) - ", "Reuters"), ("VELDEN, Norland (AP) — ", "AP"), ("(CNN) ", "CNN"), ("VELDEN, March 3 (Xinhua) -- ", "Xinhua")],
)
def test_dateline_names_its_agency(opening: str, agency: str) -> None:
    text = opening + BODY
    (found,) = parts(text).of(Furniture)
    assert (found.kind, found.names, found.span.of(text)) == ("dateline", (agency,), opening)


def test_dateline_without_agency() -> None:
    assert told(f"VELDEN, Norland — {BODY}") == {"VELDEN, Norland — ": "dateline"}


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("The Associated Press contributed to this report.", ("Associated Press",)),
        ("Additional reporting by Ola Brandt and Ines Roth", ("Ola Brandt", "Ines Roth")),
        ("With files from AFP", ("AFP",)),
        ("(Reporting by Ola Brandt; Editing by Ines Roth)", ("Ola Brandt", "Ines Roth")),
        ("Copyright 2031 The Associated Press. All rights reserved.", ("Associated Press",)),
    ],
)
def test_credits_hold_names(line: str, names: tuple[str, ...]) -> None:
    (found,) = parts(f"{BODY}\n\n{line}").of(Furniture)
    assert (found.kind, found.names) == ("credit", names)


def test_agency_alone_is_a_credit_but_not_any_name() -> None:
    assert told(f"{BODY}\n\n— KCNA") == {"— KCNA": "credit"}
    assert told(f"{BODY}\n\n— Velden") == {}


def test_caption_stays_readable_and_only_its_credit_goes() -> None:
    caption = "FILE - In this Monday, Jan. 5, 2032 file photo, Mayor Ada Koch speaks in Velden. (Jo Blum/AP)"
    text = f"{caption}\n{BODY}"
    assert told(text) == {"FILE - ": "credit", "(Jo Blum/AP)": "credit"}


@pytest.mark.parametrize(
    "line",
    [
        "Read more: Velden's new bridge",
        "Sign up for our newsletter",
        "Advertisement",
        "[Why ferries run aground]",
        "Related Stories",
        "Follow us on Twitter",
    ],
)
def test_promotions(line: str) -> None:
    assert told(f"{BODY}\n{line}\n{BODY}") == {line: "promo" if "Follow" not in line else "share"}


@pytest.mark.parametrize(
    "news",
    [
        "By Monday the harbour had opened again, and 300 passengers had gone home by bus, the mayor said.",
        "“We will share this burden,” said Ada Koch.",
        "Related costs rose by a third, the ministry said on Friday.",
        "He contributed to the report on ferry safety last year.",
        "Reuters reported that the captain had been arrested.",
        "Photos of the ferry were shared widely on social media.",
        "Comments by the mayor angered the crew.",
        "The minister (Ada Koch) did not comment.",
        "Koch said on Twitter that the ferry was old.",
        "More than 70 people were on board - 30 of them children.",
    ],
)
def test_news_is_left_alone(news: str) -> None:
    assert told(f"{BODY}\n{news}\n{BODY}") == {}


def test_given_title_is_the_headline() -> None:
    text = f"A title.\n\n{BODY}"
    assert [h.span for h in parts(text, Span(0, 8)).of(Headline)] == [Span(0, 8)]


def test_first_sentence_is_no_headline() -> None:
    assert not parts(f"{BODY}\n\n{BODY}").of(Headline)


@pytest.mark.parametrize(
    "hostile", ["(" * 50_000, "By A" * 50_000, "\n" * 50_000, "A B " * 50_000, "Copyright " * 20_000, "photo: " * 30_000, "“" * 10_000]
)
def test_hostile_lines_cost_little(hostile: str) -> None:
    began = time.perf_counter()
    parts(hostile)
    assert time.perf_counter() - began < 2


@pytest.mark.parametrize("unit", ["Aa-", "AAA-", "home | ", "Aa, and ", "tweet |", "a@", "Photo: ", " / ", "(photo ", "\u00a0"])
def test_lines_that_nearly_fit_a_form_cost_little(unit: str) -> None:
    """Every form is tried on every line: ways to fit must not multiply with the repeats (20 s once, for "home | ")."""
    began = time.process_time()
    parts("\n".join([(unit * 160)[:158] + "!"] * 100))
    assert time.process_time() - began < 1


def test_seeds(shared: Path) -> None:
    folder = shared / "seeds"
    spans = {}
    for file in sorted(folder.glob("*.txt")):
        with file.open(encoding="utf-8", newline="") as stream:
            spans[file.name[:3]] = {(f.span.start, f.span.end) for f in parts(stream.read()).of(Furniture)}
    assert spans["000"] == {(48, 62), (63, 73), (74, 96), (2323, 2341)}
    assert spans["003"] == {(2001, 2024), (2026, 2039), (2041, 2082)}


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Mara Lund, Velden Press Agency", ("Mara Lund", "Velden Press Agency")),
        ("By Mara Lund of the Associated Press", ("Mara Lund", "Associated Press")),
        ("By Mara Lund, Staff Writer", ("Mara Lund",)),
        ("(Velden News Service)", ("Velden News Service",)),
        ("The Velden News Service contributed to this report.", ("Velden News Service",)),
    ],
)
def test_an_agency_in_a_credit_is_read_whether_known_or_not(line: str, names: tuple[str, ...]) -> None:
    text = f"Ferry runs aground off Velden\n\n{BODY}\n\n{line}" if line[0] != "B" else f"Ferry runs aground off Velden\n\n{line}\n\n{BODY}"
    assert [f.names for f in parts(text).of(Furniture)] == [names]


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("Getty Images The pier was closed on Monday", "Getty Images "),
        ("GETTY Ilse Brandt has led the ferries since March", "GETTY "),
        ("Associated Press Norland's fleet left the harbour in May", "Associated Press "),
        ("Story highlights Ferry ran aground off Velden", "Story highlights "),
        ("A tug pulls the ferry free on Monday. Hide Caption 3 of 8", "Hide Caption 3 of 8"),
        ("EPA Crew of the ferry wait for the bus after the long night", "EPA "),
        ("Twitter Passengers climb into the boats in pictures put on line", "Twitter "),
        ("AP:Associated Press Mara Lindqvist watched the ferry from the quay", "AP:Associated Press "),
        ("Facebook Twitter Pinterest The ferry at its berth in Velden harbour", "Facebook Twitter Pinterest "),
        ("CLOSE It was the second ferry to run aground this year, the mayor says.", "CLOSE "),
        ("UPDATE - May 3, 5:20 p.m.: The mayor of Velden has left the harbour.", "UPDATE - May 3, 5:20 p.m.: "),
        ("UPDATE: The mayor of Velden has left the harbour.", "UPDATE: "),
    ],
)
def test_marks_of_a_caption_glued_to_its_words(line: str, part: str) -> None:
    assert list(told(f"{BODY}\n{line}\n{BODY}")) == [part]


def test_an_agency_that_does_something_is_no_credit() -> None:
    assert told(f"{BODY}\nReuters The\nAssociated Press President Mara Lindqvist left the harbour.\nEPA Administrator Ola Brandt stayed.") == {}


def test_stories_glued_to_a_promotion_go_with_it_however_many() -> None:
    line = "Related stories FERRY TALE Mayor sells his boat " + "'It was mine' Captain tells of his pier " * 20
    assert told(f"{BODY}\n{line}\n{BODY}") == {line.strip(): "promo"}


def test_title_of_an_album_goes_from_each_caption() -> None:
    captions = ("The ferry leaves Velden.", "The ferry runs aground.", "A tug pulls it free.")
    text = "\n".join(f"Photos: Ferry off Velden {caption} Hide Caption {n} of 3" for n, caption in enumerate(captions, 1))
    found = [f.span.of(text) for f in parts(f"{text}\n{BODY}").of(Furniture) if f.kind == "navigation"]
    assert found == ["Photos: Ferry off Velden "] * 3


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("PA", ("PA",)),
        ("Press Association.", ("Press Association",)),
        ("AP, Reuters", ("AP", "Reuters")),
        ("Contributing: The Associated Press", ("Associated Press",)),
        ("Contributing: Mara Lund, Associated Press", ("Associated Press",)),
        ("With reporting by Reuters", ("Reuters",)),
        ("Source: AFP", ("AFP",)),
        ("Information from the Associated Press was used in this report.", ("Associated Press",)),
        ("This story includes material from AFP.", ("AFP",)),
        ("This article was originally published by Reuters.", ("Reuters",)),
        ("Mara Lund of The Associated Press contributed.", ("Associated Press",)),
    ],
)
def test_whose_text_it_is_stands_below_it(line: str, names: tuple[str, ...]) -> None:
    (found,) = parts(f"{BODY}\n\n{line}\n\nShare This Article").of(Furniture)[:1]
    assert (found.kind, found.names, found.reason == "photo credit") == ("credit", names, False)


@pytest.mark.parametrize("line", ["Associated Press", "Mara Lund | AP", "Reuters, VELDEN", "Reuters Staff", "From AFP"])
def test_whose_text_it_is_stands_above_it(line: str) -> None:
    (found,) = parts(f"Ferry runs aground off Velden\n\n{line}\n\n{BODY}\n{BODY}").of(Furniture)
    assert (found.kind, found.reason) == ("credit", "names the agency whose text it is")


def test_an_agency_alone_amid_the_body_made_a_picture() -> None:
    (found,) = parts(f"{BODY}\n{BODY}\n{BODY}\nReuters\n{BODY}").of(Furniture)
    assert found.reason == "photo credit"


def test_a_line_with_a_photographer_or_another_name_below_is_no_wire_credit() -> None:
    assert [f.reason for f in parts(f"{BODY}\n\nMara Lund/Reuters").of(Furniture)] == ["photo credit"]
    assert parts(f"{BODY}\n\nVelden, Reuters").of(Furniture) == ()


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("Update at 8:50 p.m. CET", "Update at 8:50 p.m. CET"),
        ("View Full Image", "View Full Image"),
        ("Related roundup: Ferries, Tag: harbour", "Related roundup: Ferries, Tag: harbour"),
        ("PHOTOS: The ferry that would not float", "PHOTOS: The ferry that would not float"),
        (">> Follow Ada Koch (@adakoch) for more", ">> Follow Ada Koch (@adakoch) for more"),
        ("(This version of the story was refiled to add a name)", "(This version of the story was refiled to add a name)"),
        ("Skip Twitter post by @veldentv The ferry is afloat again, the crew says.", "Skip Twitter post by @veldentv "),
        ("The mayor visits the ferry ©Jo Blum (Pool)", "©Jo Blum (Pool)"),
        ("The mayor of Velden visits the ferry that ran aground on Monday Jo Blum/Reuters", "Jo Blum/Reuters"),
        ("The mayor of Velden, Mara Lindqvist, in May at the old town hall.CreditJo Blum/Reuters", "CreditJo Blum/Reuters"),
        ("The mayor visits the ferry in Velden. AFP", "AFP"),
    ],
)
def test_what_pages_put_beside_their_news_is_told_apart(line: str, part: str) -> None:
    assert list(told(f"{BODY}\n\n{line}\n\n{BODY}")) == [part]


@pytest.mark.parametrize(
    "line", ["She works for the AP.", "The update at noon told of the ferry.", "The photos: a ferry, a tug.", "He shared it with Reuters"]
)
def test_news_that_looks_like_a_part_of_a_page_stays(line: str) -> None:
    assert not told(f"{BODY}\n\n{line}\n\n{BODY}")
