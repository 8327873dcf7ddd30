"""The page that a browser opens: one file, with everything that it shows inside."""
