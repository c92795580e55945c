"""What each stage costs, measured in one run."""
