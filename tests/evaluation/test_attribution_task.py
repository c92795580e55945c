"""The attribution task answers with the spans of the shipped stages."""

from evaluation.tasks.attribution import answer


def test_spans_name_their_attribution() -> None:
    text = "“The bridge is closed,” Anna Lund told Reuters. The mayor said it would open in May."
    [row] = answer([{"id": 7, "text": text}])
    assert row["id"] == 7
    said = {(s["label"], text[s["start"] : s["end"]]) for s in row["spans"]}
    assert {("source", "Anna Lund"), ("cue", "told"), ("content", "“The bridge is closed,”"), ("source", "The mayor")} <= said
    assert ("source", "Reuters") not in said, "who was told is no source in these terms"
    for number in {s["attribution"] for s in row["spans"]}:
        assert {"source", "content"} <= {s["label"] for s in row["spans"] if s["attribution"] == number}


def test_a_text_without_speech_has_no_spans() -> None:
    assert list(answer([{"id": "x", "text": "The ferry sank on Sunday."}])) == [{"id": "x", "spans": []}]
