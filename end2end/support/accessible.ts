import axe, { type RunOptions } from 'axe-core';
import { expect, type Page } from '@playwright/test';
import { fits } from './test.ts';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** The rules whose findings go by the colours. */
const OF_COLOURS: RunOptions = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } };

/** Axe finds nothing, in light and in dark colours; what it finds in the one but for colours, it finds in the other. */
export async function isAccessible(page: Page): Promise<void> {
  // It runs in the page itself: the builder for Playwright opens another page for every run, which takes four times as long.
  await page.evaluate(axe.source);
  for (const [colorScheme, rules] of [['light', {}], ['dark', OF_COLOURS]] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const found = await page.evaluate(async (options) => {
      // A frame without scripts runs none of axe's either; what it shows is a page of the shop.
      const { violations } = await window.axe.run({ exclude: ['iframe[sandbox]'] }, options);
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    }, { ...rules, resultTypes: ['violations'] } as RunOptions);
    expect(found, `what axe finds in ${page.url()}, ${colorScheme}`).toEqual([]);
  }
}

/** Where pictures of the screens are put, if anybody wants some. */
const shots = process.env.SHOTS;

/** The page fits and, with scripts, is accessible; a picture of it goes where those are wanted. */
export async function looksGood(page: Page, name: string, scripts: boolean | undefined): Promise<void> {
  await fits(page);
  if (!scripts) return;
  await isAccessible(page);
  const screen = page.viewportSize()!.width > 700 ? 'desktop' : 'phone';
  if (shots) await page.screenshot({ path: `${shots}/${name}-${screen}.png`, fullPage: true });
}
