"""Functions that encode a string for another medium, and decode it."""

from __future__ import annotations

import base64
import binascii
import re
import zlib
from typing import Final
from urllib.parse import quote_plus, unquote_plus

from icplint.model.regex import regex
from icplint.terraform.functions.function import (
    Context,
    Function,
    Parameter,
    RefusalError,
    quoted,
    simple,
    table,
    unsupported,
)
from icplint.terraform.functions.iana import codec
from icplint.terraform.values import limits
from icplint.terraform.values.budget import refuse_size, spend_text
from icplint.terraform.values.types import STRING
from icplint.terraform.values.value import Value, string, unknown_from

_BASE64: Final = regex(r"(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?", re.ASCII)
_NO_ESCAPE: Final = regex(r"%(?![0-9a-fA-F]{2})")
_LINE_ENDS: Final = str.maketrans("", "", "\r\n")


def _encoded(data: bytes) -> str:
    return base64.b64encode(data).decode()


def decoded(text: str) -> bytes | None:
    """Return what base64 text stands for, or None; line ends are skipped."""
    text = text.translate(_LINE_ENDS)
    return binascii.a2b_base64(text) if _BASE64.fullmatch(text) else None


def _base64decode(arguments: list[Value], _: Context) -> Value:
    given = arguments[0]
    if not given.known:
        return unknown_from(STRING, [given])
    data = decoded(given.raw)
    if data is None:
        shown = "(sensitive value)" if "sensitive" in given.marks else quoted(given.raw)
        raise RefusalError(f"failed to decode base64 data {shown}", safe=True)
    try:
        return string(data.decode()).marked(given.marks)
    except UnicodeDecodeError:
        raise RefusalError("the result of decoding the provided string is not valid UTF-8") from None


def _base64gunzip(arguments: list[Value], _: Context) -> Value:
    """Source: opentofu.org/docs/language/functions/base64gunzip."""
    data = decoded(arguments[0].raw)
    if data is None:
        raise RefusalError(f"failed to decode base64 data {quoted(arguments[0].raw)}")
    unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    try:
        made = unpacker.decompress(data, limits.FILE)
    except zlib.error as error:
        raise RefusalError(f"failed to gunzip bytestream: {error}") from None
    if unpacker.unconsumed_tail:
        refuse_size(limits.FILE // limits.CHARACTERS)
    if not unpacker.eof:
        raise RefusalError("failed to read gunzip raw data: unexpected EOF")
    spend_text(len(made))
    try:
        return string(made.decode())
    except UnicodeDecodeError:
        raise RefusalError("the result of decompressing the provided string is not valid UTF-8") from None


def _urldecode(text: str) -> str:
    if _NO_ESCAPE.search(text):
        raise RefusalError(f"failed to decode URL {quoted(text)}: invalid URL escape", 0)
    try:
        return unquote_plus(text, errors="strict")
    except UnicodeDecodeError:
        raise RefusalError("the result of decoding the provided string is not valid UTF-8", 0) from None


def _base64gzip(arguments: list[Value], _: Context) -> Value:
    """Leave the result unknown: only Go's own compressor makes its bytes, and nothing in Terraform reads them."""
    return unsupported("base64gzip", STRING, arguments)


def _codec(name: str) -> tuple[str, str]:
    found = codec(name)
    if found is None:
        raise RefusalError(
            f"{quoted(name)} is not a supported IANA encoding name or alias in this Terraform version", 1
        )
    return found


def _textencodebase64(text: str, encoding: str) -> str:
    python, iana = _codec(encoding)
    try:
        data = text.encode(python)
    except UnicodeEncodeError:
        raise RefusalError(f"the given string contains characters that cannot be represented in {iana}", 0) from None
    if iana == "HZ-GB-2312":
        data = data.removesuffix(b"~}")  # Go does not shift back at the end
    return _encoded((b"\xfe\xff" if iana == "UTF-16" else b"") + data)


def _textdecodebase64(source: str, encoding: str) -> str:
    python, iana = _codec(encoding)
    data = decoded(source)
    if data is None:
        valid = _BASE64.match(source.translate(_LINE_ENDS))
        raise RefusalError(
            f"the given value is has an invalid base64 symbol at offset {valid.end() if valid else 0}", 0
        )
    if iana == "UTF-16" and data[:2] in {b"\xfe\xff", b"\xff\xfe"}:
        python, data = ("utf-16-be" if data.startswith(b"\xfe") else "utf-16-le"), data[2:]
    text = data.decode(python, "replace")
    if "\ufffd" in text:
        raise RefusalError(f"the given string contains symbols that are not defined for {iana}", 0)
    return text


_TEXT: Final = {"str": STRING}

FUNCTIONS: Final = table(
    Function("base64decode", (Parameter("str", STRING, unknown=True, marked=True),), None, STRING, _base64decode),
    simple("base64encode", _TEXT, STRING, lambda text: _encoded(text.encode())),
    Function("base64gunzip", (Parameter("str", STRING),), None, STRING, _base64gunzip),
    Function("base64gzip", (Parameter("str", STRING),), None, STRING, _base64gzip),
    simple("textdecodebase64", {"source": STRING, "encoding": STRING}, STRING, _textdecodebase64),
    simple("textencodebase64", {"string": STRING, "encoding": STRING}, STRING, _textencodebase64),
    simple("urldecode", _TEXT, STRING, _urldecode),
    simple("urlencode", _TEXT, STRING, lambda text: quote_plus(text, safe="")),
)
