import { cx } from './cx';

/** Strokes on a 24 × 24 grid. Own set: small, one weight, no dependency. */
const paths = {
  walk: 'M14.5 4a1.5 1.5 0 1 1-3 0 1.5 1.5 0 0 1 3 0M8.5 21l2.2-6M8 12.5 9 9l3-1.5 1.5.5 1.2 2.5 2.8 1.2M12 8l-1.2 5 3 3 .9 5',
  star: 'M12 3.5l2.6 5.4 5.9.8-4.3 4.1 1.1 5.9L12 16.9l-5.3 2.8 1.1-5.9L3.5 9.7l5.9-.8z',
  return: 'M9 14.5 4 9.5l5-5M4 9.5h10.5a5.5 5.5 0 0 1 0 11H11',
  emergency: 'M12 3v18M4.2 7.5l15.6 9M19.8 7.5l-15.6 9',
  globe:
    'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0M3 12h18M12 3c2.5 2.6 3.8 5.6 3.8 9s-1.3 6.4-3.8 9c-2.5-2.6-3.8-5.6-3.8-9S9.5 5.6 12 3',
  clock: 'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0M12 7v5l3.5 2',
  check: 'M4.5 12.5l5 5L20 7',
  close: 'M6 6l12 12M18 6 6 18',
  pause: 'M9 5v14M15 5v14',
  bell: 'M6 16v-5a6 6 0 0 1 12 0v5l1.5 2h-15zM10 21h4',
  absent:
    'M13 8a4 4 0 1 1-8 0 4 4 0 0 1 8 0M2.5 20c.6-3.6 3-5.5 6.5-5.5 1.6 0 3 .5 4 1.5M16.5 15.5l5 5M21.5 15.5l-5 5',
  play: 'M7 4.5v15l12-7.5z',
  printer: 'M7 8V3.5h10V8M7 17H4V9.5A1.5 1.5 0 0 1 5.5 8h13A1.5 1.5 0 0 1 20 9.5V17h-3M7 14h10v6.5H7z',
  door: 'M5.5 21V4.5A1.5 1.5 0 0 1 7 3h10a1.5 1.5 0 0 1 1.5 1.5V21M3 21h18M14.5 12.5v-1',
  users:
    'M12 8a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0M2.5 20c.5-3.6 2.8-5.5 6-5.5s5.5 1.9 6 5.5M16 4.8a3.5 3.5 0 0 1 0 6.4M17.5 14.8c2.2.6 3.6 2.4 4 5.2',
  back: 'M19 12H5M11 6l-6 6 6 6',
  forward: 'M5 12h14M13 6l6 6-6 6',
  backspace: 'M9 5h10.5A1.5 1.5 0 0 1 21 6.5v11a1.5 1.5 0 0 1-1.5 1.5H9l-6-7zM12 9.5l5 5M17 9.5l-5 5',
  help: 'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0M9.5 9.6a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.7M12 16.8v.1',
  calendar:
    'M4 6.5A1.5 1.5 0 0 1 5.5 5h13A1.5 1.5 0 0 1 20 6.5v12a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 18.5zM4 10h16M8.5 3v4M15.5 3v4',
  touch:
    'M9 11.5V5.8a1.7 1.7 0 0 1 3.4 0V11l5 1.2a2 2 0 0 1 1.5 2.2l-.6 4.1a3 3 0 0 1-3 2.5h-3.2a3 3 0 0 1-2.4-1.2L5.6 14.6a1.5 1.5 0 0 1 2.2-2z',
  phone:
    'M5.5 4h3l1.6 4.2-2 1.6a12 12 0 0 0 6.1 6.1l1.6-2L20 15.5v3a1.6 1.6 0 0 1-1.8 1.6A15.5 15.5 0 0 1 3.9 5.8 1.6 1.6 0 0 1 5.5 4',
  person: 'M16 8a4 4 0 1 1-8 0 4 4 0 0 1 8 0M4.5 20.5c.7-4 3.4-6 7.5-6s6.8 2 7.5 6',
  stethoscope:
    'M6 3H4.5v5a4.5 4.5 0 0 0 9 0V3H12M9 12.5V15a5 5 0 0 0 10 0v-1.5M21 11.5a2 2 0 1 1-4 0 2 2 0 0 1 4 0',
  search: 'M17 10.5a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0M15.5 15.5 21 21',
  warn: 'M12 4 2.8 19.5h18.4zM12 10v4.5M12 17v.1',
  info: 'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0M12 11v5.5M12 7.6v.1',
  chevron: 'M6 9l6 6 6-6',
  list: 'M8.5 6H20M8.5 12H20M8.5 18H20M4 6v.1M4 12v.1M4 18v.1',
  ticket: 'M3.5 6.5h17V10a2 2 0 0 0 0 4v3.5h-17V14a2 2 0 0 0 0-4zM14.5 7v2M14.5 11v2M14.5 15v2',
  hourglass: 'M7 3h10M7 21h10M8 3v4l4 5 4-5V3M8 21v-4l4-5 4 5v4',
  board: 'M3.5 5h17v11.5h-17zM12 16.5V20M8 20.5h8M7 9h4M7 12.5h6M16 9v3.5',
  settings:
    'M4 7h8M17 7h3M4 12h3M12 12h8M4 17h9M18 17h2M17 7a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0M12 12a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0M18 17a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0',
  speaker: 'M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9a4 4 0 0 1 0 6M18 6.5a7.5 7.5 0 0 1 0 11',
  folder:
    'M3.5 7A1.5 1.5 0 0 1 5 5.5h4.5L12 8h7a1.5 1.5 0 0 1 1.5 1.5v8A1.5 1.5 0 0 1 19 19H5a1.5 1.5 0 0 1-1.5-1.5z',
  senior:
    'M12.5 4.5a2 2 0 1 1-4 0 2 2 0 0 1 4 0M9.5 8.5C7.8 9.8 7 11.6 7 14l3 1.5V21M7 14l-1.5 7M9.5 8.5l3.5 4h3.5M16.5 12.5V21',
  pregnant:
    'M13 4.5a2 2 0 1 1-4 0 2 2 0 0 1 4 0M9.5 8.5v12.5M9.5 8.5h1.5c3.6 1 5.5 3 5.5 5.3 0 2-1.4 3.2-3.5 3.4V21',
  wheelchair:
    'M11.5 4.5a1.5 1.5 0 1 1-3 0 1.5 1.5 0 0 1 3 0M10 8v6h5l2.5 6H20M10 10.5h4.5M7.5 12a5 5 0 1 0 6.8 6.5',
  infant:
    'M20 13a8 8 0 1 1-16 0 8 8 0 0 1 16 0M9 12v.1M15 12v.1M9.2 16c1.7 1.6 3.9 1.6 5.6 0M12 5c1.6-.2 2-1.6 1-2.5',
  book: 'M12 6.5C10 5 7 4.5 3.5 5v13.5c3.5-.5 6.5 0 8.5 1.5 2-1.5 5-2 8.5-1.5V5C17 4.5 14 5 12 6.5M12 6.5V20',
  chart: 'M4 4v16h16M8.5 16.5v-5M13 16.5v-9M17.5 16.5v-3',
  purse: 'M4 6.5h13.5V10M4 6.5A1.5 1.5 0 0 0 4 9.5h15.5V20H5.5A1.5 1.5 0 0 1 4 18.5zM16 14.7h.1',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5',
} as const;

export type IconName = keyof typeof paths;

export const iconNames = Object.keys(paths) as readonly IconName[];

interface Props {
  readonly name: IconName;
  readonly className?: string;
  /** Arrows turn with the writing direction. */
  readonly directional?: boolean;
}

/** Decoration beside a word, or inside a control that has a name; never alone in meaning. */
export function Icon({ name, className, directional = false }: Props) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={cx('icon', directional && 'rtl:-scale-x-100', className)}
    >
      <path d={paths[name]} />
    </svg>
  );
}
