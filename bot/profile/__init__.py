"""What people say of themselves: reading it, keeping it, masking what is not to be kept."""
