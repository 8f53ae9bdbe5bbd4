"""What a person can do: the use cases of an office file, joining forms, rules, storage, documents and
exchange.
"""
