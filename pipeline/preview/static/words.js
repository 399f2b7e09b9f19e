/** What the window calls things. */

import { element } from './dom.js';

/** @type {Record<import('./types.js').State, {sign: string, name: string, told: string}>} */
const STATES = {
  source: { sign: '¶', name: 'Source', told: 'This is the article itself. Edit its file; the page follows.' },
  missing: { sign: '', name: 'Missing', told: 'Readers see the source text.' },
  fuzzy: { sign: '≈', name: 'Needs review', told: 'Readers see the source text until somebody has reviewed it.' },
  translated: { sign: '✓', name: 'Done', told: '' },
  refused: { sign: '✕', name: 'Refused', told: 'Readers see the source text; the findings below say why.' },
};

/**
 * Gives the sign of a state, which its name goes with: no state is told by colour or sign alone.
 * @param {import('./types.js').State} state
 */
export function stateSign(state) {
  return element('span', { class: `sign ${state}`, 'aria-hidden': 'true' }, STATES[state].sign);
}

/** @param {import('./types.js').State} state */
export const stateName = (state) => STATES[state].name;

/** @param {import('./types.js').State} state */
export const stateTold = (state) => STATES[state].told;

/** @type {import('./types.js').State[]} */
const TODO = ['missing', 'fuzzy', 'refused'];

/** @param {import('./types.js').Entry} entry */
export const todo = (entry) => TODO.includes(entry.state);

/**
 * Gives "1 error, 2 notes".
 * @param {import('./types.js').Finding[]} findings
 */
export function tally(findings) {
  const levels = /** @type {const} */ (['error', 'warning', 'note', 'review']);
  const counted = levels
    .map((level) => [findings.filter((finding) => finding.level === level).length, level])
    .filter(([number]) => number);
  return counted.map(([number, level]) => `${number} ${level}${number === 1 ? '' : 's'}`).join(', ');
}

/**
 * Gives the name of a language in English.
 * @param {string} tag
 */
export function languageName(tag) {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
