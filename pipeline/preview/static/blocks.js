/** Which block of the page an entry is, and the other way round. */

/** Bears a block's line of the article. */
export const STAMP = 'data-line';

/**
 * Gives the block of an entry; a description, a slug or an abbreviation has none.
 * @param {Document} page
 * @param {import('./types.js').Entry[]} entries
 * @param {import('./types.js').Entry} entry
 * @returns {HTMLElement | null}
 */
export function blockOf(page, entries, entry) {
  if (entry.kind === 'title') return page.querySelector('h1');
  if (entry.stamp === null) return null;
  // The cells of a row stand on one line: the third entry of it is the third cell.
  const place = entries.filter((one) => one.stamp === entry.stamp).indexOf(entry);
  return stamped(page, entry.stamp)[place] ?? null;
}

/**
 * Gives the entry of the block that an element stands in.
 * @param {Element} target
 * @param {import('./types.js').Entry[]} entries
 */
export function entryOf(target, entries) {
  const block = target.closest(`[${STAMP}]`);
  if (block) {
    const stamp = block.getAttribute(STAMP) ?? '';
    const place = stamped(block.ownerDocument, stamp).indexOf(/** @type {HTMLElement} */ (block));
    return entries.filter((entry) => entry.stamp === stamp)[place];
  }
  const title = target.closest('h1');
  return title ? entries.find((entry) => entry.kind === 'title') : undefined;
}

/**
 * Gives the first block that reaches into the window, and how far it stands from its upper edge.
 * @param {Document} page
 * @returns {{block: Element, stamp: string, top: number} | undefined}
 */
export function topmost(page) {
  for (const block of page.querySelectorAll(`[${STAMP}]`)) {
    const { top, bottom } = block.getBoundingClientRect();
    if (bottom > 0) return { block, stamp: block.getAttribute(STAMP) ?? '', top };
  }
  return undefined;
}

/**
 * @param {Document} page
 * @param {string} stamp
 * @returns {HTMLElement[]}
 */
const stamped = (page, stamp) => (
  Array.from(page.querySelectorAll(`[${STAMP}="${CSS.escape(stamp)}"]`), (block) => /** @type {HTMLElement} */ (block))
);
