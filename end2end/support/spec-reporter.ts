import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { writeFileSync } from 'node:fs';
import { checklist } from './spec.ts';

/** Prints how many items of the checklist passing tests prove; writes the README's table if asked. */
export default class SpecReporter implements Reporter {
  private readonly proven = new Set<string>();
  private readonly failed = new Set<string>();
  private passed = 0;
  private failures = 0;
  private skipped = 0;
  private readonly again: string[] = [];

  onTestEnd(test: TestCase, result: TestResult) {
    const right = result.status === test.expectedStatus;
    // Tried once more: the last try counts, and that there was one is said.
    if (!right && result.retry < test.retries) {
      this.again.push(test.titlePath().filter(Boolean).join(' › '));
      return;
    }
    if (result.status === 'skipped') this.skipped += 1;
    else if (right) this.passed += 1;
    else this.failures += 1;
    for (const { type, description } of test.annotations) {
      if (type === 'proves' && description && result.status !== 'skipped') (right ? this.proven : this.failed).add(description);
    }
  }

  onEnd() {
    const isProven = (item: string) => this.proven.has(item) && !this.failed.has(item);
    console.log(`\nspec: ${checklist.filter(({ item }) => isProven(item)).length} of ${checklist.length}`);
    console.log(`${this.passed} passed, ${this.failures} failed, ${this.skipped} skipped`);
    for (const title of this.again) console.log(`failed at first: ${title}`);
    if (process.env.SPEC_TABLE) {
      const areas = [...new Set(checklist.map(({ area }) => area))];
      const rows = areas.map((area) => {
        const items = checklist.filter((line) => line.area === area);
        return `| ${area} | ${items.filter(({ item }) => isProven(item)).length} | ${items.length} |`;
      });
      writeFileSync(process.env.SPEC_TABLE, ['| area | proven | of |', '|---|---:|---:|', ...rows, ''].join('\n'));
    }
  }

  printsToStdio() {
    return false;
  }
}
