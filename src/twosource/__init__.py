"""twosource reads news articles and tells, for every claim, who says so and on how many independent parties it rests."""

__version__ = "0.1.0"
