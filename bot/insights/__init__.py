"""What people ask and how well it is answered: read from the store, counted, told in a report."""
