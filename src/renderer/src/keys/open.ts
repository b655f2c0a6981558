/**
 * Opens what lies folded under a field, as Enter on it does. Not by a click: react-aria takes one that nothing pointed at for a
 * screen reader's and moves the cursor into the list a frame later, and a key typed in between is lost.
 */
export function openByKey(id: string): void {
  const button = document.getElementById(id);
  if (button === null) return;
  button.focus();
  for (const type of ['keydown', 'keyup']) {
    button.dispatchEvent(
      new KeyboardEvent(type, { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true }),
    );
  }
}
