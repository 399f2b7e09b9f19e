/** What is typed: kept as a draft, shown in the page, and checked, before anything is saved. */

import { announce } from './announce.js';
import * as api from './api.js';
import { desk, draft } from './desk.js';
import { byId } from './dom.js';
import * as editor from './editor.js';
import * as field from './field.js';
import * as list from './list.js';
import * as page from './page.js';
import { run } from './trouble.js';
import { markBlock, show } from './view.js';
import { stateName, tally } from './words.js';

// Between two keys of one word there is less; a reader hears of findings only when somebody pauses.
const TYPING = 120;
const PAUSE = 1200;

let asking = new AbortController();
let typing = 0;
let pausing = 0;

/** Takes what the field says by now. */
export function typed() {
  const { chosen, drafts } = desk;
  if (!chosen) return;
  drafts.write(chosen, field.text());
  list.tell(chosen, Boolean(draft()));
  editor.stand(draft() ? 'Not saved' : '');
  editor.refuse('');
  byId('revert').hidden = !draft();
  stop();
  typing = setTimeout(() => run(attempt()), TYPING);
}

/** Gives up what is asked and not yet answered. */
export function stop() {
  clearTimeout(typing);
  clearTimeout(pausing);
  asking.abort();
}

/** Shows the page and the findings as they would be. */
export async function attempt() {
  const { chosen, version } = desk;
  if (!chosen) return;
  stop();
  asking = new AbortController();
  const { article, locale } = version;
  const { id: entry, key } = chosen;
  const tried = { article, locale, entry, key, string: field.text() };
  const answer = await api.attempt(tried, asking.signal);
  desk.trial = true;
  page.update(answer.page);
  markBlock({ scroll: true });
  editor.judge(answer.entry, version, { typed: true });
  const findings = tally(answer.entry.findings) || 'no findings';
  pausing = setTimeout(() => announce(`As typed: ${stateName(answer.entry.state)}, ${findings}.`), PAUSE);
}

/** Shows the page as it is saved. */
export async function restore() {
  desk.trial = false;
  await page.refresh();
  markBlock({ scroll: false });
}

/** Drops the draft of the entry that is chosen. */
export async function revert() {
  if (!desk.chosen) return;
  stop();
  desk.drafts.drop(desk.chosen);
  list.tell(desk.chosen, false);
  editor.refuse('');
  show();
  field.focus();
  announce('As in the catalog again.');
  await restore();
}
