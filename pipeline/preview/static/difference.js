/** The difference between two texts, for eyes and ears. */

import { away, element } from './dom.js';
import { compare } from './diff.js';

/**
 * Gives a paragraph that shows what became of *old*.
 * @param {string} old
 * @param {string} now
 * @param {import('./types.js').Tongue} tongue
 */
export function difference(old, now, tongue) {
  const shown = element('p', { class: 'words difference', lang: tongue.lang, dir: tongue.dir });
  for (const { kind, text } of compare(old, now, tongue.lang)) {
    if (kind === 'same') shown.append(text);
    else if (kind === 'gone') shown.append(element('del', {}, english('[gone: '), text, english('] ')));
    else shown.append(element('ins', {}, english('[new: '), text, english('] ')));
  }
  return shown;
}

/** @param {string} text */
function english(text) {
  const made = away(text);
  made.lang = 'en';
  return made;
}
