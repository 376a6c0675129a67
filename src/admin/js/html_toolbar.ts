// Buttons for headings, lists and links above a text of HTML.

/** Buttons above a text of HTML put its tags around what is selected. */
export function addHtmlToolbar(area: HTMLTextAreaElement): void {
  const bar = document.createElement('div');
  bar.className = 'tools';
  const tools: [name: string, label: string, before: string, after: string][] = [
    ['B', 'Bold', '<strong>', '</strong>'], ['I', 'Italic', '<em>', '</em>'], ['¶', 'Paragraph', '<p>', '</p>'],
    ['H', 'Heading', '<h3>', '</h3>'], ['•', 'List', '<ul>\n<li>', '</li>\n</ul>'], ['Link', 'Link', '<a href="https://">', '</a>'],
  ];
  for (const [name, label, before, after] of tools) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button--small';
    button.textContent = name;
    button.setAttribute('aria-label', label);
    button.addEventListener('click', () => {
      const { selectionStart: start, selectionEnd: end } = area;
      const chosen = area.value.slice(start, end);
      area.setRangeText(before + chosen + after, start, end, 'end');
      if (!chosen) area.selectionEnd = area.selectionStart = start + before.length;
      area.focus();
      area.dispatchEvent(new Event('input', { bubbles: true }));
    });
    bar.append(button);
  }
  area.before(bar);
}
