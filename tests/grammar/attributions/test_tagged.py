"""What a tagger reads is grouped by its links, and adds only quoted words to what grammar finds."""

from dataclasses import replace

from twosource.domain.span import Span
from twosource.grammar.attributions.tagged import Group, groups, together
from twosource.grammar.attributions.utterances import Said
from twosource.inference.model import TaggedSpan

TEXT = 'The mayor said the pier was shut. "It may fall," she mused. "Stay away." Rain went on.'


def _at(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def _tagged(label: str, words: str, link: int | None) -> TaggedSpan:
    span = _at(words)
    return TaggedSpan(label, span.start, span.end, link)


def _said(source: str, cue: str, content: str) -> Said:
    return Said((_at(source),), (_at(cue),), (_at(content),), kind="say", strength="strong", reason="clause")


def test_spans_of_one_link_are_one_group() -> None:
    spans = [_tagged("content", "the pier was shut", 0), _tagged("cue", "said", 0), _tagged("source", "The mayor", 0)]
    assert groups(spans) == [Group((_at("The mayor"),), (_at("said"),), (_at("the pier was shut"),))]


def test_what_has_no_cue_or_no_content_is_no_group() -> None:
    assert groups([_tagged("source", "The mayor", 0), _tagged("cue", "said", 0)]) == []
    assert groups([_tagged("content", "Rain went on", None)]) == []


def test_a_quotation_without_a_speaker_gets_the_tagged_one() -> None:
    group = Group((_at("she"),), (_at("mused"),), (_at('"It may fall,"'), _at('"Stay away."')))
    [one] = together(TEXT, [], [group])
    assert one.source == (_at("she"),) and one.content == group.content and one.reason == "tagged"


def test_grammar_keeps_its_spans_and_takes_the_quoted_piece_it_missed() -> None:
    grammar = _said("she", "mused", '"It may fall,"')
    group = Group((_at("she"),), (_at("mused"),), (_at("It may fall"), _at('"Stay away."'), _at("Rain went on")))
    [one] = together(TEXT, [grammar], [group])
    assert one.content == (_at('"It may fall,"'), _at('"Stay away."'))


def test_without_quotation_marks_the_tagger_alone_is_not_believed() -> None:
    group = Group((_at("The mayor"),), (_at("said"),), (_at("the pier was shut"),))
    assert together(TEXT, [], [group]) == []


def test_a_borrowed_subject_gives_way_to_the_tagged_source() -> None:
    borrowed = replace(_said("The mayor", "mused", '"It may fall,"'), borrowed=True)
    group = Group((_at("she"),), (_at("mused"),), (_at('"It may fall,"'),))
    assert together(TEXT, [borrowed], [group])[0].source == (_at("she"),)
    assert together(TEXT, [replace(borrowed, borrowed=False)], [group])[0].source == (_at("The mayor"),)


def test_a_cue_that_no_list_holds_needs_a_quotation_for_the_greater_part() -> None:
    group = Group((_at("The mayor"),), (_at("was"),), (_at("the pier"), _at('shut. "It may fall,"')))
    assert together(TEXT, [], [group]) == []
    assert [one.reason for one in together(TEXT, [], [group], {_at("was").start})] == ["tagged"]


def test_a_clause_ends_where_the_tagger_sees_the_teller_take_over() -> None:
    text = "Lund said the pier was shut, but nobody left."
    whole, told = Span(10, len(text) - 1), Span(10, 27)
    grammar = Said((Span(0, 4),), (Span(5, 9),), (whole,), kind="say", strength="strong", reason="clause")
    assert together(text, [grammar], [Group((Span(0, 4),), (Span(5, 9),), (told,))])[0].content == (told,)
    assert together(text, [grammar], [Group((Span(0, 4),), (Span(5, 9),), (Span(10, 23),))])[0].content == (whole,)


def test_a_plain_verb_of_saying_vouches_for_a_clause() -> None:
    text = "She said the harbour master wages less than men and that goes for all."
    source, cue, content = Span(0, 3), Span(4, 8), Span(9, len(text) - 1)
    [one] = together(text, [], [Group((source,), (cue,), (content,))])
    assert (one.source, one.content, one.reason) == ((source,), (content,), "tagged")


def test_a_work_s_title_is_no_quotation() -> None:
    text = "Then Berg released “Sea of the Lost,” an album."
    assert together(text, [], [Group((Span(5, 9),), (Span(10, 18),), (Span(19, 37),))]) == []
