"""How things told are held against one another: what the stages into stories and across articles draw on."""
