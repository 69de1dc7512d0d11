// SPDX-License-Identifier: MIT
// A certificate for this machine that nobody vouches for, made when it is needed.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { temporaryFolder } from './server.mjs';

/** Files of a pair, which `make` writes anew each time. */
export class Certificate {
  #folder = temporaryFolder();
  get certificate() { return join(this.#folder, 'own.crt'); }
  get key() { return join(this.#folder, 'own.key'); }
  /** What the program is told. */
  get options() { return ['--tls-cert', this.certificate, '--tls-key', this.key, '--tls-listen', '127.0.0.1:0']; }

  make(serial = 1) {
    execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2', '-set_serial', String(serial),
      '-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1,DNS:localhost', '-keyout', this.key, '-out', this.certificate], { stdio: 'ignore' });
    return this;
  }
}
