import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** About a tenth of a second and 32 MB a try, off the main thread. */
const COST: ScryptOptions = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
const HASH_BYTES = 32;

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

/** What is kept of a PIN: a hash with a salt of its own; the PIN itself is written nowhere. */
export function hashOfPin(pin: string): Promise<string> {
  return hashed(pin, randomBytes(16));
}

/** Takes the same time wherever the difference is, and where there is nothing to compare with. */
export async function isPin(pin: string, kept: string | undefined): Promise<boolean> {
  const against = kept ?? `scrypt:${Buffer.alloc(16).toString('base64')}:`;
  const salt = Buffer.from(against.split(':')[1] ?? '', 'base64');
  const [typed, known] = [Buffer.from(await hashed(pin, salt)), Buffer.from(against)];
  return typed.length === known.length && timingSafeEqual(typed, known);
}

async function hashed(pin: string, salt: Buffer): Promise<string> {
  const hash = await derive(pin, salt, HASH_BYTES, COST);
  return `scrypt:${salt.toString('base64')}:${hash.toString('base64')}`;
}
