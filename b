example.cn
  cannot tell ICP201 untransferred-filing  cannot tell whether example.cn reaches Alibaba Cloud in mainland China, which is no access provider of the filing of example.cn
    examples/blog-on-ecs/main.tf:42:17                              example.cn has an A record with alicloud_eip_address.blog.ip_address
      42 |   value       = alicloud_eip_address.blog.ip_address
         |                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    examples/blog-on-ecs/main.tf:32:19                              alicloud_eip_association.blog binds that address to the ECS instance alicloud_instance.blog
    examples/blog-on-ecs/main.tf:7:1                                the ECS instance alicloud_instance.blog is in cn-hangzhou, mainland China (examples/blog-on-ecs/providers.tf:13:12)
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   example.cn is filed: 沪ICP备2021004567号-1
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain untransferred-filing
  cannot tell ICP201 untransferred-filing  cannot tell whether www.example.cn reaches Alibaba Cloud in mainland China, which is no access provider of the filing of example.cn
    examples/blog-on-ecs/main.tf:42:17                              www.example.cn has an A record with alicloud_eip_address.blog.ip_address
    examples/blog-on-ecs/main.tf:32:19                              alicloud_eip_association.blog binds that address to the ECS instance alicloud_instance.blog
    examples/blog-on-ecs/main.tf:7:1                                the ECS instance alicloud_instance.blog is in cn-hangzhou, mainland China (examples/blog-on-ecs/providers.tf:13:12)
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   example.cn is filed: 沪ICP备2021004567号-1
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain untransferred-filing
  cannot tell ICP201 untransferred-filing  cannot tell whether staging.example.cn reaches Alibaba Cloud in mainland China, which is no access provider of the filing of example.cn
    examples/staging-before-filing/main.tf:25:17                    staging.example.cn has an A record with alicloud_instance.product.public_ip
      25 |   value       = alicloud_instance.product.public_ip
         |                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    examples/staging-before-filing/main.tf:7:1                      the ECS instance alicloud_instance.product is in cn-hangzhou, mainland China (examples/staging-before-filing/providers.tf:13:12)
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   example.cn is filed: 沪ICP备2021004567号-1
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain untransferred-filing
  cannot tell ICP201 untransferred-filing  cannot tell whether *.preview.example.cn reaches Alibaba Cloud in mainland China, which is no access provider of the filing of example.cn
    examples/staging-before-filing/main.tf:32:17                    *.preview.example.cn has an A record with alicloud_instance.product.public_ip
      32 |   value       = alicloud_instance.product.public_ip
         |                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    examples/staging-before-filing/main.tf:7:1                      the ECS instance alicloud_instance.product is in cn-hangzhou, mainland China (examples/staging-before-filing/providers.tf:13:12)
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   example.cn is filed: 沪ICP备2021004567号-1
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain untransferred-filing
  cannot tell ICP201 untransferred-filing  cannot tell whether demo.example.cn reaches Alibaba Cloud in mainland China, which is no access provider of the filing of example.cn
    examples/staging-before-filing/main.tf:40:17                    demo.example.cn has an A record with alicloud_instance.product.public_ip
      40 |   value       = alicloud_instance.product.public_ip
         |                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    examples/staging-before-filing/main.tf:7:1                      the ECS instance alicloud_instance.product is in cn-hangzhou, mainland China (examples/staging-before-filing/providers.tf:13:12)
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   example.cn is filed: 沪ICP备2021004567号-1
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain untransferred-filing
  cannot tell ICP201 untransferred-filing  cannot tell whether app.example.cn reaches Alibaba Cloud in mainland China, which is no access provider of the filing of example.cn
    examples/unknown-until-apply/main.tf:34:17                      app.example.cn has an A record with alicloud_instance.app.public_ip
      34 |   value       = alicloud_instance.app.public_ip
         |                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    examples/unknown-until-apply/main.tf:20:1                       the region of the ECS instance alicloud_instance.app is not known: variable region has no value
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   example.cn is filed: 沪ICP备2021004567号-1
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    give region a value with --var region=…, --var-file or TF_VAR_region, or check the plan
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain untransferred-filing
  cannot tell ICP201 untransferred-filing  cannot tell whether archive.example.cn reaches Alibaba Cloud in mainland China, which is no access provider of the filing of example.cn
    examples/unknown-until-apply/main.tf:46:17                      archive.example.cn has an A record with data.alicloud_eip_addresses.archive.addresses[0].ip_address
      46 |   value       = data.alicloud_eip_addresses.archive.addresses[0].ip_address
         |                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    examples/unknown-until-apply/main.tf:38:1                       the region of the address data.alicloud_eip_addresses.archive is not known: variable region has no value
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   example.cn is filed: 沪ICP备2021004567号-1
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    give region a value with --var region=…, --var-file or TF_VAR_region, or check the plan
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain untransferred-filing
  cannot tell ICP202 untransferred-cdn-origin  cannot tell whether static.example.cn is accelerated in mainland China with its origin on Alibaba Cloud, which is no access provider of the filing of example.cn
    plugins/icplint-aws/examples/route53-and-cdn/alibaba.tf:10:17   alicloud_cdn_domain_new.static puts static.example.cn on a CDN
      10 |   domain_name = "static.example.cn"
         |                 ^^^^^^^^^^^^^^^^^^^
    plugins/icplint-aws/examples/route53-and-cdn/alibaba.tf:9:1     the CDN answers static.example.cn from the mainland (domestic, the default, as no scope is given)
    plugins/icplint-aws/examples/route53-and-cdn/alibaba.tf:13:3    the CDN domain static.example.cn fetches from the origin aws_lb.beijing.dns_name
    plugins/icplint-aws/examples/route53-and-cdn/aws.tf:1:1         aws_lb is known to the plugin icplint-aws only, so where aws_lb.beijing answers from is not known
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   example.cn is filed: 沪ICP备2021004567号-1
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    pip install icplint-aws
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain untransferred-cdn-origin
  cannot tell ICP203 abandoned-access  cannot tell whether www.example.cn is served from a mainland server of a provider that the filing of example.cn does not name
    plugins/icplint-aws/examples/route53-and-cdn/dns.tf:16:13   aws_route53_record.cn_www serves www.example.cn
      16 |   name    = "www"
         |             ^^^^^
    plugins/icplint-aws/examples/route53-and-cdn/dns.tf:14:1    aws_route53_record is known to the plugin icplint-aws only, so where aws_route53_record.cn_www answers from is not known
    plugins/icplint-aws/tests/site/main.tf:156:13               aws_route53_record.www serves www.example.cn
    plugins/icplint-aws/tests/site/main.tf:154:1                aws_route53_record is known to the plugin icplint-aws only, so where aws_route53_record.www answers from is not known
    to settle it                                                pip install icplint-aws
    more                                                        icplint explain abandoned-access
  cannot tell ICP201 untransferred-filing  cannot tell whether img.example.cn reaches Alibaba Cloud in mainland China, which is no access provider of the filing of example.cn
    plugins/icplint-aws/tests/site/main.tf:109:13                   aws_cloudfront_distribution.img serves img.example.cn
      109 |   aliases = ["img.example.cn"]
          |             ^^^^^^^^^^^^^^^^^^
    plugins/icplint-aws/tests/site/main.tf:107:1                    aws_cloudfront_distribution is known to the plugin icplint-aws only, so where aws_cloudfront_distribution.img answers from is not known
    plugins/icplint-aws/tests/site/main.tf:176:13                   aws_route53_record.img serves img.example.cn
    plugins/icplint-aws/tests/site/main.tf:174:1                    aws_route53_record is known to the plugin icplint-aws only, so where aws_route53_record.img answers from is not known
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   example.cn is filed: 沪ICP备2021004567号-1
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    pip install icplint-aws
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain untransferred-filing
  cannot tell ICP203 abandoned-access  cannot tell whether img.example.cn is served from a mainland server of a provider that the filing of example.cn does not name
    plugins/icplint-aws/tests/site/main.tf:109:13   aws_cloudfront_distribution.img serves img.example.cn
    plugins/icplint-aws/tests/site/main.tf:107:1    aws_cloudfront_distribution is known to the plugin icplint-aws only, so where aws_cloudfront_distribution.img answers from is not known
    plugins/icplint-aws/tests/site/main.tf:176:13   aws_route53_record.img serves img.example.cn
    plugins/icplint-aws/tests/site/main.tf:174:1    aws_route53_record is known to the plugin icplint-aws only, so where aws_route53_record.img answers from is not known
    to settle it                                    pip install icplint-aws
    more                                            icplint explain abandoned-access
  cannot tell ICP202 untransferred-cdn-origin  cannot tell whether origin.example.cn is accelerated in mainland China with its origin on Alibaba Cloud, which is no access provider of the filing of example.cn
    plugins/icplint-aws/tests/site/main.tf:168:13                   aws_route53_record.origin serves origin.example.cn
      168 |   name    = "origin"
          |             ^^^^^^^^
    plugins/icplint-aws/tests/site/main.tf:166:1                    aws_route53_record is known to the plugin icplint-aws only, so where aws_route53_record.origin answers from is not known
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   example.cn is filed: 沪ICP备2021004567号-1
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    pip install icplint-aws
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain untransferred-cdn-origin
  cannot tell ICP203 abandoned-access  cannot tell whether origin.example.cn is served from a mainland server of a provider that the filing of example.cn does not name
    plugins/icplint-aws/tests/site/main.tf:168:13   aws_route53_record.origin serves origin.example.cn
    plugins/icplint-aws/tests/site/main.tf:166:1    aws_route53_record is known to the plugin icplint-aws only, so where aws_route53_record.origin answers from is not known
    to settle it                                    pip install icplint-aws
    more                                            icplint explain abandoned-access
  cannot tell ICP201 untransferred-filing      cannot tell whether beta.example.cn reaches Alibaba Cloud in mainland China, which is no access provider of the filing of example.cn
  cannot tell ICP202 untransferred-cdn-origin  cannot tell whether beta.example.cn is accelerated in mainland China with its origin on Alibaba Cloud, which is no access provider of the filing of example.cn
    plugins/icplint-aws/tests/site/main.tf:185:20                   aws_route53_record.weighted["here"] serves beta.example.cn
      185 |   name           = "beta"
          |                    ^^^^^^
    plugins/icplint-aws/tests/site/main.tf:182:1                    aws_route53_record is known to the plugin icplint-aws only, so where aws_route53_record.weighted["here"] answers from is not known
    plugins/icplint-aws/tests/site/main.tf:185:20                   aws_route53_record.weighted["there"] serves beta.example.cn
    plugins/icplint-aws/tests/site/main.tf:182:1                    aws_route53_record is known to the plugin icplint-aws only, so where aws_route53_record.weighted["there"] answers from is not known
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   example.cn is filed: 沪ICP备2021004567号-1
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    pip install icplint-aws
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain untransferred-filing
  cannot tell ICP203 abandoned-access  cannot tell whether beta.example.cn is served from a mainland server of a provider that the filing of example.cn does not name
    plugins/icplint-aws/tests/site/main.tf:185:20   aws_route53_record.weighted["here"] serves beta.example.cn
    plugins/icplint-aws/tests/site/main.tf:182:1    aws_route53_record is known to the plugin icplint-aws only, so where aws_route53_record.weighted["here"] answers from is not known
    plugins/icplint-aws/tests/site/main.tf:185:20   aws_route53_record.weighted["there"] serves beta.example.cn
    plugins/icplint-aws/tests/site/main.tf:182:1    aws_route53_record is known to the plugin icplint-aws only, so where aws_route53_record.weighted["there"] answers from is not known
    to settle it                                    pip install icplint-aws
    more                                            icplint explain abandoned-access
  cannot tell ICP202 untransferred-cdn-origin  cannot tell whether www.example.cn is accelerated in mainland China with its origin on Alibaba Cloud, which is no access provider of the filing of example.cn
    tests/parity/site/main.tf:131:17                                www.example.cn has a CNAME record with alicloud_cdn_domain_new.www.cname
      131 |   value       = alicloud_cdn_domain_new.www.cname
          |                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    tests/parity/site/main.tf:110:1                                 the CDN answers www.example.cn from the mainland (domestic, the default, as no scope is given)
    tests/parity/site/main.tf:114:3                                 the CDN domain www.example.cn fetches from the origin origin.example.cn
    tests/parity/site/main.tf:138:17                                origin.example.cn has an A record with alicloud_slb_load_balancer.site.address
    tests/parity/site/main.tf:74:1                                  the load balancer alicloud_slb_load_balancer.site is in cn-hangzhou, mainland China (tests/parity/site/main.tf:76:20)
    tests/parity/site/main.tf:74:1                                  the load balancer alicloud_slb_load_balancer.site has a public address
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   example.cn is filed: 沪ICP备2021004567号-1
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain untransferred-cdn-origin
  cannot tell ICP201 untransferred-filing  cannot tell whether origin.example.cn reaches Alibaba Cloud in mainland China, which is no access provider of the filing of example.cn
    tests/parity/site/main.tf:138:17                                origin.example.cn has an A record with alicloud_slb_load_balancer.site.address
      138 |   value       = alicloud_slb_load_balancer.site.address
          |                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    tests/parity/site/main.tf:74:1                                  the load balancer alicloud_slb_load_balancer.site is in cn-hangzhou, mainland China (tests/parity/site/main.tf:76:20)
    tests/parity/site/main.tf:74:1                                  the load balancer alicloud_slb_load_balancer.site has a public address
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   example.cn is filed: 沪ICP备2021004567号-1
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain untransferred-filing
  cannot tell ICP201 untransferred-filing  cannot tell whether second.example.cn reaches Alibaba Cloud in mainland China, which is no access provider of the filing of example.cn
    tests/parity/site/main.tf:152:17                                second.example.cn has an A record with alicloud_instance.web[1].public_ip
      152 |   value       = alicloud_instance.web[1].public_ip
          |                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    tests/parity/site/main.tf:42:1                                  the ECS instance alicloud_instance.web[1] is in cn-hangzhou, mainland China (tests/parity/site/main.tf:47:32)
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   example.cn is filed: 沪ICP备2021004567号-1
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain untransferred-filing
  cannot tell ICP202 untransferred-cdn-origin  cannot tell whether img.example.cn is accelerated in mainland China with its origin on Alibaba Cloud, which is no access provider of the filing of example.cn
    tests/parity/site/modules/cdn/main.tf:40:17                     img.example.cn has a CNAME record with module.cdn["img"].alicloud_cdn_domain_new.this.cname
      40 |   value       = alicloud_cdn_domain_new.this.cname
         |                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      called from tests/parity/site/main.tf:100:1 as module.cdn["img"]
    tests/parity/site/modules/cdn/main.tf:28:17                     the CDN answers img.example.cn from the mainland (scope global)
    tests/parity/site/modules/cdn/main.tf:30:3                      the CDN domain img.example.cn fetches from the origin alicloud_slb_load_balancer.site.address
    tests/parity/site/main.tf:74:1                                  the load balancer alicloud_slb_load_balancer.site is in cn-hangzhou, mainland China (tests/parity/site/main.tf:76:20)
    tests/parity/site/main.tf:74:1                                  the load balancer alicloud_slb_load_balancer.site has a public address
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   example.cn is filed: 沪ICP备2021004567号-1
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain untransferred-cdn-origin
  cannot tell ICP201 untransferred-filing  cannot tell whether *.hk.example.cn reaches Alibaba Cloud in mainland China, which is no access provider of the filing of example.cn
    tests/resources/data/alidns/main.tf:45:17                       *.hk.example.cn has an A record with alicloud_instance.web.public_ip
      45 |   value       = alicloud_instance.web.public_ip
         |                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    tests/resources/data/alidns/main.tf:5:1                         the ECS instance alicloud_instance.web is in cn-hangzhou, mainland China (tests/resources/data/alidns/main.tf:6:32)
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   example.cn is filed: 沪ICP备2021004567号-1
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain untransferred-filing
  cannot tell ICP201 untransferred-filing  cannot tell whether go.example.cn reaches Alibaba Cloud in mainland China, which is no access provider of the filing of example.cn
    tests/resources/data/alidns/main.tf:48:1                        go.example.cn is answered by the URL forwarder of Alibaba Cloud DNS, which stands in mainland China
      48 | resource "alicloud_alidns_record" "go" {
         | ^^^^^^^^
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   example.cn is filed: 沪ICP备2021004567号-1
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain untransferred-filing
  cannot tell ICP201 untransferred-filing  cannot tell whether alias.example.cn reaches Alibaba Cloud in mainland China, which is no access provider of the filing of example.cn
    tests/resources/data/alidns/main.tf:59:17                       alias.example.cn has a CNAME record with a.hk.example.cn.
      59 |   value       = "a.hk.example.cn."
         |                 ^^^^^^^^^^^^^^^^^^
    tests/resources/data/alidns/main.tf:45:17                       *.hk.example.cn has an A record with alicloud_instance.web.public_ip
    tests/resources/data/alidns/main.tf:5:1                         the ECS instance alicloud_instance.web is in cn-hangzhou, mainland China (tests/resources/data/alidns/main.tf:6:32)
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   example.cn is filed: 沪ICP备2021004567号-1
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain untransferred-filing
  cannot tell ICP201 untransferred-filing      cannot tell whether dev.example.cn reaches Alibaba Cloud in mainland China, which is no access provider of the filing of example.cn
  cannot tell ICP202 untransferred-cdn-origin  cannot tell whether dev.example.cn is accelerated in mainland China with its origin on Alibaba Cloud, which is no access provider of the filing of example.cn
    tests/resources/data/alidns/main.tf:62:1                        dev.example.cn and all names below it are delegated to other name servers, whose records were not read
      62 | resource "alicloud_alidns_record" "dev" {
         | ^^^^^^^^
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   example.cn is filed: 沪ICP备2021004567号-1
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    check the configuration that holds its DNS records together with this one, or ask public DNS (--resolve); where a provider's names lead may be said in icplint.toml ([[suffix]])
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain untransferred-filing
  cannot tell ICP203 abandoned-access  cannot tell whether dev.example.cn is served from a mainland server of a provider that the filing of example.cn does not name
    tests/resources/data/alidns/main.tf:62:1   dev.example.cn and all names below it are delegated to other name servers, whose records were not read
    to settle it                               check the configuration that holds its DNS records together with this one, or ask public DNS (--resolve); where a provider's names lead may be said in icplint.toml ([[suffix]])
    more                                       icplint explain abandoned-access
  cannot tell ICP201 untransferred-filing      cannot tell whether below.example.cn reaches Alibaba Cloud in mainland China, which is no access provider of the filing of example.cn
  cannot tell ICP202 untransferred-cdn-origin  cannot tell whether below.example.cn is accelerated in mainland China with its origin on Alibaba Cloud, which is no access provider of the filing of example.cn
    tests/resources/data/alidns/main.tf:80:17                       below.example.cn has a CNAME record with x.dev.example.cn
      80 |   value       = "x.dev.example.cn"
         |                 ^^^^^^^^^^^^^^^^^^
    tests/resources/data/alidns/main.tf:80:17                       nothing that was read says what x.dev.example.cn resolves to
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   example.cn is filed: 沪ICP备2021004567号-1
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    check the configuration that holds its DNS records together with this one, or ask public DNS (--resolve); where a provider's names lead may be said in icplint.toml ([[suffix]])
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain untransferred-filing
  cannot tell ICP203 abandoned-access  cannot tell whether below.example.cn is served from a mainland server of a provider that the filing of example.cn does not name
    tests/resources/data/alidns/main.tf:80:17   below.example.cn has a CNAME record with x.dev.example.cn
    tests/resources/data/alidns/main.tf:80:17   nothing that was read says what x.dev.example.cn resolves to
    to settle it                                check the configuration that holds its DNS records together with this one, or ask public DNS (--resolve); where a provider's names lead may be said in icplint.toml ([[suffix]])
    more                                        icplint explain abandoned-access
  cannot tell ICP201 untransferred-filing  cannot tell whether www.zone.example.cn reaches Alibaba Cloud in mainland China, which is no access provider of the filing of example.cn
    tests/resources/data/alidns/main.tf:108:17                      www.zone.example.cn has an A record with alicloud_instance.web.public_ip
      108 |   value       = alicloud_instance.web.public_ip
          |                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    tests/resources/data/alidns/main.tf:5:1                         the ECS instance alicloud_instance.web is in cn-hangzhou, mainland China (tests/resources/data/alidns/main.tf:6:32)
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   example.cn is filed: 沪ICP备2021004567号-1
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain untransferred-filing
  cannot tell ICP201 untransferred-filing  cannot tell whether old.example.cn reaches Alibaba Cloud in mainland China, which is no access provider of the filing of example.cn
    tests/resources/data/alidns/main.tf:115:17                      old.example.cn has an A record with alicloud_instance.web.public_ip
      115 |   value       = alicloud_instance.web.public_ip
          |                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    tests/resources/data/alidns/main.tf:5:1                         the ECS instance alicloud_instance.web is in cn-hangzhou, mainland China (tests/resources/data/alidns/main.tf:6:32)
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   example.cn is filed: 沪ICP备2021004567号-1
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain untransferred-filing
  cannot tell ICP201 untransferred-filing  cannot tell whether access.example.cn reaches Alibaba Cloud in mainland China, which is no access provider of the filing of example.cn
    tests/resources/data/alidns/main.tf:150:3                       alicloud_alidns_address_pool.web lets the traffic manager answer gtm.example.cn with alicloud_instance.web.public_ip
      150 |   address {
          |   ^^^^^^^
    tests/resources/data/alidns/main.tf:5:1                         the ECS instance alicloud_instance.web is in cn-hangzhou, mainland China (tests/resources/data/alidns/main.tf:6:32)
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   example.cn is filed: 沪ICP备2021004567号-1
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain untransferred-filing
  cannot tell ICP201 untransferred-filing  cannot tell whether gtm.example.cn reaches Alibaba Cloud in mainland China, which is no access provider of the filing of example.cn
    tests/resources/data/alidns/main.tf:150:3                       alicloud_alidns_address_pool.web lets the traffic manager answer gtm.example.cn with alicloud_instance.web.public_ip
    tests/resources/data/alidns/main.tf:5:1                         the ECS instance alicloud_instance.web is in cn-hangzhou, mainland China (tests/resources/data/alidns/main.tf:6:32)
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   example.cn is filed: 沪ICP备2021004567号-1
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain untransferred-filing
  cannot tell ICP201 untransferred-filing      cannot tell whether cloud.example.cn reaches Alibaba Cloud in mainland China, which is no access provider of the filing of example.cn
  cannot tell ICP202 untransferred-cdn-origin  cannot tell whether cloud.example.cn is accelerated in mainland China with its origin on Alibaba Cloud, which is no access provider of the filing of example.cn
    tests/resources/data/alidns/main.tf:157:1                       nothing that was read says what alicloud_alidns_cloud_gtm_instance_config.cloud answers
      157 | resource "alicloud_alidns_cloud_gtm_instance_config" "cloud" {
          | ^^^^^^^^
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   example.cn is filed: 沪ICP备2021004567号-1
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain untransferred-filing
  cannot tell ICP203 abandoned-access  cannot tell whether cloud.example.cn is served from a mainland server of a provider that the filing of example.cn does not name
    tests/resources/data/alidns/main.tf:157:1   nothing that was read says what alicloud_alidns_cloud_gtm_instance_config.cloud answers
    more                                        icplint explain abandoned-access
  cannot tell ICP201 untransferred-filing  cannot tell whether eip.example.cn reaches Alibaba Cloud in mainland China, which is no access provider of the filing of example.cn
    tests/resources/data/data_sources/main.tf:8:17                  eip.example.cn has an A record with data.alicloud_eip_addresses.web.addresses[0].ip_address
      8 |   value       = data.alicloud_eip_addresses.web.addresses[0].ip_address
        |                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    tests/resources/data/data_sources/main.tf:2:1                   the address data.alicloud_eip_addresses.web is in cn-shanghai, mainland China (tests/resources/data/data_sources/main.tf:1:32)
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   example.cn is filed: 沪ICP备2021004567号-1
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain untransferred-filing
  cannot tell ICP201 untransferred-filing  cannot tell whether slb.example.cn reaches Alibaba Cloud in mainland China, which is no access provider of the filing of example.cn
    tests/resources/data/data_sources/main.tf:14:17                 slb.example.cn has an A record with data.alicloud_slb_load_balancers.edge.balancers[0].address
      14 |   value       = data.alicloud_slb_load_balancers.edge.balancers[0].address
         |                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    tests/resources/data/data_sources/main.tf:3:1                   the load balancer data.alicloud_slb_load_balancers.edge is in cn-shanghai, mainland China (tests/resources/data/data_sources/main.tf:1:32)
    tests/resources/data/data_sources/main.tf:3:1                   whether the load balancer data.alicloud_slb_load_balancers.edge has a public address is not known: data.alicloud_slb_load_balancers.edge is looked up, and what it lists does not say address_type
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   example.cn is filed: 沪ICP备2021004567号-1
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    check the configuration or the account that holds what is looked up together with this one, or the plan (terraform show -json), which keeps what the data source returned
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain untransferred-filing
  cannot tell ICP201 untransferred-filing  cannot tell whether ecs.example.cn reaches Alibaba Cloud in mainland China, which is no access provider of the filing of example.cn
    tests/resources/data/data_sources/main.tf:29:17                 ecs.example.cn has an A record with data.alicloud_instances.web.instances[0].public_ip
      29 |   value       = each.value
         |                 ^^^^^^^^^^
    tests/resources/data/data_sources/main.tf:16:1                  the ECS instance data.alicloud_instances.web is in cn-shanghai, mainland China (tests/resources/data/data_sources/main.tf:1:32)
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   example.cn is filed: 沪ICP备2021004567号-1
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain untransferred-filing
  cannot tell ICP201 untransferred-filing  cannot tell whether dcdn.example.cn reaches Alibaba Cloud in mainland China, which is no access provider of the filing of example.cn
    tests/resources/data/data_sources/main.tf:40:17                 dcdn.example.cn has a CNAME record with data.alicloud_dcdn_domains.d.domains[0].cname
      40 |   value       = each.value
         |                 ^^^^^^^^^^
    tests/resources/data/data_sources/main.tf:19:1                  the DCDN domain data.alicloud_dcdn_domains.d answers at its own edge, and its origin is asked about apart
    tests/resources/data/data_sources/main.tf:19:1                  nothing that was read says what the origin of data.alicloud_dcdn_domains.d is
    tests/resources/data/data_sources/main.tf:19:1                  whether data.alicloud_dcdn_domains.d is proxied or led straight to the origin is not known: data.alicloud_dcdn_domains.d is looked up, and what it lists does not say status
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   example.cn is filed: 沪ICP备2021004567号-1
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    check the configuration or the account that holds the service together with this one
    to settle it                                                    check the configuration or the account that holds what is looked up together with this one, or the plan (terraform show -json), which keeps what the data source returned
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain untransferred-filing
  cannot tell ICP202 untransferred-cdn-origin  cannot tell whether dcdn.example.cn is accelerated in mainland China with its origin on Alibaba Cloud, which is no access provider of the filing of example.cn
    tests/resources/data/data_sources/main.tf:40:17                 dcdn.example.cn has a CNAME record with data.alicloud_dcdn_domains.d.domains[0].cname
    tests/resources/data/data_sources/main.tf:19:1                  the DCDN scope of data.alicloud_dcdn_domains.d is not known: data.alicloud_dcdn_domains.d is looked up, and what it lists does not say scope
    tests/resources/data/data_sources/main.tf:19:1                  nothing that was read says what the origin of the DCDN domain data.alicloud_dcdn_domains.d is
    tests/resources/data/data_sources/main.tf:19:1                  nothing that was read says what the origin of data.alicloud_dcdn_domains.d is
    tests/resources/data/data_sources/main.tf:19:1                  whether data.alicloud_dcdn_domains.d is proxied or led straight to the origin is not known: data.alicloud_dcdn_domains.d is looked up, and what it lists does not say status
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   example.cn is filed: 沪ICP备2021004567号-1
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    check the configuration or the account that holds what is looked up together with this one, or the plan (terraform show -json), which keeps what the data source returned
    to settle it                                                    check the configuration or the account that holds the service together with this one
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain untransferred-cdn-origin
  cannot tell ICP203 abandoned-access  cannot tell whether dcdn.example.cn is served from a mainland server of a provider that the filing of example.cn does not name
    tests/resources/data/data_sources/main.tf:40:17   dcdn.example.cn has a CNAME record with data.alicloud_dcdn_domains.d.domains[0].cname
    tests/resources/data/data_sources/main.tf:19:1    the DCDN domain data.alicloud_dcdn_domains.d answers at its own edge, and its origin is asked about apart
    tests/resources/data/data_sources/main.tf:19:1    nothing that was read says what the origin of data.alicloud_dcdn_domains.d is
    tests/resources/data/data_sources/main.tf:19:1    whether data.alicloud_dcdn_domains.d is proxied or led straight to the origin is not known: data.alicloud_dcdn_domains.d is looked up, and what it lists does not say status
    to settle it                                      check the configuration or the account that holds the service together with this one
    to settle it                                      check the configuration or the account that holds what is looked up together with this one, or the plan (terraform show -json), which keeps what the data source returned
    more                                              icplint explain abandoned-access
  cannot tell ICP201 untransferred-filing  cannot tell whether oss.example.cn reaches Alibaba Cloud in mainland China, which is no access provider of the filing of example.cn
    tests/resources/data/data_sources/main.tf:40:17                 oss.example.cn has a CNAME record with data.alicloud_oss_buckets.b.buckets[0].name, data.alicloud_oss_buckets.b.buckets[0].extranet_endpoint
    tests/resources/data/data_sources/main.tf:20:1                  the OSS bucket data.alicloud_oss_buckets.b needs a filing, but not one with Alibaba Cloud
    tests/resources/data/data_sources/main.tf:40:17                 what data.alicloud_oss_buckets.b.buckets[0].name, data.alicloud_oss_buckets.b.buckets[0].extranet_endpoint leads to is not known: data source data.alicloud_oss_buckets.b is read by terraform plan
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   example.cn is filed: 沪ICP备2021004567号-1
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    tests/resources/data/data_sources/plan.json lies beside the source and says more: icplint check tests/resources/data/data_sources/plan.json
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain untransferred-filing
  cannot tell ICP202 untransferred-cdn-origin  cannot tell whether oss.example.cn is accelerated in mainland China with its origin on Alibaba Cloud, which is no access provider of the filing of example.cn
    tests/resources/data/data_sources/main.tf:40:17                 oss.example.cn has a CNAME record with data.alicloud_oss_buckets.b.buckets[0].name, data.alicloud_oss_buckets.b.buckets[0].extranet_endpoint
    tests/resources/data/data_sources/main.tf:20:1                  the OSS bucket data.alicloud_oss_buckets.b is not behind a CDN or another proxy
    tests/resources/data/data_sources/main.tf:40:17                 what data.alicloud_oss_buckets.b.buckets[0].name, data.alicloud_oss_buckets.b.buckets[0].extranet_endpoint leads to is not known: data source data.alicloud_oss_buckets.b is read by terraform plan
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   example.cn is filed: 沪ICP备2021004567号-1
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    tests/resources/data/data_sources/plan.json lies beside the source and says more: icplint check tests/resources/data/data_sources/plan.json
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain untransferred-cdn-origin
  cannot tell ICP203 abandoned-access  cannot tell whether oss.example.cn is served from a mainland server of a provider that the filing of example.cn does not name
    tests/resources/data/data_sources/main.tf:40:17   oss.example.cn has a CNAME record with data.alicloud_oss_buckets.b.buckets[0].name, data.alicloud_oss_buckets.b.buckets[0].extranet_endpoint
    tests/resources/data/data_sources/main.tf:20:1    the OSS bucket data.alicloud_oss_buckets.b is Alibaba Cloud's own; no other provider is involved
    tests/resources/data/data_sources/main.tf:40:17   what data.alicloud_oss_buckets.b.buckets[0].name, data.alicloud_oss_buckets.b.buckets[0].extranet_endpoint leads to is not known: data source data.alicloud_oss_buckets.b is read by terraform plan
    to settle it                                      tests/resources/data/data_sources/plan.json lies beside the source and says more: icplint check tests/resources/data/data_sources/plan.json
    more                                              icplint explain abandoned-access
  cannot tell ICP202 untransferred-cdn-origin  cannot tell whether api.example.cn is accelerated in mainland China with its origin on Alibaba Cloud, which is no access provider of the filing of example.cn
    tests/resources/data/edges/main.tf:274:20                       alicloud_ga_domain.api binds the name api.example.cn to the Global Accelerator alicloud_ga_accelerator.api
      274 |   domain         = "api.example.cn"
          |                    ^^^^^^^^^^^^^^^^
    tests/resources/data/edges/main.tf:247:26                       the Global Accelerator alicloud_ga_accelerator.api answers at the address alicloud_ga_ip_set.beijing
    tests/resources/data/edges/main.tf:246:1                        the address alicloud_ga_ip_set.beijing is in cn-beijing, mainland China (tests/resources/data/edges/main.tf:248:26)
    tests/resources/data/edges/main.tf:265:3                        the Global Accelerator alicloud_ga_accelerator.api fetches from the origin alicloud_instance.web.id
    tests/resources/data/edges/main.tf:12:1                         the ECS instance alicloud_instance.web is in cn-hangzhou, mainland China (tests/resources/data/edges/main.tf:4:12)
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   example.cn is filed: 沪ICP备2021004567号-1
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain untransferred-cdn-origin
  cannot tell ICP202 untransferred-cdn-origin  cannot tell whether rule.example.cn is accelerated in mainland China with its origin on Alibaba Cloud, which is no access provider of the filing of example.cn
    tests/resources/data/edges/main.tf:281:3                        alicloud_ga_forwarding_rule.api binds the name rule.example.cn to the Global Accelerator alicloud_ga_accelerator.api
      281 |   rule_conditions {
          |   ^^^^^^^^^^^^^^^
    tests/resources/data/edges/main.tf:247:26                       the Global Accelerator alicloud_ga_accelerator.api answers at the address alicloud_ga_ip_set.beijing
    tests/resources/data/edges/main.tf:246:1                        the address alicloud_ga_ip_set.beijing is in cn-beijing, mainland China (tests/resources/data/edges/main.tf:248:26)
    tests/resources/data/edges/main.tf:265:3                        the Global Accelerator alicloud_ga_accelerator.api fetches from the origin alicloud_instance.web.id
    tests/resources/data/edges/main.tf:12:1                         the ECS instance alicloud_instance.web is in cn-hangzhou, mainland China (tests/resources/data/edges/main.tf:4:12)
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   example.cn is filed: 沪ICP备2021004567号-1
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain untransferred-cdn-origin
  cannot tell ICP202 untransferred-cdn-origin  cannot tell whether shop.example.cn is accelerated in mainland China with its origin on Alibaba Cloud, which is no access provider of the filing of example.cn
    tests/resources/data/edges/main.tf:326:17                       shop.example.cn has a CNAME record with alicloud_dcdn_domain.shop.cname
      326 |   value       = alicloud_dcdn_domain.shop.cname
          |                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    tests/resources/data/edges/main.tf:50:17                        the DCDN answers shop.example.cn from the mainland (scope global)
    tests/resources/data/edges/main.tf:52:3                         the DCDN domain shop.example.cn fetches from the origin alicloud_instance.web.public_ip
    tests/resources/data/edges/main.tf:12:1                         the ECS instance alicloud_instance.web is in cn-hangzhou, mainland China (tests/resources/data/edges/main.tf:4:12)
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   example.cn is filed: 沪ICP备2021004567号-1
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain untransferred-cdn-origin
  cannot tell ICP202 untransferred-cdn-origin  cannot tell whether waf.example.cn is accelerated in mainland China with its origin on Alibaba Cloud, which is no access provider of the filing of example.cn
    tests/resources/data/edges/main.tf:333:17                       waf.example.cn has a CNAME record with alicloud_wafv3_domain.shop.cname
      333 |   value       = alicloud_wafv3_domain.shop.cname
          |                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    tests/resources/data/edges/main.tf:188:1                        the WAF domain waf.example.cn is in cn-hangzhou, mainland China (tests/resources/data/edges/main.tf:4:12)
    tests/resources/data/edges/main.tf:196:3                        the WAF domain waf.example.cn fetches from the origin alicloud_instance.web.public_ip
    tests/resources/data/edges/main.tf:12:1                         the ECS instance alicloud_instance.web is in cn-hangzhou, mainland China (tests/resources/data/edges/main.tf:4:12)
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   example.cn is filed: 沪ICP备2021004567号-1
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain untransferred-cdn-origin
  cannot tell ICP201 untransferred-filing  cannot tell whether fc.example.cn reaches Alibaba Cloud in mainland China, which is no access provider of the filing of example.cn
    tests/resources/hosting/main.tf:477:17                          alicloud_fc_custom_domain.old puts fc.example.cn on Function Compute
      477 |   domain_name = "fc.example.cn"
          |                 ^^^^^^^^^^^^^^^
    tests/resources/hosting/main.tf:476:1                           the Function Compute endpoint alicloud_fc_custom_domain.old is in cn-hangzhou, mainland China (tests/resources/hosting/main.tf:11:12)
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   example.cn is filed: 沪ICP备2021004567号-1
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain untransferred-filing
  cannot tell ICP201 untransferred-filing  cannot tell whether fcv3.example.cn reaches Alibaba Cloud in mainland China, which is no access provider of the filing of example.cn
    tests/resources/hosting/main.tf:482:24                          alicloud_fcv3_custom_domain.new puts fcv3.example.cn on Function Compute
      482 |   custom_domain_name = "fcv3.example.cn"
          |                        ^^^^^^^^^^^^^^^^^
    tests/resources/hosting/main.tf:481:1                           the Function Compute endpoint alicloud_fcv3_custom_domain.new is in cn-hangzhou, mainland China (tests/resources/hosting/main.tf:11:12)
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   example.cn is filed: 沪ICP备2021004567号-1
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain untransferred-filing
  cannot tell ICP201 untransferred-filing  cannot tell whether ack.example.cn reaches Alibaba Cloud in mainland China, which is no access provider of the filing of example.cn
    tests/resources/hosting/main.tf:522:17                          ack.example.cn has an A record with alicloud_cs_managed_kubernetes.site.slb_internet
      522 |   value       = each.value
          |                 ^^^^^^^^^^
    tests/resources/hosting/main.tf:420:1                           the load balancer alicloud_cs_managed_kubernetes.site is in cn-hangzhou, mainland China (tests/resources/hosting/main.tf:21:16)
    tests/resources/hosting/main.tf:420:1                           the load balancer alicloud_cs_managed_kubernetes.site has a public address
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   example.cn is filed: 沪ICP备2021004567号-1
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain untransferred-filing
  cannot tell ICP201 untransferred-filing  cannot tell whether alb.example.cn reaches Alibaba Cloud in mainland China, which is no access provider of the filing of example.cn
    tests/resources/hosting/main.tf:522:17                          alb.example.cn has a CNAME record with alicloud_alb_load_balancer.site.dns_name
    tests/resources/hosting/main.tf:212:1                           the ALB instance alicloud_alb_load_balancer.site is in cn-hangzhou, mainland China (tests/resources/hosting/main.tf:221:3)
    tests/resources/hosting/main.tf:221:3                           the address alicloud_eip_address.site["alb"] makes the ALB instance alicloud_alb_load_balancer.site public
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   example.cn is filed: 沪ICP备2021004567号-1
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain untransferred-filing
  cannot tell ICP201 untransferred-filing  cannot tell whether api.example.cn reaches Alibaba Cloud in mainland China, which is no access provider of the filing of example.cn
    tests/resources/hosting/main.tf:522:17                          api.example.cn has a CNAME record with alicloud_api_gateway_group.site.sub_domain
    tests/resources/hosting/main.tf:492:1                           the API Gateway group alicloud_api_gateway_group.site is in cn-hangzhou, mainland China (tests/resources/hosting/main.tf:11:12)
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   example.cn is filed: 沪ICP备2021004567号-1
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain untransferred-filing
  cannot tell ICP201 untransferred-filing  cannot tell whether eci.example.cn reaches Alibaba Cloud in mainland China, which is no access provider of the filing of example.cn
    tests/resources/hosting/main.tf:522:17                          eci.example.cn has an A record with alicloud_eci_container_group.site.internet_ip
    tests/resources/hosting/main.tf:407:1                           the container group alicloud_eci_container_group.site is in cn-hangzhou, mainland China (tests/resources/hosting/main.tf:411:26)
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   example.cn is filed: 沪ICP备2021004567号-1
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain untransferred-filing
  cannot tell ICP201 untransferred-filing  cannot tell whether havip.example.cn reaches Alibaba Cloud in mainland China, which is no access provider of the filing of example.cn
    tests/resources/hosting/main.tf:522:17                          havip.example.cn has an A record with alicloud_eip_address.site["virtual"].ip_address
    tests/resources/hosting/main.tf:103:19                          alicloud_eip_association.virtual binds that address to the virtual address alicloud_havip.site
    tests/resources/hosting/main.tf:99:17                           the virtual address alicloud_havip.site forwards to the ECS instance alicloud_instance.web[0]
    tests/resources/hosting/main.tf:44:1                            the ECS instance alicloud_instance.web[0] is in cn-hangzhou, mainland China (tests/resources/hosting/main.tf:47:23)
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   example.cn is filed: 沪ICP备2021004567号-1
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain untransferred-filing
  cannot tell ICP201 untransferred-filing  cannot tell whether nat.example.cn reaches Alibaba Cloud in mainland China, which is no access provider of the filing of example.cn
    tests/resources/hosting/main.tf:522:17                          nat.example.cn has an A record with alicloud_eip_address.site["nat"].ip_address
    tests/resources/hosting/main.tf:145:19                          alicloud_eip_association.nat binds that address to the NAT gateway alicloud_nat_gateway.site
    tests/resources/hosting/main.tf:139:1                           the NAT gateway alicloud_nat_gateway.site is in cn-hangzhou, mainland China (tests/resources/hosting/main.tf:21:16)
    tests/resources/hosting/main.tf:145:19                          the address alicloud_eip_address.site["nat"] makes the NAT gateway alicloud_nat_gateway.site public
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   example.cn is filed: 沪ICP备2021004567号-1
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain untransferred-filing
  cannot tell ICP201 untransferred-filing  cannot tell whether nlb.example.cn reaches Alibaba Cloud in mainland China, which is no access provider of the filing of example.cn
    tests/resources/hosting/main.tf:522:17                          nlb.example.cn has a CNAME record with alicloud_nlb_load_balancer.site.dns_name
    tests/resources/hosting/main.tf:316:1                           the NLB instance alicloud_nlb_load_balancer.site is in cn-hangzhou, mainland China (tests/resources/hosting/main.tf:320:3)
    tests/resources/hosting/main.tf:316:1                           the NLB instance alicloud_nlb_load_balancer.site has a public address
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   example.cn is filed: 沪ICP备2021004567号-1
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain untransferred-filing
  cannot tell ICP201 untransferred-filing  cannot tell whether sae.example.cn reaches Alibaba Cloud in mainland China, which is no access provider of the filing of example.cn
    tests/resources/hosting/main.tf:522:17                          sae.example.cn has an A record with alicloud_sae_load_balancer_internet.site.internet_ip
    tests/resources/hosting/main.tf:431:1                           the SAE load balancer alicloud_sae_load_balancer_internet.site is in cn-hangzhou, mainland China (tests/resources/hosting/main.tf:11:12)
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   example.cn is filed: 沪ICP备2021004567号-1
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain untransferred-filing
  cannot tell ICP201 untransferred-filing  cannot tell whether six.example.cn reaches Alibaba Cloud in mainland China, which is no access provider of the filing of example.cn
    tests/resources/hosting/main.tf:522:17                          six.example.cn has an AAAA record with alicloud_vpc_ipv6_address.site.ipv6_address
    tests/resources/hosting/main.tf:127:1                           the address alicloud_vpc_ipv6_address.site is in cn-hangzhou, mainland China (tests/resources/hosting/main.tf:21:16)
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   example.cn is filed: 沪ICP备2021004567号-1
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain untransferred-filing
  cannot tell ICP201 untransferred-filing  cannot tell whether preview.example.cn reaches Alibaba Cloud in mainland China, which is no access provider of the filing of example.cn
    tests/suppressions/calls/site/main.tf:26:17                     preview.example.cn has an A record with module.site["preview"].alicloud_instance.web.public_ip
      26 |   value       = alicloud_instance.web.public_ip
         |                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      called from tests/suppressions/calls/main.tf:13:1 as module.site["preview"]
    tests/suppressions/calls/site/main.tf:13:1                      the ECS instance module.site["preview"].alicloud_instance.web is in cn-hangzhou, mainland China (tests/suppressions/calls/main.tf:10:12)
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   example.cn is filed: 沪ICP备2021004567号-1
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain untransferred-filing
  cannot tell ICP203 abandoned-access  cannot tell whether old.example.cn is served from a mainland server of a provider that the filing of example.cn does not name
    tests/terraform/data/plans/deposed/main.tf:24:17                old.example.cn has an A record with 203.0.113.6
      24 |   value       = "203.0.113.6"
         |                 ^^^^^^^^^^^^^
    tests/parity/site/filings.toml:6:1                              the register places 203.0.113.6 in the mainland (203.0.113.0/24)
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    tests/terraform/data/plans/targeted/main.tf:21:17               old.example.cn has an A record with 198.51.100.6
    tests/terraform/data/plans/targeted/main.tf:21:17               nothing that was read says where 198.51.100.6 is
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    to settle it                                                    state it in the register: [[address]] cidr = …, location = …, provider = …
    more                                                            icplint explain abandoned-access
  cannot tell ICP203 abandoned-access  cannot tell whether keep.example.cn is served from a mainland server of a provider that the filing of example.cn does not name
    tests/terraform/data/plans/deposed/main.tf:30:17                keep.example.cn has an A record with 203.0.113.7
      30 |   value       = "203.0.113.7"
         |                 ^^^^^^^^^^^^^
    tests/parity/site/filings.toml:6:1                              the register places 203.0.113.7 in the mainland (203.0.113.0/24)
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain abandoned-access
  cannot tell ICP203 abandoned-access  cannot tell whether gone.example.cn is served from a mainland server of a provider that the filing of example.cn does not name
    tests/terraform/data/plans/deposed/main.tf:36:17                gone.example.cn has an A record with 203.0.113.8
      36 |   value       = "203.0.113.8"
         |                 ^^^^^^^^^^^^^
    tests/parity/site/filings.toml:6:1                              the register places 203.0.113.8 in the mainland (203.0.113.0/24)
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain abandoned-access
  cannot tell ICP203 abandoned-access  cannot tell whether shop.example.cn is served from a mainland server of a provider that the filing of example.cn does not name
    tests/terraform/data/plans/drifted/main.tf:15:17                shop.example.cn has an A record with 203.0.113.5
      15 |   value       = "203.0.113.5"
         |                 ^^^^^^^^^^^^^
    tests/parity/site/filings.toml:6:1                              the register places 203.0.113.5 in the mainland (203.0.113.0/24)
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    tests/terraform/data/plans/targeted/main.tf:15:17               shop.example.cn has an A record with 198.51.100.5
    tests/terraform/data/plans/targeted/main.tf:15:17               nothing that was read says where 198.51.100.5 is
    plugins/icplint-aws/tests/site/main.tf:76:3                     aws_lb_listener_rule.shop serves shop.example.cn
    plugins/icplint-aws/tests/site/main.tf:68:1                     aws_lb_listener_rule is known to the plugin icplint-aws only, so where aws_lb_listener_rule.shop answers from is not known
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    to settle it                                                    state it in the register: [[address]] cidr = …, location = …, provider = …
    to settle it                                                    pip install icplint-aws
    more                                                            icplint explain abandoned-access
  cannot tell ICP201 untransferred-filing  cannot tell whether www0.example.cn reaches Alibaba Cloud in mainland China, which is no access provider of the filing of example.cn
    tests/terraform/data/plans/fleet/main.tf:40:17                  www0.example.cn has an A record with alicloud_eip_address.web[0].ip_address
      40 |   value       = alicloud_eip_address.web[count.index].ip_address
         |                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    tests/terraform/data/plans/fleet/main.tf:18:1                   the region of the address alicloud_eip_address.web[0] is not known: no provider block gives alicloud_eip_address.web[0] a region
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   example.cn is filed: 沪ICP备2021004567号-1
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    write provider "alicloud" { region = … }, or check the plan or the state
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain untransferred-filing
  cannot tell ICP201 untransferred-filing  cannot tell whether www1.example.cn reaches Alibaba Cloud in mainland China, which is no access provider of the filing of example.cn
    tests/terraform/data/plans/fleet/main.tf:40:17                  www1.example.cn has an A record with alicloud_eip_address.web[1].ip_address
    tests/terraform/data/plans/fleet/main.tf:18:1                   the region of the address alicloud_eip_address.web[1] is not known: no provider block gives alicloud_eip_address.web[1] a region
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   example.cn is filed: 沪ICP备2021004567号-1
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    write provider "alicloud" { region = … }, or check the plan or the state
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain untransferred-filing
  cannot tell ICP201 untransferred-filing  cannot tell whether all.example.cn reaches Alibaba Cloud in mainland China, which is no access provider of the filing of example.cn
    tests/terraform/data/plans/fleet/main.tf:47:17                  all.example.cn has an A record with alicloud_eip_address.web[0].ip_address, alicloud_eip_address.web[1].ip_address
      47 |   value       = join(",", alicloud_eip_address.web[*].ip_address)
         |                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    tests/terraform/data/plans/fleet/main.tf:18:1                   the region of the address alicloud_eip_address.web[0] is not known: no provider block gives alicloud_eip_address.web[0] a region
    tests/terraform/data/plans/fleet/main.tf:18:1                   the region of the address alicloud_eip_address.web[1] is not known: no provider block gives alicloud_eip_address.web[1] a region
    tests/terraform/data/plans/fleet/main.tf:47:17                  what alicloud_eip_address.web[0].ip_address, alicloud_eip_address.web[1].ip_address leads to is not known: known only after apply
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   example.cn is filed: 沪ICP备2021004567号-1
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    write provider "alicloud" { region = … }, or check the plan or the state
    to settle it                                                    check the state after apply (terraform show -json), or the live account
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain untransferred-filing
  cannot tell ICP202 untransferred-cdn-origin  cannot tell whether all.example.cn is accelerated in mainland China with its origin on Alibaba Cloud, which is no access provider of the filing of example.cn
    tests/terraform/data/plans/fleet/main.tf:47:17                  all.example.cn has an A record with alicloud_eip_address.web[0].ip_address, alicloud_eip_address.web[1].ip_address
    tests/terraform/data/plans/fleet/main.tf:18:1                   the address alicloud_eip_address.web[0] is not behind a CDN or another proxy
    tests/terraform/data/plans/fleet/main.tf:18:1                   the address alicloud_eip_address.web[1] is not behind a CDN or another proxy
    tests/terraform/data/plans/fleet/main.tf:47:17                  what alicloud_eip_address.web[0].ip_address, alicloud_eip_address.web[1].ip_address leads to is not known: known only after apply
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   example.cn is filed: 沪ICP备2021004567号-1
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    check the state after apply (terraform show -json), or the live account
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain untransferred-cdn-origin
  cannot tell ICP203 abandoned-access  cannot tell whether all.example.cn is served from a mainland server of a provider that the filing of example.cn does not name
    tests/terraform/data/plans/fleet/main.tf:47:17   all.example.cn has an A record with alicloud_eip_address.web[0].ip_address, alicloud_eip_address.web[1].ip_address
    tests/terraform/data/plans/fleet/main.tf:18:1    the address alicloud_eip_address.web[0] is Alibaba Cloud's own; no other provider is involved
    tests/terraform/data/plans/fleet/main.tf:18:1    the address alicloud_eip_address.web[1] is Alibaba Cloud's own; no other provider is involved
    tests/terraform/data/plans/fleet/main.tf:47:17   what alicloud_eip_address.web[0].ip_address, alicloud_eip_address.web[1].ip_address leads to is not known: known only after apply
    to settle it                                     check the state after apply (terraform show -json), or the live account
    more                                             icplint explain abandoned-access
  cannot tell ICP201 untransferred-filing  cannot tell whether choice.example.cn reaches Alibaba Cloud in mainland China, which is no access provider of the filing of example.cn
    tests/terraform/data/plans/fleet/main.tf:61:17                  choice.example.cn has an A record with alicloud_eip_address.single.ip_address
      61 |   value       = element(concat(alicloud_eip_address.spare.*.ip_address, [alicloud_eip_address.sing…
         |                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    tests/terraform/data/plans/fleet/main.tf:27:1                   the region of the address alicloud_eip_address.single is not known: no provider block gives alicloud_eip_address.single a region
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   example.cn is filed: 沪ICP备2021004567号-1
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    write provider "alicloud" { region = … }, or check the plan or the state
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain untransferred-filing
  cannot tell ICP201 untransferred-filing  cannot tell whether either.example.cn reaches Alibaba Cloud in mainland China, which is no access provider of the filing of example.cn
    tests/terraform/data/plans/fleet/main.tf:68:17                  either.example.cn has an A record with alicloud_eip_address.single.ip_address
      68 |   value       = var.spare ? "192.0.2.21" : alicloud_eip_address.single.ip_address
         |                 ^^^^^^^^^
    tests/terraform/data/plans/fleet/main.tf:27:1                   the region of the address alicloud_eip_address.single is not known: no provider block gives alicloud_eip_address.single a region
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   example.cn is filed: 沪ICP备2021004567号-1
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    write provider "alicloud" { region = … }, or check the plan or the state
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain untransferred-filing
  cannot tell ICP201 untransferred-filing  cannot tell whether local.example.cn reaches Alibaba Cloud in mainland China, which is no access provider of the filing of example.cn
    tests/terraform/data/plans/fleet/main.tf:75:17                  local.example.cn has an A record with alicloud_eip_address.web[0].ip_address
      75 |   value       = local.first
         |                 ^^^^^^^^^^^
    tests/terraform/data/plans/fleet/main.tf:18:1                   the region of the address alicloud_eip_address.web[0] is not known: no provider block gives alicloud_eip_address.web[0] a region
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   example.cn is filed: 沪ICP备2021004567号-1
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    write provider "alicloud" { region = … }, or check the plan or the state
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain untransferred-filing
  cannot tell ICP202 untransferred-cdn-origin  cannot tell whether alike.example.cn is accelerated in mainland China with its origin on Alibaba Cloud, which is no access provider of the filing of example.cn
    tests/terraform/data/plans/fleet/main.tf:99:17                  alicloud_cdn_domain_new.alike puts alike.example.cn on a CDN
      99 |   domain_name = "alike.example.cn"
         |                 ^^^^^^^^^^^^^^^^^^
    tests/terraform/data/plans/fleet/main.tf:98:1                   the CDN answers alike.example.cn from the mainland (domestic, the default, as no scope is given)
    tests/terraform/data/plans/fleet/main.tf:101:3                  the CDN domain alike.example.cn fetches from the origin alicloud_eip_address.web[0].ip_address
    tests/terraform/data/plans/fleet/main.tf:18:1                   the region of the address alicloud_eip_address.web[0] is not known: no provider block gives alicloud_eip_address.web[0] a region
    tests/terraform/data/plans/fleet/main.tf:101:3                  the CDN domain alike.example.cn fetches from the origin alicloud_eip_address.web[1].ip_address
    tests/terraform/data/plans/fleet/main.tf:18:1                   the region of the address alicloud_eip_address.web[1] is not known: no provider block gives alicloud_eip_address.web[1] a region
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   example.cn is filed: 沪ICP备2021004567号-1
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    write provider "alicloud" { region = … }, or check the plan or the state
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain untransferred-cdn-origin
  cannot tell ICP202 untransferred-cdn-origin  cannot tell whether dynamic.example.cn is accelerated in mainland China with its origin on Alibaba Cloud, which is no access provider of the filing of example.cn
    tests/terraform/data/plans/fleet/main.tf:112:17                 alicloud_cdn_domain_new.dynamic puts dynamic.example.cn on a CDN
      112 |   domain_name = "dynamic.example.cn"
          |                 ^^^^^^^^^^^^^^^^^^^^
    tests/terraform/data/plans/fleet/main.tf:111:1                  the CDN answers dynamic.example.cn from the mainland (domestic, the default, as no scope is given)
    tests/terraform/data/plans/fleet/main.tf:114:3                  the CDN domain dynamic.example.cn fetches from the origin alicloud_eip_address.single.ip_address
    tests/terraform/data/plans/fleet/main.tf:27:1                   the region of the address alicloud_eip_address.single is not known: no provider block gives alicloud_eip_address.single a region
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   example.cn is filed: 沪ICP备2021004567号-1
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    write provider "alicloud" { region = … }, or check the plan or the state
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain untransferred-cdn-origin
  cannot tell ICP202 untransferred-cdn-origin  cannot tell whether unseen.example.cn is accelerated in mainland China with its origin on Alibaba Cloud, which is no access provider of the filing of example.cn
    tests/terraform/data/plans/fleet/main.tf:124:17                 alicloud_cdn_domain_new.unseen puts unseen.example.cn on a CDN
      124 |   domain_name = "unseen.example.cn"
          |                 ^^^^^^^^^^^^^^^^^^^
    tests/terraform/data/plans/fleet/main.tf:123:1                  the CDN answers unseen.example.cn from the mainland (domestic, the default, as no scope is given)
    tests/terraform/data/plans/fleet/main.tf:126:3                  the CDN domain unseen.example.cn fetches from the origin alicloud_vpc.main.user_cidrs
    tests/terraform/data/plans/fleet/main.tf:126:3                  what alicloud_vpc.main.user_cidrs leads to is not known: known only after apply
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   example.cn is filed: 沪ICP备2021004567号-1
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    check the state after apply (terraform show -json), or the live account
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain untransferred-cdn-origin
  cannot tell ICP202 untransferred-cdn-origin  cannot tell whether mixed.example.cn is accelerated in mainland China with its origin on Alibaba Cloud, which is no access provider of the filing of example.cn
    tests/terraform/data/plans/mixed/main.tf:20:17                  alicloud_cdn_domain_new.mixed puts mixed.example.cn on a CDN
      20 |   domain_name = "mixed.example.cn"
         |                 ^^^^^^^^^^^^^^^^^^
    tests/terraform/data/plans/mixed/main.tf:19:1                   the CDN answers mixed.example.cn from the mainland (domestic, the default, as no scope is given)
    tests/terraform/data/plans/mixed/main.tf:22:3                   the CDN domain mixed.example.cn fetches from the origin alicloud_eip_address.web[0].ip_address
    tests/terraform/data/plans/mixed/main.tf:15:1                   the region of the address alicloud_eip_address.web[0] is not known: no provider block gives alicloud_eip_address.web[0] a region
    tests/terraform/data/plans/mixed/main.tf:22:3                   the CDN domain mixed.example.cn fetches from the origin alicloud_eip_address.web[1].ip_address
    tests/terraform/data/plans/mixed/main.tf:15:1                   the region of the address alicloud_eip_address.web[1] is not known: no provider block gives alicloud_eip_address.web[1] a region
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   example.cn is filed: 沪ICP备2021004567号-1
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    write provider "alicloud" { region = … }, or check the plan or the state
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain untransferred-cdn-origin
  cannot tell ICP203 abandoned-access  cannot tell whether api.example.cn is served from a mainland server of a provider that the filing of example.cn does not name
    tests/terraform/data/plans/refactored/main.tf:21:17             api.example.cn has an A record with 203.0.113.9
      21 |   value       = "203.0.113.9"
         |                 ^^^^^^^^^^^^^
    tests/parity/site/filings.toml:6:1                              the register places 203.0.113.9 in the mainland (203.0.113.0/24)
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    plugins/icplint-aws/tests/site/main.tf:99:30                    aws_api_gateway_domain_name.api serves api.example.cn
    plugins/icplint-aws/tests/site/main.tf:97:1                     aws_api_gateway_domain_name is known to the plugin icplint-aws only, so where aws_api_gateway_domain_name.api answers from is not known
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    to settle it                                                    pip install icplint-aws
    more                                                            icplint explain abandoned-access
  cannot tell ICP201 untransferred-filing  cannot tell whether hidden.example.cn reaches Alibaba Cloud in mainland China, which is no access provider of the filing of example.cn
    tests/terraform/data/plans/secrets/main.tf:48:17                hidden.example.cn has an A record with a value that is not known
      48 |   value       = var.origin
         |                 ^^^^^^^^^^
    tests/terraform/data/plans/secrets/main.tf:48:17                what a value that is not known leads to is not known: the value is sensitive, so it is not looked at
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   example.cn is filed: 沪ICP备2021004567号-1
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain untransferred-filing
  cannot tell ICP202 untransferred-cdn-origin  cannot tell whether hidden.example.cn is accelerated in mainland China with its origin on Alibaba Cloud, which is no access provider of the filing of example.cn
    tests/terraform/data/plans/secrets/main.tf:48:17                hidden.example.cn has an A record with a value that is not known
    tests/terraform/data/plans/secrets/main.tf:48:17                what a value that is not known leads to is not known: the value is sensitive, so it is not looked at
    tests/terraform/data/plans/mixed/main.tf:36:17                  alicloud_cdn_domain_new.hidden puts hidden.example.cn on a CDN
    tests/terraform/data/plans/mixed/main.tf:35:1                   the CDN answers hidden.example.cn from the mainland (domestic, the default, as no scope is given)
    tests/terraform/data/plans/mixed/main.tf:38:3                   the CDN domain hidden.example.cn fetches from the origin a value that is not known
    tests/terraform/data/plans/mixed/main.tf:38:3                   what a value that is not known leads to is not known: the value is sensitive, so it is not looked at
    tests/terraform/data/plans/mixed/main.tf:38:3                   the CDN domain hidden.example.cn fetches from the origin alicloud_eip_address.web[2].ip_address
    tests/terraform/data/plans/mixed/main.tf:15:1                   the region of the address alicloud_eip_address.web[2] is not known: no provider block gives alicloud_eip_address.web[2] a region
    tests/terraform/data/plans/secrets/main.tf:54:3                 the CDN domain hidden.example.cn fetches from the origin a value that is not known
    tests/terraform/data/plans/secrets/main.tf:54:3                 what a value that is not known leads to is not known: the value is sensitive, so it is not looked at
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   example.cn is filed: 沪ICP备2021004567号-1
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    write provider "alicloud" { region = … }, or check the plan or the state
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain untransferred-cdn-origin
  cannot tell ICP203 abandoned-access  cannot tell whether hidden.example.cn is served from a mainland server of a provider that the filing of example.cn does not name
    tests/terraform/data/plans/secrets/main.tf:48:17   hidden.example.cn has an A record with a value that is not known
    tests/terraform/data/plans/secrets/main.tf:48:17   what a value that is not known leads to is not known: the value is sensitive, so it is not looked at
    more                                               icplint explain abandoned-access
  cannot tell ICP201 untransferred-filing  cannot tell whether fn.example.cn reaches Alibaba Cloud in mainland China, which is no access provider of the filing of example.cn
    tests/terraform/data/plans/secrets/main.tf:65:24                alicloud_fcv3_custom_domain.hidden puts fn.example.cn on Function Compute
      65 |   custom_domain_name = "fn.example.cn"
         |                        ^^^^^^^^^^^^^^^
    tests/terraform/data/plans/secrets/main.tf:64:1                 the region of the Function Compute endpoint alicloud_fcv3_custom_domain.hidden is not known: the value is sensitive, so it is not looked at
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   example.cn is filed: 沪ICP备2021004567号-1
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain untransferred-filing
  cannot tell ICP201 untransferred-filing  cannot tell whether shop.example.cn reaches Alibaba Cloud in mainland China, which is no access provider of the filing of example.cn
    tests/terraform/data/plans/sites/main.tf:52:17                  shop.example.cn has an A record with module.site["shop"].alicloud_eip_address.web.ip_address
      52 |   value       = module.site[each.key].address
         |                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    tests/terraform/data/plans/sites/site/main.tf:21:1              the address module.site["shop"].alicloud_eip_address.web is in cn-hangzhou, mainland China (tests/terraform/data/plans/sites/main.tf:15:12)
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   example.cn is filed: 沪ICP备2021004567号-1
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain untransferred-filing
  cannot tell ICP201 untransferred-filing  cannot tell whether docs.example.cn reaches Alibaba Cloud in mainland China, which is no access provider of the filing of example.cn
    tests/terraform/data/plans/sites/main.tf:59:17                  docs.example.cn has an A record with module.docs.alicloud_eip_address.web.ip_address
      59 |   value       = module.docs.address
         |                 ^^^^^^^^^^^^^^^^^^^
    tests/terraform/data/plans/sites/site/main.tf:21:1              the address module.docs.alicloud_eip_address.web is in cn-beijing, mainland China (tests/terraform/data/plans/sites/main.tf:20:12)
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   example.cn is filed: 沪ICP备2021004567号-1
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain untransferred-filing
  cannot tell ICP202 untransferred-cdn-origin  cannot tell whether old.example.cn is accelerated in mainland China with its origin on Alibaba Cloud, which is no access provider of the filing of example.cn
    tests/terraform/data/plans/targeted/main.tf:21:17               old.example.cn has an A record with 198.51.100.6
      21 |   value       = "198.51.100.6"
         |                 ^^^^^^^^^^^^^^
    tests/terraform/data/plans/targeted/main.tf:21:17               nothing that was read says where 198.51.100.6 is
    tests/resources/data/edges/main.tf:72:17                        alicloud_scdn_domain.old puts old.example.cn on an SCDN
    tests/resources/data/edges/main.tf:71:1                         the SCDN scope of old.example.cn is not known: alicloud_scdn_domain has no argument that says it
    tests/resources/data/edges/main.tf:71:1                         no rule says whether the SCDN domain old.example.cn demands a filing with its provider
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   example.cn is filed: 沪ICP备2021004567号-1
    plugins/icplint-aws/examples/route53-and-cdn/filings.toml:2:1   a register has example.cn as filed, 沪ICP备2021004567号-1, access providers Alibaba Cloud
    tests/parity/site/filings.toml:1:1                              a register has example.cn as filed, 浙ICP备2023001234号-1, access providers Tencent Cloud
                                                                    example.cn stands under two entities, where a domain is filed by one only
    to settle it                                                    state it in the register: [[address]] cidr = …, location = …, provider = …
    to settle it                                                    look up the scope in the console, or move the domain to DCDN
    to settle it                                                    look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                            icplint explain untransferred-cdn-origin

example.com
  error ICP201 untransferred-filing  origin.example.com reaches Alibaba Cloud in mainland China, which is no access provider of the filing of example.com
    examples/shop-behind-cdn/main.tf:26:17      origin.example.com has an A record with alicloud_slb_load_balancer.shop.address
      26 |   value       = alicloud_slb_load_balancer.shop.address
         |                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    examples/shop-behind-cdn/servers.tf:29:1    the load balancer alicloud_slb_load_balancer.shop is in cn-shanghai, mainland China (examples/shop-behind-cdn/providers.tf:13:12)
    examples/shop-behind-cdn/servers.tf:29:1    the load balancer alicloud_slb_load_balancer.shop has a public address
    examples/shop-behind-cdn/filings.toml:2:1   example.com is filed: 沪ICP备2021004567号-1
    examples/shop-behind-cdn/filings.toml:2:1   the filing of example.com names Tencent Cloud as access provider, not Alibaba Cloud
    remedy                                      add Alibaba Cloud as access provider of the filing of example.com (接入备案); the other providers may stay
    more                                        icplint explain untransferred-filing
  warning ICP202 untransferred-cdn-origin  example.com is accelerated in mainland China with its origin on Alibaba Cloud, which is no access provider of the filing of example.com
    examples/shop-behind-cdn/modules/cdn-domain/main.tf:40:17   example.com has a CNAME record with module.cdn["apex"].alicloud_cdn_domain_new.this.cname
      40 |   value       = alicloud_cdn_domain_new.this.cname
         |                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      called from examples/shop-behind-cdn/main.tf:12:1 as module.cdn["apex"]
    examples/shop-behind-cdn/modules/cdn-domain/main.tf:13:1    the CDN answers example.com from the mainland (domestic, the default, as no scope is given)
    examples/shop-behind-cdn/modules/cdn-domain/main.tf:17:3    the CDN domain example.com fetches from the origin origin.example.com
    examples/shop-behind-cdn/main.tf:26:17                      origin.example.com has an A record with alicloud_slb_load_balancer.shop.address
    examples/shop-behind-cdn/servers.tf:29:1                    the load balancer alicloud_slb_load_balancer.shop is in cn-shanghai, mainland China (examples/shop-behind-cdn/providers.tf:13:12)
    examples/shop-behind-cdn/servers.tf:29:1                    the load balancer alicloud_slb_load_balancer.shop has a public address
    examples/shop-behind-cdn/filings.toml:2:1                   example.com is filed: 沪ICP备2021004567号-1
    examples/shop-behind-cdn/filings.toml:2:1                   the filing of example.com names Tencent Cloud as access provider, not Alibaba Cloud
    remedy                                                      add Alibaba Cloud as access provider of the filing of example.com (接入备案)
    more                                                        icplint explain untransferred-cdn-origin
  error ICP201 untransferred-filing  plain.example.com reaches Alibaba Cloud in mainland China, which is no access provider of the filing of example.com
    tests/resources/data/edges/main.tf:146:1    plain.example.com has an A record with alicloud_instance.web.public_ip
      146 | resource "alicloud_esa_record" "plain" {
          | ^^^^^^^^
    tests/resources/data/edges/main.tf:12:1     the ECS instance alicloud_instance.web is in cn-hangzhou, mainland China (tests/resources/data/edges/main.tf:4:12)
    examples/shop-behind-cdn/filings.toml:2:1   example.com is filed: 沪ICP备2021004567号-1
    examples/shop-behind-cdn/filings.toml:2:1   the filing of example.com names Tencent Cloud as access provider, not Alibaba Cloud
    remedy                                      add Alibaba Cloud as access provider of the filing of example.com (接入备案); the other providers may stay
    more                                        icplint explain untransferred-filing
  cannot tell ICP201 untransferred-filing  cannot tell whether www0.example.com reaches Alibaba Cloud in mainland China, which is no access provider of the filing of example.com
    tests/terraform/data/plans/fleet/main.tf:156:17     www0.example.com has an A record with module.pool.alicloud_eip_address.web[0].ip_address
      156 |   value       = module.pool.addresses[count.index]
          |                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    tests/terraform/data/plans/fleet/pool/main.tf:9:1   the region of the address module.pool.alicloud_eip_address.web[0] is not known: no provider block gives module.pool.alicloud_eip_address.web[0] a region
    examples/shop-behind-cdn/filings.toml:2:1           example.com is filed: 沪ICP备2021004567号-1
    examples/shop-behind-cdn/filings.toml:2:1           the filing of example.com names Tencent Cloud as access provider, not Alibaba Cloud
    to settle it                                        write provider "alicloud" { region = … }, or check the plan or the state
    more                                                icplint explain untransferred-filing
  cannot tell ICP201 untransferred-filing  cannot tell whether www1.example.com reaches Alibaba Cloud in mainland China, which is no access provider of the filing of example.com
    tests/terraform/data/plans/fleet/main.tf:156:17     www1.example.com has an A record with module.pool.alicloud_eip_address.web[1].ip_address
    tests/terraform/data/plans/fleet/pool/main.tf:9:1   the region of the address module.pool.alicloud_eip_address.web[1] is not known: no provider block gives module.pool.alicloud_eip_address.web[1] a region
    examples/shop-behind-cdn/filings.toml:2:1           example.com is filed: 沪ICP备2021004567号-1
    examples/shop-behind-cdn/filings.toml:2:1           the filing of example.com names Tencent Cloud as access provider, not Alibaba Cloud
    to settle it                                        write provider "alicloud" { region = … }, or check the plan or the state
    more                                                icplint explain untransferred-filing
  cannot tell ICP201 untransferred-filing  cannot tell whether last.example.com reaches Alibaba Cloud in mainland China, which is no access provider of the filing of example.com
    tests/terraform/data/plans/fleet/main.tf:163:17     last.example.com has an A record with module.pool.alicloud_eip_address.web[1].ip_address
      163 |   value       = module.pool.addresses[1]
          |                 ^^^^^^^^^^^^^^^^^^^^^^^^
    tests/terraform/data/plans/fleet/pool/main.tf:9:1   the region of the address module.pool.alicloud_eip_address.web[1] is not known: no provider block gives module.pool.alicloud_eip_address.web[1] a region
    examples/shop-behind-cdn/filings.toml:2:1           example.com is filed: 沪ICP备2021004567号-1
    examples/shop-behind-cdn/filings.toml:2:1           the filing of example.com names Tencent Cloud as access provider, not Alibaba Cloud
    to settle it                                        write provider "alicloud" { region = … }, or check the plan or the state
    more                                                icplint explain untransferred-filing
  cannot tell ICP201 untransferred-filing      cannot tell whether fixed.example.com reaches Alibaba Cloud in mainland China, which is no access provider of the filing of example.com
  cannot tell ICP202 untransferred-cdn-origin  cannot tell whether fixed.example.com is accelerated in mainland China with its origin on Alibaba Cloud, which is no access provider of the filing of example.com
    tests/terraform/data/plans/fleet/main.tf:171:17   fixed.example.com has an A record with 192.0.2.22
      171 |   value       = each.value
          |                 ^^^^^^^^^^
    tests/terraform/data/plans/fleet/main.tf:171:17   nothing that was read says where 192.0.2.22 is
    examples/shop-behind-cdn/filings.toml:2:1         example.com is filed: 沪ICP备2021004567号-1
    examples/shop-behind-cdn/filings.toml:2:1         the filing of example.com names Tencent Cloud as access provider, not Alibaba Cloud
    to settle it                                      state it in the register: [[address]] cidr = …, location = …, provider = …
    more                                              icplint explain untransferred-filing
  cannot tell ICP203 abandoned-access  cannot tell whether fixed.example.com is served from a mainland server of a provider that the filing of example.com does not name
    tests/terraform/data/plans/fleet/main.tf:171:17   fixed.example.com has an A record with 192.0.2.22
    tests/terraform/data/plans/fleet/main.tf:171:17   nothing that was read says where 192.0.2.22 is
    to settle it                                      state it in the register: [[address]] cidr = …, location = …, provider = …
    more                                              icplint explain abandoned-access
  cannot tell ICP201 untransferred-filing  cannot tell whether single.example.com reaches Alibaba Cloud in mainland China, which is no access provider of the filing of example.com
    tests/terraform/data/plans/fleet/main.tf:171:17   single.example.com has an A record with alicloud_eip_address.single.ip_address
    tests/terraform/data/plans/fleet/main.tf:27:1     the region of the address alicloud_eip_address.single is not known: no provider block gives alicloud_eip_address.single a region
    examples/shop-behind-cdn/filings.toml:2:1         example.com is filed: 沪ICP备2021004567号-1
    examples/shop-behind-cdn/filings.toml:2:1         the filing of example.com names Tencent Cloud as access provider, not Alibaba Cloud
    to settle it                                      write provider "alicloud" { region = … }, or check the plan or the state
    more                                              icplint explain untransferred-filing
  error ICP201 untransferred-filing  docs.example.com reaches Alibaba Cloud in mainland China, which is no access provider of the filing of example.com
    tests/terraform/data/plans/sites/site/main.tf:30:17   docs.example.com has an A record with module.site["www"].alicloud_eip_address.web.ip_address
      30 |   value       = var.peer
         |                 ^^^^^^^^
      called from tests/terraform/data/plans/sites/main.tf:38:1 as module.docs
    tests/terraform/data/plans/sites/site/main.tf:21:1    the address module.site["www"].alicloud_eip_address.web is in cn-hangzhou, mainland China (tests/terraform/data/plans/sites/main.tf:15:12)
    examples/shop-behind-cdn/filings.toml:2:1             example.com is filed: 沪ICP备2021004567号-1
    examples/shop-behind-cdn/filings.toml:2:1             the filing of example.com names Tencent Cloud as access provider, not Alibaba Cloud
    remedy                                                add Alibaba Cloud as access provider of the filing of example.com (接入备案); the other providers may stay
    more                                                  icplint explain untransferred-filing
  cannot tell ICP201 untransferred-filing      cannot tell whether shop.example.com reaches Alibaba Cloud in mainland China, which is no access provider of the filing of example.com
  cannot tell ICP202 untransferred-cdn-origin  cannot tell whether shop.example.com is accelerated in mainland China with its origin on Alibaba Cloud, which is no access provider of the filing of example.com
    tests/terraform/data/plans/sites/site/main.tf:30:17   shop.example.com has an A record with 192.0.2.10
      called from tests/terraform/data/plans/sites/main.tf:31:1 as module.site["shop"]
    tests/terraform/data/plans/sites/site/main.tf:30:17   nothing that was read says where 192.0.2.10 is
    examples/shop-behind-cdn/filings.toml:2:1             example.com is filed: 沪ICP备2021004567号-1
    examples/shop-behind-cdn/filings.toml:2:1             the filing of example.com names Tencent Cloud as access provider, not Alibaba Cloud
    to settle it                                          state it in the register: [[address]] cidr = …, location = …, provider = …
    more                                                  icplint explain untransferred-filing
  cannot tell ICP203 abandoned-access  cannot tell whether shop.example.com is served from a mainland server of a provider that the filing of example.com does not name
    tests/terraform/data/plans/sites/site/main.tf:30:17   shop.example.com has an A record with 192.0.2.10
    tests/terraform/data/plans/sites/site/main.tf:30:17   nothing that was read says where 192.0.2.10 is
    to settle it                                          state it in the register: [[address]] cidr = …, location = …, provider = …
    more                                                  icplint explain abandoned-access
  cannot tell ICP201 untransferred-filing      cannot tell whether www.example.com reaches Alibaba Cloud in mainland China, which is no access provider of the filing of example.com
  cannot tell ICP202 untransferred-cdn-origin  cannot tell whether www.example.com is accelerated in mainland China with its origin on Alibaba Cloud, which is no access provider of the filing of example.com
    tests/terraform/data/plans/sites/site/main.tf:30:17   www.example.com has an A record with 192.0.2.10
      called from tests/terraform/data/plans/sites/main.tf:31:1 as module.site["www"]
    tests/terraform/data/plans/sites/site/main.tf:30:17   nothing that was read says where 192.0.2.10 is
    examples/shop-behind-cdn/filings.toml:2:1             example.com is filed: 沪ICP备2021004567号-1
    examples/shop-behind-cdn/filings.toml:2:1             the filing of example.com names Tencent Cloud as access provider, not Alibaba Cloud
    to settle it                                          state it in the register: [[address]] cidr = …, location = …, provider = …
    more                                                  icplint explain untransferred-filing
  cannot tell ICP203 abandoned-access  cannot tell whether www.example.com is served from a mainland server of a provider that the filing of example.com does not name
    tests/terraform/data/plans/sites/site/main.tf:30:17   www.example.com has an A record with 192.0.2.10
    tests/terraform/data/plans/sites/site/main.tf:30:17   nothing that was read says where 192.0.2.10 is
    to settle it                                          state it in the register: [[address]] cidr = …, location = …, provider = …
    more                                                  icplint explain abandoned-access

example.com.cn
  cannot tell ICP202 untransferred-cdn-origin  cannot tell whether www.example.com.cn is accelerated in mainland China with its origin on Alibaba Cloud, which is no access provider of the filing of example.com.cn
    examples/shop-behind-cdn/modules/cdn-domain/main.tf:40:17   www.example.com.cn has a CNAME record with module.cdn["campaign"].alicloud_cdn_domain_new.this.cname
      40 |   value       = alicloud_cdn_domain_new.this.cname
         |                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      called from examples/shop-behind-cdn/main.tf:12:1 as module.cdn["campaign"]
    examples/shop-behind-cdn/modules/cdn-domain/main.tf:13:1    the CDN answers www.example.com.cn from the mainland (domestic, the default, as no scope is given)
    examples/shop-behind-cdn/modules/cdn-domain/main.tf:17:3    the CDN domain www.example.com.cn fetches from the origin origin.example.com
    examples/shop-behind-cdn/main.tf:26:17                      origin.example.com has an A record with alicloud_slb_load_balancer.shop.address
    examples/shop-behind-cdn/servers.tf:29:1                    the load balancer alicloud_slb_load_balancer.shop is in cn-shanghai, mainland China (examples/shop-behind-cdn/providers.tf:13:12)
    examples/shop-behind-cdn/servers.tf:29:1                    the load balancer alicloud_slb_load_balancer.shop has a public address
    examples/blog-on-ecs/filings.toml:2:1                       example.com.cn is filed: 浙ICP备2024001234号-1
    examples/blog-on-ecs/filings.toml:2:1                       a register has example.com.cn as filed, 浙ICP备2024001234号-1, access providers Alibaba Cloud
    examples/oss-static-site/filings.toml:2:1                   a register has example.com.cn as filed, 粤ICP备2022007890号-2, access providers Huawei Cloud
                                                                example.com.cn stands under two entities, where a domain is filed by one only
    examples/unknown-until-apply/filings.toml:2:1               a register has example.com.cn as filed, 京ICP备2020003456号-1, access providers Alibaba Cloud
    to settle it                                                look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                        icplint explain untransferred-cdn-origin
  cannot tell ICP201 untransferred-filing      cannot tell whether api.example.com.cn reaches Alibaba Cloud in mainland China, which is no access provider of the filing of example.com.cn
  cannot tell ICP202 untransferred-cdn-origin  cannot tell whether api.example.com.cn is accelerated in mainland China with its origin on Alibaba Cloud, which is no access provider of the filing of example.com.cn
    plugins/icplint-aws/examples/route53-and-cdn/aws.tf:12:17   aws_apigatewayv2_domain_name.api serves api.example.com.cn
      12 |   domain_name = "api.example.com.cn"
         |                 ^^^^^^^^^^^^^^^^^^^^
    plugins/icplint-aws/examples/route53-and-cdn/aws.tf:10:1    aws_apigatewayv2_domain_name is known to the plugin icplint-aws only, so where aws_apigatewayv2_domain_name.api answers from is not known
    examples/blog-on-ecs/filings.toml:2:1                       example.com.cn is filed: 浙ICP备2024001234号-1
    examples/blog-on-ecs/filings.toml:2:1                       a register has example.com.cn as filed, 浙ICP备2024001234号-1, access providers Alibaba Cloud
    examples/oss-static-site/filings.toml:2:1                   a register has example.com.cn as filed, 粤ICP备2022007890号-2, access providers Huawei Cloud
                                                                example.com.cn stands under two entities, where a domain is filed by one only
    examples/unknown-until-apply/filings.toml:2:1               a register has example.com.cn as filed, 京ICP备2020003456号-1, access providers Alibaba Cloud
    to settle it                                                pip install icplint-aws
    to settle it                                                look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                        icplint explain untransferred-filing
  cannot tell ICP203 abandoned-access  cannot tell whether api.example.com.cn is served from a mainland server of a provider that the filing of example.com.cn does not name
    plugins/icplint-aws/examples/route53-and-cdn/aws.tf:12:17   aws_apigatewayv2_domain_name.api serves api.example.com.cn
    plugins/icplint-aws/examples/route53-and-cdn/aws.tf:10:1    aws_apigatewayv2_domain_name is known to the plugin icplint-aws only, so where aws_apigatewayv2_domain_name.api answers from is not known
    to settle it                                                pip install icplint-aws
    more                                                        icplint explain abandoned-access
  cannot tell ICP201 untransferred-filing      cannot tell whether img.example.com.cn reaches Alibaba Cloud in mainland China, which is no access provider of the filing of example.com.cn
  cannot tell ICP202 untransferred-cdn-origin  cannot tell whether img.example.com.cn is accelerated in mainland China with its origin on Alibaba Cloud, which is no access provider of the filing of example.com.cn
    plugins/icplint-aws/examples/route53-and-cdn/aws.tf:25:14   aws_cloudfront_distribution.img serves img.example.com.cn
      25 |   aliases  = ["img.example.com.cn"]
         |              ^^^^^^^^^^^^^^^^^^^^^^
    plugins/icplint-aws/examples/route53-and-cdn/aws.tf:22:1    aws_cloudfront_distribution is known to the plugin icplint-aws only, so where aws_cloudfront_distribution.img answers from is not known
    examples/blog-on-ecs/filings.toml:2:1                       example.com.cn is filed: 浙ICP备2024001234号-1
    examples/blog-on-ecs/filings.toml:2:1                       a register has example.com.cn as filed, 浙ICP备2024001234号-1, access providers Alibaba Cloud
    examples/oss-static-site/filings.toml:2:1                   a register has example.com.cn as filed, 粤ICP备2022007890号-2, access providers Huawei Cloud
                                                                example.com.cn stands under two entities, where a domain is filed by one only
    examples/unknown-until-apply/filings.toml:2:1               a register has example.com.cn as filed, 京ICP备2020003456号-1, access providers Alibaba Cloud
    to settle it                                                pip install icplint-aws
    to settle it                                                look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                        icplint explain untransferred-filing
  cannot tell ICP203 abandoned-access  cannot tell whether img.example.com.cn is served from a mainland server of a provider that the filing of example.com.cn does not name
    plugins/icplint-aws/examples/route53-and-cdn/aws.tf:25:14   aws_cloudfront_distribution.img serves img.example.com.cn
    plugins/icplint-aws/examples/route53-and-cdn/aws.tf:22:1    aws_cloudfront_distribution is known to the plugin icplint-aws only, so where aws_cloudfront_distribution.img answers from is not known
    to settle it                                                pip install icplint-aws
    more                                                        icplint explain abandoned-access
  cannot tell ICP201 untransferred-filing  cannot tell whether www.example.com.cn reaches Alibaba Cloud in mainland China, which is no access provider of the filing of example.com.cn
    plugins/icplint-aws/examples/route53-and-cdn/dns.tf:24:13   aws_route53_record.com_cn_www serves www.example.com.cn
      24 |   name    = "www"
         |             ^^^^^
    plugins/icplint-aws/examples/route53-and-cdn/dns.tf:22:1    aws_route53_record is known to the plugin icplint-aws only, so where aws_route53_record.com_cn_www answers from is not known
    examples/blog-on-ecs/filings.toml:2:1                       example.com.cn is filed: 浙ICP备2024001234号-1
    examples/blog-on-ecs/filings.toml:2:1                       a register has example.com.cn as filed, 浙ICP备2024001234号-1, access providers Alibaba Cloud
    examples/oss-static-site/filings.toml:2:1                   a register has example.com.cn as filed, 粤ICP备2022007890号-2, access providers Huawei Cloud
                                                                example.com.cn stands under two entities, where a domain is filed by one only
    examples/unknown-until-apply/filings.toml:2:1               a register has example.com.cn as filed, 京ICP备2020003456号-1, access providers Alibaba Cloud
    to settle it                                                pip install icplint-aws
    to settle it                                                look the filing up at beian.miit.gov.cn, and mend the row that is out of date
    more                                                        icplint explain untransferred-filing
  cannot tell ICP203 abandoned-access  cannot tell whether www.example.com.cn is served from a mainland server of a provider that the filing of example.com.cn does not name
    plugins/icplint-aws/examples/route53-and-cdn/dns.tf:24:13   aws_route53_record.com_cn_www serves www.example.com.cn
    plugins/icplint-aws/examples/route53-and-cdn/dns.tf:22:1    aws_route53_record is known to the plugin icplint-aws only, so where aws_route53_record.com_cn_www answers from is not known
    to settle it                                                pip install icplint-aws
    more                                                        icplint explain abandoned-access

example.net
  cannot tell ICP101 unfiled-domain  cannot tell whether www.example.net is served from mainland China, and no ICP filing covers example.net
    plugins/icplint-aws/examples/route53-and-cdn/dns.tf:33:20                                                                                                                                                                                                                                                                                 aws_route53_record.net_china serves www.example.net
      33 |   name           = "www"
         |                    ^^^^^
    plugins/icplint-aws/examples/route53-and-cdn/dns.tf:31:1                                                                                                                                                                                                                                                                                  aws_route53_record is known to the plugin icplint-aws only, so where aws_route53_record.net_china answers from is not known
    plugins/icplint-aws/examples/route53-and-cdn/dns.tf:46:20                                                                                                                                                                                                                                                                                 aws_route53_record.net_world serves www.example.net
    plugins/icplint-aws/examples/route53-and-cdn/dns.tf:44:1                                                                                                                                                                                                                                                                                  aws_route53_record is known to the plugin icplint-aws only, so where aws_route53_record.net_world answers from is not known
    examples/blog-on-ecs/filings.toml, examples/hongkong-only/filings.toml, examples/oss-static-site/filings.toml, examples/shop-behind-cdn/filings.toml, examples/staging-before-filing/filings.toml, examples/unknown-until-apply/filings.toml, plugins/icplint-aws/examples/route53-and-cdn/filings.toml, tests/parity/site/filings.toml   the register lists 8 filings; example.net is not among them
    to settle it                                                                                                                                                                                                                                                                                                                              pip install icplint-aws
    more                                                                                                                                                                                                                                                                                                                                      icplint explain unfiled-domain
  cannot tell ICP101 unfiled-domain  cannot tell whether en.example.net is served from mainland China, and no ICP filing covers example.net
    plugins/icplint-aws/examples/route53-and-cdn/dns.tf:59:13                                                                                                                                                                                                                                                                                 aws_route53_record.net_en serves en.example.net
      59 |   name    = "en"
         |             ^^^^
    plugins/icplint-aws/examples/route53-and-cdn/dns.tf:57:1                                                                                                                                                                                                                                                                                  aws_route53_record is known to the plugin icplint-aws only, so where aws_route53_record.net_en answers from is not known
    examples/blog-on-ecs/filings.toml, examples/hongkong-only/filings.toml, examples/oss-static-site/filings.toml, examples/shop-behind-cdn/filings.toml, examples/staging-before-filing/filings.toml, examples/unknown-until-apply/filings.toml, plugins/icplint-aws/examples/route53-and-cdn/filings.toml, tests/parity/site/filings.toml   the register lists 8 filings; example.net is not among them
    to settle it                                                                                                                                                                                                                                                                                                                              pip install icplint-aws
    more                                                                                                                                                                                                                                                                                                                                      icplint explain unfiled-domain
  error ICP101 unfiled-domain  shop.example.net is served from mainland China, and no ICP filing covers example.net
    tests/terraform/data/plans/deposed/main.tf:15:17                                                                                                                                                                                                                                                                                          shop.example.net has an A record with 203.0.113.5
      15 |   value       = "203.0.113.5"
         |                 ^^^^^^^^^^^^^
    tests/parity/site/filings.toml:6:1                                                                                                                                                                                                                                                                                                        the register places 203.0.113.5 in the mainland (203.0.113.0/24)
    examples/blog-on-ecs/filings.toml, examples/hongkong-only/filings.toml, examples/oss-static-site/filings.toml, examples/shop-behind-cdn/filings.toml, examples/staging-before-filing/filings.toml, examples/unknown-until-apply/filings.toml, plugins/icplint-aws/examples/route53-and-cdn/filings.toml, tests/parity/site/filings.toml   the register lists 8 filings; example.net is not among them
    remedy                                                                                                                                                                                                                                                                                                                                    file example.net before it points at the mainland, or serve it from outside
    more                                                                                                                                                                                                                                                                                                                                      icplint explain unfiled-domain

alicloud_alidns_record.demo: ignore[unfiled-domain]
  warning ICP001 void-suppression  the suppression alicloud_alidns_record.demo: ignore[unfiled-domain] is void
    examples/staging-before-filing/main.tf:35:1   it held up to 2026-11-15 (“the fair in Shanghai, where we showed it”), and has suppressed nothing since
      35 | # icplint: ignore[unfiled-domain] until=2026-11-15 the fair in Shanghai, where we showed it
         | ^
    remedy                                        correct it, renew its day, or remove it
    more                                          icplint explain void-suppression

alicloud_eci_container_group.site
  cannot tell ICP301 ineligible-instance  cannot tell whether alicloud_eci_container_group.site serves a website without an Alibaba Cloud filing on record, but cannot issue service codes
    tests/resources/data/data_sources/main.tf:40:17   whether oss.example.cn is served by the container group alicloud_eci_container_group.site is not known
    tests/resources/hosting/main.tf:407:1             the container group alicloud_eci_container_group.site is in cn-hangzhou, mainland China (tests/resources/hosting/main.tf:411:26)
      407 | resource "alicloud_eci_container_group" "site" {
          | ^^^^^^^^
    tests/resources/hosting/main.tf:407:1             ECI issues no service codes
    more                                              icplint explain ineligible-instance

alicloud_ecs_launch_template.web
  cannot tell ICP301 ineligible-instance  cannot tell whether alicloud_ecs_launch_template.web serves a website without an Alibaba Cloud filing on record, but cannot issue service codes
    tests/resources/data/data_sources/main.tf:40:17   whether oss.example.cn is served by the ECS instance alicloud_ecs_launch_template.web is not known
    tests/resources/hosting/main.tf:32:1              the ECS instance alicloud_ecs_launch_template.web is in cn-hangzhou, mainland China (tests/resources/hosting/main.tf:11:12)
      32 | resource "alicloud_ecs_launch_template" "web" {
         | ^^^^^^^^
    tests/resources/hosting/main.tf:32:1              the ECS instance alicloud_ecs_launch_template.web is pay-as-you-go; only a subscription can issue codes
    more                                              icplint explain ineligible-instance

alicloud_instance.app
  cannot tell ICP301 ineligible-instance  cannot tell whether alicloud_instance.app serves a website without an Alibaba Cloud filing on record, but cannot issue service codes
    tests/resources/data/data_sources/main.tf:40:17   whether oss.example.cn is served by the ECS instance alicloud_instance.app is not known
    examples/unknown-until-apply/main.tf:20:1         the region of the ECS instance alicloud_instance.app is not known: variable region has no value
      20 | resource "alicloud_instance" "app" {
         | ^^^^^^^^
    examples/unknown-until-apply/main.tf:20:1         the ECS instance alicloud_instance.app is pay-as-you-go; only a subscription can issue codes
    to settle it                                      give region a value with --var region=…, --var-file or TF_VAR_region, or check the plan
    more                                              icplint explain ineligible-instance

alicloud_instance.blog
  cannot tell ICP301 ineligible-instance  cannot tell whether alicloud_instance.blog serves a website without an Alibaba Cloud filing on record, but cannot issue service codes
    tests/resources/data/data_sources/main.tf:40:17   whether oss.example.cn is served by the ECS instance alicloud_instance.blog is not known
    examples/blog-on-ecs/main.tf:7:1                  the ECS instance alicloud_instance.blog is in cn-hangzhou, mainland China (examples/blog-on-ecs/providers.tf:13:12)
      7 | resource "alicloud_instance" "blog" {
        | ^^^^^^^^
    examples/blog-on-ecs/main.tf:7:1                  the ECS instance alicloud_instance.blog has a total term of 1 month; 3 months are needed: renew it
    more                                              icplint explain ineligible-instance

alicloud_instance.inner
  cannot tell ICP301 ineligible-instance  cannot tell whether alicloud_instance.inner serves a website without an Alibaba Cloud filing on record, but cannot issue service codes
    tests/resources/data/data_sources/main.tf:40:17   whether oss.example.cn is served by the ECS instance alicloud_instance.inner is not known
    tests/resources/hosting/main.tf:51:1              the ECS instance alicloud_instance.inner is in cn-hangzhou, mainland China (tests/resources/hosting/main.tf:52:23)
      51 | resource "alicloud_instance" "inner" {
         | ^^^^^^^^
    tests/resources/hosting/main.tf:51:1              the ECS instance alicloud_instance.inner is pay-as-you-go; only a subscription can issue codes
    more                                              icplint explain ineligible-instance

alicloud_instance.shop[1]
  cannot tell ICP301 ineligible-instance  cannot tell whether alicloud_instance.shop[1] serves a website without an Alibaba Cloud filing on record, but cannot issue service codes
    tests/resources/data/data_sources/main.tf:40:17   whether oss.example.cn is served by the ECS instance alicloud_instance.shop[1] is not known
    examples/shop-behind-cdn/servers.tf:7:1           the ECS instance alicloud_instance.shop[1] is in cn-shanghai, mainland China (examples/shop-behind-cdn/providers.tf:13:12)
      7 | resource "alicloud_instance" "shop" {
        | ^^^^^^^^
    examples/shop-behind-cdn/servers.tf:7:1           the ECS instance alicloud_instance.shop[1] has no public bandwidth
    more                                              icplint explain ineligible-instance

alicloud_instance.web (tests/resources/data/alidns)
  cannot tell ICP301 ineligible-instance  cannot tell whether alicloud_instance.web (tests/resources/data/alidns) serves a website without an Alibaba Cloud filing on record, but cannot issue service codes
    tests/resources/data/data_sources/main.tf:40:17   whether oss.example.cn is served by the ECS instance alicloud_instance.web is not known
    tests/resources/data/alidns/main.tf:5:1           the ECS instance alicloud_instance.web is in cn-hangzhou, mainland China (tests/resources/data/alidns/main.tf:6:32)
      5 | resource "alicloud_instance" "web" {
        | ^^^^^^^^
    tests/resources/data/alidns/main.tf:5:1           the ECS instance alicloud_instance.web is pay-as-you-go; only a subscription can issue codes
    more                                              icplint explain ineligible-instance

alicloud_instance.web (tests/resources/data/edges)
  cannot tell ICP301 ineligible-instance  cannot tell whether alicloud_instance.web (tests/resources/data/edges) serves a website without an Alibaba Cloud filing on record, but cannot issue service codes
    tests/resources/data/data_sources/main.tf:40:17   whether oss.example.cn is served by the ECS instance alicloud_instance.web is not known
    tests/resources/data/edges/main.tf:12:1           the ECS instance alicloud_instance.web is in cn-hangzhou, mainland China (tests/resources/data/edges/main.tf:4:12)
      12 | resource "alicloud_instance" "web" {
         | ^^^^^^^^
    tests/resources/data/edges/main.tf:12:1           the ECS instance alicloud_instance.web is pay-as-you-go; only a subscription can issue codes
    more                                              icplint explain ineligible-instance

alicloud_instance.web[0] (tests/resources/hosting)
  cannot tell ICP301 ineligible-instance  cannot tell whether alicloud_instance.web[0] (tests/resources/hosting) serves a website without an Alibaba Cloud filing on record, but cannot issue service codes
    tests/resources/data/data_sources/main.tf:40:17   whether oss.example.cn is served by the ECS instance alicloud_instance.web[0] is not known
    tests/resources/hosting/main.tf:44:1              the ECS instance alicloud_instance.web[0] is in cn-hangzhou, mainland China (tests/resources/hosting/main.tf:47:23)
      44 | resource "alicloud_instance" "web" {
         | ^^^^^^^^
    tests/resources/hosting/main.tf:44:1              the ECS instance alicloud_instance.web[0] is pay-as-you-go; only a subscription can issue codes
    tests/resources/hosting/main.tf:44:1              the ECS instance alicloud_instance.web[0] has no public bandwidth
    more                                              icplint explain ineligible-instance

alicloud_instance.web[1] (tests/resources/hosting)
  cannot tell ICP301 ineligible-instance  cannot tell whether alicloud_instance.web[1] (tests/resources/hosting) serves a website without an Alibaba Cloud filing on record, but cannot issue service codes
    tests/resources/data/data_sources/main.tf:40:17   whether oss.example.cn is served by the ECS instance alicloud_instance.web[1] is not known
    tests/resources/hosting/main.tf:44:1              the ECS instance alicloud_instance.web[1] is in cn-hangzhou, mainland China (tests/resources/hosting/main.tf:47:23)
      44 | resource "alicloud_instance" "web" {
         | ^^^^^^^^
    tests/resources/hosting/main.tf:44:1              the ECS instance alicloud_instance.web[1] is pay-as-you-go; only a subscription can issue codes
    tests/resources/hosting/main.tf:44:1              the ECS instance alicloud_instance.web[1] has no public bandwidth
    more                                              icplint explain ineligible-instance

data.alicloud_instances.web
  cannot tell ICP301 ineligible-instance  cannot tell whether data.alicloud_instances.web serves a website without an Alibaba Cloud filing on record, but cannot issue service codes
    tests/resources/data/data_sources/main.tf:40:17   whether oss.example.cn is served by the ECS instance data.alicloud_instances.web is not known
    tests/resources/data/data_sources/main.tf:16:1    the ECS instance data.alicloud_instances.web is in cn-shanghai, mainland China (tests/resources/data/data_sources/main.tf:1:32)
      16 | data "alicloud_instances" "web" {}
         | ^^^^
    tests/resources/data/data_sources/main.tf:16:1    how the ECS instance data.alicloud_instances.web is charged is not known: data.alicloud_instances.web is looked up, and what it lists does not say charge
    tests/resources/data/data_sources/main.tf:16:1    whether the ECS instance data.alicloud_instances.web has public bandwidth is not known: data.alicloud_instances.web is looked up, and what it lists does not say bandwidth
    tests/resources/data/data_sources/main.tf:16:1    for how long the ECS instance data.alicloud_instances.web is subscribed is not known: data.alicloud_instances.web is looked up, and what it lists does not say months
    to settle it                                      check the configuration or the account that holds what is looked up together with this one, or the plan (terraform show -json), which keeps what the data source returned
    more                                              icplint explain ineligible-instance

module.site["preview"].alicloud_instance.web
  cannot tell ICP301 ineligible-instance  cannot tell whether module.site["preview"].alicloud_instance.web serves a website without an Alibaba Cloud filing on record, but cannot issue service codes
    tests/resources/data/data_sources/main.tf:40:17   whether oss.example.cn is served by the ECS instance module.site["preview"].alicloud_instance.web is not known
    tests/suppressions/calls/site/main.tf:13:1        the ECS instance module.site["preview"].alicloud_instance.web is in cn-hangzhou, mainland China (tests/suppressions/calls/main.tf:10:12)
      13 | resource "alicloud_instance" "web" {
         | ^^^^^^^^
      called from tests/suppressions/calls/main.tf:13:1 as module.site["preview"]
    tests/suppressions/calls/site/main.tf:13:1        the ECS instance module.site["preview"].alicloud_instance.web is pay-as-you-go; only a subscription can issue codes
    more                                              icplint explain ineligible-instance

module.site["staging"].alicloud_instance.web
  cannot tell ICP301 ineligible-instance  cannot tell whether module.site["staging"].alicloud_instance.web serves a website without an Alibaba Cloud filing on record, but cannot issue service codes
    tests/resources/data/data_sources/main.tf:40:17   whether oss.example.cn is served by the ECS instance module.site["staging"].alicloud_instance.web is not known
    tests/suppressions/calls/site/main.tf:13:1        the ECS instance module.site["staging"].alicloud_instance.web is in cn-hangzhou, mainland China (tests/suppressions/calls/main.tf:10:12)
      13 | resource "alicloud_instance" "web" {
         | ^^^^^^^^
      called from tests/suppressions/calls/main.tf:13:1 as module.site["staging"]
    tests/suppressions/calls/site/main.tf:13:1        the ECS instance module.site["staging"].alicloud_instance.web is pay-as-you-go; only a subscription can issue codes
    more                                              icplint explain ineligible-instance

module.www.alicloud_instance.web
  cannot tell ICP301 ineligible-instance  cannot tell whether module.www.alicloud_instance.web serves a website without an Alibaba Cloud filing on record, but cannot issue service codes
    tests/resources/data/data_sources/main.tf:40:17   whether oss.example.cn is served by the ECS instance module.www.alicloud_instance.web is not known
    tests/suppressions/calls/site/main.tf:13:1        the ECS instance module.www.alicloud_instance.web is in cn-hangzhou, mainland China (tests/suppressions/calls/main.tf:10:12)
      13 | resource "alicloud_instance" "web" {
         | ^^^^^^^^
      called from tests/suppressions/calls/main.tf:19:1 as module.www
    tests/suppressions/calls/site/main.tf:13:1        the ECS instance module.www.alicloud_instance.web is pay-as-you-go; only a subscription can issue codes
    more                                              icplint explain ineligible-instance

icplint does not know these resource types yet, and judged only the names and addresses in them: aws_lb_listener, aws_lb_target_group, aws_lb_target_group_attachment, aws_s3_bucket_website_configuration

error  tests/attacks/corpus/parentheses.tf:1:1  no argument stands outside a block: move x into one, or remove it
error  tests/planned_parts/case.tf:2:3  required_providers is declared twice, first at tests/planned_parts/address.tf:2:3
error  tests/planned_parts/pair.tf:2:3  required_providers is declared twice, first at tests/planned_parts/address.tf:2:3
error  tests/planned_parts/pair.tf:29:1  output.ips is declared twice, first at tests/planned_parts/address.tf:44:1
error  tests/planned_parts/root.tf:2:3  required_providers is declared twice, first at tests/planned_parts/address.tf:2:3
error  tests/planned_parts/pair.tf:20:14  module module.address cannot be read: there is no directory ../address
error  tests/terraform/data/oracle/cycle_in_branch/main.tf:2:20  Cycle: local.a -> local.a: what a name needs must not need that name, so remove one of these references
error  tests/terraform/data/oracle/cycle_locals/main.tf:4:13  Cycle: local.a -> local.b -> local.c -> local.a: what a name needs must not need that name, so remove one of these references
error  tests/terraform/data/oracle/cycle_module_itself/main.tf:3:12  Cycle: module.a.output.out -> module.a.var.given -> module.a.output.out: what a name needs must not need that name, so remove one of these references
error  tests/terraform/data/oracle/cycle_modules/main.tf:8:12  Cycle: module.a.output.out -> module.a.var.given -> module.b.output.out -> module.b.var.given -> module.a.output.out: what a name needs must not need that name, so remove one of these references
error  tests/terraform/data/oracle/cycle_resources/main.tf:6:11  Cycle: terraform_data.a -> terraform_data.b -> terraform_data.a: what a name needs must not need that name, so remove one of these references
error  tests/terraform/data/oracle/cycle_self/main.tf:2:8  Cycle: local.a -> local.a: what a name needs must not need that name, so remove one of these references
error  tests/terraform/data/oracle/cycle_through_count/main.tf:2:18  Cycle: local.list -> terraform_data.a -> local.list: what a name needs must not need that name, so remove one of these references
error  tests/terraform/data/oracle/refused_count/main.tf:2:11  Terraform would refuse the expression: Incorrect value type: Invalid expression value: a number is required.
error  tests/terraform/data/oracle/refused_for_each/main.tf:2:14  Terraform would refuse the expression: Invalid for_each argument: The given "for_each" argument value is unsuitable: the "for_each" argument must be a map, or set of strings, and you have provided a value of type tuple.
error  tests/terraform/data/oracle/sensitive_for_each/main.tf:2:14  Terraform would refuse the expression: Invalid for_each argument: Sensitive values, or values derived from sensitive values, cannot be used as for_each arguments. If used, the sensitive value could be exposed as a resource instance key.

4 errors · 2 warnings · 123 cannot tell · 541 compliant · 0 suppressed     read 140 files, 16 errors in what was read
