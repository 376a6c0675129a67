import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

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
