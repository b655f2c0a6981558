import { constants } from 'node:fs';
import { access, type FileHandle, open, stat } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { codeOf } from '../../shared/error-code';
import type { PrinterHealth } from '../../shared/model/print-job';
import { PrintFailure } from './failure';

const CHUNK_BYTES = 4096;
const BUSY_PAUSE_MS = 25;

/**
 * Writes bytes to a device file such as /dev/usb/lp0, which must exist: a slip of the pen must not fill a disk with
 * raster. Without blocking, so that a printer that takes no more is noticed after `stallMs`. Throws
 * {@link PrintFailure}.
 */
export async function sendToDevice(
  bytes: Uint8Array,
  path: string,
  begin: () => Promise<void>,
  stallMs: number,
): Promise<void> {
  const device = await openDevice(path);
  try {
    await begin();
    await writeAll(device, bytes, stallMs);
  } finally {
    await device.close().catch(() => undefined);
  }
}

/** Whether the device is there and may be written. */
export async function lookAtDevice(path: string): Promise<PrinterHealth> {
  try {
    await access(path, constants.W_OK);
    return (await stat(path)).isDirectory() ? 'offline' : 'ok';
  } catch {
    return 'offline';
  }
}

async function openDevice(path: string): Promise<FileHandle> {
  const { O_WRONLY, O_APPEND, O_NONBLOCK, O_NOCTTY } = constants;
  try {
    return await open(path, O_WRONLY | O_APPEND | O_NONBLOCK | O_NOCTTY);
  } catch (error) {
    throw new PrintFailure(whyNotOpened(codeOf(error)), false, error);
  }
}

function whyNotOpened(code: string): PrintFailure['problem'] {
  if (code === 'EISDIR' || code === 'ENOTDIR') return 'not_a_device';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'device_denied';
  return code === 'EBUSY' ? 'refused' : 'device_missing';
}

async function writeAll(device: FileHandle, bytes: Uint8Array, stallMs: number): Promise<void> {
  let at = 0;
  let idleMs = 0;
  while (at < bytes.length) {
    try {
      const { bytesWritten } = await device.write(bytes, at, Math.min(CHUNK_BYTES, bytes.length - at));
      at += bytesWritten;
      idleMs = 0;
    } catch (error) {
      if (codeOf(error) !== 'EAGAIN') throw new PrintFailure(whyBroken(codeOf(error)), at > 0, error);
      if (idleMs >= stallMs) throw new PrintFailure('stalled', at > 0);
      await pause(BUSY_PAUSE_MS);
      idleMs += BUSY_PAUSE_MS;
    }
  }
}

function whyBroken(code: string): PrintFailure['problem'] {
  if (code === 'ENOSPC') return 'disk_full';
  return code === 'ENODEV' || code === 'ENXIO' ? 'device_missing' : 'cut_off';
}
