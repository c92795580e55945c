"""JSON: the contract itself, a list of dossiers."""

import json
import re
from collections.abc import Sequence

from twosource.writers.writer import Document

# Half a character, as the name of a file whose bytes are not UTF-8 has it: it cannot be encoded.
_HALF = re.compile(r"[\ud800-\udfff]")


class Json:
    """The same values in the same order for the same input, byte for byte."""

    name = "json"

    def write(self, documents: Sequence[Document]) -> str:
        return _HALF.sub("\ufffd", json.dumps(list(documents), ensure_ascii=False, indent=1)) + "\n"
