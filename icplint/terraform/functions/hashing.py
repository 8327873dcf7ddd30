"""Functions that hash a string, or make up an identifier."""

from __future__ import annotations

import base64
import hashlib
import re
import uuid
from collections.abc import Callable
from typing import Final

from icplint.model.regex import regex
from icplint.terraform.functions.function import (
    Context,
    Function,
    Parameter,
    RefusalError,
    impure,
    simple,
    table,
    unsupported,
    whole,
)
from icplint.terraform.values.types import NUMBER, STRING
from icplint.terraform.values.value import Value

HASHES: Final[dict[str, Callable[[bytes], str]]] = {
    "base64sha256": lambda data: base64.b64encode(hashlib.sha256(data).digest()).decode(),
    "base64sha512": lambda data: base64.b64encode(hashlib.sha512(data).digest()).decode(),
    "md5": lambda data: hashlib.md5(data, usedforsecurity=False).hexdigest(),
    "sha1": lambda data: hashlib.sha1(data, usedforsecurity=False).hexdigest(),
    "sha256": lambda data: hashlib.sha256(data).hexdigest(),
    "sha512": lambda data: hashlib.sha512(data).hexdigest(),
}
_NAMESPACES: Final = {
    "dns": uuid.NAMESPACE_DNS,
    "url": uuid.NAMESPACE_URL,
    "oid": uuid.NAMESPACE_OID,
    "x500": uuid.NAMESPACE_X500,
}
_HEX: Final = "[0-9A-Fa-f]"
_UUID: Final = regex(
    rf"(?:urn:uuid:|\{{)?{_HEX}{{8}}-{_HEX}{{4}}-{_HEX}{{4}}-{_HEX}{{4}}-{_HEX}{{12}}\}}?|{_HEX}{{32}}", re.IGNORECASE
)


def _hash(name: str) -> Function:
    return simple(name, {"str": STRING}, STRING, lambda text: HASHES[name](text.encode()))


def _uuidv5(namespace: str, name: str) -> str:
    known = _NAMESPACES.get(namespace)
    if known is None:
        if not _UUID.fullmatch(namespace):
            length = len(namespace.encode())
            why = f"invalid UUID length: {length}" if length not in {32, 36, 38, 45} else "invalid UUID format"
            raise RefusalError(f"uuidv5() doesn't support namespace {namespace} ({why})")
        known = uuid.UUID(namespace.lower().removeprefix("urn:uuid:"))
    return str(uuid.uuid5(known, name))


def _bcrypt(arguments: list[Value], _: Context) -> Value:
    costs = arguments[1:]
    for cost in costs[:1]:
        whole(cost)
    if len(costs) > 1:
        raise RefusalError("bcrypt() takes no more than two arguments")
    return impure("bcrypt")


FUNCTIONS: Final = table(
    *map(_hash, HASHES),
    Function("bcrypt", (Parameter("str", STRING),), Parameter("cost", NUMBER), STRING, _bcrypt),
    Function(
        "rsadecrypt",
        (Parameter("ciphertext", STRING), Parameter("privatekey", STRING)),
        None,
        STRING,
        lambda arguments, _: unsupported("rsadecrypt", STRING, arguments),
    ),
    Function("uuid", (), None, STRING, lambda _arguments, _: impure("uuid")),
    simple("uuidv5", {"namespace": STRING, "name": STRING}, STRING, _uuidv5),
)
