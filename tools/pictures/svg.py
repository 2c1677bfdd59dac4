"""The few shapes that the pictures in docs/ consist of, and the colours that they share in light and dark."""

from html import escape

WIDTH, LEFT, RIGHT = 1000, 74, 976

# The background is the picture's own, so that it is legible on any page, whatever that thinks of light and dark.
STYLE = """
text{font:13px system-ui,-apple-system,"Segoe UI",sans-serif;fill:#1f2328}
.title{font-size:16px;font-weight:600}.small{font-size:12px}.faint{fill:#59636e}
.page{fill:#fff}.grid{stroke:#d1d9e0;stroke-width:1}"""
DARK_STYLE = """
text{fill:#e6edf3}.faint{fill:#9198a1}.page{fill:#0d1117}.grid{stroke:#30363d}"""


class Picture:
    def __init__(self):
        self.svg = []

    def add(self, element):
        self.svg.append(element)

    def text(self, at_x, at_y, words, style="", anchor="start"):
        self.add(f'<text x="{at_x}" y="{at_y}" class="{style}" text-anchor="{anchor}">{escape(str(words), quote=False)}</text>')

    def box(self, left, top, right, bottom, style):
        self.add(f'<rect class="{style}" x="{left}" y="{top}" width="{right - left:.1f}" height="{bottom - top}"/>')

    def line(self, left, top, right, bottom, style):
        self.add(f'<line class="{style}" x1="{left}" y1="{top}" x2="{right}" y2="{bottom}"/>')

    def write(self, file, height, title, description, style, dark_style):
        """Both styles are CSS; the dark one replaces colours of the other."""
        file.write_text(
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
            f'aria-labelledby="title desc">\n<title id="title">{title}</title>\n<desc id="desc">{description}</desc>\n'
            f"<style>{STYLE}{style}\n@media (prefers-color-scheme:dark){{{DARK_STYLE}{dark_style}\n}}\n</style>\n"
            + "\n".join(self.svg) + "\n</svg>\n")
