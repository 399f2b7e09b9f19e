/** What became of a text, word by word. */

// Beyond so many comparisons, nobody reads a difference word by word either.
const MOST = 1_000_000;

/**
 * @typedef {{kind: 'same' | 'gone' | 'new', text: string}} Piece
 */

/**
 * Gives the words of both texts in order, those of the old one that are gone before those that came.
 * @param {string} old
 * @param {string} now
 * @param {string} locale
 * @returns {Piece[]}
 */
export function compare(old, now, locale) {
  const [before, after] = [words(old, locale), words(now, locale)];
  let start = 0;
  while (start < before.length && before[start] === after[start]) start += 1;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const left = before.slice(start, before.length - end);
  const right = after.slice(start, after.length - end);
  return joined([
    ...after.slice(0, start).map(same),
    ...(left.length * right.length > MOST ? replaced(left, right) : middle(left, right)),
    ...after.slice(after.length - end).map(same),
  ]);
}

/**
 * @param {string} text
 * @param {string} locale
 */
function words(text, locale) {
  const segmenter = new Intl.Segmenter(locale, { granularity: 'word' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/**
 * @param {string} text
 * @returns {Piece}
 */
const same = (text) => ({ kind: 'same', text });

/**
 * @param {string[]} left
 * @param {string[]} right
 * @returns {Piece[]}
 */
const replaced = (left, right) => [
  ...left.map((text) => /** @type {Piece} */ ({ kind: 'gone', text })),
  ...right.map((text) => /** @type {Piece} */ ({ kind: 'new', text })),
];

/**
 * Gives the difference by the longest common subsequence.
 * @param {string[]} left
 * @param {string[]} right
 * @returns {Piece[]}
 */
function middle(left, right) {
  const lengths = Array.from({ length: left.length + 1 }, () => new Uint16Array(right.length + 1));
  for (let row = left.length - 1; row >= 0; row -= 1) {
    for (let column = right.length - 1; column >= 0; column -= 1) {
      lengths[row][column] = left[row] === right[column]
        ? lengths[row + 1][column + 1] + 1
        : Math.max(lengths[row + 1][column], lengths[row][column + 1]);
    }
  }
  /** @type {Piece[]} */
  const pieces = [];
  let [row, column] = [0, 0];
  while (row < left.length || column < right.length) {
    if (row < left.length && left[row] === right[column]) {
      pieces.push(same(left[row]));
      [row, column] = [row + 1, column + 1];
    } else if (column === right.length
      || (row < left.length && lengths[row + 1][column] >= lengths[row][column + 1])) {
      pieces.push({ kind: 'gone', text: left[row] });
      row += 1;
    } else {
      pieces.push({ kind: 'new', text: right[column] });
      column += 1;
    }
  }
  return pieces;
}

/**
 * Joins neighbours of a kind; a space that stayed between two changes belongs to both.
 * @param {Piece[]} pieces
 */
function joined(pieces) {
  /** @type {Piece[]} */
  const made = [];
  let [gone, come] = ['', ''];
  const close = () => {
    if (gone) made.push({ kind: 'gone', text: gone });
    if (come) made.push({ kind: 'new', text: come });
    [gone, come] = ['', ''];
  };
  pieces.forEach((piece, at) => {
    const between = piece.kind === 'same' && !piece.text.trim() && at > 0 && at < pieces.length - 1
      && pieces[at - 1].kind !== 'same' && pieces[at + 1].kind !== 'same';
    if (between) [gone, come] = [gone + piece.text, come + piece.text];
    else if (piece.kind === 'gone') gone += piece.text;
    else if (piece.kind === 'new') come += piece.text;
    else {
      close();
      if (made.at(-1)?.kind === 'same') made[made.length - 1] = same(made[made.length - 1].text + piece.text);
      else made.push(piece);
    }
  });
  close();
  return made;
}
