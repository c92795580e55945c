"""Stories: articles of one happening with the reasons, and known stories that grow."""

import json
from collections.abc import Callable
from pathlib import Path

from evaluation.tasks.stories import answer

from twosource.domain.article import Article
from twosource.domain.reading import Reading
from twosource.domain.story import Story
from twosource.pipeline import Pipeline

FERRY = "Ferry sinks on Lake Orin\n\nPolice in Velmar said three people died when a ferry sank on Lake Orin. Mayor Ilse Brandt spoke to reporters."
FERRY_TOO = "Three dead in Velmar\n\nThree people died after a ferry sank on Lake Orin, Velmar Mayor Ilse Brandt said on Monday."
BUDGET = "Budget passed\n\nThe parliament of Sorland passed a budget on Tuesday, with higher taxes on tobacco, the finance ministry said."

Read = Callable[..., Reading]


def test_reasons_name_what_the_articles_share(read: Read, pipeline: Pipeline) -> None:
    readings = [read(FERRY, published="2024-01-01"), read(FERRY_TOO, published="2024-01-02"), read(BUDGET)]
    stories = {len(s.articles): s for s in pipeline.group(readings)}
    assert set(stories) == {1, 2}
    said = " | ".join(stories[2].because)
    assert "published within 1 day" in said
    assert "shared words: " in said
    assert "shared party: " in said
    assert "Brandt" in said
    assert stories[1].because == ()


def test_the_title_is_words_of_an_article(read: Read, pipeline: Pipeline) -> None:
    (story,) = pipeline.group([read(FERRY), read(FERRY_TOO)])
    assert story.title in ("Ferry sinks on Lake Orin", "Three dead in Velmar")


def test_every_article_is_in_one_story_whatever_the_order(read: Read, pipeline: Pipeline) -> None:
    readings = [read(FERRY), read(FERRY_TOO), read(BUDGET)]
    forth, back = pipeline.group(readings), pipeline.group(readings[::-1])
    assert forth == back
    assert sorted(i for s in forth for i in s.articles) == sorted(r.article.id for r in readings)


def test_a_known_story_keeps_its_id_and_grows(read: Read, pipeline: Pipeline) -> None:
    first, second = read(FERRY), read(FERRY_TOO)
    known = Story(id="story1", basis=(first.article.id, "not here"), title="Ferry")
    other = Story(id="story2", basis=("elsewhere",), title="Another")
    grown = pipeline.group([first, second], [known, other])
    assert {s.id for s in grown} == {"story1", "story2"}
    story = next(s for s in grown if s.id == "story1")
    assert set(story.articles) == {first.article.id, second.article.id, "not here"}
    assert story.title == "Ferry"


def test_the_seeds_are_one_story(shared: Path, read: Read, pipeline: Pipeline) -> None:
    readings = [read(f.read_text(encoding="utf-8"), ref=f.name) for f in sorted((shared / "seeds").glob("*.txt"))]
    (story,) = pipeline.group(readings)
    assert len(story.articles) == 2
    assert any("Putin" in reason for reason in story.because)


def test_gold_stories_come_out_whole(shared: Path) -> None:
    rows = [json.loads(line) for line in (shared / "gold" / "articles.jsonl").read_text(encoding="utf-8").splitlines()]
    said = {row["id"]: row["cluster"] for row in answer([{**row, "date": row["published"]} for row in rows])}
    stories = {(i.split("/")[0], cluster) for i, cluster in said.items()}
    assert len(stories) == len({s for s, _ in stories}) == len({c for _, c in stories}) == 4


def test_an_article_without_words_is_a_story(pipeline: Pipeline) -> None:
    (story,) = pipeline.group([Reading(Article(ref="empty.txt", text="..."))])
    assert story.title


def test_where_no_article_has_a_headline_the_title_is_cut_at_a_word(read: Read, pipeline: Pipeline) -> None:
    opening = "The ferry to Velmar that carried two hundred people and forty cars over the lake every morning of the year since the war " * 2
    (story,) = pipeline.group([read(f"{opening}sank on Monday.", ref="one")])
    assert story.title.endswith("…") and opening.startswith(story.title[:-1] + " ")


def test_a_headline_goes_before_an_opening(read: Read, pipeline: Pipeline) -> None:
    body = "The ferry Aurel sank on Lake Orin on Monday, and three sailors from Velmar died, the harbour police said."
    (story,) = pipeline.group([read(body, ref="one"), read(f"Ferry sinks on Lake Orin\n\n{body} Nobody else was on board.", ref="two")])
    assert story.title == "Ferry sinks on Lake Orin"
