import { z } from 'zod';
import type { CheckedInput } from '../../../shared/contract';
import { type SavedView, savedViewSchema } from '../../../shared/model/report';
import { fail, ok, type Result } from '../../../shared/result';
import type { Call } from '../call';
import { oneAtATime } from '../run/one-at-a-time';

const VIEWS = 'reports.views';
/** More nobody finds anything in. */
const MOST_VIEWS = 100;

/** The list is read, changed and written by one after the other. */
const inTurn = oneAtATime();

const isNamed =
  (name: string) =>
  (view: SavedView): boolean =>
    view.name.toLowerCase() === name.trim().toLowerCase();

/** By name. What a later version saved, and this one cannot read, is left out. */
export async function savedViews({ environment: { store } }: Call): Promise<SavedView[]> {
  const kept = await store.meta(VIEWS);
  const list = z.array(z.unknown()).parse(JSON.parse(kept ?? '[]'));
  return list.flatMap((view) => savedViewSchema.safeParse(view).data ?? []);
}

async function keep({ environment: { store } }: Call, views: readonly SavedView[]): Promise<void> {
  const sorted = [...views].sort((one, other) => one.name.localeCompare(other.name));
  await store.saveMeta(VIEWS, JSON.stringify(sorted));
}

export function saveView(
  call: Call,
  view: CheckedInput<'reports.saveView'>,
): Promise<Result<Record<string, never>>> {
  return inTurn(async () => {
    const others = (await savedViews(call)).filter((other) => !isNamed(view.name)(other));
    if (others.length >= MOST_VIEWS)
      return fail('CONFLICT', 'There are a hundred saved views already. Please remove one first.');
    await keep(call, [...others, view]);
    return ok({});
  });
}

export function removeView(
  call: Call,
  { name }: CheckedInput<'reports.removeView'>,
): Promise<Result<Record<string, never>>> {
  return inTurn(async () => {
    const views = await savedViews(call);
    await keep(
      call,
      views.filter((view) => !isNamed(name)(view)),
    );
    return ok({});
  });
}
