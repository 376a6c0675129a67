// What a link to a pre-filled cart holds (spec/pages.md 4).

/** The JSON in a link's `create`: plain, or in base64, there with UTF-8 percent-encoded or as its bytes. */
export function payload(code: string): unknown {
  let text = code;
  if (!text.startsWith('{')) text = atob(text.replace(/ /g, '+'));
  if (text.startsWith('%')) text = decodeURIComponent(text);
  else if (text !== code) text = new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(text, (it) => it.charCodeAt(0)));
  return JSON.parse(text);
}
