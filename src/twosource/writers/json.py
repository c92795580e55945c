"""JSON: the contract itself, a list of dossiers."""

import json
from collections.abc import Sequence

from twosource.writers.writer import Document


class Json:
    """The same values in the same order for the same input, byte for byte."""

    name = "json"

    def write(self, documents: Sequence[Document]) -> str:
        return json.dumps(list(documents), ensure_ascii=False, indent=1) + "\n"
