import { type ReactNode, useId } from 'react';

/** A part of a patient's page under a heading of its own. */
export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex flex-col gap-1.5">
      <h3 id={id} className="text-body font-bold">
        {title}
      </h3>
      {children}
    </section>
  );
}
