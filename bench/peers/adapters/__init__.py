"""What a team writes to get there: one folder for each stack, run by that stack's own Python."""
