"""Paths as a reader sees them, on each operating system."""

from __future__ import annotations

import ntpath
import posixpath
from pathlib import PurePath, PurePosixPath, PureWindowsPath
from types import ModuleType

import pytest

from icplint.model.origin import display_path


@pytest.mark.parametrize(
    ("path", "base", "flavour", "said"),
    [
        (PureWindowsPath(r"C:\infra\prod\main.tf"), PureWindowsPath(r"C:\infra"), ntpath, "prod/main.tf"),
        (PureWindowsPath(r"c:\Infra\main.tf"), PureWindowsPath(r"C:\infra\prod"), ntpath, "../main.tf"),
        (PureWindowsPath(r"D:\infra\main.tf"), PureWindowsPath(r"C:\work"), ntpath, "D:/infra/main.tf"),
        (PureWindowsPath(r"\\server\share\main.tf"), PureWindowsPath(r"C:\work"), ntpath, "//server/share/main.tf"),
        (PureWindowsPath(r"C:\infra"), PureWindowsPath(r"C:\infra"), ntpath, "."),
        (PurePosixPath("/infra/prod/main.tf"), PurePosixPath("/infra"), posixpath, "prod/main.tf"),
        (PurePosixPath("/infra/main.tf"), PurePosixPath("/srv/here"), posixpath, "../../infra/main.tf"),
    ],
)
def test_a_path_is_relative_and_has_forward_slashes(
    path: PurePath, base: PurePath, flavour: ModuleType, said: str
) -> None:
    assert display_path(path, base, flavour) == said
