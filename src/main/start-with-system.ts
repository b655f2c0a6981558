import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** By what Windows knows the app: its windows in the taskbar, and its entry among what starts, which the uninstaller removes. */
export const WINDOWS_APP_ID = 'org.opdtokens.app';

/** Electron's: Windows and macOS keep a list of their own. */
interface LoginItems {
  getLoginItemSettings(): { readonly openAtLogin: boolean };
  setLoginItemSettings(settings: { openAtLogin: boolean }): void;
}

export interface StartWithSystem {
  isOn(): boolean;
  /** Throws where it cannot be kept. */
  turn(on: boolean): void;
}

interface Parts {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly app: LoginItems;
  /** The program, and what it is started with. */
  readonly command: readonly string[];
  readonly write: (file: string, text: string) => void;
}

/** Whether the app starts when somebody signs in to this computer. */
export function startWithSystem({ platform, env, app, command, write }: Parts): StartWithSystem {
  if (platform === 'win32' || platform === 'darwin') {
    return {
      isOn: () => app.getLoginItemSettings().openAtLogin,
      turn: (openAtLogin) => app.setLoginItemSettings({ openAtLogin }),
    };
  }
  // https://specifications.freedesktop.org/autostart-spec/latest/
  const file = join(env.XDG_CONFIG_HOME || join(homedir(), '.config'), 'autostart', 'opd-tokens.desktop');
  return {
    isOn: () => existsSync(file) && !/^(Hidden=true|X-GNOME-Autostart-enabled=false)$/m.test(textOf(file)),
    turn(on) {
      if (!on) return rmSync(file, { force: true });
      mkdirSync(dirname(file), { recursive: true });
      write(file, desktopEntry(command));
    },
  };
}

/** https://specifications.freedesktop.org/desktop-entry-spec/latest/exec-variables.html: how a command is quoted. */
export function desktopEntry(command: readonly string[]): string {
  const quoted = command.map((word) => `"${word.replace(/["`$\\]/g, '\\$&').replaceAll('%', '%%')}"`);
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=OPD Tokens',
    // As any text in the file, a backslash is written twice.
    `Exec=${quoted.join(' ').replaceAll('\\', '\\\\')}`,
    'Terminal=false',
    '',
  ].join('\n');
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
