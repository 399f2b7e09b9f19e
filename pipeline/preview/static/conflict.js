/** A text of one's own and one that came in the meantime: both are shown, and one is chosen. */

import { button, element } from './dom.js';
import { difference } from './difference.js';

/**
 * Fills *place* with the choice.
 * @param {HTMLElement} place
 * @param {object} texts
 * @param {string} texts.yours
 * @param {string} texts.theirs
 * @param {import('./types.js').Tongue} texts.tongue
 * @param {() => void} texts.keep
 * @param {() => void} texts.take
 */
export function ask(place, { yours, theirs, tongue, keep, take }) {
  place.replaceChildren(
    element('h3', {}, 'Somebody else changed this translation'),
    element('p', {}, 'Yours is not saved. Choose which of the two is to stand.'),
    element('h4', {}, 'Theirs, in the catalog'),
    theirs ? element('p', { class: 'words', ...tongue }, theirs) : element('p', {}, 'Empty.'),
    element('h4', {}, 'Yours, and how it differs'),
    difference(theirs, yours, tongue),
    element(
      'p',
      { class: 'choices' },
      button('Keep mine', keep, { id: 'keep-mine' }),
      button('Take theirs', take, { id: 'take-theirs' }),
    ),
  );
  place.hidden = false;
}
