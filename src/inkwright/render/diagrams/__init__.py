"""Sources of pictures as static SVG, one file for each format, and PNG for where SVG is not shown. Pure, offline."""
