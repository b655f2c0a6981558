import { expect, it } from 'vitest';
import { defaultLabel, nthLabel, ownLabel } from '../../src/main/mdns/label';
import { isOnLink } from '../../src/main/mdns/links';
import { hostLabelSchema, networkSettingsSchema } from '../../src/shared/model/network-settings';

it('the name is made of the computer’s, and is never that one itself', () => {
  expect(defaultLabel('RECEPTION')).toBe('opd-reception');
  expect(defaultLabel('Front Desk.clinic.example')).toBe('opd-front-desk');
  expect(defaultLabel('OPD-PC')).toBe('opd-pc-tokens');
  expect(defaultLabel('Réception_2')).toBe('opd-reception-2');
  for (const none of ['', 'localhost', 'localhost.localdomain', 'रिसेप्शन', '---']) {
    expect(defaultLabel(none)).toBe('opd-tokens');
  }
  for (const name of ['RECEPTION', 'opd', 'opd-tokens', 'x'.repeat(80), `opd${'y'.repeat(80)}`]) {
    expect(hostLabelSchema.safeParse(defaultLabel(name)).success).toBe(true);
    expect(defaultLabel(name)).not.toBe(ownLabel(name));
    expect(nthLabel(defaultLabel(name), 9).length).toBeLessThanOrEqual(63);
  }
  expect([nthLabel('desk', 1), nthLabel('desk', 2)]).toEqual(['desk', 'desk-2']);
});

it('a name somebody chooses is one that every device can ask for', () => {
  const read = (hostName: string) => networkSettingsSchema.safeParse({ hostName });
  expect(read(' Reception-2 ').data?.hostName).toBe('reception-2');
  expect(read('').data?.hostName).toBe('');
  for (const wrong of [
    '-desk',
    'desk-',
    'my desk',
    'desk.local',
    'डेस्क',
    'localhost',
    'a'.repeat(41),
    'a_b',
  ]) {
    expect([wrong, read(wrong).success]).toEqual([wrong, false]);
  }
});

it('a number is of an interface’s network by as much of it as names that', () => {
  const link = { numbers: ['192.168.1.9'], networks: ['192.168.1.9/24'] };
  expect(isOnLink('192.168.1.200', link)).toBe(true);
  expect(isOnLink('192.168.2.9', link)).toBe(false);
  expect(isOnLink('10.255.0.1', { numbers: [], networks: ['10.0.0.1/8'] })).toBe(true);
});
