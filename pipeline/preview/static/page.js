/** The page in its frame: nothing of it runs, it is brought up to date in place, and its blocks can be chosen. */

import * as api from './api.js';
import { STAMP, topmost } from './blocks.js';
import { byId } from './dom.js';
import { MARK, patch } from './patch.js';

const LOOK = `
  html { overflow-anchor: none; }
  [${STAMP}]:hover:not([${MARK}]) { cursor: pointer; outline: 2px dotted currentcolor; outline-offset: 4px; }
  [${MARK}] { outline: 3px solid #0a5a8a; outline-offset: 5px; border-radius: 2px; }
  @media (prefers-color-scheme: dark) { [${MARK}] { outline-color: #84c5f0; } }
  @media print { [${MARK}] { outline: none; } }
`;

/** @type {HTMLIFrameElement} */
const frame = byId('page');
let address = '';
let turn = 0;

/**
 * Says what is to happen when somebody uses the page.
 * @param {object} told
 * @param {(page: Document) => void} told.loaded
 * @param {(target: Element) => void} told.chosen
 * @param {(link: URL) => void} told.left A link leads to another page.
 */
export function watch(told) {
  frame.addEventListener('load', () => {
    const page = inside();
    if (!page) return;
    dress(page);
    told.loaded(page);
    page.addEventListener('click', (event) => {
      const target = /** @type {Element} */ (event.target);
      const link = /** @type {HTMLAnchorElement | null} */ (target.closest('a[href]'));
      if (link) follow(event, link);
      told.chosen(target);
    });
    page.addEventListener('focusin', (event) => {
      told.chosen(/** @type {Element} */ (event.target));
    });
  });

  /**
   * @param {Event} event
   * @param {HTMLAnchorElement} link
   */
  function follow(event, link) {
    const to = new URL(link.href);
    const here = new URL(address, location.href);
    if (to.hash && to.pathname === here.pathname) return;
    // The frame stays: the window would not know what it shows.
    event.preventDefault();
    told.left(to);
  }
}

/**
 * Shows another page, from its top.
 * @param {string | null} next
 * @returns {Promise<void>} Kept when it is there.
 */
export function show(next) {
  turn += 1;
  address = next ?? '';
  frame.hidden = !next;
  if (!next) return Promise.resolve();
  const loaded = new Promise((resolve) => {
    frame.addEventListener('load', resolve, { once: true });
  });
  // `src` would put each page into the tab's history.
  frame.contentWindow?.location.replace(next);
  return /** @type {Promise<any>} */ (loaded);
}

/** Asks for the page as it is now, and brings the one that is shown up to it. */
export async function refresh() {
  if (!address) return;
  turn += 1;
  const own = turn;
  const text = await api.page(address);
  if (own === turn) put(text);
}

/**
 * Brings the page up to *text*, a whole document, with what one looks at where it was.
 * @param {string} text
 */
export function update(text) {
  turn += 1;
  put(text);
}

/**
 * Marks a block, and brings it into view if it is not.
 * @param {(page: Document) => HTMLElement | null} find
 * @param {{scroll: boolean}} options
 * @returns {boolean} Whether the page has such a block.
 */
export function mark(find, { scroll }) {
  const page = inside();
  if (!page) return false;
  page.querySelector(`[${MARK}]`)?.removeAttribute(MARK);
  const block = find(page);
  block?.setAttribute(MARK, '');
  if (block && scroll) reveal(block);
  return block !== null;
}

/** Gives the document in the frame, once it is one of the site's. */
function inside() {
  const page = frame.contentDocument;
  return page?.URL.startsWith(`${location.origin}/site/`) ? page : null;
}

/** @param {string} text */
function put(text) {
  const page = inside();
  if (!page) return;
  const now = new DOMParser().parseFromString(text, 'text/html');
  const before = topmost(page);
  page.title = now.title;
  patch(page.body, now.body);
  const view = page.defaultView;
  if (!before || !view) return;
  const block = before.block.isConnected ? before.block : page.querySelector(`[${STAMP}="${before.stamp}"]`);
  if (block) view.scrollBy(0, block.getBoundingClientRect().top - before.top);
}

/** @param {HTMLElement} block */
function reveal(block) {
  const view = /** @type {Window} */ (block.ownerDocument.defaultView);
  const { top, bottom } = block.getBoundingClientRect();
  if (top >= 0 && bottom <= view.innerHeight) return;
  // `scrollIntoView` would scroll the window around the frame, too.
  const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';
  view.scrollBy({ top: top - view.innerHeight / 4, behavior });
}

/** @param {Document} page */
function dress(page) {
  // The page's policy lets no style be written into it; a sheet made by a script is none of its own.
  const Sheet = /** @type {any} */ (page.defaultView).CSSStyleSheet;
  const sheet = new Sheet();
  sheet.replaceSync(LOOK);
  page.adoptedStyleSheets = [sheet];
}
