"""What the tests of a plugin may import: the real command line with the plugin in it, and the contract it keeps."""

from icplint.testing.judging import Judged, Said, filed, icplint, judged, state, using

__all__ = ["Judged", "Said", "filed", "icplint", "judged", "state", "using"]
