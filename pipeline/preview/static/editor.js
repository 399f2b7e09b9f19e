/** The pane of one entry: its source, its translation, its state, and what was found in it. */

import * as aid from './aid.js';
import * as conflict from './conflict.js';
import { difference } from './difference.js';
import { byId, element, speak } from './dom.js';
import * as field from './field.js';
import { card } from './findings.js';
import { languageName, stateName, stateSign, stateTold, tally } from './words.js';

/**
 * @typedef {object} Shown
 * @property {import('./types.js').Entry} entry
 * @property {import('./types.js').Version} version
 * @property {import('./drafts.js').Draft | undefined} draft
 * @property {boolean} visible Whether the page has a block of it.
 */

/** @type {{keep: () => void, take: () => void}} */
let settled;

/** @param {{keep: () => void, take: () => void}} told What was chosen in a conflict. */
export function watch(told) {
  settled = told;
}

/**
 * Shows an entry, or that none is chosen.
 * @param {Shown | null} shown
 */
export function show(shown) {
  byId('entry').hidden = !shown;
  byId('nothing').hidden = Boolean(shown);
  if (!shown) return;
  const { entry, version, draft } = shown;
  const own = entry.state === 'source';
  const source = { lang: version.source, dir: /** @type {const} */ ('auto') };
  const target = { lang: version.locale, dir: version.dir };
  byId('kind').textContent = entry.kind;
  byId('place').textContent = entry.place ?? `${entry.path}:${entry.line}`;
  byId('source-name').textContent = languageName(version.source);
  byId('source').textContent = entry.source;
  speak(byId('source'), source);
  changes(entry, source);
  notes(entry);
  byId('form').hidden = own;
  byId('field-name').textContent = languageName(version.locale);
  field.speak(target);
  field.close(entry.plural);
  field.show(draft?.string ?? entry.string);
  byId('actions').hidden = entry.plural;
  byId('unseen').textContent = entry.plural
    ? 'This message has plural forms. Edit them in an editor of gettext catalogs.'
    : `This text is not seen on the page itself; it is its ${entry.kind}.`;
  byId('unseen').hidden = shown.visible && !entry.plural;
  // What was just saved is soon read anew; it stays said.
  if (draft || byId('standing').textContent !== 'Saved') stand(draft ? 'Not saved' : '');
  byId('revert').hidden = !draft;
  judge(entry, version);
  const theirs = entry.string;
  if (draft && draft.base !== theirs) {
    conflict.ask(byId('conflict'), { yours: draft.string, theirs, tongue: target, ...settled });
  } else byId('conflict').hidden = true;
}

/**
 * Shows the state and the findings of an entry, as saved or as typed.
 * @param {import('./types.js').Entry} entry
 * @param {import('./types.js').Version} version
 */
export function judge(entry, version, { typed = false } = {}) {
  const own = entry.state === 'source';
  const text = own ? entry.source : entry.string;
  const tongue = { lang: own ? version.source : version.locale, dir: version.dir };
  const name = `${stateName(entry.state)}${typed ? ', as typed' : ''}.`;
  byId('state').replaceChildren(
    stateSign(entry.state),
    element('strong', {}, name),
    ` ${stateTold(entry.state)}`,
  );
  byId('state').className = `state ${entry.state}`;
  byId('findings').replaceChildren(...entry.findings.map((finding) => card(finding, {
    text,
    tongue,
    ...(own ? {} : {
      apply: (start, end, put) => still(text) && field.write(start, end, put),
      reveal: (start, end) => still(text) && field.select(start, end),
    }),
  })));
  byId('findings-count').textContent = tally(entry.findings) || 'none';
}

/**
 * Says how the text stands: saved, not saved, being saved.
 * @param {string} words
 */
export function stand(words) {
  byId('standing').textContent = words;
}

/**
 * Says why a text was not saved; an empty reason takes it back.
 * @param {string} reason
 */
export function refuse(reason) {
  byId('refusal').textContent = reason;
  byId('refusal').hidden = !reason;
}

/**
 * Shows what helps to translate, or that nothing does.
 * @param {import('./types.js').Aid | null} found
 * @param {import('./types.js').Version} version
 */
export function help(found, version) {
  byId('aid').replaceChildren(...(found ? aid.sections(found, {
    source: { lang: version.source, dir: 'auto' },
    target: { lang: version.locale, dir: version.dir },
    insert: field.insert,
    takeOver: field.replaceAll,
  }) : []));
}

/**
 * Tells whether the field says what the findings were found in: their places are of that text.
 * @param {string} text
 */
const still = (text) => field.text() === text;

/**
 * @param {import('./types.js').Entry} entry
 * @param {import('./types.js').Tongue} tongue
 */
function changes(entry, tongue) {
  const changed = entry.previous !== null && entry.previous !== entry.source;
  byId('changed').hidden = !changed;
  if (!changed) return;
  byId('changed').replaceChildren(
    element('h3', {}, 'What changed in the source'),
    difference(/** @type {string} */ (entry.previous), entry.source, tongue),
  );
}

/** @param {import('./types.js').Entry} entry */
function notes(entry) {
  const context = entry.context === null ? [] : [`Context: ${entry.context}`];
  // The first note of every message is what it is, which the line above says already.
  const said = [...context, ...entry.notes.filter((note) => note !== entry.kind)];
  byId('notes').replaceChildren(...said.map((note) => element('li', { dir: 'auto' }, note)));
  byId('notes').hidden = said.length === 0;
}
