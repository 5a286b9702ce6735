// The page's state for components that are far below the one that has it.
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PageState } from './state.js';

export const PageStateContext = createContext<PageState | undefined>(undefined);

/** @throws Error outside of the app */
export function usePageState(): PageState {
  const state = useContext(PageStateContext);
  if (state === undefined) throw new Error('There is no page state here.');
  return state;
}
