"""The engine of every live scan: what is asked, what came, what was not read. It knows no cloud, and no SDK."""
