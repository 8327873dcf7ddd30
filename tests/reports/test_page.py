"""The page, in a browser: shown, clicked, filtered, switched, walked by keys; and what is embedded in it."""

from __future__ import annotations

import json
import re
import runpy
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from report_samples import ASKED
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

from icplint.reports.page.document import embedded

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent / "golden/shop-behind-cdn/html.data.json"
ESTATE = runpy.run_path(str(ROOT / "tests/bench/estate.py"))
HOSTILE = "</script><script>window.broken=1</script><img src=x onerror=window.broken=2>"
SITE = f"""\
provider "alicloud" {{
  region = "cn-hangzhou"
}}

resource "alicloud_alidns_record" "www" {{
  domain_name = "example.cn"
  rr          = "www"
  type        = "A"
  value       = alicloud_instance.web.public_ip
}}

# icplint: ignore[unfiled-domain] {HOSTILE}
resource "alicloud_cdn_domain_new" "cdn" {{
  domain_name = "cdn.example.cn"

  sources {{
    type    = "domain"
    content = "{HOSTILE}"
  }}
}}

resource "alicloud_instance" "web" {{
  instance_type              = "ecs.g7.large"
  internet_max_bandwidth_out = 5
}}
"""
Icplint = Callable[..., Any]
Data = dict[str, Any]


class Browser:
    """A browser with one page open."""

    def __init__(self, driver: webdriver.Chrome) -> None:
        self.driver = driver

    def open(self, page: Path, hash_: str = "", width: int = 1280, height: int = 900) -> None:
        self.driver.set_window_size(width, height)
        self.driver.get("about:blank")
        self.driver.get(page.as_uri() + hash_)

    def all(self, selector: str) -> list[WebElement]:
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector: str) -> WebElement:
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def wait(self, selector: str) -> WebElement:
        """Return what a click makes a moment later."""
        return WebDriverWait(self.driver, 5).until(lambda driver: driver.find_element(By.CSS_SELECTOR, selector))

    def text(self, selector: str) -> str:
        return self.one(selector).text

    def ask(self, script: str) -> Any:
        return self.driver.execute_script(f"return {script}")

    def press(self, *keys: str) -> None:
        self.driver.switch_to.active_element.send_keys(*keys)

    def complaints(self) -> list[str]:
        return [entry["message"] for entry in self.driver.get_log("browser")]


@pytest.fixture(scope="module")
def driver() -> Iterator[webdriver.Chrome]:
    server, program = shutil.which("chromedriver"), shutil.which("chromium") or shutil.which("google-chrome")
    if server is None or program is None:
        pytest.skip("chromium and chromedriver are not on PATH")
    options = webdriver.ChromeOptions()
    options.binary_location = program
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    started = webdriver.Chrome(options=options, service=webdriver.ChromeService(server))
    yield started
    started.quit()


@pytest.fixture
def browser(driver: webdriver.Chrome) -> Iterator[Browser]:
    opened = Browser(driver)
    yield opened
    assert opened.complaints() == []
    assert opened.ask("performance.getEntriesByType('resource').length") == 0


@pytest.fixture
def shop(icplint: Icplint, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(ROOT)
    page = tmp_path / "shop.html"
    asked = (word for code in ASKED for word in ("--select", code))
    icplint("check", "examples/shop-behind-cdn", "--on", "2026-11-24", *asked, "--format", "html", "--output", page)
    return page


@pytest.fixture
def estate(icplint: Icplint, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    ESTATE["write"](tmp_path / "site")
    monkeypatch.chdir(tmp_path / "site")
    icplint("check", "--on", "2026-11-24", "--lang", "zh", "--format", "html", "--output", tmp_path / "estate.html")
    return tmp_path / "estate.html"


def data_of(page: Path) -> Data:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page.read_text(encoding="utf-8"))
    assert found
    data: Data = json.loads(found[1])
    return data


# What is embedded


def test_the_data_is_the_golden_one(shop: Path, golden: Callable[[Path, str], None]) -> None:
    data = {name: value for name, value in data_of(shop).items() if name not in {"words", "tool"}}
    golden(GOLDEN, json.dumps(data, ensure_ascii=False, indent=1) + "\n")


def test_data_cannot_end_the_element_that_it_stands_in() -> None:
    text = "".join(embedded({"a": "</script>\u2028<!--&\ud800"}))
    assert not set(text) & set("<>&\u2028\ud800")
    assert json.loads(text) == {"a": "</script>\\u2028<!--&\\ud800"}


def test_every_word_that_the_script_says_is_there_and_none_is_there_in_vain() -> None:
    from icplint.reports.page.words import WORDS

    place = ROOT / "icplint/reports/page"
    script = "".join(path.read_text(encoding="utf-8") for path in place.glob("*.js"))
    said = set(re.findall(r"word\('([a-z-]+)'", script))
    assert said <= WORDS.keys()
    unsaid = {name for name in WORDS if f"'{name}'" not in script and not name.endswith("-one")}
    made = ("view-", "theme-", "place-", "column-", "input-", "change-")
    grades = {"error", "warning", "info", "cannot-tell", "compliant", "suppressed"}
    assert {name for name in unsaid - grades if not name.startswith(made)} == set()


# In a browser


def test_it_shows_findings_and_filters_them(browser: Browser, shop: Path) -> None:
    browser.open(shop)
    assert browser.text("#title") == "ICP filing report"
    assert browser.text(".verdict h2") == "4 violations, 2 registrable domains concerned"
    assert len(browser.all(".card")) == 4
    browser.one("#tile-error").click()
    assert len(browser.all(".card")) == 2
    assert "outcome=error" in browser.ask("location.hash")
    browser.one("[id='facet-check-ICP101']").click()
    assert [card.text.splitlines()[1] for card in browser.all(".card .head")] == ["ICP101 unfiled-domain"]
    browser.one("#reset").click()
    browser.one("#search").send_keys("www.example.com.cn")
    assert len(browser.all(".card")) == 1
    assert browser.text("#status").startswith("Findings shown: 1 of 4")


def test_a_shared_address_opens_what_was_shown(browser: Browser, shop: Path) -> None:
    browser.open(shop, "#view=findings&check=ICP202&domain=example.com")
    assert len(browser.all(".card")) == 2
    browser.open(shop, "#view=inputs")
    assert "filings.toml" in browser.text("#view-inputs")


def test_a_finding_opens_with_its_argument_and_its_way(browser: Browser, shop: Path) -> None:
    browser.open(shop, "#check=ICP202&q=www")
    browser.one(".card summary").click()
    browser.wait(".way")
    drawn = [text.text for text in browser.all(".way .box text")]
    assert {"CNAME record", "CDN", "origin.example.com", "SLB", "ECS"} <= set(drawn)
    assert any(text.startswith("沪ICP备") for text in drawn)
    assert len(browser.all(".steps li")) == 8
    assert "add Alibaba Cloud as access provider" in browser.text(".advice")


def test_language_and_colours_are_switched(browser: Browser, shop: Path) -> None:
    browser.open(shop)
    browser.one("#lang").click()
    assert browser.text(".verdict h2") == "存在 4 项违规，涉及 2 个主域名"
    assert browser.ask("document.documentElement.lang") == "zh-CN"
    assert "没有 ICP 备案" in browser.text("#view-findings")
    light = browser.ask("getComputedStyle(document.body).backgroundColor")
    browser.one("#theme").click()
    browser.one("#theme").click()
    assert browser.ask("document.documentElement.dataset.theme") == "dark"
    assert browser.ask("getComputedStyle(document.body).backgroundColor") != light
    browser.driver.execute_script("localStorage.clear()")


def test_it_fits_on_a_phone(browser: Browser, shop: Path) -> None:
    for view in ("findings", "estate", "instances", "inputs"):
        browser.open(shop, f"#view={view}", width=500, height=800)
        browser.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride", {"width": 360, "height": 780, "deviceScaleFactor": 1, "mobile": True}
        )
        assert browser.ask("document.documentElement.scrollWidth") <= 360
        browser.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_an_estate_of_300_names_is_walked_and_searched(browser: Browser, estate: Path) -> None:
    browser.open(estate, "#view=estate")
    assert data_of(estate)["lang"] == "zh"
    assert browser.text("#go-estate") == "资源全景300"
    assert len(browser.all(".node.at-site")) == 40
    assert len(browser.all(".node.at-site .label")) > 30
    browser.one("#estate-search").send_keys("pay-example.net")
    browser.driver.switch_to.active_element.send_keys(Keys.TAB)
    assert browser.text(".panel h3").endswith("pay-example.net")
    assert len(browser.all(".node.faded")) > 30
    before = browser.text(".scale")
    browser.one("#zoom-in").click()
    assert browser.text(".scale") != before
    browser.one("#fit").click()
    assert browser.text(".scale") == "100%"
    browser.ask("document.querySelector('.stage').focus()")
    browser.press(Keys.ENTER)
    browser.press(Keys.ARROW_DOWN)
    browser.press(Keys.ENTER)
    assert browser.ask("document.activeElement.getAttribute('aria-expanded')") == "true"


def test_nothing_of_what_was_read_becomes_markup_or_script(
    browser: Browser, icplint: Icplint, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "main.tf").write_text(SITE, encoding="utf-8")
    (tmp_path / "broken.tf").write_text(f'resource "{HOSTILE}', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    icplint("check", "--format", "html", "--output", "page.html")
    assert HOSTILE not in (tmp_path / "page.html").read_text(encoding="utf-8")
    browser.open(tmp_path / "page.html")
    for card in browser.all(".card summary"):
        card.click()
    assert browser.ask("window.broken") is None
    assert browser.all("main img") == []
    assert HOSTILE in browser.ask("document.body.innerText")
    assert browser.text("#alarm h2") == "This report is incomplete"


def test_the_graph_alone_is_a_page_too(
    browser: Browser, icplint: Icplint, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    page = tmp_path / "graph.html"
    icplint("graph", "examples/shop-behind-cdn", "--to", "www.example.com.cn", "--format", "html", "--output", page)
    browser.open(page)
    assert browser.text("#title") == "How names reach their servers"
    assert [label.text for label in browser.all(".node.at-site .label")] == ["example.com.cn"]
    assert not browser.one("#view-findings").is_displayed()
