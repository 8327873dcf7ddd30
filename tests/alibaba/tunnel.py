"""A proxy on loopback that stands where any host does: what is asked over TLS is seen as it was sent."""

from __future__ import annotations

import ssl
import threading
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qsl, urlsplit

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

SIGNING: Final = frozenset(
    {"Action", "Version", "Format", "AccessKeyId", "SecurityToken", "Timestamp"}
    | {f"Signature{part}" for part in ("", "Method", "Nonce", "Type", "Version")}
)
"""Parameters of every call that is signed in its query; the newer way has the first three in headers."""


class Authority:
    """Certificates of any host, made as they are needed; `bundle` is the file that vouches for them."""

    def __init__(self, directory: Path) -> None:
        self._directory, self._key = directory, ec.generate_private_key(ec.SECP256R1())
        self._name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "loopback")])
        self._contexts: dict[str, ssl.SSLContext] = {}
        self._lock = threading.Lock()
        self.bundle = directory / "ca.pem"
        self.bundle.write_bytes(self._signed(self._name, x509.BasicConstraints(ca=True, path_length=None)))

    def context(self, host: str) -> ssl.SSLContext:
        """Return what a server of a host shows to its callers."""
        with self._lock:
            if host not in self._contexts:
                file = self._directory / f"{host}.pem"
                names = x509.SubjectAlternativeName([x509.DNSName(host)])
                private = self._key.private_bytes(
                    serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
                )
                file.write_bytes(self._signed(x509.Name([]), names) + private)
                self._contexts[host] = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
                self._contexts[host].load_cert_chain(file)
            return self._contexts[host]

    def _signed(self, name: x509.Name, extension: x509.ExtensionType) -> bytes:
        now = datetime.now(UTC)
        span = (now - timedelta(hours=1), now + timedelta(days=1))
        builder = x509.CertificateBuilder(self._name, name, self._key.public_key(), x509.random_serial_number(), *span)
        made = builder.add_extension(extension, critical=True).sign(self._key, hashes.SHA256())
        return made.public_bytes(serialization.Encoding.PEM)


class Tunnel(BaseHTTPRequestHandler):
    """Takes the part of the host that a caller wants to be connected with (CONNECT); `host` is its name."""

    authority: Authority
    host = ""

    def log_message(self, *_arguments: Any) -> None:
        """Print nothing."""

    def do_CONNECT(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.host = self.path.partition(":")[0]
        self.connection = self.authority.context(self.host).wrap_socket(self.connection, server_side=True)
        self.rfile = self.connection.makefile("rb")
        self.wfile = self.connection.makefile("wb", buffering=0)
        self.close_connection = False

    def finish(self) -> None:
        super().finish()
        self.connection.close()


class _Recording(Tunnel):
    seen: list[dict[str, Any]]
    answer: bytes

    def do_POST(self) -> None:
        url = urlsplit(self.path)
        form = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        query = dict(parse_qsl(url.query, keep_blank_values=True))
        self.seen.append(
            {
                "host": self.host,
                "method": self.command,
                "path": url.path,
                "query": {**query, **dict(parse_qsl(form, keep_blank_values=True))},
                "headers": {name.lower(): value for name, value in self.headers.items()},
            }
        )
        self.send_response(200)
        for name, value in {"Content-Type": "application/json", "Content-Length": str(len(self.answer))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(self.answer)

    do_GET = do_POST  # noqa: N815 - http.server calls it so


class Recorder:
    """Writes down what is sent through it, until it is closed; it answers everything with one reply."""

    def __init__(self, directory: Path) -> None:
        self.seen: list[dict[str, Any]] = []
        self.authority = Authority(directory)
        more = {"seen": self.seen, "authority": self.authority, "answer": b'{"RequestId": "R-1"}'}
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), type("Recording", (_Recording,), more))
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


def asked(sent: dict[str, Any]) -> dict[str, Any]:
    """Return what a request asks and where, in the same words however it was signed."""
    query, headers = sent["query"], sent["headers"]
    accepted = query.get("Format") or headers.get("accept", "").partition("/")[2]
    return {
        "host": sent["host"],
        "method": sent["method"],
        "path": sent["path"],
        "action": query.get("Action") or headers.get("x-acs-action"),
        "version": query.get("Version") or headers.get("x-acs-version"),
        "format": accepted.upper(),
        "parameters": {name: value for name, value in sorted(query.items()) if name not in SIGNING},
    }
