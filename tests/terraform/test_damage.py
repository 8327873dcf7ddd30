"""Damaged configurations: what Terraform's parser refuses is refused, in the same line, and nothing else."""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from icplint.terraform.syntax.parse import parse

CASES: Final = Path(__file__).parent / "data/syntax/cases.jsonl"
SEED: Final = 20261125
COUNT: Final = 300
SAME_LINE: Final = 0.95
"""Of so many refusals the line is Terraform's. Where a bracket is open it often blames the end of the file."""

REFUSED: Final[frozenset[str]] = frozenset()
"""The files of the corpora that `terraform fmt` refuses."""

TOKEN: Final = re.compile(r'[A-Za-z_][\w-]*|\d+|"[^"\n]*"|[ \t]+|<<-?\w+|[$%]\{|[=!<>]=|&&|\|\||\.\.\.|.', re.DOTALL)
PLACES: Final = frozenset("{}[]()\"',=$%\\#/<>.:?!&|~*+-\n")
PIECES: Final = (
    *"{}[]()\",=$%\\#.:?!~+-*/<>;'`^&|@01ab中é",
    *("\n", "\r", "\r\n", "\t", "\0", "\v", "\f", "\x7f", "\xa0", "\u2028", "\u3000", "\u200b", "\u0301"),
    *("==", "!=", "<=", "=>", "&&", "||", "...", "::", "//", "/*", "*/", ".*", "[*]", ".0", "1e3", "1.5.2", "-1"),
    *("${", "${~", "~}", "$${", "%{", "%%{", "%{ if true }", "%{ endif }", "%{ for a in b }", "\\n", "\\q", "\\u00"),
    *("<<EOT\n", "<<-EOT\n", "EOT", "\nEOT\n", "for ", " in ", "if ", "null", "a = 1", "x {\n", "\n}\n", "[a, ", "f("),
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a source is accepted, and if not, the line of the first mistake."""

    accepted: bool
    line: int | None


def terraforms(terraform: str, sources: list[bytes], directory: Path) -> list[Verdict]:
    """Return what `terraform fmt` says of each of these, as the files of one directory."""
    for number, source in enumerate(sources):
        (directory / f"{number}.tf").write_bytes(source)
    environment = {**os.environ, "TF_CLI_CONFIG_FILE": os.devnull, "CHECKPOINT_DISABLE": "1"}
    command = [terraform, "fmt", "-no-color", "-write=false", "-list=false", "."]
    done = subprocess.run(command, capture_output=True, env=environment, cwd=directory, check=False)
    lines: dict[int, int] = {}
    for number, line in re.findall(rb"^\W*on (\d+)\.tf line (\d+)", done.stderr, re.MULTILINE):
        lines.setdefault(int(number), int(line))
    return [Verdict(number not in lines, lines.get(number)) for number in range(len(sources))]


def ours(source: bytes) -> Verdict:
    """Return what icplint says."""
    file = parse(source, "main.tf")
    return Verdict(not file.problems, file.origin(file.problems[0].start).line if file.problems else None)


class Damage:
    """Takes one to three blocks of a real file and makes one small mistake in them."""

    def __init__(self, texts: list[str], seed: int) -> None:
        self.texts = texts
        self.random = random.Random(seed)  # noqa: S311 - no secret is made of it

    def case(self) -> bytes:
        """Return a damaged source."""
        text = self.blocks()
        changes: tuple[Callable[[str], str], ...] = (
            self.without_a_character,
            self.with_a_piece,
            self.with_a_piece,
            self.with_a_piece_instead,
            self.with_two_characters_swapped,
            self.with_a_token_changed,
            self.with_a_line_changed,
            self.cut_off,
        )
        text = self.random.choice(changes)(text)
        if self.random.random() < 0.1:
            text = text.replace("\r\n", "\n").replace("\n", "\r\n")
        if self.random.random() < 0.02:
            at = self.place(text)
            return text[:at].encode() + b"\xff" + text[at:].encode()
        return text.encode()

    def blocks(self) -> str:
        """Return a few top-level blocks."""
        while True:
            parts = re.split(r"^(?=\w)", self.random.choice(self.texts), flags=re.MULTILINE)
            start = self.random.randrange(len(parts))
            text = "".join(parts[start : start + self.random.randint(1, 3)])
            if 10 < len(text) < 2500:
                return text

    def place(self, text: str) -> int:
        """Return an offset, more often than not of something that means something."""
        places = [at for at, character in enumerate(text) if character in PLACES]
        return self.random.choice(places) if places and self.random.random() < 0.6 else self.random.randrange(len(text))

    def without_a_character(self, text: str) -> str:
        """Return the text less a character."""
        at = self.place(text)
        return text[:at] + text[at + 1 :]

    def with_a_piece(self, text: str) -> str:
        """Return the text with something in it, which is what stands there already, or is not."""
        at = self.place(text)
        return text[:at] + self.random.choice((*PIECES, text[at])) + text[at:]

    def with_a_piece_instead(self, text: str) -> str:
        """Return the text with something in the place of a character."""
        at = self.place(text)
        return text[:at] + self.random.choice(PIECES) + text[at + 1 :]

    def with_two_characters_swapped(self, text: str) -> str:
        """Return the text with neighbours swapped."""
        at = self.place(text)
        return text[:at] + text[at + 1 : at + 2] + text[at] + text[at + 2 :]

    def with_a_token_changed(self, text: str) -> str:
        """Return the text with a token left out, written twice, or swapped with another."""
        return "".join(self.changed(TOKEN.findall(text)))

    def with_a_line_changed(self, text: str) -> str:
        """Return the text with a line left out, written twice, swapped with another, or joined to the next."""
        lines = text.splitlines(keepends=True)
        if self.random.random() < 0.25:
            at = self.random.randrange(len(lines))
            lines[at] = lines[at].rstrip("\n")
            return "".join(lines)
        return "".join(self.changed(lines))

    def changed(self, parts: list[str]) -> list[str]:
        """Leave out, double or swap."""
        one, other = self.random.randrange(len(parts)), self.random.randrange(len(parts))
        match self.random.randrange(3):
            case 0:
                del parts[one]
            case 1:
                parts.insert(one, parts[one])
            case _:
                parts[one], parts[other] = parts[other], parts[one]
        return parts

    def cut_off(self, text: str) -> str:
        """Return the beginning of the text."""
        return text[: self.place(text) + 1]


def recorded() -> list[tuple[bytes, Verdict]]:
    """Return the cases that Terraform has judged."""
    cases = map(json.loads, CASES.read_text(encoding="utf-8").splitlines())
    return [(case["source"].encode(), Verdict(case["accepted"], case["line"])) for case in cases]


def test_recorded_cases_are_judged_as_terraform_judged_them() -> None:
    cases = recorded()
    assert len(cases) > 700
    assert [(source, verdict, ours(source)) for source, verdict in cases if ours(source) != verdict] == []


def test_terraform_still_judges_so(terraform: str, tmp_path: Path) -> None:
    cases = recorded()
    found = terraforms(terraform, [source for source, _ in cases], tmp_path)
    assert [pair for pair, verdict in zip(cases, found, strict=True) if pair[1] != verdict] == []


def test_what_is_damaged_is_judged_as_terraform_judges_it(shared: Path, terraform: str, tmp_path: Path) -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted((shared / "corpora").rglob("*.tf"))]
    damage = Damage(texts, SEED)
    sources = [damage.case() for _ in range(COUNT)]
    theirs = terraforms(terraform, sources, tmp_path)
    found = [ours(source) for source in sources]
    pairs = list(zip(sources, theirs, found, strict=True))
    assert [(source, their) for source, their, our in pairs if their.accepted != our.accepted] == []
    refused = [(source, their, our) for source, their, our in pairs if not their.accepted]
    elsewhere = [(source, their, our) for source, their, our in refused if their != our]
    assert len(refused) > COUNT // 3
    assert len(elsewhere) <= len(refused) * (1 - SAME_LINE), elsewhere


def test_real_files_are_accepted(shared: Path) -> None:
    corpora = shared / "corpora"
    files = sorted(corpora.rglob("*.tf"))
    assert len(files) > 2500
    refused = {str(path.relative_to(corpora)) for path in files if parse(path.read_bytes(), "main.tf").problems}
    assert refused == REFUSED


def test_terraform_accepts_the_same_real_files(shared: Path, terraform: str) -> None:
    """`terraform fmt` names the files that it refuses, and reads the others all the same."""
    environment = {**os.environ, "TF_CLI_CONFIG_FILE": os.devnull, "CHECKPOINT_DISABLE": "1"}
    command = [terraform, "fmt", "-no-color", "-recursive", "-write=false", "-list=false", str(shared / "corpora")]
    done = subprocess.run(command, capture_output=True, env=environment, check=False)
    assert set(re.findall(r"^\s*on (\S+\.tf) line", done.stderr.decode(), re.MULTILINE)) == REFUSED
    assert (done.returncode == 0) == (not REFUSED)
