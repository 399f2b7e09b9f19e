/** What is written goes into the catalog, unless somebody else was there before. */

import { announce } from './announce.js';
import * as api from './api.js';
import { desk, disputed, draft } from './desk.js';
import { byId } from './dom.js';
import { known } from './drafts.js';
import * as editor from './editor.js';
import * as field from './field.js';
import { step } from './going.js';
import { restore, stop } from './trying.js';
import { show, showChoosers, showProblems, take } from './view.js';

/** @type {HTMLInputElement} */
const fuzzy = byId('fuzzy');
let saving = false;

/** Saves the entry that is chosen; with *next*, goes on to what is to do. */
export async function save({ next = false } = {}) {
  const entry = desk.chosen;
  if (!entry || saving) return;
  if (disputed()) {
    announce('First choose between your translation and theirs.');
    byId('keep-mine').focus();
    return;
  }
  // What needs review is also done by saying so, without a change.
  const something = draft() || entry.state === 'fuzzy' || fuzzy.checked;
  if (something && entry.state !== 'source' && !entry.plural) {
    saving = true;
    stop();
    editor.stand('Saving…');
    try {
      await send(entry, field.text());
    } finally {
      saving = false;
    }
  }
  const said = something ? 'Saved.' : 'Nothing has changed.';
  if (next) step(1, something ? said : '');
  else announce(said);
}

/** Says that one's own text is to stand; it is still to be saved. */
export function keep() {
  if (!desk.chosen) return;
  desk.drafts.insist(desk.chosen);
  editor.refuse('');
  show();
  field.focus();
  announce('Yours stands. Save it to put it into the catalog.');
}

/** Brings up to date what is left to do, and what cannot be read. */
export async function count() {
  desk.project = await api.project();
  showChoosers();
  showProblems();
}

/**
 * @param {import('./types.js').Entry} entry
 * @param {string} string
 */
async function send(entry, string) {
  const { article, locale } = desk.version;
  const { id, key, string: base } = entry;
  const asked = { article, locale, entry: id, key, string, fuzzy: fuzzy.checked, base };
  const answer = await api.save(asked).catch((error) => {
    editor.stand('Not saved');
    refused(error, entry, string);
    throw error;
  });
  fuzzy.checked = false;
  desk.drafts.drop(entry);
  const saved = answer.version.entries.find((one) => known(one) === known(entry));
  // Whoever typed on meanwhile goes on with a draft, which began from what was saved.
  if (saved && desk.chosen === entry && field.text() !== string) desk.drafts.write(saved, field.text());
  take(answer.version);
  editor.stand(draft() ? 'Not saved' : 'Saved');
  await Promise.all([restore(), count()]);
}

/**
 * @param {Error} error
 * @param {import('./types.js').Entry} entry
 * @param {string} string
 */
function refused(error, entry, string) {
  if (!(error instanceof api.Refusal)) return;
  if (error.answer.version) {
    // Somebody else was there before: the draft and what the catalog says by now are shown together.
    desk.drafts.write(entry, string);
    take(error.answer.version);
  }
  editor.refuse(error.message);
}
