"""What else a project reads: word lists, terms, Vale's styles, settings, exchanged catalogs, saved pages."""

from __future__ import annotations

SLOW = "a" * 60 + " " + "ab" * 400 + " " + "word " * 200 + "-" * 500
"""A text that patterns made for it never finish with."""

VALE: dict[str, str] = {
    "nested-plus": "extends: existence\nmessage: x\nraw: ['(a+)+$']",
    "alternatives": "extends: existence\nmessage: x\nraw: ['(a|aa)+$']",
    "overlap": "extends: existence\nmessage: x\ntokens: ['(.*a){25}']",
    "polynomial": "extends: existence\nmessage: x\nraw: ['(\\w*\\s*)*\\w*!']",
    "substitution": "extends: substitution\nmessage: x\nswap:\n  '(a*)*b': c",
    "swap-grows": "extends: substitution\nmessage: x\nswap:\n  'word': '" + "x" * 50_000 + "'",
    "consistency": "extends: consistency\nmessage: x\neither:\n  '(a+)+$': b",
    "conditional": "extends: conditional\nmessage: x\nfirst: '(a+)+$'\nsecond: '(b+)+$'",
    "occurrence": "extends: occurrence\nmessage: x\nmax: 1\ntoken: '(a|a)*$'",
    "repetition": "extends: repetition\nmessage: x\ntokens: ['(\\w|\\w\\w)*!']",
    "capital": "extends: capitalization\nmessage: x\nmatch: '(a+)+$'",
    "quantifier": "extends: existence\nmessage: x\nraw: ['a{100000}{100000}']",
    "groups": "extends: existence\nmessage: x\nraw: ['" + "(" * 3000 + ")" * 3000 + "']",
    "broken-pattern": "extends: existence\nmessage: x\nraw: ['(']",
    "code": "extends: script\nmessage: x\nscript: |\n  import os; os.system('touch pwned')",
    "object": "extends: !!python/object/apply:os.system ['touch pwned']",
    "bomb": "a: &a [x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d]\nf: &f [*e,*e,*e,*e,*e,*e,*e,*e]\ng: &g [*f,*f,*f,*f,*f,*f,*f,*f]\nextends: existence\nmessage: x\ntokens: *g",
    "brackets": "tokens: " + "[" * 4000,
    "message": 'extends: existence\nmessage: "\\e[2J%s%s%s%n%x</script><script>alert(1)</script>"\ntokens: [word]',
    "ignore-path": "extends: existence\nmessage: x\nignore: ../../outside/secret.txt\ntokens: [word]",
    "link": "extends: existence\nmessage: x\nlink: 'javascript:alert(1)'\ntokens: [word]",
}

NEVER_ENDING = frozenset({"alternatives", "occurrence"})
"""Of the styles and of the terms: those whose search would end after our time."""

TERMS: dict[str, str] = {
    "nested-plus": '[forbidden]\n"/(a+)+$/" = "b"',
    "alternatives": '[forbidden]\n"/(a|aa)+$/" = "b"',
    "glossary": '[glossary.fr]\n"word" = "/(a|aa)+$/"',
    "broken": '[forbidden]\n"/(/" = "b"',
    "flood": "keep = [" + '"aa", ' * 50_000 + "]",
    "deep": "a = " + "[" * 5000,
    "replacement": '[preferred]\n"word" = "<script>alert(1)</script>"',
    "backreference": '[preferred]\n"/word/" = "\\\\1\\\\g<0>"',
    "control": '[preferred]\n"word" = "\\u001b[2J"',
    "date": "keep = 2026-01-01",
    "language": '[glossary."../../etc"]\n"a" = "b"',
}

WORDS: dict[str, bytes] = {
    "parent": b"../../outside/secret.txt\n",
    "affix-flood": b"word/ABCDEFGH\n" * 100_000,
    "long": b"a" * 2_000_000,
    "binary": bytes(range(256)) * 100,
    "nul": b"word\x00\nother\n",
    "control": b"\x1b[2Jpwned\n\xe2\x80\xaeword\n",
    "utf-16": "word\n".encode("utf-16"),
    "pattern": b"(a+)+$\n*\n[\n",
}

SETTINGS: dict[str, str] = {
    "content-parent": 'content = "../outside"',
    "content-absolute": 'content = "/etc"',
    "public-parent": 'public = "../outside"',
    "public-root": 'public = "."',
    "public-content": 'public = "content"',
    "build-absolute": 'build = "/tmp/pwned"',
    "locales-path": 'locales = ["en", "../../outside"]',
    "source-path": 'source2 = "x"\n',
    "words-parent": 'words = ["../outside/secret.txt"]',
    "words-absolute": 'words = ["/etc/passwd"]',
    "terms-parent": '[style]\nterms = "../outside/secret.txt"',
    "vale-parent": '[style]\nvale = ["../outside"]',
    "vale-ini": '[style]\nvale = ["/etc/passwd.ini"]',
    "url-script": 'url = "javascript:alert(1)"',
    "url-markup": 'url = "https://boats.example/\\"><script>alert(1)</script>"',
    "url-file": 'url = "file:///etc"',
    "name-script": 'name = "</title><script>alert(1)</script>"',
    "readability-code": '[readability]\nformula = "os:system"',
    "deadline-none": "[limits]\ndeadline = 1e308",
    "deep": "a = " + "[" * 5000,
}

_XLIFF = '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="fr"><file id="a" original="content/boats.md">{}</file></xliff>'
_UNIT = '<unit id="1"><segment state="final"><source>A red boat needs paint.</source><target>{}</target></segment></unit>'
_TMX = '<tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="block" o-tmf="x" adminlang="en" srclang="en" datatype="x"/><body>{}</body></tmx>'
_TU = '<tu><tuv xml:lang="en"><seg>A red boat needs paint.</seg></tuv><tuv xml:lang="fr"><seg>{}</seg></tuv></tu>'

EXCHANGE: dict[str, bytes] = {
    "entity.xlf": b'<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]>'
    + _XLIFF.format(_UNIT.format("&y;")).encode(),
    "entity-here.xlf": b'<!DOCTYPE x [<!ENTITY y SYSTEM "../outside/secret.txt">]>'
    + _XLIFF.format(_UNIT.format("&y;")).encode(),
    "parameter.xlf": b'<!DOCTYPE x [<!ENTITY % y SYSTEM "https://elsewhere.invalid/a.dtd"> %y;]>'
    + _XLIFF.format(_UNIT.format("Un")).encode(),
    "dtd.xlf": b'<!DOCTYPE xliff SYSTEM "https://elsewhere.invalid/a.dtd">'
    + _XLIFF.format(_UNIT.format("Un")).encode(),
    "bomb.xlf": b"<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'>"
    + b"".join(
        f"<!ENTITY {y} '{f'&{x};' * 10}'>".encode()
        for x, y in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + b"]>"
    + _XLIFF.format(_UNIT.format("&i;")).encode(),
    "include.xlf": _XLIFF.format(
        _UNIT.format(
            '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/etc/passwd" parse="text"/>'
        )
    ).encode(),
    "sheet.xlf": b'<?xml-stylesheet href="https://elsewhere.invalid/a.xsl"?>'
    + _XLIFF.format(_UNIT.format("Un")).encode(),
    "deep.xlf": b"<a>" * 20_000,
    "deep-group.xlf": _XLIFF.format("<group id='a'>" * 5000 + "</group>" * 5000).encode(),
    "original-parent.xlf": _XLIFF.format(_UNIT.format("Un"))
    .replace("content/boats.md", "../../outside/pwned.md")
    .encode(),
    "original-absolute.xlf": _XLIFF.format(_UNIT.format("Un"))
    .replace("content/boats.md", "/etc/pwned")
    .encode(),
    "language-path.xlf": _XLIFF.format(_UNIT.format("Un"))
    .replace('trgLang="fr"', 'trgLang="../../outside"')
    .encode(),
    "script.xlf": _XLIFF.format(
        _UNIT.format("Un &lt;script>alert(1)&lt;/script> bateau.")
    ).encode(),
    "control.xlf": _XLIFF.format(
        _UNIT.format('Un <cp hex="0002"/>wzxhzdk:0<cp hex="0003"/> bateau.')
    ).encode(),
    "surrogate.xlf": _XLIFF.format(_UNIT.format('Un <cp hex="D800"/> bateau.')).encode(),
    "huge-code-point.xlf": _XLIFF.format(
        _UNIT.format('Un <cp hex="FFFFFFFFFFFF"/> bateau.')
    ).encode(),
    "not-xml.xlf": b"\x00\x01\x02",
    "entity.tmx": b'<!DOCTYPE tmx [<!ENTITY y SYSTEM "file:///etc/passwd">]>'
    + _TMX.format(_TU.format("&y;")).encode(),
    "script.tmx": _TMX.format(_TU.format("Un &lt;img src=x onerror=alert(1)> bateau.")).encode(),
    "link.tmx": _TMX.format(_TU.format("Un [bateau](javascript:alert(1)).")).encode(),
    "attributes.tmx": (
        _TMX.format(_TU.format("Un")).replace(
            "<tu>", "<tu " + " ".join(f'a{number}="b"' for number in range(50_000)) + ">"
        )
    ).encode(),
}

_BOMB = "---\na: &a [x,x,x,x,x,x,x,x,x]\n"
for _one, _next in zip("abcdefghi", "bcdefghij", strict=True):
    _BOMB += f"{_next}: &{_next} [{','.join([f'*{_one}'] * 9)}]\n"
_BOMB += "tags: *j\ntitle: *j\n---\n\nOne two.\n"

SAVED: dict[str, bytes] = {
    "script.html": b"<title>One</title><main><h1>One</h1><p>Two words.</p><script>alert(1)</script><p onclick=alert(1)>Three words.</p></main>",
    "link.html": b"<title>One</title><main><h1>One</h1><p>Two <a href='java&#10;script:alert(1)'>words</a> <img src=x onerror=alert(1)>.</p></main>",
    "as-text.html": b"<title>&lt;/title>&lt;script>alert(1)&lt;/script></title><main><h1>One</h1><p>Two &lt;script>alert(1)&lt;/script> words.</p></main>",
    "markdown-as-text.html": b"<title>One</title><main><h1>One</h1><p>Two [words](javascript:alert(1)) {: onclick=alert(1) } and *a*{: onclick=alert(1) }.</p></main>",
    "front-matter-as-text.html": b"<title>a\n---\nslug: ../../pwned\n---</title><meta name=description content='!!python/object/apply:os.system [touch pwned]'><main><h1>One</h1><p>Two words.</p></main>",
    "base.html": b"<base href='https://elsewhere.invalid/'><title>One</title><main><h1>One</h1><p>Two <a href='x'>words</a>.</p></main>",
    "frames.html": b"<title>One</title><main><h1>One</h1><p>Two words.</p><iframe srcdoc='<script>alert(1)</script>'></iframe><object data='javascript:alert(1)'></object></main>",
    "deep.html": b"<title>One</title><main><p>Two words.</p>" + b"<div>" * 3000 + b"Three",
    "tags.html": b"<title>One</title><main><p>Two words.</p>" + b"<a " * 20_000,
    "declaration.html": b"<![CDATA[<script>alert(1)</script>]]><title>One</title><main><p>Two words.</p></main>",
    "table.html": b"<title>One</title><main><p>Two words.</p><table><tr><td colspan=99999999 rowspan=99999999>Three</td></tr></table></main>",
    "list.html": b"<title>One</title><main><p>Two words.</p><ol start=99999999999999999999999><li>Three</li></ol></main>",
    "alias.md": _BOMB.encode(),
    "object.md": b"---\ntitle: !!python/object/apply:os.system ['touch pwned']\n---\n\nOne two.\n",
    "brackets.md": b"---\ntitle: " + b"[" * 20_000 + b"\n---\n\nOne two.\n",
    "script.txt": b"One\n\n<script>alert(1)</script>\n\n<img src=x onerror=alert(1)> two three four.\n",
}
