/**
 * A document brought up to another one, with what is the same left alone.
 *
 * What stays keeps its focus, its selection and its place on the screen.
 */

import { align } from './align.js';
import { STAMP } from './blocks.js';

/** Bears the window's mark of the block that is chosen; no page says it itself. */
export const MARK = 'data-preview-chosen';

/**
 * Makes *old* say what *now* says; both are elements of the same name.
 * @param {Element} old
 * @param {Element} now
 */
export function patch(old, now) {
  copyAttributes(old, now);
  const [before, after] = [[...old.childNodes], [...now.childNodes]];
  /** @type {ChildNode[]} */
  let gone = [];
  /** @type {ChildNode[]} */
  let come = [];
  /** @param {Node | null} rest */
  const close = (rest) => {
    put(old, gone, come, rest);
    [gone, come] = [[], []];
  };
  for (const step of align(before.map(said), after.map(said))) {
    if (step.kind === 'gone') gone.push(before[step.before]);
    else if (step.kind === 'new') come.push(after[step.after]);
    else {
      close(before[step.before]);
      restamp(before[step.before], after[step.after]);
    }
  }
  close(null);
}

/**
 * Puts some nodes in the place of others, before *rest*.
 * @param {Element} parent
 * @param {ChildNode[]} gone
 * @param {ChildNode[]} come
 * @param {Node | null} rest
 */
function put(parent, gone, come, rest) {
  come.forEach((node, at) => {
    const old = gone[at];
    if (!old) parent.insertBefore(parent.ownerDocument.importNode(node, true), rest);
    else if (isElement(old) && isElement(node) && old.localName === node.localName) patch(old, node);
    else old.replaceWith(parent.ownerDocument.importNode(node, true));
  });
  for (const node of gone.slice(come.length)) node.remove();
}

/**
 * The two come from other windows than this script: `instanceof Element` would be false.
 * @param {Node} node
 * @returns {node is Element}
 */
const isElement = (node) => node.nodeType === Node.ELEMENT_NODE;

/**
 * Gives what a node says, whatever line it comes from: a line that is added above moves all others.
 * @param {Node} node
 */
function said(node) {
  if (!isElement(node)) return node.nodeValue ?? '';
  const copy = /** @type {Element} */ (node.cloneNode(true));
  for (const one of [copy, ...copy.querySelectorAll(`[${STAMP}], [${MARK}]`)]) {
    one.removeAttribute(STAMP);
    one.removeAttribute(MARK);
  }
  return copy.outerHTML;
}

/**
 * Copies the stamps of what is otherwise the same.
 * @param {Node} old
 * @param {Node} now
 */
function restamp(old, now) {
  if (!isElement(old) || !isElement(now)) return;
  const stamped = `[${STAMP}]`;
  const pairs = [...now.querySelectorAll(stamped)];
  [...old.querySelectorAll(stamped)].forEach((block, at) => {
    block.setAttribute(STAMP, pairs[at]?.getAttribute(STAMP) ?? '');
  });
  const own = now.getAttribute(STAMP);
  if (own !== null) old.setAttribute(STAMP, own);
}

/**
 * @param {Element} old
 * @param {Element} now
 */
function copyAttributes(old, now) {
  for (const name of old.getAttributeNames()) {
    // A reader opened it: `open` is the state of the page, not of the article.
    const kept = name === MARK || (name === 'open' && old.localName === 'details');
    if (!kept && !now.hasAttribute(name)) old.removeAttribute(name);
  }
  for (const { name, value } of now.attributes) {
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
}
