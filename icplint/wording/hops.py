"""What nodes and services are called, and the sentence of each hop."""

from __future__ import annotations

from typing import Final

from icplint.graph.graph import Edge, Graph
from icplint.model.answer import Evidence
from icplint.model.origin import Origin
from icplint.model.text import Text, listing, plain
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import (
    Address,
    Bucket,
    Gateway,
    LoadBalancer,
    Node,
    Proxy,
    Record,
    Relation,
    Server,
    ServerGroup,
    Service,
)
from icplint.policy import product_name
from icplint.wording import filing_sentences as filing_say
from icplint.wording import sentences as say

_SERVICES: Final = {
    "api-gateway": Text(en="API Gateway", zh="API 网关"),
    "cloudflare": Text(en="Cloudflare proxy", zh="Cloudflare 代理"),
    "cloudfront": plain("CloudFront"),
    "apig": Text(en="cloud-native API Gateway", zh="云原生 API 网关"),
    "ddos": Text(en="Anti-DDoS", zh="DDoS 高防"),
    "ddos-scheduler": Text(en="Anti-DDoS scheduling rule", zh="DDoS 高防流量调度规则"),
    "edgeone": plain("EdgeOne"),
    "elasticbeanstalk": plain("Elastic Beanstalk"),
    "esa-pool": Text(en="ESA origin pool", zh="ESA 源地址池"),
    "fc": Text(en="Function Compute", zh="函数计算"),
    "ga": Text(en="Global Accelerator", zh="全球加速"),
    "hosting": Text(en="site hosting", zh="网站托管"),
    "huawei-ecs": Text(en="ECS of Huawei Cloud", zh="华为云 ECS"),
    "lambda": plain("Lambda"),
    "lighthouse": Text(en="Lighthouse", zh="腾讯云轻量应用服务器"),
    "live": Text(en="ApsaraVideo Live", zh="视频直播"),
    "mse": Text(en="cloud-native gateway", zh="云原生网关"),
    "oss-accelerate": Text(en="OSS transfer acceleration", zh="OSS 传输加速"),
    "storage": Text(en="object storage", zh="对象存储"),
    "vm": Text(en="a virtual machine", zh="虚拟机"),
    "vod": Text(en="ApsaraVideo VOD", zh="视频点播"),
}
_PRODUCTS: Final = {
    "alb": Text(en="the ALB instance {key}", zh="ALB 实例 {key}"),
    "api-gateway": Text(en="the API Gateway group {key}", zh="API 网关分组 {key}"),
    "cloudfront": Text(en="the CloudFront distribution {key}", zh="CloudFront 分配 {key}"),
    "cos": Text(en="the COS bucket {key}", zh="COS 存储桶 {key}"),
    "cvm": Text(en="the CVM instance {key}", zh="CVM 实例 {key}"),
    "ec2": Text(en="the EC2 instance {key}", zh="EC2 实例 {key}"),
    "eci": Text(en="the container group {key}", zh="容器组 {key}"),
    "ecs": Text(en="the ECS instance {key}", zh="ECS 实例 {key}"),
    "ens": Text(en="the edge node {key}", zh="边缘节点 {key}"),
    "ess": Text(en="the scaling group {key}", zh="伸缩组 {key}"),
    "fc": Text(en="the Function Compute endpoint {key}", zh="函数计算 {key}"),
    "havip": Text(en="the virtual address {key}", zh="高可用虚拟 IP {key}"),
    "huawei-ecs": Text(en="the ECS instance {key}", zh="ECS 实例 {key}"),
    "lighthouse": Text(en="the Lighthouse instance {key}", zh="轻量应用服务器 {key}"),
    "nat": Text(en="the NAT gateway {key}", zh="NAT 网关 {key}"),
    "nlb": Text(en="the NLB instance {key}", zh="NLB 实例 {key}"),
    "obs": Text(en="the OBS bucket {key}", zh="OBS 桶 {key}"),
    "s3": Text(en="the S3 bucket {key}", zh="S3 存储桶 {key}"),
    "sae": Text(en="the SAE load balancer {key}", zh="SAE 负载均衡 {key}"),
    "server-group": Text(en="the server group {key}", zh="服务器组 {key}"),
    "slb": Text(en="the load balancer {key}", zh="负载均衡 {key}"),
    "oss": Text(en="the OSS bucket {key}", zh="OSS 存储空间 {key}"),
    "swas": Text(en="the Simple Application Server {key}", zh="轻量应用服务器 {key}"),
}
_ACCELERATED: Final = Text(en="the {service} domain {key}", zh="{service} 加速域名 {key}")
_ACCELERATORS: Final = frozenset({"cdn", "dcdn", "scdn", "live", "vod"})
_PROTECTED: Final = Text(en="the {service} domain {key}", zh="{service} 接入域名 {key}")
_PROTECTORS: Final = frozenset({"ddos", "esa", "waf"})
_KINDS: Final = {
    "cdn": Text(en="a CDN", zh="CDN"),
    "cloudflare": Text(en="a Cloudflare proxy", zh="Cloudflare 代理"),
    "cloudfront": Text(en="a CloudFront distribution", zh="CloudFront 分配"),
    "dcdn": Text(en="a DCDN", zh="DCDN"),
    "scdn": Text(en="an SCDN", zh="SCDN"),
}
"""Services of which one speaks as of a kind of thing; the others go by their names."""
_THE: Final = Text(en="the {service}", zh="{service}")
_ADDRESS: Final = Text(en="the address {key}", zh="地址 {key}")
_OTHER: Final = Text(en="the {service} {key}", zh="{service} {key}")


def node_name(node: Node) -> Text:
    """Return a node by what it is and its name."""
    match node:
        case Proxy(product=product) if product in _ACCELERATORS:
            return _ACCELERATED.using(service=service(product), key=node.key)
        case Proxy(product=product) if product in _PROTECTORS:
            return _PROTECTED.using(service=service(product), key=node.key)
        case Server() | LoadBalancer() | Bucket() | Gateway() | ServerGroup() | Proxy():
            known = _PRODUCTS.get(node.product)
            return known.using(key=node.key) if known else _OTHER.using(service=service(node.product), key=node.key)
        case Address():
            return _ADDRESS.using(key=node.key)
        case _:
            return plain(node.key)


def service(word: str) -> Text:
    """Return what a service is called; one without a name of its own goes by its abbreviation (ALB, WAF, GA).

    A plugin names its own in a table, or as they are written (API Gateway).
    """
    return _SERVICES.get(word) or product_name(word) or plain(word.upper() if word.islower() else word)


def the(product: str) -> Text:
    """Return what a service is called in the middle of a sentence: the CDN, but WAF."""
    return _THE.using(service=service(product)) if product in _KINDS else service(product)


def words(edge: Edge) -> Text:
    """Return what an edge's value is called; a value that points at nothing is said to."""
    return plain(edge.words) if edge.words else say.UNKNOWN_VALUE


def file_origin(files: str) -> Origin | None:
    """Return the register as a place."""
    return Origin(file=files) if files else None


def differing(graph: Graph, node: Node, *words: str) -> tuple[Evidence, ...]:
    """Return a sentence for each argument of a node that is declared otherwise than it is, of those in `words`."""
    return tuple(
        Evidence(
            filing_say.DIFFERS.using(name=node_name(node), what=d.what, declared=d.declared, live=d.live), d.origin
        )
        for d in graph.differences(node)
        if d.what in words
    )


def step(edge: Edge) -> Text | None:
    """Return the sentence of one hop; None where the next sentence says it all."""
    match edge.relation:
        case Relation.RESOLVES_TO:
            return _record_step(edge)
        case Relation.FRONTS:
            return say.ORIGIN.using(name=node_name(edge.start), words=words(edge))
        case _:
            return _step_to(edge)


def _step_to(edge: Edge) -> Text | None:
    end = listing([node_name(one) for one in edge.ends]) if edge.ends else words(edge)
    match edge.relation:
        case Relation.BOUND_TO:
            return say.BINDS.using(by=edge.by or edge.words, end=end)
        case Relation.SERVED_BY if edge.by:
            return say.CNAME_BOUND.using(by=edge.by, name=edge.start.key, end=end)
        case Relation.SERVED_BY if isinstance(edge.ends[0], Service):
            return _by_a_stranger(edge, edge.ends[0])
        case Relation.SERVED_BY:
            return say.ACCELERATED.using(by=edge.words, name=edge.start.key, service=_a(edge.ends[0]))
        case Relation.ANSWERS_AT:
            return say.ANSWERS_AT.using(name=node_name(edge.start), end=end)
        case Relation.FORWARDS_TO if isinstance(edge.start, Service):
            return say.LEADS.using(name=edge.start.key, end=end)
        case Relation.FORWARDS_TO:
            return say.FORWARDS.using(name=node_name(edge.start), end=end)
        case _:
            return None


def _by_a_stranger(edge: Edge, service: Service) -> Text | None:
    if edge.start.key == edge.words:  # its name is not known
        return None
    text = say.HANDED if service.why else say.RECORDED if service.record else say.SERVES
    return text.using(by=edge.words, name=edge.start.key)


def _a(node: Node) -> Text:
    """Return what a name is put on, as one says it: a CDN, WAF, Function Compute."""
    match node:
        case Proxy():
            return _KINDS.get(node.product, service(node.product))
        case Gateway():
            return service(node.product)
        case _:
            return node_name(node)


def literal(edge: Edge) -> Text | None:
    """Return whose address a literal is, where the run has what it belongs to."""
    if len(edge.ends) != 1 or not isinstance(edge.ends[0], Server | LoadBalancer | Address):
        return None
    end = edge.ends[0]
    return None if end.key in edge.words or edge.by else say.BELONGS.using(words=edge.words, end=node_name(end))


def _record_step(edge: Edge) -> Text:
    record = edge.start
    assert isinstance(record, Record)
    line = "default" if isinstance(record.line, Unknown) else record.line
    values = {"name": record.host, "words": words(edge), "line": line}
    if edge.by:
        return say.POOLED.using(by=edge.by, **values)
    if isinstance(record.record_type, Unknown):
        return say.HAS_SOME_RECORD.using(**values)
    kind = record.record_type.upper()
    if record.resolver is not None:
        return say.RESOLVED.using(resolver=record.resolver, type=kind, **values)
    article = "an" if kind in {"A", "AAAA", "ALIAS", "MX", "NS", "SRV"} else "a"
    text = say.HAS_RECORD if line == "default" else say.HAS_RECORD_ON_LINE
    return text.using(**values, article=article, type=kind)
