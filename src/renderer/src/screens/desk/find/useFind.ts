import { useEffect, useState } from 'react';
import type { FoundToken } from '../../../../../shared/model/found-token';
import type { FoundPatientRow } from '../../../../../shared/model/patient-page';
import { call } from '../../../api/client';
import { latinOf } from '../../../keys/position';
import { mayNow } from '../../../stores/allowed';

interface Found {
  readonly tokens: readonly FoundToken[];
  /** Whoever fits in the register. */
  readonly patients: readonly FoundPatientRow[];
  /** There are more than these. */
  readonly hasMore: boolean;
  /** How many of them were there before the last were asked for. */
  readonly seen: number;
  /** The tokens shown are of an earlier query. */
  readonly asking: boolean;
  readonly more: () => void;
}

interface Answer {
  /** As it was typed. */
  readonly of: string;
  /** As it was asked. */
  readonly query: string;
  readonly tokens: readonly FoundToken[];
  readonly patients: readonly FoundPatientRow[];
  readonly hasMore: boolean;
  readonly seen: number;
}

/** Nobody reads further at a glance; the rest comes when it is asked for. */
const PAGE = 50;

const none: Answer = { of: '', query: '', tokens: [], patients: [], hasMore: false, seen: 0 };

/** Tokens by number, name, phone or scanned code, asked for with each key, page by page. */
export function useFind(query: string): Found {
  const wanted = query.trim();
  const [found, setFound] = useState(none);

  useEffect(() => {
    if (wanted === '') return;
    let current = true;
    void find(wanted).then((answer) => {
      if (current) setFound(answer);
    });
    return () => {
      current = false;
    };
  }, [wanted]);

  async function more(): Promise<void> {
    const next = await page(found.query, found.tokens.at(-1)?.token.id);
    setFound((now) =>
      now === found
        ? { ...now, ...next, tokens: [...now.tokens, ...next.tokens], seen: now.tokens.length }
        : now,
    );
  }

  const shown = wanted === '' ? none : found;
  return { ...shown, asking: wanted !== '' && found.of !== wanted, more: () => void more() };
}

/** As typed, or, where that finds nobody, as the same keys write it in Latin: `A17` on a Hindi keyboard. */
async function find(typed: string): Promise<Answer> {
  const answer = await both(typed);
  const latin = latinOf(typed);
  const isFound = answer.tokens.length + answer.patients.length > 0;
  if (isFound || latin === typed) return { ...answer, of: typed, query: typed, seen: 0 };
  return { ...(await both(latin)), of: typed, query: latin, seen: 0 };
}

/** Tokens of these days, and patients of all days; who is found by the sound of the name is found with the tokens too. */
async function both(query: string): Promise<Pick<Answer, 'tokens' | 'hasMore' | 'patients'>> {
  const [{ tokens, hasMore }, patients] = await Promise.all([
    page(query),
    mayNow('patients.find') ? patientsOf(query) : [],
  ]);
  if (hasMore) return { tokens, hasMore, patients };
  const listed = new Set(tokens.map(({ token }) => token.id));
  const others = patients
    .flatMap(({ open }) => open.map(({ tokenId }) => tokenId).filter((id) => !listed.has(id)))
    .slice(0, MOST_BY_SOUND);
  const bySound = await Promise.all(others.map((id) => page(id)));
  return { tokens: [...tokens, ...bySound.flatMap((found) => found.tokens)], hasMore, patients };
}

/** Behind those that say what was typed; each is asked for by itself. */
const MOST_BY_SOUND = 8;

/** More are no help at a glance: another letter tells them apart. */
const MOST_PATIENTS = 20;

async function patientsOf(query: string): Promise<readonly FoundPatientRow[]> {
  const answer = await call('patients.find', { query });
  return answer.ok ? answer.value.slice(0, MOST_PATIENTS) : [];
}

/** One more is asked for than is shown: it says whether there are more. */
async function page(
  query: string,
  cursor?: FoundToken['token']['id'],
): Promise<Pick<Answer, 'tokens' | 'hasMore'>> {
  const answer = await call('tokens.find', { query, limit: PAGE + 1, cursor });
  const tokens = answer.ok ? answer.value : [];
  return { tokens: tokens.slice(0, PAGE), hasMore: tokens.length > PAGE };
}
