// (i) Lighthouse's scores on its phone profile.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { CHROMIUM, FLAGS, withShop } from './shop.mjs';

const LIGHTHOUSE = join(import.meta.dirname, 'node_modules/.bin/lighthouse');
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];

await withShop(true, (url) => {
  for (const path of ['/', '/Prints-c1', '/Lichen-Map-p126']) {
    const report = JSON.parse(execFileSync(LIGHTHOUSE, [
      url + path, '--quiet', '--output=json', `--only-categories=${CATEGORIES}`, `--chrome-flags=--headless=new ${FLAGS.join(' ')}`,
    ], { encoding: 'utf8', env: { ...process.env, CHROME_PATH: CHROMIUM }, maxBuffer: 1 << 26, stdio: ['ignore', 'pipe', 'ignore'] }));
    const scores = CATEGORIES.map((category) => `${category} ${Math.round(report.categories[category].score * 100)}`);
    console.log(`(i) Lighthouse, ${path}: ${scores.join(', ')}`);
    for (const audit of Object.values(report.audits)) {
      const wanting = audit.score !== null && audit.score < 1 && ['binary', 'metricSavings'].includes(audit.scoreDisplayMode);
      if (wanting) console.log(`    ${audit.id}: ${audit.title} ${audit.displayValue ?? ''}`);
    }
  }
});
