"""What happened when: one line an event."""
