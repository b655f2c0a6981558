import { useEffect, useState } from 'react';
import type { SettingsSection } from '../../../../shared/model/screen';
import { sections } from './sections';

/**
 * Which part is shown. A link names it in the address, also while the window is open; whatever is chosen stands there
 * too, so that a page loaded anew shows it again.
 */
export function useSection(): readonly [SettingsSection, (chosen: SettingsSection) => void] {
  const [section, setSection] = useState(() => wanted() ?? 'clinic');
  useEffect(() => {
    const follow = (): void => setSection((shown) => wanted() ?? shown);
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  function choose(chosen: SettingsSection): void {
    history.replaceState(null, '', `#${chosen}`);
    setSection(chosen);
  }
  return [section, choose];
}

function wanted(): SettingsSection | undefined {
  const asked = location.hash.slice(1) || new URLSearchParams(location.search).get('section');
  return sections.find(({ name }) => name === asked)?.name;
}
