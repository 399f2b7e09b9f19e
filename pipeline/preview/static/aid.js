/** What helps to translate: the glossary's words, and what was said elsewhere. */

import { away, button, element } from './dom.js';
import { stateName } from './words.js';

/**
 * Gives the sections of what helps.
 * @param {import('./types.js').Aid} aid
 * @param {object} made
 * @param {import('./types.js').Tongue} made.source
 * @param {import('./types.js').Tongue} made.target
 * @param {(text: string) => void} made.insert Writes a word where the cursor is.
 * @param {(text: string) => void} made.takeOver Writes a text in place of all.
 * @returns {HTMLElement[]}
 */
export function sections(aid, { source, target, insert, takeOver }) {
  /** @type {HTMLElement[]} */
  const found = [];
  if (aid.glossary.length) {
    const terms = aid.glossary.map((term) => element(
      'li',
      {},
      element('span', { ...source }, term.source),
      element('span', { class: 'quiet', 'aria-hidden': 'true' }, ' → '),
      element('strong', { ...target }, term.target),
      button(
        element('span', {}, 'Insert', away(` ${term.target}`)),
        () => insert(term.target),
        { class: 'plain' },
      ),
    ));
    found.push(element('h3', {}, 'Glossary'), element('ul', { class: 'glossary' }, ...terms));
  }
  if (aid.memory.length) {
    const cards = aid.memory.map((one) => element(
      'li',
      { class: 'card memory' },
      element('p', { class: 'words quiet', ...source }, one.source),
      element('p', { class: 'words', ...target }, one.string),
      element(
        'p',
        { class: 'choices' },
        button(
          element('span', {}, 'Take over', away(` from ${one.article}`)),
          () => takeOver(one.string),
        ),
        element('span', { class: 'quiet' }, told(one)),
      ),
    ));
    found.push(element('h3', {}, 'Said elsewhere'), element('ul', { class: 'cards' }, ...cards));
  }
  return found;
}

/** @param {import('./types.js').Remembered} one */
function told(one) {
  const likeness = one.same ? 'the same sentence' : `${Math.floor(one.likeness * 100)} % alike`;
  const state = one.state === 'translated' ? '' : `, ${stateName(one.state).toLowerCase()}`;
  return `${likeness}, in ${one.article}${state}`;
}
