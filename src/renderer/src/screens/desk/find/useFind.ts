import { useEffect, useState } from 'react';
import type { FoundToken } from '../../../../../shared/model/desk';
import { call } from '../../../api/client';

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
    void call('tokens.find', { query: wanted }).then((answer) => {
      if (current) setFound({ of: wanted, tokens: answer.ok ? answer.value : [] });
    });
    return () => {
      current = false;
    };
  }, [wanted]);

  if (wanted === '') return { tokens: [], asking: false };
  return { tokens: found.tokens, asking: found.of !== wanted };
}
