interface Props {
  /** In mm; without one: what is left. */
  readonly widths: readonly { readonly name: string; readonly width?: number }[];
}

/** How wide each column is, whatever stands in it: pages of one list must look alike. */
export function Columns({ widths }: Props) {
  return (
    <colgroup>
      {widths.map(({ name, width }) => (
        <col key={name} style={width === undefined ? {} : { inlineSize: `${width}mm` }} />
      ))}
    </colgroup>
  );
}
