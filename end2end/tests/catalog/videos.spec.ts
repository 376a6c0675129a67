import { isAccessible } from '../../support/accessible.ts';
import { expect, fits, open, test } from '../../support/test.ts';
import { FILM, LIST, PLAYER, VIDEO, withVideo } from '../../support/videos.ts';

test('a film of the shop stands among the pictures', async ({ page, javaScriptEnabled }) => {
  await open(page, FILM, javaScriptEnabled);
  const film = page.getByLabel('Video of Slack Water');
  await expect(film).toHaveAttribute('preload', 'none');
  await expect(page.locator('.details-gallery__thumb')).toHaveCount(3);
  await fits(page);
  if (!javaScriptEnabled) return;
  await page.locator('.details-gallery__thumb--video').click();
  await expect(film).toBeInViewport({ ratio: 0.4 });
  await isAccessible(page);
  expect(await film.evaluate(async (video: HTMLVideoElement) => {
    video.muted = true;
    await video.play();
    return video.videoWidth;
  })).toBe(320);
});

test('a film that is opened by itself plays', async ({ page, javaScriptEnabled }) => {
  await open(page, FILM, javaScriptEnabled);
  const path = await page.getByLabel('Video of Slack Water').locator('a').getAttribute('href');
  await page.goto(path!);
  await expect(page.locator('video')).toHaveJSProperty('videoWidth', 320);
});

test('nothing of another site is loaded before its video is asked for', async ({ visit, javaScriptEnabled }) => {
  const { page } = await visit(withVideo(), { javaScriptEnabled });
  const asked: string[] = [];
  await page.route(/youtube|ytimg|google/, (route) => {
    asked.push(route.request().url());
    return route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Player</title><p>Plays.' });
  });
  // From another page of the shop, whose policy holds on.
  await open(page, LIST, javaScriptEnabled);
  await page.locator('.grid-product--id-201 .grid-product__title').click();
  const play = page.getByRole('link', { name: 'Play the video of Low Water Postcards from YouTube' });
  await expect(play).toHaveAttribute('href', VIDEO);
  await expect(page.getByText('Plays from YouTube, which then learns that you were here.').first()).toBeVisible();
  await fits(page);
  expect(asked).toEqual([]);
  if (!javaScriptEnabled) return;
  await isAccessible(page);
  await play.click();
  await expect(page.frameLocator('.details-gallery__slide--video iframe').getByText('Plays.')).toBeVisible();
  expect(asked).toEqual([`${PLAYER}?rel=0&autoplay=1`]);
});
