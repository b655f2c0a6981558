import { create } from 'zustand';
import { type Draft, digitsOf, foldedName, isEmpty, isWhole } from './draft';

/** What stood in the form, and was put aside. */
interface Aside {
  readonly draft: Draft;
  /** The form whose phone was typed over this one's: it may be theirs, too. Null: it was emptied, or a card came. */
  readonly typedOver: Draft['requestId'] | null;
}

/** As many stay; nobody looks for more. */
const MOST_ASIDE = 5;

/** The newest first. They stay until they are brought back, or issued by another way, or the day ends. */
export const useAside = create<{ readonly asides: readonly Aside[] }>(() => ({ asides: [] }));

/** Less than a name or a whole phone is kept only where nobody else is. */
export function putAside(draft: Draft, typedOver: Aside['typedOver'] = null): void {
  if (isEmpty(draft)) return;
  keep((asides) => {
    const people = asides.filter((aside) => isSomebody(aside.draft) && !isSame(aside.draft, draft));
    return isSomebody(draft) || people.length === 0 ? [{ draft, typedOver }, ...people] : people;
  });
}

/**
 * The newest, which is aside no more; null: nobody is. Whoever stands in the form instead comes after all others, so that each has their
 * turn; but not whose phone is the newest's own.
 */
export function swapAside(now: Draft): (Pick<Aside, 'draft'> & { readonly hasPhoneOf: boolean }) | null {
  const [first, ...others] = useAside.getState().asides;
  if (first === undefined) return null;
  const isPhoneAlone = now.name.trim() === '' && isWhole(now.phone);
  const hasPhoneOf = isPhoneAlone && (first.typedOver === now.requestId || !isWhole(first.draft.phone));
  const isKept = isSomebody(now) && !hasPhoneOf;
  useAside.setState({ asides: isKept ? [...others, { draft: now, typedOver: null }] : others });
  return { draft: first.draft, hasPhoneOf };
}

/** Whoever got a token is aside no more, and neither is what was nobody yet. */
export function letGoOf(issued: Draft): void {
  keep((asides) => asides.filter(({ draft }) => isSomebody(draft) && !saysNoMore(draft, issued)));
}

export function forgetAside(): void {
  keep(() => []);
}

/** What it says for itself: the name, else the phone. */
export function asideText({ draft }: Aside): string {
  return draft.name.trim() || draft.phone;
}

function keep(change: (asides: readonly Aside[]) => readonly Aside[]): void {
  useAside.setState(({ asides }) => ({ asides: change(asides).slice(0, MOST_ASIDE) }));
}

const isSomebody = ({ name, phone }: Draft): boolean => name.trim() !== '' || isWhole(phone);

/** All that is said of the person in the one stands in the other as well. */
function saysNoMore(one: Draft, other: Draft): boolean {
  const [name, phone] = [foldedName(one), digitsOf(one.phone)];
  return (name === '' || name === foldedName(other)) && (phone === '' || phone === digitsOf(other.phone));
}

const isSame = (one: Draft, other: Draft): boolean => saysNoMore(one, other) && saysNoMore(other, one);
