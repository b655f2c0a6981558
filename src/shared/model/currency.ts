import { z } from 'zod';

/** ISO 4217, each with the countries (ISO 3166) that pay with it: no runtime tells which. */
const table = `
INR IN BT|USD US AS BQ EC FM GU IO MH MP PR PW SV TC TL UM VG VI ZW|GBP GB GG IM JE GS
EUR AD AT AX BE BG BL CY DE EE ES FI FR GF GP GR HR IE IT LT LU LV MC ME MF MQ MT NL PM PT RE SI SK SM TF VA YT
XOF BF BJ CI GW ML NE SN TG|XAF CF CG CM GA GQ TD|XCD AG AI DM GD KN LC MS VC|XPF NC PF WF
AUD AU CC CX HM KI NF NR TV|NZD NZ CK NU PN TK|DKK DK FO GL|NOK NO BV SJ|CHF CH LI|ILS IL PS|MAD MA EH
AED AE|AFN AF|ALL AL|AMD AM|AOA AO|ARS AR|AWG AW|AZN AZ|BAM BA|BBD BB|BDT BD|BHD BH|BIF BI|BMD BM|BND BN
BOB BO|BRL BR|BSD BS|BWP BW|BYN BY|BZD BZ|CAD CA|CDF CD|CLP CL|CNY CN|COP CO|CRC CR|CUP CU|CVE CV|CZK CZ
DJF DJ|DOP DO|DZD DZ|EGP EG|ERN ER|ETB ET|FJD FJ|FKP FK|GEL GE|GHS GH|GIP GI|GMD GM|GNF GN|GTQ GT|GYD GY
HKD HK|HNL HN|HTG HT|HUF HU|IDR ID|IQD IQ|IRR IR|ISK IS|JMD JM|JOD JO|JPY JP|KES KE|KGS KG|KHR KH|KMF KM
KPW KP|KRW KR|KWD KW|KYD KY|KZT KZ|LAK LA|LBP LB|LKR LK|LRD LR|LSL LS|LYD LY|MDL MD|MGA MG|MKD MK|MMK MM
MNT MN|MOP MO|MRU MR|MUR MU|MVR MV|MWK MW|MXN MX|MYR MY|MZN MZ|NAD NA|NGN NG|NIO NI|NPR NP|OMR OM|PAB PA
PEN PE|PGK PG|PHP PH|PKR PK|PLN PL|PYG PY|QAR QA|RON RO|RSD RS|RUB RU|RWF RW|SAR SA|SBD SB|SCR SC|SDG SD
SEK SE|SGD SG|SHP SH|SLE SL|SOS SO|SRD SR|SSP SS|STN ST|SYP SY|SZL SZ|THB TH|TJS TJ|TMT TM|TND TN|TOP TO
TRY TR|TTD TT|TWD TW|TZS TZ|UAH UA|UGX UG|UYU UY|UZS UZ|VES VE|VND VN|VUV VU|WST WS|YER YE|ZAR ZA|ZMW ZM
ANG CW SX`;

const lines = table
  .trim()
  .split(/[|\n]/)
  .map((line) => line.split(' '));

const ofCountry = new Map(
  lines.flatMap(([currency = '', ...countries]) => countries.map((country) => [country, currency])),
);

export const currencies: readonly string[] = lines.map(([currency = '']) => currency).sort();

export const currencySchema = z
  .string()
  .trim()
  .toUpperCase()
  .refine((code) => currencies.includes(code), 'There is no such currency.');

/** What is paid with in a country; where none is known, as in India. */
export function currencyOfCountry(country: string): string {
  return ofCountry.get(country) ?? 'INR';
}
