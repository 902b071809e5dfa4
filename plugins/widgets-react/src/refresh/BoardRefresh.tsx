import { createContext, ReactNode, useContext } from 'react';

const RefreshContext = createContext(0);

/**
 * Tells the widgets below how often their board was refreshed.
 *
 * @public
 */
export function BoardRefresh(props: { count: number; children: ReactNode }) {
  return (
    <RefreshContext.Provider value={props.count}>
      {props.children}
    </RefreshContext.Provider>
  );
}

/**
 * A number that grows when the board is refreshed, by hand, by its interval or by a signal. A widget that has it among the
 * dependencies of its request asks again, and shows what it has until the answer is there.
 *
 * @public
 */
export function useRefreshCount(): number {
  return useContext(RefreshContext);
}
