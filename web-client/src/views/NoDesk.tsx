// SPDX-License-Identifier: MIT
// A desk's page when there is no desk to show: a title, what there is to say, and the foot; or that it is still coming.
import type { ComponentChildren } from 'preact';
import { troubleText } from '../i18n/troubles';
import { Hat } from '../ui/Hat';
import { PageFoot } from './PageFoot';

export function NoDeskPage({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <div class="no-desk">
      <main>
        <Hat size={72} />
        <h1>{title}</h1>
        {children}
      </main>
      <PageFoot />
    </div>
  );
}

export function LoadingDesk({ words, trouble }: { words: string; trouble: string | null }) {
  return (
    <main class="no-desk-loading" aria-busy="true">
      <Hat size={72} />
      <p role="status">{trouble === null ? words : troubleText(trouble)}</p>
    </main>
  );
}
