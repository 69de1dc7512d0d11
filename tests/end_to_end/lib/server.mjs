// SPDX-License-Identifier: MIT
// The real program, started, stopped and killed. Its data lies in a folder of its own under the system's temporary ones.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const binary = process.env['DURF_BINARY'] ?? fileURLToPath(new URL('../../../build/release/durf', import.meta.url));

const startsWithinMs = 20_000;
const running = new Set();
/** @type {string[]} */ const folders = [];
process.on('exit', () => {
  running.forEach((child) => child.kill('SIGKILL'));
  folders.forEach((folder) => rmSync(folder, { recursive: true, force: true }));
});

/** Runs the program to its end. @param {string[]} args */
export async function run(args, withinMs = 20_000) {
  const child = spawn(binary, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  let out = '';
  let err = '';
  child.stdout.on('data', (bytes) => { out += bytes; });
  child.stderr.on('data', (bytes) => { err += bytes; });
  const tooLong = setTimeout(() => child.kill('SIGKILL'), withinMs);
  const [code] = await once(child, 'close');
  clearTimeout(tooLong);
  running.delete(child);
  return { code: /** @type {number | null} */ (code), out, err };
}

/** Goes with the process. */
export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'durf-test-'));
  folders.push(folder);
  return folder;
}

export class Server {
  /** @type {import('node:child_process').ChildProcess | null} */ #child = null;
  #exit = Promise.resolve(/** @type {[number | null, string | null]} */ ([null, null]));
  port = 0;
  /** 0: it has no certificate. */
  tlsPort = 0;
  /** Everything that the program has written, over all its runs. */
  output = '';
  data;
  #options;
  #program;
  #environment;

  /** @param {{data?: string, options?: string[], listen?: string, program?: string, environment?: Record<string, string>}} [how] */
  constructor({ data = temporaryFolder(), options = [], listen = '127.0.0.1', program = binary, environment = {} } = {}) {
    this.data = data;
    this.#options = options;
    this.#program = program;
    this.#environment = environment;
    this.listen = listen;
  }

  get origin() { return `http://127.0.0.1:${this.port}`; }
  get secureOrigin() { return `https://127.0.0.1:${this.tlsPort}`; }
  get pid() { return this.#child?.pid ?? 0; }

  /** Resolves when the program says where it is to be found: from then on it serves. The port of the first start stays. */
  async start() {
    const began = performance.now();
    const child = spawn(this.#program, ['serve', '--data', this.data, '--listen', `${this.listen}:${this.port}`, ...this.#options],
      { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...this.#environment } });
    this.#child = child;
    running.add(child);
    this.#exit = once(child, 'exit').then(([code, signal]) => {
      running.delete(child);
      return [code, signal];
    });
    let said = '';
    const port = await new Promise((resolve, reject) => {
      const tooLong = setTimeout(() => {
        child.kill('SIGKILL');  // or the test would wait for it
        reject(new Error(`the server did not start within ${startsWithinMs} ms:\n${said}`));
      }, startsWithinMs);
      const hear = (/** @type {Buffer} */ bytes) => {
        said += bytes;
        this.output += bytes;
        // To people it says a paragraph, to programs a line.
        const found = /http:\/\/localhost:(\d+)\/home(?: on this machine.*\n|[^]*\n\n)/.exec(said);
        if (!found) return;
        clearTimeout(tooLong);
        this.tlsPort = Number(/https as well, on port:? +(\d+)/.exec(found[0])?.[1] ?? 0);
        resolve(Number(found[1]));
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      child.on('exit', (code, signal) => { clearTimeout(tooLong); reject(new Error(`the server ended with ${code ?? signal}:\n${said}`)); });
      child.on('error', reject);
    });
    this.port = port;
    return performance.now() - began;
  }

  /** Asks it to stop, as systemd does. @returns how it ended and how long that took */
  async stop(signal = /** @type {NodeJS.Signals} */ ('SIGTERM')) {
    const began = performance.now();
    this.#child?.kill(signal);
    const { code, by } = await this.ended();
    return { code, by, ms: performance.now() - began };
  }

  /** Resolves when it has ended, by itself or not. */
  async ended() {
    const [code, by] = await this.#exit;
    return { code, by };
  }

  /** Pulls the plug. */
  async kill() { await this.stop('SIGKILL'); }

  /** For the end of a test: whatever still runs ends, and the data goes. */
  async dispose() {
    if (this.#child && this.#child.exitCode === null && this.#child.signalCode === null) await this.kill();
    rmSync(this.data, { recursive: true, force: true });
  }
}
