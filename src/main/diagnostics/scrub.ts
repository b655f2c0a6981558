import { homedir, hostname, userInfo } from 'node:os';

/** Shorter ones stand in other words. */
const LEAST_LETTERS = 3;

/**
 * Takes out of a text what could be a person or a way in: the names that are known, this account and its folder, e-mail
 * addresses, addresses in the network, codes and long numbers. The log has none of the first; a report that leaves the
 * clinic does not rely on that.
 */
export function scrubber(names: readonly string[]): (text: string) => string {
  const known = [...new Set([...names, homedir(), hostname(), userInfo().username])]
    .map((name) => name.trim())
    .filter((name) => name.length >= LEAST_LETTERS)
    // A whole name before a part of it.
    .sort((a, b) => b.length - a.length);
  return (text) => {
    const folded = text.toLowerCase();
    const there = known.filter((name) => folded.includes(name.toLowerCase()));
    const without = there.reduce(
      (rest, name) => rest.replace(new RegExp(escaped(name), 'giu'), '‹name›'),
      text,
    );
    return without
      .replace(/\b[\w.+-]+@[\w-]+(\.[\w-]+)+\b/g, '‹mail›')
      .replace(/\b\d{1,3}(\.\d{1,3}){3}\b/g, '‹address›')
      .replace(/\b[0-9a-f]{1,4}(:[0-9a-f]{0,4}){4,7}\b/gi, '‹address›')
      .replace(/\b[\da-f]{32,}\b/gi, '‹code›')
      .replace(/(?<![\d:.-])\+?\d[\d ]{5,}\d(?![\d:-])/g, '‹number›');
  };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
