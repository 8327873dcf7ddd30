"""Paths on a command line -> what they hold: root modules, plans, states, saved inventories, registers."""
