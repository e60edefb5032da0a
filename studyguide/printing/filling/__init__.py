"""How the pages of a guide are filled: what stands on them, where those of a section begin, what is spread to the foot.

In: pages as they were laid out. Out: where others would begin, pages whose parts are moved. Never: HTML, or what an item says.
"""
