/** Findings as cards: what, where, why, and what could be written instead. */

import { away, button, element } from './dom.js';
import { unit } from './offsets.js';

// So many characters on each side let one see where in a text a finding stands.
const AROUND = 24;

/**
 * @typedef {object} Held
 * @property {string} text What the findings were found in.
 * @property {import('./types.js').Tongue} tongue
 * @property {(start: number, end: number, text: string) => void} [apply] Writes in place of a range, in UTF-16 units.
 * @property {(start: number, end: number) => void} [reveal]
 */

/**
 * Gives the card of a finding.
 * @param {import('./types.js').Finding} finding
 * @param {Held} held
 */
export function card(finding, held) {
  const made = element(
    'li',
    { class: `card ${finding.level}` },
    element('p', {}, element('strong', {}, `${finding.level}: `), finding.message),
  );
  if (finding.start !== null && finding.end !== null && finding.end > finding.start) {
    const [start, end] = [unit(held.text, finding.start), unit(held.text, finding.end)];
    made.append(...inPlace(finding, held, start, end));
  }
  made.append(element('p', { class: 'why' }, finding.why));
  made.append(element('p', { class: 'quiet rule' }, element('code', {}, finding.rule)));
  return made;
}

/**
 * @param {import('./types.js').Finding} finding
 * @param {Held} held
 * @param {number} start
 * @param {number} end
 */
function* inPlace(finding, held, start, end) {
  const { text, tongue, apply, reveal } = held;
  const words = text.slice(start, end);
  const whole = words.length === text.length;
  if (!whole) {
    yield element(
      'p',
      { class: 'words excerpt', lang: tongue.lang, dir: tongue.dir },
      start > AROUND ? '…' : '',
      text.slice(Math.max(0, start - AROUND), start),
      element('mark', {}, words),
      text.slice(end, end + AROUND),
      end + AROUND < text.length ? '…' : '',
    );
  }
  const buttons = element('p', { class: 'choices' });
  if (apply) {
    for (const suggestion of finding.suggestions) {
      const label = element('span', {}, away('Write '));
      label.append(suggestion
        ? element('span', { lang: tongue.lang, dir: tongue.dir }, suggestion)
        : 'nothing: leave it out');
      buttons.append(button(label, () => apply(start, end, suggestion), { class: 'suggestion' }));
    }
  }
  if (reveal && !whole) {
    const told = element('span', {}, 'Show', away(` “${words}” in the text`));
    buttons.append(button(told, () => reveal(start, end), { class: 'plain' }));
  }
  if (buttons.childNodes.length) yield buttons;
}
