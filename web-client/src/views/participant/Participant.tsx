// SPDX-License-Identifier: MIT
// At the door, or in the room.
import { useSignal } from '../../signals';
import { useEffect, useMemo } from '../../hooks';
import { phone } from '../../keep/storage';
import { createParticipantStore } from '../../participantStore';
import { isJoinKey } from '../../wire/ids';
import { Door } from './Door';
import type { Arrival } from './JoinForm';
import { later } from './later';
import { Room } from './Room';

export function Participant() {
  const more = later.value;
  const fragment = location.hash.slice(1);
  const joinKey = useSignal(isJoinKey(fragment) ? fragment : null);
  const arrival = useSignal<Arrival>(fragment !== '' && !isJoinKey(fragment) ? 'linkBroken' : null);

  const enter = (key: string) => {
    history.replaceState(null, '', `/#${key}`);  // a reload, or the link passed on, leads to the same session
    joinKey.value = key;
  };
  const leave = () => {
    history.replaceState(null, '', '/');
    arrival.value = 'sessionGone';
    joinKey.value = null;
  };

  return (
    <>
      {joinKey.value === null
        ? <Door arrival={arrival.value} onEntered={enter} />
        : <Member key={joinKey.value} joinKey={joinKey.value} onGone={leave} />}
      {more && <more.Foot />}
      {more && <more.ToastRegion />}
    </>
  );
}

function Member({ joinKey, onGone }: { joinKey: string; onGone: () => void }) {
  const store = useMemo(() => createParticipantStore(phone, joinKey), [joinKey]);
  useEffect(() => {
    store.start();
    return () => store.stop();
  }, [store]);

  const { at, because } = { because: null, ...store.connection.value };
  useEffect(() => { if (at === 'stopped' && because === 'unknown_session') onGone(); }, [at, because]);
  const HatIsEmpty = because === 'session_closed' && later.value?.HatIsEmpty;
  return HatIsEmpty ? <HatIsEmpty joinKey={joinKey} /> : <Room store={store} />;
}
