"""Scripts that make the reader's weights from annotated corpora; sayso never imports them."""
