// SPDX-License-Identifier: MIT
// All ways into the session on one sheet, to print or to keep. The server keeps no secrets, so a card gets links of its own; they can
// be revoked apart from the others.
import { useState } from 'preact/hooks';
import { common, rejections, rejectionText } from '../../i18n/common';
import { facilitator } from '../../i18n/facilitator';
import { facilitatorLater } from '../../i18n/facilitatorLater';
import { createLink } from '../../intent/createLink';
import { revokeLink } from '../../intent/revokeLink';
import type { Store } from '../../store';
import { Dialog } from '../../ui/Dialog';
import { Icon } from '../../ui/Icon';
import { saveFile } from '../../ui/save';
import { say } from '../../ui/Toast';
import type { DeskRole } from '../../wire/messages';
import { deskLink, joinLink } from '../addresses';
import { joinCardPng } from './joinCard';
import { linkCardSvg, type CardRow } from './linkCard';
import { linkCardOpen } from './overlays';
import { roleDoes } from './roleDoes';
import { deskRoles, roleName } from './roles';

export function LinkCard({ store }: { store: Store }) {
  const words = facilitatorLater.value;
  const [chosen, setChosen] = useState<readonly DeskRole[]>(deskRoles);
  const [card, setCard] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  if (!linkCardOpen.value) return null;
  const close = () => {
    linkCardOpen.value = false;
    setCard(null);
    setProblem('');
  };
  const make = async () => {
    const welcome = store.welcome.peek();
    if (!welcome || busy) return;
    setBusy(true);
    setProblem('');
    const made: string[] = [];
    const rows: CardRow[] = [{ name: words.linkCardJoin, does: words.linkCardJoinDoes, link: joinLink(welcome) }];
    for (const role of deskRoles.filter((one) => chosen.includes(one))) {
      const wish = await createLink(store, role, words.linkCardLabel);
      if (!wish.ok) {
        setProblem(rejectionText(wish.code, wish.params));
        // No card, so nobody will ever see these.
        await Promise.all(made.map((link) => revokeLink(store, link)));
        setBusy(false);
        return;
      }
      made.push(wish.link);
      rows.push({ name: roleName(role), does: roleDoes(role), link: deskLink(welcome.address, role, wish.secret) });
    }
    setBusy(false);
    setCard(linkCardSvg({ title: store.session.peek()?.title ?? '', warning: words.linkCardWarning, rows }));
  };
  return (
    <Dialog title={words.linkCardTitle} closeLabel={common.value.close} class="link-card" onClose={close}>
      {card === null ? (
        <>
          <fieldset class="field">
            <legend class="label">{words.linkCardWhich}</legend>
            {deskRoles.map((role) => (
              <label key={role} class="tick">
                <input type="checkbox" checked={chosen.includes(role)}
                  onChange={(event) => setChosen(event.currentTarget.checked ? [...chosen, role] : chosen.filter((one) => one !== role))} />
                <span><b>{roleName(role)}</b><span class="small quiet">{roleDoes(role)}</span></span>
              </label>
            ))}
          </fieldset>
          <p class="notice warn">{words.linkCardWarning}</p>
          <p class="small quiet">{words.linkCardFresh}</p>
          <p class="problem" role="alert">{problem}</p>
          <div class="row end">
            <button type="button" class="button" onClick={close}>{common.value.cancel}</button>
            <button type="button" class="button support" aria-disabled={busy} onClick={() => void make()}>{words.linkCardMake}</button>
          </div>
        </>
      ) : <Made card={card} name={words.fileLinkCard} />}
    </Dialog>
  );
}

function Made({ card, name }: { card: string; name: string }) {
  const words = facilitator.value;
  const own = facilitatorLater.value;
  const savePng = async () => {
    const png = await joinCardPng(card);
    if (png) saveFile(`${name}.png`, png);
    else say(rejections.value.unknown);
  };
  return (
    <>
      <p class="link-card-aside">{own.linkCardWarning}</p>
      <img class="link-card-sheet" alt={own.linkCardTitle} src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(card)}`} />
      <div class="row link-card-aside">
        <button type="button" class="button support" onClick={() => print()}>{own.print}</button>
        <button type="button" class="button" onClick={() => void savePng()}><Icon name="download" />{words.savePng}</button>
        <button type="button" class="button" onClick={() => saveFile(`${name}.svg`, new Blob([card], { type: 'image/svg+xml' }))}><Icon name="download" />{words.saveSvg}</button>
      </div>
    </>
  );
}
