"""Files of the machine, read and written within bounds: whoever reads or writes one comes here."""
