import { z } from 'zod';
import { asciiDigits, cleanText } from '../model/fold';
import { ABHA, ABHA_ADDRESS } from '../model/patient-number';
import { keptPhone } from '../model/phone';
import type { OnCard } from '../model/registered-patient';

/**
 * What a card says of its bearer; empty or null: nothing. It proves nobody: whoever holds it may show it, and anybody can print
 * one.
 */
export interface Card {
  readonly name: string;
  readonly sex: 'female' | 'male' | 'other' | null;
  /** `1956` or `1956-04-12`. */
  readonly birth: string | null;
  /** As it is kept (`keptPhone`). */
  readonly phone: string;
  readonly address: string;
  /** `91-1234-5678-9012`. */
  readonly abhaNumber: string | null;
  /** `asha@abdm`. */
  readonly abhaAddress: string | null;
}

/** What of it is kept with whoever is new in the register, besides name, phone and birth. */
export function keptOfCard({ sex, abhaNumber, abhaAddress }: Card): OnCard {
  const numbers = [
    { system: ABHA, value: abhaNumber ?? '' },
    { system: ABHA_ADDRESS, value: abhaAddress ?? '' },
  ];
  return { sex, identifiers: numbers.filter(({ value }) => value !== '') };
}

/** More than any field needs; what is longer is no card's. */
const MOST_OF_A_FIELD = 500;

const fieldsSchema = z.record(z.string(), z.unknown());

/** The JSON of an ABHA card (Ayushman Bharat Health Account); null: it is none, or not whole. */
export function readCard(text: string): Card | null {
  const fields = fieldsOf(text);
  if (fields === null) return null;
  const abhaNumber = abhaNumberOf(fields.get('hidn') ?? '');
  const abhaAddress = abhaAddressOf(fields.get('phr') ?? '') ?? abhaAddressOf(fields.get('hid') ?? '');
  const name = fields.get('name') ?? '';
  // A name alone might be anybody's JSON.
  if (abhaNumber === null && abhaAddress === null) return null;
  return {
    name,
    sex: sexes[(fields.get('gender') ?? '').slice(0, 1).toUpperCase()] ?? null,
    birth: birthOf(fields.get('dob') ?? ''),
    phone: keptPhone(fields.get('mobile') ?? '') ?? '',
    address: addressOf(fields),
    abhaNumber,
    abhaAddress,
  };
}

/** By their names in small letters, without the signs that cards put between their words. */
function fieldsOf(text: string): ReadonlyMap<string, string> | null {
  const parsed = fieldsSchema.safeParse(jsonOf(text));
  if (!parsed.success) return null;
  const entries = Object.entries(parsed.data).map(
    ([name, value]) => [plainName(name), textOf(value)] as const,
  );
  return new Map(entries.filter(([, value]) => value !== ''));
}

function jsonOf(text: string): unknown {
  try {
    // A scanner types line breaks as Enter, also within a text, where JSON has none.
    return JSON.parse(text.replace(/\p{Cc}+/gu, ' '));
  } catch {
    return undefined;
  }
}

const plainName = (name: string): string => name.toLowerCase().replace(/[\s_-]/g, '');

function textOf(value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number') return '';
  const text = cleanText(String(value));
  return text.length > MOST_OF_A_FIELD || text.toLowerCase() === 'null' ? '' : text;
}

const sexes: Readonly<Record<string, Card['sex']>> = { F: 'female', M: 'male', O: 'other', T: 'other' };

function birthOf(text: string): string | null {
  const plain = asciiDigits(text);
  if (/^\d{4}$/.test(plain)) return isYear(plain) ? plain : null;
  const [, first, month, last] = /^(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})$/.exec(plain) ?? [];
  if (first === undefined || month === undefined || last === undefined) return null;
  const [year, day] = first.length === 4 ? [first, last] : [last, first];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (z.iso.date().safeParse(date).success && isYear(year)) return date;
  return null;
}

const isYear = (year: string): boolean => year >= '1850' && year < '2200';

/** Of the address, and what is not in it already of district and state. */
function addressOf(fields: ReadonlyMap<string, string>): string {
  const district = fields.get('districtname') ?? fields.get('distname') ?? fields.get('district') ?? '';
  const state = fields.get('statename') ?? fields.get('state') ?? '';
  const parts: string[] = [];
  for (const part of [fields.get('address') ?? '', district, state]) {
    const isNew = !parts.join(' ').toLowerCase().includes(part.toLowerCase());
    if (part !== '' && isNew) parts.push(part);
  }
  return parts.join(', ');
}

/** Fourteen digits, written 2-4-4-4; null: not one. */
export function abhaNumberOf(text: string): string | null {
  const digits = asciiDigits(text).replace(/[\s-]/g, '');
  const [, ...groups] = /^(\d\d)(\d{4})(\d{4})(\d{4})$/.exec(digits) ?? [];
  return groups.length === 0 ? null : groups.join('-');
}

function abhaAddressOf(text: string): string | null {
  const address = text.toLowerCase();
  return /^[a-z0-9][a-z0-9._-]*@[a-z]{2,20}$/.test(address) ? address : null;
}
