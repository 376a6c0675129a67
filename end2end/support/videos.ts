import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Shop, expect } from './test.ts';

export const FILM = '/Slack-Water-p101', POSTCARDS = '/Low-Water-Postcards-p201', LIST = '/Postcards-c7';
export const VIDEO = 'https://www.youtube.com/watch?v=aqz-KE-bpKQ', PLAYER = 'https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ';
// The smallest picture there is.
const POSTER = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

/** A shop whose postcards have a video of YouTube for their main picture. */
export async function withVideo(): Promise<Shop> {
  const shop = await Shop.open();
  const poster = join(shop.dir, 'poster.png');
  writeFileSync(poster, POSTER);
  shop.command('video', '201', VIDEO, '--poster', poster, '--main');
  // The server takes it over within a moment.
  await expect.poll(async () => (await fetch(shop.url + LIST)).headers.get('content-security-policy')).toContain('https://www.youtube-nocookie.com');
  return shop;
}
