// (i) Lighthouse's scores on its phone profile, of the shop and of the back office.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { CHROMIUM, FLAGS, OWNER, withShop } from './shop.mjs';

const LIGHTHOUSE = join(import.meta.dirname, 'node_modules/.bin/lighthouse');
const CATEGORIES = ['performance', 'accessibility', 'best-practices'];

/** Scores the page at `url`, as whoever sends `headers` gets it. */
function score(name, url, categories, headers = {}) {
  const report = JSON.parse(execFileSync(LIGHTHOUSE, [
    url, '--quiet', '--output=json', `--only-categories=${categories}`, `--extra-headers=${JSON.stringify(headers)}`, `--chrome-flags=--headless=new ${FLAGS.join(' ')}`,
  ], { encoding: 'utf8', env: { ...process.env, CHROME_PATH: CHROMIUM }, maxBuffer: 1 << 26, stdio: ['ignore', 'pipe', 'ignore'] }));
  const scores = categories.map((category) => `${category} ${Math.round(report.categories[category].score * 100)}`);
  console.log(`(i) Lighthouse, ${name}: ${scores.join(', ')}`);
  for (const audit of Object.values(report.audits)) {
    const wanting = audit.score !== null && audit.score < 1 && ['binary', 'metricSavings'].includes(audit.scoreDisplayMode);
    if (wanting) console.log(`    ${audit.id}: ${audit.title} ${audit.displayValue ?? ''}`);
  }
}

await withShop(true, async (shop, office) => {
  for (const path of ['/', '/Prints-c1', '/Lichen-Map-p126']) score(path, shop + path, [...CATEGORIES, 'seo']);
  // The back office is for nobody to find: nothing is said of search engines.
  score('back office, /sign-in', office + '/sign-in', CATEGORIES);
  const signedIn = await fetch(office + '/sign-in', {
    method: 'POST', redirect: 'manual', headers: { 'sec-fetch-site': 'same-origin' }, body: new URLSearchParams(OWNER),
  });
  const Cookie = signedIn.headers.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; ');
  for (const path of ['/', '/orders', '/settings/store', '/settings/design']) score(`back office, ${path}`, office + path, CATEGORIES, { Cookie });
});
