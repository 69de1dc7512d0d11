// SPDX-License-Identifier: MIT
// What systemd is to a service of Type=notify: a datagram socket that it is told of, and what was said there. Node has no such
// sockets; every Debian has this much Perl.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { temporaryFolder } from './server.mjs';

const listening = `use IO::Socket::UNIX; $| = 1; my $s = IO::Socket::UNIX->new(Type => SOCK_DGRAM, Local => $ARGV[0]) or die; print "listening\\n";
  while (defined $s->recv(my $said, 256)) { print "$said\\n"; }`;
const hearsWithinMs = 20_000;

export class ServiceManager {
  #socket = join(temporaryFolder(), 'notify');
  /** @type {import('node:child_process').ChildProcessByStdio<null, import('node:stream').Readable, null> | null} */ #listener = null;
  /** What was said since the last `hears`. */
  heard = '';

  /** For the service. */
  get environment() { return { NOTIFY_SOCKET: this.#socket }; }

  async start() {
    this.#listener = spawn('perl', ['-e', listening, this.#socket], { stdio: ['ignore', 'pipe', 'inherit'] });
    this.#listener.stdout.on('data', (bytes) => { this.heard += bytes; });
    await this.hears('listening');
  }

  /** Resolves when the line was said; what was said up to it is forgotten. */
  async hears(/** @type {string} */ line) {
    for (const end = performance.now() + hearsWithinMs; !this.heard.includes(`${line}\n`);) {
      const left = end - performance.now();
      if (left <= 0 || !this.#listener) throw new Error(`"${line}" was not said; what was: ${this.heard}`);
      await once(this.#listener.stdout, 'data', { signal: AbortSignal.timeout(Math.ceil(left)) }).catch(() => {});
    }
    this.heard = this.heard.slice(this.heard.indexOf(`${line}\n`) + line.length + 1);
  }

  stop() { this.#listener?.kill(); }
}
