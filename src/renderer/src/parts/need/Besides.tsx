import type { Token } from '../../../../shared/model/token';
import { besidesTexts } from './besides';

interface Props {
  readonly token: Pick<Token, 'source' | 'precedence' | 'precedenceFrom' | 'followUp'>;
  readonly testId: string;
}

/** R20, R26: what a token is besides its place, and whether anybody has checked it. */
export function Besides({ token, testId }: Props) {
  const texts = besidesTexts(token);
  if (texts.length === 0) return null;
  return (
    <div data-testid={testId} className="flex flex-col gap-1 text-small font-semibold">
      {texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </div>
  );
}
