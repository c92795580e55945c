"""Trains how likely it is that two statements part."""
