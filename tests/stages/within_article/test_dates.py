"""Dates hang on publication, tense and the dates told before, and stay open where those leave them open."""

from collections.abc import Callable

import pytest

from twosource.domain.date import Date
from twosource.domain.event import LocalEvent
from twosource.domain.reading import Reading

Read = Callable[..., Reading]
MONDAY = "2024-01-22"


def told(read: Read, text: str, published: str | None = MONDAY) -> dict[str, str | None]:
    return {d.span.of(text): d.value for d in read(text, published=published).of(Date)}


def reason(read: Read, text: str, words: str, published: str | None = MONDAY) -> str:
    return next(d.reason for d in read(text, published=published).of(Date) if d.span.of(text) == words)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The bridge at Marlow fell on Dec. 28, 2017.", "Dec. 28, 2017", "2017-12-28"),
        ("The bridge at Marlow fell on Thursday, 28 December 2017.", "Thursday, 28 December 2017", "2017-12-28"),
        ("The bridge at Marlow opened in July 2000.", "July 2000", "2000-07"),
        ("The bridge at Marlow opened in 2015.", "2015", "2015"),
        ("The bridge was built in the 1990s.", "the 1990s", "1990/1999"),
        ("The bridge fell on 31/12/2017.", "31/12/2017", "2017-12-31"),
        ("The bridge fell on 03/04/2017.", "03/04/2017", None),
        ("The bridge fell on Monday.", "Monday", "2024-01-22"),
        ("The bridge fell on Tuesday morning.", "Tuesday morning", "2024-01-16"),
        ("The mayor will visit the bridge on Tuesday.", "Tuesday", "2024-01-23"),
        ("The mayor is expected to visit the bridge on Tuesday.", "Tuesday", "2024-01-23"),
        ("The bridge stays closed until Friday.", "Friday", "2024-01-26"),
        ("The bridge fell last week.", "last week", "2024-01-15/2024-01-21"),
        ("Two bridges fell earlier this week.", "earlier this week", "2024-01-22/2024-01-28"),
        ("The bridge fell last month.", "last month", "2023-12"),
        ("The bridge fell in September.", "September", "2023-09"),
        ("The bridge will open in September.", "September", "2024-09"),
        ("The bridge fell yesterday.", "yesterday", "2024-01-21"),
        ("The bridge fell late last night.", "late last night", "2024-01-21"),
        ("The bridge fell two days ago.", "two days ago", "2024-01-20"),
        ("The bridge fell about two weeks ago.", "about two weeks ago", "2024-01-08~"),
        ("Three bridges fell in the last month.", "in the last month", "2023-12-22/2024-01-22"),
        ("The road was closed over the weekend.", "over the weekend", "2024-01-20/2024-01-21"),
        ("The road has been closed since 2013.", "since 2013", "2013/2024-01-22"),
        ("Traffic is at its lowest level since March 2020.", "March 2020", "2020-03"),
        ("Work lasted from 2000 to 2006.", "2000 to 2006", "2000/2006"),
        ("Work is planned between Feb. 7 and Feb. 14.", "Feb. 7 and Feb. 14", "2024-02-07/2024-02-14"),
        ("He resigned in November last year.", "November last year", "2023-11"),
        ("The shop closed on Christmas Eve.", "Christmas Eve", "2023-12-24"),
        ("Sales rose in the first half of this year.", "the first half of this year", "2024-01/2024-06"),
        ("She left in the summer of 2015.", "the summer of 2015", "2015-22"),
        ("The mayor will visit soon.", "soon", None),
        ("The mayor will visit at an early date.", "at an early date", None),
        ("Ties have grown in recent years.", "recent years", None),
        ("The bridge fell at 6:40 p.m. on Tuesday.", "6:40 p.m. on Tuesday", "2024-01-16"),
        ("The bridge fell on Friday at 5 p.m. Varda time.", "Friday at 5 p.m. Varda time", "2024-01-19"),
        ("Grain prices rose for a third straight day.", "a third straight day", "2024-01-22"),
        ("Grain prices rose for the third week running.", "the third week running", "2024-01-22/2024-01-28"),
        ("It was the wettest year since '82.", "'82", "1982"),
        ("The ferry will be back within 10 days.", "within 10 days", "2024-01-22/2024-02-01"),
        ("Profit fell in the third-quarter of 2023.", "the third-quarter of 2023", "2023-07/2023-09"),
        ("Profit fell in Q3.", "Q3", "2023-07/2023-09"),
        ("The war of 1914-18 ended.", "1914-18", "1914/1918"),
        ("The mill of the 19th century closed.", "the 19th century", "1801/1900"),
        ("The fair runs May 3-5, 2021.", "May 3-5, 2021", "2021-05-03/2021-05-05"),
        ("The bridge will open in the spring.", "in the spring", "2024-21"),
        ("The bridge opened in the autumn.", "in the autumn", "2023-23"),
        ("The bank held its autumn meetings.", "autumn", "2023-23"),
        ("Rents have doubled since the start of the year.", "since the start of the year", "2024-01-01/2024-01-22"),
        ("He is running to face her in November.", "November", "2024-11"),
        ("Rules changed after the September 11 attacks.", "September 11", "2001-09-11"),
        ("The two met on Tuesday of last week.", "Tuesday of last week", "2024-01-16"),
        ("The bridge fell on Dec. 31 , 1994.", "Dec. 31 , 1994", "1994-12-31"),
        ("The bridge fell on July 4th of 1995.", "July 4th of 1995", "1995-07-04"),
        ("The ferry sank on 1/7/24.", "1/7/24", "2024-01-07"),
        ("Lund is one of three candidates running to face Holt in May.", "May", "2024-05"),
        ("Lund is campaigning for the November election.", "November", "2024-11"),
        ("Lund lost the November election.", "November", "2023-11"),
        ("The town has a list of the people tied to it in early February.", "early February", "2024-02"),
        ("The tool will be sold in mid-2025.", "mid-2025", "2025"),
    ],
)
def test_value(read: Read, text: str, words: str, value: str | None) -> None:
    assert told(read, text) == {words: value}


@pytest.mark.parametrize(
    "text",
    [
        "The work took over two decades.",
        "It may rain, and they march on.",
        "Some 2000 people came.",
        "He called as soon as he could.",
        "She comes on Mondays.",
        "Ms. May smiled.",
        "The crash is known as Black Monday.",
        "The Sorley 2000 Index fell.",
        "He came two days later than planned.",
        "Lund won 3:2 after leading 2:1.",
        "At the end of the day, it is his call.",
        "The soon-to-open pier is long.",
    ],
)
def test_no_date(read: Read, text: str) -> None:
    assert told(read, text) == {}


@pytest.mark.parametrize(
    ("text", "words", "why"),
    [
        ("The bridge fell on Sunday.", "Sunday", "the Sunday on or before publication"),
        ("The bridge fell last week.", "last week", "the week before publication"),
        ("The bridge fell in September.", "September", "a September, year unknown"),
        ("The bridge fell last Tuesday.", "last Tuesday", "the Tuesday before publication"),
        ("Three bridges fell in the last month.", "in the last month", "the month before publication"),
    ],
)
def test_without_publication_no_value_is_made_up(read: Read, text: str, words: str, why: str) -> None:
    assert told(read, text, None) == {words: None}
    assert reason(read, text, words, None).startswith(why)


def test_last_weekday_right_after_it_is_ambiguous(read: Read) -> None:
    text = "The two met last Tuesday in Marlow."
    assert told(read, text, "2024-01-21") == {"last Tuesday": "2024-01-16"}
    assert told(read, text, "2024-01-17") == {"last Tuesday": "[2024-01-09,2024-01-16]"}
    assert "2024-01-09 or 2024-01-16" in reason(read, text, "last Tuesday", "2024-01-17")


def test_counts_from_the_date_told_before(read: Read) -> None:
    text = "The bridge fell on March 4, 2016. The road had been closed a week earlier. One year later it opened."
    assert told(read, text) == {"March 4, 2016": "2016-03-04", "a week earlier": "2016-02-26", "One year later": "2017"}


def test_a_time_of_day_lies_on_the_day_told_around_it(read: Read) -> None:
    text = "On Friday the mayor spoke. Police were called at about 9.30am local time. They ended the day tired."
    assert told(read, text) == {"Friday": "2024-01-19", "9.30am local time": "2024-01-19", "the day": "2024-01-19"}
    assert told(read, "Police were called around midnight.") == {"midnight": None}
    far = "On Friday the mayor spoke. " + "Nobody came. " * 4 + "Police were called at 9:30 p.m. there."
    assert told(read, far) == {"Friday": "2024-01-19", "9:30 p.m.": None}


def test_the_day_before_counts_from_the_day_told_last(read: Read) -> None:
    text = "He left on March 3, 2016. She had called him the day before."
    assert told(read, text) == {"March 3, 2016": "2016-03-03", "the day before": "2016-03-02"}


def test_a_date_below_a_noun_is_not_pulled_ahead_by_the_verb(read: Read) -> None:
    assert told(read, "The visit would be an answer to her trip there in September.") == {"September": "2023-09"}


def test_publication_is_bounded_by_the_text(read: Read) -> None:
    text = "The duke may make his first trip to Marlow in over two decades. His last visit was in July 2000. He spoke on Monday."
    why = reason(read, text, "Monday", None)
    assert "publication after 2020-07" in why
    assert "'over two decades'" in why
    assert "'July 2000'" in why
    assert "2020" not in reason(read, text, "Monday")


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The bridge opened on 25/6/1998. It fell on 3/4/2017.", "3/4/2017", "2017-04-03"),
        ("The bridge opened on 6/25/1998. It fell on 3/4/2017.", "3/4/2017", "2017-03-04"),
        ("The bridge opened on 6/25/1998 or 26/6/1998. It fell on 3/4/2017.", "3/4/2017", None),
        ("The plaque has the day, 3/4/17 in the American format.", "3/4/17", "2017-03-04"),
        ("The plaque has the day, 3/4/17 in the British date format.", "3/4/17", "2017-04-03"),
    ],
)
def test_the_order_of_figures_is_told_by_the_article(read: Read, text: str, words: str, value: str | None) -> None:
    assert told(read, text)[words] == value


def test_ambiguous_figures_list_both_days(read: Read) -> None:
    assert "2017-03-04 or 2017-04-03" in reason(read, "The bridge fell on 03/04/2017.", "03/04/2017")


def test_a_dateline_tells_its_day_and_what_days_below_it_are_counted_from(read: Read) -> None:
    text = "Ferry sinks off Torve\n\nTORVE, Dec 31 (Reuters) - A ferry sank on Sunday, police said. It was built in November."
    for published in ("2018-01-01", "2018-01-05"):
        assert told(read, text, published) == {"Dec 31": "2017-12-31", "Sunday": "2017-12-31", "November": "2017-11"}
    assert reason(read, text, "Dec 31", "2018-01-01") == "the day in the dateline"
    assert "filed on 2017-12-31" in reason(read, text, "Sunday", "2018-01-05")
    assert told(read, text, None) == {"Dec 31": None, "Sunday": None, "November": None}


def test_a_dateline_far_from_publication_is_no_day_to_count_from(read: Read) -> None:
    text = "TORVE, Dec 31 (Reuters) - A ferry sank on Sunday, police said."
    assert told(read, text, "2018-03-07") == {"Dec 31": "2017-12-31", "Sunday": "2018-03-04"}


def test_a_dateline_dates_no_event(read: Read) -> None:
    reading = read("TORVE, Dec 31 (Reuters) - Soldiers attacked the harbour of Torve.", published="2018-01-01")
    assert {e.date.value for e in reading.of(LocalEvent)} == {None}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The dam at Orvel burst on Saturday.\n\nThe dam is gone, wrote Ada Koch on May 4, 2030.", "2030-05-04"),
        ("The dam at Orvel burst on Saturday.\n\nThe dam is gone, wrote Ada Koch on May 5, 2030.", None),
        ("The dam at Orvel burst on Saturday.\n\nIt was built on May 4, 2030, wrote Ada Koch on May 12, 2030.", None),
        ("The dam at Orvel burst last Saturday.\n\nThe dam is gone, wrote Ada Koch on May 4, 2030.", None),
        ("The dam at Orvel burst on Saturday.\n\nThe dam is gone, wrote Ada Koch on May 4.", None),
    ],
)
def test_a_weekday_without_publication_is_the_last_day_told_in_full(read: Read, text: str, value: str | None) -> None:
    words = "last Saturday" if "last Saturday" in text else "Saturday"
    assert told(read, text, None)[words] == value
    if value:
        assert reason(read, text, words, None) == "the Saturday that the text dates elsewhere: 'May 4, 2030'"


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The old bridge fell on Friday. “We did it!” Koch wrote. “40 years later and the new one is here.”", "40 years later", None),
        ("The bridge was opened 20 years ago today.", "20 years ago today", "2004-01-22"),
        ("The bridge was opened 20 years ago.", "20 years ago", "2004"),
        ("The team soon took charge of the bridge.", "soon", "absent"),
        ("The team will soon take charge of the bridge.", "soon", None),
        ("Koch will host the annual New Year’s Eve concert at the bridge.", "New Year’s Eve", "absent"),
        ("Koch will host a concert on New Year’s Eve at the bridge.", "New Year’s Eve", "2024-12-31"),
        ("Families of Sept. 11 victims met at the bridge.", "Sept. 11", "2001-09-11"),
        ("Two of the 19 Sept. 11 hijackers had crossed the bridge.", "Sept. 11", "2001-09-11"),
        ("Koch had called on Brandt to resign in an interview with Velmar Radio Thursday.", "Thursday", "2024-01-18"),
        ("Koch will ask Brandt to resign in a speech on Thursday.", "Thursday", "2024-01-25"),
        ("Brandt urged Koch to close the bridge on Thursday.", "Thursday", "2024-01-25"),
        ("Koch spoke of their chances of keeping the council after the November elections.", "November", "2024-11"),
        ("Koch has kept quiet since losing the November election.", "November", "2023-11"),
        ("Koch told “Norland News Sunday” that the bridge is safe.", "Sunday", "absent"),
        ("Koch told “Norland News” Sunday that the bridge is safe.", "Sunday", "2024-01-21"),
        ("In an interview with Velmar Radio, to be aired on Tuesday, Koch spoke of the bridge.", "Tuesday", "2024-01-23"),
        ("Koch, in an interview with Velmar Radio to air Tuesday morning, gave the bridge little hope.", "Tuesday morning", "2024-01-23"),
        ("Koch was the first driver to leave the bridge on Friday.", "Friday", "2024-01-19"),
        ("Koch was the first driver to leave on Friday.", "Friday", "2024-01-19"),
        ("The talks in Velmar on Friday should not go on.", "Friday", "2024-01-26"),
        ("The ferry should have left on Friday.", "Friday", "2024-01-19"),
        ("Brandt urged him to speak of the bridge when they meet on Friday.", "Friday", "2024-01-26"),
        ("Brandt spoke of the bridge when they met on Friday.", "Friday", "2024-01-19"),
        ("The oldest piers date back to 198 AD.", "198 AD", "0198"),
        ("The piers were built in 198-199AD.", "198-199AD", "0198/0199"),
        ("The piers were built in AD 70 by monks.", "AD 70", "0070"),
        ("The first bridge burnt in 44 BC.", "44 BC", "-0043"),
        ("The war of 431-404 BC spared the bridge.", "431-404 BC", "-0430/-0403"),
    ],
)
def test_what_further_articles_taught(read: Read, text: str, words: str, value: str | None) -> None:
    assert told(read, text).get(words, "absent") == value
