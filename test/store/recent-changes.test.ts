import { expect, test } from 'vitest';
import { ERASED_NAME } from '../../src/shared/model/patient';
import { serviceDaySchema } from '../../src/shared/model/time';
import { MONDAY, openClinic, staff, unwrap } from '../helpers/clinic';

const monday = serviceDaySchema.parse(MONDAY);

test('changes that were read once are those of the record: after a refusal, an undo and an erasing', async () => {
  const { app, store, issued } = await openClinic();
  const read = () => store.recentChanges(monday, 10);
  const types = async () => (await read()).map(({ events }) => events.map(({ type }) => type));
  const token = await issued({ patientName: 'Asha Verma', patientContact: '9812345678' });
  expect(await types()).toEqual([['tokenIssued']]);
  const refused = await app.call('tokens.start', { tokenId: token.id }, staff);
  expect(refused.ok).toBe(false);
  expect(await types()).toEqual([['tokenIssued']]);
  unwrap(await app.call('tokens.cancel', { tokenId: token.id, reason: 'patient' }, staff));
  expect(await types()).toEqual([['tokenCancelled'], ['tokenIssued']]);
  const [cancelled] = await read();
  expect(cancelled?.events).toEqual(await store.revisionEvents(cancelled?.key ?? token, 2));
  await store.eraseInSteps([token.id], null);
  const names = (await read()).flatMap(({ events }) =>
    events.flatMap((event) =>
      'after' in event && 'patientName' in event.after ? [event.after.patientName] : [],
    ),
  );
  expect(names).toEqual([ERASED_NAME, ERASED_NAME]);
});
