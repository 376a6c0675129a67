import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect } from '@playwright/test';

const binary = resolve(process.env.SHOP_BINARY ?? join(import.meta.dirname, '../../target/checks/awning'));

/** The server that databases of shops may be on (`.ci/with-postgres`); without it each is a file. */
const server = process.env.TEST_POSTGRES;
const TEMPLATE = 'demo_template';

/** Seeds the demo shop once; every shop of the tests starts as a copy of it and shares its pictures. */
export function seedTemplate(): string {
  const dir = mkdtempSync(join(tmpdir(), 'awning-template-'));
  if (server) sql(`CREATE DATABASE ${TEMPLATE}`);
  const database = server ? named(TEMPLATE) : `sqlite:${dir}/shop.db`;
  const run = spawnSync(binary, ['seed', '--set', `database=${database}`, '--set', `images=${dir}/images`], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`the demo shop was not seeded: ${run.stderr}`);
  return dir;
}

const named = (database: string) => server!.replace(/[^/]*$/, database);

function sql(statement: string): void {
  const run = spawnSync('psql', ['--quiet', '--command', statement, server!], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
}

/** The plain text of an e-mail. */
function decoded(message: string): string {
  const [head, ...parts] = message.split(/^--\S+\r?$/m);
  const plain = parts.find((part) => part.includes('text/plain')) ?? head!;
  const [headers, ...body] = plain.trimStart().split(/\r?\n\r?\n/);
  const text = body.join('\n\n');
  if (/base64/i.test(headers!)) return Buffer.from(text, 'base64').toString('utf8');
  if (!/quoted-printable/i.test(headers!)) return text;
  return Buffer.from(text.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16))), 'latin1').toString('utf8');
}

let shops = 0;

/** A shop of its own: a server process on a database in a directory that goes with it. */
export class Shop {
  readonly dir = mkdtempSync(join(tmpdir(), 'awning-e2e-'));
  url = '';
  private server?: ChildProcess;
  private readonly database: string;
  private readonly read = new Set<string>();
  private readonly settings: string[];
  private readonly arguments: string[];
  private said = '';

  private constructor(settings: Record<string, string>, from: 'demo' | 'nothing' = 'demo') {
    const template = from === 'demo' ? process.env.SHOP_TEMPLATE! : this.dir;
    this.arguments = from === 'demo' ? ['serve', '--demo'] : ['serve'];
    this.database = `shop_${process.pid}_${++shops}`;
    if (server) sql(`CREATE DATABASE ${this.database}${from === 'demo' ? ` TEMPLATE ${TEMPLATE}` : ''}`);
    else if (from === 'demo') copyFileSync(join(template, 'shop.db'), join(this.dir, 'shop.db'));
    const all = {
      // What is not about consent is not asked for it.
      ask_consent: 'false', images: join(template, 'images'), files: join(template, 'files'), mail: `file:${this.dir}/outbox`, database: server ? named(this.database) : `sqlite:${this.dir}/shop.db`, attempts_per_address: '100000', carts_per_address: '100000', drain_seconds: '0', orders_per_address: '100000', orders_per_email: '100000', account_emails_per_address: '100000', log_filter: 'error', admin_address: '', ...settings,
    };
    this.settings = Object.entries(all).flatMap(([key, value]) => ['--set', `${key}=${value}`]);
  }

  static async open(settings: Record<string, string> = {}): Promise<Shop> {
    const shop = new Shop(settings);
    await shop.start();
    return shop;
  }

  /** A shop that nobody owns, with nothing in it, and its back office. */
  static async unclaimed(): Promise<Shop> {
    const shop = new Shop({ admin_address: '127.0.0.1:0' }, 'nothing');
    await shop.start();
    return shop;
  }

  /** Where whoever reads the server's words makes this shop theirs. */
  get claim(): string {
    return /make it yours: (http:\S+)/.exec(this.said)![1]!;
  }

  /** Where the back office is. */
  get office(): string {
    return /back office: (http:\S+)/.exec(this.said)![1]!;
  }

  /** Who owns the demo shop, if it has a back office. */
  get owner(): { email: string; password: string } {
    const [, email, password] = /demo owner: (\S+), password (\S+)/.exec(this.said)!;
    return { email: email!, password: password! };
  }

  /** A shop that loads `scripts` as the merchant's own, in this order. */
  static async withScript(...scripts: string[]): Promise<Shop> {
    return Shop.withScripts({}, scripts.map((text) => ({ text })));
  }

  /** The same with `settings`, and with scripts that need the visitor's consent to something. */
  static async withScripts(settings: Record<string, string>, scripts: { text: string; needs?: string }[]): Promise<Shop> {
    const shop = new Shop(settings);
    const named = scripts.map(({ text, needs }, index) => {
      const file = join(shop.dir, `merchant-${index}.js`);
      writeFileSync(file, text);
      return needs ? `{ src = "${file}", needs = "${needs}" }` : `"${file}"`;
    });
    shop.settings.push('--set', `scripts=[${named.join(', ')}]`);
    await shop.start();
    return shop;
  }

  /** Starts the server; after a stop, on the same address. */
  async start(): Promise<void> {
    const address = this.url ? this.url.replace('http://', '') : '127.0.0.1:0';
    const server = spawn(binary, [...this.arguments, '--set', `address=${address}`, ...this.settings], { stdio: ['ignore', 'pipe', 'inherit'] });
    this.server = server;
    this.url = await new Promise((opened, failed) => {
      this.said = '';
      // The back office is named last, at once with how to claim the shop.
      const last = this.settings.includes('admin_address=') ? 'open: http' : 'back office: http';
      server.stdout.on('data', (text) => {
        this.said += text;
        const address = /open: (http:\S+)/.exec(this.said);
        if (address && this.said.includes(last)) opened(address[1]!);
      });
      server.once('error', failed);
      server.once('exit', (code) => failed(new Error(`the shop ended with ${code}: ${this.said}`)));
    });
  }

  /** Stops the server at once, as a crash would; `SIGTERM` lets it finish what it has begun. */
  async stop(signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<void> {
    const server = this.server;
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    const ended = new Promise((done) => server.once('exit', done));
    server.kill(signal);
    await ended;
  }

  async close(): Promise<void> {
    await this.stop();
    if (server) sql(`DROP DATABASE ${this.database} WITH (FORCE)`);
    rmSync(this.dir, { recursive: true, force: true });
  }

  /** E-mails that were sent, as text. */
  emails(): string[] {
    const outbox = join(this.dir, 'outbox');
    return existsSync(outbox) ? readdirSync(outbox).map((name) => readFileSync(join(outbox, name), 'utf8')) : [];
  }

  /** An e-mail to `email` that says `word` and was not read before, once it is there. */
  async emailTo(email: string, word: string): Promise<string> {
    const outbox = join(this.dir, 'outbox');
    const text = () => {
      const names = existsSync(outbox) ? readdirSync(outbox).filter((name) => name.endsWith('.eml') && !this.read.has(name)) : [];
      for (const name of names) {
        const message = readFileSync(join(outbox, name), 'utf8');
        const text = message.includes(`To: ${email}`) ? decoded(message) : '';
        if (text.includes(word)) {
          this.read.add(name);
          return text;
        }
      }
      return '';
    };
    let found = '';
    await expect.poll(() => (found = text()), `an e-mail to ${email} that says ${word}`).not.toBe('');
    return found;
  }

  /** Runs `awning …` on this shop's database. */
  command(...words: string[]): string {
    const run = spawnSync(binary, [...words, ...this.settings], { encoding: 'utf8' });
    if (run.status !== 0) throw new Error(run.stderr);
    return run.stdout;
  }
}
