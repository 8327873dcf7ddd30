"""Files of the machine, read and written within bounds: all reading and writing goes through here."""
