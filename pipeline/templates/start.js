
// Marks the reader's language; nobody is sent anywhere.
(() => {
  const links = [...document.querySelectorAll('.choices a[hreflang]')];
  const plain = (tag) => tag.toLowerCase();
  for (const wanted of navigator.languages || []) {
    const parts = plain(wanted).split('-');
    for (; parts.length; parts.pop()) {
      const tag = parts.join('-');
      const found = links.find((link) => plain(link.hreflang) === tag)
        || links.find((link) => plain(link.hreflang).startsWith(tag + '-'));
      if (found) {
        found.parentElement.classList.add('suggested');
        found.parentElement.querySelector('.suggestion').hidden = false;
        return;
      }
    }
  }
})();
