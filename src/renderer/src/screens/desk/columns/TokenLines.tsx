import type { Token } from '../../../../../shared/model/token';
import { remarkText } from '../remarks';
import type { Column } from './derive';
import { TokenLine } from './TokenLine';

interface Props {
  readonly tokens: readonly Token[];
  readonly column: Column;
  /** The one item of all columns that Tab comes to. */
  readonly entry: string;
  /** What the list is of, where no heading says it. */
  readonly label?: string;
}

/** Tokens of a column, a line each. */
export function TokenLines({ tokens, column, entry, label }: Props) {
  return (
    <ul {...(label !== undefined && { 'aria-label': label })}>
      {tokens.map((token) => (
        <li key={token.id}>
          <TokenLine
            token={token}
            wait={column.waits.get(token.id)}
            remark={remarkText(token, column)}
            isEntry={entry === token.id}
          />
        </li>
      ))}
    </ul>
  );
}
