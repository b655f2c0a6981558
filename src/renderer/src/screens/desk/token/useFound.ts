import { useEffect, useState } from 'react';
import type { FoundToken } from '../../../../../shared/model/found-token';
import type { TokenId } from '../../../../../shared/model/ids';
import { call, subscribe } from '../../../api/client';
import { useDayBooks } from '../../../stores/deskBooks';

/**
 * A token by its id, followed as it changes; null: there is none that can be found; undefined: not known yet. One that is
 * on the boards is there at once, so that keys pressed right after opening it are not lost.
 */
export function useFound(tokenId: TokenId): FoundToken | null | undefined {
  const [found, setFound] = useState<{ of: TokenId; token: FoundToken | null } | null>(null);

  useEffect(() => {
    let current = true;
    let asked = 0;
    const fetch = (): void => {
      asked += 1;
      const turn = asked;
      void call('tokens.find', { query: tokenId }).then((answer) => {
        if (!current || turn !== asked || !answer.ok) return;
        setFound({ of: tokenId, token: answer.value.find(({ token }) => token.id === tokenId) ?? null });
      });
    };
    const end = subscribe((event) => {
      if (event.type === 'bookChanged') fetch();
    });
    fetch();
    return () => {
      current = false;
      end();
    };
  }, [tokenId]);

  return found?.of === tokenId ? found.token : onBoards(tokenId);
}

function onBoards(tokenId: TokenId): FoundToken | undefined {
  for (const { view } of Object.values(useDayBooks.getState().byKey)) {
    const token = view?.tokens.find(({ id }) => id === tokenId);
    if (view === undefined || token === undefined) continue;
    const seated = token.status === 'active' || token.status === 'served';
    const slot = view.slots.find(({ id }) => seated && id === token.slotId) ?? null;
    const wait = view.waits.find((one) => one.tokenId === tokenId) ?? null;
    return { token, doctor: view.doctor, slot, wait };
  }
  return undefined;
}
