// SPDX-License-Identifier: MIT
// Short help for those who use Durf, with the keys.
import { useEffect } from 'preact/hooks';
import { moderator } from '../../i18n/moderator';
import { helpPage } from '../../i18n/pages';
import { stage } from '../../i18n/stage';
import { KeysTable } from '../../ui/KeysHelp';
import { facilitatorKeys } from '../facilitator/keyRows';
import { Lines } from '../Lines';
import { moderatorKeys } from '../moderator/keyRows';
import { PageFoot } from '../PageFoot';
import { PageHead } from '../PageHead';
import { screenKeys } from '../presenter/keyRows';
import { stageKeys } from '../stage/keyRows';

export function Help() {
  const words = helpPage.value;
  const moderation = moderator.value;
  const answering = stage.value;
  useEffect(() => { document.title = words.pageTitle; }, [words]);
  return (
    <div class="page">
      <PageHead headline={words.headline} lead={words.lead} />
      <main>
        <section class="reading" aria-labelledby="participant"><h2 id="participant">{words.participant}</h2><Lines text={words.participantList} ordered /></section>
        <section class="reading" aria-labelledby="facilitator">
          <h2 id="facilitator">{words.facilitator}</h2>
          <Lines text={words.facilitatorList} ordered />
          <h3>{words.deskKeys}</h3>
          <KeysTable keys={facilitatorKeys()} />
        </section>
        <section class="reading" aria-labelledby="moderator">
          <h2 id="moderator">{moderation.desk}</h2>
          <Lines text={moderation.helpSteps} ordered />
          <p>{moderation.swipes}</p>
          <h3>{moderation.helpKeys}</h3>
          <KeysTable keys={moderatorKeys()} />
        </section>
        <section class="reading" aria-labelledby="stage">
          <h2 id="stage">{answering.stage}</h2>
          <Lines text={answering.helpSteps} ordered />
          <h3>{answering.helpKeys}</h3>
          <KeysTable keys={stageKeys()} />
        </section>
        <section class="reading" aria-labelledby="presenter">
          <h2 id="presenter">{words.presenter}</h2>
          <Lines text={words.presenterList} ordered />
          <h3>{words.screenKeys}</h3>
          <KeysTable keys={screenKeys(true)} />
        </section>
      </main>
      <PageFoot />
    </div>
  );
}
