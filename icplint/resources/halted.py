"""Whether a machine runs: one that is stopped or locked is what a name leads to, and does not serve for now.

Source: ECS, DescribeInstances (Status, OperationLocks.LockReason) and the life of an instance,
https://help.aliyun.com/zh/ecs/developer-reference/api-ecs-2014-05-26-describeinstances;
Simple Application Server, ListInstances (Status).
"""

from __future__ import annotations

from typing import Final

from icplint.model.resource import Resource
from icplint.model.text import Text, listing
from icplint.model.unknown import Unknown
from icplint.resources.rows import Finder, pick

STOPPED: Final = {
    "stopping": Text(en="is being stopped", zh="正在停止"),
    "stopped": Text(en="is stopped", zh="已停止"),
    "disabled": Text(en="is disabled", zh="已被禁用"),
}
"""The words of Status in which a machine does not answer; in any other it does, or soon will."""
LOCKS: Final = {
    "financial": Text(en="an overdue payment", zh="欠费"),
    "security": Text(en="a security reason", zh="安全原因"),
    "recycling": Text(en="the reclaiming of a preemptible instance", zh="抢占式实例待释放"),
    "dedicatedhostfinancial": Text(en="an overdue payment of its dedicated host", zh="专有宿主机欠费"),
    "refunded": Text(en="a refund", zh="退款"),
}
IDLE: Final = Text(
    en="{address} {word}: it serves nobody before it is started again",
    zh="{address} {word}，重新启动前不对外提供服务",
)
LOCKED: Final = Text(
    en="{address} is locked because of {why}: whether it serves anybody is not known",
    zh="{address} 因{why}被锁定，是否仍在对外提供服务未知",
)


def halted(resource: Resource, _finder: Finder) -> Text | None:
    """Return why a machine does not serve for now, or may not; None where nothing says so."""
    status = resource.values.get("status")
    if isinstance(status, str) and (word := STOPPED.get(status.lower())) is not None:
        return IDLE.using(address=resource.address, word=word)
    locks = sorted({str(lock) for lock in pick(resource.values, "locks[]") if not isinstance(lock, Unknown)})
    if locks:
        why = listing([LOCKS.get(lock.lower()) or Text(en=lock, zh=lock) for lock in locks])
        return LOCKED.using(address=resource.address, why=why)
    return None
