"""What a project has settled for itself: icplint.toml, or [tool.icplint] in pyproject.toml."""
