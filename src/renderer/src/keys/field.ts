type Field = HTMLInputElement | HTMLTextAreaElement;

/** Inputs that letters are not typed into. */
const noText: ReadonlySet<string> = new Set([
  'radio',
  'checkbox',
  'range',
  'button',
  'submit',
  'reset',
  'file',
  'color',
]);

export function isField(target: EventTarget | null): target is Field {
  if (target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && !noText.has(target.type);
}

/** Where what is typed appears by itself. */
export function isText(target: EventTarget | null): boolean {
  return isField(target) || (target instanceof HTMLElement && target.isContentEditable);
}

/** What takes the space bar for itself. */
export function isControl(target: EventTarget | null): boolean {
  const controls =
    'button, a, input, select, label, summary, [role=button], [role=option], [role=radio], [role=checkbox]';
  return target instanceof Element && target.closest(controls) !== null;
}

interface Snapshot {
  readonly field: Field;
  readonly value: string;
  readonly from: number | null;
  readonly to: number | null;
}

/** Keys of the longest code that stands in a field before it is known to be one. */
const MOST_KEYS = 64;

/** What stood in the field before each of the last keys, so that a code can be taken out again. */
export class FieldMemory {
  #before: Snapshot[] = [];

  remember(target: EventTarget | null): void {
    if (!isField(target)) return;
    const { value, selectionStart: from, selectionEnd: to } = target;
    this.#before = [...this.#before.slice(1 - MOST_KEYS), { field: target, value, from, to }];
  }

  /** As it was before the last so many keys; the cursor too. */
  restore(target: EventTarget | null, keys: number): void {
    const was = this.#before.slice(-keys).find(({ field }) => field === target);
    this.#before = [];
    if (was === undefined) return;
    const { field, value, from, to } = was;
    const kind = field instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement;
    // Past React's own setter, which would take the event for no news.
    Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set?.call(field, value);
    field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'historyUndo' }));
    if (from !== null) field.setSelectionRange(from, to);
  }
}
