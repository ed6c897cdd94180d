"""What the service keeps: what citizens asked, and who of the staff may read it."""
