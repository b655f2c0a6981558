import { drawingSVG, qrcode } from 'bwip-js/browser';
import { useMemo } from 'react';

/** The standard's quiet zone, in modules; bwip-js draws none. */
const QUIET_MODULES = 4;
/** In capitals: 29 modules of the level M. */
const MOST_WITH_ROOM = 61;

interface Props {
  readonly text: string;
  readonly label: string;
  readonly className: string;
}

/** A QR code as vectors, sharp at any printer's resolution; give it a white ground, many readers know no other. */
export function QrCode({ text, label, className }: Props) {
  const image = useMemo(() => {
    // Not inline: the library's types leave out the options of single symbologies, such as eclevel.
    // A longer link keeps the same number of modules with less to spare.
    const eclevel = text.length > MOST_WITH_ROOM ? 'L' : 'M';
    const options = { bcid: 'qrcode', text, eclevel, scale: 1, padding: QUIET_MODULES };
    return `data:image/svg+xml;utf8,${encodeURIComponent(qrcode(options, drawingSVG()) as string)}`;
  }, [text]);
  return <img className={className} src={image} alt={label} />;
}
