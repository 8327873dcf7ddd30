"""Suffixes of the providers, and what the providers are called."""

from __future__ import annotations

import pytest

from icplint.policy import provider_name, provider_owned, suffix

SAMPLES = [
    # host, service, provider, location, region, confidence
    ("www.example.cn.w.kunlunsl.com", "cdn", "alibaba", "depends", None, "high"),
    ("x.kunlunar.com", "cdn", "alibaba", "depends", None, "high"),
    ("x.w.kunlunxyz.com", "cdn", "alibaba", "depends", None, "high"),
    ("x.kunlunxyz.com", "cdn", "alibaba", "depends", None, "low"),
    ("x.alikunlun.com", "cdn", "alibaba", "depends", None, "high"),
    ("x.alikunlun.net", "cdn", "alibaba", "depends", None, "high"),
    ("x.cdngslb.com", "cdn", "alibaba", "depends", None, "low"),
    ("img.alicdn.com", "cdn", "alibaba", "depends", None, "low"),
    ("b.oss-cn-hangzhou.aliyuncs.com", "oss", "alibaba", "region", "cn-hangzhou", "high"),
    ("oss-us-west-1.aliyuncs.com", "oss", "alibaba", "region", "us-west-1", "high"),
    ("b.oss-cn-shanghai-finance-1-pub.aliyuncs.com", "oss", "alibaba", "region", "cn-shanghai-finance-1-pub", "high"),
    ("b.oss-cn-hangzhou-internal.aliyuncs.com", "oss", "alibaba", "region", "cn-hangzhou", "high"),
    ("b.oss-rg-china-mainland.aliyuncs.com", "oss", "alibaba", "region", "rg-china-mainland", "high"),
    ("x.oss-accelerate.aliyuncs.com", "oss-accelerate", "alibaba", "mainland", None, "high"),
    ("x.oss-accelerate-overseas.aliyuncs.com", "oss-accelerate", "alibaba", "outside", None, "high"),
    ("alb-a1b2.cn-shanghai.alb.aliyuncs.com", "alb", "alibaba", "region", "cn-shanghai", "high"),
    ("nlb-a1b2.ap-southeast-1.nlb.aliyuncs.com", "nlb", "alibaba", "region", "ap-southeast-1", "high"),
    ("alb-a1b2.cn-shanghai.alb.aliyuncsslb.com", "alb", "alibaba", "mainland", None, "high"),
    ("nlb-a1b2.cn-shanghai.nlb.aliyuncsslb.com", "nlb", "alibaba", "mainland", None, "high"),
    ("alb-a1b2.alb.aliyuncsslbintl.com", "alb", "alibaba", "outside", None, "high"),
    ("nlb-a1b2.nlb.aliyuncsslbintl.com", "nlb", "alibaba", "outside", None, "high"),
    ("123456.cn-beijing.fc.aliyuncs.com", "fc", "alibaba", "region", "cn-beijing", "high"),
    ("web-abcdef.cn-hangzhou.fcapp.run", "fc", "alibaba", "region", "cn-hangzhou", "high"),
    ("0a1b2c3d-cn-shenzhen.alicloudapi.com", "api-gateway", "alibaba", "region", "cn-shenzhen", "high"),
    ("0a1b2c3d-ap-southeast-1.alicloudapi.com", "api-gateway", "alibaba", "region", "ap-southeast-1", "high"),
    ("x.yundunwaf3.com", "waf", "alibaba", "depends", None, "high"),
    ("x.aliyunddos0001.com", "ddos", "alibaba", "depends", None, "high"),
    ("ga-bp1example.aliyunga0047.com", "ga", "alibaba", "depends", None, "high"),
    ("gtm-cn-a1.gtm-a2b3.com", "gtm", "alibaba", "depends", None, "low"),
    ("web-1.cn-north-1.elb.amazonaws.com.cn", "alb", "aws-cn", "mainland", "cn-north-1", "high"),
    ("dualstack.web-1.cn-north-1.elb.amazonaws.com.cn", "alb", "aws-cn", "mainland", "cn-north-1", "high"),
    ("web-a1.elb.cn-northwest-1.amazonaws.com.cn", "nlb", "aws-cn", "mainland", "cn-northwest-1", "high"),
    ("ec2-52-80-0-1.cn-north-1.compute.amazonaws.com.cn", "ec2", "aws-cn", "mainland", "cn-north-1", "high"),
    ("b.s3-website.cn-north-1.amazonaws.com.cn", "s3", "aws-cn", "mainland", "cn-north-1", "high"),
    ("b.s3.cn-north-1.amazonaws.com.cn", "s3", "aws-cn", "mainland", "cn-north-1", "high"),
    ("b.s3.dualstack.cn-north-1.amazonaws.com.cn", "s3", "aws-cn", "mainland", "cn-north-1", "high"),
    ("d-a1.execute-api.cn-north-1.amazonaws.com.cn", "api-gateway", "aws-cn", "mainland", "cn-north-1", "high"),
    ("e.cn-northwest-1.eb.amazonaws.com.cn", "elasticbeanstalk", "aws-cn", "mainland", "cn-northwest-1", "high"),
    ("d111.cloudfront.cn", "cloudfront", "aws-cn", "mainland", None, "high"),
    ("x.rds.cn-north-1.amazonaws.com.cn", "aws", "aws-cn", "mainland", None, "high"),
    ("x.api.amazonwebservices.com.cn", "aws", "aws-cn", "mainland", None, "high"),
    ("d111.cloudfront.net", "cloudfront", "aws", "outside", None, "high"),
    ("web-1.eu-west-1.elb.amazonaws.com", "alb", "aws", "outside", "eu-west-1", "high"),
    ("web-a1.elb.ap-east-1.amazonaws.com", "nlb", "aws", "outside", "ap-east-1", "high"),
    ("ec2-1-2-3-4.eu-west-1.compute.amazonaws.com", "ec2", "aws", "outside", "eu-west-1", "high"),
    ("ec2-1-2-3-4.compute-1.amazonaws.com", "ec2", "aws", "outside", None, "high"),
    ("b.s3-website-us-west-2.amazonaws.com", "s3", "aws", "outside", "us-west-2", "high"),
    ("b.s3-website.eu-central-1.amazonaws.com", "s3", "aws", "outside", "eu-central-1", "high"),
    ("a1.execute-api.us-east-1.amazonaws.com", "api-gateway", "aws", "outside", "us-east-1", "high"),
    ("e.eu-west-1.elasticbeanstalk.com", "elasticbeanstalk", "aws", "outside", "eu-west-1", "high"),
    ("a1.lambda-url.eu-west-1.on.aws", "lambda", "aws", "outside", "eu-west-1", "high"),
    ("a1.awsglobalaccelerator.com", "ga", "aws", "outside", None, "high"),
    ("main.a1.amplifyapp.com", "aws", "aws", "outside", None, "high"),
    ("a1.us-east-1.awsapprunner.com", "aws", "aws", "outside", None, "high"),
    ("b.s3.amazonaws.com", "aws", "aws", "outside", None, "low"),
    ("b-125.cos.ap-guangzhou.myqcloud.com", "cos", "tencent", "region", "ap-guangzhou", "low"),
    ("www.example.cn.cdn.dnsv1.com", "cdn", "tencent", "depends", None, "low"),
    ("www.example.cn.cdn.dnsv1.com.cn", "cdn", "tencent", "depends", None, "low"),
    ("x.tdnsv5.com", "cdn", "tencent", "depends", None, "low"),
    ("x.tcdn.qq.com", "cdn", "tencent", "depends", None, "low"),
    ("x.cdntip.com", "cdn", "tencent", "depends", None, "low"),
    ("b.obs.cn-north-4.myhuaweicloud.com", "obs", "huawei", "region", "cn-north-4", "low"),
    ("x.cdnhwc1.com", "cdn", "huawei", "depends", None, "low"),
    ("b.bj.bcebos.com", "bos", "baidu", "depends", None, "low"),
    ("x.a.bdydns.com", "cdn", "baidu", "depends", None, "low"),
    ("x.jomodns.com", "cdn", "baidu", "depends", None, "low"),
    ("x.yunjiasu-cdn.net", "cdn", "baidu", "depends", None, "low"),
    ("x.qiniudns.com", "cdn", "qiniu", "depends", None, "low"),
    ("x.qbox.me", "cdn", "qiniu", "depends", None, "low"),
    ("x.clouddn.com", "cdn", "qiniu", "depends", None, "low"),
    ("x.qnssl.com", "cdn", "qiniu", "depends", None, "low"),
    ("x.aicdn.com", "cdn", "upyun", "mainland", None, "low"),
    ("x.wscdns.com", "cdn", "wangsu", "depends", None, "low"),
    ("x.lxdns.com", "cdn", "wangsu", "depends", None, "low"),
    ("x.wsglb0.com", "cdn", "wangsu", "depends", None, "low"),
    ("x.chinanetcenter.com", "cdn", "wangsu", "depends", None, "low"),
    ("x.ks-cdn.com", "cdn", "ksyun", "depends", None, "low"),
    ("x.ksyuncdn.com", "cdn", "ksyun", "depends", None, "low"),
]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample[0])
def test_a_sample_of_every_suffix(sample: tuple[str, str, str, str, str | None, str]) -> None:
    host, *expected = sample
    found = suffix(host)
    assert found is not None
    assert [found.service, found.provider, found.location, found.region, found.confidence] == expected
    assert found.source


@pytest.mark.parametrize(
    "host",
    [
        "www.example.cn", "kunlun.example.cn", "notkunlunsl.com", "myamazonaws.com", "ecs.aliyuncs.com",
        "b.oss-cn-hangzhou.aliyuncs.com.example.cn", "fake-oss-cn-hangzhou.aliyuncs.com", "yundunwaf.com", "com", "",
    ],
)  # fmt: skip
def test_other_names_have_no_suffix(host: str) -> None:
    assert suffix(host) is None


def test_case_and_the_final_dot_do_not_matter() -> None:
    assert suffix("B.OSS-CN-Hangzhou.AliyunCS.com.") == suffix("b.oss-cn-hangzhou.aliyuncs.com")


@pytest.mark.parametrize(
    "host",
    [
        "ecs.aliyuncs.com", "aliyuncs.com", "b.oss-cn-hangzhou.aliyuncs.com", "x.cn-hangzhou.fcapp.run",
        "b.cos.ap-guangzhou.myqcloud.com", "x.w.kunlunsl.com", "x.w.kunlunxyz.com", "d111.cloudfront.cn",
        "x.cdnhwc1.com", "x.alicdn.com",
    ],
)  # fmt: skip
def test_a_provider_files_its_own_names(host: str) -> None:
    assert provider_owned(host)


@pytest.mark.parametrize("host", ["www.example.cn", "www.kunlunbank.com", "notaliyuncs.com", "gtm-a.gtm-b.com"])
def test_other_names_are_for_their_holders_to_file(host: str) -> None:
    assert not provider_owned(host)


def test_names_of_providers() -> None:
    assert (provider_name("alibaba").say("en"), provider_name("alibaba").say("zh")) == ("Alibaba Cloud", "阿里云")
    assert provider_name("azure-cn").say("zh") == "Azure 中国（世纪互联）"
    assert provider_name("某机房").say("en") == "某机房"


def test_every_provider_of_a_suffix_has_a_name() -> None:
    for host, _, provider, *_ in SAMPLES:
        assert provider_name(provider).zh != provider, host
