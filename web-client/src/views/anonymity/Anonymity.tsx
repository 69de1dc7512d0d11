// SPDX-License-Identifier: MIT
// What is promised, against whom, and where it ends. The card is the same one that a phone shows first.
import { useEffect } from 'preact/hooks';
import { anonymityPage } from '../../i18n/pages';
import { promise } from '../../i18n/promise';
import { Lines } from '../Lines';
import { PageFoot } from '../PageFoot';
import { PageHead } from '../PageHead';

export function Anonymity() {
  const words = anonymityPage.value;
  useEffect(() => { document.title = words.pageTitle; }, [words]);
  const strengths = [
    { letter: 'A', kept: true, title: words.aTitle, against: words.aAgainst, verdict: words.aVerdict, text: words.aText },
    { letter: 'B', kept: true, title: words.bTitle, against: words.bAgainst, verdict: words.bVerdict, text: words.bText },
    { letter: 'C', kept: false, title: words.cTitle, against: words.cAgainst, verdict: words.cVerdict, text: words.cText },
  ];
  const disk = [
    [words.diskDefinition, words.diskDefinitionText], [words.diskLog, words.diskLogText], [words.diskKey, words.diskKeyText],
  ] as const;
  const deeds = [
    ['hint', words.hintTitle, words.hintText], ['merge', words.mergeTitle, words.mergeText], ['ask-back', words.askBackTitle, words.askBackText],
  ] as const;
  return (
    <div class="page">
      <PageHead headline={words.headline} lead={words.lead} />
      <main>
        <section class="note promise-card" aria-labelledby="short">
          <h2 id="short">{words.cardTitle}</h2>
          <p>{promise.value.text}</p>
        </section>
        <section aria-labelledby="strengths">
          <h2 id="strengths">{words.strengths}</h2>
          <div class="strengths">
            {strengths.map(({ letter, kept, title, against, verdict, text }) => (
              <article key={letter} class="strength">
                <p class={`verdict ${kept ? 'kept' : 'not-kept'}`}><span aria-hidden="true">{letter}</span>{verdict}</p>
                <h3>{title}</h3>
                <p class="small quiet">{against}</p>
                <p>{text}</p>
              </article>
            ))}
          </div>
        </section>
        <section class="reading" aria-labelledby="not">
          <h2 id="not">{words.notTitle}</h2>
          <Lines text={words.notList} lead />
        </section>
        {deeds.map(([id, title, text]) => <section key={id} class="reading" aria-labelledby={id}><h2 id={id}>{title}</h2><p>{text}</p></section>)}
        <section class="reading" aria-labelledby="disk">
          <h2 id="disk">{words.diskTitle}</h2>
          <dl class="disk">
            {disk.map(([name, text]) => <div key={name}><dt>{name}</dt><dd>{text}</dd></div>)}
          </dl>
        </section>
        <section class="reading" aria-labelledby="memory"><h2 id="memory">{words.memoryTitle}</h2><p>{words.memoryText}</p></section>
        <section class="reading" aria-labelledby="never"><h2 id="never">{words.neverTitle}</h2><Lines text={words.neverList} /></section>
        <section class="reading" aria-labelledby="phone"><h2 id="phone">{words.phoneTitle}</h2><p>{words.phoneText}</p></section>
        <section class="reading" aria-labelledby="end"><h2 id="end">{words.endTitle}</h2><p>{words.endText}</p><Lines text={words.endList} lead /></section>
      </main>
      <PageFoot />
    </div>
  );
}
