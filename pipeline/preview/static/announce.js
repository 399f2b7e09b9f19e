/** What a screen reader is told, politely: the last of several messages that come at once. */

import { byId, element } from './dom.js';

const GATHER = 250;
let waiting = 0;

/**
 * @param {string} message
 * @param {{text: string, lang: string}} [quoted] Words of another language that follow it.
 */
export function announce(message, quoted) {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    const said = element('p', {}, message);
    if (quoted) said.append(' ', element('span', { lang: quoted.lang }, quoted.text));
    // A new paragraph is read even if it says what the last one said.
    byId('status').replaceChildren(said);
  }, GATHER);
}
