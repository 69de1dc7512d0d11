// SPDX-License-Identifier: MIT
// Keeps the screen on while the page is seen. Only a secure context has the lock (https, or localhost); elsewhere the help
// page says to switch off the screen saver. The browser takes the lock away from a hidden page, so it is asked for again.
import { useEffect } from 'preact/hooks';

export function useStayAwake(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined;
    let gone = false;
    const ask = async () => {
      if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
      const given = await navigator.wakeLock.request('screen').catch(() => undefined);
      if (gone) void given?.release();
      else lock = given;
    };
    void ask();
    document.addEventListener('visibilitychange', ask);
    return () => {
      gone = true;
      document.removeEventListener('visibilitychange', ask);
      void lock?.release();
    };
  }, []);
}
