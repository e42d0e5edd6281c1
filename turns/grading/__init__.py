"""Challenges: a program is to be changed until every schedule of it reaches some goals."""
