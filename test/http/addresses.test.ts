import type { networkInterfaces } from 'node:os';
import { expect, it } from 'vitest';
import { addressesOf, ownNames } from '../../src/main/http/addresses';
import { unwrap } from '../helpers/clinic';
import { openPairedServer } from '../helpers/paired-server';
import { askRaw } from '../helpers/raw-http';

const everywhere = { host: '0.0.0.0', port: 4180, secure: false };

function interfacesWith(...numbers: string[]): ReturnType<typeof networkInterfaces> {
  const common = { netmask: '255.255.255.0', mac: '00:00:00:00:00:00', cidr: null, family: 'IPv4' } as const;
  return {
    lo: [{ ...common, address: '127.0.0.1', internal: true }],
    lan: numbers.map((address) => ({ ...common, address, internal: false })),
  };
}

it('the name comes before the numbers, and the usual numbers before those of virtual machines', () => {
  const interfaces = interfacesWith('172.17.0.1', '10.1.2.3', '192.168.0.9');
  expect(addressesOf(everywhere, { name: 'RECEPTION', interfaces })).toEqual([
    'http://reception.local:4180',
    'http://192.168.0.9:4180',
    'http://10.1.2.3:4180',
    'http://172.17.0.1:4180',
  ]);
  expect(addressesOf(everywhere, { name: 'pc.clinic.example', interfaces })[0]).toBe(
    'http://pc.clinic.example:4180',
  );
  const secure = { ...everywhere, secure: true };
  expect(addressesOf(secure, { name: 'reception', interfaces })[0]).toBe('https://reception:4180');
  expect(addressesOf(everywhere, { name: 'localhost', interfaces })[0]).toBe('http://192.168.0.9:4180');
});

it('every address that is shown is one the server answers to', () => {
  for (const name of ['RECEPTION', 'pc.clinic.example', 'Front-Desk.local']) {
    const computer = { name, interfaces: interfacesWith('192.168.0.9', '10.1.2.3') };
    const known = ownNames(computer);
    for (const secure of [false, true]) {
      for (const address of addressesOf({ ...everywhere, secure }, computer)) {
        expect(known).toContain(new URL(address).hostname);
      }
    }
  }
});

it('a code given after the network came up, or changed, names where the server is then', async () => {
  const { app, devices, staff } = await openPairedServer();
  let interfaces = interfacesWith();
  const addresses = () => addressesOf(everywhere, { name: 'reception', interfaces });
  const where = () => ({ addresses: addresses(), named: null, moved: null });
  devices.setNetwork({ state: 'on', problem: null, where });
  const shown = async () =>
    unwrap(await app.call('devices.startPairing', { name: 'Tablet', role: 'board' }, staff)).addresses;
  expect(await shown()).toEqual(['http://127.0.0.1:4180']);
  interfaces = interfacesWith('192.168.0.9');
  expect(await shown()).toEqual(['http://reception.local:4180', 'http://192.168.0.9:4180']);
  interfaces = interfacesWith('10.0.0.5');
  expect(await shown()).toEqual(['http://reception.local:4180', 'http://10.0.0.5:4180']);
  expect(unwrap(await app.call('devices.network', {}, staff)).addresses).toContain('http://10.0.0.5:4180');
});

it('the server answers to the name and every number this computer has now, and to no other', async () => {
  const { port } = await openPairedServer();
  const asked = async (host: string) =>
    (await askRaw(port, { path: '/health', headers: { host: `${host}:${port}` } })).status;
  for (const name of ownNames()) {
    expect([name, await asked(name.includes(':') ? `[${name}]` : name)]).toEqual([name, 200]);
  }
  expect(await asked('203.0.113.7')).toBe(403);
});
