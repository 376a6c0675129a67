import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { fits } from './test.ts';

/** Axe finds nothing, in light and in dark colours; what it finds in the one but for colours, it finds in the other. */
export async function isAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // A frame without scripts runs none of axe's either; what it shows is a page of the shop.
    const axe = new AxeBuilder({ page }).setLegacyMode(page.frames().length > 1).exclude('iframe[sandbox]');
    if (colorScheme === 'dark') axe.withRules(['color-contrast', 'link-in-text-block']);
    const { violations } = await axe.analyze();
    expect(violations.map(({ id, nodes }) => `${page.url()}, ${colorScheme}: ${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
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
