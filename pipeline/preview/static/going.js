/** From one article to another, and from one entry to the next. */

import * as address from './address.js';
import { announce } from './announce.js';
import * as api from './api.js';
import * as choosers from './choosers.js';
import { desk, draft } from './desk.js';
import { byId } from './dom.js';
import { draftsOf, known } from './drafts.js';
import * as editor from './editor.js';
import * as field from './field.js';
import * as list from './list.js';
import * as page from './page.js';
import { nextTodo } from './steps.js';
import { run, tell } from './trouble.js';
import { attempt, restore, stop } from './trying.js';
import { show, take } from './view.js';
import { languageName, stateName, todo } from './words.js';

// Whoever runs down the list asks for no help with what is passed.
const PASSING = 150;

let opening = new AbortController();
let helping = new AbortController();

/**
 * Opens the version that is asked for, or the nearest; of several, the last.
 * @param {import('./address.js').Address} asked
 * @param {{step: boolean}} options A step is one that the browser's button goes back to.
 */
export async function open(asked, { step: remembered }) {
  const { project } = desk;
  const found = choosers.nearest(project, asked);
  if (!found) {
    tell('The project has no article yet.');
    return;
  }
  stop();
  opening.abort();
  opening = new AbortController();
  const { signal } = opening;
  choosers.show(project, found);
  const [read] = await Promise.all([
    api.version(found.article, found.locale, signal),
    page.show(found.page),
  ]);
  signal.throwIfAborted();
  desk.trial = false;
  desk.chosen = undefined;
  desk.drafts = draftsOf(project.name, found.article, found.locale);
  take(read);
  name(found);
  const { entries } = read;
  const entry = entries[asked.entry ?? -1] ?? entries.find(todo) ?? entries[0];
  address.write({ ...found, entry: entry?.id ?? null }, { step: remembered });
  if (entry) choose(entry, { scroll: true });
}

/**
 * Chooses an entry; a text that is not saved stays a draft.
 * @param {import('./types.js').Entry} entry
 * @param {{scroll: boolean}} options
 */
export function choose(entry, options) {
  const { version } = desk;
  const other = !desk.chosen || known(entry) !== known(desk.chosen);
  desk.chosen = entry;
  if (other) {
    editor.refuse('');
    editor.stand('');
  }
  list.choose(entry);
  show(options);
  address.write({ ...version, entry: entry.id }, { step: false });
  if (!other) return;
  stop();
  editor.help(null, version);
  run(help(entry));
  if (draft()) run(attempt());
  else if (desk.trial) run(restore());
}

/**
 * Goes to the nearest entry that is to do, and says what it is.
 * @param {1 | -1} way
 * @param {string} [first] What is said before.
 */
export function step(way, first = '') {
  const { version, chosen } = desk;
  const entry = nextTodo(version.entries, chosen, way);
  const left = version.entries.filter(todo).length;
  if (!entry) {
    announce(`${first} Nothing ${left ? 'else' : 'more'} is to do.`.trim());
    return;
  }
  choose(entry, { scroll: true });
  field.focus();
  announce(
    `${first} ${left} to do. ${stateName(entry.state)}, ${entry.kind}:`.trim(),
    { text: entry.source, lang: version.source },
  );
}

/**
 * Follows a link of the page as far as it leads to another page of the project.
 * @param {URL} link
 */
export function follow(link) {
  for (const { name: article, versions } of desk.project.articles) {
    const version = versions.find((one) => one.page && pathOf(one.page) === pathOf(link.href));
    if (version) {
      run(open({ article, locale: version.locale, entry: null }, { step: true }));
      return;
    }
  }
  announce('That link leads to no article. The preview stays here.');
}

/** @param {string} there */
const pathOf = (there) => new URL(there, location.href).pathname.replace(/index\.html$/, '');

/** @param {{article: string, locale: string, page: string | null}} found */
function name(found) {
  const title = desk.project.articles.find((one) => one.name === found.article)?.title ?? found.article;
  const language = languageName(found.locale);
  document.title = `${title}, ${language} – Preview`;
  byId('page').title = `Page: ${title}, ${language}`;
  byId('page-told').textContent = found.page ? '' : 'This version has no page yet.';
}

/** @param {import('./types.js').Entry} entry */
async function help(entry) {
  helping.abort();
  helping = new AbortController();
  const { signal } = helping;
  if (entry.state === 'source') return;
  await new Promise((resolve) => {
    setTimeout(resolve, PASSING);
  });
  signal.throwIfAborted();
  const { article, locale } = desk.version;
  editor.help(await api.aid(article, locale, entry.id, signal), desk.version);
}
