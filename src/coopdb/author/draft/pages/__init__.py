"""What a page of HTML is: its elements, which part is the article, and what it says of it."""
