/**
 * Texts that are not saved yet: kept over reloads in the tab's storage, and never dropped unasked.
 *
 * A draft knows what it began from. If the catalog says something else by now, that is a conflict.
 */

/**
 * @typedef {object} Draft
 * @property {string} string
 * @property {string} base What the catalog said when the draft was begun.
 * @property {string} source What it translates.
 */

/**
 * Gives the drafts of one article in one locale.
 * @param {string} project
 * @param {string} article
 * @param {string} locale
 */
export function draftsOf(project, article, locale) {
  const place = `${PREFIX}${JSON.stringify([project, article, locale])}`;
  /** @type {Map<string, Draft>} */
  const drafts = read(place);
  const keep = () => {
    unstored.delete(place);
    try {
      if (drafts.size) sessionStorage.setItem(place, JSON.stringify([...drafts]));
      else sessionStorage.removeItem(place);
    } catch {
      // The storage is full or forbidden: they live as long as the tab does.
      unstored.set(place, drafts);
    }
  };
  return {
    /** @param {import('./types.js').Entry} entry */
    of: (entry) => drafts.get(known(entry)),
    /**
     * @param {import('./types.js').Entry} entry
     * @param {string} string
     */
    write(entry, string) {
      const base = drafts.get(known(entry))?.base ?? entry.string;
      drafts.set(known(entry), { string, base, source: entry.source });
      // Back to what it was: nothing is left to save.
      if (string === base && base === entry.string) drafts.delete(known(entry));
      keep();
    },
    /** @param {import('./types.js').Entry} entry */
    drop(entry) {
      drafts.delete(known(entry));
      keep();
    },
    /**
     * Says that the draft is to stand in place of what the catalog says now.
     * @param {import('./types.js').Entry} entry
     */
    insist(entry) {
      const draft = drafts.get(known(entry));
      if (draft) drafts.set(known(entry), { ...draft, base: entry.string });
      keep();
    },
    /**
     * Fits the drafts to entries that were read anew, and gives those that have no entry any more.
     * @param {import('./types.js').Entry[]} entries
     * @returns {{draft: Draft, drop: () => void}[]}
     */
    settle(entries) {
      const present = new Map(entries.map((entry) => [known(entry), entry]));
      for (const [key, draft] of [...drafts]) {
        const entry = present.get(key);
        const changed = entries.find((one) => one.previous === draft.source && !drafts.has(known(one)));
        if (entry?.string === draft.string) drafts.delete(key);
        else if (!entry && changed) {
          // Its source was edited meanwhile: the draft goes with it, as the catalog's string did.
          drafts.delete(key);
          drafts.set(known(changed), { ...draft, base: changed.string, source: changed.source });
        }
      }
      keep();
      return [...drafts].filter(([key]) => !present.has(key)).map(([key, draft]) => ({
        draft,
        drop() {
          drafts.delete(key);
          keep();
        },
      }));
    },
  };
}

/** Tells whether any article has a draft. */
export function anyDraft() {
  return unstored.size > 0 || Object.keys(sessionStorage).some((key) => key.startsWith(PREFIX));
}

/**
 * Gives what an entry is known by, as a string.
 * @param {import('./types.js').Entry} entry
 */
export const known = (entry) => JSON.stringify(entry.key);

const PREFIX = 'pipeline-preview ';
/** @type {Map<string, Map<string, Draft>>} */
const unstored = new Map();

/**
 * @param {string} place
 * @returns {Map<string, Draft>}
 */
function read(place) {
  try {
    return unstored.get(place) ?? new Map(JSON.parse(sessionStorage.getItem(place) ?? '[]'));
  } catch {
    return new Map();
  }
}
