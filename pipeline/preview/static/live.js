/** The server's news, for as long as it lives and again when it is back. */

const AGAIN = 2000;

/**
 * @param {object} told
 * @param {(news: {articles: string[], locales: string[] | null, all: boolean}) => void} told.changed
 * @param {(message: string) => void} told.broken
 * @param {() => void} told.gone
 * @param {() => void} told.back
 */
export function listen(told) {
  let gone = false;
  const connect = () => {
    const events = new EventSource('/api/events');
    events.addEventListener('changed', (event) => told.changed(JSON.parse(event.data)));
    events.addEventListener('broken', (event) => told.broken(JSON.parse(event.data).message));
    events.addEventListener('open', () => {
      if (gone) told.back();
      gone = false;
    });
    events.addEventListener('error', () => {
      gone = true;
      told.gone();
      // A browser tries again by itself after a broken line, but not after a refusal; and it waits
      // longer each time. One way for both.
      events.close();
      setTimeout(connect, AGAIN);
    });
  };
  connect();
}
