import { useState } from 'react';

/** The clinic's mark; one that cannot be decoded is left out, and the slip is a slip without it. */
export function Logo({ source }: { readonly source: string }) {
  const [broken, setBroken] = useState(false);
  if (broken) return null;
  return <img className="slip-logo" data-optional src={source} alt="" onError={() => setBroken(true)} />;
}
