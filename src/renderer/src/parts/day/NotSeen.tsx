import { useTranslation } from 'react-i18next';
import type { ClosePreview } from '../../../../shared/model/day';
import type { TokenId } from '../../../../shared/model/ids';
import { unseenWaySchema } from '../../../../shared/model/token';
import { SelectField } from '../../ui/SelectField';
import { TokenNumber } from '../../ui/TokenNumber';
import { Contact } from '../Contact';

/** What staff may say of somebody who was not seen. */
export type SaidWay = (typeof unseenWaySchema.options)[number];
/** The usual first: what is said of nobody needs no key. */
const ways: readonly SaidWay[] = ['not_seen', 'left_unseen', 'sent_away', 'doctor_gone'];

/** What became of those who were not seen: of all by default, and of each who differs. */
export interface Unseen {
  readonly all: SaidWay;
  readonly each: ReadonlyMap<TokenId, SaidWay>;
}

interface Props {
  readonly people: ClosePreview['notSeen'];
  readonly unseen: Unseen;
  readonly onChange: (unseen: Unseen) => void;
}

/** R16: left, sent away, or the doctor was gone: told apart for each, so that they can be counted. */
export function NotSeen({ people, unseen, onChange }: Props) {
  const { t } = useTranslation(['day', 'common']);
  return (
    <ul className="figures flex flex-col gap-1" aria-label={t('closing.notSeen', { count: people.length })}>
      {people.map(({ tokenId, number, patientName, patientContact }) => (
        <li key={tokenId} className="grid grid-cols-[minmax(0,1fr)_13rem] items-center gap-3">
          <span className="flex min-w-0 items-baseline gap-2 text-small">
            <TokenNumber className="text-small!">{number}</TokenNumber>
            <bdi className="min-w-0 grow truncate">{patientName}</bdi>
            <span className="shrink-0 text-ink-soft">
              {patientContact === '' ? t('noPhone') : <Contact text={patientContact} />}
            </span>
          </span>
          <WayField
            label={t('closing.unseen.one', { number })}
            value={unseen.each.get(tokenId) ?? unseen.all}
            testId={`unseen-${number}`}
            onChange={(way) => onChange({ ...unseen, each: new Map(unseen.each).set(tokenId, way) })}
          />
        </li>
      ))}
    </ul>
  );
}

/** The same of all at once; what was said of single ones before goes with it. */
export function AllNotSeen({ unseen, onChange }: Omit<Props, 'people'>) {
  const { t } = useTranslation(['day', 'common']);
  return (
    <div className="max-w-md">
      <WayField
        label={t('closing.unseen.all')}
        isShown
        value={unseen.all}
        testId="unseen-all"
        onChange={(all) => onChange({ all, each: new Map() })}
      />
    </div>
  );
}

interface WayProps {
  readonly label: string;
  readonly isShown?: boolean;
  readonly value: SaidWay;
  readonly testId: string;
  readonly onChange: (way: SaidWay) => void;
}

function WayField({ label, isShown = false, value, testId, onChange }: WayProps) {
  const { t } = useTranslation(['day', 'common']);
  return (
    <SelectField
      label={label}
      isInline={isShown}
      isLabelHidden={!isShown}
      testId={testId}
      value={value}
      choices={ways.map((way) => ({ key: way, text: t(`closing.unseen.${way}`) }))}
      onChange={(key) => onChange(unseenWaySchema.parse(key))}
    />
  );
}
