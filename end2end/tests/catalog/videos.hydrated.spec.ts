import { expect, open, proves, test } from '../../support/test.ts';
import { POSTCARDS, PLAYER, VIDEO, withVideo } from '../../support/videos.ts';

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
