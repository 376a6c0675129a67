import { Shop, expect, hydrated, test } from '../../support/test.ts';

// Without scripts, a browser draws no frame for whoever waits for one, and tells of no layout shift.
for (const fonts of ['classic', 'modern']) {
  test(`nothing moves when the ${fonts} fonts arrive late`, async ({ visit }) => {
    const shop = await Shop.open({ brand: `{ fonts = "${fonts}" }` });
    const { page } = await visit(Promise.resolve(shop));
    const late: (() => void)[] = [];
    await page.route('**/*.woff2', async (route) => {
      await new Promise<void>((go) => late.push(go));
      await route.continue();
    });
    await page.goto('/', { waitUntil: 'commit' });
    await expect.poll(() => late.length).toBeGreaterThanOrEqual(2);
    await expect(page.getByRole('contentinfo')).toBeAttached();
    const families = () => page.evaluate(() => [...document.fonts].filter((it) => it.status === 'loaded' && !/\d/.test(it.family)).length);
    expect(await families()).toBe(0);
    // What is painted until then is in the fonts that stand in.
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    for (const go of late) go();
    await expect.poll(families).toBeGreaterThanOrEqual(2);
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    await hydrated(page);
    const moved = await page.evaluate(() => new Promise<number>((told) => {
      let sum = 0;
      new PerformanceObserver((list) => {
        for (const it of list.getEntries() as (PerformanceEntry & { value: number })[]) sum += it.value;
      }).observe({ type: 'layout-shift', buffered: true });
      requestAnimationFrame(() => requestAnimationFrame(() => { told(sum); }));
    }));
    expect(moved).toBeLessThan(0.02);
  });
}
