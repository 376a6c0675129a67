// Builds the page's scripts with esbuild: `node end2end/scripts.mjs` into `target/scripts`, with their
// compressed forms; `… --watch` goes on with every change; `… --test` runs their unit tests.
import { build, context } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const src = join(root, 'src');
const out = join(root, 'target/scripts');
const mode = process.argv[2];
const common = {
  bundle: true, minify: true, target: 'es2020', charset: 'utf8', outdir: out, write: false, logLevel: 'warning',
  plugins: [{ name: 'compressed', setup: ({ onEnd }) => { onEnd(({ outputFiles }) => { outputFiles.forEach(write); }); } }],
};
const builds = [
  { ...common, format: 'iife', entryPoints: { bootstrap: join(src, 'storefront_api/js/bootstrap.ts'), page: join(src, 'site/js/index.ts') } },
  // The back office's own; no shopper loads it.
  { ...common, format: 'iife', entryPoints: { admin: join(src, 'admin/js/index.ts'), push_worker: join(src, 'admin/js/push_worker.ts') } },
  // Inlined too, where the settings ask for it.
  { ...common, format: 'iife', entryPoints: { api_hosts: join(src, 'storefront_api/js/api_hosts.ts'), debug: join(src, 'storefront_api/js/debug.ts') } },
  // What few pages need comes when one of them does.
  { ...common, format: 'esm', entryPoints: { later: join(src, 'site/js/later.ts') } },
];

/** A script and what it is with brotli and gzip, as small as they get. */
function write({ path, contents }) {
  const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: contents.length } };
  const small = { '': contents, '.br': brotliCompressSync(contents, brotli), '.gz': gzipSync(contents, { level: 9 }) };
  mkdirSync(dirname(path), { recursive: true });
  // The server is built anew when one of them is: what is the same is not touched.
  for (const [end, bytes] of Object.entries(small)) {
    if (!existsSync(path + end) || !readFileSync(path + end).equals(bytes)) writeFileSync(path + end, bytes);
  }
}

function testFiles() {
  return readdirSync(src, { recursive: true }).filter((file) => file.endsWith('.test.ts')).map((file) => join(src, file));
}

/** Unit tests run in node: each is bundled, so that node need not read TypeScript. */
async function test() {
  const outdir = join(root, 'target/scripts-test'), entryPoints = testFiles();
  const happyDom = { name: 'happy-dom', setup: ({ onResolve }) => {
    onResolve({ filter: /^happy-dom$/ }, ({ path }) => ({ path: import.meta.resolve(path), external: true }));
  } };
  rmSync(outdir, { recursive: true, force: true });
  await build({ entryPoints, bundle: true, format: 'esm', platform: 'node', target: 'node20', outdir, outbase: src,
    outExtension: { '.js': '.mjs' }, sourcemap: 'inline', plugins: [happyDom], logLevel: 'warning' });
  const files = entryPoints.map((file) => file.replace(src, outdir).replace(/\.ts$/, '.mjs'));
  process.exitCode = spawnSync(process.execPath, ['--enable-source-maps', '--test', ...files], { stdio: 'inherit' }).status ?? 1;
}

if (mode === '--test') await test();
else if (mode === '--watch') for (const one of builds) await (await context(one)).watch();
else await Promise.all(builds.map((one) => build(one)));
