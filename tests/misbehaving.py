"""A server on loopback that answers every HTTP request with the same misbehaviour, for as long as somebody listens."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

HEAD: Final = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n"
Behaviour = Callable[[socket.socket], None]


def drip_body(client: socket.socket) -> None:
    """Send one byte every tenth of a second."""
    client.sendall(HEAD + b"Content-Length: 1000000\r\n\r\n")
    _drip(client)


def drip_head(client: socket.socket) -> None:
    """Send one byte every tenth of a second, and never come to the body."""
    client.sendall(HEAD + b"X-Slow: ")
    _drip(client)


def drip_chunks(client: socket.socket) -> None:
    """Send chunks of one byte each."""
    client.sendall(HEAD + b"Transfer-Encoding: chunked\r\n\r\n")
    while True:
        client.sendall(b"1\r\n \r\n")
        time.sleep(0.1)


def endless(client: socket.socket) -> None:
    """Send as fast as can be, and never end."""
    client.sendall(HEAD + b"\r\n")
    while True:
        client.sendall(b" " * 1024 * 1024)


def hang(client: socket.socket) -> None:
    """Take the request and say nothing."""
    client.settimeout(60)
    client.recv(1)


def reply(content: bytes) -> Behaviour:
    """Answer with a body."""
    return lambda client: client.sendall(HEAD + f"Content-Length: {len(content)}\r\n\r\n".encode() + content)


def _drip(client: socket.socket) -> None:
    while True:
        client.sendall(b"x")
        time.sleep(0.1)


SLOW: Final = {each.__name__: each for each in (drip_body, drip_head, drip_chunks, endless, hang)}
ODD: Final = {
    "page": reply(b"<html><body>502 Bad Gateway</body></html>"),
    "nothing": reply(b""),
    "deep": reply(b'{"a":' * 100_000),
    "deep enough to parse": reply(b'{"a":' * 800 + b"1" + b"}" * 800),
    "not UTF-8": reply(b'{"a": "\xff\xfe"}'),
    "a list": reply(b"[1]"),
    "cut": lambda client: client.sendall(HEAD + b"Content-Length: 1000\r\n\r\n{"),
}


BUSY: Final = 20.0
"""Seconds by which other processes may delay a run: far less than what any of the SLOW takes to end."""


@contextmanager
def in_time(seconds: float) -> Iterator[None]:
    """Fail where a run takes longer than it may, and longer than a busy machine explains."""
    began = time.monotonic()
    yield
    took = time.monotonic() - began
    assert took < seconds + BUSY, f"{took:.1f} s, not {seconds:.1f} s"


@contextmanager
def serving(behaviour: Behaviour) -> Iterator[str]:
    """Yield the address of a server."""
    listener = socket.create_server(("127.0.0.1", 0), backlog=128)

    def serve(client: socket.socket) -> None:
        with client, contextlib.suppress(OSError):
            client.recv(65536)
            behaviour(client)

    def accept() -> None:
        with contextlib.suppress(OSError):
            while True:
                client, _ = listener.accept()
                threading.Thread(target=serve, args=(client,), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    listener.close()
