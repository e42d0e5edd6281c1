"""Which programs anything may be proven about: those that name nothing but what is known."""
