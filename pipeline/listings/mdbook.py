"""
The messages of fenced code in the profile `mdbook`.

mdbook-i18n-helpers reads code with the syntaxes that syntect brings along. In one of those each
comment and string is a message; in any other language the whole block is one, fences and all, if
there is a double quote or two slashes in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.listings import comments as source
from pipeline.listings.comments import Part

# The names and extensions of syntect 5.3.0's default syntaxes, less those with a space.
KNOWN = frozenset(
    """
    actionscript adp appfile applescript appraisals as asa asp bash bat berksfile bib bibtex
    brewfile bsh build builder c c# c++ camlp4 capfile cc cgi cheffile cl clisp clj clojure cls
    cmd commands-builtin-shell-bash config.ru cp cpp cpy cs css css.erb css.liquid csx cxx d ddl
    deliverfile di diff dml dot dpr dtml el emakefile erb erbsql erl erlang fasl fastfile fcgi
    fish gemfile gemspec gnumakefile go gradle groovy guardfile gv gvy gyp gypi h h++ haml haskell
    hh hpp hrl hs htc htm html html.erb hxx inc inl ipp irbrc java javadoc javascript jbuilder js
    js.erb json jsp l latex lhs lisp lsp ltx lua m mak make makefile markdn markdown matlab md
    mdown mk ml mli mll mly mm mud multimarkdown objective-c objective-c++ ocaml ocamllex
    ocamlmakefile ocamlyacc opml p pas pascal patch perl php php3 php4 php5 php7 phps phpt phtml
    pl pm pod podspec prawn properties pxd pxd.in pxi pxi.in py py3 pyi python pyw pyx pyx.in r
    rabl rails rake rakefile rantfile rb rbx rd re rest restructuredtext rhtml rjs rprofile rpy rs
    rss rst ruby ruby.rail rust rxml s sass sbt scala scanfile scm sconscript sconstruct sh
    shell-unix-generic shtml simplecov snakefile snapfile sql sql.erb ss sty sublime-build
    sublime-color-scheme sublime-commands sublime-completions sublime-keymap sublime-macro
    sublime-menu sublime-mousemap sublime-project sublime-settings sublime-syntax sublime-theme
    svg t tcl tex textile thor thorfile tld tmpl tpl txt vagrantfile wscript xhtml xml xsd xslt
    yaml yaws yml zsh
    """.split()
)
# What Pygments calls otherwise.
_PYGMENTS = {"h": "c", "hh": "cpp", "mm": "objective-c", "htm": "html", "markdn": "markdown"}
_FENCE = re.compile(r"`{3,}|~{3,}")


def parts(code: str, info: str) -> Iterator[Part]:
    r"""
    Give the messages of a block of code, whose fence says *info*.

    >>> [part.text for part in parts("let a = 1; // one\n", "rust,editable")]
    ['// one\n']
    >>> [part.text for part in parts("// one\n", "")]
    ['```\n// one\n```']
    """
    token = info.split(",", 1)[0].strip()
    if token.lower() in KNOWN:
        yield from source.parts(code, _PYGMENTS.get(token.lower(), token), strings=True)
    elif '"' in code or "//" in code:
        yield Part(0, len(code), "code", _block(code, info), verbatim=True)


def write(part: Part, translation: str) -> str | None:
    r"""
    Give the code that stands in the place of *part*, or None where the translation would leave it.

    >>> (whole,) = parts("// one\n", "")
    >>> write(whole, "```\n// eins\n```"), write(whole, "eins")
    ('// eins\n', None)
    """
    if part.kind != "code":
        return source.write(part, translation)
    lines = translation.strip("\n").split("\n")
    fence, last = lines[0], lines[-1]
    if len(lines) < 2 or fence != part.text.split("\n", 1)[0] or not fence.startswith(last):
        return None
    inner = lines[1:-1]
    if any(line.strip().startswith(last) for line in inner):
        return None
    return "".join(f"{line}\n" for line in inner)


def _block(code: str, info: str) -> str:
    longest = max((len(run) for run in _FENCE.findall(code)), default=0)
    fence = "`" * (longest + 1 if longest >= 3 else 3)
    end = "" if code.endswith("\n") else "\n"
    return f"{fence}{info}\n{code}{end}{fence}"
