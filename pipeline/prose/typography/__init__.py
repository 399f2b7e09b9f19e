"""What a language's writing asks for: its quotation marks, and slips that a closed pattern catches."""
