import { expect, it } from 'vitest';
import { openServer } from '../helpers/http';

const asha = { patient_name: 'Asha Verma', patient_contact: '9876543210' };
const facts = {
  ...{ name: 'Asha Verma', second_name: 'आशा वर्मा', sex: 'female', birth: '१९५०', contacts: ['98765 43210'] },
  ...{ address: 'Rampur', clinic_number: 'OP-7', identifiers: [], note: ' from the ward ' },
  ...{ precedence: null, precedence_until: null },
};

it('the register is looked through, read and written over HTTP', async () => {
  const server = await openServer();
  const { body: token } = await server.issue(asha);
  const path = `/allocation/tokens/${token.id}/patient`;
  const saved = await server.ask('PUT', path, { facts });
  // By birth they are senior from now on: the token follows.
  const followed = [{ token_id: token.id, number: token.number, passes: 0 }];
  expect([saved.status, saved.body]).toMatchObject([200, { token_id: token.id, followed }]);
  const page = await server.ask('GET', path);
  expect(page.status).toBe(200);
  expect(page.body).toMatchObject({
    patient: { name: 'Asha Verma', birth: '1950', contacts: ['9876543210'], note: 'from the ward' },
    visits: [{ token_id: token.id, patient_name: 'Asha Verma' }],
  });
  const { list } = await server.ask('GET', '/patients?query=verma%20asha');
  expect(list).toMatchObject([{ name: 'Asha Verma', visits: 1, last_doctor_id: token.doctor_id }]);
  expect((await server.ask('GET', '/patients?query=nobody')).list).toEqual([]);
});
