import type { DoctorColumn } from '../../../../shared/model/doctor-file';
import { foldTight } from '../../../../shared/model/fold';

/** The languages in which the first line of a file may name its columns. */
export const headerLanguages = ['en', 'hi'] as const;
export type HeaderLanguage = (typeof headerLanguages)[number];

/** What each column is called: the first name is written, all are understood. */
const names: Readonly<Record<DoctorColumn, Readonly<Record<HeaderLanguage, readonly string[]>>>> = {
  name: { en: ['Doctor', 'Name', 'Doctor name'], hi: ['डॉक्टर', 'नाम', 'डॉक्टर का नाम'] },
  specialization: { en: ['Specialization', 'Specialisation', 'Department'], hi: ['विभाग', 'विशेषज्ञता'] },
  room: { en: ['Room'], hi: ['कमरा'] },
  letter: { en: ['Letter', 'Prefix'], hi: ['अक्षर'] },
  minutes: { en: ['Minutes per patient', 'Minutes a patient'], hi: ['हर मरीज़ के मिनट'] },
  weekday: { en: ['Weekday', 'Day', 'Days'], hi: ['दिन', 'वार'] },
  from: { en: ['From', 'Start'], hi: ['से', 'कब से'] },
  to: { en: ['To', 'End', 'Until'], hi: ['तक', 'कब तक'] },
  slotMinutes: { en: ['Slot minutes', 'Slot'], hi: ['समय-खंड के मिनट'] },
  seats: { en: ['Seats', 'Capacity', 'Seats in a slot'], hi: ['सीटें'] },
  emergency: { en: ['Emergency seats', 'Emergency'], hi: ['आपात सीटें'] },
  validFrom: { en: ['Valid from', 'First day'], hi: ['पहला दिन'] },
  validTo: { en: ['Valid to', 'Last day'], hi: ['आख़िरी दिन'] },
  nameEn: { en: ['Name in English'], hi: ['अंग्रेज़ी में नाम'] },
  nameHi: { en: ['Name in Hindi'], hi: ['हिन्दी में नाम', 'हिंदी में नाम'] },
  nameTa: { en: ['Name in Tamil'], hi: ['तमिल में नाम'] },
  nameAr: { en: ['Name in Arabic'], hi: ['अरबी में नाम'] },
};

const byName = new Map(
  Object.entries(names).flatMap(([column, { en, hi }]) =>
    [column, ...en, ...hi].map((name) => [foldTight(name), column as DoctorColumn] as const),
  ),
);

/** The column that is called so, in any of the languages; undefined: none. */
export function columnCalled(name: string): DoctorColumn | undefined {
  return byName.get(foldTight(name));
}

export function columnName(column: DoctorColumn, language: HeaderLanguage): string {
  return names[column][language][0] ?? column;
}

/** ISO: Monday is 1. The first name is written, and a beginning of it with three letters understood. */
const weekdayNames: readonly (readonly string[])[] = [
  ['Monday', 'सोमवार', 'सोम'],
  ['Tuesday', 'मंगलवार', 'मंगल'],
  ['Wednesday', 'बुधवार', 'बुध'],
  ['Thursday', 'गुरुवार', 'गुरु', 'बृहस्पतिवार', 'वीरवार', 'गुरूवार'],
  ['Friday', 'शुक्रवार', 'शुक्र'],
  ['Saturday', 'शनिवार', 'शनि'],
  ['Sunday', 'रविवार', 'रवि', 'इतवार'],
];

export function weekdayName(weekday: number, language: HeaderLanguage): string {
  return weekdayNames[weekday - 1]?.[language === 'en' ? 0 : 1] ?? '';
}

function weekdayCalled(word: string): number | undefined {
  const called = foldTight(word);
  if (called === '') return undefined;
  const place = weekdayNames.findIndex(([english = '', ...others]) => {
    const whole = foldTight(english);
    return (
      (called.length >= 3 && whole.startsWith(called)) || others.some((one) => foldTight(one) === called)
    );
  });
  return place < 0 ? undefined : place + 1;
}

/** One day of the week or several: `Mon`, `Mon-Sat`, `Mon, Wed / Fri`. Undefined: a word of it is none. */
export function weekdaysIn(text: string): readonly number[] | undefined {
  const days = new Set<number>();
  for (const part of text.split(/[,;/+&]|\s+(?:and|और)\s+/u)) {
    const [first, last, ...more] = part.split(/[-–—]|\s+(?:to|से)\s+/u).map(weekdayCalled);
    if (first === undefined || more.length > 0) return undefined;
    if (!/[-–—]|\s(?:to|से)\s/u.test(part)) {
      days.add(first);
      continue;
    }
    if (last === undefined) return undefined;
    for (let day = first; ; day = (day % 7) + 1) {
      days.add(day);
      if (day === last) break;
    }
  }
  return [...days];
}
