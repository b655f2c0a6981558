import { drawingSVG, qrcode } from 'bwip-js/browser';
import { useMemo } from 'react';

/** The standard's quiet zone, in modules; bwip-js draws none. */
const QUIET_MODULES = 4;
/** bwip-js draws a module of this many px at scale 1. */
const MODULE_PX = 1;

interface Props {
  readonly text: string;
  readonly label: string;
}

/** A QR code as vectors, so that it is sharp at any printer's resolution. */
export function QrCode({ text, label }: Props) {
  const image = useMemo(() => {
    // Not inline: the library's types leave out the options of single symbologies, such as eclevel.
    const options = {
      bcid: 'qrcode',
      text,
      eclevel: 'M',
      scale: MODULE_PX,
      padding: QUIET_MODULES * MODULE_PX,
    };
    const svg: string = qrcode(options, drawingSVG());
    return `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
  }, [text]);
  return <img className="slip-qr" src={image} alt={label} />;
}
