"""What is the same for all instances of a module that is not read is evaluated once."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from icplint.model.resource import UNREAD_MODULE
from icplint.terraform.instances import blocks
from icplint.terraform.instances.configuration import read_configuration
from icplint.terraform.modules.loader import Loader

MODULE = """module "m" {
  source   = "acme/site/alicloud"
  for_each = toset([for i in range(%d) : "www${i}.example.cn"])
  name     = each.key
}
"""


@pytest.mark.parametrize("size", [5, 50])
def test_a_for_each_is_evaluated_once(size: int, tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text(MODULE % size, encoding="utf-8")
    evaluated: Counter[str] = Counter()
    evaluate = blocks.evaluate_block

    def counted(body: Any, name: str, *more: Any) -> Any:
        evaluated[name] += 1
        return evaluate(body, name, *more)

    with patch.object(blocks, "evaluate_block", counted):
        found = [one for one in read_configuration(tmp_path, Loader(tmp_path)).resources if one.kind == UNREAD_MODULE]
    assert [one.values["name"] for one in found] == sorted(f"www{n}.example.cn" for n in range(size))
    assert len(found[0].values["for_each"]) == size
    assert evaluated["name"] == size
    assert evaluated["for_each"] == 1
