"""Ids are hashes of what is said, so that running twice changes nothing."""

import hashlib


def identity(kind: str, *parts: object) -> str:
    """A short id for a finding: ``kind`` (one letter or word) and 12 hex digits of SHA-256 over its parts.

    The parts are separated by a code point no news text holds, so that ("ab", "c") and ("a", "bc") differ.
    """
    said = "\x1f".join(str(part) for part in parts)
    return f"{kind}{hashlib.sha256(said.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"
