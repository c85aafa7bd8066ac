"""How well, and how fast, newsclean reads pages whose answer is known."""
