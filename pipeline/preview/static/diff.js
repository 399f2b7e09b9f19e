/** What became of a text, word by word. */

import { align } from './align.js';

/** @typedef {{kind: 'same' | 'gone' | 'new', text: string}} Piece */

/**
 * Gives the words of both texts in order, those that are gone before those that came in their place.
 * @param {string} old
 * @param {string} now
 * @param {string} locale
 */
export function compare(old, now, locale) {
  const [before, after] = [words(old, locale), words(now, locale)];
  return joined(align(before, after).map((step) => ({
    kind: step.kind,
    text: step.kind === 'gone' ? before[step.before] : after[step.after],
  })));
}

/**
 * Cuts a text into words and what stands between them, also where no spaces are written.
 * @param {string} text
 * @param {string} locale
 */
function words(text, locale) {
  const segmenter = new Intl.Segmenter(locale, { granularity: 'word' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/**
 * Joins neighbours of a kind; a space that stayed between two changes belongs to both.
 * @param {Piece[]} pieces
 */
function joined(pieces) {
  /** @type {Piece[]} */
  const made = [];
  let [same, gone, come] = ['', '', ''];
  const close = () => {
    if (same) made.push({ kind: 'same', text: same });
    if (gone) made.push({ kind: 'gone', text: gone });
    if (come) made.push({ kind: 'new', text: come });
    [same, gone, come] = ['', '', ''];
  };
  pieces.forEach(({ kind, text }, at) => {
    const changes = [pieces[at - 1], pieces[at + 1]].every((one) => one && one.kind !== 'same');
    if (kind === 'same' && !text.trim() && changes) [gone, come] = [gone + text, come + text];
    else if (kind === 'same') {
      if (gone || come) close();
      same += text;
    } else {
      if (same) close();
      if (kind === 'gone') gone += text;
      else come += text;
    }
  });
  close();
  return made;
}
