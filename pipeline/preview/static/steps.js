/** Which entries are shown, and which comes next. */

import { todo } from './words.js';

/** @typedef {'all' | 'todo' | 'findings'} Filter */

/** @type {Record<Filter, (entry: import('./types.js').Entry) => boolean>} */
const SHOWN = {
  all: () => true,
  todo,
  findings: (entry) => entry.findings.length > 0,
};

/**
 * @param {import('./types.js').Entry[]} entries
 * @param {Filter} filter
 */
export const shown = (entries, filter) => entries.filter(SHOWN[filter]);

/**
 * Gives the nearest entry that is to do, in a circle; none where no other is.
 * @param {import('./types.js').Entry[]} entries
 * @param {import('./types.js').Entry | undefined} from
 * @param {1 | -1} step
 */
export function nextTodo(entries, from, step) {
  const at = from ? from.id : entries.length - 1;
  const circle = [...entries.slice(at + 1), ...entries.slice(0, from ? at : entries.length)];
  return step > 0 ? circle.find(todo) : circle.findLast(todo);
}
