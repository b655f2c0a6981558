import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createApp } from '../../../src/main/app/app';
import { CARDS_FOLDER } from '../../../src/main/app/outside/printers';
import type { Token } from '../../../src/shared/model/token';
import { first, MONDAY, noWindows, openClinic, staff, temporaryFolder, unwrap } from '../../helpers/clinic';

const asha = { patientName: 'Quaxo Zim', patientContact: '9811111111' };
const binu = { patientName: 'Wolpert Yuf', patientContact: '9822222222' };
const chand = { patientName: 'Brindle Pox', patientContact: '9833333333' };

async function openFolder() {
  const slipFolder = join(temporaryFolder(), 'slips');
  const clinic = await openClinic();
  const meanwhile: (() => void)[] = [];
  const { store } = clinic.environment;
  const transact: typeof store.transact = (wish, decide) => {
    for (const act of meanwhile.splice(0)) act();
    return store.transact(wish, decide);
  };
  const environment = { ...clinic.environment, store: { ...store, transact }, slipFolder };
  const app = createApp(environment, noWindows);
  const here = first(clinic.doctorIds);
  const there = first(clinic.doctorIds.slice(1));
  const saved = (folder: string, file: string): string => {
    mkdirSync(join(slipFolder, folder), { recursive: true });
    writeFileSync(join(slipFolder, folder, file), 'Quaxo');
    return join(slipFolder, folder, file);
  };
  return {
    one: await clinic.issued({ doctorId: here, ...asha }),
    two: await clinic.issued({ doctorId: there, ...binu }),
    /** Done right before the next transaction. */
    meanwhile: (act: () => void) => void meanwhile.push(act),
    card: ({ patientId }: Token) => saved(CARDS_FOLDER, `card-${patientId}.pdf`),
    slip: ({ number }: Token) => saved(MONDAY, `${number}.pdf`),
    cancel: async ({ id: tokenId }: Token) => unwrap(await app.call('tokens.cancel', { tokenId }, staff)),
    correct: async ({ id: tokenId }: Token, who: typeof asha) =>
      unwrap(await app.call('tokens.correct', { tokenId, ...who }, staff)),
    merge: async ({ id: tokenId }: Token, { patientId }: Token) =>
      unwrap(await app.call('patients.merge', { tokenId, otherId: patientId ?? first([]) }, staff)),
    erase: async (...tokens: Token[]) =>
      unwrap(await app.call('privacy.erase', { tokenIds: tokens.map(({ id }) => id) }, staff)),
  };
}

test('the card goes of whoever an erased visit was of before it was corrected, and not of who still comes', async () => {
  const clinic = await openFolder();
  const { one, two } = clinic;
  const [hers, others] = [clinic.card(one), clinic.card(two)];
  await clinic.correct(one, chand);
  await clinic.correct(one, binu);
  await clinic.correct(one, chand);
  await clinic.cancel(one);
  await clinic.erase(one);
  expect([existsSync(hers), existsSync(others)]).toEqual([false, true]);
});

test('the card of a row that was merged goes with the last visit', async () => {
  const clinic = await openFolder();
  const { one, two } = clinic;
  const card = clinic.card(one);
  await clinic.merge(two, one);
  for (const token of [one, two]) await clinic.cancel(token);
  await clinic.erase(one, two);
  expect(existsSync(card)).toBe(false);
});

test('the slip goes of a token that was of a merged row, and was corrected before', async () => {
  const clinic = await openFolder();
  const { one, two } = clinic;
  const slip = clinic.slip(one);
  await clinic.correct(one, chand);
  await clinic.merge(two, one);
  await clinic.cancel(two);
  await clinic.erase(two);
  expect(existsSync(slip)).toBe(false);
});

test('a slip that was on its way, and is saved between the files and the register, goes too', async () => {
  const clinic = await openFolder();
  const { one, two } = clinic;
  await clinic.cancel(one);
  const [early, others] = [clinic.slip(one), clinic.slip(two)];
  let late = '';
  clinic.meanwhile(() => {
    expect(existsSync(early)).toBe(false);
    late = clinic.slip(one);
  });
  await clinic.erase(one);
  expect(late).not.toBe('');
  expect([existsSync(early), existsSync(late), existsSync(others)]).toEqual([false, false, true]);
});
