"""Pieces of markup, sound and not, of which tests put pages together."""

from __future__ import annotations

MARKUP = (
    *(
        "word",
        " ",
        "\n",
        "é",
        "“",
        "🌾",
        "a<b",
        "< ",
        "&",
        "&amp;",
        "&eacute",
        "&#65;",
        "&#x2014",
        "&notit;",
    ),
    *(
        "<p>",
        "</p>",
        "<b>",
        "</b>",
        "<br/>",
        "<i class='a > b'>",
        "</i>",
        '<a href="x>y" c=d>',
        "</a>",
    ),
    *("<!-- <p>no</p> -->", "<!-->", "<!--->", "<?php 1 ?>", "</>", "</ x>", "<![CDATA[x]]>"),
    *(
        "<script>if (a < b) '<p>'</script>",
        "<style>p > b {}</style>",
        "<svg><title>x</title></svg>",
    ),
    *("<title>t</title>", "\u00ad", "\u200b", "<td>", "</td>", "<div", ">", "'", '"', "=", "/"),
)
