"""Certificates and proxies of the user's are those of every product: the vendor's SDK, and that of buckets."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest
from aliyunsdkcore.vendored.requests import adapters
from cloud import KEYS, Cloud, Scan, Server, unread
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

SOME = ("--products", "ecs,oss", "--region", "cn-hangzhou", "--lang", "en", "--on", "2026-11-24", "--format", "json")
BUCKETS = "<ListAllMyBucketsResult><Owner/><Buckets/></ListAllMyBucketsResult>"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A key and a certificate of this machine that nobody else trusts."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), now, now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = tmp_path_factory.mktemp("tls") / "ca.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    file.write_bytes(made.public_bytes(serialization.Encoding.PEM) + private)
    return file


@pytest.fixture
def cloud(cloud: Cloud, monkeypatch: pytest.MonkeyPatch) -> Cloud:
    """The account, with no buckets, and its keys in the environment."""
    cloud.handlers["ListBuckets"] = lambda _p: {"xml": BUCKETS}
    monkeypatch.setenv("ALIBABA_CLOUD_ACCESS_KEY_ID", "LTAI-main")
    monkeypatch.setenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", KEYS["LTAI-main"])
    for name in ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"):
        monkeypatch.delenv(name, raising=False)
    return cloud


@pytest.fixture
def secure(cloud: Cloud, certificate: Path) -> Iterator[Server]:
    """The account behind TLS."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    server = Server(cloud, context)
    yield server
    server.close()


@pytest.mark.parametrize("variable", ["SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "ALIBABA_CLOUD_CA_BUNDLE"])
def test_a_bundle_of_certificates_is_trusted(
    icplint: Scan, cloud: Cloud, secure: Server, certificate: Path, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    monkeypatch.setenv(variable, str(certificate))
    run = icplint("scan", "--endpoint", secure.url, *SOME)
    assert unread(run) == {}
    assert cloud.calls["DescribeInstances"] == cloud.calls["ListBuckets"] == 1


def test_the_copy_of_requests_inside_the_sdk_opens_no_connection(
    icplint: Scan, cloud: Cloud, secure: Server, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def sent(*_args: Any, **_more: Any) -> None:
        raise AssertionError("the old copy sends")

    monkeypatch.setattr(adapters.HTTPAdapter, "send", sent)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    assert unread(icplint("scan", "--endpoint", secure.url, *SOME)) == {}
    assert cloud.calls["DescribeInstances"] == 1


def test_a_certificate_that_nobody_vouches_for_is_refused(icplint: Scan, cloud: Cloud, secure: Server) -> None:
    run = icplint("scan", "--endpoint", secure.url, *SOME)
    assert {"ecs:DescribeRegions", "ecs:DescribeInstances@cn-hangzhou", "oss:ListBuckets"} <= unread(run).keys()
    assert all("CERTIFICATE_VERIFY_FAILED" in why for why in unread(run).values())
    assert sum(cloud.calls.values()) == 0
    assert run.code == 2


class Proxy:
    """Connects whoever asks it (CONNECT) with this machine's port, and counts them."""

    def __init__(self, port: int) -> None:
        self.port, self.asked = port, list[str]()
        self._socket = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                client, _ = self._socket.accept()
            except OSError:
                return
            threading.Thread(target=self._connect, args=(client,), daemon=True).start()

    def _connect(self, client: socket.socket) -> None:
        with client, socket.create_connection(("127.0.0.1", self.port)) as server:
            self.asked.append(client.recv(4096).decode().split()[1])
            client.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
            back = threading.Thread(target=self._copy, args=(server, client), daemon=True)
            back.start()
            self._copy(client, server)
            back.join()

    @staticmethod
    def _copy(one: socket.socket, other: socket.socket) -> None:
        try:
            while data := one.recv(65536):
                other.sendall(data)
            other.shutdown(socket.SHUT_WR)
        except OSError:
            pass

    def close(self) -> None:
        self._socket.close()


@pytest.mark.parametrize("excepted", [False, True])
def test_https_goes_through_the_proxy_but_for_what_is_excepted(
    icplint: Scan,
    cloud: Cloud,
    secure: Server,
    certificate: Path,
    monkeypatch: pytest.MonkeyPatch,
    excepted: bool,
) -> None:
    port = int(secure.url.rpartition(":")[2])
    proxy = Proxy(port)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    monkeypatch.setenv("HTTPS_PROXY", proxy.url)
    if excepted:
        monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    run = icplint("scan", "--endpoint", secure.url, *SOME)
    proxy.close()
    assert unread(run) == {}
    assert cloud.calls["DescribeInstances"] == cloud.calls["ListBuckets"] == 1
    assert set(proxy.asked) == (set() if excepted else {f"127.0.0.1:{port}"})
    assert excepted or len(proxy.asked) >= 3
