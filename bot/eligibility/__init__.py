"""Whether a person may take a credential: the rules of the knowledge against what the person said."""
