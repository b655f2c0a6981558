import { describe, expect, it } from 'vitest';
import { columnOf } from '../../src/renderer/src/screens/desk/columns/derive';
import { digitCount, isScannedId, isWholePhone } from '../../src/renderer/src/screens/desk/issue/check';
import {
  ANY_DOCTOR,
  type Candidate,
  chosenOf,
  matches,
  NO_CHOICE,
  onlyOf,
  sharedSpecializations,
} from '../../src/renderer/src/screens/desk/issue/doctorChoice';
import { actionOfKey, mayDo } from '../../src/renderer/src/screens/desk/token/actions';
import { type Doctor, newDoctor } from '../../src/shared/model/doctor';
import { doctorIdSchema } from '../../src/shared/model/ids';
import { active, listed, view, waitOf } from './samples';

function doctor(prefix: string, specialization: string): Doctor {
  const id = doctorIdSchema.parse(`00000000-0000-4000-8000-0000000009${prefix.charCodeAt(0)}`);
  return { ...newDoctor, id, name: `Dr ${prefix}`, specialization, room: '1', prefix };
}

function candidate(prefix: string, specialization: string, over: Partial<Candidate> = {}): Candidate {
  const slot = { startMinute: 540, endMinute: 600 };
  return { doctor: doctor(prefix, specialization), state: 'seats', slot, wait: null, ahead: 0, ...over };
}

const prefixOf = (one: Candidate | null): string | undefined => one?.doctor.prefix;

describe('whom a choice of doctor means', () => {
  it('is whoever has the earliest free slot, then the shortest wait, then the fewest people', () => {
    const later = { startMinute: 600, endMinute: 660 };
    const a = candidate('A', 'ENT', { slot: later });
    const b = candidate('B', 'ENT', { wait: waitOf(40, 60) });
    const c = candidate('C', 'ENT', { wait: waitOf(20, 60), ahead: 3 });
    const d = candidate('D', 'ENT', { wait: waitOf(20, 60), ahead: 2 });
    expect(prefixOf(chosenOf(ANY_DOCTOR, [a, b, c, d]))).toBe('D');
    expect(prefixOf(chosenOf(ANY_DOCTOR, [a, b]))).toBe('B');
  });

  it('prefers any free seat to a waiting list, and never a doctor who is closed', () => {
    const full = candidate('A', 'ENT', { state: 'list', slot: null });
    const closed = candidate('B', 'ENT', { state: 'closed', slot: null });
    const free = candidate('C', 'ENT', { slot: { startMinute: 720, endMinute: 780 } });
    expect(prefixOf(chosenOf(ANY_DOCTOR, [closed, full, free]))).toBe('C');
    expect(prefixOf(chosenOf(ANY_DOCTOR, [closed, full]))).toBe('A');
    expect(chosenOf(ANY_DOCTOR, [closed])).toBeNull();
  });

  it('stays within the specialization asked for', () => {
    const ent = candidate('A', 'ENT', { slot: { startMinute: 720, endMinute: 780 } });
    const skin = candidate('B', 'Skin');
    expect(prefixOf(chosenOf(onlyOf('ENT'), [ent, skin]))).toBe('A');
    expect(chosenOf(onlyOf('Eyes'), [ent, skin])).toBeNull();
  });

  it('is nobody until somebody was chosen, unless all doctors do the same', () => {
    const ent = [candidate('A', 'ENT'), candidate('B', 'ENT')];
    expect(prefixOf(chosenOf(NO_CHOICE, ent))).toBe('A');
    expect(chosenOf(NO_CHOICE, [...ent, candidate('C', 'Skin')])).toBeNull();
    expect(sharedSpecializations([...ent, candidate('C', 'Skin')])).toEqual(['ENT']);
  });

  it('is found by letter, by a word of the name, by trade', () => {
    const texts = ['B', 'Dr Mary D’Souza-Rao', 'General medicine'];
    for (const typed of ['b', 'mary', 'rao', 'med', 'dr m', '']) expect(matches(typed, texts)).toBe(true);
    for (const typed of ['a', 'ary', 'edicine']) expect(matches(typed, texts)).toBe(false);
  });
});

describe('what stands in the phone field', () => {
  it('counts digits of any script', () => {
    expect(digitCount('+91 98765-43210')).toBe(12);
    expect(digitCount('९८७६')).toBe(4);
    expect(isWholePhone('987654')).toBe(false);
    expect(isWholePhone('9876543')).toBe(true);
  });

  it('is a scanned slip when it is a token’s id', () => {
    expect(isScannedId(` ${active(1).id.toUpperCase()} `)).toBe(true);
    expect(isScannedId('9876543210')).toBe(false);
  });
});

describe('a doctor’s board', () => {
  const slot = {
    id: active(1).slotId,
    startMinute: 540,
    endMinute: 600,
    startsAt: 0,
    endsAt: 1,
    capacity: 6,
    overflow: null,
    status: 'open' as const,
    delayMinutes: 0,
    phase: 'running' as const,
    used: 3,
    emergencies: 0,
    extras: 0,
    free: 3,
    overflowSeats: 2,
  };

  it('shows who is in a slot by number, counts who was seen, and keeps the waiting list’s order', () => {
    const served = { ...active(3), status: 'served' as const, servedAt: 1 };
    const tokens = [active(2), active(1), served, listed(4), listed(5)];
    const board = columnOf(view({ slots: [slot], tokens, waiting: [listed(5).id, listed(4).id] }));
    expect(board.slots[0]?.tokens.map(({ number }) => number)).toEqual(['A-001', 'A-002']);
    expect(board.slots[0]?.served).toBe(1);
    expect(board.waiting.map(({ number }) => number)).toEqual(['A-005', 'A-004']);
  });
});

describe('what a key does with a token', () => {
  it('fits where the token stands', () => {
    const inRoom = active(1, { stage: 'in_consultation' });
    const action = (key: string, code: string) => actionOfKey({ key, code, shiftKey: false });
    expect(action('X', 'KeyX')).toBe('cancel');
    expect(action('ं', 'KeyX')).toBe('cancel');
    expect(action('Delete', 'Delete')).toBe('cancel');
    expect(action('q', 'KeyQ')).toBeUndefined();
    expect(mayDo('cancel', active(1))).toBe(true);
    expect(mayDo('cancel', inRoom)).toBe(false);
    expect(mayDo('move', active(1, { stage: 'on_hold' }))).toBe(false);
    expect(mayDo('checkIn', active(1))).toBe(false);
    expect(mayDo('checkIn', active(1, { checkedInAt: null, stage: 'booked' }))).toBe(true);
    expect(mayDo('upgrade', active(1, { source: 'emergency', priority: 1 }))).toBe(false);
  });
});
