import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeRounds } from '../../../src/main/app/day/rounds';
import { openSqliteStore } from '../../../src/main/store/sqlite/sqlite-store';
import { ERASED_NAME } from '../../../src/shared/model/patient';
import { MINUTE, serviceDaySchema } from '../../../src/shared/model/time';
import { at, MONDAY, openClinic, staff, temporaryFolder, unwrap } from '../../helpers/clinic';
import { twoClocks } from '../../helpers/two-clocks';
import { days } from '../../store/contract/kit';

const monday = serviceDaySchema.parse(MONDAY);
const wednesday = serviceDaySchema.parse('2026-01-07');
const erased = { patientName: ERASED_NAME, patientContact: '' };

test('visits older than the days set are erased by themselves, once, in steps that outlive a restart, on record', async () => {
  const path = join(temporaryFolder(), 'opd.db');
  const store = openSqliteStore({ path, ...days });
  const clinic = await openClinic({ store });
  const { app, clock, issued } = clinic;
  for (let people = 0; people < 45; people += 1) await issued({ allowDuplicate: true });
  clock.setTo(at('10:00', '2026-02-20'));
  const rounds = makeRounds(clinic.environment);
  await rounds.run();
  await issued({ patientName: 'Ravi', serviceDay: serviceDaySchema.parse('2026-02-20') });
  const change = { privacy: { eraseAfterDays: 30 } };
  // It is said how many it would be, before anything is saved.
  const asked = await app.call('settings.change', change, staff);
  expect(asked).toMatchObject({ error: { code: 'CONFLICT', details: { would: { erases: 45 } } } });
  expect(await store.countToErase(serviceDaySchema.parse('2026-02-01'))).toBe(45);
  unwrap(await app.call('settings.change', { ...change, confirmed: true }, staff));
  // Longer again: there is nothing to ask.
  unwrap(await app.call('settings.change', { privacy: { eraseAfterDays: 40 } }, staff));
  unwrap(await app.call('settings.change', { ...change, confirmed: true }, staff));

  // The first step of a round, then the power is cut.
  const some = await store.tokensToErase(serviceDaySchema.parse('2026-01-21'), 20);
  await store.eraseInSteps(
    some.map(({ id }) => id),
    null,
  );
  await store.close();

  const again = await openClinic({
    store: openSqliteStore({ path, ...days }),
    time: at('10:01', '2026-02-20'),
  });
  await makeRounds(again.environment).run();
  const old = await again.store.listTokens({ serviceDay: monday, search: null }, 100);
  expect(old).toHaveLength(45);
  for (const token of old) expect(token).toMatchObject(erased);
  const today = await again.store.listTokens(
    { serviceDay: serviceDaySchema.parse('2026-02-20'), search: null },
    10,
  );
  expect(today).toMatchObject([{ patientName: 'Ravi' }]);
  await makeRounds(again.environment).run();
  expect(await again.store.auditLines({ kind: 'clock.erase' }, 10)).toMatchObject([
    { by: { screen: 'clock' }, tokenId: null, details: { tokens: 45, before: '2026-01-21' } },
  ]);
  expect(await again.store.checkAudit(null, 1_000)).toMatchObject({ fault: null });
  // Somebody waits: the file is written anew when nobody does.
  expect(await again.store.wipeTraces(0)).toBe(false);
  again.clock.setTo(at('10:00', '2026-02-21'));
  await makeRounds(again.environment).run();
  expect(await again.store.wipeTraces(0)).toBe(true);
});

test('without the setting nothing is erased, and fewer days than a month are refused', async () => {
  const { app, clock, environment, issued, store } = await openClinic();
  await issued({ patientName: 'Ravi' });
  clock.setTo(at('10:00', '2031-02-20'));
  await makeRounds(environment).run();
  expect(await store.listTokens({ serviceDay: monday, search: null }, 10)).toMatchObject([
    { patientName: 'Ravi' },
  ]);
  const refused = await app.call('settings.change', { privacy: { eraseAfterDays: 29 } }, staff);
  expect(refused).toMatchObject({ error: { code: 'INVALID_INPUT' } });
});

test('a clock that shows next year for a minute erases nobody, and forgets no request that may be sent again (R17)', async () => {
  const computer = twoClocks(at('08:30'));
  const { app, environment, issued, store } = await openClinic({ computer: computer.clock });
  const { run } = makeRounds(environment);
  const names = async (): Promise<string[]> => {
    const found = [monday, wednesday].map((serviceDay) =>
      store.listTokens({ serviceDay, search: null }, 100),
    );
    return (await Promise.all(found)).flat().map(({ patientName }) => patientName);
  };
  unwrap(await app.call('settings.change', { privacy: { eraseAfterDays: 30 } }, staff));
  const request = { patientName: 'Ravi', requestId: crypto.randomUUID() };
  const ravi = await issued(request);
  await issued({ patientName: 'Meena', serviceDay: wednesday });
  await run();

  computer.set(at('10:00', '2027-01-05'));
  await run();
  computer.live(14 * 60 * MINUTE);
  await run();
  await makeRounds(environment).run();
  expect(await names()).toEqual(['Ravi', 'Meena']);
  computer.set(at('22:30'));
  await run();
  expect(environment.clockTrust.isDoubted()).toBe(false);
  expect(await issued({ ...request, patientContact: ravi.patientContact })).toMatchObject({ id: ravi.id });
  expect(await names()).toEqual(['Ravi', 'Meena']);

  // Somebody says that next season is right: nothing goes before a day was lived there.
  computer.set(at('10:00', '2026-04-06'));
  await environment.clockTrust.believe(computer.clock.now());
  await run();
  expect(await names()).toEqual(['Ravi', 'Meena']);
  computer.live(24 * 60 * MINUTE);
  await run();
  expect(await names()).toEqual([ERASED_NAME, ERASED_NAME]);
});
