import { useEffect, useState } from 'react';
import type { FoundToken } from '../../../../../shared/model/desk';
import { call } from '../../../api/client';
import { latinOf } from '../../../keys/position';

interface Found {
  readonly tokens: readonly FoundToken[];
  /** The tokens shown are of an earlier query. */
  readonly asking: boolean;
}

/** Tokens by number, name, phone or scanned code, asked for with each key. */
export function useFind(query: string): Found {
  const wanted = query.trim();
  const [found, setFound] = useState<{ of: string; tokens: readonly FoundToken[] }>({ of: '', tokens: [] });

  useEffect(() => {
    if (wanted === '') return;
    let current = true;
    void find(wanted).then((tokens) => {
      if (current) setFound({ of: wanted, tokens });
    });
    return () => {
      current = false;
    };
  }, [wanted]);

  if (wanted === '') return { tokens: [], asking: false };
  return { tokens: found.tokens, asking: found.of !== wanted };
}

/** As typed, or, where that finds nobody, as the same keys write it in Latin: `A17` on a Hindi keyboard. */
async function find(query: string): Promise<readonly FoundToken[]> {
  const latin = latinOf(query);
  const answer = await call('tokens.find', { query });
  const tokens = answer.ok ? answer.value : [];
  if (tokens.length > 0 || latin === query) return tokens;
  const again = await call('tokens.find', { query: latin });
  return again.ok ? again.value : [];
}
