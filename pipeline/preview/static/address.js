/** What the window's address says: article, language and entry, so that a reload comes back to them. */

/** @typedef {{article: string, locale: string, entry: number | null}} Address */

/** @returns {Address} */
export function read() {
  const said = new URLSearchParams(location.hash.slice(1));
  const entry = Number.parseInt(said.get('entry') ?? '', 10);
  return {
    article: said.get('article') ?? '',
    locale: said.get('locale') ?? '',
    entry: Number.isNaN(entry) ? null : entry,
  };
}

/**
 * @param {Address} address
 * @param {{step: boolean}} options A step is one that the browser's button goes back to.
 */
export function write({ article, locale, entry }, { step }) {
  const said = new URLSearchParams({ article, locale });
  if (entry !== null) said.set('entry', String(entry));
  if (`#${said}` === location.hash) return;
  if (step) history.pushState(null, '', `#${said}`);
  else history.replaceState(null, '', `#${said}`);
}
