// SPDX-License-Identifier: MIT
// The results page, or why there is none: the link is not whole, the page is not there (any more), the server does not answer.
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { results } from '../../i18n/results';
import { askResults } from '../../intent/askResults';
import { Hat } from '../../ui/Hat';
import type { ResultsAnswer } from '../../wire/messages';
import { PageFoot } from '../PageFoot';
import { Results } from './Results';

type Found = ResultsAnswer | 'asking' | 'gone' | 'failed';

/** @param secret of the page's link; null when the address holds none */
export function ResultsPage({ secret }: { secret: string | null }) {
  const words = results.value;
  const [found, setFound] = useState<Found>('asking');
  const ask = async () => {
    if (secret === null) return;
    setFound('asking');
    const asked = await askResults(secret);
    setFound(asked.ok ? asked.value : asked.code === 'unknown_session' ? 'gone' : 'failed');
  };
  useEffect(() => void ask(), []);

  if (secret === null) return <Instead title={words.incompleteTitle}><p>{words.incompleteText}</p></Instead>;
  switch (found) {
    case 'asking': return (
      <main class="results-loading" aria-busy="true">
        <Hat size={72} />
        <p role="status">{words.loading}</p>
      </main>
    );
    case 'gone': return <Instead title={words.goneTitle}><p>{words.goneText}</p></Instead>;
    case 'failed': return (
      <Instead title={words.failedTitle}>
        <p role="alert">{words.failedText}</p>
        <button type="button" class="button primary" onClick={() => void ask()}>{words.tryAgain}</button>
      </Instead>
    );
    default: return <Results results={found} />;
  }
}

function Instead({ title, children }: { title: string; children: ComponentChildren }) {
  useEffect(() => { document.title = title; }, [title]);
  return (
    <div class="page results-instead">
      <main>
        <Hat size={72} />
        <h1>{title}</h1>
        {children}
      </main>
      <PageFoot />
    </div>
  );
}
