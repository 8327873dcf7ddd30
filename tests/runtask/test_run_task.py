"""`icplint serve --run-task`, a process of its own, driven as HCP Terraform drives it."""

from __future__ import annotations

import io
import json
import os
import re
import signal
import subprocess
import sys
import tarfile
import time
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import pytest
from hcp import TOKEN, Hcp, Reply, send

from icplint.runtask.client import HOSTS

pytestmark = pytest.mark.xdist_group("run-task")  # one server serves them all
ROOT = Path(__file__).parents[2]
SHOP = ROOT / "examples/shop-behind-cdn"
KEY = "a key that both sides know"


class Served:
    """The server's process; `log` is what it says until it ends."""

    def __init__(self, directory: Path, hcp: Hcp, *options: str) -> None:
        command = [sys.executable, "-m", "icplint", "serve", "--run-task", "--bind", "127.0.0.1:0", "--allow-http"]
        hosts = ["--host", f"127.0.0.1:{hcp.port}", "--host", f"localhost:{hcp.port}"]
        self.log_file = directory / "log"
        environment = {
            **os.environ,
            "ICPLINT_RUN_TASK_KEY": KEY,
            "PYTHONPATH": str(ROOT),
            "ALICLOUD_REGION": "cn-hangzhou",
        }
        with self.log_file.open("wb") as log:
            self.process = subprocess.Popen([*command, *hosts, *options], cwd=directory, stderr=log, env=environment)
        self.port = int(self._waited(r"http://127\.0\.0\.1:(\d+)"))

    @property
    def log(self) -> str:
        return self.log_file.read_text(encoding="utf-8")

    def _waited(self, pattern: str) -> str:
        for _ in range(500):
            if found := re.search(pattern, self.log):
                return found[1]
            assert self.process.poll() is None, self.log
            time.sleep(0.02)
        raise AssertionError(self.log)

    def stop(self) -> int:
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(20)


@pytest.fixture(scope="module")
def hcp() -> Iterator[Hcp]:
    found = Hcp()
    yield found
    found.close()


@pytest.fixture(scope="module")
def served(hcp: Hcp, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server with the shop's register, in English."""
    found = Served(tmp_path_factory.mktemp("served"), hcp, "--filings", str(SHOP / "filings.toml"), "--lang", "en")
    yield found
    assert found.stop() == 0, found.log
    assert TOKEN not in found.log
    assert KEY not in found.log
    assert "Traceback" not in found.log


def archive(*members: tuple[str | tarfile.TarInfo, bytes]) -> bytes:
    """Return a tar.gz of names, or of members as they are, with their contents."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as tar:
        for name, content in members:
            member = name if isinstance(name, tarfile.TarInfo) else tarfile.TarInfo(name)
            member.size = len(content)
            tar.addfile(member, io.BytesIO(content))
    return out.getvalue()


def example(name: str) -> bytes:
    directory = ROOT / "examples" / name
    return archive(
        *((f.relative_to(directory).as_posix(), f.read_bytes()) for f in directory.rglob("*") if f.is_file())
    )


def link(name: str, target: str) -> tarfile.TarInfo:
    member = tarfile.TarInfo(name)
    member.type, member.linkname = tarfile.SYMTYPE, target
    return member


def test_a_plan_is_fetched_checked_and_judged(hcp: Hcp, served: Served, icplint: Callable[..., Any]) -> None:
    """The plan is where HCP Terraform keeps it: behind a redirect to another host, which must not see the token.

    It is checked in the directory of its configuration, whose expressions say what it is made of.
    """
    kept = f"http://localhost:{hcp.port}/kept/shop"
    hcp.holds_plan("shop", Reply(307, headers={"Location": kept}))
    hcp.replies["/kept/shop"] = [Reply(body=(SHOP / "plan.json").read_bytes())]
    hcp.holds_configuration("shop", example("shop-behind-cdn"))
    began = time.monotonic()
    assert send(served.port, hcp.request("shop"), KEY) == (200, {"status": "taken"})
    assert time.monotonic() - began < 2, "the answer does not wait for the check"
    data = hcp.verdict("shop")

    expected = json.loads(icplint("check", SHOP, "--format", "json", "--isolated").out)
    assert data["type"] == "task-results"
    assert data["attributes"]["status"] == "failed"
    assert data["attributes"]["message"].startswith(f"{expected['summary']['violation']} violations · 0 cannot tell")
    outcomes = data["relationships"]["outcomes"]["data"]
    assert {o["type"] for o in outcomes} == {"task-result-outcomes"}
    assert sorted(o["attributes"]["description"] for o in outcomes) == sorted(
        f["message"] for f in expected["findings"]
    )
    first = outcomes[0]["attributes"]
    assert first["outcome-id"].startswith("ICP")
    assert first["tags"]["Status"] == [{"label": "violation", "level": "error"}]
    assert first["tags"]["Severity"] == [{"label": "error", "level": "error"}]
    assert "**remedy**" in first["body"]
    assert first["body"].startswith("1. ")

    mine = [a for a in hcp.asked if "shop" in a.path]
    assert [(a.method, a.path) for a in mine] == [
        ("PATCH", "/api/v2/task-results/shop/callback"),
        ("GET", "/api/v2/plans/shop/json-output"),
        ("GET", "/kept/shop"),
        ("GET", "/api/v2/configuration-versions/shop/download"),
        ("PATCH", "/api/v2/task-results/shop/callback"),
    ]
    assert mine[0].json["data"]["attributes"]["status"] == "running"
    for asked in (mine[0], mine[1], mine[3], mine[4]):
        assert asked.headers["authorization"] == f"Bearer {TOKEN}"
    assert "authorization" not in mine[2].headers
    assert mine[4].headers["content-type"] == "application/vnd.api+json"


@pytest.mark.parametrize("kept", [None, b"no archive"], ids=["absent", "broken"])
def test_a_plan_without_its_configuration_is_checked_alone(hcp: Hcp, served: Served, kept: bytes | None) -> None:
    """A plan lists what an expression mentions, not what is made of it: where it is alone, that is doubt."""
    name = "alone" if kept is None else "alone-beside-rubbish"
    hcp.holds_plan(name, Reply(body=(SHOP / "plan.json").read_bytes()))
    if kept is not None:
        hcp.holds_configuration(name, kept)
    send(served.port, hcp.request(name), KEY)
    data = hcp.verdict(name)
    assert re.match(r"1 violation[^·]* · [1-9]\d* cannot tell · ", data["attributes"]["message"])
    bodies = [o["attributes"]["body"] for o in data["relationships"]["outcomes"]["data"]]
    assert any("check the plan in the directory of its configuration" in body for body in bodies)


def test_outcomes_go_only_to_who_takes_them(hcp: Hcp, served: Served) -> None:
    hcp.holds_plan("plain", Reply(body=(SHOP / "plan.json").read_bytes()))
    send(served.port, hcp.request("plain", capabilities=None), KEY)
    assert hcp.verdict("plain").keys() == {"type", "attributes"}


def test_it_tries_again_and_sends_one_answer_to_one_request(hcp: Hcp, served: Served) -> None:
    """The plan comes at the third attempt, the callback is taken at the fourth; the request came twice."""
    hcp.holds_plan("again", Reply(500), Reply(204), Reply(body=(SHOP / "plan.json").read_bytes(), after=0.3))
    hcp.takes_callback("again", Reply(), Reply(503), Reply(429, headers={"Retry-After": "0"}), Reply())
    for _ in range(2):
        assert send(served.port, hcp.request("again"), KEY)[0] == 200
    hcp.verdict("again")
    until = time.monotonic() + 10
    while len(hcp.told("again")) < 4 and time.monotonic() < until:
        time.sleep(0.02)
    time.sleep(0.3)
    said = [a.json["data"]["attributes"]["status"] for a in hcp.told("again")]
    assert said == ["running", "failed", "failed", "failed"]
    assert sum(a.path == "/api/v2/plans/again/json-output" for a in hcp.asked) == 3


def test_a_new_run_task_is_tried(hcp: Hcp, served: Served) -> None:
    """When a run task is made, HCP Terraform sends a signed request with this token, and wants a 200."""
    before = len(hcp.asked)
    trial = hcp.request("trial", access_token="test-token")  # noqa: S106 - as it is documented
    assert send(served.port, trial, KEY) == (200, {"status": "ok"})
    assert send(served.port, {"payload_version": 1, "access_token": "test-token", "stage": "test"}, KEY)[0] == 200
    assert len(hcp.asked) == before
    assert health(served.port)[0] == 200


@pytest.mark.parametrize("signature", ["", "0" * 128, "sha512=abc", "é"])
def test_who_does_not_know_the_key_is_refused(hcp: Hcp, served: Served, signature: str) -> None:
    before = len(hcp.asked)
    assert send(served.port, hcp.request("forged"), KEY, signature=signature)[0] == 401
    assert send(served.port, hcp.request("forged"), "another key")[0] == 401
    assert len(hcp.asked) == before


@pytest.mark.parametrize(
    ("change", "word"),
    [
        (b"not JSON", "JSON"), (b"[]", "object"), (b"[" * 100_000, "JSON"), (b"\xff\xfe", "JSON"),
        ({"payload_version": 2}, "payload_version"), ({"stage": "after_all"}, "stage"), ({"access_token": ""}, "access_token"),
        ({"task_result_callback_url": None}, "task_result_callback_url"), ({"task_result_id": 7}, "task_result_id"),
        ({"task_result_callback_url": "http://192.0.2.1/callback"}, "--host"), ({"plan_json_api_url": "file:///etc/passwd"}, "--host"),
        ({"plan_json_api_url": "http://169.254.169.254/latest/meta-data"}, "--host"), ({"plan_json_api_url": "http://["}, "--host"),
        ({"plan_json_api_url": "http://u@127.0.0.1/"}, "--host"),
    ],
)  # fmt: skip
def test_a_malformed_request_is_named(hcp: Hcp, served: Served, change: bytes | dict[str, object], word: str) -> None:
    payload = change if isinstance(change, bytes) else {**hcp.request("malformed"), **change}
    status, answer = send(served.port, payload, KEY)
    assert (status, word in answer["error"]) == (400, True), answer


def test_a_request_is_small_and_says_how_long_it_is(served: Served) -> None:
    for headers, status in (({"Content-Length": str(10**9)}, 413), ({"Content-Length": "9" * 40}, 413),
                            ({"Content-Length": "x"}, 411), ({"Transfer-Encoding": "chunked"}, 411)):  # fmt: skip
        connection = HTTPConnection("127.0.0.1", served.port, timeout=10)
        connection.putrequest("POST", "/")
        for name, value in headers.items():
            connection.putheader(name, value)
        connection.endheaders()
        with connection.getresponse() as answer:
            assert answer.status == status
    assert health(served.port, "/")[0] == 404


def health(port: int, path: str = "/health") -> tuple[int, dict[str, object]]:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", f"{path}?token={TOKEN}")
    with connection.getresponse() as answer:
        return answer.status, json.loads(answer.read())


@pytest.mark.parametrize(
    ("name", "reply", "said"),
    [
        ("garbage", Reply(body=b"<html>"), "plan.json"),
        ("no-plan", Reply(body=b"{}"), "neither Terraform nor a plan"),
        ("refused", Reply(403), "the plan could not be fetched: HTTP 403"),
        ("away", Reply(302, headers={"Location": "http://192.0.2.1/plan"}), "192.0.2.1 is not among the hosts"),
        ("ring", Reply(302, headers={"Location": "/api/v2/plans/ring/json-output"}), "the plan could not be fetched"),
    ],
)
def test_what_cannot_be_judged_does_not_pass(hcp: Hcp, served: Served, name: str, reply: Reply, said: str) -> None:
    hcp.holds_plan(name, reply)
    assert send(served.port, hcp.request(name), KEY)[0] == 200
    attributes = hcp.verdict(name)["attributes"]
    assert attributes["status"] == "failed"
    assert attributes["message"].startswith("icplint could not do its work: ")
    assert said in attributes["message"]


@pytest.mark.parametrize(
    ("name", "members", "said"),
    [
        ("up", [("../up.tf", b"")], "leads out of it"),
        ("absolute", [("/srv/absolute.tf", b"")], "leads out of it"),
        ("link", [(link("a", "/etc"), b"")], "leads out of it"),
        ("chain", [(link("d/e/b", "../.."), b""), (link("d/e/a", "b/../.."), b"")], "leads out of it"),
        ("empty", [("README.md", b"")], "holds no Terraform files"),
        ("broken", [("main.tf", b"resource {")], "main.tf:1"),
    ],
)
def test_a_configuration_is_unpacked_inside_its_directory(
    hcp: Hcp, served: Served, name: str, members: list[tuple[str | tarfile.TarInfo, bytes]], said: str
) -> None:
    hcp.holds_configuration(name, archive(*members))
    assert send(served.port, hcp.request(name, "pre_plan"), KEY)[0] == 200
    attributes = hcp.verdict(name)["attributes"]
    assert attributes["status"] == "failed"
    assert said in attributes["message"]


@pytest.mark.parametrize("theirs", [True, False])
def test_a_configuration_reads_its_own_files_and_none_of_the_server(
    hcp: Hcp, served: Served, tmp_path: Path, theirs: bool
) -> None:
    (tmp_path / "name").write_text("www.example.net", encoding="utf-8")
    path = "name" if theirs else f"{tmp_path}/name"
    source = f'resource "alicloud_cdn_domain_new" "x" {{\n  domain_name = file("{path}")\n}}\n'
    name = f"reader-{theirs}"
    hcp.holds_configuration(name, archive(("main.tf", source.encode()), ("name", b"www.example.net")))
    send(served.port, hcp.request(name, "pre_plan"), KEY)
    assert ("www.example.net" in json.dumps(hcp.verdict(name))) is theirs


def test_nothing_to_check_is_no_pass(hcp: Hcp, served: Served) -> None:
    send(served.port, hcp.request("nothing", "pre_plan", configuration_version_download_url=None), KEY)
    assert "neither plan nor configuration" in hcp.verdict("nothing")["attributes"]["message"]
    hcp.holds_configuration("nowhere", example("oss-static-site"))
    send(served.port, hcp.request("nowhere", "pre_plan", workspace_working_directory="../.."), KEY)
    assert "has no directory ../.." in hcp.verdict("nowhere")["attributes"]["message"]


def test_a_configuration_is_checked_with_its_own_register_in_the_language_of_the_server(
    hcp: Hcp, tmp_path: Path
) -> None:
    """The server has no register, and a SIGTERM comes while plans are on their way: every run gets its answer."""
    served = Served(tmp_path, hcp, "--lang", "zh", "--concurrency", "2")
    for name in ("oss-static-site", "unknown-until-apply"):
        hcp.holds_configuration(name, example(name))
        assert send(served.port, hcp.request(name, "pre_plan"), KEY)[0] == 200
    hcp.holds_plan("slow", Reply(body=(SHOP / "plan.json").read_bytes(), after=0.8))
    assert send(served.port, hcp.request("slow"), KEY)[0] == 200
    assert served.stop() == 0, served.log
    with pytest.raises(OSError, match="refused"):
        health(served.port)

    clean, doubtful, slow = (
        hcp.verdict(n, 1)["attributes"] for n in ("oss-static-site", "unknown-until-apply", "slow")
    )
    assert clean["status"] == "passed"
    assert clean["message"].startswith("没有需要报告的问题 · 0 项违规 · 0 项无法判断")
    assert doubtful["status"] == "passed"
    assert "“无法判断”在此视为通过" in doubtful["message"]
    assert (slow["status"], "项无法判断" in slow["message"]) == ("passed", True), "nobody gave it a register"
    assert "已处理完所有请求" in served.log


ACCEPTED = """
# icplint: ignore[unfiled-domain] behind a password
resource "alicloud_cdn_domain_new" "x" {
  domain_name = "www.example.net"
}
"""


def test_doubt_fails_where_that_is_asked_for_and_so_does_what_an_author_accepts(
    hcp: Hcp, served: Served, tmp_path: Path
) -> None:
    for name in ("accepted", "not-accepted"):
        hcp.holds_configuration(name, archive(("main.tf", ACCEPTED.encode()), ("filings.toml", b"filing = []\n")))
    send(served.port, hcp.request("accepted", "pre_plan"), KEY)
    accepted = hcp.verdict("accepted")
    assert accepted["attributes"]["status"] == "passed"
    assert accepted["attributes"]["message"].endswith("1 suppressed")
    (kept,) = accepted["relationships"]["outcomes"]["data"]
    assert "**suppressed**: behind a password" in kept["attributes"]["body"]

    served = Served(tmp_path, hcp, "--strict", "--no-suppressions", "--lang", "en")
    send(served.port, hcp.request("not-accepted", "pre_plan"), KEY)
    assert hcp.verdict("not-accepted")["attributes"]["message"].startswith("1 violations")
    hcp.holds_configuration("strict", example("unknown-until-apply"))
    send(served.port, hcp.request("strict", "pre_plan"), KEY)
    data = hcp.verdict("strict")
    assert served.stop() == 0
    assert data["attributes"]["status"] == "failed"
    outcome = data["relationships"]["outcomes"]["data"][0]["attributes"]
    assert outcome["tags"]["Status"] == [{"label": "cannot tell", "level": "info"}]
    assert "**to settle it**" in outcome["body"]


@pytest.mark.parametrize(
    ("options", "key", "said"),
    [
        (("--run-task",), "", "HMAC key"),
        ((), KEY, "--run-task"),
        (("--run-task", "--bind", "8080"), KEY, "HOST:PORT"),
        (("--run-task", "--filings", "nowhere.toml"), KEY, "nowhere.toml"),
        (("--run-task", "--select", "ICP999"), KEY, "ICP999"),
        (("--run-task", "--key-file", "nowhere"), KEY, "nowhere"),
        (("--run-task", "--bind", "192.0.2.1:80"), KEY, "192.0.2.1:80"),
    ],
)  # fmt: skip
def test_what_it_cannot_serve_with_it_says_at_once(
    icplint: Callable[..., object], monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...], key: str, said: str
) -> None:
    monkeypatch.setenv("ICPLINT_RUN_TASK_KEY", key)
    done = icplint("serve", *options)
    assert (done.code, said in done.err) == (2, True), done.err


def test_the_usual_hosts_are_those_of_hcp_terraform() -> None:
    """As its documentation and the redirects of its API name them."""
    assert set(HOSTS) >= {"app.terraform.io", "archivist.terraform.io"}


@pytest.mark.skipif(os.name != "posix", reason="there is no SIGTERM here")
def test_a_server_that_is_stopped_ends_within_seconds_and_says_so(hcp: Hcp, tmp_path: Path) -> None:
    """One plan never comes, and one check never ends: both runs hear that they are to be started again."""
    served = Served(tmp_path, hcp, "--isolated", "--concurrency", "2")
    hcp.holds_plan("never", Reply(after=25))
    assert send(served.port, hcp.request("never"), KEY)[0] == 200
    time.sleep(0.3)
    began = time.monotonic()
    assert served.stop() == 0
    assert time.monotonic() - began < 9
    attributes = hcp.verdict("never")["attributes"]
    assert attributes["status"] == "failed"
    assert "start the run again" in attributes["message"]


def test_a_configuration_reads_nothing_around_it(hcp: Hcp, served: Served) -> None:
    """Links, FIFOs, other directories and the environment of the server stay closed."""
    source = 'module "m" {\n  source = "../../../../../../etc"\n}\nresource "alicloud_cdn_domain_new" "x" {\n  domain_name = "www.example.org"\n}\n'
    modules = json.dumps({"Modules": [{"Key": "n", "Source": "example/n/any", "Dir": "/etc"}]}).encode()
    hcp.holds_configuration(
        "around", archive(("main.tf", source.encode()), (link("x.tf.json", "/proc/self/environ"), b""))
    )
    hcp.holds_configuration(
        "outside",
        archive(
            ("main.tf", source.encode() + b'module "n" {\n  source = "example/n/any"\n}\n'),
            (".terraform/modules/modules.json", modules),
        ),
    )
    for name, said in (("around", "leads out of it"), ("outside", "it leads out of what may be read")):
        assert send(served.port, hcp.request(name, "pre_plan"), KEY)[0] == 200
        document = json.dumps(hcp.verdict(name), ensure_ascii=False)
        assert said in document
        assert "PYTHONPATH" not in document
