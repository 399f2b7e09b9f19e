/**
 * What the server answers, for type checkers and readers; nothing runs here.
 *
 * @typedef {[context: string | null, id: string]} Key What a catalog knows an entry by.
 * @typedef {'source' | 'missing' | 'fuzzy' | 'translated' | 'refused'} State
 *
 * @typedef {object} Finding
 * @property {string} rule
 * @property {'error' | 'warning' | 'note' | 'review'} level
 * @property {string} message
 * @property {number | null} start In the entry's string, counted in code points; so is `end`.
 * @property {number | null} end
 * @property {string[]} suggestions
 * @property {'safe' | 'unsafe' | ''} fix
 * @property {string} why
 *
 * @typedef {object} Entry
 * @property {number} id Its place in the article.
 * @property {Key} key
 * @property {string} kind "heading 2", "table cell, column 3", "image alternative" ...
 * @property {number} line
 * @property {string} path
 * @property {State} state
 * @property {string} source
 * @property {string | null} context
 * @property {string[]} notes
 * @property {string} string As the catalog has it, also where it is fuzzy or refused.
 * @property {boolean} plural
 * @property {string | null} place
 * @property {string | null} previous The source as it was, of a fuzzy entry.
 * @property {Finding[]} findings
 * @property {string | null} stamp What the block bears in the page.
 *
 * @typedef {object} Verdict
 * @property {boolean} passes
 * @property {string[]} reasons
 *
 * @typedef {object} Version
 * @property {string} article
 * @property {string} locale
 * @property {'ltr' | 'rtl'} dir
 * @property {string} source The locale that the article is written in.
 * @property {string | null} page
 * @property {string | null} catalog
 * @property {Entry[]} entries
 * @property {Finding[]} findings Those that belong to no entry.
 * @property {Verdict | null} verdict
 * @property {string | null} broken Why the catalog cannot be read; the version is the last that could be.
 *
 * @typedef {object} Locale
 * @property {string} tag
 * @property {string} name
 * @property {'ltr' | 'rtl'} dir
 *
 * @typedef {object} Article
 * @property {string} name
 * @property {string} title
 * @property {string} path
 * @property {{locale: string, page: string | null, todo: number | null, total: number | null}[]} versions Not counted yet: null.
 *
 * @typedef {object} Project
 * @property {string} name
 * @property {string} source
 * @property {Locale[]} locales
 * @property {Article[]} articles
 * @property {string[]} problems What cannot be read, a line each.
 *
 * @typedef {object} Remembered
 * @property {string} source
 * @property {string} string
 * @property {string} article
 * @property {State} state
 * @property {boolean} same
 * @property {number} likeness From 0 to 1.
 *
 * @typedef {object} Aid
 * @property {{source: string, target: string}[]} glossary
 * @property {Remembered[]} memory
 *
 * @typedef {object} Tongue A language as marks of elements say it.
 * @property {string} lang
 * @property {'ltr' | 'rtl' | 'auto'} dir
 */

export {};
