import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MOST_REASON, type PaymentDay } from '../../../../../shared/model/payment';
import { useCommand } from '../../../data/useCommand';
import { i18n } from '../../../i18n';
import { moneyText } from '../../../i18n/money';
import { readAmount } from '../../../parts/payments/amount';
import { Button } from '../../../ui/Button';
import { FieldFrame, fieldLook } from '../../../ui/FieldFrame';
import { SelectField } from '../../../ui/SelectField';
import { AmountField } from './AmountField';
import { differenceText } from './difference';

const ALL = 'all';

/** What is in the drawer, of all or of one person: typed, compared, and kept with the reason of a difference. */
export function CountForm({ day }: { readonly day: PaymentDay }) {
  const { t } = useTranslation(['payments', 'common']);
  const command = useCommand();
  const [whose, setWhose] = useState(ALL);
  const [typed, setTyped] = useState('');
  const [reasonText, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const { currency, serviceDay } = day;
  const named = day.people.filter(({ personId }) => personId !== null);
  const person = named.find(({ personId }) => personId === whose);
  const { expected, float } = person ?? day.all;
  const amount = typed.trim() === '' ? null : readAmount(typed, currency);
  const difference = typeof amount === 'number' ? amount - expected : 0;
  const isUnsaid = difference !== 0 && reasonText.trim() === '';

  async function keep(kind: 'float' | 'count'): Promise<void> {
    setAsked(true);
    if (typeof amount !== 'number' || (kind === 'count' && isUnsaid)) return;
    const of = person?.personId ? { personId: person.personId } : {};
    const done = (): string => i18n.t(`payments:said.${kind}`, { amount: moneyText(amount, currency) });
    const after = (): void => {
      setTyped('');
      setReason('');
      setAsked(false);
    };
    await command.run('payments.count', { kind, serviceDay, amount, reasonText, ...of }, { done, after });
  }

  return (
    <form
      noValidate
      className="flex flex-col gap-3 rounded-card border border-line bg-sunken p-4"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void keep('count');
      }}
    >
      <p data-testid="desk-count-expected" className="font-bold">
        {t('count.expected', { amount: moneyText(expected, currency), float: moneyText(float, currency) })}
      </p>
      <div className="flex flex-wrap items-start gap-3">
        {named.length > 0 && (
          <SelectField
            label={t('count.whose')}
            value={person ? whose : ALL}
            choices={[
              { key: ALL, text: t('count.all') },
              ...named.map(({ personId, personName }) => ({ key: personId ?? ALL, text: personName ?? '' })),
            ]}
            testId="desk-count-whose"
            onChange={setWhose}
          />
        )}
        <AmountField
          label={t('count.counted')}
          value={typed}
          currency={currency}
          error={typeof amount === 'string' ? amount : asked && amount === null ? t('amount.none') : null}
          note={typeof amount === 'number' ? differenceText(difference, currency) : null}
          testId="desk-count-amount"
          onChange={setTyped}
        />
        {difference !== 0 && (
          <FieldFrame
            label={t('reason')}
            error={asked && isUnsaid ? t('reasonMissing') : null}
            errorTestId="desk-error"
          >
            {(ids) => (
              <input
                {...ids}
                data-testid="desk-count-reason"
                type="text"
                dir="auto"
                maxLength={MOST_REASON}
                value={reasonText}
                onChange={(event) => setReason(event.currentTarget.value)}
                className={fieldLook}
              />
            )}
          </FieldFrame>
        )}
      </div>
      <div className="flex flex-wrap gap-2">
        <Button
          type="submit"
          tone="primary"
          busy={command.busy}
          shortcut="Enter"
          data-testid="desk-count-save"
        >
          {t('count.save')}
        </Button>
        <Button onPress={() => void keep('float')} data-testid="desk-count-float">
          {t('count.float')}
        </Button>
      </div>
    </form>
  );
}
