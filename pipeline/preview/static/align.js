/** Two lists side by side: what stayed, what is gone, what came. */

// Beyond so many comparisons, nobody would see the difference either.
const MOST = 1_000_000;

/** @typedef {{kind: 'same' | 'gone' | 'new', before: number, after: number}} Step Places in the two lists. */

/**
 * Gives the steps from one list to the other, by their longest common subsequence.
 * @param {string[]} before
 * @param {string[]} after
 * @returns {Step[]}
 */
export function align(before, after) {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const left = before.slice(start, before.length - end);
  const right = after.slice(start, after.length - end);
  const middle = left.length * right.length > MOST ? replaced(left, right) : common(left, right);
  return [
    ...same(0, 0, start),
    ...middle.map((step) => ({ ...step, before: step.before + start, after: step.after + start })),
    ...same(before.length - end, after.length - end, end),
  ];
}

/**
 * @param {number} before
 * @param {number} after
 * @param {number} length
 * @returns {Step[]}
 */
const same = (before, after, length) => (
  Array.from({ length }, (_, at) => ({ kind: 'same', before: before + at, after: after + at }))
);

/**
 * @param {string[]} left
 * @param {string[]} right
 * @returns {Step[]}
 */
const replaced = (left, right) => [
  ...left.map((_, at) => /** @type {Step} */ ({ kind: 'gone', before: at, after: 0 })),
  ...right.map((_, at) => /** @type {Step} */ ({ kind: 'new', before: left.length, after: at })),
];

/**
 * @param {string[]} left
 * @param {string[]} right
 * @returns {Step[]}
 */
function common(left, right) {
  const lengths = Array.from({ length: left.length + 1 }, () => new Uint32Array(right.length + 1));
  for (let row = left.length - 1; row >= 0; row -= 1) {
    for (let column = right.length - 1; column >= 0; column -= 1) {
      lengths[row][column] = left[row] === right[column]
        ? lengths[row + 1][column + 1] + 1
        : Math.max(lengths[row + 1][column], lengths[row][column + 1]);
    }
  }
  /** @type {Step[]} */
  const steps = [];
  let [before, after] = [0, 0];
  while (before < left.length || after < right.length) {
    if (before < left.length && left[before] === right[after]) {
      steps.push({ kind: 'same', before, after });
      [before, after] = [before + 1, after + 1];
    } else if (after === right.length
      || (before < left.length && lengths[before + 1][after] >= lengths[before][after + 1])) {
      steps.push({ kind: 'gone', before, after });
      before += 1;
    } else {
      steps.push({ kind: 'new', before, after });
      after += 1;
    }
  }
  return steps;
}
