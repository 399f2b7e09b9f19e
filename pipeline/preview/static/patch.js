/**
 * A document brought up to another one, with what is the same left alone.
 *
 * What stays keeps its focus, its selection and its place on the screen.
 */

/** Bears the window's mark of the block that is chosen; no page says it itself. */
export const MARK = 'data-preview-chosen';

/**
 * Makes *old* say what *now* says; both are elements of the same name.
 * @param {Element} old
 * @param {Element} now
 */
export function patch(old, now) {
  attributes(old, now);
  const [before, after] = [[...old.childNodes], [...now.childNodes]];
  let start = 0;
  while (start < before.length && start < after.length && same(before[start], after[start])) start += 1;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && same(before[before.length - 1 - end], after[after.length - 1 - end])) end += 1;
  const gone = before.slice(start, before.length - end);
  const come = after.slice(start, after.length - end);
  const rest = before[before.length - end] ?? null;
  come.forEach((node, at) => {
    if (at < gone.length) replace(old, gone[at], node);
    else old.insertBefore(old.ownerDocument.importNode(node, true), rest);
  });
  for (const node of gone.slice(come.length)) node.remove();
}

/**
 * @param {Element} parent
 * @param {Node} old
 * @param {Node} now
 */
function replace(parent, old, now) {
  if (isElement(old) && isElement(now) && old.localName === now.localName) patch(old, now);
  else if (old.nodeType === Node.TEXT_NODE && now.nodeType === Node.TEXT_NODE) old.nodeValue = now.nodeValue;
  else parent.replaceChild(parent.ownerDocument.importNode(now, true), old);
}

/**
 * The two come from other windows than this script: `instanceof Element` would be false.
 * @param {Node} node
 * @returns {node is Element}
 */
const isElement = (node) => node.nodeType === Node.ELEMENT_NODE;

/**
 * @param {Node} old
 * @param {Node} now
 */
function same(old, now) {
  if (!isElement(old)) return old.isEqualNode(now);
  // With the mark in it, nothing would be equal.
  const marked = old.hasAttribute(MARK) ? old : old.querySelector(`[${MARK}]`);
  marked?.removeAttribute(MARK);
  const equal = old.isEqualNode(now);
  marked?.setAttribute(MARK, '');
  return equal;
}

/**
 * @param {Element} old
 * @param {Element} now
 */
function attributes(old, now) {
  for (const name of old.getAttributeNames()) {
    // A reader opened it: `open` is the state of the page, not of the article.
    const kept = name === MARK || (name === 'open' && old.localName === 'details');
    if (!kept && !now.hasAttribute(name)) old.removeAttribute(name);
  }
  for (const { name, value } of now.attributes) {
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
}
