/** The choice of an article and a language. */

import { byId, element } from './dom.js';

/** @type {HTMLSelectElement} */
const articles = byId('article');
/** @type {HTMLSelectElement} */
const locales = byId('locale');

/** @param {(article: string, locale: string) => void} chosen */
export function watch(chosen) {
  for (const choice of [articles, locales]) {
    choice.addEventListener('change', () => chosen(articles.value, locales.value));
  }
}

/**
 * Shows a project's articles and languages, with what is left to do in each.
 * @param {import('./types.js').Project} project
 * @param {{article: string, locale: string}} chosen
 */
export function show(project, { article, locale }) {
  articles.replaceChildren(...project.articles.map((one) => {
    const left = one.versions.find((version) => version.locale === locale)?.todo ?? null;
    return element('option', { value: one.name, lang: project.source }, one.title + count(left));
  }));
  articles.value = article;
  const versions = project.articles.find((one) => one.name === article)?.versions ?? [];
  locales.replaceChildren(...versions.map((version) => {
    const { name } = project.locales.find(({ tag }) => tag === version.locale) ?? { name: version.locale };
    return element('option', { value: version.locale, lang: version.locale }, name + count(version.todo));
  }));
  locales.value = locale;
}

/**
 * Gives the version that is nearest to what is asked for; a language with work in it goes first.
 * @param {import('./types.js').Project} project
 * @param {{article: string, locale: string}} asked
 * @returns {{article: string, locale: string, page: string | null} | undefined}
 */
export function nearest(project, asked) {
  const article = project.articles.find((one) => one.name === asked.article) ?? project.articles[0];
  if (!article) return undefined;
  const { versions } = article;
  const version = versions.find((one) => one.locale === asked.locale)
    ?? versions.find((one) => one.todo)
    ?? versions.find((one) => one.locale !== project.source)
    ?? versions[0];
  return version && { article: article.name, locale: version.locale, page: version.page };
}

/** @param {number | null} left */
const count = (left) => (left ? ` (${left} to do)` : '');
