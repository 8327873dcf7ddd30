"""What HCP Terraform asks of a run task.

https://developer.hashicorp.com/terraform/cloud-docs/api-docs/run-tasks/run-tasks-integration
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Mapping
from dataclasses import field
from typing import Any, Final

from icplint.model.dataclass import dataclass

SIGNATURE: Final = "X-TFC-Task-Signature"
VERIFICATION: Final = "test-token"
"""The token of the request by which HCP Terraform tries a new run task's URL: there is nothing to call back."""
STAGES: Final = ("pre_plan", "post_plan", "pre_apply", "post_apply")


class MalformedError(ValueError):
    """A body that is not a request of a run task."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One request. `token` opens the plan, the configuration and the callback, and is never shown."""

    id: str
    stage: str
    token: str = field(repr=False)
    callback: str
    plan: str | None
    configuration: str | None
    working_directory: str
    outcomes: bool
    run: str
    workspace: str

    @property
    def verification(self) -> bool:
        """Whether this only tries whether somebody listens."""
        return self.token == VERIFICATION

    @property
    def addresses(self) -> list[str]:
        """Every address that the token may be sent to."""
        return [address for address in (self.callback, self.plan, self.configuration) if address]

    @property
    def source(self) -> str | None:
        """Where that lies which is to be checked; None where HCP Terraform has nothing to show."""
        return self.configuration if self.stage == "pre_plan" else self.plan


def signed(body: bytes, key: bytes, signature: str) -> bool:
    """Return whether the body was signed with the key: HMAC-SHA512 in hexadecimal, compared in constant time."""
    expected = hmac.new(key, body, "sha512").hexdigest()
    return hmac.compare_digest(expected.encode(), signature.strip().lower().encode())


def task_of(body: bytes) -> Task:
    """Return the request; raises MalformedError, whose message names the field and never repeats a value."""
    try:
        document = json.loads(body)
    except (ValueError, RecursionError):
        raise MalformedError("the body is not JSON") from None
    if not isinstance(document, dict):
        raise MalformedError("the body is no JSON object")
    if document.get("payload_version") != 1:
        raise MalformedError("payload_version must be 1")
    token = _word(document, "access_token", needed=True)
    trial = token == VERIFICATION
    stage = _word(document, "stage", needed=not trial)
    if not trial and stage not in STAGES:
        raise MalformedError(f"stage must be one of {', '.join(STAGES)}")
    capabilities = document.get("capabilities")
    return Task(
        id=_word(document, "task_result_id", needed=not trial),
        stage=stage,
        token=token,
        callback=_word(document, "task_result_callback_url", needed=not trial),
        plan=_word(document, "plan_json_api_url") or None,
        configuration=_word(document, "configuration_version_download_url") or None,
        working_directory=_word(document, "workspace_working_directory"),
        outcomes=isinstance(capabilities, dict) and capabilities.get("outcomes") is True,
        run=_word(document, "run_id"),
        workspace=_word(document, "workspace_name"),
    )


def _word(document: Mapping[str, Any], name: str, *, needed: bool = False) -> str:
    value = document.get(name)
    if value is None or value == "":
        if needed:
            raise MalformedError(f"{name} is missing")
        return ""
    if not isinstance(value, str):
        raise MalformedError(f"{name} must be a string")
    return value
