"""How fast it is, as ratios against a yardstick in the same run. Run by `make bench`."""
