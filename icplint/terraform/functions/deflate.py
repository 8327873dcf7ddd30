"""Compression as Go's compress/gzip does it, so that the same text gives the same bytes."""

from __future__ import annotations

import struct
import zlib
from typing import Final

from icplint.terraform.functions.huffman import BlockWriter, Token

LARGEST: Final = 1 << 16
"""How many bytes are compressed at most: Go forgets what lies further back, and so would this have to."""

_WINDOW: Final = 1 << 15
_SHORTEST: Final = 4
_LONGEST: Final = 258
_LAZY: Final = 16
_NICE: Final = 128
_TRIES: Final = 128
_FAR: Final = 4096
_MOST_TOKENS: Final = 1 << 14
_HEADER: Final = bytes((0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255))


def gzip(data: bytes) -> bytes:
    """Return at most LARGEST bytes as a gzip file that was flushed once before it was closed."""
    writer = BlockWriter()
    for tokens, start, end in _Matcher(data).blocks():
        writer.block(tokens, data[start:end])
    writer.stored(b"", last=False)
    writer.stored(b"", last=True)
    return _HEADER + bytes(writer.data) + struct.pack("<II", zlib.crc32(data), len(data))


def _hash(data: bytes, position: int) -> int:
    return (int.from_bytes(data[position : position + 4], "big") * 0x1E35A7BD & 0xFFFFFFFF) >> 15


class _Matcher:
    """Looks for earlier occurrences, and puts a match off where the next byte starts a longer one (level 6)."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.heads: dict[int, int] = {}
        self.previous = [-1] * _WINDOW
        self.head = -1
        self.last_insert = len(data) - (_SHORTEST - 1)
        self.tokens: list[Token] = []
        self.start = 0
        self.found: list[tuple[list[Token], int, int]] = []

    def _insert(self, position: int) -> int:
        """Remember a position; return the one before with the same hash, or -1."""
        key = _hash(self.data, position)
        before = self.heads.get(key, -1)
        self.previous[position % _WINDOW] = before
        self.heads[key] = position
        return before

    def blocks(self) -> list[tuple[list[Token], int, int]]:
        """Return the tokens of each block, and which part of the data they stand for."""
        index = offset = 0
        length = _SHORTEST - 1
        pending = False
        while index < len(self.data):
            if index < self.last_insert:
                self.head = self._insert(index)
            before_length, before_offset = length, offset
            length, offset = self._match(index, before_length)
            if before_length >= _SHORTEST and length <= before_length:
                end = index + before_length - 1
                for position in range(index + 1, min(end, self.last_insert)):
                    self._insert(position)
                index, pending, length = end, False, _SHORTEST - 1
                self._add((before_length, before_offset), index)
                continue
            if pending:
                self._add(self.data[index - 1], index)
            index, pending = index + 1, True
        if pending:
            self.tokens.append(self.data[index - 1])
        if self.tokens:
            self._flush(index)
        return self.found

    def _add(self, token: Token, end: int) -> None:
        self.tokens.append(token)
        if len(self.tokens) == _MOST_TOKENS:
            self._flush(end)

    def _flush(self, end: int) -> None:
        self.found.append((self.tokens, self.start, end))
        self.tokens, self.start = [], end

    def _match(self, index: int, before: int) -> tuple[int, int]:
        """Return length and distance of the best match there; a length of three stands for none."""
        length, offset = _SHORTEST - 1, 0
        rest = len(self.data) - index
        lowest = max(index - _WINDOW, 0)
        candidate = self.head
        if candidate < lowest or rest <= before or before >= _LAZY:
            return length, offset
        most = min(rest, _LONGEST)
        nice = min(most, _NICE)
        for _ in range(_TRIES):
            if self.data[index + length] == self.data[candidate + length]:
                found = self._common(candidate, index, most)
                if found > length and (found > _SHORTEST or index - candidate <= _FAR):
                    length, offset = found, index - candidate
                    if found >= nice:
                        break
            if candidate == index - _WINDOW:
                break
            candidate = self.previous[candidate % _WINDOW]
            if candidate < lowest:
                break
        return length, offset

    def _common(self, a: int, b: int, most: int) -> int:
        """Return how many bytes the two positions have in common."""
        data, count = self.data, 0
        while count < most and data[a + count] == data[b + count]:
            count += 1
        return count
