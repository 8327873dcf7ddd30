"""The vendor's providers of keys, as a scan wants them: they trust the user's certificates, and change no file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from alibabacloud_credentials import provider


def trusting(made: Any, bundle: str | None) -> Any:
    """Return a provider that trusts the certificates of a bundle, where it makes HTTPS calls of its own."""
    options = getattr(made, "_runtime_options", None)
    if bundle and isinstance(options, dict):
        options["ca"] = bundle
    return made


class Profiles(provider.CLIProfileCredentialsProvider):  # type: ignore[misc]  # the package has no types
    """A profile of the `aliyun` CLI; of its modes the package lacks CredentialsURI."""

    def __init__(self, name: str | None, file: str, bundle: str | None) -> None:
        super().__init__(profile_name=name, profile_file=file)
        self._bundle = bundle

    def _get_credentials_provider(self, config: Mapping[str, Any], profile_name: str) -> Any:
        profile: Mapping[str, Any] = next(
            (one for one in config.get("profiles") or () if one.get("name") == profile_name), {}
        )
        match profile.get("mode"):
            case "CredentialsURI":
                made = provider.URLCredentialsProvider(uri=profile.get("credentials_uri"))
            case "EcsRamRole":  # without a thread that renews them for as long as the process lives
                made = provider.EcsRamRoleCredentialsProvider(
                    role_name=profile.get("ram_role_name"), async_update_enabled=False
                )
            case "External":  # without writing what the command gave into the user's file
                made = provider.ExternalCredentialsProvider(process_command=profile.get("process_command"))
            case _:
                made = super()._get_credentials_provider(config, profile_name)
        return trusting(made, self._bundle)
