// SPDX-License-Identifier: MIT
// The way in for the room: QR, code, address; to download as a card, and as a text for the invitation.
import { rejections } from '../../i18n/common';
import { facilitator } from '../../i18n/facilitator';
import type { Store } from '../../store';
import { CopyField } from '../../ui/CopyField';
import { groupsOfThree } from '../../ui/digits';
import { Icon } from '../../ui/Icon';
import { Qr } from '../../ui/Qr';
import { saveFile } from '../../ui/save';
import { say } from '../../ui/Toast';
import { joinLink, spokenAddress } from '../addresses';
import { deskLater } from './later';

export function JoinPanel({ store }: { store: Store }) {
  const words = facilitator.value;
  const welcome = store.welcome.value;
  const session = store.session.value;
  if (!welcome || !session) return null;
  const link = joinLink(welcome);
  const address = spokenAddress(welcome.address);
  const code = session.code ?? '';
  const title = session.title ?? '';
  const card = async () => {
    const { facilitatorLater, joinCardSvg } = await deskLater.come;
    const { cardHeadline: headline, cardScan: scan, cardOr } = facilitatorLater.value;
    return joinCardSvg({ title, headline, scan, orGoTo: cardOr(address), code, link });
  };
  const savePng = async () => {
    const { joinCardPng } = await deskLater.come;
    const png = await joinCardPng(await card());
    if (png) saveFile(`${words.fileJoinCard}.png`, png);
    else say(rejections.value.unknown);
  };
  const saveSvg = async () => saveFile(`${words.fileJoinCard}.svg`, new Blob([await card()], { type: 'image/svg+xml' }));
  const invitation = words.invitationText(title, address, groupsOfThree(code), link);
  const saveText = () => saveFile(`${words.fileInvitation}.txt`, new Blob([invitation], { type: 'text/plain;charset=utf-8' }));
  return (
    <section class="panel join" aria-labelledby="join">
      <h2 id="join">{words.join}</h2>
      <Qr text={link} label={words.joinQr} />
      <p class="join-code"><span class="hidden-visually">{words.joinCode} </span><b class="number">{groupsOfThree(code)}</b></p>
      <p class="join-address">{words.joinAt} <b>{address}</b></p>
      <div class="row">
        <button type="button" class="button" onClick={() => void savePng()}><Icon name="download" />{words.savePng}</button>
        <button type="button" class="button" onClick={() => void saveSvg()}><Icon name="download" />{words.saveSvg}</button>
      </div>
      <CopyField label={words.link} text={link} copy={words.copy} copied={words.copied} byHand={words.copyByHand} />
      <details>
        <summary>{words.invitation}</summary>
        <CopyField label={words.invitation} text={invitation} rows={9} copy={words.copy} copied={words.copied} byHand={words.copyByHand} />
        <button type="button" class="button" onClick={saveText}><Icon name="download" />{words.saveText}</button>
      </details>
    </section>
  );
}
