"""Where signed calls may go: to the cloud, or where the user says; never where a file says that was only found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from icplint.cli.language import NOTE, speak
from icplint.errors import ConfigError
from icplint.model.origin import Origin
from icplint.model.text import Text

if TYPE_CHECKING:
    from icplint.model.text import Language
    from icplint.settings.config import Config

IGNORED: Final = Text(
    en="its [endpoints] are ignored, as icplint only found this file: calls signed with your keys would go where it "
    "says. Name it with --config, or give --endpoint, if they should",
    zh="已忽略其中的 [endpoints]：该文件是 icplint 自动找到的，用您的密钥签名的请求会发往其指定的地址；"
    "如确需使用，请用 --config 指定该文件或使用 --endpoint",
)
PLAIN: Final = Text(
    en="{url} is not encrypted: write it on the command line (--endpoint) if calls should go there all the same",
    zh="{url} 未加密：如仍要使用，请在命令行写出（--endpoint）",
)
SENT: Final = Text(en="signed calls go to {urls}", zh="签名后的请求将发往 {urls}")
SENT_PLAIN: Final = Text(en="signed calls go to {urls}, not encrypted", zh="签名后的请求将发往 {urls}，未加密")
_HTTP: Final = "http://"


def trusted(settings: Config, language: Language, *, named: bool) -> Config:
    """Return the settings with those endpoints that may be used; `named` says whether the user named their file.

    Raises ConfigError for plain HTTP in a file.
    """
    if settings.endpoints and not named:
        speak(IGNORED, _place(settings), language, NOTE)
        settings = replace(settings, endpoints={})
    for url in _urls(settings):
        if _is_plain(url):
            raise ConfigError(PLAIN.using(url=url), _place(settings))
    return settings


def say_where(settings: Config, written: Sequence[str], language: Language) -> None:
    """Say on standard error where calls go that do not go to the cloud's own endpoints.

    Those are the endpoints of the settings, and the `written` ones of the command line.
    """
    urls = [*(url.rpartition("=")[2] for url in written), *_urls(settings)]
    for text, some in (
        (SENT, [url for url in urls if not _is_plain(url)]),
        (SENT_PLAIN, [url for url in urls if _is_plain(url)]),
    ):
        if some:
            speak(text.using(urls=", ".join(dict.fromkeys(some))), None, language, NOTE)


def _is_plain(url: str) -> bool:
    return _HTTP in url.lower()


def _urls(settings: Config) -> Iterator[str]:
    for value in settings.endpoints.values():
        yield from (value,) if isinstance(value, str) else value.values()


def _place(settings: Config) -> Origin | None:
    return Origin(file=settings.file.name) if settings.file else None
