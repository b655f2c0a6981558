import { drawingSVG, qrcode } from 'bwip-js/browser';
import { useMemo } from 'react';

/** The standard's quiet zone, in modules; bwip-js draws none. */
const QUIET_MODULES = 4;

interface Props {
  readonly text: string;
  readonly label: string;
  readonly className: string;
}

/** A QR code as vectors, sharp at any printer's resolution; give it a white ground, many readers know no other. */
export function QrCode({ text, label, className }: Props) {
  const image = useMemo(() => {
    // Not inline: the library's types leave out the options of single symbologies, such as eclevel.
    const options = { bcid: 'qrcode', text, eclevel: 'M', scale: 1, padding: QUIET_MODULES };
    return `data:image/svg+xml;utf8,${encodeURIComponent(qrcode(options, drawingSVG()) as string)}`;
  }, [text]);
  return <img className={className} src={image} alt={label} />;
}
