/** The server's answers. */

/** The server does not answer at all. */
export class Gone extends Error {}

/** The server says no, in one line. */
export class Refusal extends Error {
  /**
   * @param {number} status
   * @param {any} answer
   */
  constructor(status, answer) {
    super(answer.error ?? answer.conflict?.message ?? `The server answered ${status}.`);
    this.status = status;
    this.answer = answer;
  }
}

/**
 * @param {string} path
 * @param {RequestInit} [options]
 */
async function ask(path, options) {
  const response = await fetch(path, options).catch((error) => {
    if (error.name === 'AbortError') throw error;
    throw new Gone();
  });
  if (response.ok) return response;
  throw new Refusal(response.status, await response.json().catch(() => ({})));
}

/**
 * @param {string} path
 * @param {Record<string, string>} [asked]
 * @param {AbortSignal} [signal]
 */
async function get(path, asked = {}, signal) {
  const query = new URLSearchParams(asked).toString();
  return (await ask(query ? `${path}?${query}` : path, { signal })).json();
}

/**
 * @param {string} path
 * @param {object} body
 * @param {AbortSignal} [signal]
 */
async function post(path, body, signal) {
  const headers = { 'Content-Type': 'application/json' };
  return (await ask(path, { method: 'POST', headers, body: JSON.stringify(body), signal })).json();
}

/** @returns {Promise<import('./types.js').Project>} */
export const project = () => get('/api/project');

/**
 * @param {string} article
 * @param {string} locale
 * @param {AbortSignal} [signal]
 * @returns {Promise<import('./types.js').Version>}
 */
export const version = (article, locale, signal) => get('/api/version', { article, locale }, signal);

/**
 * @param {string} article
 * @param {string} locale
 * @param {number} entry
 * @param {AbortSignal} [signal]
 * @returns {Promise<import('./types.js').Aid>}
 */
export const aid = (article, locale, entry, signal) => (
  get('/api/aid', { article, locale, entry: String(entry) }, signal)
);

/**
 * Gives the page as it is now, as text.
 * @param {string} address
 */
export const page = async (address) => (await ask(address)).text();

/**
 * @param {{article: string, locale: string, entry: number, key: import('./types.js').Key, string: string}} tried
 * @param {AbortSignal} signal
 * @returns {Promise<{page: string, entry: import('./types.js').Entry}>}
 */
export const attempt = (tried, signal) => post('/api/try', tried, signal);

/**
 * @param {{article: string, locale: string, entry: number, key: import('./types.js').Key, string: string, fuzzy: boolean, base: string}} saved
 * @returns {Promise<{version: import('./types.js').Version}>}
 */
export const save = (saved) => post('/api/save', saved);
