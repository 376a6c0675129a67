import { rmSync } from 'node:fs';
import { seedTemplate } from './shop.ts';

/** Before all tests: the demo shop that theirs are copies of. */
export default function seed() {
  const dir = seedTemplate();
  process.env.SHOP_TEMPLATE = dir;
  return () => rmSync(dir, { recursive: true, force: true });
}
