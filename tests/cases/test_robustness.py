"""Cases E1 to E5: the seed articles given twice, straightened, cut short, denied, and broken."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.cases.said import Said

from twosource.domain.article import Article

Fixtures = Callable[[str], Said]
Check = Callable[..., list[Said]]


def _numbers(d: Said) -> list[tuple[str, int]]:
    return sorted((c["text"], c["independent"]) for c in d.dossier["claims"])


def test_e1_the_same_article_twice(seeds: dict[str, str], tmp_path: Path) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_bytes(seeds["R000"].encode())
    twice = _run("check", "--json", str(tmp_path))
    once = _run("check", "--json", str(tmp_path / "one.txt"))
    assert len(twice) == len(once) == 1
    assert _numbers(Said(twice[0])) == _numbers(Said(once[0]))
    assert any(p["kind"] == "duplicate" and "two.txt" in (p["path"] or "") for p in twice[0]["problems"])


def test_e2_straight_quotes_plain_blanks_crlf(seeds: dict[str, str], said: Fixtures, check: Check) -> None:
    plain = seeds["R003"].translate({0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"', 0xA0: " "}).replace("\r\n", "\n").replace("\n", "\r\n")
    [straight] = check(Article(ref="R003", text=plain))
    [curly] = check(Article(ref="R003", text=seeds["R003"]))
    assert len(straight.dossier["statements"]) == len(curly.dossier["statements"]) > 10
    assert _chains(straight) == _chains(curly)
    assert all(s["text"] == plain[s["start"] : s["end"]] for s in straight.dossier["statements"])


def test_e3_headline_alone(seeds: dict[str, str], check: Check) -> None:
    [d] = check(Article(ref="R003", text=seeds["R003"].split("\n")[0]))
    [claim] = d.dossier["claims"]
    [statement] = d.dossier["statements"]
    assert d.chain(statement) == ["official media"]
    [origin] = claim["origins"]
    assert claim["independent"] == 1 and d.parties[origin]["country"] is None


def test_e4_denial(seeds: dict[str, str], check: Check) -> None:
    denial = "Kremlin denies planning North Korea trip\n\n"
    denial += "The Kremlin denied on Wednesday that a visit by President Vladimir Putin to North Korea is planned."
    for dates in (("2024-01-22", "2024-01-21", "2024-01-24"), (None, None, None)):
        articles = [Article(ref=r, text=t, published=p) for (r, t), p in zip([*seeds.items(), ("denial", denial)], dates, strict=True)]
        [d] = check(*articles)
        denied = d.statement("denial", *d.where("denial", "a visit by President Vladimir Putin to North Korea is planned"))
        assert denied["factuality"].endswith("-"), denied["factuality"]
        assert d.claim_of(denied)["standing"] == "disputed"
        assert any(x["kind"] == "polarity" and any(denied["id"] in s["statements"] for s in x["sides"]) for x in d.dossier["conflicts"])


def test_e5_bad_files_cost_nothing_but_themselves(seeds: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "line.txt").write_bytes(b"word " * 200_000)
    (tmp_path / "invalid.txt").write_bytes(b"Officials said \xff\xfe\xfa on Monday.")
    (tmp_path / "good.txt").write_bytes(seeds["R003"].encode())
    dossiers = _run("check", "--json", str(tmp_path))
    problems = [p for d in dossiers for p in d["problems"]]
    assert {"empty.txt", "invalid.txt"} <= {Path(p["path"]).name for p in problems if p["path"]}
    assert any(a["ref"].endswith("good.txt") for d in dossiers for a in d["articles"])


def _chains(d: Said) -> list[list[str]]:
    return sorted(d.chain(s) for s in d.statements("R003"))


def _run(*arguments: str) -> list[dict[str, Any]]:
    done = subprocess.run([sys.executable, "-m", "twosource", *arguments], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert b"Traceback" not in done.stderr
    return list(json.loads(done.stdout))
