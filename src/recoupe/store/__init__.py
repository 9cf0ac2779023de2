"""Floor 4: what is kept between runs. One module a technology, imported when it is asked for.

sqlite   one file in a folder of the user's
version  what stands for the code, the tables and the libraries that made what is kept
"""
