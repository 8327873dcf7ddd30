"""Live inventory: what accounts of AWS hold, in the regions of China and everywhere else."""
