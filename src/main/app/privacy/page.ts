import type { Doctor } from '../../../shared/model/doctor';
import { isTokenEvent } from '../../../shared/model/event';
import type { ReasonsSettings } from '../../../shared/model/reasons';
import type { Instant } from '../../../shared/model/time';
import type { KeptOfPatient } from '../../store/store';
import {
  auditText,
  becameText,
  byText,
  callListWords,
  eventText,
  givenText,
  kindText,
  needWords,
  slipWords,
  whyText,
} from './words';

interface Around {
  readonly clinicName: string;
  readonly timeZone: string;
  readonly now: Instant;
  readonly doctors: readonly Pick<Doctor, 'id' | 'name'>[];
  readonly reasons: ReasonsSettings;
}

/**
 * All that is kept of a patient as a page that needs nothing else, in words that anybody understands; the same as JSON,
 * with its codes, is in it, under the id `data`.
 */
export function patientPage(kept: KeptOfPatient, around: Around): string {
  const { clinicName, timeZone, now, doctors, reasons } = around;
  const time = new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'medium', timeStyle: 'short' });
  const at = (instant: Instant): string => time.format(instant);
  const nameOf = new Map<string, string>(doctors.map(({ id, name }) => [id, name]));
  const numberOf = new Map<string, string>(kept.tokens.map(({ id, number }) => [id, number]));
  const number = (id: string): string => numberOf.get(id) ?? '';
  const tables = [
    table(
      'In the register',
      [
        'Number',
        'Name',
        'Spelt too',
        'Sex',
        'Born',
        'Phone or e-mail',
        'Address',
        'Clinic number',
        'Other numbers',
        'Note',
        'Need',
      ],
      kept.patients.map((patient) => [
        ...[String(patient.id), patient.name, patient.secondName, patient.sex ?? '', patient.birth ?? ''],
        ...[patient.contacts.join(', '), patient.address, patient.clinicNumber],
        patient.identifiers.map(({ system, value }) => `${system} ${value}`).join(', '),
        ...[patient.note, patient.precedence ? needWords[patient.precedence] : ''],
      ]),
    ),
    table(
      'Visits',
      ['Day', 'Token', 'Doctor', 'Name', 'Phone or e-mail', 'Kind', 'Need', 'Became', 'Note'],
      kept.tokens.map((token) => [
        ...[token.serviceDay, token.number, nameOf.get(token.doctorId) ?? ''],
        ...[token.patientName, token.patientContact, kindText(token)],
        ...[token.precedence ? needWords[token.precedence] : '', becameText(token), token.note],
      ]),
    ),
    table(
      'What happened',
      ['When', 'Token', 'What', 'Why', 'Name then', 'Phone then'],
      kept.events
        .filter(isTokenEvent)
        .map((event) => [
          ...[at(event.at), event.after.number, eventText(event), whyText(event.reason)],
          ...[event.after.patientName, event.after.patientContact],
        ]),
    ),
    table(
      'Call list',
      ['Entered', 'Token', 'About', 'Name', 'Phone', 'Told'],
      kept.callList.map(({ at: when, tokenId, kind, patientName, patientContact, toldAt }) => [
        ...[at(when), number(tokenId), callListWords[kind], patientName, patientContact],
        toldAt === null ? '' : at(toldAt),
      ]),
    ),
    table(
      'Slips',
      ['Asked for', 'Token', 'State', 'Saved as'],
      kept.printJobs.map(({ createdAt, tokenId, state, pdfPath }) => [
        ...[at(createdAt), number(tokenId), slipWords[state], pdfPath ?? ''],
      ]),
    ),
    table(
      'Who did or looked at it',
      ['When', 'Token', 'What', 'By', 'Reason'],
      kept.audit.map(({ at: when, tokenId, kind, by, reason }) => [
        ...[at(when), number(tokenId ?? ''), auditText(kind), byText(by), givenText(reason, reasons)],
      ]),
    ),
    `<p>Answers kept for requests that may be sent again: ${kept.answers.length}. They are among the data below.</p>`,
  ];
  const data = JSON.stringify(
    { format: 'opd-tokens-patient', version: 1, clinicName, madeAt: now, ...kept },
    null,
    1,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>What is kept of a patient</title>
<style>
body { font: 15px/1.45 'Noto Sans', sans-serif; margin: 2rem; color: #1c2024; background: #fff; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
table { border-collapse: collapse; } th, td { border: 1px solid #c8ccd2; padding: .25rem .6rem; text-align: start; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: .8rem; }
</style>
</head>
<body>
<h1>What is kept of a patient</h1>
<p>${text(clinicName)} · ${text(at(now))} · ${text(timeZone)}</p>
${tables.join('\n')}
<details><summary>The same as data</summary><pre id="data">${text(data)}</pre></details>
</body>
</html>
`;
}

function table(title: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return `<h2>${title}</h2>\n<p>Nothing.</p>`;
  const cells = (tag: string, row: readonly string[]): string =>
    `<tr>${row.map((cell) => `<${tag}>${text(cell)}</${tag}>`).join('')}</tr>`;
  return `<h2>${title}</h2>\n<table>\n${cells('th', head)}\n${rows.map((row) => cells('td', row)).join('\n')}\n</table>`;
}

const text = (raw: string): string =>
  raw.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
