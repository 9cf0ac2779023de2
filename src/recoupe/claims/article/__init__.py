"""What one article tells by itself: its claims, what it says in its own voice, what it tells to have happened."""
