import { useTranslation } from 'react-i18next';
import {
  headWidths,
  type Paper,
  type PrintTarget,
  type PrintWay,
  papers,
  printWays,
  type StationName,
} from '../../../../shared/model/print-settings';
import { Alert } from '../../ui/Alert';
import { SelectField } from '../../ui/SelectField';
import { SettingSwitch, SettingText } from '../../ui/Setting';
import { FolderLine } from '../FolderLine';
import { PrinterChoice } from './PrinterChoice';
import type { PrinterList } from './usePrinters';

interface Props {
  readonly station: StationName;
  readonly target: PrintTarget;
  readonly printers: PrinterList;
  readonly onChange: (part: Partial<PrintTarget>) => void;
}

/** These two send dots to a receipt printer, which has a roll and no sheets. */
const rasterWays: ReadonlySet<PrintWay> = new Set(['network', 'device']);

/** How the slips of one station leave, and on what. */
export function TargetFields({ station, target, printers, onChange }: Props) {
  const { t } = useTranslation(['printing', 'common']);
  const { way, paper } = target;
  const raster = rasterWays.has(way);
  const choices = papers.filter((one) => !raster || isRoll(one));

  function changeWay(next: PrintWay): void {
    const fits = !rasterWays.has(next) || isRoll(paper);
    onChange({ way: next, ...(fits ? {} : { paper: 'roll_80' }) });
  }

  return (
    <>
      <div className="grid gap-4 sm:grid-cols-[minmax(0,1.8fr)_minmax(0,1fr)]">
        <SelectField
          label={t('way.label')}
          value={way}
          choices={printWays.map((key) => ({ key, text: t(`way.${key}`) }))}
          testId={`printing-${station}-way`}
          onChange={(key) => {
            const next = printWays.find((one) => one === key);
            if (next !== undefined) changeWay(next);
          }}
        />
        {way !== 'none' && (
          <SelectField
            label={t('paper.label')}
            value={paper}
            choices={choices.map((key) => ({ key, text: t(`paper.${key}`) }))}
            testId={`printing-${station}-paper`}
            onChange={(key) => {
              const next = papers.find((one) => one === key);
              if (next !== undefined) onChange({ paper: next });
            }}
          />
        )}
      </div>
      {way === 'system' && (
        <PrinterChoice
          station={station}
          printer={target.printer}
          printers={printers}
          onChange={(printer) => onChange({ printer })}
        />
      )}
      {way === 'network' && <NetworkFields station={station} target={target} onChange={onChange} />}
      {way === 'device' && (
        <SettingText
          label={t('device.label')}
          text={t('device.text')}
          value={target.device}
          testId={`printing-${station}-device`}
          problem={(typed) => (typed.trim() === '' ? t('device.problem') : null)}
          onSave={(device) => onChange({ device: device.trim() })}
        />
      )}
      {way === 'pdf' && (
        <>
          <SettingText
            label={t('folder.label')}
            text={t('folder.text')}
            value={target.folder}
            testId={`printing-${station}-folder`}
            onSave={(folder) => onChange({ folder: folder.trim() })}
          />
          <FolderLine folder={`${station}Slips`} />
        </>
      )}
      {way === 'none' && (
        <Alert
          tone="info"
          title={t('none.title')}
          text={t('none.text')}
          testId={`printing-${station}-none`}
        />
      )}
      {raster && <RasterFields station={station} target={target} onChange={onChange} />}
    </>
  );
}

type FieldsProps = Omit<Props, 'printers'>;

const hostPattern = /^[\w.:-]+$/;

function NetworkFields({ station, target, onChange }: FieldsProps) {
  const { t } = useTranslation(['printing', 'common']);
  return (
    <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_8rem]">
      <SettingText
        label={t('network.host')}
        text={t('network.hostText')}
        value={target.host}
        testId={`printing-${station}-host`}
        problem={(typed) => (hostPattern.test(typed.trim()) ? null : t('network.hostProblem'))}
        onSave={(host) => onChange({ host: host.trim() })}
      />
      <SettingText
        label={t('network.port')}
        value={String(target.port)}
        inputMode="numeric"
        testId={`printing-${station}-port`}
        problem={(typed) => (wholeIn(typed, 1, 65_535) === null ? t('network.portProblem') : null)}
        onSave={(typed) => onChange({ port: wholeIn(typed, 1, 65_535) ?? target.port })}
      />
    </div>
  );
}

/** The choice of no number of its own. */
const USUAL = 'usual';

function RasterFields({ station, target, onChange }: FieldsProps) {
  const { t } = useTranslation(['printing', 'common']);
  return (
    <>
      <div>
        <SelectField
          label={t('raster.dots')}
          value={String(target.dots ?? USUAL)}
          choices={[
            { key: USUAL, text: t('raster.dotsUsual') },
            ...headWidths.map((width) => ({ key: String(width), text: String(width) })),
          ]}
          testId={`printing-${station}-dots`}
          onChange={(key) => onChange({ dots: headWidths.find((width) => String(width) === key) ?? null })}
        />
        <p className="mt-1 text-small text-pretty text-ink-soft">{t('raster.dotsText')}</p>
      </div>
      <SettingText
        label={t('raster.threshold')}
        text={t('raster.thresholdText')}
        value={String(target.threshold)}
        inputMode="numeric"
        testId={`printing-${station}-threshold`}
        problem={(typed) => (wholeIn(typed, 1, 254) === null ? t('raster.thresholdProblem') : null)}
        onSave={(typed) => onChange({ threshold: wholeIn(typed, 1, 254) ?? target.threshold })}
      />
      {(['cut', 'beep', 'drawer'] as const).map((name) => (
        <SettingSwitch
          key={name}
          label={t(`raster.${name}`)}
          value={target[name]}
          testId={`printing-${station}-${name}`}
          onChange={(value) => onChange({ [name]: value })}
        />
      ))}
    </>
  );
}

function isRoll(paper: Paper): boolean {
  return paper === 'roll_58' || paper === 'roll_80';
}

/** A whole number between these two, as typed; null: it is none. */
function wholeIn(typed: string, least: number, most: number): number | null {
  const value = /^\d{1,5}$/.test(typed.trim()) ? Number(typed) : Number.NaN;
  return value >= least && value <= most ? value : null;
}
