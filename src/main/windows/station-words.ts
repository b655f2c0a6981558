import type { StationKind } from '../../shared/model/computer';
import type { StaffLanguage } from '../../shared/model/language';

/** What a computer says of itself that shows another computer's screens. */
interface StationWords {
  readonly menu: string;
  readonly shows: (kind: StationKind, origin: string) => string;
  readonly again: (kind: StationKind) => string;
  readonly ownData: string;
  readonly ownDataAsk: string;
  readonly ownDataText: string;
  readonly back: string;
  readonly quit: string;
  readonly notKept: string;
}

const names = {
  en: { kiosk: 'the kiosk', board: 'the board', doctor: 'a doctor’s queue', reception: 'reception' },
  hi: { kiosk: 'कियोस्क', board: 'बोर्ड', doctor: 'डॉक्टर की कतार', reception: 'रिसेप्शन' },
} as const;

export const stationWords: Readonly<Record<StaffLanguage, StationWords>> = {
  en: {
    menu: '&Computer',
    shows: (kind, origin) => `This computer shows ${names.en[kind]} of ${origin}`,
    again: (kind) => `Show ${names.en[kind]} again`,
    ownData: 'Use this computer’s own data',
    ownDataAsk: 'Use this computer’s &own data…',
    ownDataText:
      'If this computer uses its own data, the app starts again and shows only what was entered here. What the clinic has stays on the other computer.',
    back: 'Back',
    quit: 'Quit',
    notKept: 'This could not be saved on this computer, so nothing has changed. Is its disk full?',
  },
  hi: {
    menu: 'कंप्यूटर',
    shows: (kind, origin) => `यह कंप्यूटर ${origin} से ${names.hi[kind]} दिखाता है`,
    again: (kind) => `${names.hi[kind]} फिर दिखाएँ`,
    ownData: 'इसी कंप्यूटर का डेटा इस्तेमाल करें',
    ownDataAsk: 'इसी कंप्यूटर का डेटा इस्तेमाल करें…',
    ownDataText:
      'इसी कंप्यूटर का डेटा चुनने पर ऐप फिर से शुरू होगा और केवल वही दिखाएगा जो यहाँ दर्ज हुआ था। क्लिनिक का डेटा दूसरे कंप्यूटर पर बना रहेगा।',
    back: 'वापस',
    quit: 'ऐप बंद करें',
    notKept: 'यह इस कंप्यूटर पर सहेजा नहीं जा सका, इसलिए कुछ नहीं बदला। क्या इसकी डिस्क भरी हुई है?',
  },
};
