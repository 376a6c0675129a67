// The bridge's declaration holds what the Rust half calls and offers: no more, and no less.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const folder = 'src/storefront_api';
const rust = readdirSync(folder).filter((file) => file.endsWith('.rs')).map((file) => readFileSync(`${folder}/${file}`, 'utf8')).join('\n');
const bridge = readFileSync(`${folder}/js/bridge.ts`, 'utf8');

function members(name: string): string[] {
  const body = bridge.split(`interface ${name} {`)[1]?.split('\n}')[0] ?? '';
  return Array.from(body.matchAll(/^ {2}(\w+)[(:]/gm), ([, member]) => member);
}
function found(pattern: RegExp): string[] {
  return Array.from(rust.matchAll(pattern), (match) => match.slice(1).find(Boolean) ?? '');
}

test('what the Rust half offers is declared, and what is declared is offered', () => {
  const offered = found(/offer\(\s*"(\w+)"/g);
  assert.ok(offered.length > 0);
  assert.deepEqual(offered.sort(), members('Hydrated').sort());
});

test('what the Rust half calls is declared', () => {
  const called = found(/js_namespace = __awning(?:, js_name = (\w+))?\)\]\s*(?:pub )?fn (\w+)/g);
  const declared = [...members('Inlined'), ...members('PageScript')];
  assert.ok(called.length > 0);
  assert.deepEqual(called.filter((name) => !declared.includes(name)), []);
});
