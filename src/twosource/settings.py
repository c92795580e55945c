"""What can be set for a run, with the reason for every number."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Bounds on what is read.

    Attributes:
        longest_article: in code points. The longest news texts (transcripts, live pages) stay below 150,000; a longer
            input is a book, a log or an attack, and reading it would take minutes on one core.
        largest_page: in bytes, for HTML: news pages with all their scripts stay below this.
        most_tags: in a page: parsing is done several times over, and 700,000 tags took half a minute and more than 1 GiB;
            the largest live pages have about 50,000.
        most_attributes: in one tag: the parser looks at all of them for each (minutes for 150,000); no page needs hundreds,
            but the path of a drawing is as long as thousands.
        largest_table: in bytes, for tables, and for JSON that is one value: they are loaded whole, and 20 MB of brackets take half a
            GiB. JSON lines have no such bound.
        most_bad_rows: how many bad rows of one file get a Problem each; one more row counts the rest.
    """

    longest_article: int = 200_000
    largest_page: int = 3_000_000
    most_tags: int = 100_000
    most_attributes: int = 10_000
    largest_table: int = 20_000_000
    most_bad_rows: int = 20

    @property
    def largest_text(self) -> int:
        """Bytes of UTF-8 that the longest article can take, with a byte order mark."""
        return 4 * self.longest_article + 3

    @property
    def largest_row(self) -> int:
        """Bytes of a JSONL row that can hold the longest article: a code point outside the BMP may be written as two escapes of six."""
        return 12 * self.longest_article + 100_000
