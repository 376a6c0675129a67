import { expect, open, test } from '../../support/test.ts';

// A trace of a hundred pages would take longer than the pages.
test.use({ trace: 'off' });

test('every link of the shop leads to a page that reports nothing', async ({ page, request }, info) => {
  test.setTimeout(240_000);
  const known = new Set(['/']);
  const opened: string[] = [];
  for (const path of known) {
    const answer = await request.get(path, { headers: { accept: 'text/html' } });
    expect(answer.status(), path).toBe(200);
    for (const [, href] of (await answer.text()).matchAll(/<a [^>]*?href="([^"#]*)/g)) {
      const link = href!.replaceAll('&amp;', '&');
      // Filters of filters have no end: one step of each, and every page of every list.
      const narrowed = link.split('?')[1]?.split('&').filter((pair) => !pair.startsWith('offset=')).length ?? 0;
      if (link.startsWith('/') && narrowed < 2 && !/lang=|%2C/.test(link)) known.add(link);
    }
    // A film is no page of the shop.
    if (!path.includes('?') && answer.headers()['content-type']!.startsWith('text/html')) opened.push(path);
  }
  expect(known.size).toBeGreaterThan(150);
  // What the browser reports fails the test; one size of screen is enough for that.
  if (info.project.name === 'hydrated-desktop') {
    for (const path of opened) await open(page, path);
  }
});
