"""What several articles say in their own words: the same, the contrary, of one name."""
