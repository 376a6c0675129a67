// (e) Time from navigation to hydrated, with an empty cache; (h) from a link to the page it leads to.
import { median, withShop, withSlowBrowser } from './shop.mjs';

const ROUNDS = 7;

const say = (what, times) => {
  const parts = Object.keys(times[0]).map((name) => `${name} after ${median(times.map((time) => time[name])).toFixed(0)} ms`);
  console.log(`${what}, Chromium at a quarter of its speed, median of ${times.length}: ${parts.join(', ')}`);
};

async function hydration(url, page) {
  await page.addInitScript(() => {
    new MutationObserver(() => {
      if (document.documentElement.hasAttribute('data-hydrated')) globalThis.hydratedAt ??= performance.now();
    }).observe(document, { attributes: true, subtree: true, attributeFilter: ['data-hydrated'] });
  });
  await page.goto(url);
  await page.waitForFunction(() => globalThis.hydratedAt);
  return page.evaluate(() => ({
    painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
    hydrated: globalThis.hydratedAt,
  }));
}

/** From the click on a product's category to that category painted: the first frame after it is there. */
async function navigation(url, page) {
  await page.goto(`${url}/Lichen-Map-p126`);
  await page.locator('html[data-hydrated]').waitFor({ state: 'attached' });
  await page.evaluate(() => {
    globalThis.painted = new Promise((done) => {
      document.addEventListener('click', (event) => {
        new MutationObserver((_, observer) => {
          if (!document.querySelector('#page .grid__products')) return;
          observer.disconnect();
          requestAnimationFrame(() => setTimeout(() => done(performance.now() - event.timeStamp)));
        }).observe(document.body, { childList: true, subtree: true });
      }, { capture: true, once: true });
    });
  });
  await page.locator('.ec-breadcrumbs a', { hasText: 'Prints' }).first().click();
  return { painted: await page.evaluate(() => globalThis.painted) };
}

async function repeated(measure, url, slowPage) {
  const times = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const page = await slowPage();
    times.push(await measure(url, page));
    await page.context().close();
  }
  return times;
}

await withShop(true, (url) => withSlowBrowser(async (slowPage) => {
  say('(e) first visit', await repeated(hydration, url, slowPage));
  say('(h) product to category', await repeated(navigation, url, slowPage));
}));
