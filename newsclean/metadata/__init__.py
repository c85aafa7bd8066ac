"""What a page says about itself outside its visible text."""
