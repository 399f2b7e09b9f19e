/** What goes wrong: told in one line, and nothing that was written is lost. */

import { announce } from './announce.js';
import { Gone, Refusal } from './api.js';
import { byId } from './dom.js';

export const GONE = 'The server does not answer. Your texts are kept in this tab; it tries again by itself.';
const ANEW = 'The server was started anew. Open the address that it printed, in this tab; your texts are kept.';

/**
 * Shows a line above all else, until an empty one takes it back.
 * @param {string} line
 */
export function tell(line) {
  const place = byId('trouble');
  // An alert is read each time it is written.
  if (place.textContent !== line) place.textContent = line;
  place.hidden = !line;
}

/**
 * Waits for what may fail, and tells it if it does; what was given up on purpose is no failure.
 * @param {Promise<unknown>} done
 */
export async function run(done) {
  try {
    await done;
  } catch (error) {
    if (error instanceof Gone) tell(GONE);
    else if (error instanceof Refusal && error.status === 403) tell(ANEW);
    else if (error instanceof Refusal) announce(error.message);
    else if (/** @type {Error} */ (error).name !== 'AbortError') throw error;
  }
}
