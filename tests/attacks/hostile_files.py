"""Registers, settings, baselines, databases and documents that are small, and large to whoever reads them."""

from __future__ import annotations

import io
import json
import struct
import zipfile
from collections.abc import Callable, Mapping
from typing import Final

from attack import SITE, Attack

Make = Callable[[], str | bytes]

SHEET: Final = (
    '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{}</worksheet>'
)
DOMAIN: Final = '<c r="A1" t="inlineStr"><is><t>域名</t></is></c>'
ROWS: Final = f'<sheetData><row r="1">{DOMAIN}</row><row r="2"><c r="A2" t="inlineStr"><is><t>example.cn</t></is></c></row></sheetData>'


def workbook(
    sheet: str | bytes, more: Mapping[str, str | bytes] | None = None, method: int = zipfile.ZIP_DEFLATED
) -> bytes:
    """Return a workbook with one worksheet, and what else it holds."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    strings = "sharedStrings" if more and "xl/sharedStrings.xml" in more else ""
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kinds}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kinds}.worksheet+xml"/>'
        + (f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kinds}.sharedStrings+xml"/>' if strings else "")
        + "</Types>",
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/>'
        + (f'<Relationship Id="r2" Type="{office}/sharedStrings" Target="sharedStrings.xml"/>' if strings else "")
        + "</Relationships>",
        "xl/worksheets/sheet1.xml": sheet,
        **(more or {}),
    }
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", method) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return written.getvalue()


def sheet(rows: str = ROWS, after: str = "", before: str = "") -> str:
    return SHEET.format(before + rows + after)


def merged(*ranges: str) -> str:
    return f'<mergeCells count="{len(ranges)}">{"".join(f"<mergeCell ref={chr(34)}{one}{chr(34)}/>" for one in ranges)}</mergeCells>'


def strings(text: str, count: int = 1) -> dict[str, str | bytes]:
    return {
        "xl/sharedStrings.xml": f'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{f"<si><t>{text}</t></si>" * count}</sst>'
    }


LAUGHS: Final = (
    '<!DOCTYPE a [<!ENTITY a0 "lol">' + "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10)) + "]>"
)

WORKBOOKS: Final[Mapping[str, Make]] = {
    "merged over a whole sheet": lambda: workbook(sheet(after=merged("A1:XFD1048576"))),
    "merged over a column": lambda: workbook(sheet(after=merged("B1:B1048576"))),
    "merged in many ranges": lambda: workbook(sheet(after=merged(*(f"B{i}:XFD{i + 1}" for i in range(1, 4000, 2))))),
    "merged backwards": lambda: workbook(sheet(after=merged("XFD1048576:A1"))),
    "merged by a reference in other letters": lambda: workbook(sheet(after=merged("&#65;1:XFD1048576"))),
    "merged in a prefix": lambda: workbook(
        sheet(
            after='<x:mergeCells xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:mergeCell ref="A1:XFD1048576"/></x:mergeCells>'
        )
    ),
    "merged in UTF-16": lambda: workbook(
        sheet(after=merged("A1:XFD1048576")).replace("<?xml", "<?xml").encode("utf-16")
    ),
    "cell in the last corner": lambda: workbook(
        sheet(f'<sheetData><row r="1">{DOMAIN}</row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>')
    ),
    "cell in a column that there is not": lambda: workbook(
        sheet(f'<sheetData><row r="1">{DOMAIN}<c r="ZZZZZZZ1"><v>1</v></c></row></sheetData>')
    ),
    "row that there is not": lambda: workbook(
        sheet(
            f'<sheetData><row r="1">{DOMAIN}</row><row r="99999999999"><c r="A99999999999"><v>1</v></c></row></sheetData>'
        )
    ),
    "rows without places": lambda: workbook(
        sheet("<sheetData>" + "<row><c><v>1</v></c></row>" * 500_000 + "</sheetData>")
    ),
    "empty cells": lambda: workbook(sheet("<sheetData><row>" + "<c/>" * 1_500_000 + "</row></sheetData>")),
    "long shared string": lambda: workbook(
        sheet('<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>'), strings("a" * (200 << 20))
    ),
    "many shared strings": lambda: workbook(sheet(), strings("a", 1_000_000)),
    "shared string of runs": lambda: workbook(
        sheet(),
        {
            "xl/sharedStrings.xml": '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si>'
            + "<r><t>a</t></r>" * 1_000_000
            + "</si></sst>"
        },
    ),
    "zeros": lambda: workbook(b"\0" * (300 << 20)),
    "long comment in a part": lambda: workbook(sheet(before=f"<!--{'a' * (40 << 20)}-->")),
    "deep elements": lambda: workbook(sheet(before="<a>" * 100_000 + "</a>" * 100_000)),
    "many attributes": lambda: workbook(sheet(before="<a " + " ".join(f'a{i}="1"' for i in range(300_000)) + "/>")),
    "entities in entities": lambda: workbook(
        LAUGHS + sheet(before="<b>&a9;</b>").removeprefix('<?xml version="1.0"?>')
    ),
    "many parts": lambda: workbook(sheet(), {f"xl/a{i}.xml": "" for i in range(20_000)}),
    "many columns of a kind": lambda: workbook(
        sheet(before="<cols>" + '<col min="1" max="16384" width="1"/>' * 100_000 + "</cols>")
    ),
    "many rules": lambda: workbook(
        sheet(
            after="".join(
                f'<conditionalFormatting sqref="A{i}:XFD1048576"><cfRule type="expression" priority="1"><formula>1</formula></cfRule></conditionalFormatting>'
                for i in range(1, 20_000)
            )
        )
    ),
    "shared formulas": lambda: workbook(
        sheet(
            '<sheetData><row r="1">'
            + "".join(f'<c r="A1"><f t="shared" ref="A1:XFD1048576" si="{i}">A1+{i}</f></c>' for i in range(50_000))
            + "</row></sheetData>"
        )
    ),
    "array formula": lambda: workbook(
        sheet(f'<sheetData><row r="1">{DOMAIN}<c r="B1"><f t="array" ref="B1:XFD1048576">A1</f></c></row></sheetData>')
    ),
    "long comment of the archive": lambda: workbook(sheet())[:-2] + b"\xff\xff" + b"a" * 65_535,
    "archive in an archive": lambda: workbook(workbook(b"\0" * (1 << 20))),
    "archive that lies about its sizes": lambda: workbook(b"\0" * (60 << 20)).replace(
        struct.pack("<I", 60 << 20), struct.pack("<I", 10)
    ),
    "nothing but a signature": lambda: b"PK\x03\x04" + b"\0" * 1_000_000,
}

CSV: Final[Mapping[str, Make]] = {
    "million columns": lambda: "域名," + "a," * 1_000_000 + "\n",
    "million columns in tabs": lambda: "域名\t" + "a\t" * 1_000_000 + "\n",
    "million headings that are nearly right": lambda: ",".join(["domian"] * 1_000_000),
    "endless line": lambda: "域名\n" + "a" * (7 << 20),
    "endless quoted field": lambda: '域名\n"' + "a\n" * (3 << 20),
    "quotes": lambda: '域名\n"' + '""' * (2 << 20) + '"\n',
    "empty lines": lambda: "域名\n" + "\n" * (7 << 20),
    "bad rows": lambda: "域名\n" + "-\n" * 200_000,
    "rows of separators": lambda: "域名,备案号\n" + ",;,\n" * 200_000,
    "large file": lambda: "域名\n" + "example.cn\n" * 2_000_000,
    "labels": lambda: "域名\n" + "a." * 200_000 + "cn\n",
    "marks": lambda: "域名\na" + "\u0301" * 300_000 + ".cn\n",
    "long licence": lambda: "域名,备案号\nexample.cn," + "京ICP备" * 100_000 + "\n",
    "digits of a licence": lambda: "域名,备案号\nexample.cn,京ICP备" + "1" * 500_000 + "号-1\n",
    "many providers": lambda: "域名,接入商\nexample.cn," + "a;" * 60_000 + "\n",
    "zeros": lambda: b"\0" * (7 << 20),
    "bytes that are no text": lambda: b"\xff" * (7 << 20),
}

TOML: Final[Mapping[str, Make]] = {
    "key of many dots": lambda: "a" + ".a" * 20_000 + " = 1\n",
    "key of many quoted dots": lambda: "a" + '."a b"' * 20_000 + " = 1\n",
    "header of many dots": lambda: "[a" + ".a" * 20_000 + "]\n",
    "header of many spaced dots": lambda: "[a" + " . a" * 20_000 + "]\n",
    "key of many dots in a table": lambda: "a = { b" + ".b" * 20_000 + " = 1 }\n",
    "many keys of many dots": lambda: "".join(f"a{i}" + ".a" * 90 + " = 1\n" for i in range(2_000)),
    "nested lists": lambda: "a = " + "[" * 100_000 + "]" * 100_000 + "\n",
    "nested tables": lambda: "a = " + "{ a = " * 100_000 + "1" + " }" * 100_000 + "\n",
    "nested lists that are read": lambda: "a = " + "[" * 200 + "]" * 200 + "\n",
    "headers": lambda: "".join(f"[a{i}]\n" for i in range(50_000)),
    "headers of one table": lambda: "[[filing]]\n" * 60_000,
    "long key": lambda: "a" * 900_000 + " = 1\n",
    "digits": lambda: "a = " + "1" * 900_000 + "\n",
    "exponent": lambda: "a = 1e999999999\n",
    "long string": lambda: 'a = "' + "a" * 900_000 + '"\n',
    "open string": lambda: 'a = """' + "a\n" * 400_000,
    "escapes": lambda: 'a = "' + "\\\\" * 400_000 + '"\n',
    "comment": lambda: "#" + "a" * 900_000 + "\n",
    "spaces": lambda: "a = [" + " " * 900_000 + "]\n",
    "date": lambda: "a = 9999-99-99T99:99:99." + "9" * 100_000 + "\n",
    "zeros": lambda: b"\0" * 900_000,
}

BASELINES: Final[Mapping[str, Make]] = {
    "nested": lambda: "[" * 200_000 + "]" * 200_000,
    "nested objects": lambda: '{"a":' * 100_000 + "1" + "}" * 100_000,
    "digits": lambda: '{"version": ' + "1" * 100_000 + "}",
    "exponent": lambda: '{"version": 1e999999999}',
    "many findings": lambda: json.dumps({"version": 1, "read": [], "findings": [{}] * 300_000}),
    "many readings": lambda: json.dumps({"version": 1, "read": ["a"] * 1_000_000, "findings": []}),
    "zeros": lambda: b"\0" * (10 << 20),
}

DOCUMENTS: Final[Mapping[str, Make]] = {
    "nested lists": lambda: '{"format_version": "1.2", "a": ' + "[" * 100_000 + "]" * 100_000 + "}",
    "nested objects": lambda: '{"format_version": "1.2", "values": ' + '{"a":' * 100_000 + "1" + "}" * 100_000 + "}",
    "nested, not too deeply": lambda: (
        '{"format_version": "1.2", "terraform_version": "1.11.4", "values": {"root_module": '
        + '{"child_modules": [' * 90
        + "{}"
        + "]}" * 90
        + "}}"
    ),
    "nested, and wide": lambda: (
        '{"format_version": "1.2", "values": {"root_module": {"a": ' + ("[" * 150 + "1" + "]" * 150 + ',"b": 1}}}')
    ),
    "digits": lambda: '{"format_version": "1.2", "a": ' + "1" * 1_000_000 + "}",
    "exponent": lambda: '{"format_version": "1.2", "a": 1e999999999}',
    "index of many digits": lambda: json.dumps(
        {
            "format_version": "1.2",
            "values": {
                "root_module": {
                    "resources": [
                        {
                            "address": "a.b[9]",
                            "type": "a",
                            "name": "b",
                            "index": 10**300,
                            "values": {},
                            "mode": "managed",
                        }
                    ]
                }
            },
        }
    ),
    "empty lists": lambda: '{"format_version": "1.2", "a": [' + "[]," * 500_000 + "[]]}",
    "one key again and again": lambda: '{"format_version": "1.2", ' + '"a": 1, ' * 300_000 + '"b": 1}',
    "long address": lambda: json.dumps(
        {
            "format_version": "1.2",
            "values": {
                "root_module": {
                    "resources": [
                        {
                            "address": "a." * 100_000,
                            "type": "alicloud_eip_address",
                            "name": "b",
                            "values": {},
                            "mode": "managed",
                        }
                    ]
                }
            },
        }
    ),
    "long reference": lambda: json.dumps(
        {
            "format_version": "1.2",
            "planned_values": {"root_module": {}},
            "resource_changes": [],
            "configuration": {"root_module": {"outputs": {"a": {"expression": {"references": ["a." * 100_000]}}}}},
        }
    ),
    "modules that call one another": lambda: json.dumps(
        {
            "format_version": "1.2",
            "planned_values": {"root_module": {}},
            "configuration": {"root_module": {"module_calls": {f"m{i}": {"module": {}} for i in range(20_000)}}},
        }
    ),
    "escapes": lambda: '{"format_version": "1.2", "a": "' + "\\u0000" * 500_000 + '"}',
    "spaces": lambda: '{"format_version": "1.2"' + " " * 5_000_000 + "}",
    "zeros": lambda: b"{" + b"\0" * 5_000_000,
}

MARK: Final = b"\xab\xcd\xefMaxMind.com"


def mmdb(metadata: bytes, data: bytes = b"") -> bytes:
    return data + MARK + metadata


def about(nodes: int = 1, size: int = 24, version: int = 6, epoch: int = 1_700_000_000) -> bytes:
    def text(word: str) -> bytes:
        return bytes([0x40 | len(word)]) + word.encode()

    pairs = {
        "node_count": b"\xc4" + struct.pack(">I", nodes), "record_size": b"\xa2" + struct.pack(">H", size),
        "ip_version": b"\xa2" + struct.pack(">H", version), "build_epoch": b"\x08\x02" + struct.pack(">Q", epoch),
        "binary_format_major_version": b"\xa2\x00\x02", "binary_format_minor_version": b"\xa2\x00\x00",
        "database_type": text("GeoLite2-City"), "languages": b"\x00\x04", "description": b"\xe0",
    }  # fmt: skip
    return b"\xe0"[:0] + bytes([0xE0 | len(pairs)]) + b"".join(text(k) + v for k, v in pairs.items())


def xdb(version: int = 3, first: int = 256 + 524288, last: int = 256 + 524288, body: bytes = b"\0" * 600_000) -> bytes:
    return struct.pack("<HHIII", version, 1, 0, first, last).ljust(256, b"\0") + body


DATABASES: Final[Mapping[str, Make]] = {
    "nodes that are not there": lambda: mmdb(about(nodes=0xFFFFFFFF), b"\0" * 64),
    "no nodes": lambda: mmdb(about(nodes=0), b"\0" * 64),
    "records of no size": lambda: mmdb(about(size=0), b"\0" * 64),
    "records of a size that there is not": lambda: mmdb(about(size=65535), b"\0" * 64),
    "version that there is not": lambda: mmdb(about(version=99), b"\0" * 64),
    "end of time": lambda: mmdb(about(epoch=0xFFFFFFFFFFFFFFFF), b"\0" * 64),
    "metadata that is a pointer to itself": lambda: mmdb(b"\x20\x00" * 10),
    "metadata that is a list of lists": lambda: mmdb(b"\x1e\x04\xff" * 10_000),
    "metadata of lists in lists": lambda: mmdb(b"\x01\x04" * 50_000),
    "metadata that is a long map": lambda: mmdb(b"\xff\xff\xff\xff"),
    "metadata that is a long string": lambda: mmdb(b"\x5f\xff\xff\xff"),
    "no metadata": lambda: mmdb(b""),
    "tree that leads to itself": lambda: mmdb(about(nodes=2), b"\0\0\0\0\0\0" + b"\0\0\0\0\0\0" + b"\0" * 16),
    "data that leads to itself": lambda: mmdb(about(nodes=1), b"\0\0\x11" * 2 + b"\0" * 16 + b"\x20\x00" * 100),
    "data that laughs": lambda: mmdb(about(nodes=1), b"\0\0\x11" * 2 + b"\0" * 16 + b"".join(b"\x0a\x04" + bytes([0x20 | (o >> 8) & 7, o & 0xFF]) * 10 for o in range(22, 22 * 40, 22))),
    "mark at both ends": lambda: MARK + b"\0" * 200_000 + MARK,
    "xdb whose index is not there": lambda: xdb(first=256 + 524288, last=256 + 524288 + 75_000),
    "xdb whose vectors lead out": lambda: xdb(body=b"\xff" * 600_000),
    "xdb of a version that there is not": lambda: xdb(version=2, body=b"\x7f" * 600_000),
    "xdb of zeros": lambda: xdb(body=b"\0" * 600_000),
    "nothing": lambda: b"",
    "zeros": lambda: b"\0" * (10 << 20),
}  # fmt: skip

PLACED: Final = SITE.replace("alicloud_eip_address.rest.ip_address", '"47.96.1.2"')


def _attacks(
    kind: str, made: Mapping[str, Make], file: str, *, site: str = SITE, rest: bool = True, **extra: object
) -> list[Attack]:
    def content(make: Make) -> Mapping[str, str | bytes]:
        return {"main.tf": site, file: make()}

    always = (
        ("check", ".", "--format", "json", "--isolated")
        if file != "icplint.toml"
        else ("check", ".", "--format", "json")
    )
    option = {"filings": "--filings", "base.json": "--baseline", "base.mmdb": "--geo"}
    asked = next(((flag, file) for name, flag in option.items() if file.startswith(name)), ())
    arguments = (*always, *asked) if file != "plan.json" else ("check", file, "--format", "json", "--isolated")
    return [
        Attack(
            name=f"{kind}: {name}",
            content=lambda make=make: content(make),
            arguments=arguments,
            seconds=5,
            megabytes=300,
            rest=rest,
        )
        for name, make in made.items()
    ]


ATTACKS: Final = (
    *_attacks("workbook", WORKBOOKS, "filings.xlsx"),
    *_attacks("CSV", CSV, "filings.csv"),
    *_attacks("register in TOML", TOML, "filings.toml"),
    *_attacks("settings", TOML, "icplint.toml", rest=False),
    *_attacks("baseline", BASELINES, "base.json", rest=False),
    *_attacks("plan", DOCUMENTS, "plan.json", rest=False),
    *_attacks("database", DATABASES, "base.mmdb", site=PLACED),
)
