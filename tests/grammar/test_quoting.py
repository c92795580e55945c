"""Which marks belong together, and which are apostrophes."""

import time

import pytest

from twosource.grammar.quoting import quotations


def inner(text: str) -> list[str]:
    paragraphs, at = [], 0
    for line in text.split("\n"):
        if line:
            paragraphs.append((at, at + len(line)))
        at += len(line) + 1
    return [text[slice(*m.inner)] for m in quotations(text, paragraphs)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He said “no” and «oui» and „ja“.", ["no", "oui", "ja"]),
        ('She said "yes," then "no."', ["yes,", "no."]),
        ("She said ''go away,'' and left.", ["go away,"]),
        ("‘It’s the leaders’ plan,’ she said.", ["It’s the leaders’ plan,"]),
        ("He's said 'it is late,' he says.", ["it is late,"]),
        ("The two rulers’ growing trade and the Smiths' house in the '90s", []),
        ("rock 'n' roll, 'tis said", []),
        ("“He told me ‘never’ twice,” she said.", ["He told me ‘never’ twice,"]),
        ("“First.\n“Second.” It ended.", ["First.", "Second."]),
        ('A 5" nail and "a quote" here', ["a quote"]),
        ("said “never closed", []),
        ("‘An open British quotation\n‘and its end,’ he said.", ["An open British quotation", "and its end,"]),
        ("“It was not “a war of choice.” It was fought,” he said.", ["It was not “a war of choice.” It was fought,"]),
        ('"It was "the worst" day. We left," he said.', ['It was "the worst" day. We left,']),
        ("He wrote: “I had to go.\nThey lied.\nIt is over!”\nThat was all.", ["I had to go.\nThey lied.\nIt is over!"]),
        ("He wrote: “I had to go.\nThey “lied” to us.", ["I had to go.", "lied"]),
        ("'Keep out,' it says. Spokesman: 'We closed it.", ["Keep out,"]),
        ("Port spokesman: 'We closed it. It leaks.", ["We closed it. It leaks."]),
        ("no marks at all", []),
        ("“”", []),
    ],
)
def test_marks(text: str, found: list[str]) -> None:
    assert inner(text) == found


def test_marks_without_fellows_cost_linear_time() -> None:
    text = "“a “b” " * 10_000 + "“" * 20_000 + " a " * 10_000 + "'a " * 20_000 + '"' * 20_001 + "« " * 10_000
    began = time.process_time()
    for m in quotations(text, [(0, len(text))]):
        assert 0 <= m.start < m.end <= len(text)
    assert time.process_time() - began < 2
