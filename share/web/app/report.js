// A report in a frame without scripts, as tall as it is; and files that are taken away.
import { button, element } from './dom.js';

const types = {
  html: 'text/html', json: 'application/json', csv: 'text/csv', md: 'text/markdown', ics: 'text/calendar', qdc: 'application/xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** Gives bytes to the person as a file of that name. */
export function download(name, bytes) {
  const type = types[name.split('.').at(-1)] ?? 'application/octet-stream';
  const url = URL.createObjectURL(new Blob([bytes], { type }));
  element('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60000); // a browser may still be reading it
}

/** A button that takes a file away: `make` gives its bytes, or null where that failed and was said. */
export function taking(name, label, make) {
  const one = button(label, async () => {
    one.disabled = true;
    const bytes = await make();
    one.disabled = false;
    if (bytes) download(name, bytes);
  }, { class: 'take' });
  return one;
}

// allow-same-origin, without allow-scripts, lets this page measure the frame and nothing run in it
function framed(html, title) {
  const frame = element('iframe', { sandbox: 'allow-same-origin', title, srcdoc: html });
  frame.addEventListener('load', () => {
    const root = frame.contentDocument.documentElement;
    const fit = () => { frame.style.height = `${root.offsetHeight + 40}px`; };
    new ResizeObserver(fit).observe(root);
    fit();
  });
  return frame;
}

/** Shows an html report, or plain text, in `place`. */
export function show(place, name, bytes, title) {
  const text = new TextDecoder().decode(bytes);
  place.replaceChildren(name.endsWith('.html') ? framed(text, title) : element('pre', { class: 'text', tabindex: 0 }, [text]));
}
