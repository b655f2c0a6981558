import { create } from 'zustand';

/** Whether somebody is being asked who is here now, beside whoever is on. */
export const usePersonDialog = create<{ readonly isOpen: boolean }>(() => ({ isOpen: false }));

export const askWhoIsHere = (): void => usePersonDialog.setState({ isOpen: true });
export const closePersonDialog = (): void => usePersonDialog.setState({ isOpen: false });
