"""The offices below: who they are, who has sent, what their figures add up to."""
