import { readFileSync } from 'node:fs';

/** The clinic's certificate or its key cannot be used. */
export class CertificateError extends Error {}

/** A PEM file. Throws {@link CertificateError}. */
export function readPem(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new CertificateError(`The certificate file ${path} cannot be read.`, { cause });
  }
}
