import { describe, expect, it } from 'vitest';
import { about } from '../../../src/main/app/access/calls';
import { heardBy, heardInWindow } from '../../../src/main/app/access/events';
import { createSessions } from '../../../src/main/app/access/sessions';
import { type CallName, contract } from '../../../src/shared/contract';
import type { DoctorId, TokenId } from '../../../src/shared/model/ids';
import { first, kiosk, staff, unwrap } from '../../helpers/clinic';
import { calls, everyEvent, openAccess } from './table';

const names = Object.keys(contract) as CallName[];

describe('one doctor’s tablet', () => {
  it('in every call: nothing of another doctor’s patient, and nothing done to one', async () => {
    const { app, tablet, foreign, theirs, store } = await openAccess();
    const before = await store.book(theirs, theirs.serviceDay);
    for (const name of names) {
      const answer = await app.receive(name, calls[name][1](foreign), tablet);
      expect(JSON.stringify(answer)).not.toMatch(/Foreign|97000/);
      if (!answer.ok)
        expect(['FORBIDDEN', about[name] === 'open' && 'NOT_FOUND']).toContain(answer.error.code);
      else expect(JSON.stringify(answer)).not.toContain(theirs.id);
      expect(await store.book(theirs, theirs.serviceDay)).toEqual(before);
    }
  });

  it('sees its own all the same, without naming whose', async () => {
    const { app, tablet, mine, own } = await openAccess();
    const found = unwrap(await app.call('tokens.search', {}, tablet));
    expect(found.map(({ id }) => id)).toEqual([mine.id]);
    const closing = unwrap(await app.call('books.closePreview', {}, tablet));
    expect(closing.map(({ doctor }) => doctor.id)).toEqual([own]);
    const summary = unwrap(await app.call('books.summary', {}, tablet));
    expect([summary.doctors.length, summary.total.issued]).toEqual([1, 1]);
    const notices = unwrap(await app.call('callList.view', {}, tablet));
    expect(notices.map(({ tokenId }) => tokenId)).toEqual([mine.id]);
    const lineId = first(notices).id;
    expect((await app.call('callList.tick', { lineId, told: true }, tablet)).ok).toBe(true);
  });

  it('may look at a transfer, without the names of whom it would move at the other doctor’s', async () => {
    const { app, tablet, foreign, mine, issued } = await openAccess();
    const doctorId = foreign.doctorId;
    for (let seat = 0; seat < 60; seat += 1) {
      await issued({ doctorId, patientName: `Foreign ${seat}`, patientContact: `97000${10000 + seat}` });
    }
    unwrap(await app.call('tokens.upgrade', { tokenId: mine.id, note: 'chest pain' }, staff));
    const wish = { command: 'tokens.transfer', tokenId: mine.id, doctorId } as const;
    const seen = unwrap(await app.call('commands.preview', wish, tablet));
    expect(JSON.stringify(seen)).not.toMatch(/Foreign/);
    expect(seen.token?.doctorId).toBe(doctorId);
  });
});

describe('a booking site', () => {
  it('in every call: nothing of what others made', async () => {
    const { app, site, foreign, theirs, store } = await openAccess();
    const before = await store.book(theirs, theirs.serviceDay);
    for (const name of names) {
      const answer = await app.receive(name, calls[name][1](foreign), site);
      expect(JSON.stringify(answer)).not.toMatch(/Foreign|97000/);
      if (!answer.ok) expect(['FORBIDDEN', 'NOT_FOUND']).toContain(answer.error.code);
      else expect(JSON.stringify(answer)).not.toContain(theirs.id);
      expect(await store.book(theirs, theirs.serviceDay)).toEqual(before);
    }
  });

  it('sees and cancels its own, also after reception sent it to another doctor; another site does not', async () => {
    const { app, site, other, own, foreign } = await openAccess();
    const wish = { source: 'online', patientName: 'Asha', patientContact: '9500000001' } as const;
    const booked = unwrap(await app.call('tokens.issue', { ...wish, doctorId: own }, site)).token;
    expect(booked.channel).toBe('http');
    expect((await app.call('tokens.get', { tokenId: booked.id }, site)).ok).toBe(true);
    const sent = unwrap(
      await app.call('tokens.transfer', { tokenId: booked.id, doctorId: foreign.doctorId }, staff),
    );
    const notFound = { ok: false, error: { code: 'NOT_FOUND' } };
    for (const tokenId of [booked.id, sent.id]) {
      expect((await app.call('tokens.get', { tokenId }, site)).ok).toBe(true);
      expect(await app.call('tokens.get', { tokenId }, other)).toMatchObject(notFound);
      expect(await app.call('tokens.cancel', { tokenId }, other)).toMatchObject(notFound);
    }
    expect((await app.call('tokens.cancel', { tokenId: sent.id }, site)).ok).toBe(true);
  });

  it('is never answered with another site’s booking, though it sends the same request', async () => {
    const { app, site, other, own } = await openAccess();
    const wish = {
      doctorId: own,
      source: 'online',
      patientName: 'Asha',
      patientContact: '9500000001',
      requestId: 'booking-1',
    } as const;
    const booked = unwrap(await app.call('tokens.issue', wish, site)).token;
    expect(unwrap(await app.call('tokens.issue', wish, site)).token.id).toBe(booked.id);
    expect(await app.call('tokens.issue', wish, other)).toMatchObject({ error: { code: 'CONFLICT' } });
  });
});

describe('who hears which event', () => {
  it('no token is named to a kiosk or a board, nor another station’s slip', () => {
    const { bookChanged, printJobChanged } = everyEvent({
      doctorId: 'd' as DoctorId,
      tokenId: 't' as TokenId,
    });
    for (const role of ['kiosk', 'board'] as const)
      expect(heardInWindow(createSessions(), { ...kiosk, role }, bookChanged)).toMatchObject({
        revision: 3,
        facts: [],
      });
    expect(heardInWindow(createSessions(), kiosk, printJobChanged)).toBeNull();
  });

  it('one doctor’s tablet hears of that doctor’s patients alone', async () => {
    const { environment, tablet, foreign, mine, own } = await openAccess();
    for (const event of Object.values(everyEvent(foreign))) {
      const told = await heardBy(environment, tablet, event);
      expect(JSON.stringify(told)).not.toContain(foreign.tokenId);
      expect(JSON.stringify(told)).not.toContain(foreign.doctorId);
    }
    const { bookChanged, printJobChanged } = everyEvent({ doctorId: own, tokenId: mine.id });
    expect(await heardBy(environment, tablet, bookChanged)).toEqual(bookChanged);
    expect(await heardBy(environment, tablet, printJobChanged)).toEqual(printJobChanged);
  });

  it('a booking site hears which of its own tokens changed, and that a day did', async () => {
    const { environment, site, foreign, own, app } = await openAccess();
    const wish = {
      doctorId: own,
      source: 'online',
      patientName: 'Asha',
      patientContact: '9500000001',
    } as const;
    const booked = unwrap(await app.call('tokens.issue', wish, site)).token;
    const { bookChanged } = everyEvent(foreign);
    const facts = [...bookChanged.facts, { type: 'tokenIssued' as const, tokenId: booked.id, number: 'A-9' }];
    const told = await heardBy(environment, site, { ...bookChanged, facts });
    expect(told).toMatchObject({
      doctorId: foreign.doctorId,
      revision: 3,
      facts: [{ tokenId: null }, { tokenId: booked.id }],
    });
  });
});
