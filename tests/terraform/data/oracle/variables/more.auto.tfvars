auto = "from a file"
