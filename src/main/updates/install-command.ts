interface How {
  readonly isOlder: boolean;
  /** The file that runs, where the app is one. */
  readonly appImage: string | undefined;
}

/** What whoever administers a computer with Linux types into a terminal. */
export function installCommand(path: string, { isOlder, appImage }: How): string {
  if (appImage !== undefined) return `install -m 755 ${quoted(path)} ${quoted(appImage)}`;
  return `sudo apt install ${isOlder ? '--allow-downgrades ' : ''}${quoted(path)}`;
}

const quoted = (path: string): string => `'${path.replaceAll("'", `'\\''`)}'`;
