"""Huffman codes and blocks of compressed data, bit for bit as Go's compress/flate writes them (RFC 1951)."""

from __future__ import annotations

from typing import Final

Token = int | tuple[int, int]
"""A byte as it is, or a match: its length and how far back it lies."""

END: Final = 256
_CODEGEN_ORDER: Final = (16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15)
_LITERALS: Final = 286
_OFFSETS: Final = 30
_LARGEST_STORED: Final = 65535
_INFINITE: Final = (1 << 31) - 1
_REPEATS: Final = {16: 2, 17: 3, 18: 7}
"""Symbols that repeat a length, and how many bits say how often."""


def _ranges(extra: list[int], start: int) -> list[tuple[int, int]]:
    """Return first value and number of extra bits of each code."""
    found = []
    for bits in extra:
        found.append((start, bits))
        start += 1 << bits
    return found


_LENGTHS: Final = [*_ranges([0] * 8 + [b for b in range(1, 6) for _ in range(4)], 3)[:28], (258, 0)]
_DISTANCES: Final = _ranges([0, 0, *(b for b in range(14) for _ in range(2))], 1)
Codes = list[tuple[int, int]]
"""By symbol: the code, its first bit lowest, and its length."""


def _code(value: int, ranges: list[tuple[int, int]]) -> int:
    low, high = 0, len(ranges) - 1
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if ranges[middle][0] <= value else (low, middle - 1)
    return low


def _reversed(code: int, length: int) -> int:
    return int(f"{code:0{length}b}"[::-1], 2) if length else 0


def _fixed() -> Codes:
    """Return the code that needs no description: 288 symbols in four spans."""
    spans = ((144, 0x30, 8), (112, 0x190, 9), (24, 0, 7), (8, 0xC0, 8))
    return [(_reversed(first + i, length), length) for count, first, length in spans for i in range(count)]


_FIXED_LITERALS: Final = _fixed()
_FIXED_OFFSETS: Final = [(_reversed(symbol, 5), 5) for symbol in range(_OFFSETS)]


def _generated(frequencies: list[int], longest: int) -> Codes:
    """Return the canonical code for those frequencies, no symbol longer than so many bits."""
    codes = [(0, 0)] * len(frequencies)
    used = sorted((frequency, symbol) for symbol, frequency in enumerate(frequencies) if frequency)
    if len(used) <= 2:
        for code, symbol in enumerate(sorted(symbol for _, symbol in used)):
            codes[symbol] = (code, 1)
        return codes
    code, end = 0, len(used)
    for length, count in enumerate(_bit_counts([frequency for frequency, _ in used], longest)):
        code <<= 1
        for symbol in sorted(symbol for _, symbol in used[end - count : end]) if length else ():
            codes[symbol] = (_reversed(code, length), length)
            code += 1
        end -= count if length else 0
    return codes


def _bit_counts(frequencies: list[int], longest: int) -> list[int]:
    """Return how many symbols have a code of each length (package-merge, as a boundary: Katajainen et al., 1995)."""
    merge = _Merge(frequencies, min(longest, len(frequencies) - 1))
    while merge.step():
        pass
    counts = merge.leaves[merge.longest]
    return [0, *(counts[level] - counts[level - 1] for level in range(merge.longest, 0, -1))]


class _Merge:
    """The state of package-merge: by level the last, next single and next paired frequency, and how many it needs."""

    def __init__(self, frequencies: list[int], longest: int) -> None:
        self.longest = self.level = longest
        self.frequencies = [*frequencies, _INFINITE]
        self.leaves = [[0] * (longest + 1) for _ in range(longest + 1)]
        self.last, self.single, self.pair, self.needed = ([0] * (longest + 2) for _ in range(4))
        for level in range(1, longest + 1):
            self.last[level], self.single[level] = frequencies[1], frequencies[2]
            self.pair[level] = _INFINITE if level == 1 else frequencies[0] + frequencies[1]
            self.leaves[level][level] = 2
        self.needed[longest] = 2 * len(frequencies) - 4

    def step(self) -> bool:
        """Take one more single or pair; tell whether there is more to do."""
        level = self.level
        if self.pair[level] == self.single[level] == _INFINITE:
            self.needed[level] = 0
            self.pair[level + 1] = _INFINITE
            self.level += 1
            return True
        before = self.last[level]
        self._take(level)
        self.needed[level] -= 1
        if self.needed[level]:
            while self.needed[self.level - 1] > 0:
                self.level -= 1
        elif level == self.longest:
            return False
        else:
            self.pair[level + 1] = before + self.last[level]
            self.level += 1
        return True

    def _take(self, level: int) -> None:
        if self.single[level] < self.pair[level]:
            self.leaves[level][level] += 1
            self.last[level] = self.single[level]
            self.single[level] = self.frequencies[self.leaves[level][level]]
        else:
            self.last[level] = self.pair[level]
            self.leaves[level][:level] = self.leaves[level - 1][:level]
            self.needed[level - 1] = 2


def _run_lengths(lengths: list[int]) -> list[tuple[int, int]]:
    """Return the symbols that describe the lengths of all codes, each with its extra value."""
    symbols: list[tuple[int, int]] = []
    position = 0
    while position < len(lengths):
        size, count = lengths[position], 1
        while position + count < len(lengths) and lengths[position + count] == size:
            count += 1
        position += count
        if size:
            symbols.append((size, 0))
            count -= 1
        while size and count >= 3:
            symbols.append((16, min(count, 6) - 3))
            count -= min(count, 6)
        while not size and count >= 11:
            symbols.append((18, min(count, 138) - 11))
            count -= min(count, 138)
        if not size and count >= 3:
            symbols.append((17, count - 3))
            count = 0
        symbols += [(size, 0)] * count
    return symbols


class BlockWriter:
    """Collects blocks, lowest bit first."""

    def __init__(self) -> None:
        self.data = bytearray()
        self._bits = 0
        self._count = 0

    def _write(self, value: int, length: int) -> None:
        self._bits |= value << self._count
        self._count += length
        while self._count >= 8:
            self.data.append(self._bits & 0xFF)
            self._bits >>= 8
            self._count -= 8

    def stored(self, content: bytes, *, last: bool) -> None:
        """Write a block of bytes as they are."""
        self._write(int(last), 3)
        self._write(0, -self._count % 8)
        self._write(len(content), 16)
        self._write(len(content) ^ 0xFFFF, 16)
        self.data += content

    def block(self, tokens: list[Token], content: bytes) -> None:
        """Write the tokens with the code that takes least room, or the content that they stand for as it is."""
        literals, offsets, extra = _frequencies(tokens)
        literal_codes, offset_codes = _generated(literals, 15), _generated(offsets, 15)
        used = max(s for s, f in enumerate(literals) if f) + 1
        used_offsets = max(s for s, f in enumerate(offsets) if f) + 1
        symbols = _run_lengths([length for _, length in (*literal_codes[:used], *offset_codes[:used_offsets])])
        counts = [0] * 19
        for symbol, _ in symbols:
            counts[symbol] += 1
        codegen = _generated(counts, 7)
        sizes = max(4, max(i for i, symbol in enumerate(_CODEGEN_ORDER) if counts[symbol]) + 1)
        header = 17 + 3 * sizes + _size(counts, codegen) + sum(counts[s] * bits for s, bits in _REPEATS.items())
        dynamic = header + _size(literals, literal_codes) + _size(offsets, offset_codes) + extra
        fixed = 3 + _size(literals, _FIXED_LITERALS) + _size(offsets, _FIXED_OFFSETS) + extra
        if len(content) <= _LARGEST_STORED and (len(content) + 5) * 8 < min(dynamic, fixed):
            self.stored(content, last=False)
            return
        if dynamic >= fixed:
            self._write(2, 3)
            self._tokens(tokens, _FIXED_LITERALS, _FIXED_OFFSETS)
            return
        self._write(4 | (used - 257) << 3 | (used_offsets - 1) << 8 | (sizes - 4) << 13, 17)
        for symbol in _CODEGEN_ORDER[:sizes]:
            self._write(codegen[symbol][1], 3)
        for symbol, repeated in symbols:
            self._write(*codegen[symbol])
            self._write(repeated, _REPEATS.get(symbol, 0))
        self._tokens(tokens, literal_codes, offset_codes)

    def _tokens(self, tokens: list[Token], literals: Codes, offsets: Codes) -> None:
        for token in tokens:
            if isinstance(token, int):
                self._write(*literals[token])
                continue
            for value, ranges, codes, first in (
                (token[0], _LENGTHS, literals, 257),
                (token[1], _DISTANCES, offsets, 0),
            ):
                code = _code(value, ranges)
                self._write(*codes[first + code])
                self._write(value - ranges[code][0], ranges[code][1])
        self._write(*literals[END])


def _size(frequencies: list[int], codes: Codes) -> int:
    return sum(frequency * codes[symbol][1] for symbol, frequency in enumerate(frequencies))


def _frequencies(tokens: list[Token]) -> tuple[list[int], list[int], int]:
    """Return how often each literal or length and each offset occurs, and how many extra bits they take."""
    literals, offsets, extra = [0] * _LITERALS, [0] * _OFFSETS, 0
    literals[END] = 1
    for token in tokens:
        if isinstance(token, int):
            literals[token] += 1
            continue
        length, distance = _code(token[0], _LENGTHS), _code(token[1], _DISTANCES)
        literals[257 + length] += 1
        offsets[distance] += 1
        extra += _LENGTHS[length][1] + _DISTANCES[distance][1]
    if not any(offsets):
        offsets[0] = 1
    return literals, offsets, extra
