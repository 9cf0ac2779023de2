"""Floor 1: text services every step shares: folding, sentences, tokens, numbers, language, offset maps, zones."""
