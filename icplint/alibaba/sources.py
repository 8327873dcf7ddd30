"""Where the keys of an account come from, as the vendor's own tools find them.

Sources: the providers of the package alibabacloud-credentials, and the variables that its documentation names.
"""

from __future__ import annotations

import json
import re
import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from alibabacloud_credentials.exceptions import CredentialException
from Tea.exceptions import RetryError, TeaException

from icplint.alibaba.keys import Keys, KeysError
from icplint.alibaba.sending import limited
from icplint.errors import ConfigError
from icplint.live.call import Failure
from icplint.model.limit import Limit
from icplint.model.regex import regex
from icplint.model.text import Text

Source = Callable[[], Keys]

VARIABLES: Final = (
    ("ALIBABA_CLOUD_ACCESS_KEY_ID", "ALIBABA_CLOUD_ACCESS_KEY_SECRET", "ALIBABA_CLOUD_SECURITY_TOKEN"),
    ("ALICLOUD_ACCESS_KEY", "ALICLOUD_SECRET_KEY", "ALICLOUD_SECURITY_TOKEN"),
)
"""Key, secret and token of the environment: the names of today, and older ones."""
OIDC: Final = ("ALIBABA_CLOUD_ROLE_ARN", "ALIBABA_CLOUD_OIDC_PROVIDER_ARN", "ALIBABA_CLOUD_OIDC_TOKEN_FILE")
URI: Final = "ALIBABA_CLOUD_CREDENTIALS_URI"
PROFILE: Final = "ALIBABA_CLOUD_PROFILE"
CLI: Final = ".aliyun/config.json"
SHARED: Final = ".alibabacloud/credentials.ini"
"""Where profiles stand below the home directory."""
NO_METADATA: Final = "ALIBABA_CLOUD_ECS_METADATA_DISABLED"
METADATA: Final = ("100.100.100.200", 80)
WAIT: Final = 1.0
"""Seconds for the instance's metadata service to take a connection: elsewhere there is none."""

LONGEST: Final = 30.0
"""Seconds for a source to give keys: it may assume a role, or run a program."""

NO_KEYS: Final = Text(
    en="no credentials of Alibaba Cloud were found: set ALIBABA_CLOUD_ACCESS_KEY_ID and "
    "ALIBABA_CLOUD_ACCESS_KEY_SECRET, or give --profile",
    zh="找不到阿里云凭证：请设置 ALIBABA_CLOUD_ACCESS_KEY_ID 和 ALIBABA_CLOUD_ACCESS_KEY_SECRET，或使用 --profile",
)
NO_PROFILE: Final = Text(
    en="the profile {profile} of the aliyun CLI gives no credentials: {why}",
    zh="aliyun CLI 的配置 {profile} 未提供凭证：{why}",
)
RING: Final = Text(
    en="the profile {profile} of the aliyun CLI takes its keys from itself ({ring}): give one of these "
    "profiles keys of its own",
    zh="aliyun CLI 的配置 {profile} 循环引用自身（{ring}）：请为其中一个配置填写自己的密钥",
)
GIVES_NONE: Final = Text(en="{variable} gives no credentials: {why}", zh="{variable} 未提供凭证：{why}")
_ERRORS: Final = (
    CredentialException, RetryError, TeaException,
    AttributeError, KeyError, OSError, RecursionError, TypeError, ValueError,
)  # fmt: skip
"""What the providers raise: a file of another shape is an AttributeError or a TypeError in them."""
BUNDLES: Final = ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "ALIBABA_CLOUD_CA_BUNDLE")
"""Variables that name a file of certificates to trust."""
_SIGNED: Final = regex(r" with url: \S+|(server )?string to sign is\S*.*", re.DOTALL | re.IGNORECASE)
"""The whole request, with tokens: of a wrong signature, or of no answer."""
_LONGEST: Final = 300
CHAINED: Final = "ChainableRamRoleArn"
"""The mode of a profile that takes the keys of another one to assume a role."""


def found(profile: str, environment: Mapping[str, str], limit: Limit, *, lenient: bool = False) -> Source:
    """Return where the keys of a profile, or of no profile in particular, come from.

    Raises ConfigError if nowhere, or not in time; a `lenient` source raises KeysError instead, when it is asked.
    """
    if profile:
        from icplint.alibaba.profiles import Profiles

        file = _home(environment) / CLI
        if ring := _ring(profile, file):
            raise ConfigError(RING.using(profile=profile, ring=" -> ".join(ring)))
        source = _asking(lambda: Profiles(profile, str(file), bundle(environment)), f"--profile {profile}", limit)
        if not lenient:
            try:
                source()
            except KeysError as error:
                raise ConfigError(NO_PROFILE.using(profile=profile, why=error.failure.message)) from None
        return source
    for names in VARIABLES:
        identifier, secret, token = (environment.get(name) for name in names)
        if identifier and secret:
            written = Keys(identifier, secret, token or None)
            return lambda: written
    return _first(environment, limit)


def _ring(profile: str, file: Path) -> list[str]:
    """Return the profiles through which a profile takes its keys from itself; none where it does not."""
    try:
        written = json.loads(file.read_bytes())["profiles"]
        sources = {one["name"]: one.get("source_profile") for one in written if one.get("mode") == CHAINED}
    except _ERRORS:  # whoever reads the keys says what is wrong with the file
        return []
    way = [profile]
    while (after := sources.get(way[-1])) and after not in way:
        way.append(after)
    return [*way, after] if after else []


def _first(environment: Mapping[str, str], limit: Limit) -> Source:
    """Return the first source that gives keys; one that somebody wrote out must."""
    for variable, make in _chain(environment):
        source = _asking(make, variable, limit)
        try:
            source()
        except KeysError as error:
            if variable:
                raise ConfigError(GIVES_NONE.using(variable=variable, why=error.failure.message)) from None
        else:
            return source
    raise ConfigError(NO_KEYS)


def _chain(environment: Mapping[str, str]) -> Iterator[tuple[str, Callable[[], Any]]]:
    """Yield what may give keys, each with the variable that asks for it."""
    from alibabacloud_credentials import provider

    from icplint.alibaba.profiles import Profiles, trusting

    trusted = bundle(environment)
    role, issuer, token = (environment.get(name) for name in OIDC)
    if role and issuer and token:
        yield (
            OIDC[2],
            lambda: trusting(
                provider.OIDCRoleArnCredentialsProvider(
                    role_arn=role, oidc_provider_arn=issuer, oidc_token_file_path=token
                ),
                trusted,
            ),
        )
    if uri := environment.get(URI):
        yield URI, lambda: trusting(provider.URLCredentialsProvider(uri=uri), trusted)
    home = _home(environment)
    current = environment.get(PROFILE)
    yield "", lambda: Profiles(current, str(home / CLI), trusted)
    yield "", lambda: provider.ProfileCredentialsProvider(profile_name=current, profile_file=str(home / SHARED))
    if environment.get(NO_METADATA, "").lower() != "true" and _answers(METADATA):
        yield "", lambda: provider.EcsRamRoleCredentialsProvider(async_update_enabled=False)


def bundle(environment: Mapping[str, str]) -> str | None:
    """Return the file of certificates to trust, if one is named."""
    return next((environment[name] for name in BUNDLES if environment.get(name)), None)


def _home(environment: Mapping[str, str]) -> Path:
    return Path(environment.get("HOME") or Path.home())


def _asking(make: Callable[[], Any], name: str, limit: Limit) -> Source:
    """Return a source that asks a provider of the vendor's; it is made when it is first asked."""
    lock = threading.Lock()
    made: list[Any] = []

    def given() -> Keys:
        with lock:
            if not made:
                _limit_replies()
                made.append(make())
            found = made[0].get_credentials()
            return Keys(found.get_access_key_id(), found.get_access_key_secret(), found.get_security_token() or None)

    def keys() -> Keys:
        try:
            return limit.within(LONGEST, given)
        except _ERRORS as error:
            raise KeysError(Failure(code="NoCredentials", message=f"{name}: {_said(error)}", keys=True)) from None

    return keys


def _limit_replies() -> None:
    """Have the vendor's package read replies with a limit, also in a thread that is left behind."""
    from Tea.core import TeaCore

    make = TeaCore.get_adapter
    if make.__module__ != __name__:

        def adapter(*args: Any, **more: Any) -> Any:
            return limited(make(*args, **more), LONGEST)

        TeaCore.get_adapter = staticmethod(adapter)


def _said(error: Exception) -> str:
    words = " ".join(_SIGNED.sub("", str(error) or type(error).__name__).split())
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"


def _answers(place: tuple[str, int]) -> bool:
    try:
        socket.create_connection(place, WAIT).close()
    except OSError:
        return False
    return True
