"""What statements on one matter part in: number, date, place, certainty, yes and no."""
