"""Whose accounts are scanned: each profile's, or each role's that is assumed, in the partition that its keys are of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice
from typing import Any, Final

from boto3.session import Session
from botocore.exceptions import BotoCoreError, ClientError, ProfileNotFound

from icplint.plugin import Account, ConfigError, Limit, Reply, ScanRequest, Text
from icplint_aws.live import sending
from icplint_aws.live.client import PATIENCE, AwsClient, place
from icplint_aws.live.lists import HOMES, IDENTITY, home, partition_of

NO_PROFILE: Final = Text(
    en="there is no profile {name} in the configuration of the AWS tools",
    zh="AWS 工具的配置中没有名为 {name} 的 profile",
)
NO_KEYS: Final = Text(
    en="the AWS tools find no credentials{of}: set AWS_PROFILE or --profile, or see aws configure",
    zh="未找到 AWS 凭证{of}：请设置 AWS_PROFILE 或 --profile，或执行 aws configure",
)
BAD_ROLE: Final = Text(
    en="--role-arn takes ARN or ARN,external-id=ID, not {text}",
    zh="--role-arn 的格式为 ARN 或 ARN,external-id=ID，而不是 {text}",
)
NO_ROLE: Final = Text(en="the role {arn} cannot be assumed: {why}", zh="无法扮演角色 {arn}：{why}")


def accounts(asked: ScanRequest, places: Mapping[str, str]) -> Iterator[Account]:
    """Yield an account for each profile, then one for each role, which the first profile's keys assume.

    `places` are where services answer, and under `default` where all others do. Raises ConfigError where there are no
    keys, no such profile, or no such role.
    """
    names = list(dict.fromkeys(asked.profiles)) or [""]
    several = len(names) > 1 or len(asked.roles) > 1
    sessions = [(name, _session(name, asked.limit)) for name in names]
    if asked.roles:
        sessions = [(role.split(":")[4], _assumed(sessions[0][1], role, asked, places)) for role in asked.roles]
    for name, session in sessions:
        client = AwsClient(session, places, asked.limit, asked.log)
        called = name if several else ""
        identity = _identity(client, called, _likely(session, asked))
        partition = partition_of(identity)
        known = partial(Session().get_available_regions, "ec2", partition)
        yield Account(name=called, ask=client, opening=(identity,), home=home(partition), known=known)


def _session(profile: str, limit: Limit) -> Session:
    try:
        session = Session(profile_name=profile or None)
        keys = limit.within(PATIENCE, session.get_credentials)
    except TimeoutError as error:
        raise ConfigError(NO_KEYS.using(of=f" ({error})")) from None
    except ProfileNotFound:
        raise ConfigError(NO_PROFILE.using(name=profile)) from None
    except BotoCoreError as error:
        raise ConfigError(NO_KEYS.using(of=f" ({error})")) from None
    if keys is None:
        raise ConfigError(NO_KEYS.using(of=f" ({profile})" if profile else ""))
    return session


def _likely(session: Session, asked: ScanRequest) -> list[str]:
    """Return where to ask who the keys are: keys of one partition are not known in the other."""
    named = filter(None, (*asked.regions, asked.environment.get("AWS_REGION"), session.region_name))
    return list(dict.fromkeys([*islice(named, 1), *HOMES.values()]))


def _identity(client: AwsClient, name: str, regions: Sequence[str]) -> Reply:
    replies = []
    for region in regions:
        reply = client(IDENTITY.call(name, region))
        if reply.failure is None:
            return reply
        replies.append(reply)
    failure = replies[0].failure
    assert failure is not None
    return replace(replies[0], failure=replace(failure, keys=True))


def _assumed(session: Session, written: str, asked: ScanRequest, places: Mapping[str, str]) -> Session:
    """Return the session of a role; its keys last an hour, longer than a scan may."""
    arn, comma, rest = written.partition(",")
    word, _, external = rest.partition("=")
    if not arn.startswith("arn:") or arn.count(":") < 5 or (comma and word != "external-id"):
        raise ConfigError(BAD_ROLE.using(text=written))
    region = home(arn.split(":")[1])
    sts = session.client("sts", region_name=region, endpoint_url=place(places, "sts", region))
    sending.limited(sts)
    asking: dict[str, Any] = {"RoleArn": arn, "RoleSessionName": "icplint"} | (
        {"ExternalId": external} if external else {}
    )
    try:
        keys = asked.limit.within(PATIENCE, lambda: sts.assume_role(**asking))["Credentials"]
    except (ClientError, BotoCoreError, TimeoutError, *sending.ODD) as error:
        raise ConfigError(NO_ROLE.using(arn=arn, why=" ".join(str(error).split()))) from None
    asked.log(f"sts:AssumeRole {arn}")
    return Session(
        aws_access_key_id=keys["AccessKeyId"],
        aws_secret_access_key=keys["SecretAccessKey"],
        aws_session_token=keys["SessionToken"],
        region_name=region,
    )
