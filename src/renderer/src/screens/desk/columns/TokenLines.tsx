import type { Token } from '../../../../../shared/model/token';
import { useUnpaid } from '../../../data/fees';
import type { Language } from '../../../i18n/languages';
import { shortWaitText } from '../../../i18n/waits';
import { useDrawn } from '../../../ui/useDrawn';
import { remarkText } from '../remarks';
import type { Column } from './derive';
import { TokenLine } from './TokenLine';

/** What all lists of a column have in common. */
export interface Shared {
  readonly column: Column;
  /** The one item of all columns that Tab comes to. */
  readonly entry: string;
  readonly timeZone: string;
  readonly language: Language;
}

interface Props extends Shared {
  readonly tokens: readonly Token[];
  /** How many are drawn before it is known which are in view. */
  readonly first: number;
  /** What the list is of, where no heading says it. */
  readonly label?: string;
}

/** Tokens of a column, a line each. */
export function TokenLines({ tokens, column, entry, timeZone, language, first, label }: Props) {
  const { ref, isDrawn } = useDrawn<HTMLUListElement>(tokens, first);
  const unpaid = useUnpaid(tokens[0]?.serviceDay);
  const waitOf = (token: Token): string | null => {
    const wait = column.waits.get(token.id);
    return wait === undefined ? null : shortWaitText(wait, timeZone);
  };
  return (
    <ul ref={ref} {...(label !== undefined && { 'aria-label': label })}>
      {tokens.map((token, index) => (
        <li key={token.id}>
          <TokenLine
            token={token}
            isDrawn={isDrawn(index)}
            due={unpaid.get(token.id) ?? null}
            wait={isDrawn(index) ? waitOf(token) : null}
            remark={isDrawn(index) ? remarkText(token, column) : null}
            isEntry={entry === token.id}
            language={language}
          />
        </li>
      ))}
    </ul>
  );
}
