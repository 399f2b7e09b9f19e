/** The window: who hears of what is done in it, and of what is done elsewhere. */

import * as address from './address.js';
import { announce } from './announce.js';
import * as api from './api.js';
import { entryOf } from './blocks.js';
import * as choosers from './choosers.js';
import { desk, disputed, draft } from './desk.js';
import { byId } from './dom.js';
import { anyDraft } from './drafts.js';
import * as editor from './editor.js';
import * as field from './field.js';
import { choose, follow, open, step } from './going.js';
import * as keys from './keys.js';
import * as list from './list.js';
import * as live from './live.js';
import * as page from './page.js';
import { count, keep, save } from './saving.js';
import { GONE, run, tell } from './trouble.js';
import { attempt, revert, typed } from './trying.js';
import { markBlock, showList, showProblems, take } from './view.js';

/** Opens what the address names. */
async function start() {
  desk.project = await api.project();
  byId('project').textContent = desk.project.name;
  await open(address.read(), { step: false });
  if (desk.version) showProblems();
}

/** @type {Promise<unknown>} */
let former = Promise.resolve();

/**
 * Brings the window up to what has changed on the disk: one change after the other, so that the last stays.
 * @param {{articles: string[], locales: string[] | null, all: boolean}} news
 */
function changed(news) {
  const done = former.then(() => upToDate(news));
  // Whoever asked for it is told of what failed.
  former = done.catch(() => {});
  return done;
}

/** @param {{articles: string[], locales: string[] | null, all: boolean}} news */
async function upToDate({ articles, locales, all }) {
  if (!desk.version) return;
  const { article, locale } = desk.version;
  if (all || (articles.includes(article) && (!locales || locales.includes(locale)))) {
    await reload().catch(absent);
  }
  await count();
}

async function reload() {
  const { article, locale } = desk.version;
  const before = desk.version;
  const [read] = await Promise.all([
    api.version(article, locale),
    // With a text that is not saved in it, the page waits for the places of the new version.
    draft() ? undefined : page.refresh(),
  ]);
  // Meanwhile another one was opened, or saved.
  if (desk.version !== before) return;
  take(read);
  if (!draft()) return;
  if (disputed()) announce('Somebody else changed this translation. Choose which of the two is to stand.');
  await attempt();
}

/**
 * Lets an article be gone: that is told with the other problems, and the window stays as it is.
 * @param {Error} error
 */
function absent(error) {
  if (!(error instanceof api.Refusal) || error.status !== 404) throw error;
}

async function gone() {
  tell(GONE);
  // It may be there and not know this tab any more.
  await api.project();
}

async function back() {
  announce('The server is back.');
  tell('');
  await (desk.version ? changed({ articles: [], locales: null, all: true }) : start());
}

const actions = {
  save: () => run(save()),
  saveAndNext: () => run(save({ next: true })),
  next: () => step(1),
  back: () => step(-1),
};

/** @param {string} id @param {() => void} action */
const press = (id, action) => byId(id).addEventListener('click', action);

byId('form').addEventListener('submit', (/** @type {Event} */ event) => {
  event.preventDefault();
  actions.save();
});
press('save-next', actions.saveAndNext);
press('next', actions.next);
press('back', actions.back);
press('revert', () => run(revert()));
press('help', () => byId('shortcuts').showModal());
byId('skip').addEventListener('click', (/** @type {Event} */ event) => {
  // The address is that of the entry; a fragment of the skip link would be lost with it.
  event.preventDefault();
  byId(byId('form').checkVisibility() ? 'field' : 'editor-heading').focus();
});
keys.listen(document, actions);
field.watch(typed);
editor.watch({ keep, take: () => run(revert()) });
choosers.watch((article, locale) => run(open({ article, locale, entry: null }, { step: true })));
list.watch({
  chosen: (entry) => choose(entry, { scroll: true }),
  opened: field.focus,
  filtered: showList,
});
page.watch({
  loaded(within) {
    keys.listen(within, actions);
    if (desk.version) markBlock({ scroll: true });
  },
  chosen(target) {
    const entry = entryOf(target, desk.version.entries);
    if (entry) choose(entry, { scroll: false });
  },
  left: follow,
});
addEventListener('popstate', () => {
  // Until the project is there, the start will find the address as it is then.
  if (desk.project) run(open(address.read(), { step: false }));
});
addEventListener('beforeunload', (event) => {
  if (anyDraft()) event.preventDefault();
});
live.listen({
  changed: (news) => run(changed(news)),
  broken: tell,
  gone: () => run(gone()),
  back: () => run(back()),
});
run(start());
