"""Translations: what the source says, what a translator makes of it; and whole catalogs."""

from __future__ import annotations

PLAIN = "A red boat needs paint."
LINK = "See [the guide](https://boats.example/guide)."
PICTURE = "![A map of the sea](map.png) shows it."
TAGGED = 'Press <kbd>Enter</kbd> or <a href="https://boats.example/" class="a">go</a>.'
CODE = "Run `make boat` first."
NOTE = "It floats.[^1]\n\n[^1]: A note."
RAW = '<p title="Two boats"><img src="a.png" alt="Three boats"></p>'

REFUSED: dict[str, tuple[str, str]] = {
    "script": (PLAIN, "Un bateau <script>alert(1)</script> rouge."),
    "script-alone": (PLAIN, "<script>alert(1)</script>"),
    "script-block": (PLAIN, "Un bateau.\n\n<script>alert(1)</script>\n"),
    "script-escaped-in-the-catalog": (
        PLAIN,
        "Un \\x3cscript\\x3ealert(1)\\x3c/script\\x3e <script>alert(1)</script>",
    ),
    "picture": (PLAIN, "Un bateau <img src=x onerror=alert(1)> rouge."),
    "drawing": (PLAIN, "Un bateau <svg onload=alert(1)> rouge."),
    "link": (PLAIN, "Un [bateau](https://elsewhere.invalid/) rouge."),
    "link-html": (PLAIN, 'Un <a href="https://elsewhere.invalid/">bateau</a> rouge.'),
    "link-automatic": (PLAIN, "Un bateau <https://elsewhere.invalid/> rouge."),
    "link-script": (PLAIN, "Un [bateau](javascript:alert(1)) rouge."),
    "link-reference": (PLAIN, "Un [bateau][x] rouge.\n\n[x]: https://elsewhere.invalid/"),
    "picture-elsewhere": (PLAIN, "Un bateau ![x](https://elsewhere.invalid/a.png) rouge."),
    "frame": (PLAIN, 'Un <iframe src="https://elsewhere.invalid/"></iframe> bateau.'),
    "base": (PLAIN, 'Un <base href="https://elsewhere.invalid/"> bateau.'),
    "refresh": (
        PLAIN,
        'Un <meta http-equiv="refresh" content="0;url=https://elsewhere.invalid/"> bateau.',
    ),
    "form": (PLAIN, 'Un <form action="https://elsewhere.invalid/"><input></form> bateau.'),
    "style": (PLAIN, "Un <style>body{display:none}</style> bateau."),
    "closes-the-paragraph": (PLAIN, "Un bateau.</p></main><script>alert(1)</script><p>"),
    "comment-that-hides": (PLAIN, "Un bateau <!-- rouge."),
    "declaration": (PLAIN, "Un <!DOCTYPE x> bateau <?php alert(1) ?> rouge."),
    "attribute-list": (PLAIN, "Un *bateau*{: onclick=alert(1) } rouge."),
    "attribute-list-style": (PLAIN, "Un *bateau*{: style=position:fixed;inset:0 } rouge."),
    "attribute-list-id": (PLAIN, "Un *bateau*{: #_main } rouge."),
    "attribute-list-class": (PLAIN, "Un *bateau*{: .skip } rouge."),
    "attribute-list-of-the-block": (PLAIN, "Un bateau rouge.\n{: onclick=alert(1) .skip #x }"),
    "class": (PLAIN, 'Un <span class="skip">bateau</span> rouge.'),
    "id": (PLAIN, 'Un <span id="x">bateau</span> rouge.'),
    "handler-on-a-free-tag": (PLAIN, 'Un <span lang="en" onclick="alert(1)">bateau</span> rouge.'),
    "style-on-a-free-tag": (PLAIN, 'Un <bdi style="position:fixed">bateau</bdi> rouge.'),
    "role": (PLAIN, 'Un <span role="alert" aria-hidden="true">bateau</span> rouge.'),
    "target-changed": (LINK, "Voir [le guide](https://elsewhere.invalid/guide)."),
    "target-changed-host-alike": (
        LINK,
        "Voir [le guide](https://boats.example.elsewhere.invalid/guide).",
    ),
    "target-changed-user": (
        LINK,
        "Voir [le guide](https://boats.example@elsewhere.invalid/guide).",
    ),
    "target-changed-language-host": (LINK, "Voir [le guide](https://fr.elsewhere.invalid/guide)."),
    "target-script": (LINK, "Voir [le guide](javascript:alert(1))."),
    "target-data": (LINK, "Voir [le guide](data:text/html,alert)."),
    "target-twice": (
        LINK,
        "Voir [le guide](https://boats.example/guide) [et](https://elsewhere.invalid/).",
    ),
    "target-parent": (LINK, "Voir [le guide](../../../../../etc/passwd)."),
    "target-backslash": (LINK, "Voir [le guide](https:\\\\\\\\elsewhere.invalid/guide)."),
    "target-handler": (LINK, "Voir [le guide](https://boats.example/guide){: onclick=alert(1) }."),
    "picture-changed": (PICTURE, "![Une carte](https://elsewhere.invalid/map.png) le montre."),
    "picture-outside": (PICTURE, "![Une carte](../../outside/secret.txt) le montre."),
    "picture-handler": (PICTURE, "![Une carte](map.png){: onerror=alert(1) } le montre."),
    "tag-handler": (
        TAGGED,
        'Tapez <kbd onclick="alert(1)">Entrée</kbd> ou <a href="https://boats.example/" class="a">allez</a>.',
    ),
    "tag-address": (
        TAGGED,
        'Tapez <kbd>Entrée</kbd> ou <a href="javascript:alert(1)" class="a">allez</a>.',
    ),
    "tag-class": (
        TAGGED,
        'Tapez <kbd>Entrée</kbd> ou <a href="https://boats.example/" class="skip">allez</a>.',
    ),
    "tag-target": (
        TAGGED,
        'Tapez <kbd>Entrée</kbd> ou <a href="https://boats.example/" class="a" target="_blank" ping="https://elsewhere.invalid">allez</a>.',
    ),
    "tag-left-open": (
        TAGGED,
        'Tapez <kbd>Entrée ou <a href="https://boats.example/" class="a">allez.',
    ),
    "code-broken-out": (CODE, "Lancez `make boat`<script>alert(1)</script>` d’abord."),
    "stash-mark": (PLAIN, "Un \\x02wzxhzdk:0\\x03 bateau."),
    "stash-mark-as-reference": (PLAIN, "Un &#2;wzxhzdk:0&#3; bateau."),
    "inline-mark": (PLAIN, "Un \\002klzzwxh:0000\\003 bateau."),
    "override": (PLAIN, "Un \u202ebateau rouge."),
    "override-as-reference": (PLAIN, "Un &#x202e;bateau rouge."),
    "brackets": (PLAIN, "[" * 3000),
    "tags-open": (PLAIN, "<a " * 3000),
    "emphasis-flood": (PLAIN, "*a_" * 3000),
    "backquotes": (PLAIN, "`a``b" * 2000),
    "giant": (PLAIN, "bateau " * 20000),
    "only-invisible": (PLAIN, "\u200b\u200b"),
    "note-twice": (NOTE, "Il flotte.[^1][^1][^2]"),
    "heading": (PLAIN, "# Un bateau"),
    "raw-block": (PLAIN, "\n<div onclick=alert(1)>Un bateau</div>\n"),
}
"""Not shown: readers get the source, the translator an error at the catalog's line."""

UNREADABLE = frozenset({"script-escaped-in-the-catalog", "giant"})
"""Of these, where the catalog itself is refused."""

SHOWN: dict[str, tuple[str, str]] = {
    "title-breaks-out": ("Two boats", 'Deux\\" onmouseover=\\"alert(1)\\" x=\\" bateaux'),
    "title-adds-a-class": ("Two boats", 'Deux\\" class=\\"skip\\" id=\\"x'),
    "title-breaks-out-singly": ("Two boats", "Deux' onmouseover='alert(1)' bateaux"),
    "alternative-breaks-out": ("Three boats", 'Trois\\"><script>alert(1)</script>'),
    "template": (PLAIN, "Un {{ 7*7 }} {% include '/etc/passwd' %} bateau {{ config }}."),
    "format": (PLAIN, "Un bateau %(name)s %n {0.__class__} rouge."),
    "include": (PLAIN, "Un bateau --8<-- ../outside/secret.txt rouge."),
    "escape-codes": (PLAIN, "Un bateau \u009b31m rouge."),
    "script-as-text": (PLAIN, "Un bateau &lt;script&gt;alert(1)&lt;/script&gt; rouge."),
    "address-as-text": (PLAIN, "Un bateau javascript:alert(1) rouge."),
    "json-ld": (PLAIN, "Un bateau --> ]]> \u2028 rouge."),
}
"""May be shown or not; in no case does anything run."""

FIELDS: dict[str, tuple[str, str]] = {
    "title-script": ("Title of boats", "</title><script>alert(1)</script>"),
    "title-json": ("Title of boats", "</script><script>alert(1)</script>"),
    "title-attribute": ("Title of boats", 'x\\" onload=\\"alert(1)'),
    "title-comment": ("Title of boats", "<!--<script>"),
    "title-cdata": ("Title of boats", "]]><script>alert(1)</script>"),
    "description-script": ("About boats", '\\"><script>alert(1)</script><meta content=\\"'),
    "description-refresh": (
        "About boats",
        '0;url=https://elsewhere.invalid/\\" http-equiv=\\"refresh',
    ),
    "slug-parent": ("boats", "../../../../outside/pwned"),
    "slug-absolute": ("boats", "/etc/pwned"),
    "slug-script": ("boats", 'x\\"><script>alert(1)</script>'),
    "slug-address": ("boats", "javascript:alert(1)"),
    "slug-backslash": ("boats", "..\\\\..\\\\pwned"),
    "slug-device": ("boats", "con"),
    "slug-search": ("boats", "search"),
    "slug-index": ("boats", "index"),
    "slug-encoded": ("boats", "%2e%2e%2fpwned"),
    "slug-null": ("boats", "a\\x00b"),
    "slug-long": ("boats", "a" * 5000),
    "slug-space": ("boats", " . "),
    "tag-script": ("red boats", '\\"><script>alert(1)</script>'),
    "tag-parent": ("red boats", "../../pwned"),
    "tag-only-signs": ("red boats", "<>\\\"'&"),
}
"""Of the front matter: what stands in the head, the lists, the feed, the search, and the address."""

HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: fr\\n"\n'
ENTRY = f'\nmsgid "{PLAIN}"\nmsgstr "Un bateau."\n'

FILES: dict[str, bytes] = {
    "utf-7": HEAD.replace("UTF-8", "UTF-7").encode()
    + b'\nmsgid "A red boat needs paint."\nmsgstr "+ADw-script+AD4-"\n',
    "utf-16": HEAD.replace("UTF-8", "UTF-16").encode("utf-16") + ENTRY.encode("utf-16"),
    "idna": HEAD.replace("UTF-8", "idna").encode() + ENTRY.encode(),
    "rot13": HEAD.replace("UTF-8", "rot13").encode() + ENTRY.encode(),
    "zip-codec": HEAD.replace("UTF-8", "zlib_codec").encode() + ENTRY.encode(),
    "many-plurals": HEAD.encode()
    + b'"Plural-Forms: nplurals=99999999; plural=n;\\n"\n'
    + ENTRY.encode(),
    "plural-code": HEAD.encode()
    + b"\"Plural-Forms: nplurals=2; plural=__import__('os').system('touch pwned');\\n\"\n"
    + ENTRY.encode(),
    "plural-deep": HEAD.encode()
    + b'"Plural-Forms: nplurals=2; plural='
    + b"(" * 5000
    + b"n"
    + b")" * 5000
    + b';\\n"\n'
    + ENTRY.encode(),
    "language-path": HEAD.replace("Language: fr", "Language: ../../../etc/passwd").encode()
    + ENTRY.encode(),
    "language-control": HEAD.replace("Language: fr", "Language: fr\\x1b[2J").encode()
    + ENTRY.encode(),
    "header-flood": HEAD.encode() + b'"X-A: b\\n"\n' * 20000 + ENTRY.encode(),
    "line-flood": (HEAD + '\nmsgid "a"\nmsgstr ""\n').encode() + b'"b"\n' * 100_000,
    "location-flood": (HEAD + "\n").encode()
    + b"#: ../../../etc/passwd:1\n" * 50_000
    + ENTRY.encode(),
    "flag-flood": (HEAD + "\n#" + ", fuzzy" * 20_000).encode() + ENTRY.encode(),
    "comment-escape": (
        HEAD + "\n#. \x1b]0;pwned\x07 */ --> <script>alert(1)</script>\n# \x1b[2J"
    ).encode()
    + ENTRY.encode(),
    "context-script": (
        HEAD
        + f'\nmsgctxt "</script><script>alert(1)</script>"\nmsgid "{PLAIN}"\nmsgstr "Un <b onclick=alert(1)>bateau</b>."\n'
    ).encode(),
    "plural-message": (
        HEAD
        + f'\nmsgid "{PLAIN}"\nmsgid_plural "{PLAIN}"\nmsgstr[0] "<script>alert(1)</script>"\nmsgstr[1] "<img src=x onerror=alert(1)>"\n'
    ).encode(),
    "plural-index": (
        HEAD + f'\nmsgid "{PLAIN}"\nmsgid_plural "b"\nmsgstr[999999999999] "x"\n'
    ).encode(),
    "octal-flood": (HEAD + f'\nmsgid "{PLAIN}"\nmsgstr "' + "\\377" * 1000 + '"\n').encode(),
    "half-escape": (HEAD + f'\nmsgid "{PLAIN}"\nmsgstr "a\\x"\n').encode(),
    "surrogate": HEAD.encode() + b'\nmsgid "A red boat needs paint."\nmsgstr "\xed\xa0\x80"\n',
    "nul": HEAD.encode() + b'\nmsgid "A red boat needs paint."\nmsgstr "a\x00b"\n',
    "overlong": HEAD.encode()
    + b'\nmsgid "A red boat needs paint."\nmsgstr "\xc0\xbcscript\xc0\xbe"\n',
    "quote-flood": (HEAD + '\nmsgid "').encode() + b'\\"' * 50_000,
    "only-msgid": b'msgid "a"\n' * 20_000,
    "previous": (
        HEAD
        + f'\n#, fuzzy\n#| msgid "<script>alert(1)</script>"\nmsgid "{PLAIN}"\nmsgstr "<script>alert(1)</script>"\n'
    ).encode(),
    "obsolete": (HEAD + '\n#~ msgid "<script>"\n#~ msgstr "<script>alert(1)</script>"\n').encode()
    + ENTRY.encode(),
    "suppression": (
        HEAD
        + f'\n# check: ignore translation/placeholder: no reason\nmsgid "{PLAIN}"\nmsgstr "Un <img src=x onerror=alert(1)> bateau."\n'
    ).encode(),
}
"""Catalogs that lie about themselves: refused with their line, or read as far as they make sense."""


def quoted(text: str) -> str:
    """Write *text* as a catalog does, but for escapes that it has already."""
    text = text if '\\"' in text else text.replace('"', '\\"')
    return text.replace("\n", "\\n").replace("\t", "\\t")


def entry(source: str, translation: str, context: str = "") -> str:
    """Give the entry of a catalog that translates *source*."""
    known = quoted(source.replace("\\", "\\\\"))
    where = f'msgctxt "{context}"\n' if context else ""
    return f'\n{where}msgid "{known}"\nmsgstr "{quoted(translation)}"\n'
