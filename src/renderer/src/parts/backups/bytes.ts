const KB = 1_000;
const MB = 1_000_000;
const GB = 1_000_000_000;

/** `340 KB`, `12.4 MB`, `2 GB`: as file managers write it, in every language. */
export function bytesText(bytes: number): string {
  if (bytes >= GB) return `${rounded(bytes / GB)} GB`;
  return bytes >= MB ? `${rounded(bytes / MB)} MB` : `${Math.ceil(bytes / KB)} KB`;
}

const rounded = (value: number): string => String(Math.round(value * 10) / 10);
