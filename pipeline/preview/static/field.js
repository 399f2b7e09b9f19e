/** The field in which a translation is written. */

import { byId } from './dom.js';

/** @type {HTMLTextAreaElement} */
const field = byId('field');

/** @param {() => void} typed */
export const watch = (typed) => field.addEventListener('input', typed);

export const text = () => field.value;

export const focus = () => field.focus();

/** @param {import('./types.js').Tongue} tongue */
export function speak(tongue) {
  field.lang = tongue.lang;
  field.dir = tongue.dir;
}

/** @param {boolean} closed */
export function close(closed) {
  field.readOnly = closed;
}

/**
 * Shows a text; where it is the same, the cursor stays.
 * @param {string} shown
 */
export function show(shown) {
  if (field.value !== shown) field.value = shown;
}

/**
 * Writes in place of a range, as if it had been typed.
 * @param {number} start
 * @param {number} end
 * @param {string} put
 */
export function write(start, end, put) {
  select(start, end);
  // Deprecated, and the only way by which the browser's own "undo" still knows it.
  const done = put
    ? document.execCommand('insertText', false, put)
    : document.execCommand('delete');
  if (done) return;
  field.setRangeText(put, start, end, 'end');
  field.dispatchEvent(new Event('input'));
}

/** @param {string} put */
export const insert = (put) => write(field.selectionStart, field.selectionEnd, put);

/** @param {string} put */
export const replaceAll = (put) => write(0, field.value.length, put);

/**
 * @param {number} start
 * @param {number} end
 */
export function select(start, end) {
  field.focus();
  field.setSelectionRange(start, end);
}
