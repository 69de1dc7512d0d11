// SPDX-License-Identifier: MIT
// The real server, with its data in a temporary folder that goes with it. It is in a process group of its own: Ctrl-C in a terminal
// reaches us alone, and we tell it to stop once everybody has left.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const binary = process.env['DURF_BINARY'] ?? fileURLToPath(new URL('../../build/release/durf', import.meta.url));
const startsWithinMs = 20_000;

export class House {
  port = 0;
  #folder = mkdtempSync(join(tmpdir(), 'durf-demo-'));
  #child;
  /** How it ended; 1 when a signal or the system did that. @type {Promise<number>} */ ended;
  #said = '';

  /** @param {string[]} options of the server; the last one counts, so the data is always ours */
  constructor(options) {
    const quiet = options.some((option) => option.startsWith('--log-level')) ? [] : ['--log-level', 'warning'];
    this.#child = spawn(binary, ['serve', ...options, ...quiet, '--data', this.#folder], { detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
    this.ended = once(this.#child, 'exit').then(([code]) => code ?? 1, () => 1);
    // Whatever ends this program, not even an exception leaves a server or a folder behind.
    process.on('exit', () => {
      if (this.#child.exitCode === null && this.#child.signalCode === null) this.#child.kill('SIGKILL');
      rmSync(this.#folder, { recursive: true, force: true });
    });
  }

  /** Waits until it says where it is. @returns false when it ended instead, having said why */
  async opens() {
    /** @type {Promise<boolean>} */
    const greeted = new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error(`the server did not start within ${startsWithinMs} ms`)), startsWithinMs).unref();
      this.#child.stdout.on('data', (bytes) => {
        this.#said += bytes;
        const found = /http:\/\/localhost:(\d+)\/home/.exec(this.#said);
        if (!found) return;
        this.port = Number(found[1]);
        resolve(true);
      });
    });
    const opened = await Promise.race([greeted, this.ended.then(() => false)]);
    if (!opened) process.stdout.write(this.#said);
    return opened;
  }

  async close() {
    this.#child.kill('SIGTERM');
    await this.ended;
  }
}
