import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAccessible } from '../../support/accessible.ts';
import { Shop, expect, fits, open, proves, test } from '../../support/test.ts';

const FILM = '/Slack-Water-p101', POSTCARDS = '/Low-Water-Postcards-p201', LIST = '/Postcards-c7';
const VIDEO = 'https://www.youtube.com/watch?v=aqz-KE-bpKQ', PLAYER = 'https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ';
// The smallest picture there is.
const POSTER = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

/** A shop whose postcards have a video of YouTube for their main picture. */
async function withVideo(): Promise<Shop> {
  const shop = await Shop.open();
  const poster = join(shop.dir, 'poster.png');
  writeFileSync(poster, POSTER);
  shop.command('video', '201', VIDEO, '--poster', poster, '--main');
  // The server takes it over within a moment.
  await expect.poll(async () => (await fetch(shop.url + LIST)).headers.get('content-security-policy')).toContain('https://www.youtube-nocookie.com');
  return shop;
}

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

test.describe(() => {
  test.skip(({ javaScriptEnabled }) => !javaScriptEnabled, 'scripts ask');

  test('scripts are told of a video in the cart', proves(
    'MediaItem.type', 'MediaItem.videoInfo', 'VideoInfo.embedHtml', 'VideoInfo.url', 'VideoInfo.width', 'VideoInfo.height',
  ), async ({ visit }) => {
    const { page } = await visit(withVideo());
    await open(page, POSTCARDS);
    const [video, picture] = await page.evaluate(async () => {
      const Ecwid = (window as any).Ecwid;
      const put = (id: number) => new Promise((done) => Ecwid.Cart.addProduct({ id, quantity: 1, callback: done }));
      await put(201);
      await put(202);
      return new Promise<any[]>((done) => Ecwid.Cart.get((cart: any) => done(cart.items.map((item: any) => item.product.mediaItem))));
    });
    expect(video).toMatchObject({
      type: 'VIDEO',
      videoInfo: { url: VIDEO, width: 1280, height: 720 },
    });
    const embedded = await page.evaluate((html) => {
      const template = document.createElement('template');
      template.innerHTML = html;
      const frame = template.content.firstElementChild as HTMLIFrameElement;
      return [frame.localName, frame.src, frame.width, frame.height];
    }, video.videoInfo.embedHtml);
    expect(embedded).toEqual(['iframe', `${PLAYER}?rel=0`, '1280', '720']);
    expect(picture).toMatchObject({ type: 'PICTURE', isMain: true });
    expect(picture.videoInfo).toBeUndefined();
  });
});
