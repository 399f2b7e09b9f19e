"""Requests to the preview, byte by byte: from another site, without the token, for what is not the site's."""

from __future__ import annotations

Fields = dict[str, str]

ELSEWHERE = "http://elsewhere.invalid"

STRANGERS: dict[str, Fields] = {
    "no-cookie": {"Cookie": ""},
    "other-cookie": {"Cookie": "{name}=x"},
    "cookie-of-another-port": {"Cookie": "pipeline-preview-1={token}"},
    "cookie-cut": {"Cookie": "{name}={token_cut}"},
    "cookie-not-ascii": {"Cookie": "{name}=\u00e9\u00e9"},
    "cookie-broken": {"Cookie": '{name}="\\{token}'},
    "host-elsewhere": {"Host": "elsewhere.invalid"},
    "host-rebound": {"Host": "elsewhere.invalid:{port}"},
    "host-other-port": {"Host": "127.0.0.1:1"},
    "host-without-port": {"Host": "127.0.0.1"},
    "host-empty": {"Host": ""},
    "host-user": {"Host": "127.0.0.1:{port}@elsewhere.invalid"},
    "host-suffix": {"Host": "127.0.0.1:{port}.elsewhere.invalid"},
    "host-all": {"Host": "0.0.0.0:{port}"},
    "host-sixth": {"Host": "[::1]:{port}"},
    "host-dotted": {"Host": "localhost.:{port}"},
    "host-twice": {"Host": "127.0.0.1:{port}\r\nHost: elsewhere.invalid"},
    "host-forwarded": {"Host": "elsewhere.invalid", "X-Forwarded-Host": "127.0.0.1:{port}"},
    "fetched-by-another-site": {"Sec-Fetch-Site": "cross-site"},
    "fetched-by-a-sibling": {"Sec-Fetch-Site": "same-site"},
}
"""Changed fields of a request that would be answered as it is: now each is refused, whatever it asks for."""

STRANGE_POSTS: dict[str, Fields] = {
    "origin-elsewhere": {"Origin": ELSEWHERE},
    "origin-absent": {"Origin": ""},
    "origin-null": {"Origin": "null"},
    "origin-other-port": {"Origin": "http://127.0.0.1:1"},
    "origin-secure": {"Origin": "https://127.0.0.1:{port}"},
    "origin-suffix": {"Origin": "http://127.0.0.1:{port}.elsewhere.invalid"},
    "origin-other-name": {"Origin": "http://localhost:{port}"},
    "form": {"Content-Type": "application/x-www-form-urlencoded"},
    "plain": {"Content-Type": "text/plain"},
    "plain-that-lies": {"Content-Type": "text/plain; application/json"},
    "no-type": {"Content-Type": ""},
    "opened-by-a-reader": {"Sec-Fetch-Site": "none"},
}
"""The same of a POST."""

METHODS = ("PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "get", "POST")

PATHS = (
    "/../pipeline.toml",
    "/site/../pipeline.toml",
    "/site/../../outside/secret.txt",
    "/site/..%2f..%2foutside%2fsecret.txt",
    "/site/%2e%2e/%2e%2e/outside/secret.txt",
    "/site/%252e%252e/outside/secret.txt",
    "/site/..%5c..%5coutside%5csecret.txt",
    "/site/..;/..;/outside/secret.txt",
    "/site//etc/passwd",
    "/site/%2fetc%2fpasswd",
    "/site/C:/Windows/win.ini",
    "/site/file:///etc/passwd",
    "/site/.env",
    "/site/content/good.md",
    "/site/locale/fr/LC_MESSAGES/good.po",
    "/site/assets/../../.env",
    "/site/assets/.hidden/secret.txt",
    "/site/assets/link-to-file.txt",
    "/site/assets/link-to-hidden.txt",
    "/site/assets/images/script.svg",
    "/site/assets/page.xhtml",
    "/site/theme/../../pipeline.toml",
    "/site/theme/..%2f..%2f.env",
    "/site/theme/base.html",
    "/site/%00",
    "/site/en/good/%00.html",
    "/site/en/good/%0d%0aSet-Cookie:%20a=b",
    "/site/en/%ff%fe/",
    "/static/../guard.py",
    "/static/..%2fguard.py",
    "/static/%2e%2e%2f%2e%2e%2fcli.py",
    "/static/main.js/../../guard.py",
    "/static/.%00./guard.py",
    "/static//etc/passwd",
    "/api/version?article=../../outside/secret&locale=fr",
    "/api/version?article=good&locale=../../outside",
    "/api/version?article=good&locale=%00",
    "/api/version",
    "/api/aid?article=good&locale=fr&entry=-1",
    "/api/aid?article=good&locale=fr&entry=99999999999999999999",
    "/api/aid?article=good&locale=fr&entry=%D9%A3",
    "/api/nothing",
    "/nothing",
    "*",
    "http://elsewhere.invalid/",
)
"""What the window with its cookie may ask for and not get."""

BODIES: dict[str, bytes] = {
    "empty": b"",
    "not-json": b"{",
    "not-utf-8": b'{"article": "\xff"}',
    "list": b"[]",
    "deep": b"[" * 100_000,
    "deep-object": b'{"a":' * 20_000,
    "number": b"9" * 5000,
    "not-a-number": b'{"article": NaN}',
    "surrogate": b'{"article":"boats","locale":"fr","key":[null,"A red boat needs paint."],"base":"","string":"\\ud800"}',
    "control": b'{"article":"boats","locale":"fr","key":[null,"A red boat needs paint."],"base":"","string":"a\\u0002wzxhzdk:0\\u0003"}',
    "nul": b'{"article":"boats","locale":"fr","key":[null,"A red boat needs paint."],"base":"","string":"a\\u0000b"}',
    "other-types": b'{"article":["boats"],"locale":{"a":1},"key":7,"base":null,"string":[]}',
    "article-outside": b'{"article":"../../outside/secret","locale":"fr","key":[null,"a"],"base":"","string":"pwned"}',
    "article-absolute": b'{"article":"/etc/passwd","locale":"fr","key":[null,"a"],"base":"","string":"pwned"}',
    "article-interface": b'{"article":"site","locale":"fr","key":[null,"a"],"base":"","string":"pwned"}',
    "locale-outside": b'{"article":"boats","locale":"../../outside","key":[null,"a"],"base":"","string":"pwned"}',
    "locale-of-the-source": b'{"article":"boats","locale":"en","key":[null,"A red boat needs paint."],"base":"","string":"pwned"}',
    "no-such-text": b'{"article":"boats","locale":"fr","key":[null,"pwned"],"base":"","string":"pwned"}',
    "giant": b'{"article":"boats","locale":"fr","key":[null,"a"],"base":"","string":"'
    + b"a" * 400_000
    + b'"}',
    "brackets": b'{"article":"boats","locale":"fr","key":[null,"A red boat needs paint."],"base":"","string":"'
    + b"[" * 100_000
    + b'"}',
    "header-of-the-catalog": b'{"article":"boats","locale":"fr","key":[null,""],"base":"","string":"Content-Type: text/plain; charset=UTF-7\\n"}',
}
"""Bodies of a POST that would be let in: read as far as they make sense, and answered with one line."""
