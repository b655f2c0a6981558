import { expect, test } from 'vitest';
import type { Caller } from '../../../src/main/app/access/caller';
import { first, openClinic, staff, unwrap } from '../../helpers/clinic';

/** The smallest PNG and JPEG that go to their end. */
const png = Buffer.from('89504e470d0a1a0a0000000049454e44ae426082', 'hex').toString('base64');
const jpeg = Buffer.from('ffd8ffe000104a464946ffd9', 'hex').toString('base64');

const board: Caller = { role: 'board', screen: 'board', doctorId: null };
const kiosk: Caller = { role: 'kiosk', screen: 'kiosk', doctorId: null };

test('a photo is asked for by its name, and another photo has another: what is cached is never wrong', async () => {
  const { app, doctorIds } = await openClinic();
  const doctorId = first(doctorIds);
  const set = async (data: string | null) =>
    unwrap(await app.call('doctors.setPhoto', { doctorId, data }, staff)).photo;
  const one = await set(png);
  const other = await set(jpeg);
  if (one === null || other === null) throw new Error('There is a photo.');
  expect(one).not.toBe(other);
  const ask = async (photo?: string) =>
    unwrap(await app.call('doctors.photo', { doctorId, ...(photo === undefined ? {} : { photo }) }, board));
  expect(await ask(other)).toEqual({ type: 'image/jpeg', data: jpeg });
  expect(await ask(one)).toBeNull();
  expect(await ask()).toEqual({ type: 'image/jpeg', data: jpeg });
  expect(await set(png)).toBe(one);
});

test('kiosk and board are told which photo there is, and that it was taken away', async () => {
  const { app, doctorIds } = await openClinic();
  const doctorId = first(doctorIds);
  const shown = async () => {
    const [onBoard] = unwrap(await app.call('board.view', {}, board)).doctors;
    const [atKiosk] = unwrap(await app.call('doctors.summaries', {}, kiosk));
    return [onBoard?.doctor.photo, atKiosk?.doctor.photo];
  };
  const { photo } = unwrap(await app.call('doctors.setPhoto', { doctorId, data: png }, staff));
  expect(photo).not.toBeNull();
  expect(await shown()).toEqual([photo, photo]);
  unwrap(await app.call('doctors.setPhoto', { doctorId, data: null }, staff));
  expect(await shown()).toEqual([null, null]);
});
