"""What came of the posts: shares of editorial themes. Pure; flows hand the records in."""
