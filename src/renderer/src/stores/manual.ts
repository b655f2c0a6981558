import { create } from 'zustand';

/** Whether the manual lies over this window. */
export const useManual = create<{ readonly isOpen: boolean }>(() => ({ isOpen: false }));

export const openManual = (): void => useManual.setState({ isOpen: true });
export const closeManual = (): void => useManual.setState({ isOpen: false });
