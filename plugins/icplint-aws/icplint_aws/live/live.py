"""A scan from beginning to end: accounts, lists, and the copy that is kept of the replies."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from types import TracebackType
from typing import Self

from boto3.session import Session

from icplint.plugin import Input, Reading, ScanRequest
from icplint_aws.live.accounts import accounts
from icplint_aws.live.inventory import inventory
from icplint_aws.live.listing import List
from icplint_aws.live.save import Saved
from icplint_aws.live.scan import Plan, scan


class Live:
    """A scan in progress; the saved copy is finished when it ends without an error."""

    def __init__(self, asked: ScanRequest, lists: Sequence[List]) -> None:
        self._asked = asked
        self._lists = lists
        self._accounts = list(accounts(asked))
        self._saved = Saved(asked.save) if asked.save else None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, _error: BaseException | None, _traceback: TracebackType | None
    ) -> None:
        if self._saved and kind is None and not self._asked.limit.stopped:
            self._saved.finish()

    def lists(self) -> Reading:
        """Return everything that the accounts list."""
        asked = self._asked
        plan = Plan(
            lists=self._lists,
            regions=asked.regions,
            known=lambda partition: Session().get_available_regions("ec2", partition),
            concurrency=asked.concurrency,
            progress=asked.progress,
            meant=self._saved.mean if self._saved else lambda _calls: None,
        )
        replies = []
        for reply in scan(self._accounts, plan):
            if self._saved:
                self._saved.keep(reply)
            replies.append(reply)
        reading = Reading(inputs=[Input("inventory", account.name or "aws") for account in self._accounts])
        reading.add(inventory(replies, self._lists))
        return reading

    def look_up(self, domains: Iterable[str]) -> Reading:
        """AWS answers no question about a domain that is none of the account's."""
        del domains
        return Reading()
