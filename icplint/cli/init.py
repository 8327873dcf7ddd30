"""`icplint init`: settings and a register to begin with, of what stands in a directory."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from icplint.cli.inputs import begin
from icplint.cli.language import reader_language
from icplint.cli.option_groups import spread
from icplint.cli.options import TerraformSources
from icplint.cli.output import deliver, say
from icplint.errors import ConfigError
from icplint.model.text import Text

if TYPE_CHECKING:
    from icplint.graph.graph import Graph
    from icplint.model.text import Language

NO_DIRECTORY: Final = Text(en="{path} is no directory", zh="{path} 不是目录")
THERE: Final = Text(en="{file} is there already: nothing was written", zh="{file} 已存在：未写入任何文件")
WRITTEN: Final = Text(
    en="{settings} and {register} written: fill in the {n} domains of the register, then icplint check {path}",
    zh="已写入 {settings} 和 {register}：请填写清单中的 {n} 个域名，然后运行 icplint check {path}",
)
WRITTEN_ONE: Final = Text(
    en="{settings} and {register} written: fill in the one domain of the register, then icplint check {path}",
    zh="已写入 {settings} 和 {register}：请填写清单中的 1 个域名，然后运行 icplint check {path}",
)
WRITTEN_NONE: Final = Text(
    en="{settings} and {register} written: add what you have filed to the register, then icplint check {path}",
    zh="已写入 {settings} 和 {register}：请在清单中补充已备案的域名，然后运行 icplint check {path}",
)
NOTHING: Final = Text(
    en="{path} holds no Terraform files, so nothing was written: name the directory of a root module, icplint init DIR",
    zh="{path} 中没有 Terraform 文件，未写入任何文件；请指定根模块所在的目录：icplint init DIR",
)
SETTINGS: Final = Text(
    en="""# The settings of icplint. `icplint config schema` prints their schema for editors.
filings = ["filings.toml"]     # the registers: every filing that this organisation holds
fail-on = "warning"            # from which severity on a violation fails the run: error, warning, info, never
strict = false                 # true: doubt, and what was not read, fail it too
lang = "en"                    # en or zh
# exclude = ["tests/"]         # directories that are not looked through: patterns as in .gitignore
# ignore = ["ICP102"]          # checks to leave out: code, name or prefix

# A finding that the project accepts; without a reason it is void.
# [[suppress]]
# check = "unfiled-domain"
# subject = "*.staging.example.cn"
# reason = "password protected until the filing is through"
# until = 2027-03-31
""",
    zh="""# icplint 的配置。`icplint config schema` 输出供编辑器使用的 JSON Schema。
filings = ["filings.toml"]     # 备案清单：本单位持有的全部备案
fail-on = "warning"            # 违规达到该级别时返回失败：error、warning、info、never
strict = false                 # true：“无法判断”和未读取的内容也使检查失败
lang = "zh"                    # en 或 zh
# exclude = ["tests/"]         # 不查找的目录：写法同 .gitignore
# ignore = ["ICP102"]          # 跳过的检查项：代码、名称或代码前缀

# 项目接受的问题；未写原因的记录无效。
# [[suppress]]
# check = "unfiled-domain"
# subject = "*.staging.example.cn"
# reason = "备案通过之前仅限密码访问"
# until = 2027-03-31
""",
)
REGISTER: Final = Text(
    en="""# The register: every ICP filing that this organisation holds. What is missing here counts as not filed.
# Give each domain below its number, or delete the table if it is not filed: until then, whether it is filed is
# "cannot tell". `icplint filings template` shows every key.
""",
    zh="""# 备案清单：请列出本单位持有的全部 ICP 备案。未列入的域名视为未备案。
# 请为下列每个域名填写备案号；未备案的，请删除该表。填写完成之前，该域名是否已备案为“无法判断”。
# 全部可用的字段见 `icplint filings template`。
""",
)
FILING: Final = Text(
    en='# {names}\n[[filing]]\ndomain = {domain}\nlicence = ""                   # such as 京ICP备2023001234号-1\n'
    '# access_providers = ["alibaba"]   # all of them, as the filing names them; leave out if not known\n',
    zh='# {names}\n[[filing]]\ndomain = {domain}\nlicence = ""                   # 例如 京ICP备2023001234号-1\n'
    '# access_providers = ["alibaba"]   # 备案中的全部接入商；不清楚时请省略\n',
)
NONE_FOUND: Final = Text(
    en="# No name was found that mainland China serves, or may serve.\n",
    zh="# 没有发现由中国内地提供服务（或可能由中国内地提供服务）的域名。\n",
)
SERVED: Final = {
    True: Text(en="{name} is served from mainland China", zh="{name} 在中国内地提供服务"),
    None: Text(
        en="whether {name} is served from mainland China is not known", zh="无法判断 {name} 是否在中国内地提供服务"
    ),
}
MORE: Final = Text(en="and {n} more", zh="另有 {n} 个")
NAMED: Final = 5
"""Names that stand above a domain."""


@spread
def init(
    *,
    directory: Annotated[Path, typer.Argument(help="Where the files are to stand (default: .).")] = Path(),
    sources: TerraformSources,
) -> None:
    """Write icplint.toml and filings.toml to begin with, from the names found in a directory."""
    reader_language(sources.lang)
    settings, register = directory / "icplint.toml", directory / "filings.toml"
    if not directory.is_dir():
        raise ConfigError(NO_DIRECTORY.using(path=directory.as_posix()))
    for file in (settings, register):
        if os.path.lexists(file):  # a link that leads nowhere is there, too
            raise ConfigError(THERE.using(file=file.as_posix()))
    from icplint.filings.toml_text import string

    session = begin([directory.as_posix()], sources)
    reading = session.read()
    if not any(one.kind == "configuration" for one in reading.inputs):
        raise ConfigError(NOTHING.using(path=directory.as_posix()))
    domains = _domains(session.graph(reading), session.language)
    rows = [FILING.using(domain=string(d), names=names).say(session.language) for d, names in domains.items()]
    text = "\n".join([REGISTER.say(session.language), *(rows or [NONE_FOUND.say(session.language)])])
    _deliver_both(register, text, settings, SETTINGS.say(session.language))
    say(
        {0: WRITTEN_NONE, 1: WRITTEN_ONE}.get(len(rows), WRITTEN)
        .using(settings=settings.as_posix(), register=register.as_posix(), n=len(rows), path=directory.as_posix())
        .say(session.language)
    )
    raise typer.Exit(session.ended(reading))


def _domains(graph: Graph, language: Language) -> dict[str, str]:
    """Return the registrable domains that mainland China serves, or may serve, each with a sentence on its names."""
    from icplint.model.vocabulary import Domain
    from icplint.questions.filings import filing_domain, subjects
    from icplint.questions.mainland import served_from_mainland

    found: dict[str, list[str]] = {}
    for name in sorted(subjects(graph, Domain), key=lambda one: one.key):
        domain, served = filing_domain(graph, name), served_from_mainland(graph, name).value
        if isinstance(domain, str) and served is not False:
            found.setdefault(domain, []).append(SERVED[served].using(name=" ".join(name.key.split())).say(language))
    semicolon = "；" if language == "zh" else "; "
    return {domain: semicolon.join(_few(found[domain], language)) for domain in sorted(found)}


def _few(names: list[str], language: Language) -> list[str]:
    more = [MORE.using(n=len(names) - NAMED).say(language)] if len(names) > NAMED else []
    return [*names[:NAMED], *more]


def _deliver_both(register: Path, text: str, settings: Path, words: str) -> None:
    """Write both files, or neither."""
    deliver(text, register)
    try:
        deliver(words, settings)
    except ConfigError:
        register.unlink()
        raise
