"""The mail room: what arrives is looked into, stored and answered; what leaves is packed and remembered."""
